import { useEffect, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isPasteKey } from '../../shared/lib/pasteKey.ts';
import { Button } from '../ui/Button.tsx';
import { chooseFile } from './chooseFile.ts';
import { takeClipboard, takeIn } from './pasteFlow.ts';
import { usePaste } from './pasteStore.ts';

/** Step one: rows come from the clipboard or a file. */
export function Intake() {
  const { t } = useTranslation();
  const busy = usePaste((state) => state.busy);
  const sheet = usePaste((state) => state.sheet);
  const box = useRef<HTMLTextAreaElement>(null);
  /** The keys for "paste" are down. */
  const pressed = useRef(false);
  useEffect(() => box.current?.focus(), []);
  const paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const { clipboardData: data } = event;
    const isText = data.types.some((type) => type === 'text/plain' || type === 'text/html');
    const [file] = data.files;
    if (!isText && file) void takeIn({ kind: 'file', file });
    else if (pressed.current) void takeClipboard();
    // From a menu or the middle button of the mouse, which has a clipboard of its own: only the event has it.
    else void takeIn({ kind: 'text', text: data.getData('text/plain'), html: data.getData('text/html') });
  };
  const press = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): void => {
    pressed.current = isPasteKey({ key, control: ctrlKey, meta: metaKey, shift: shiftKey, alt: altKey });
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
          onKeyDown={press}
          onKeyUp={() => (pressed.current = false)}
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
