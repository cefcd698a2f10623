import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseAddressBlock } from '../../shared/address/addressBlock.ts';
import { mapPerson, noAddressee } from '../../shared/address/addressLines.ts';
import { isoCode } from '../../shared/address/countries.ts';
import { looksLikeEmail } from '../../shared/address/email.ts';
import { postcodeRule } from '../../shared/address/postcodes.ts';
import type { Person, Recipient } from '../../shared/contract/recipients.ts';
import { describeError } from '../lib/describeError.ts';
import { countryName } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { CountryField } from '../ui/CountryField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogFoot } from '../ui/DialogFoot.tsx';
import { focusFirstFault } from '../ui/focusFirstFault.ts';
import { TextField } from '../ui/TextField.tsx';
import { toast } from '../ui/toastStore.ts';
import { usePlaceNotes } from '../ui/usePlaceNotes.tsx';
import { nameOf } from '../lib/addressText.ts';

interface Props {
  recipient: Recipient | null;
  onClose: () => void;
  onSaved: (recipient: Recipient) => void;
}

/** Add or change somebody on the list. Doubts about the place are said, with what would mend them; they never forbid. */
export function RecipientDialog({ recipient, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const [form, setForm] = useState<Person>(() => mapPerson(recipient ?? noAddressee, (field) => field));
  const [tried, setTried] = useState(false);
  const [error, setError] = useState('');
  const set = (change: Partial<Person>) => setForm((before) => ({ ...before, ...change }));
  const note = usePlaceNotes(form, set);
  const nameFault =
    form.name.trim() === '' && form.company.trim() === '' ? t('recipients.nameFault') : undefined;
  const emailFault =
    form.email.trim() === '' || looksLikeEmail(form.email.trim()) ? undefined : t('recipients.emailFault');
  const save = async () => {
    setTried(true);
    if (nameFault || emailFault) return focusFirstFault('.recipient-form');
    const saved = await api.recipients.save({
      ...mapPerson(form, (field) => field.trim()),
      ...(recipient === null ? {} : { id: recipient.id }),
    });
    if (!saved.ok) return setError(describeError(saved.error));
    if (recipient !== null && saved.value.id !== recipient.id)
      toast(t('recipients.wasDouble', { name: nameOf(saved.value) }));
    onSaved(saved.value);
  };
  return (
    <Dialog
      title={t(recipient === null ? 'recipients.addTitle' : 'recipients.editTitle')}
      open
      onClose={onClose}
      dismiss="buttons"
      footer={
        <DialogFoot
          error={error}
          cancel={t('recipients.cancel')}
          onCancel={onClose}
          act={t('recipients.save')}
          onAct={save}
        />
      }
    >
      <div className="recipient-form">
        {recipient === null ? null : <p className="sub">{t('recipients.editHelp')}</p>}
        <TextField
          label={t('recipients.fullName')}
          remark={t('recipients.fillByPaste')}
          value={form.name}
          onChange={(name) => set({ name })}
          error={tried ? nameFault : undefined}
          autoFocus
          onPasteText={(text) => {
            const block = parseAddressBlock(text);
            if (!block) return false;
            set(Object.fromEntries(Object.entries(block).filter(([, value]) => value !== '')));
            toast(t('recipients.addressFilled'));
            return true;
          }}
        />
        <div className="pair">
          <TextField
            label={t('recipients.company')}
            remark={t('recipients.optional')}
            value={form.company}
            onChange={(company) => set({ company })}
          />
          <TextField
            label={t('recipients.email')}
            remark={t('recipients.optional')}
            value={form.email}
            onChange={(email) => set({ email })}
            error={tried ? emailFault : undefined}
          />
        </div>
        <TextField
          label={t('recipients.streetAddress')}
          value={form.address}
          onChange={(address) => set({ address })}
        />
        <div className="place">
          <TextField
            label={t('recipients.postcode')}
            value={form.postcode}
            onChange={(postcode) => set({ postcode })}
            {...note('postcode')}
          />
          <TextField
            label={t('recipients.city')}
            value={form.city}
            onChange={(city) => set({ city })}
            {...note('city')}
          />
          <TextField
            label={t('recipients.state')}
            placeholder={
              postcodeRule(isoCode(form.country)).stateUsed
                ? ''
                : t('newOrder.stateNotUsed', { country: countryName(form.country) })
            }
            value={form.state}
            onChange={(state) => set({ state })}
            {...note('state')}
          />
        </div>
        <CountryField
          label={t('recipients.country')}
          placeholder={t('recipients.countryPlaceholder')}
          country={form.country}
          onChange={(country) => set({ country })}
          {...note('country')}
        />
      </div>
    </Dialog>
  );
}
