/** A timer over many rows: which is due next is known without asking the store, and what is due becomes an event of its chat. */
import type { Acted } from "../engine.ts";
import type { CommitTurn, Eventually } from "../store/engine.ts";

/** Rows whose timers fire in one go. */
const dueAtOnce = 100;

export type SweepDeps<Row> = {
  /** The earliest moment that the store knows. */
  readonly next: () => Eventually<number | undefined>;
  /** Rows whose moment has come, earliest first. */
  readonly due: (now: number, limit: number) => Eventually<readonly Row[]>;
  readonly fire: (row: Row, now: number) => Promise<Acted>;
  /** The moments that a turn has set. */
  readonly momentsOf: (turn: CommitTurn) => readonly (number | undefined)[];
};

export type Sweep = {
  /** These turns are committed: their moments count. */
  committed(turns: readonly CommitTurn[]): void;
  /** Fires what is due at a moment of the office's clock. */
  fire(now: number): Promise<void>;
};

/** @param first the earliest moment, as the store told at the start */
export function createSweep<Row>(deps: SweepDeps<Row>, first: number | undefined): Sweep {
  let next = first;

  function bringForward(at: number | undefined): void {
    if (at !== undefined && (next === undefined || at < next)) next = at;
  }

  async function fireDue(now: number): Promise<void> {
    for (;;) {
      const rows = await deps.due(now, dueAtOnce);
      const fired = await Promise.all(rows.map((row) => deps.fire(row, now)));
      // Stop where nothing moves (a full disk): the next tick tries again.
      if (rows.length < dueAtOnce || fired.every(({ type }) => type !== "done")) break;
    }
  }

  return {
    committed(turns) {
      for (const turn of turns) for (const at of deps.momentsOf(turn)) bringForward(at);
    },
    async fire(now) {
      if (next === undefined || next > now) return;
      // Commits while this waits for the store still bring it forward.
      next = undefined;
      try {
        await fireDue(now);
        bringForward(await deps.next());
      } catch (error) {
        // Whatever is due stays so: the next tick looks again.
        bringForward(now);
        throw error;
      }
    },
  };
}
