import { readWholeAddress } from '../wholeAddress.ts';
import type { RowCheck } from './context.ts';
import {
  checkChoices,
  checkInvoice,
  checkItems,
  checkPrice,
  checkProduct,
  checkQuantity,
  checkSpecialText,
} from './itemChecks.ts';
import { checkEmail, checkMissingName, checkName } from './personChecks.ts';
import { checkCountry } from './place/country.ts';
import { checkMissingPlace } from './place/missing.ts';
import { checkState } from './place/state.ts';
import { checkZipAndCity } from './place/zip.ts';
import { findShift } from './shift.ts';
import { checkTexts } from './textChecks.ts';
import type { Problem } from '../pasteTypes.ts';
import type { Row } from '../sheet.ts';
import { noProblems } from '../sheet.ts';

export interface RowResult {
  problems: readonly Problem[];
  iso: string;
}

const addressFilled = (check: RowCheck): boolean => {
  const { layout } = check.world;
  for (const column of layout.address) if (check.value(column) !== '') return true;
  return check.value(layout.at.country) !== '' || check.value(layout.at.state) !== '';
};

/**
 * Everything that one row tells by itself. `isHead`: it is the row that must carry the order's address, so what is
 * missing is missing.
 */
export function checkRow(check: RowCheck, row: Row, isHead: boolean): RowResult {
  check.begin(row);
  checkTexts(check);
  const moved = offerBilling(check, isHead);
  if (!moved && (isHead || addressFilled(check))) {
    checkCountry(check);
    checkState(check);
    checkZipAndCity(check);
    checkWhole(check);
    checkName(check);
    checkEmail(check);
  }
  checkInvoice(check);
  checkProduct(check);
  if (check.world.severalItems) checkItems(check);
  checkQuantity(check);
  checkPrice(check);
  checkSpecialText(check);
  if (isHead && check.world.hasChoices) checkChoices(check);
  if (isHead && !moved) {
    checkMissingName(check);
    checkMissingPlace(check);
  }
  if (check.faults >= 1 && isHead) findShift(check);
  const problems = check.finish();
  return { problems: problems.length === 0 ? noProblems : problems, iso: check.iso };
}

/** One cell with the whole address (Magento) that could not be taken apart. */
function checkWhole(check: RowCheck): void {
  const { at } = check.world.layout;
  const text = check.value(at.wholeAddress);
  if (text !== '' && check.value(at.addr) === '' && readWholeAddress(text, '') === null)
    check.warn(at.wholeAddress, 'addr', 'addressUnreadable', { text: text.slice(0, 60) });
}

/** Shipping address blank, billing address given: offered as a whole, never mixed. */
function offerBilling(check: RowCheck, isHead: boolean): boolean {
  const { layout, mapping } = check.world;
  if (!isHead || layout.fallbacks.length === 0) return false;
  const own = new Set(layout.address);
  for (const column of layout.address) if (check.text(column) !== '') return false;
  const edits = layout.fallbacks
    .filter(
      ([from]) =>
        own.has(from) || from === layout.at.state || from === layout.at.country || from === layout.at.company,
    )
    .map(([from, to]) => check.edit(from, check.text(to)))
    .filter((edit) => edit.value !== '' && check.text(edit.column) === '');
  const shown = layout.streets[0] ?? -1;
  if (!edits.some((edit) => layout.streets.includes(edit.column))) return false;
  check.offer(shown, 'addr', 'billingAddress', edits, mapping.profile === 'woocommerce', {});
  return true;
}
