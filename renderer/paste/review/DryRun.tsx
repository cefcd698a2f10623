import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/ipc.ts';
import { Button } from '../../ui/Button.tsx';
import { client } from '../pasteClient.ts';
import type { SendRow } from '../protocol.ts';

const listed = 200;

/** Exactly what would be sent, order by order. */
export function DryRun({ total }: { total: number }) {
  const { t } = useTranslation();
  const [rows, setRows] = useState<SendRow[] | null>(null);
  const load = (): void => void client.call('batch', 0, listed).then(setRows);
  const save = async (): Promise<void> => {
    const text = await client.call('listText', 0, total);
    await api.app.saveText({ suggestedName: 'postroom-dry-run.tsv', text });
  };
  return (
    <details className="dry" onToggle={(event) => event.currentTarget.open && load()}>
      <summary>{t('paste.review.list', { count: total })}</summary>
      <div className="drylist">
        <table>
          <tbody>
            {(rows ?? []).map(({ order, rows: keys }) => (
              <tr key={keys[0]}>
                <td>{order.invoice || t('paste.review.generated')}</td>
                <td>{order.lines.map((line) => `${line.quantity} × ${line.productId}`).join(', ')}</td>
                <td className="address">
                  {[order.name, order.company, order.address, order.postcode, order.city, order.state]
                    .filter((part) => part !== '')
                    .join(', ')}
                </td>
                <td>{order.country}</td>
                <td>{t(`paste.method.${order.shippingMethod}`)}</td>
                <td>{t(`paste.${order.mode}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row">
        {total > listed ? (
          <span className="sub grow">{t('paste.andMore', { count: total - listed })}</span>
        ) : null}
        <Button onPress={() => void save()}>{t('paste.review.saveList')}</Button>
      </div>
    </details>
  );
}
