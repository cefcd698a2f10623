import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseAddressBlock } from '../../shared/address/addressBlock.ts';
import { isoCode } from '../../shared/address/countries.ts';
import { postcodeRule } from '../../shared/address/postcodes.ts';
import type { Recipient } from '../../shared/contract/recipients.ts';
import { emailCustomerChoices } from '../../shared/orders/order.ts';
import { countryName } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { ComboField } from '../ui/ComboField.tsx';
import { CountryField } from '../ui/CountryField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toast } from '../ui/toastStore.ts';
import { usePlaceNotes } from '../ui/usePlaceNotes.tsx';
import { useNewOrder } from './newOrderStore.ts';
import { useFaults } from './useFaults.ts';

/** Who gets it. A known name brings its address; a pasted block fills the fields. */
export function ToSection() {
  const { t } = useTranslation();
  const { form, set } = useNewOrder();
  const faultAt = useFaults();
  const note = usePlaceNotes(form, set);
  /** The gateway's faults first, then the post's doubts. */
  const placeAt = (field: 'city' | 'state' | 'postcode' | 'country') => {
    const [fault, doubt] = [faultAt(field), note(field)];
    return {
      error: fault.error,
      help: doubt.help,
      onBlur: () => {
        fault.onBlur();
        doubt.onBlur();
      },
    };
  };
  const stateUsed = postcodeRule(isoCode(form.country)).stateUsed;
  return (
    <fieldset>
      <legend>{t('newOrder.to')}</legend>
      <NameField />
      <div className="pair">
        <TextField
          label={t('newOrder.company')}
          remark={t('newOrder.optional')}
          value={form.company}
          onChange={(company) => set({ company })}
          {...faultAt('company')}
        />
        <TextField
          label={t('newOrder.email')}
          remark={t('newOrder.optional')}
          value={form.email}
          onChange={(email) => set({ email })}
          {...faultAt('email')}
        />
      </div>
      <TextField
        label={t('newOrder.streetAddress')}
        value={form.address}
        onChange={(address) => set({ address })}
        {...faultAt('address')}
      />
      <div className="place">
        <TextField
          label={t('newOrder.postcode')}
          value={form.postcode}
          onChange={(postcode) => set({ postcode })}
          {...placeAt('postcode')}
        />
        <TextField
          label={t('newOrder.city')}
          value={form.city}
          onChange={(city) => set({ city })}
          {...placeAt('city')}
        />
        <TextField
          label={t('newOrder.state')}
          placeholder={stateUsed ? '' : t('newOrder.stateNotUsed', { country: countryName(form.country) })}
          value={form.state}
          onChange={(state) => set({ state })}
          {...placeAt('state')}
        />
      </div>
      <div className="pair">
        <CountryField
          label={t('newOrder.country')}
          placeholder={t('newOrder.countryPlaceholder')}
          country={form.country}
          onChange={(country) => set({ country })}
          {...placeAt('country')}
        />
        <SelectField
          label={t('newOrder.emailCustomer')}
          value={form.emailCustomer}
          choices={emailCustomerChoices.map((value) => ({
            value,
            label: t(`newOrder.emailCustomerChoice.${value}`),
          }))}
          onChange={(emailCustomer) => set({ emailCustomer })}
        />
      </div>
    </fieldset>
  );
}

function NameField() {
  const { t } = useTranslation();
  const { form, set, takeRecipient } = useNewOrder();
  const at = useFaults()('name');
  const { found, coming } = useRecipients(form.name);
  return (
    <ComboField
      label={t('newOrder.fullName')}
      remark={t('newOrder.fullNameHelp')}
      text={form.name}
      narrowing="given"
      button="none"
      coming={coming}
      choices={found.map((person) => ({
        value: person.id,
        label: person.name,
        under: [person.address, `${person.postcode} ${person.city}`.trim(), countryName(person.country)]
          .filter((x) => x !== '')
          .join(', '),
        side: t('newOrder.recipientOrders', { count: person.orders }),
      }))}
      onText={(name) => set({ name })}
      onChoose={(id) => {
        const person = found.find((p) => p.id === id);
        if (person) takeRecipient(person);
      }}
      onPasteText={(text) => {
        const block = parseAddressBlock(text);
        if (!block) return false;
        // What the block does not say stays as it is.
        const { country, email, ...address } = block;
        set({ ...address, ...(country === '' ? {} : { country }), ...(email === '' ? {} : { email }) });
        toast(t('newOrder.addressFilled'));
        return true;
      }}
      onBlur={at.onBlur}
      error={at.error}
    />
  );
}

/** Known people whose name begins like what is typed; while it is asked, those of the last answer. */
function useRecipients(name: string): { found: Recipient[]; coming: 'coming' | undefined } {
  const [answer, setAnswer] = useState<{ wanted: string; found: Recipient[] }>({ wanted: '', found: [] });
  const wanted = name.trim();
  useEffect(() => {
    if (wanted.length < 2) return;
    let current = true;
    void api.recipients.find({ search: wanted, sort: 'latest', cursor: null, limit: 6 }).then((page) => {
      if (current) setAnswer({ wanted, found: page.ok ? page.value.items : [] });
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  if (wanted.length < 2) return { found: [], coming: undefined };
  return { found: answer.found, coming: answer.wanted === wanted ? undefined : 'coming' };
}
