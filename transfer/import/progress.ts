/** Tells how far a long run is: one line kept up to date on a terminal, a line every 200 on a pipe. */
export class Progress {
  private shownAt = 0;
  private count = 0;
  private readonly startedAt = performance.now();

  constructor(
    private readonly label: string,
    private readonly total: number | null,
    private readonly out: { isTTY?: boolean; write: (text: string) => unknown } = process.stderr,
  ) {}

  step(by = 1): void {
    this.reach(this.count + by);
  }

  reach(count: number): void {
    const isHundreds = Math.floor(count / 200) > Math.floor(this.count / 200);
    this.count = count;
    if (this.out.isTTY) {
      const now = performance.now();
      if (now - this.shownAt < 100) return;
      this.shownAt = now;
      this.out.write(`\r\u001b[2K${this.line()}`);
    } else if (isHundreds) {
      this.out.write(`${this.line()}\n`);
    }
  }

  /** Files a second since the start. */
  get rate(): number {
    return this.count / Math.max(0.001, (performance.now() - this.startedAt) / 1000);
  }

  end(): void {
    if (this.out.isTTY) this.out.write(`\r\u001b[2K${this.line()}\n`);
  }

  private line(): string {
    const of = this.total === null ? '' : ` / ${this.total}`;
    return `${this.label} ${this.count}${of}，每秒 ${this.rate.toFixed(0)}`;
  }
}
