import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import type { GridCore } from '../ui/grid/gridCore.ts';
import { client } from './pasteClient.ts';
import { learnSku } from './pasteFlow.ts';
import type { ShownProblem, ShownRow } from './protocol.ts';
import { useProducts } from './useProducts.ts';
import { problemText } from './problemText.ts';

interface Props {
  found: { row: ShownRow; problems: ShownProblem[] };
  core: GridCore | null;
}

/** What is wrong with the active cell, and the fix. */
export function CellPopover({ found, core }: Props) {
  const { t } = useTranslation();
  const { row, problems } = found;
  const next = (): void => void core?.nextProblem();
  if (row.notOrder)
    return (
      <div>
        <p className="med">{t('paste.notSent')}</p>
        <p className="sec xs">{t(`pasteFaults.notOrder.${row.notOrder}`)}</p>
        {row.askable ? (
          <div className="row acts">
            <Button onPress={() => void client.call('include', [row.key], true)}>
              {t('paste.sendAnyway')}
            </Button>
          </div>
        ) : null}
      </div>
    );
  return (
    <div>
      {problems.slice(0, 2).map((problem) => (
        <Explained key={problem.id} problem={problem} core={core} next={next} />
      ))}
    </div>
  );
}

function Explained({
  problem,
  core,
  next,
}: {
  problem: ShownProblem;
  core: GridCore | null;
  next: () => void;
}) {
  const { t } = useTranslation();
  const { repair, open, weight, code } = problem;
  const back = (): void => core?.focus();
  const text = problemText(t, problem);
  const split = text.search(/[.?!] /);
  const title = split < 0 ? text : text.slice(0, split + 1);
  return (
    <div className="why">
      <p className="med">{title}</p>
      {split < 0 ? null : <p className="sec xs">{text.slice(split + 2)}</p>}
      {code === 'productUnknown' ? <ProductPicker sku={problem.was} back={back} /> : null}
      <div className="row acts">
        {repair && open ? (
          <Button
            onPress={() => {
              void client.call('takeRepair', [problem.id]);
              back();
            }}
          >
            {repair.removeRow
              ? t('paste.removeRow')
              : repair.value === ''
                ? t('paste.clearCell')
                : t('paste.use', { value: repair.value.slice(0, 32) })}
          </Button>
        ) : null}
        {open && weight !== 'fault' && weight !== 'notice' ? (
          <Button
            look="quiet"
            onPress={() => {
              void client.call('leave', [problem.id]);
              back();
            }}
          >
            {t('paste.leaveIt')}
          </Button>
        ) : null}
        <Button look="quiet" onPress={next}>
          {t('paste.nextProblem')}
        </Button>
      </div>
    </div>
  );
}

/** Which of the own products a shop's SKU means; remembered for the next paste. */
function ProductPicker({ sku, back }: { sku: string; back: () => void }) {
  const { t } = useTranslation();
  const products = useProducts();
  if (products.length === 0) return null;
  return (
    <select
      className="g-select"
      aria-label={t('paste.productFor', { sku })}
      value=""
      onChange={(event) => {
        void learnSku(sku, event.target.value);
        back();
      }}
    >
      <option value="">{t('paste.chooseProduct')}</option>
      {products.map(({ id, productId, title }) => (
        <option key={id} value={productId}>
          {productId} · {title}
        </option>
      ))}
    </select>
  );
}
