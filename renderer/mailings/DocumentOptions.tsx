import { useTranslation } from 'react-i18next';
import type { Card } from '../../shared/contract/mailings.ts';
import { channels } from '../../shared/mailings/limits.ts';
import { pageDefinitionSchema, type DocumentSettings } from '../../shared/mailings/mailing.ts';
import { countryChoices } from '../ui/countryChoices.ts';
import { Button } from '../ui/Button.tsx';
import { Switch } from '../ui/Choices.tsx';
import { SectionHeader } from '../ui/Notices.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { CommitField } from './CommitField.tsx';
import { useDesk } from './deskStore.ts';
import { PickAddress } from './PickAddress.tsx';

const list = (text: string): string[] => text.split(/[,;\s]+/).filter((part) => part !== '');
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');

/** Options of the shown document, or of all selected ones at once. */
export function DocumentOptions({ card, count }: { card: Card; count: number }) {
  const { t, i18n } = useTranslation();
  const change = useDesk((state) => state.change);
  const { settings } = card;
  const set = (next: Partial<DocumentSettings>) => void change(next);
  const paper = settings.sendBy !== 'email';
  const mail = settings.sendBy !== 'post';
  const read = card.addressRead;
  const offered = read !== null && read.lines.join('\n') !== settings.addressLines.join('\n');
  return (
    <div className="options-form">
      <SectionHeader title={t('mailings.forSelected', { count })} />
      <SelectField
        label={t('mailings.sendBy')}
        value={settings.sendBy}
        choices={channels.map((value) => ({
          value,
          label: t(`mailings.channel.${value}`),
          under: t(`mailings.channelHelp.${value}`),
        }))}
        onChange={(sendBy) => set({ sendBy })}
      />
      <div className="pair">
        <CommitField
          label={t('mailings.documentType')}
          value={settings.type}
          onCommit={(type) => set({ type })}
        />
        <CommitField
          label={t('mailings.reference')}
          value={settings.reference}
          onCommit={(reference) => set({ reference })}
        />
      </div>
      {paper ? (
        <>
          <CommitField
            label={t('mailings.addressLines')}
            remark={read === null || offered ? undefined : t('mailings.foundInWindow')}
            rows={4}
            value={settings.addressLines.join('\n')}
            onCommit={(text) => set({ addressLines: lines(text).slice(0, 12) })}
          />
          <PickAddress set={set} />
          {offered ? (
            <Button look="link" onPress={() => set({ addressLines: read.lines, country: read.country })}>
              {t('mailings.useFound', { first: read.lines[0] ?? '' })}
            </Button>
          ) : null}
          <SelectField
            label={t('mailings.country')}
            value={settings.country === 'GB' ? 'UK' : settings.country}
            choices={countryChoices(i18n.language)}
            onChange={(country) => set({ country: country === 'UK' ? 'GB' : country })}
          />
        </>
      ) : null}
      {mail ? (
        <>
          <CommitField
            label={t('mailings.to')}
            value={settings.to.join(', ')}
            onCommit={(text) => set({ to: list(text) })}
          />
          <div className="pair">
            <CommitField
              label={t('mailings.cc')}
              value={settings.cc.join(', ')}
              onCommit={(text) => set({ cc: list(text) })}
            />
            <CommitField
              label={t('mailings.bcc')}
              value={settings.bcc.join(', ')}
              onCommit={(text) => set({ bcc: list(text) })}
            />
          </div>
        </>
      ) : null}
      {paper ? (
        <>
          <div className="pair">
            <CommitField
              label={t('mailings.printOn')}
              value={settings.printOn}
              onCommit={(printOn) => set({ printOn })}
            />
            <SelectField
              label={t('mailings.dataMatrixPosition')}
              value={settings.dataMatrixPosition === '' ? 'none' : settings.dataMatrixPosition}
              choices={[
                { value: 'none', label: t('mailings.serviceDefault') },
                { value: 'top', label: t('mailings.top') },
                { value: 'bottom', label: t('mailings.bottom') },
              ]}
              onChange={(where) => set({ dataMatrixPosition: where === 'none' ? '' : where })}
            />
          </div>
          <div className="pair">
            <CommitField
              label={t('mailings.bundle')}
              value={settings.bundle}
              onCommit={(bundle) => set({ bundle: bundle.slice(0, 36) })}
            />
            <CommitField
              label={t('mailings.bundlePosition')}
              value={settings.bundlePosition === null ? '' : String(settings.bundlePosition)}
              onCommit={(text) =>
                set({ bundlePosition: Number.parseInt(text, 10) > 0 ? Number.parseInt(text, 10) : null })
              }
            />
          </div>
          <div className="row switches">
            <Switch
              label={t('mailings.duplex')}
              value={settings.duplex === true}
              onChange={(duplex) => set({ duplex })}
            />
            <Switch
              label={t('mailings.punch')}
              value={settings.punch === true}
              onChange={(punch) => set({ punch })}
            />
            <Switch
              label={t('mailings.fold')}
              value={settings.fold === true}
              onChange={(fold) => set({ fold })}
            />
          </div>
          <CommitField
            label={t('mailings.pageDefinitions')}
            help={t('mailings.pageDefinitionsHelp')}
            rows={2}
            value={settings.pageDefinitions
              .map(({ number, type, plex }) => [number, type, plex].filter((part) => part !== '').join(' '))
              .join('\n')}
            onCommit={(text) => set({ pageDefinitions: readPages(text) })}
          />
        </>
      ) : null}
    </div>
  );
}

/** "2 ESR front", one page a line; what cannot be read is left out. */
function readPages(text: string): DocumentSettings['pageDefinitions'] {
  return lines(text).flatMap((line) => {
    const [number = '', ...rest] = line.trim().split(/\s+/);
    const plex = rest.find((word) => word === 'front' || word === 'back') ?? '';
    const type = rest.filter((word) => word !== plex).join(' ');
    const read = pageDefinitionSchema.safeParse({ number: Number.parseInt(number, 10), type, plex });
    return read.success ? [read.data] : [];
  });
}
