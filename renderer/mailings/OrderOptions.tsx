import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isOver } from '../lib/format.ts';
import { postages } from '../../shared/mailings/mailing.ts';
import { Switch } from '../ui/Choices.tsx';
import { SectionHeader } from '../ui/Notices.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { CommitField } from './CommitField.tsx';
import { useDesk } from './deskStore.ts';
import type { OptionsSubject } from './optionsSubject.ts';
import { PairRows } from './PairRows.tsx';
import { Presets } from './Presets.tsx';
import { Stacks } from './Stacks.tsx';

const levels = ['DAILY', 'MONTHLY', 'TERM', 'MIXDOCUMENT'] as const;

/** Options of the order that sends the documents. */
export function OrderOptions({ subject }: { subject: OptionsSubject | null }) {
  const { t } = useTranslation();
  const { order, changeOrder } = useDesk();
  const sendBy = subject?.card.settings.sendBy ?? 'post';
  const mail = sendBy !== 'post';
  const paper = sendBy !== 'email';
  const past = isOver(order.sendOn);
  return (
    <div className="options-form">
      <SectionHeader title={t('mailings.forOrder')} />
      <Presets subject={subject} />
      {paper ? (
        <SelectField
          label={t('mailings.postage')}
          help={t(`mailings.postagesHelp.${order.postage}`)}
          value={order.postage}
          choices={postages.map((value) => ({
            value,
            label: t(`mailings.postages.${value}`),
            under: t(`mailings.postagesHelp.${value}`),
          }))}
          onChange={(postage) => changeOrder({ postage })}
        />
      ) : null}
      <div className="pair">
        <SelectField
          label={t('mailings.serviceLevel')}
          help={t('mailings.serviceLevelHelp')}
          value={order.serviceLevel}
          choices={[...new Set<string>([...levels, order.serviceLevel])].map((value) => ({
            value,
            label: t(`mailings.levels.${value}`, { defaultValue: value }),
          }))}
          onChange={(serviceLevel) => changeOrder({ serviceLevel })}
        />
        <TextField
          label={t('mailings.sendOn')}
          help={t('mailings.sendOnHelp')}
          error={past ? t('mailings.trouble.dayPast') : ''}
          type="date"
          value={order.sendOn}
          onChange={(sendOn) => changeOrder({ sendOn })}
        />
      </div>
      {paper ? (
        <>
          <Meant help={t('mailings.coverSheetHelp')}>
            <Switch
              label={t('mailings.coverSheet')}
              value={order.coverSheet}
              onChange={(coverSheet) => changeOrder({ coverSheet })}
            />
          </Meant>
          <Meant help={t('mailings.bundlingHelp')}>
            <Switch
              label={t('mailings.bundling')}
              value={order.bundling}
              onChange={(bundling) => changeOrder({ bundling })}
            />
          </Meant>
          <Stacks />
          <CommitField
            label={t('mailings.supplements')}
            help={t('mailings.supplementsHelp')}
            value={order.supplements.join(', ')}
            onCommit={(text) =>
              changeOrder({
                supplements: text
                  .split(',')
                  .map((part) => part.trim())
                  .filter((part) => part !== '')
                  .slice(0, 50),
              })
            }
          />
        </>
      ) : null}
      <TextField
        label={t('mailings.orderReference')}
        help={t('mailings.orderReferenceHelp')}
        value={order.reference}
        onChange={(reference) => changeOrder({ reference })}
      />
      {mail ? (
        <>
          <div className="pair">
            <TextField
              label={t('mailings.sender')}
              help={t('mailings.senderHelp')}
              value={order.sender}
              onChange={(sender) => changeOrder({ sender })}
            />
            <TextField
              label={t('mailings.template')}
              help={t('mailings.templateHelp')}
              value={order.template}
              onChange={(template) => changeOrder({ template })}
            />
          </div>
          <PairRows
            label={t('mailings.templateValues')}
            help={t('mailings.templateValuesHelp')}
            pairs={order.templateValues}
            onChange={(templateValues) => changeOrder({ templateValues })}
          />
        </>
      ) : null}
      {paper ? (
        <PairRows
          label={t('mailings.dataMatrix')}
          help={t('mailings.dataMatrixHelp')}
          pairs={order.dataMatrix}
          onChange={(dataMatrix) => changeOrder({ dataMatrix })}
        />
      ) : null}
    </div>
  );
}

/** A switch with what it means below. */
function Meant({ help, children }: { help: string; children: ReactNode }) {
  return (
    <div className="meant">
      {children}
      <p className="help">{help}</p>
    </div>
  );
}
