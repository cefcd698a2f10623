import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { usePaste } from '../pasteStore.ts';

/** How far a submit has come, with the buttons that hold it up. What has left has left. */
export function ProgressFooter() {
  const { t } = useTranslation();
  const { progress, set } = usePaste();
  if (!progress) return null;
  const { done, total, state } = progress;
  return (
    <>
      <progress className="grow" max={total} value={done} aria-label={t('paste.review.progress')} />
      <span className="nowrap num">{t('paste.review.progressOf', { done, total })}</span>
      <Button
        onPress={() => set({ progress: { ...progress, state: state === 'paused' ? 'running' : 'paused' } })}
      >
        {state === 'paused' ? t('paste.review.goOn') : t('paste.review.pause')}
      </Button>
      <Button onPress={() => set({ progress: { ...progress, state: 'stopping' } })}>
        {t('paste.review.stop')}
      </Button>
    </>
  );
}
