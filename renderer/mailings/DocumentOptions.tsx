import { useTranslation } from 'react-i18next';
import type { Card } from '../../shared/contract/mailings.ts';
import { channels } from '../../shared/mailings/limits.ts';
import type { DocumentSettings } from '../../shared/mailings/mailing.ts';
import { countryChoices } from '../ui/countryChoices.ts';
import { Button } from '../ui/Button.tsx';
import { SectionHeader } from '../ui/Notices.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { CommitField } from './CommitField.tsx';
import { useDesk } from './deskStore.ts';
import { LinesField } from './LinesField.tsx';
import type { OptionsSubject } from './optionsSubject.ts';
import { PickAddress } from './PickAddress.tsx';
import { PrintOptions, type OptionProps } from './PrintOptions.tsx';
import { badEmails, readEmails, readLines, readValues, writeValues } from './readLists.ts';

/**
 * Options of all selected documents at once. To whom one goes is its own: it is changed for the one that is shown, and
 * taken over for the others only when that is asked for.
 */
export function DocumentOptions({ subject }: { subject: OptionsSubject }) {
  const { t } = useTranslation();
  const change = useDesk((state) => state.change);
  const { chosen, shown } = subject;
  const { settings } = subject.card;
  const count = chosen.length;
  const set = (next: Partial<DocumentSettings>) => void change(chosen, next);
  const differs = (key: keyof DocumentSettings): string | undefined =>
    chosen.some((one) => JSON.stringify(one.settings[key]) !== JSON.stringify(settings[key]))
      ? t('mailings.differs')
      : undefined;
  const props: OptionProps = { settings, set, differs };
  const setOne = (next: Partial<DocumentSettings>) => void change([shown], next);
  const way = shown.settings.sendBy;
  const alone = count === 1 && chosen[0] === shown;
  const forAll = <SectionHeader title={t('mailings.forSelected', { count })} />;
  return (
    <div className="options-form">
      {forAll}
      <SelectField
        label={t('mailings.sendBy')}
        remark={differs('sendBy')}
        help={t(`mailings.channelHelp.${settings.sendBy}`)}
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
          remark={differs('type')}
          help={t('mailings.documentTypeHelp')}
          value={settings.type}
          onCommit={(type) => set({ type: type.trim() })}
          error={settings.type === '' ? t('mailings.typeMissing') : ''}
        />
        <CommitField
          label={t('mailings.reference')}
          remark={differs('reference')}
          help={t('mailings.referenceHelp')}
          value={settings.reference}
          onCommit={(reference) => set({ reference })}
        />
      </div>
      {alone ? null : <SectionHeader title={t('mailings.onlyFor', { name: shown.fileName })} />}
      {way === 'email' ? null : <AddressOptions card={shown} set={setOne} />}
      {way === 'post' ? null : <EmailOptions settings={shown.settings} set={setOne} />}
      {count > 1 ? (
        <Button look="link" onPress={() => set(toWhom(shown.settings))}>
          {t('mailings.sameForAll', { count })}
        </Button>
      ) : null}
      {alone || settings.sendBy === 'email' ? null : forAll}
      {settings.sendBy === 'email' ? null : <PrintOptions {...props} />}
      <LinesField
        label={t('mailings.values')}
        remark={differs('values')}
        help={t('mailings.valuesHelp')}
        value={writeValues(settings.values)}
        read={(text) => {
          const { values, unread } = readValues(text);
          return { unread, keep: () => set({ values }) };
        }}
      />
    </div>
  );
}

/** What of the options is about one person; only what the document's way needs. */
function toWhom({ sendBy, addressLines, country, to, cc, bcc }: DocumentSettings): Partial<DocumentSettings> {
  return {
    ...(sendBy === 'email' ? {} : { addressLines, country }),
    ...(sendBy === 'post' ? {} : { to, cc, bcc }),
  };
}

type SetOne = Pick<OptionProps, 'set'>;

function AddressOptions({ card, set }: SetOne & { card: Card }) {
  const { t, i18n } = useTranslation();
  const { settings } = card;
  const read = card.addressRead;
  const offered = read !== null && read.lines.join('\n') !== settings.addressLines.join('\n');
  return (
    <>
      <CommitField
        label={t('mailings.addressLines')}
        remark={read === null || offered ? undefined : t('mailings.foundInWindow')}
        help={t('mailings.addressLinesHelp')}
        rows={4}
        value={settings.addressLines.join('\n')}
        onCommit={(text) => set({ addressLines: readLines(text).slice(0, 12) })}
      />
      {offered ? (
        <Button look="link" onPress={() => set({ addressLines: read.lines, country: read.country })}>
          {t('mailings.useFound', { first: read.lines[0] ?? '' })}
        </Button>
      ) : null}
      <PickAddress set={set} />
      <SelectField
        label={t('mailings.country')}
        value={settings.country === 'GB' ? 'UK' : settings.country}
        choices={countryChoices(i18n.language)}
        onChange={(country) => set({ country: country === 'UK' ? 'GB' : country })}
      />
    </>
  );
}

function EmailOptions({ settings, set }: SetOne & { settings: DocumentSettings }) {
  const { t } = useTranslation();
  const field = (key: 'to' | 'cc' | 'bcc') => {
    const bad = badEmails(settings[key]);
    return (
      <CommitField
        label={t(`mailings.${key}`)}
        value={settings[key].join(', ')}
        error={bad.length === 0 ? '' : t('mailings.badEmail', { address: bad.join(', ') })}
        onCommit={(text) => set({ [key]: readEmails(text).slice(0, 50) })}
      />
    );
  };
  return (
    <>
      {field('to')}
      <div className="pair">
        {field('cc')}
        {field('bcc')}
      </div>
    </>
  );
}
