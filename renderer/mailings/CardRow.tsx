import { Info, X } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../../shared/contract/mailings.ts';
import { remedyWords, worstOf, type Finding, type RemedyId } from '../../shared/mailings/finding.ts';
import { personOf } from '../../shared/mailings/personOf.ts';
import { shortDay } from '../lib/format.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { StatusIcon } from '../ui/StatusMark.tsx';
import { useDesk } from './deskStore.ts';
import { findingWords } from './findingWords.ts';
import { PagePicture } from './PagePicture.tsx';
import { useNear } from './useNear.ts';
import { isHeld, useDocumentActs } from './useDocumentActs.ts';
import { sizeOf } from './sizeOf.ts';

const most = 6;

interface Props {
  card: Card;
  /** Among the first of the desk: drawn without waiting for a look at where it is. */
  isFirst: boolean;
  onRemedy: (id: string, remedy: RemedyId) => void;
}

/** Cards this far from the screen are not drawn; px. */
const reach = 1_000;
/** A card with two findings; px. */
const usualHeight = 220;

/** A PDF on the desk: first page, what it is, and what preflight found. Drawn anew only when the card changes. */
export const CardRow = memo(function CardRow({ card, isFirst, onRemedy }: Props) {
  const isShown = useDesk(({ shown }) => shown === card.id);
  const { place, near, height } = useNear<HTMLElement>(reach, usualHeight, isFirst);
  return (
    <article
      ref={place}
      className={`pdf-card ${isShown ? 'sel' : ''}`}
      aria-label={card.fileName}
      style={near ? undefined : { height }}
      onClick={() => useDesk.getState().show(card.id)}
    >
      {near ? <CardBody card={card} onRemedy={onRemedy} /> : null}
    </article>
  );
});

function CardBody({ card, onRemedy }: Omit<Props, 'isFirst'>) {
  const { t } = useTranslation();
  const isSelected = useDesk(({ selected }) => selected.has(card.id));
  const { toggle, show, remove, checkAgain, restore } = useDesk.getState();
  const [all, setAll] = useState(false);
  const onCardRemedy = (remedy: RemedyId): void => onRemedy(card.id, remedy);
  const facts = [
    card.pages === null ? '' : t('mailings.pages', { count: card.pages }),
    sizeOf(card.bytes),
    personOf(card.settings).name,
  ].filter((part) => part !== '');
  return (
    <>
      <Checkbox
        label={<span className="vh">{t('mailings.pick', { name: card.fileName })}</span>}
        value={isSelected}
        onChange={() => toggle(card.id)}
      />
      <button
        className="thumb"
        type="button"
        onClick={() => show(card.id)}
        aria-label={t('mailings.show', { name: card.fileName })}
      >
        <PagePicture sha256={card.sha256} width={120} alt="" later={card.state === 'checking'} />
      </button>
      <div className="grow card-text">
        <div className="row">
          <b className="grow ell" title={card.fileName}>
            {card.fileName}
          </b>
          <Verdict card={card} />
          <IconButton
            label={t('mailings.remove', { name: card.fileName })}
            onPress={() => void remove([card.id])}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </div>
        <p className="sub">{facts.join(', ')}</p>
        {card.cameFrom === '' ? null : (
          <p className="sub">{t('mailSettings.cameFrom', { name: card.cameFrom })}</p>
        )}
        {card.seenBefore === null ? null : (
          <p className="finding">
            <StatusIcon mark="needs" />
            <span>
              {t('mailings.seenBefore', {
                day: shortDay(card.seenBefore.at),
                recipient: card.seenBefore.recipient,
              })}
            </span>
          </p>
        )}
        <Replaces card={card} />
        <ul className="findings">
          {card.findings.slice(0, all ? undefined : most).map((finding, index) => (
            <FindingLine
              key={`${finding.code}-${index}`}
              finding={finding}
              onRemedy={onCardRemedy}
              onCheckAgain={() => void checkAgain(card.id)}
            />
          ))}
        </ul>
        {card.findings.length > most ? (
          <Button look="link" aria-expanded={all} onPress={() => setAll(!all)}>
            {all
              ? t('mailings.fewerFindings')
              : t('mailings.moreFindings', { count: card.findings.length - most })}
          </Button>
        ) : null}
        {card.remediesDone.length > 0 ? (
          <p className="sub">
            {t('mailings.changedHere')} {card.remediesDone.map((id) => t(remedyWords(id))).join(', ')}.{' '}
            <Button look="link" onPress={() => void restore(card.id)}>
              {t('mailings.restoreOriginal')}
            </Button>
          </p>
        ) : null}
      </div>
    </>
  );
}

/** A card made from a rejected document can take its place while the mailing waits for it. */
function Replaces({ card }: { card: Card }) {
  const { t } = useTranslation();
  const { replace } = useDocumentActs();
  const mailings = useDesk((state) => state.mailings);
  if (card.replaces === '') return null;
  const waits = mailings.some(
    (mailing) =>
      isHeld(mailing) &&
      mailing.documents.some(
        ({ id, step, leftOut }) => id === card.replaces && step === 'rejected' && !leftOut,
      ),
  );
  if (!waits) return null;
  return (
    <p className="finding">
      <StatusIcon mark="needs" />
      <span>
        {t('mailings.replacesHere')}
        <Button look="link" onPress={() => void replace(card.replaces, card.id)}>
          {t('mailings.sendInPlace')}
        </Button>
      </span>
    </p>
  );
}

function Verdict({ card }: { card: Card }) {
  const { t } = useTranslation();
  if (card.state === 'checking') return <span className="sub">{t('mailings.checking')}</span>;
  const worst = worstOf(card.findings);
  if (card.state === 'unreadable' || worst === 'blocked')
    return (
      <span className="verdict refused">
        <StatusIcon mark="refused" />
        {t('mailings.cannot')}
      </span>
    );
  const warnings = card.findings.filter(({ severity }) => severity === 'warning').length;
  if (warnings > 0)
    return (
      <span className="verdict needs">
        <StatusIcon mark="needs" />
        {t('mailings.toLookAt', { count: warnings })}
      </span>
    );
  return (
    <span className="verdict">
      <StatusIcon mark="delivered" />
      {t('mailings.ready')}
    </span>
  );
}

function FindingLine({
  finding,
  onRemedy,
  onCheckAgain,
}: {
  finding: Finding;
  onRemedy: (id: RemedyId) => void;
  onCheckAgain: () => void;
}) {
  const { t } = useTranslation();
  const { says, advice } = findingWords(t, finding);
  return (
    <li className={`finding ${finding.severity}`}>
      <FindingMark severity={finding.severity} />
      <span>
        {says} <span className="sub">{advice}</span>{' '}
        {finding.remedies.map((remedy) => (
          <Button key={remedy} look="link" onPress={() => onRemedy(remedy)}>
            {t(remedyWords(remedy))}
          </Button>
        ))}
        {finding.code === 'fileUnchecked' ? (
          <Button look="link" onPress={onCheckAgain}>
            {t('mailings.checkAgain')}
          </Button>
        ) : null}
      </span>
    </li>
  );
}

/** Octagon: cannot be sent; triangle: look at it; i: a note. */
function FindingMark({ severity }: Pick<Finding, 'severity'>) {
  if (severity === 'note') return <Info className="note-mark" size={14} aria-hidden />;
  return <StatusIcon mark={severity === 'blocked' ? 'refused' : 'needs'} />;
}
