import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../../shared/contract/mailings.ts';
import { postages } from '../../shared/mailings/mailing.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Switch } from '../ui/Choices.tsx';
import { SectionHeader } from '../ui/Notices.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useDesk } from './deskStore.ts';

const levels = ['DAILY', 'MONTHLY', 'TERM', 'MIXDOCUMENT'] as const;

/** Options of the order that sends the documents. */
export function OrderOptions({ card }: { card: Card | null }) {
  const { t } = useTranslation();
  const { order, changeOrder } = useDesk();
  const mail = card !== null && card.settings.sendBy !== 'post';
  return (
    <div className="options-form">
      <SectionHeader title={t('mailings.forOrder')} />
      <Presets card={card} />
      <SelectField
        label={t('mailings.postage')}
        value={order.postage}
        choices={postages.map((value) => ({ value, label: t(`mailings.postages.${value}`) }))}
        onChange={(postage) => changeOrder({ postage })}
      />
      <div className="pair">
        <SelectField
          label={t('mailings.serviceLevel')}
          value={order.serviceLevel}
          choices={levels.map((value) => ({ value: value as string, label: t(`mailings.levels.${value}`) }))}
          onChange={(serviceLevel) => changeOrder({ serviceLevel })}
        />
        <TextField
          label={t('mailings.sendOn')}
          type="date"
          value={order.sendOn}
          onChange={(sendOn) => changeOrder({ sendOn })}
        />
      </div>
      <div className="row switches">
        <Switch
          label={t('mailings.coverSheet')}
          value={order.coverSheet}
          onChange={(coverSheet) => changeOrder({ coverSheet })}
        />
        <Switch
          label={t('mailings.bundling')}
          value={order.bundling}
          onChange={(bundling) => changeOrder({ bundling })}
        />
      </div>
      <TextField
        label={t('mailings.supplements')}
        value={order.supplements.join(', ')}
        onChange={(text) => changeOrder({ supplements: text === '' ? [] : text.split(/,\s?/) })}
      />
      <TextField
        label={t('mailings.orderReference')}
        value={order.reference}
        onChange={(reference) => changeOrder({ reference })}
      />
      {mail ? (
        <>
          <div className="pair">
            <TextField
              label={t('mailings.sender')}
              value={order.sender}
              onChange={(sender) => changeOrder({ sender })}
            />
            <TextField
              label={t('mailings.template')}
              value={order.template}
              onChange={(template) => changeOrder({ template })}
            />
          </div>
          <PairsField
            label={t('mailings.templateValues')}
            pairs={order.templateValues}
            onChange={(templateValues) => changeOrder({ templateValues })}
          />
        </>
      ) : null}
      <PairsField
        label={t('mailings.dataMatrix')}
        pairs={order.dataMatrix}
        onChange={(dataMatrix) => changeOrder({ dataMatrix })}
      />
    </div>
  );
}

/** name=value pairs, separated by semicolons. */
function PairsField({
  label,
  pairs,
  onChange,
}: {
  label: string;
  pairs: Record<string, string>;
  onChange: (pairs: Record<string, string>) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(() =>
    Object.entries(pairs)
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
  );
  const read = (next: string): void => {
    setText(next);
    const entries = next.split(';').flatMap((part) => {
      const at = part.indexOf('=');
      return at < 1 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()] as const];
    });
    onChange(Object.fromEntries(entries));
  };
  return <TextField label={label} help={t('mailings.pairsHelp')} value={text} onChange={read} />;
}

/** Options under a name, to be used again. */
function Presets({ card }: { card: Card | null }) {
  const { t } = useTranslation();
  const { presets, order, changeOrder, change, loadShelf } = useDesk();
  const [name, setName] = useState('');
  const use = (id: string): void => {
    const preset = presets.find((one) => one.id === id);
    if (preset === undefined) return;
    changeOrder(
      Object.fromEntries(Object.entries(preset.mailing).filter(([, value]) => value !== undefined)),
    );
    void change(
      Object.fromEntries(Object.entries(preset.document).filter(([, value]) => value !== undefined)),
    );
  };
  const save = async (): Promise<void> => {
    if (name.trim() === '') return;
    const {
      addressLines: _a,
      to: _t,
      cc: _c,
      bcc: _b,
      reference: _r,
      ...document
    } = card?.settings ?? { addressLines: [], to: [], cc: [], bcc: [], reference: '' };
    const { sendOn: _s, reference: _o, ...mailing } = order;
    await api.mailings.savePreset({ name: name.trim(), document, mailing });
    setName('');
    await loadShelf();
  };
  return (
    <div className="pair">
      <SelectField
        label={t('mailings.preset')}
        value={null}
        placeholder={t('mailings.choosePreset')}
        choices={presets.map(({ id, name: label }) => ({ value: id, label }))}
        onChange={use}
      />
      <div className="row save-preset">
        <TextField label={t('mailings.presetName')} value={name} onChange={setName} />
        <Button onPress={() => void save()}>{t('mailings.savePreset')}</Button>
      </div>
    </div>
  );
}
