/** Lines that wait as a whole: until when, and whether their platform ordered it. By the monotonic clock. */

export class LineHolds {
  readonly #holds = new Map<string, { readonly until: number; readonly ordered: boolean }>();

  hold(channel: string, until: number, ordered: boolean): void {
    this.#holds.set(channel, { until, ordered });
  }

  until(channel: string): number {
    return this.#holds.get(channel)?.until ?? 0;
  }

  /** The line may be there again. What the platform itself told us to wait is waited, whatever became of the line meanwhile. */
  release(channel: string): void {
    if (!this.#holds.get(channel)?.ordered) this.#holds.delete(channel);
  }
}
