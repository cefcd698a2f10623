/** Two stacks of what takes a change back; `T` is whatever the owner needs to do so. */
export interface UndoList<T> {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** A new change: what was undone can no longer be done again. */
  push(inverse: T): void;
  /** Takes the last change back through `apply`, which answers the way forward again. */
  undo(apply: (inverse: T) => T): boolean;
  redo(apply: (inverse: T) => T): boolean;
  clear(): void;
}

/** Keeps the last `limit` changes. */
export function makeUndoList<T>(limit = 200): UndoList<T> {
  const done: T[] = [];
  const undone: T[] = [];
  const shift = (from: T[], to: T[], apply: (inverse: T) => T): boolean => {
    const last = from.pop();
    if (last === undefined) return false;
    to.push(apply(last));
    return true;
  };
  return {
    get canUndo() {
      return done.length > 0;
    },
    get canRedo() {
      return undone.length > 0;
    },
    push: (inverse) => {
      done.push(inverse);
      if (done.length > limit) done.shift();
      undone.length = 0;
    },
    undo: (apply) => shift(done, undone, apply),
    redo: (apply) => shift(undone, done, apply),
    clear: () => {
      done.length = 0;
      undone.length = 0;
    },
  };
}
