import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommitField } from './CommitField.tsx';

interface Props {
  label: string;
  remark: string | undefined;
  help: string;
  value: string;
  /** What the text says: the lines that cannot be understood, and how to keep the rest. */
  read: (text: string) => { unread: string[]; keep: () => void };
}

/** One thing a line. With a line that cannot be understood nothing is kept: half of it would be printed wrongly. */
export function LinesField({ label, remark, help, value, read }: Props) {
  const { t } = useTranslation();
  const [unread, setUnread] = useState<string[]>([]);
  return (
    <CommitField
      label={label}
      remark={remark}
      help={help}
      error={unread.length === 0 ? '' : t('mailings.linesUnread', { lines: unread.join('; ') })}
      rows={2}
      value={value}
      onCommit={(text) => {
        const found = read(text);
        setUnread(found.unread);
        if (found.unread.length === 0) found.keep();
      }}
    />
  );
}
