/** Stops a walk that would never end. */
export class Budget {
  private left: number;
  private readonly until: number;
  spent = false;

  /** @param operators how many content operators may be read; @param milliseconds how long it may take */
  constructor(operators: number, milliseconds: number) {
    this.left = operators;
    this.until = performance.now() + milliseconds;
  }

  /** Counts one operator; false when the budget is spent. */
  take(): boolean {
    if (this.spent) return false;
    this.left--;
    if (this.left <= 0 || ((this.left & 1023) === 0 && performance.now() > this.until)) this.spent = true;
    return !this.spent;
  }
}
