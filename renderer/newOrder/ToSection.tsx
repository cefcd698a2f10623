import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseAddressBlock } from '../../shared/address/addressBlock.ts';
import type { Recipient } from '../../shared/contract/recipients.ts';
import { emailCustomerChoices } from '../../shared/orders/order.ts';
import { countryName } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { ComboField } from '../ui/ComboField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toast } from '../ui/toastStore.ts';
import { codeOfCountry, countryChoices } from './countryChoices.ts';
import { useNewOrder } from './newOrderStore.ts';
import { useFaults } from './useFaults.ts';

/** Who gets it. A known name brings its address; a pasted block fills the fields. */
export function ToSection() {
  const { t } = useTranslation();
  const { form, set } = useNewOrder();
  const at = useFaults();
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
          {...at('company')}
        />
        <TextField
          label={t('newOrder.email')}
          remark={t('newOrder.optional')}
          value={form.email}
          onChange={(email) => set({ email })}
          {...at('email')}
        />
      </div>
      <TextField
        label={t('newOrder.streetAddress')}
        value={form.address}
        onChange={(address) => set({ address })}
        {...at('address')}
      />
      <div className="place">
        <TextField
          label={t('newOrder.postcode')}
          value={form.postcode}
          onChange={(postcode) => set({ postcode })}
          {...at('postcode')}
        />
        <TextField
          label={t('newOrder.city')}
          value={form.city}
          onChange={(city) => set({ city })}
          {...at('city')}
        />
        <TextField
          label={t('newOrder.state')}
          value={form.state}
          onChange={(state) => set({ state })}
          {...at('state')}
        />
      </div>
      <div className="pair">
        <CountryField />
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
  const found = useRecipients(form.name);
  return (
    <ComboField
      label={t('newOrder.fullName')}
      remark={t('newOrder.fullNameHelp')}
      text={form.name}
      narrowing="given"
      button="none"
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

/** Known people whose name begins like what is typed. */
function useRecipients(name: string): Recipient[] {
  const [found, setFound] = useState<Recipient[]>([]);
  const wanted = name.trim();
  useEffect(() => {
    if (wanted.length < 2) return;
    let current = true;
    void api.recipients.find({ search: wanted, cursor: null, limit: 6 }).then((page) => {
      if (current && page.ok) setFound(page.value.items);
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  return wanted.length < 2 ? [] : found;
}

function CountryField() {
  const { t, i18n } = useTranslation();
  const { form, set } = useNewOrder();
  const at = useFaults()('country');
  const choices = useMemo(() => countryChoices(i18n.language), [i18n.language]);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = choices.find((choice) => choice.value === form.country)?.label ?? form.country;
  return (
    <ComboField
      label={t('newOrder.country')}
      text={typed ?? shown}
      placeholder={t('newOrder.countryPlaceholder')}
      narrowing="filtered"
      choices={choices}
      onText={(text) => {
        setTyped(text);
        set({ country: codeOfCountry(text, choices) });
      }}
      onChoose={(country) => {
        setTyped(null);
        set({ country });
      }}
      onBlur={() => {
        setTyped(null);
        at.onBlur();
      }}
      error={at.error}
    />
  );
}
