import { useTranslation } from 'react-i18next';
import { count, countryName } from '../../lib/format.ts';
import type { Review } from '../protocol.ts';
import { useProducts } from '../useProducts.ts';

/** What would be sent, by product, country, shipping method and mode. */
export function Totals({ review }: { review: Review }) {
  const { t } = useTranslation();
  const products = useProducts();
  const { totals } = review;
  const titleOf = (key: string, title: string): string =>
    products.find((one) => one.productId === key)?.title || title || key;
  const country = (key: string): string => countryName(key || 'US');
  return (
    <div className="tots">
      <TotalsTable
        head={t('paste.review.products')}
        remark={t('paste.review.ordersPieces')}
        rows={[
          ...top(totals.byProduct, 6).map(({ key, title, orders, copies }) => ({
            name: key === '' ? t('paste.review.others') : titleOf(key, title),
            figures: [orders, copies],
          })),
          { name: t('paste.review.total'), figures: [totals.orders, totals.copies], strong: true },
        ]}
      />
      <TotalsTable
        head={t('paste.review.countries')}
        rows={totals.byCountry
          .slice(0, 6)
          .map(({ key, orders }) => ({ name: country(key), figures: [orders] }))
          .concat(
            totals.byCountry.length > 6
              ? [
                  {
                    name: t('paste.review.moreCountries', { count: totals.byCountry.length - 6 }),
                    figures: [totals.byCountry.slice(6).reduce((sum, one) => sum + one.orders, 0)],
                  },
                ]
              : [],
          )}
      />
      <div>
        <TotalsTable
          head={t('paste.review.methods')}
          rows={totals.byMethod.map(({ key, orders }) => ({
            name: t(`paste.method.${key}`),
            figures: [orders],
          }))}
        />
        <TotalsTable
          head={t('paste.mode')}
          rows={totals.byMode.map(({ key, orders }) => ({
            name: t(key === 'test' ? 'paste.test' : 'paste.live'),
            figures: [orders],
          }))}
        />
      </div>
    </div>
  );
}

/** The first ones, and the rest in one line without a name. */
function top<T extends { key: string; title: string; orders: number; copies: number }>(
  all: readonly T[],
  most: number,
): { key: string; title: string; orders: number; copies: number }[] {
  if (all.length <= most) return [...all];
  const rest = all.slice(most - 1);
  const sum = (of: 'orders' | 'copies'): number => rest.reduce((total, one) => total + one[of], 0);
  return [...all.slice(0, most - 1), { key: '', title: '', orders: sum('orders'), copies: sum('copies') }];
}

interface TotalsProps {
  head: string;
  remark?: string;
  rows: readonly { name: string; figures: readonly number[]; strong?: boolean }[];
}

function TotalsTable({ head, remark, rows }: TotalsProps) {
  return (
    <section>
      <h3 className="row xs sec">
        <span className="grow">{head}</span>
        {remark ? <span className="sub">{remark}</span> : null}
      </h3>
      <table className="tt">
        <tbody>
          {rows.map(({ name, figures, strong }) => (
            <tr key={name} className={strong ? 'strong' : ''}>
              <th scope="row">{name}</th>
              {figures.map((figure, index) => (
                <td key={index} className="num">
                  {count(figure)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
