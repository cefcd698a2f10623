import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { stepNow, usePaste, type Step } from './pasteStore.ts';

const order: readonly Step[] = ['in', 'columns', 'rows'];

/** Where one is; a step that is done can be walked back to. */
export function Steps() {
  const { t } = useTranslation();
  const now = order.indexOf(usePaste(stepNow));
  const hasSheet = usePaste((state) => state.sheet !== null);
  const set = usePaste((state) => state.set);
  return (
    <ol className="steps" aria-label={t('paste.steps')}>
      {order.map((name, index) => {
        const state = index === now ? 'now' : index < now ? 'done' : 'next';
        const inside = (
          <>
            {state === 'done' ? <Check aria-hidden /> : <b>{index + 1}</b>}
            <span>{t(`paste.step.${name}`)}</span>
          </>
        );
        return (
          <li key={name} className={state} aria-current={state === 'now' ? 'step' : undefined}>
            {hasSheet && state !== 'now' ? (
              <button type="button" aria-label={t(`paste.step.${name}`)} onClick={() => set({ step: name })}>
                {inside}
              </button>
            ) : (
              inside
            )}
          </li>
        );
      })}
    </ol>
  );
}
