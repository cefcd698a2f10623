/** What a key means while no cell is being edited. */
export type Command =
  | { kind: 'move'; rows: number; columns: number; extend: boolean }
  | { kind: 'page'; direction: -1 | 1; extend: boolean }
  | { kind: 'edge'; to: 'top' | 'bottom' | 'left' | 'right' | 'first' | 'last'; extend: boolean }
  | { kind: 'walk'; by: 'row' | 'column'; back: boolean }
  | { kind: 'edit' | 'clear' | 'undo' | 'redo' | 'fillDown' | 'selectAll' | 'find' | 'replace' | 'row' }
  | { kind: 'insertRows' | 'deleteRows' | 'menu' | 'escape' }
  | { kind: 'problem'; back: boolean };

export interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

const arrows: Record<string, [rows: number, columns: number, edge: 'top' | 'bottom' | 'left' | 'right']> = {
  ArrowUp: [-1, 0, 'top'],
  ArrowDown: [1, 0, 'bottom'],
  ArrowLeft: [0, -1, 'left'],
  ArrowRight: [0, 1, 'right'],
};

/** null = not ours: a letter that starts editing, or a shortcut of the window. */
export function commandFor(event: Key): Command | null {
  const { key, shiftKey } = event;
  const command = event.ctrlKey || event.metaKey;
  if (event.altKey) return null;
  const arrow = arrows[key];
  if (arrow) {
    const [rows, columns, to] = arrow;
    return command
      ? { kind: 'edge', to, extend: shiftKey }
      : { kind: 'move', rows, columns, extend: shiftKey };
  }
  return command ? withCommand(key, shiftKey) : alone(key, shiftKey);
}

function alone(key: string, shift: boolean): Command | null {
  switch (key) {
    case 'PageUp':
      return { kind: 'page', direction: -1, extend: shift };
    case 'PageDown':
      return { kind: 'page', direction: 1, extend: shift };
    case 'Home':
      return { kind: 'edge', to: 'left', extend: shift };
    case 'End':
      return { kind: 'edge', to: 'right', extend: shift };
    case 'Enter':
      return shift ? { kind: 'walk', by: 'row', back: true } : { kind: 'edit' };
    case 'F2':
      return { kind: 'edit' };
    case 'F8':
      return { kind: 'problem', back: shift };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'Escape':
      return { kind: 'escape' };
    case ' ':
      return shift ? { kind: 'row' } : null;
    default:
      return null;
  }
}

function withCommand(key: string, shift: boolean): Command | null {
  switch (key.toLowerCase()) {
    case 'home':
      return { kind: 'edge', to: 'first', extend: shift };
    case 'end':
      return { kind: 'edge', to: 'last', extend: shift };
    case 'z':
      return { kind: shift ? 'redo' : 'undo' };
    case 'y':
      return { kind: 'redo' };
    case 'd':
      return { kind: 'fillDown' };
    case 'a':
      return { kind: 'selectAll' };
    case 'f':
      return { kind: 'find' };
    case 'h':
      return { kind: 'replace' };
    case '+':
      return { kind: 'insertRows' };
    case '-':
      return { kind: 'deleteRows' };
    default:
      return null;
  }
}
