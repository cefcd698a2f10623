import type { HeadSelect } from './gridModel.ts';

/** Selects that are not filled yet. */
const unfilled: (() => void)[] = [];

/** Fills the next ones as long as nothing else is to do; one wish for all of them, which are many in a wide sheet. */
function fillIdly(deadline: IdleDeadline): void {
  do unfilled.shift()?.();
  while (unfilled.length > 0 && deadline.timeRemaining() > 1);
  if (unfilled.length > 0) requestIdleCallback(fillIdly);
}

function fillLater(fill: () => void): void {
  unfilled.push(fill);
  if (unfilled.length === 1) requestIdleCallback(fillIdly);
}

/**
 * The select in a column's head. A sheet has many of them and each has dozens of choices: they are filled when the
 * browser has nothing else to do, or at the latest when somebody turns to them, so that no paste waits for them.
 */
export function headSelect(head: HeadSelect): HTMLSelectElement {
  const select = document.createElement('select');
  select.className = 'g-select';
  select.setAttribute('aria-label', head.label);
  const chosen = head.choices.find(({ value }) => value === head.value);
  if (chosen) select.append(option(chosen.value, chosen.label));
  // The word may be cut in a narrow column.
  select.title = chosen?.label ?? '';
  select.value = head.value;
  let filled = false;
  const fill = (): void => {
    if (filled) return;
    filled = true;
    select.replaceChildren(...head.choices.map(({ value, label }) => option(value, label)));
    select.value = head.value;
  };
  for (const turn of ['pointerdown', 'focus', 'keydown'] as const) select.addEventListener(turn, fill);
  fillLater(() => {
    if (select.isConnected) fill();
  });
  select.addEventListener('change', () => {
    const wanted = select.value;
    // It may be refused; if it is not, the head is drawn anew.
    select.value = head.value;
    head.onChange(wanted);
  });
  return select;
}

function option(value: string, label: string): HTMLOptionElement {
  const made = document.createElement('option');
  made.value = value;
  made.textContent = label;
  return made;
}
