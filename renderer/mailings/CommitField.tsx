import { useState } from 'react';
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

/** Text that is kept when the field is left, so that not every letter goes to disk. */
export function CommitField({ label, value, onCommit, remark, help, error, rows }: Props) {
  const [draft, setDraft] = useState<{ from: string; text: string } | null>(null);
  const text = draft !== null && draft.from === value ? draft.text : value;
  const props = {
    label,
    value: text,
    onChange: (next: string) => setDraft({ from: value, text: next }),
    onBlur: () => {
      if (text !== value) onCommit(text);
    },
    ...(remark === undefined ? {} : { remark }),
    ...(help === undefined ? {} : { help }),
    ...(error === undefined ? {} : { error }),
  };
  return rows === undefined ? <TextField {...props} /> : <TextBlock {...props} rows={rows} />;
}
