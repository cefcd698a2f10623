/** How a part of a row looks by the style sheet. */
export interface Look {
  /** As a canvas takes it. */
  font: string;
  ink: string;
  /** Background; null = nothing is painted. */
  paper: string | null;
  /** The line at the right; null = none. */
  right: string | null;
  /** The line inside the edges: all round (`spread` px) or at the bottom only (`bottom` px); null = none. */
  inset: { colour: string; spread: number; bottom: number } | null;
}

const clear = 'rgba(0, 0, 0, 0)';
/** So many widths of texts are kept. */
const mostWidths = 5000;

/**
 * Asks the style sheet how a part of a row looks, so that the rows in motion are painted by the same rules as those
 * that stand still. Each look is asked once until `forget`.
 */
export class Looks {
  #parent: HTMLElement;
  #known = new Map<string, Look>();
  #widths = new Map<string, number>();

  constructor(parent: HTMLElement) {
    this.#parent = parent;
  }

  /** The theme, the zoom or the focus may be another. */
  forget(): void {
    this.#known.clear();
    this.#widths.clear();
  }

  /** Width of a cell's text in the pen's font, which is that of plain cells; px. Numbers come again and again. */
  widthOf(pen: Pick<CanvasRenderingContext2D, 'measureText'>, text: string): number {
    const known = this.#widths.get(text);
    if (known !== undefined) return known;
    if (this.#widths.size >= mostWidths) this.#widths.clear();
    const { width } = pen.measureText(text);
    this.#widths.set(text, width);
    return width;
  }

  /** `part`: class names; `row`: those of the row; `inner`: of an element in the part, or a pseudo-element of it. */
  of(part: string, row = 'g-row', inner = ''): Look {
    const key = `${row}|${part}|${inner}`;
    const known = this.#known.get(key);
    if (known) return known;
    const look = this.#ask(part, row, inner);
    this.#known.set(key, look);
    return look;
  }

  #ask(part: string, row: string, inner: string): Look {
    const sample = document.createElement('div');
    sample.className = row;
    sample.hidden = true;
    const element = sample.appendChild(document.createElement('div'));
    element.className = part;
    const pseudo = inner.startsWith('::');
    const asked = inner === '' || pseudo ? element : element.appendChild(document.createElement('span'));
    if (asked !== element) asked.className = inner;
    this.#parent.append(sample);
    const look = lookOf(getComputedStyle(asked, pseudo ? inner : null));
    sample.remove();
    return look;
  }
}

function lookOf(style: CSSStyleDeclaration): Look {
  const { fontStyle, fontWeight, fontSize, fontFamily } = style;
  return {
    font: `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`,
    ink: style.color,
    paper: style.backgroundColor === clear ? null : style.backgroundColor,
    right: Number.parseFloat(style.borderRightWidth) > 0 ? style.borderRightColor : null,
    inset: insetOf(style.boxShadow),
  };
}

/** A computed shadow: `colour x y blur spread inset`. */
function insetOf(shadow: string): Look['inset'] {
  const parts = /^(.+?\)) \S+ (\S+)px \S+ (\S+)px inset$/.exec(shadow);
  if (!parts) return null;
  const [, colour = '', y = '0', spread = '0'] = parts;
  return { colour, spread: Number(spread), bottom: Math.max(0, -Number(y)) };
}
