/** What became of rows, until somebody writes it down. */
import type { Delivery, OutboxRow } from "../store/engine.ts";

export class DeliveryRecords {
  readonly #officeNow: () => number;
  #records: Delivery[] = [];

  /** @param officeNow the office's clock */
  constructor(officeNow: () => number) {
    this.#officeNow = officeNow;
  }

  /** @param row as it is after its last try, or before the one that has just succeeded @param extra in place of what follows from it */
  add({ conversation, seq, attempts }: OutboxRow, state: Delivery["state"], extra?: Partial<Delivery>): void {
    const tries = state === "handed_over" ? attempts + 1 : attempts;
    const delivery: Delivery = { conversation, seq, state, at: this.#officeNow(), attempts: tries };
    this.#records.push(extra ? { ...delivery, ...extra } : delivery);
  }

  take(): readonly Delivery[] {
    const taken = this.#records;
    this.#records = [];
    return taken;
  }

  giveBack(back: readonly Delivery[]): void {
    this.#records = [...back, ...this.#records];
  }

  /** What is still to be written of this row is out of date: it is under way again, which is written before them. */
  forget({ conversation, seq }: OutboxRow): void {
    if (this.#records.some((record) => record.conversation === conversation && record.seq === seq))
      this.#records = this.#records.filter(
        (record) => record.conversation !== conversation || record.seq !== seq,
      );
  }

  isEmpty(): boolean {
    return this.#records.length === 0;
  }
}
