/** Rows that failed, of which somebody still notes why: were one over before that, a kill in between would hide it from staff. */
import type { OutboxRow } from "../store/engine.ts";
import type { DeliveryRecords } from "./delivery-records.ts";

export class Notes {
  readonly #records: DeliveryRecords;
  readonly #onEnd: () => void;
  #count = 0;

  /** @param onEnd called when one has ended */
  constructor(records: DeliveryRecords, onEnd: () => void) {
    this.#records = records;
    this.#onEnd = onEnd;
  }

  get isBusy(): boolean {
    return this.#count > 0;
  }

  /** The row fails once that is noted. What could not be noted is found out again after the next start. */
  async failOnce(row: OutboxRow, error: string, noted: Promise<boolean>): Promise<void> {
    this.#count += 1;
    const isNoted = await noted.catch(() => false);
    this.#count -= 1;
    this.#records.add(row, isNoted ? "failed" : "waiting", { error });
    this.#onEnd();
  }
}
