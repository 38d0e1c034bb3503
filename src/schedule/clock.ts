/**
 * The clock that makes due things happen (node-cron): conversations' timers every second, claim leases every minute, the backup
 * every night. A tick that comes while the last one still works is left out; what it would have done is still due at the next.
 */
import cron from "node-cron";
import type { Silence } from "../dispatch/silence.ts";
import type { Engine } from "../engine.ts";
import type { Log } from "../log.ts";
import type { OrderStore } from "../store/orders.ts";
import type { LicenceWatch } from "./licences.ts";

export type ClockDeps = {
  readonly engine: Engine;
  readonly orders: OrderStore;
  readonly zone: string;
  readonly licences: Pick<LicenceWatch, "sweep">;
  readonly silence: Pick<Silence, "resume">;
  readonly backUp: () => Promise<void>;
  readonly log: Log;
};

/** Starts the clock; the result stops it. */
export function startClock({ engine, orders, licences, silence, zone, backUp, log }: ClockDeps): () => void {
  const every = (expression: string, name: string, act: () => Promise<void>) =>
    cron.schedule(
      expression,
      async () => {
        try {
          await act();
        } catch (error) {
          log.error({ error, name }, "something due could not be done; it stays due");
        }
      },
      { timezone: zone, noOverlap: true, name },
    );
  const tasks = [
    every("* * * * * *", "conversation timers", () => engine.tick()),
    every("10 * * * * *", "claim leases", () => endLeases(engine, orders, Date.now())),
    // Each hour rather than once a day: a clock that jumps over the morning leaves nothing out.
    every("0 5 * * * *", "partners' licences", () => licences.sweep()),
    every("40 5 * * * *", "partners that were not told of their pause", () => silence.resume()),
    // At night, when nobody waits for the disk.
    every("20 3 * * *", "nightly backup", backUp),
  ];
  return () => {
    for (const task of tasks) void task.destroy();
  };
}

/**
 * Claims whose lease ran out without an act go back to the queue.
 * @param realNow the real clock, epoch milliseconds
 */
export async function endLeases(engine: Engine, orders: OrderStore, realNow: number): Promise<void> {
  for (const order of await orders.endedLeases(realNow, 100)) await engine.endLease(order);
}
