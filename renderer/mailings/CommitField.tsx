import { useEffect, useRef, useState } from 'react';
import { TextBlock, TextField } from '../ui/TextField.tsx';

interface Props {
  label: string;
  value: string;
  onCommit: (value: string) => void;
  remark?: string | undefined;
  help?: string;
  error?: string;
  rows?: number;
}

/** Text that is kept when the field is left or taken away, so that not every letter goes to disk. */
export function CommitField({ label, value, onCommit, remark, help, error, rows }: Props) {
  const [draft, setDraft] = useState<{ from: string; text: string; isKept: boolean } | null>(null);
  const text = draft !== null && draft.from === value ? draft.text : value;
  const unkept = useRef<(() => void) | null>(null);
  useEffect(() => {
    unkept.current =
      draft === null || draft.isKept || text === value
        ? null
        : () => {
            onCommit(text);
          };
  });
  useEffect(() => () => unkept.current?.(), []);
  const props = {
    label,
    value: text,
    onChange: (next: string) => setDraft({ from: value, text: next, isKept: false }),
    onBlur: () => {
      if (text === value) return;
      setDraft({ from: value, text, isKept: true });
      onCommit(text);
    },
    ...(remark === undefined ? {} : { remark }),
    ...(help === undefined ? {} : { help }),
    ...(error === undefined ? {} : { error }),
  };
  return rows === undefined ? <TextField {...props} /> : <TextBlock {...props} rows={rows} />;
}
