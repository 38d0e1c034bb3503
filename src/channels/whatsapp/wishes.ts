/** What people ask of the line while it goes on by itself: to stop, or to be linked anew. None is lost, whatever the line is doing. */
import type { Outcome } from "./serving.ts";

export type Wish = Extract<Outcome, { readonly type: "stop" | "link" }>;

export class Wishes {
  #waiting: ((wish: Wish) => void) | undefined;
  /** A wish for a link that came while a browser was being opened or ended: the newest counts. */
  #kept: Wish | undefined;
  #stopping = false;

  /** The line begins: what was wished of it before is over. */
  begin(): void {
    this.#stopping = false;
    this.#kept = undefined;
  }

  isStopping(): boolean {
    return this.#stopping;
  }

  /** @param endServing ends the browser that serves now; undefined: none does */
  add(asked: Wish, endServing: ((wish: Wish) => void) | undefined): void {
    if (asked.type === "stop") this.#stopping = true;
    if (endServing) endServing(asked);
    else if (this.#waiting) this.#waiting(asked);
    else if (asked.type === "link") this.#kept = asked;
  }

  /** What came meanwhile. */
  take(): Wish | undefined {
    const wish = this.#kept;
    this.#kept = undefined;
    return this.#stopping ? { type: "stop" } : wish;
  }

  /** The next one, or nothing after so long. */
  next(ms?: number): Promise<Wish | undefined> {
    if (this.#stopping) return Promise.resolve({ type: "stop" });
    return new Promise((resolve) => {
      const settle = (asked?: Wish) => {
        clearTimeout(timer);
        this.#waiting = undefined;
        resolve(asked);
      };
      const timer = ms === undefined ? undefined : setTimeout(settle, ms);
      this.#waiting = settle;
    });
  }
}
