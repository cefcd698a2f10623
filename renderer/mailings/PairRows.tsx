import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';

type Pairs = Record<string, string>;
interface Row {
  id: number;
  name: string;
  value: string;
}

let serial = 0;
const rowsOf = (pairs: Pairs): Row[] =>
  Object.entries(pairs).map(([name, value]) => ({ id: (serial += 1), name, value }));
const pairsOf = (rows: readonly Row[]): Pairs =>
  Object.fromEntries(
    rows.filter(({ name }) => name.trim() !== '').map((row) => [row.name.trim(), row.value]),
  );
const same = (a: Pairs, b: Pairs): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Names with values, one a row; a name that stands twice is said, as only the last one would count. */
export function PairRows({
  label,
  help,
  pairs,
  onChange,
}: {
  label: string;
  help: string;
  pairs: Pairs;
  onChange: (pairs: Pairs) => void;
}) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(() => ({ rows: rowsOf(pairs), pairs }));
  // Another preset was taken: its pairs replace what stands here.
  const rows = same(held.pairs, pairs) ? held.rows : rowsOf(pairs);
  const put = (next: Row[]): void => {
    const after = pairsOf(next);
    setHeld({ rows: next, pairs: after });
    onChange(after);
  };
  const set = (id: number, part: Partial<Row>): void =>
    put(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const twice = (name: string): boolean =>
    name.trim() !== '' && rows.filter((row) => row.name.trim() === name.trim()).length > 1;
  return (
    <fieldset className="pairs">
      <legend className="lab">{label}</legend>
      <p className="help">{help}</p>
      {rows.map((row, index) => (
        <div className="pair-row" key={row.id}>
          <TextField
            label={t('mailings.pairName', { number: index + 1 })}
            value={row.name}
            onChange={(name) => set(row.id, { name })}
            error={twice(row.name) ? t('mailings.pairTwice') : ''}
          />
          <TextField
            label={t('mailings.pairValue', { number: index + 1 })}
            value={row.value}
            onChange={(value) => set(row.id, { value })}
          />
          <IconButton
            label={t('mailings.pairRemove', { name: row.name })}
            onPress={() => put(rows.filter(({ id }) => id !== row.id))}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
      <Button look="link" onPress={() => put([...rows, { id: (serial += 1), name: '', value: '' }])}>
        <Plus size={14} aria-hidden /> {t('mailings.pairAdd', { label })}
      </Button>
    </fieldset>
  );
}
