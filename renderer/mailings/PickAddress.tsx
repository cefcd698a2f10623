import { Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressLines } from '../../shared/address/addressLines.ts';
import { isoCode } from '../../shared/address/countries.ts';
import type { Recipient } from '../../shared/contract/recipients.ts';
import { limits } from '../../shared/mailings/limits.ts';
import type { DocumentSettings } from '../../shared/mailings/mailing.ts';
import { PickRecipient } from '../recipients/PickRecipient.tsx';
import { Button } from '../ui/Button.tsx';

/** Takes the address lines, the country and the e-mail address of somebody of Recipients. */
export function PickAddress({ set }: { set: (next: Partial<DocumentSettings>) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const take = (person: Recipient) => {
    setOpen(false);
    const country = isoCode(person.country);
    set({
      // The country stands in its own field.
      addressLines: addressLines(person, country).slice(0, limits.addressLines.most),
      ...(country === '' ? {} : { country }),
      ...(person.email === '' ? {} : { to: [person.email] }),
    });
  };
  return (
    <>
      <Button look="link" onPress={() => setOpen(true)}>
        <Users aria-hidden />
        {t('recipients.pickTitle')}
      </Button>
      {open ? <PickRecipient onClose={() => setOpen(false)} onPick={take} /> : null}
    </>
  );
}
