/** What a query keeps hold of while it runs. It lets go once, when the query is over, however it ended. */
export class Held {
  private readonly releases: (() => void)[] = [];
  private over = false;

  /** `signal` tells that the query is to end. */
  constructor(readonly signal: AbortSignal) {}

  keep(release: () => void): void {
    if (this.over) release();
    else this.releases.push(release);
  }

  release(): void {
    this.over = true;
    for (const release of this.releases.splice(0)) release();
  }
}
