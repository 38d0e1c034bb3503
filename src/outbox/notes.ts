/** Rows that failed, of which somebody still notes why: were one over before that, a kill in between would hide it from staff. */
import type { OutboxRow } from "../store/engine.ts";
import type { DeliveryRecords } from "./delivery-records.ts";
import { Timers } from "./timers.ts";

/** What could not be noted is tried again after this, doubled by each try up to the longest. */
const firstWaitMs = 60_000;
const longestWaitMs = 3_600_000;

export class Notes {
  readonly #records: DeliveryRecords;
  readonly #onEnd: () => void;
  readonly #timers = new Timers();
  #count = 0;
  #stopped = false;

  /** @param onEnd called when one has ended, for now or for good */
  constructor(records: DeliveryRecords, onEnd: () => void) {
    this.#records = records;
    this.#onEnd = onEnd;
  }

  /** Is something being noted at this moment? */
  get isBusy(): boolean {
    return this.#count > 0;
  }

  /** The row fails once that is noted; until then it waits. What is not noted before a stop is found out again after the next start. */
  failOnce(row: OutboxRow, error: string, note: () => Promise<boolean>): void {
    void this.#try(row, error, note, 0);
  }

  /** Nothing is tried again. */
  stop(): void {
    this.#stopped = true;
    this.#timers.clear();
  }

  async #try(row: OutboxRow, error: string, note: () => Promise<boolean>, tries: number): Promise<void> {
    this.#count += 1;
    const isNoted = await note().catch(() => false);
    this.#count -= 1;
    if (isNoted) this.#records.add(row, "failed", { error });
    else if (tries === 0) this.#records.add(row, "waiting", { error });
    if (!isNoted && !this.#stopped) {
      const waitMs = Math.min(firstWaitMs * 2 ** tries, longestWaitMs);
      this.#timers.after(waitMs, () => void this.#try(row, error, note, tries + 1));
    }
    this.#onEnd();
  }
}
