/** Lines that wait as a whole: until when, and whether their platform ordered it. By the monotonic clock. */

type Hold = { readonly ordered: number; readonly own: number };

export class LineHolds {
  readonly #holds = new Map<string, Hold>();

  /** What the platform ordered is made shorter by nothing that comes later. */
  hold(channel: string, until: number, isOrdered: boolean): void {
    const { ordered = 0, own = 0 } = this.#holds.get(channel) ?? {};
    const hold = isOrdered ? { ordered: Math.max(ordered, until), own } : { ordered, own: until };
    this.#holds.set(channel, hold);
  }

  until(channel: string): number {
    const hold = this.#holds.get(channel);
    return hold ? Math.max(hold.ordered, hold.own) : 0;
  }

  /** The line may be there again. What the platform itself told us to wait is waited, whatever became of the line meanwhile. */
  release(channel: string): void {
    const hold = this.#holds.get(channel);
    if (hold) this.#holds.set(channel, { ...hold, own: 0 });
  }
}
