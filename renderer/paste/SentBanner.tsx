import { useTranslation } from 'react-i18next';
import { go } from '../frame/routeStore.ts';
import { clock, longDay } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { StatusIcon } from '../ui/StatusMark.tsx';
import { pasteAccount } from './pasteFlow.ts';
import { usePaste } from './pasteStore.ts';
import { startOver } from './submit.ts';

/** What the last submit did; its orders can be opened together, its summary kept. */
export function SentBanner() {
  const { t } = useTranslation();
  const sent = usePaste((state) => state.sent);
  const sheet = usePaste((state) => state.sheet);
  const batchId = usePaste((state) => state.batchId);
  const label = usePaste((state) => state.label);
  if (!sent) return null;
  const summary = [
    t('paste.sent.title', { count: sent.orders }),
    `${longDay(sent.at)} ${clock(sent.at)}`,
    label,
    `${t('paste.account')}: ${pasteAccount()?.name ?? ''}`,
    `${t('paste.mode')}: ${t(`paste.${sent.mode}`)}`,
    '',
    ...sent.invoices,
  ].join('\n');
  return (
    <div className="banner delivered" role="status">
      <StatusIcon mark="delivered" />
      <span className="grow">
        <b>{t('paste.sent.title', { count: sent.orders })}</b> {t('paste.sent.text')}
      </span>
      <Button look="quiet" onPress={() => void api.app.writeClipboard({ text: summary })}>
        {t('paste.sent.copy')}
      </Button>
      <Button
        look="quiet"
        onPress={() => void api.app.saveText({ suggestedName: 'postroom-summary.txt', text: summary })}
      >
        {t('paste.sent.save')}
      </Button>
      {sheet && sheet.counts.rows > 0 ? null : (
        <Button look="quiet" onPress={() => void startOver()}>
          {t('paste.sent.newPaste')}
        </Button>
      )}
      <Button onPress={() => go('history', { batchId })}>{t('paste.sent.history')}</Button>
    </div>
  );
}
