import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentSettings, MailingSettings } from '../../shared/mailings/mailing.ts';
import { describeError } from '../lib/describeError.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toast } from '../ui/toastStore.ts';
import { useDesk } from './deskStore.ts';
import type { OptionsSubject } from './optionsSubject.ts';
import { presetOf } from './presetOf.ts';

const given = <T extends object>(part: T): T =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as T;

/** Options under a name, to be used again; saving under a name that is there replaces it. */
export function Presets({ subject }: { subject: OptionsSubject | null }) {
  const { t } = useTranslation();
  const { presets, order, changeOrder, change, loadShelf } = useDesk();
  const [name, setName] = useState('');
  const [used, setUsed] = useState<string | null>(null);
  const use = (id: string): void => {
    const preset = presets.find((one) => one.id === id);
    if (preset === undefined) return;
    setUsed(id);
    setName(preset.name);
    changeOrder(given(preset.mailing) as Partial<MailingSettings>);
    if (subject !== null) void change(subject.chosen, given(preset.document) as Partial<DocumentSettings>);
  };
  const save = async (): Promise<void> => {
    const wanted = name.trim();
    if (wanted === '') return toast(t('mailings.presetNameMissing'));
    const same = presets.find((one) => one.name.toLowerCase() === wanted.toLowerCase());
    const kept = await api.mailings.savePreset({
      ...(same === undefined ? {} : { id: same.id }),
      name: wanted,
      ...presetOf(subject?.card ?? null, order),
    });
    if (!kept.ok) return toast(describeError(kept.error));
    await loadShelf();
    setUsed(kept.value.id);
    toast(t(same === undefined ? 'mailings.presetSaved' : 'mailings.presetReplaced', { name: wanted }));
  };
  const remove = async (): Promise<void> => {
    const preset = presets.find(({ id }) => id === used);
    if (preset === undefined) return;
    const removed = await api.mailings.removePreset({ id: preset.id });
    if (!removed.ok) return toast(describeError(removed.error));
    setUsed(null);
    await loadShelf();
    toast(t('mailings.presetRemoved', { name: preset.name }));
  };
  return (
    <div className="presets">
      <SelectField
        label={t('mailings.preset')}
        help={t('mailings.presetHelp')}
        value={presets.some(({ id }) => id === used) ? used : null}
        placeholder={t('mailings.choosePreset')}
        choices={presets.map(({ id, name: label }) => ({ value: id, label }))}
        onChange={use}
      />
      <div className="row save-preset">
        <TextField label={t('mailings.presetName')} value={name} onChange={setName} maxLength={60} />
        <Button onPress={() => void save()}>{t('mailings.savePreset')}</Button>
        {used === null ? null : (
          <Button look="quiet" onPress={() => void remove()}>
            {t('mailings.removePreset')}
          </Button>
        )}
      </div>
    </div>
  );
}
