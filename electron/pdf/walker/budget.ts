/** Stops a walk that would never end. */
export class Budget {
  private left: number;
  private readonly until: number;
  spent = false;

  /**
   * @param operators how many content operators may be read; @param milliseconds how long this process may work on
   * it. What it waits for a busy machine does not count: the same file gives the same findings everywhere.
   */
  constructor(operators: number, milliseconds: number) {
    this.left = operators;
    this.until = workedMs() + milliseconds;
  }

  /** Counts one operator; false when the budget is spent. */
  take(): boolean {
    if (this.spent) return false;
    this.left--;
    if (this.left <= 0 || ((this.left & 1023) === 0 && workedMs() > this.until)) this.spent = true;
    return !this.spent;
  }
}

function workedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
