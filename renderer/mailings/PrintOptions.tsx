import { useTranslation } from 'react-i18next';
import type { DocumentSettings } from '../../shared/mailings/mailing.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { CommitField } from './CommitField.tsx';
import { LinesField } from './LinesField.tsx';
import { readPages, writePages } from './readLists.ts';

export interface OptionProps {
  settings: DocumentSettings;
  set: (next: Partial<DocumentSettings>) => void;
  /** "differs" when the selected documents do not agree, else undefined. */
  differs: (key: keyof DocumentSettings) => string | undefined;
}

/** How a document is printed; what is not chosen is left to the service. */
export function PrintOptions({ settings, set, differs }: OptionProps) {
  const { t } = useTranslation();
  return (
    <>
      <CommitField
        label={t('mailings.printOn')}
        remark={differs('printOn')}
        help={t('mailings.printOnHelp')}
        value={settings.printOn}
        onCommit={(printOn) => set({ printOn })}
      />
      <SelectField
        label={t('mailings.dataMatrixPosition')}
        remark={differs('dataMatrixPosition')}
        help={t('mailings.dataMatrixPositionHelp')}
        value={settings.dataMatrixPosition === '' ? 'none' : settings.dataMatrixPosition}
        choices={[
          { value: 'none', label: t('mailings.serviceDefault') },
          { value: 'top', label: t('mailings.top') },
          { value: 'bottom', label: t('mailings.bottom') },
        ]}
        onChange={(where) => set({ dataMatrixPosition: where === 'none' ? '' : where })}
      />
      {(['duplex', 'punch', 'fold'] as const).map((key) => (
        <ThreeWays
          key={key}
          label={t(`mailings.${key}`)}
          remark={differs(key)}
          help={t(`mailings.${key}Help`)}
          value={settings[key]}
          onChange={(value) => set({ [key]: value })}
        />
      ))}
      <OwnPages settings={settings} set={set} differs={differs} />
      <div className="pair">
        <CommitField
          label={t('mailings.bundle')}
          remark={differs('bundle')}
          help={t('mailings.bundleHelp')}
          value={settings.bundle}
          onCommit={(bundle) => set({ bundle: bundle.trim().slice(0, 36) })}
        />
        <CommitField
          label={t('mailings.bundlePosition')}
          remark={differs('bundlePosition')}
          help={t('mailings.bundlePositionHelp')}
          value={settings.bundlePosition === null ? '' : String(settings.bundlePosition)}
          onCommit={(text) =>
            set({ bundlePosition: Number.parseInt(text, 10) > 0 ? Number.parseInt(text, 10) : null })
          }
        />
      </div>
    </>
  );
}

/** As the service does, yes, or no. */
function ThreeWays({
  label,
  remark,
  help,
  value,
  onChange,
}: {
  label: string;
  remark: string | undefined;
  help: string;
  value: boolean | null;
  onChange: (value: boolean | null) => void;
}) {
  const { t } = useTranslation();
  return (
    <SelectField
      label={label}
      remark={remark}
      help={help}
      value={value === null ? 'service' : value ? 'yes' : 'no'}
      choices={[
        { value: 'service', label: t('mailings.serviceDefault') },
        { value: 'yes', label: t('mailings.yes') },
        { value: 'no', label: t('mailings.no') },
      ]}
      onChange={(chosen) => onChange(chosen === 'service' ? null : chosen === 'yes')}
    />
  );
}

function OwnPages({ settings, set, differs }: OptionProps) {
  const { t } = useTranslation();
  return (
    <LinesField
      label={t('mailings.pageDefinitions')}
      remark={differs('pageDefinitions')}
      help={t('mailings.pageDefinitionsHelp')}
      value={writePages(settings.pageDefinitions)}
      read={(text) => {
        const { pages, unread } = readPages(text);
        return { unread, keep: () => set({ pageDefinitions: pages }) };
      }}
    />
  );
}
