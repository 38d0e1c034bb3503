/** A timer over many rows: which is due next is known without asking the store, and what is due becomes an event of its chat. */
import type { Acted } from "../engine.ts";
import type { Log } from "../log.ts";
import type { CommitTurn, Eventually } from "../store/engine.ts";

/** Rows whose timers fire in one go. */
const dueAtOnce = 100;

/** A row that fails is tried again after this, and after four times as long each time, up to the other. */
const firstPauseMs = 1_000;
const longestPauseMs = 3_600_000;
/** With so many failures in a row people are called. */
const callsPeople = 3;

export type SweepDeps<Row> = {
  /** The earliest moment that the store knows. */
  readonly next: () => Eventually<number | undefined>;
  /** Rows whose moment has come, earliest first. */
  readonly due: (now: number, limit: number) => Eventually<readonly Row[]>;
  readonly fire: (row: Row, now: number) => Promise<Acted>;
  /** Tells one row from another. */
  readonly keyOf: (row: Row) => string;
  /** It has failed several times in a row. */
  readonly onFailing: (row: Row, now: number) => Promise<unknown>;
  readonly log: Log;
  /** The moments that a turn has set. */
  readonly momentsOf: (turn: CommitTurn) => readonly (number | undefined)[];
};

export type Sweep = {
  /** These turns are committed: their moments count. */
  committed(turns: readonly CommitTurn[]): void;
  /** The store was changed beside the turns: what is due is asked for at the next tick. */
  lookAgain(): void;
  /** Fires what is due at a moment of the office's clock. */
  fire(now: number): Promise<void>;
};

/** @param first the earliest moment, as the store told at the start */
export function createSweep<Row>(deps: SweepDeps<Row>, first: number | undefined): Sweep {
  let next = first;

  function bringForward(at: number | undefined): void {
    if (at !== undefined && (next === undefined || at < next)) next = at;
  }

  /** Rows that fail: how often, and from when until when they rest. Forgotten by a stop: then they are tried at once. */
  const failing = new Map<
    string,
    { readonly times: number; readonly since: number; readonly until: number }
  >();

  function rests(row: Row, now: number): boolean {
    const one = failing.get(deps.keyOf(row));
    return one !== undefined && now >= one.since && now < one.until;
  }

  async function fireOne(row: Row, now: number): Promise<Acted> {
    const acted = await tryOne(row, now);
    const key = deps.keyOf(row);
    if (acted.type === "unknown") {
      const times = (failing.get(key)?.times ?? 0) + 1;
      const pauseMs = Math.min(firstPauseMs * 4 ** (times - 1), longestPauseMs);
      failing.set(key, { times, since: now, until: now + pauseMs });
      if (times === callsPeople) await deps.onFailing(row, now);
    } else failing.delete(key);
    return acted;
  }

  /** What is due no more has been seen to in another way. */
  function forgetOthers(listed: readonly Row[]): void {
    if (failing.size === 0) return;
    const due = new Set(listed.map(deps.keyOf));
    for (const key of failing.keys()) if (!due.has(key)) failing.delete(key);
  }

  async function tryOne(row: Row, now: number): Promise<Acted> {
    try {
      return await deps.fire(row, now);
    } catch (error) {
      deps.log.error({ error, row: deps.keyOf(row) }, "a timer could not fire");
      return { type: "unknown" };
    }
  }

  async function fireDue(now: number): Promise<void> {
    for (;;) {
      // Those that rest are still the first: others must be reached behind them.
      const most = dueAtOnce + failing.size;
      const listed = await deps.due(now, most);
      if (listed.length < most) forgetOthers(listed);
      const rows = listed.filter((row) => !rests(row, now)).slice(0, dueAtOnce);
      const fired = await Promise.all(rows.map((row) => fireOne(row, now)));
      // Stop where nothing moves (a full disk): the next tick tries again.
      if (rows.length < dueAtOnce || fired.every(({ type }) => type !== "done")) break;
    }
  }

  return {
    committed(turns) {
      for (const turn of turns) for (const at of deps.momentsOf(turn)) bringForward(at);
    },
    lookAgain: () => bringForward(0),
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
