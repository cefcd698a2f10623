import { FolderOpen } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mapPerson } from '../../shared/address/addressLines.ts';
import { decodeBytes, looksBinary } from '../../shared/paste/decode.ts';
import { describeError } from '../lib/describeError.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextBlock } from '../ui/TextField.tsx';
import { toast } from '../ui/toastStore.ts';
import { readPeople } from './readPeople.ts';

/** The contract takes this many at once. */
const portion = 2_000;
const longest = 300;

/** Many people at once: pasted rows, pasted addresses, or a file. Says what it read before anything is kept. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const read = useMemo(() => (text.trim() === '' ? null : readPeople(text)), [text]);
  const take = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (looksBinary(bytes)) return setError(t('recipients.importNone'));
    setError('');
    setText(decodeBytes(bytes).text);
  };
  const save = async () => {
    const people = (read?.people ?? []).map((person) =>
      mapPerson(person, (field) => field.slice(0, longest)),
    );
    if (people.length === 0) return setError(t('recipients.importNone'));
    let added = 0;
    let known = 0;
    for (let from = 0; from < people.length; from += portion) {
      const done = await api.recipients.import({ people: people.slice(from, from + portion) });
      if (!done.ok) return setError(describeError(done.error));
      added += done.value.added;
      known += done.value.known;
    }
    onClose();
    toast(t('recipients.importDone', { added, known }));
  };
  const found = read?.people.length ?? 0;
  return (
    <Dialog
      title={t('recipients.importTitle')}
      open
      onClose={onClose}
      dismiss="buttons"
      footer={
        <>
          <Button onPress={() => void choose(take)}>
            <FolderOpen aria-hidden />
            {t('recipients.chooseFile')}
          </Button>
          <span className="grow" />
          <Button onPress={onClose}>{t('recipients.cancel')}</Button>
          <Button look="primary" onPress={() => void save()}>
            {t('recipients.importDo', { count: found })}
          </Button>
        </>
      }
    >
      <div className="recipient-form import-text">
        <p className="sec">{t('recipients.importHelp')}</p>
        <TextBlock
          label={t('recipients.importText')}
          rows={10}
          value={text}
          onChange={(next) => {
            setError('');
            setText(next);
          }}
          error={error === '' ? undefined : error}
          help={
            read === null
              ? ' '
              : found === 0
                ? t('recipients.importNone')
                : [
                    t('recipients.importRead', { count: found }),
                    read.leftOut === 0 ? '' : t('recipients.importLeftOut', { count: read.leftOut }),
                  ].join(' ')
          }
          autoFocus
        />
      </div>
    </Dialog>
  );
}

/** The system's dialog for one file. */
function choose(take: (file: File) => Promise<void>): Promise<void> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.csv,.tsv,.txt,.vcf';
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      resolve(file ? take(file) : undefined);
    });
    input.addEventListener('cancel', () => resolve());
    input.click();
  });
}
