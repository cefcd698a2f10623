import type { ColumnEditor, GridChoice } from './gridModel.ts';

export interface EditorHost {
  /** Commits text and says where to go next. */
  commit: (value: string, then: 'down' | 'up' | 'right' | 'left' | 'stay') => void;
  cancel: () => void;
  /** Words for the list of choices. */
  choicesLabel: string;
}

/** Choices that a typed text could mean: by value or label. */
export function matchingChoices(choices: readonly GridChoice[], typed: string): GridChoice[] {
  const wanted = typed.trim().toLocaleLowerCase();
  if (wanted === '') return [...choices];
  const starts = (text: string): boolean => text.toLocaleLowerCase().startsWith(wanted);
  const exact = choices.filter((one) => one.value.toLocaleLowerCase() === wanted);
  const first = choices.filter((one) => !exact.includes(one) && (starts(one.value) || starts(one.label)));
  const rest = choices.filter(
    (one) => !exact.includes(one) && !first.includes(one) && one.label.toLocaleLowerCase().includes(wanted),
  );
  return [...exact, ...first, ...rest];
}

/**
 * The one text box of the grid. It always has the focus and lies invisible over the active cell, so that the first
 * key and an input method's composition land in it; it becomes visible when editing begins.
 */
export class CellEditor {
  readonly box: HTMLTextAreaElement;
  editing = false;
  #host: EditorHost;
  #list: HTMLUListElement;
  #choices: readonly GridChoice[] = [];
  #shown: GridChoice[] = [];
  #picked = -1;
  #before = '';
  #closed = false;
  #typing = false;
  #placed = '';
  #pointed: string | null = null;

