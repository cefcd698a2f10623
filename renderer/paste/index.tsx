import './paste.css';
import { FolderOpen, Redo2, Undo2 } from 'lucide-react';
import { startTransition, useEffect, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenHeader } from '../frame/ScreenHeader.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { chooseFile } from './chooseFile.ts';
import { Columns } from './Columns.tsx';
import { Intake } from './Intake.tsx';
import { client } from './pasteClient.ts';
import { takeIn } from './pasteFlow.ts';
import { stepNow, usePaste } from './pasteStore.ts';
import { Rows } from './Rows.tsx';
import { startPaste } from './start.ts';
import { Steps } from './Steps.tsx';
import { TroubleBanner } from './TroubleBanner.tsx';

/** Paste orders: rows in, columns matched, rows right. Each step can be walked back to. */
export default function PasteScreen() {
  const { t } = useTranslation();
  const [ready, setReady] = useState(false);
  const shown = usePaste(stepNow);
  useEffect(() => {
    void startPaste().then(() => setReady(true));
  }, []);
  // The rows' step is laid out behind the first one when nothing else is to do: a paste then finds it ready.
  const [laidOut, setLaidOut] = useState(false);
  useEffect(() => {
    if (!ready) return undefined;
    const handle = requestIdleCallback(() => startTransition(() => setLaidOut(true)), { timeout: 1000 });
    return () => cancelIdleCallback(handle);
  }, [ready]);
  const drop = (event: DragEvent): void => {
    const file = event.dataTransfer.files[0];
    if (!file || /\.pdf$/i.test(file.name)) return;
    event.preventDefault();
    event.stopPropagation();
    void takeIn({ kind: 'file', file });
  };
  return (
    <div className="paste" data-takes-files onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <ScreenHeader title={t('paste.title')}>
        <Steps />
        {shown === 'rows' ? (
          <span className="row undo">
            <IconButton label={t('paste.undo')} onPress={() => void client.call('undo')}>
              <Undo2 aria-hidden />
            </IconButton>
            <IconButton label={t('paste.redo')} onPress={() => void client.call('redo')}>
              <Redo2 aria-hidden />
            </IconButton>
          </span>
        ) : null}
        <Button onPress={() => void chooseFile()}>
          <FolderOpen aria-hidden />
          {t('paste.chooseFile')}
        </Button>
      </ScreenHeader>
      <TroubleBanner />
      {ready ? (
        <div className="stage">
          {shown === 'in' ? <Intake /> : shown === 'columns' ? <Columns /> : null}
          {shown === 'rows' || (laidOut && shown === 'in') ? <RowsStep shown={shown === 'rows'} /> : null}
        </div>
      ) : null}
    </div>
  );
}

/** Behind another step, or without a sheet yet, nothing of it can be used. */
function RowsStep({ shown }: { shown: boolean }) {
  const hasSheet = usePaste((state) => state.sheet !== null);
  return (
    <div className="rows" data-behind={!shown} inert={!shown || !hasSheet}>
      <Rows shown={shown} />
    </div>
  );
}
