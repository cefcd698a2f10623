import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { modes } from '../../../shared/orders/order.ts';
import { useFrame } from '../../frame/frameStore.ts';
import { waitWords } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { StatusIcon } from '../../ui/StatusMark.tsx';
import { pasteAccount } from '../pasteFlow.ts';
import { usePaste } from '../pasteStore.ts';
import type { Review } from '../protocol.ts';
import { reviewAgain, submitReviewed } from '../submit.ts';
import { DryRun } from './DryRun.tsx';
import { ProgressFooter } from './ProgressFooter.tsx';
import { Totals } from './Totals.tsx';

/** Totals and the dry run: what would leave, to whom, live or test. Nothing has left yet. */
export function ReviewDialog() {
  const { t } = useTranslation();
  const { review, progress, mode, set } = usePaste();
  const undoTime = useFrame((state) => state.settings?.undoTime ?? 60);
  const sheet = usePaste((state) => state.sheet);
  if (!review) return null;
  const { orders } = review.review;
  const practice = pasteAccount()?.service === 'practice';
  const close = (): void => {
    if (!progress) set({ review: null });
  };
  return (
    <Dialog
      open
      width="wide"
      onClose={close}
      dismiss="buttons"
      title={t('paste.review.title', {
        count: orders,
        service: practice ? t('paste.review.practice') : 'TrepStar',
      })}
      footer={
        progress ? (
          <ProgressFooter />
        ) : (
          <>
            <span className="grow sub xs">
              {undoTime > 0 ? t('outbox.willWait', { time: waitWords(undoTime) }) : t('outbox.leaveAtOnce')}
            </span>
            <Button onPress={close}>{t('paste.back')}</Button>
            <Button look="primary" autoFocus onPress={() => void submitReviewed()}>
              {t(mode === 'test' ? 'paste.review.submitTest' : 'paste.review.submitLive', {
                count: orders,
              })}
            </Button>
          </>
        )
      }
    >
      <p className="sec">
        {t('paste.review.from', { account: pasteAccount()?.name ?? '' })}{' '}
        {sheet && sheet.counts.attention > 0
          ? t('paste.review.stay', { count: sheet.counts.attention })
          : null}
      </p>
      <RadioGroup
        className="mode"
        aria-label={t('paste.mode')}
        value={mode}
        isDisabled={progress !== null}
        onChange={(value) => {
          const chosen = modes.find((one) => one === value);
          if (!chosen) return;
          set({ mode: chosen });
          void reviewAgain();
        }}
      >
        {modes.map((one) => (
          <Radio key={one} value={one} className={`md ${one === mode ? 'on' : ''}`}>
            <i className={`rd ${one === mode ? 'on' : ''}`} />
            <span>
              <b className="med">{t(`paste.${one}`)}</b>
              <span className="sec">
                {t(`paste.review.${practice ? `${one}Practice` : one}`, {
                  count: orders,
                })}
              </span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      <Totals review={review.review} />
      <ReviewNotes review={review.review} used={review.used.length} />
      <DryRun total={orders} />
    </Dialog>
  );
}

/** What one should know before it leaves. */
function ReviewNotes({ review, used }: { review: Review; used: number }) {
  const { t } = useTranslation();
  return (
    <ul className="chk">
      <li>
        <StatusIcon mark={used === 0 ? 'delivered' : 'needs'} />
        {used === 0 ? t('paste.review.newInvoices') : t('paste.review.usedInvoices', { count: used })}
      </li>
      {review.repaired > 0 ? (
        <li>
          <StatusIcon mark="delivered" />
          {t('paste.review.repaired', { count: review.repaired })}
        </li>
      ) : null}
      {review.doubles > 0 ? (
        <li>
          <StatusIcon mark="needs" />
          {t('paste.review.doubles', { count: review.doubles })}
        </li>
      ) : null}
      {review.barred.length > 0 ? (
        <li>
          <StatusIcon mark="needs" />
          {t('paste.review.barred', {
            count: review.barred.length,
            rows: review.barred
              .slice(0, 5)
              .map(({ number }) => number)
              .join(', '),
          })}
        </li>
      ) : null}
    </ul>
  );
}