  constructor(parent: HTMLElement, listId: string, host: EditorHost) {
    this.#host = host;
    this.box = document.createElement('textarea');
    this.box.className = 'g-editor';
    this.box.rows = 1;
    this.box.spellcheck = false;
    this.box.setAttribute('autocomplete', 'off');
    this.#list = document.createElement('ul');
    this.#list.className = 'g-choices';
    this.#list.id = listId;
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', host.choicesLabel);
    this.#list.hidden = true;
    parent.append(this.box, this.#list);
    this.box.addEventListener('input', () => this.#typed());
    this.#list.addEventListener('mousedown', (event) => this.#clicked(event));
  }

  focus(): void {
    this.box.focus({ preventScroll: true });
  }

  /** Which cell assistive technology takes for the active one; null = none. */
  pointAt(id: string | null): void {
    if (this.#pointed === id) return;
    this.#pointed = id;
    if (id === null) this.box.removeAttribute('aria-activedescendant');
    else this.box.setAttribute('aria-activedescendant', id);
  }

  /** Lies over a cell, px in the parent's coordinates; written only when it changed. */
  place({ left, top, width, height }: { left: number; top: number; width: number; height: number }): void {
    const key = `${left} ${top} ${width} ${height}`;
    if (key === this.#placed) return;
    this.#placed = key;
    const { style } = this.box;
    style.transform = `translate(${left}px, ${top}px)`;
    style.minWidth = `${width}px`;
    style.height = `${height}px`;
    this.#list.style.transform = `translate(${left}px, ${top + height + 2}px)`;
    this.#list.style.minWidth = `${Math.max(width, 180)}px`;
  }

  /** Begins with the cell's text, or with what is being typed (`typed`). */
  begin(value: string, editor: ColumnEditor, typed?: 'typed'): void {
    if (this.editing) return;
    this.editing = true;
    this.#before = value;
    this.#typing = typed !== undefined;
    if (!typed) this.box.value = value;
    this.box.classList.add('on');
    this.box.inputMode = editor.kind === 'number' ? 'numeric' : 'text';
    this.#choices = editor.kind === 'choice' ? editor.choices : [];
    this.#closed = editor.kind === 'choice' && editor.closed;
    if (!typed) this.box.select();
    this.#offer(typed ? this.box.value : '');
    this.#fit();
  }

  /** Ends; answers the text to keep. */
  end(): string {
    const chosen = this.#shown[this.#picked];
    const value = chosen ? chosen.value : this.box.value;
    this.#close();
    return value;
  }

  cancel(): void {
    this.#close();
  }

  /** The key while editing; true when it was ours alone. */
  key(event: KeyboardEvent): boolean {
    // The input method's own keys: its Enter confirms a word, not the cell.
    if (event.isComposing || event.keyCode === 229) return false;
    switch (event.key) {
      case 'Escape':
        this.#host.cancel();
        return true;
      case 'Enter':
        if (event.altKey) {
          this.box.setRangeText('\n', this.box.selectionStart, this.box.selectionEnd, 'end');
          this.#fit();
          return true;
        }
        this.#host.commit(this.end(), event.shiftKey ? 'up' : 'down');
        return true;
      case 'Tab':
        this.#host.commit(this.end(), event.shiftKey ? 'left' : 'right');
        return true;
      case 'ArrowDown':
      case 'ArrowUp':
        if (this.#shown.length === 0) return this.#leave(event);
        this.#pick(this.#picked + (event.key === 'ArrowDown' ? 1 : -1));
        return true;
      case 'ArrowLeft':
      case 'ArrowRight':
        return this.#leave(event);
      default:
        return false;
    }
  }

  /** Arrows leave a cell that was begun by typing; in one that was opened to be edited they move in the text. */
  #leave(event: KeyboardEvent): boolean {
    if (!this.#typing || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
    const directions = { ArrowDown: 'down', ArrowUp: 'up', ArrowLeft: 'left', ArrowRight: 'right' } as const;
    if (!(event.key in directions)) return false;
    this.#host.commit(this.end(), directions[event.key as keyof typeof directions]);
    return true;
  }

  get changed(): boolean {
    return this.editing && this.box.value !== this.#before;
  }

  #typed(): void {
    if (!this.editing) return;
    this.#offer(this.box.value);
    this.#fit();
  }

  #fit(): void {
    this.box.style.width = '0';
    this.box.style.width = `${Math.min(this.box.scrollWidth + 12, 420)}px`;
  }

  #offer(typed: string): void {
    this.#shown = this.#choices.length === 0 ? [] : matchingChoices(this.#choices, typed).slice(0, 60);
    this.#picked = -1;
    this.#list.replaceChildren(
      ...this.#shown.map((choice, index) => {
        const item = document.createElement('li');
        item.id = `${this.#list.id}-${index}`;
        item.setAttribute('role', 'option');
        item.textContent = choice.label;
        return item;
      }),
    );
    this.#list.hidden = this.#shown.length === 0;
    this.pointAt(null);
    // Typed letters mean the best match of a closed list. Elsewhere only the very same text does: a product that
    // merely begins alike would be the wrong product.
    const [best] = this.#shown;
    const same = best?.value.toLocaleLowerCase() === typed.trim().toLocaleLowerCase();
    if (typed.trim() !== '' && best && (this.#closed || same)) this.#pick(0);
  }

  #pick(index: number): void {
    const items = [...this.#list.children];
    this.#picked = Math.min(Math.max(0, index), items.length - 1);
    items.forEach((item, at) => item.setAttribute('aria-selected', String(at === this.#picked)));
    items[this.#picked]?.scrollIntoView({ block: 'nearest' });
    this.pointAt(`${this.#list.id}-${this.#picked}`);
  }

  #clicked(event: MouseEvent): void {
    event.preventDefault();
    const index = [...this.#list.children].findIndex((item) => item === event.target);
    if (index < 0) return;
    this.#picked = index;
    this.#host.commit(this.end(), 'stay');
  }

  #close(): void {
    this.editing = false;
    this.box.value = '';
    this.box.classList.remove('on');
    this.box.style.width = '';
    this.#list.hidden = true;
    this.#shown = [];
    this.#picked = -1;
  }
}
