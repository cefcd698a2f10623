import { useTranslation } from 'react-i18next';
import { count } from '../lib/format.ts';

interface Props {
  title: string;
  remark: string;
  /** `refused` for what went wrong. */
  look?: 'refused';
  rows: readonly { name: string; value: number; open?: () => void }[];
}

/** Names with a number and a line as long as the number is large. */
export function TopList({ title, remark, look, rows }: Props) {
  const { t } = useTranslation();
  const shown = rows.slice(0, 5);
  const most = Math.max(1, ...shown.map((row) => row.value));
  return (
    <section>
      <h2 className="sec-h">
        {title} <span className="sub">{remark}</span>
      </h2>
      {shown.length === 0 ? <p className="sub xs nothing">{t('overview.none')}</p> : null}
      <ul className="top-list">
        {shown.map((row) => (
          <li key={row.name}>
            <span className="row">
              {row.open ? (
                <button className="grow ell plain" onClick={row.open} title={row.name}>
                  {row.name}
                </button>
              ) : (
                <span className="grow ell" title={row.name}>
                  {row.name}
                </span>
              )}
              <span className="num">{count(row.value)}</span>
            </span>
            <i className={look ?? ''} style={{ width: `${(100 * row.value) / most}%` }} />
          </li>
        ))}
      </ul>
    </section>
  );
}
