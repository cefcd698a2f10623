import './paste.css';
import { FolderOpen, Redo2, Undo2 } from 'lucide-react';
import { useEffect, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenHeader } from '../frame/ScreenHeader.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { chooseFile } from './chooseFile.ts';
import { Columns } from './Columns.tsx';
import { Intake } from './Intake.tsx';
import { client } from './pasteClient.ts';
import { takeIn } from './pasteFlow.ts';
import { usePaste } from './pasteStore.ts';
import { Rows } from './Rows.tsx';
import { startPaste } from './start.ts';
import { Steps } from './Steps.tsx';
import { TroubleBanner } from './TroubleBanner.tsx';

/** Paste orders: rows in, columns matched, rows right. Each step can be walked back to. */
export default function PasteScreen() {
  const { t } = useTranslation();
  const [ready, setReady] = useState(false);
  const step = usePaste((state) => state.step);
  const sheet = usePaste((state) => state.sheet);
  useEffect(() => {
    void startPaste().then(() => setReady(true));
  }, []);
  const drop = (event: DragEvent): void => {
    const file = event.dataTransfer.files[0];
    if (!file || /\.pdf$/i.test(file.name)) return;
    event.preventDefault();
    event.stopPropagation();
    void takeIn({ kind: 'file', file });
  };
  return (
    <div className="paste" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <ScreenHeader title={t('paste.title')}>
        <Steps />
        {step === 'rows' && sheet ? (
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
      {ready ? step === 'in' || !sheet ? <Intake /> : step === 'columns' ? <Columns /> : <Rows /> : null}
    </div>
  );
}
