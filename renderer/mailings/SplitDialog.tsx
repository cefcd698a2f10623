import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../shared/contract/contract.ts';
import type { Card, SplitBy } from '../../shared/contract/mailings.ts';
import type { AppError } from '../../shared/contract/result.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Banner, LoadingRows } from '../ui/Notices.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toast } from '../ui/toastStore.ts';
import { useDesk } from './deskStore.ts';
import { useTrouble } from './useTrouble.ts';

type Letters = Output<'mailings.splitPlan'>['letters'];
type Plan = { key: string; letters: Letters } | { key: string; error: AppError };

/** What a split would make, asked anew for each choice. */
function useSplitPlan(id: string, by: SplitBy): Plan | null {
  const [plan, setPlan] = useState<Plan | null>(null);
  const key = JSON.stringify(by);
  useEffect(() => {
    let gone = false;
    void api.mailings.splitPlan({ id, by: JSON.parse(key) as SplitBy }).then((answer) => {
      if (gone) return;
      setPlan(answer.ok ? { key, letters: answer.value.letters } : { key, error: answer.error });
    });
    return () => {
      gone = true;
    };
  }, [id, key]);
  return plan?.key === key ? plan : null;
}

/** One PDF into letters, every n pages or at each address; which letters that makes is shown before it is done. */
export function SplitDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const load = useDesk((state) => state.load);
  const [how, setHow] = useState<'address' | 'pages'>('address');
  const [every, setEvery] = useState('1');
  const [error, setError] = useState<AppError | null>(null);
  const everyPages = Math.max(1, Math.min(500, Number.parseInt(every, 10) || 1));
  const by: SplitBy = how === 'address' ? { atAddress: true } : { everyPages };
  const plan = useSplitPlan(card.id, by);
  const letters = plan !== null && 'letters' in plan ? plan.letters : [];
  const failed = error ?? (plan !== null && 'error' in plan ? plan.error : null);
  const split = async (): Promise<void> => {
    const done = await api.mailings.split({ id: card.id, by });
    if (!done.ok) return setError(done.error);
    await load();
    toast(t('mailings.splitDone', { count: done.value.cards.length }));
    onClose();
  };
  return (
    <Dialog
      title={t('mailings.splitTitle', { name: card.fileName })}
      open
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button onPress={onClose}>{t('mailings.leaveIt')}</Button>
          {letters.length > 1 ? (
            <Button look="primary" onPress={() => void split()}>
              {t('mailings.splitInto', { count: letters.length })}
            </Button>
          ) : null}
        </>
      }
    >
      {failed ? <Banner mark="needs" title={trouble(failed)} /> : null}
      <Segmented
        label={t('mailings.splitWhere')}
        value={how}
        choices={[
          { value: 'address', label: t('mailings.splitAtAddress') },
          { value: 'pages', label: t('mailings.splitEvery') },
        ]}
        onChange={setHow}
      />
      {how === 'pages' ? (
        <TextField label={t('mailings.everyPages')} value={every} onChange={setEvery} numeric="numeric" />
      ) : null}
      {plan === null ? <LoadingRows rows={3} /> : null}
      {plan !== null && !failed && letters.length < 2 ? (
        <p className="split-none">
          {t(
            `mailings.${how === 'pages' ? 'splitOnePart' : letters.length === 0 ? 'splitNoAddress' : 'splitOneAddress'}`,
          )}
        </p>
      ) : null}
      {letters.length > 1 ? <LetterList letters={letters} /> : null}
    </Dialog>
  );
}

function LetterList({ letters }: { letters: Letters }) {
  const { t } = useTranslation();
  return (
    <ol className="split-letters" aria-label={t('mailings.splitLetters')} tabIndex={0}>
      {letters.map(({ first, last, address }) => (
        <li key={first}>
          <span className="split-pages">
            {first === last
              ? t('mailings.splitPage', { page: first })
              : t('mailings.splitPages', { first, last })}
          </span>
          <span className="ell">{address.join(', ')}</span>
        </li>
      ))}
    </ol>
  );
}
