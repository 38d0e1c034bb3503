/**
 * Writes what became of hand-overs when no commit comes along to carry it, and wakes whoever waits for the engine to be quiet.
 */
import type { Log } from "../log.ts";
import type { Deliverer } from "../outbox/deliver.ts";
import { type Delivery, type EngineStore, StoreError } from "../store/engine.ts";
import type { Totals } from "./totals.ts";

/** Records wait this long for a commit to ride on, then are written alone. */
const recordAfterMs = 25;
const retryMs = 1_000;

export type Records = {
  /** Call when work has ended: records get their timer, waiters are woken when all is quiet. */
  afterWork(): void;
  /** Every stored message processed, every due effect handed over, every record written. */
  idle(): Promise<void>;
  /** Writes what is left; for the end. */
  close(): Promise<void>;
};

export type RecordsDeps = {
  readonly store: EngineStore;
  readonly deliverer: Deliverer;
  readonly totals: Totals;
  readonly log: Log;
  /** Is anything queued, being written, or being read by a far classifier? */
  readonly busy: () => boolean;
  /** The database can't be trusted any more. */
  readonly onFatal: (error: unknown) => void;
  /** These are written now. */
  readonly onRecorded: (records: readonly Delivery[]) => void;
};

export function createRecords(deps: RecordsDeps): Records {
  const { store, deliverer, totals, log, busy, onFatal } = deps;
  let timer: NodeJS.Timeout | undefined;
  /** What the timer is set for. */
  let pending: "soon" | "now" | "retry" | undefined;
  let waiters: (() => void)[] = [];
  const isQuiet = () => !busy() && !deliverer.busy() && !deliverer.hasRecords();

  function afterWork(): void {
    if (deliverer.hasRecords()) setTimer();
    if (waiters.length > 0 && isQuiet()) wakeWaiters();
  }

  /** Who waits for quiet waits for these records alone once all is handed over: no commit will come that they could ride on. */
  function setTimer(): void {
    const now = waiters.length > 0 && !deliverer.busy();
    if (pending !== undefined && !(now && pending === "soon")) return;
    clearTimeout(timer);
    pending = now ? "now" : "soon";
    timer = setTimeout(recordAlone, now ? 0 : recordAfterMs);
  }

  async function recordAlone(): Promise<void> {
    pending = undefined;
    if (!busy() && !(await write())) {
      pending = "retry";
      timer = setTimeout(recordAlone, retryMs);
      timer.unref();
      return;
    }
    afterWork();
  }

  async function write(): Promise<boolean> {
    const records = deliverer.takeRecords();
    if (records.length === 0) return true;
    try {
      await store.recordDeliveries(records);
      totals.deliveries_total += records.length;
      deps.onRecorded(records);
      return true;
    } catch (error) {
      deliverer.returnRecords(records);
      log.error({ error, records: records.length }, "hand-overs could not be recorded; trying again");
      if (!passes(error)) onFatal(error);
      return false;
    }
  }

  function wakeWaiters(): void {
    const woken = waiters;
    waiters = [];
    for (const wake of woken) wake();
  }

  return {
    afterWork,
    async idle() {
      while (!isQuiet()) {
        await new Promise<void>((resolve) => {
          waiters.push(resolve);
          if (!busy()) afterWork();
        });
      }
    },
    async close() {
      clearTimeout(timer);
      await write();
      wakeWaiters();
    },
  };
}

function passes(error: unknown): boolean {
  return error instanceof StoreError && (error.problem === "disk_full" || error.problem === "busy");
}
