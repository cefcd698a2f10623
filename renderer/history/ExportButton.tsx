import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError } from '../lib/describeError.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { toast } from '../ui/toastStore.ts';
import { useHistory } from './historyStore.ts';

const formats = [
  { value: 'csv', label: 'CSV' },
  { value: 'xlsx', label: 'XLSX' },
  { value: 'jsonl', label: 'JSON Lines' },
] as const;
type Format = (typeof formats)[number]['value'];

/** **Export…**: what is filtered now, as a file where the user says. */
export function ExportButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [format, setFormat] = useState<Format>('csv');
  const { filter, totals } = useHistory();
  const save = async () => {
    setOpen(false);
    const saved = await api.history.export({ filter, format });
    if (!saved.ok) return toast(describeError(saved.error));
    const { fileName, rows } = saved.value;
    if (fileName !== null) toast(t('history.exportDone', { count: rows, file: fileName }));
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Download aria-hidden />
        {t('history.export')}
      </Button>
      <Dialog
        title={t('history.exportTitle')}
        open={open}
        onClose={() => setOpen(false)}
        width="narrow"
        footer={
          <>
            <span className="grow" />
            <Button onPress={() => setOpen(false)}>{t('history.cancel')}</Button>
            <Button look="primary" onPress={() => void save()}>
              {t('history.save')}
            </Button>
          </>
        }
      >
        <p>{t('history.exportText', { count: totals?.shown ?? 0 })}</p>
        <div className="f export-format">
          <span className="lab">{t('history.exportFormat')}</span>
          <span>
            <Segmented
              label={t('history.exportFormat')}
              value={format}
              choices={formats}
              onChange={setFormat}
            />
          </span>
        </div>
      </Dialog>
    </>
  );
}
