import type { Input } from '../../shared/contract/contract.ts';

type PastedProduct = Input<'products.import'>[number];

/**
 * Products pasted from a spreadsheet: id, title, price, packaging, in tab, semicolon or comma columns.
 * A line without a numeric id (a header, a remark) is left out and counted.
 */
export function readPastedProducts(
  text: string,
  accountId: string,
): { products: PastedProduct[]; leftOut: number } {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const first = lines[0] ?? '';
  const delimiter = ['\t', ';', ','].find((mark) => first.includes(mark)) ?? '\t';
  const products: PastedProduct[] = [];
  for (const line of lines) {
    const [productId = '', title = '', price = '', packaging = ''] = line
      .split(delimiter)
      .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    if (/^\d{1,20}$/.test(productId)) {
      products.push({
        accountId,
        productId,
        title,
        price: /^\d+(\.\d{1,2})?$/.test(price) ? price : '',
        packaging,
      });
    }
  }
  return { products, leftOut: lines.length - products.length };
}
