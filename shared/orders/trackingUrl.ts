const carriers: readonly { form: RegExp; url: string }[] = [
  { form: /^1Z[0-9A-Z]{16}$/, url: 'https://www.ups.com/track?tracknum=' },
  // Swiss Post: 99.xx.xxxxxx.xxxxxxxx or …CH
  { form: /^(99[0-9]{16}|[A-Z]{2}[0-9]{9}CH)$/, url: 'https://service.post.ch/ekp-web/ui/entry/search/' },
  // USPS: 20 to 34 digits, or …US; TrepStar posts in the United States.
  {
    form: /^([0-9]{20,34}|[A-Z]{2}[0-9]{9}US)$/,
    url: 'https://tools.usps.com/go/TrackConfirmAction?tLabels=',
  },
  { form: /^[0-9]{10}$/, url: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id=' },
  { form: /^([0-9]{12}|[0-9]{15})$/, url: 'https://www.fedex.com/fedextrack/?trknbr=' },
];

/** Finds the carrier by itself. */
const fallback = 'https://t.17track.net/en#nums=';

/** The carrier's page for a tracking number; null when there is none. Only letters and digits get into the address. */
export function trackingUrl(trackingId: string): string | null {
  const number = trackingId.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  if (number === '') return null;
  return (carriers.find(({ form }) => form.test(number))?.url ?? fallback) + number;
}
