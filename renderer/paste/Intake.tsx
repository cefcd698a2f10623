import { useEffect, useRef, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { chooseFile } from './chooseFile.ts';
import { takeIn } from './pasteFlow.ts';
import { usePaste } from './pasteStore.ts';

/** Step one: rows come from the clipboard or a file. */
export function Intake() {
  const { t } = useTranslation();
  const busy = usePaste((state) => state.busy);
  const sheet = usePaste((state) => state.sheet);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    const html = event.clipboardData.getData('text/html');
    const file = event.clipboardData.files[0];
    if (text === '' && html === '' && file) void takeIn({ kind: 'file', file });
    else void takeIn({ kind: 'text', text, html });
  };
  return (
    <div className="intake">
      <div className="slip">
        <h2>{t('paste.intake.title')}</h2>
        <p className="sec">{t('paste.intake.text')}</p>
        <textarea
          ref={box}
          className="well"
          aria-label={t('paste.intake.label')}
          placeholder={busy ? t('paste.intake.reading') : t('paste.intake.placeholder')}
          onPaste={paste}
          rows={7}
        />
        <div className="row">
          <Button look="primary" size="large" onPress={() => void chooseFile()}>
            {t('paste.chooseFile')}
          </Button>
          <span className="sub grow">{t('paste.intake.kinds')}</span>
        </div>
        <p className="sub xs">{sheet ? t('paste.intake.replaces') : t('paste.intake.nothingLeaves')}</p>
      </div>
    </div>
  );
}
