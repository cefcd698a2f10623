/** A polite live region: says a sentence to assistive technology without moving the focus. */
export function makeAnnouncer(host: HTMLElement): (text: string) => void {
  const region = document.createElement('div');
  region.className = 'vh';
  region.setAttribute('role', 'status');
  region.setAttribute('aria-live', 'polite');
  host.append(region);
  let odd = false;
  return (text) => {
    // The same sentence twice would not be read again: a blank more makes it another one.
    odd = !odd;
    region.textContent = odd ? text : `${text}\u00A0`;
  };
}
