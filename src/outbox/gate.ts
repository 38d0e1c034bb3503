/**
 * May a chat's first row leave now? As its own hold, its line and the line's pace allow: decided anew each time that somebody looks. Whoever
 * has to wait is looked at again.
 */
import type { OutboxRow } from "../store/engine.ts";
import type { DelivererDeps } from "./deliver.ts";
import { ageOf, type Lane, longestHoldMs } from "./lane.ts";
import { LineHolds } from "./line-holds.ts";
import { createPace, type Pace } from "./pace.ts";
import { Timers } from "./timers.ts";

/** Whoever wrote less than this ago is looking at the chat: their answer goes before news. News of this time is not behind what was kept back. */
const freshMs = 60_000;

export type GateDeps = Pick<
  DelivererDeps,
  "channels" | "now" | "officeNow" | "chance" | "isAway" | "onProgress"
>;

/** The lanes, as the gate sees them. */
export type Gated = {
  /** Its lane and its first row; undefined where nothing is to leave any more. */
  first(conversation: string): { readonly lane: Lane; readonly row: OutboxRow } | undefined;
  drain(conversation: string): void;
};

export class Gate {
  readonly #deps: GateDeps;
  readonly #lanes: Gated;
  readonly #holds = new LineHolds();
  readonly #timers = new Timers();
  readonly #paces = new Map<string, Pace>();

  constructor(deps: GateDeps, lanes: Gated) {
    this.#deps = deps;
    this.#lanes = lanes;
    const { now, chance } = deps;
    const grant = (chat: string) => this.#grant(chat);
    for (const [name, { capabilities }] of deps.channels)
      if (capabilities.rates) this.#paces.set(name, createPace(capabilities.rates, { now, chance, grant }));
  }

  hold(channel: string, until: number, isOrdered: boolean): void {
    this.#holds.hold(channel, until, isOrdered);
  }

  release(channel: string): void {
    this.#holds.release(channel);
  }

  stop(): void {
    for (const pace of this.#paces.values()) pace.stop();
    this.#timers.clear();
  }

  /** It was let go, and has not left after all: another may go in its place. The rest of a message took nothing. */
  giveBack({ left }: Lane, { conversation, channel }: OutboxRow): void {
    if (left === 0) this.#paces.get(channel)?.giveBack(conversation);
  }

  /** May the first row of this lane leave now? Else the lane will be drained again. */
  lets(conversation: string, lane: Lane, row: OutboxRow): boolean {
    if (this.isAway(row)) return false;
    const until = this.heldUntil(lane, row);
    const holdMs = until === 0 ? 0 : until - this.#deps.now();
    if (holdMs <= 0) return this.#isPaced(conversation, lane, row);
    this.#lookAgain(conversation, lane, holdMs);
    return false;
  }

  isAway({ channel }: OutboxRow): boolean {
    return this.#deps.isAway?.(channel) === true;
  }

  heldUntil(lane: Lane, { channel }: OutboxRow): number {
    return Math.max(lane.heldUntil, this.#holds.until(channel));
  }

  #isPaced(conversation: string, lane: Lane, row: OutboxRow): boolean {
    const pace = this.#paces.get(row.channel);
    // The rest of a message that is already on its way waits for nothing.
    if (!pace || lane.pace === "granted" || lane.left > 0) return true;
    // A fresh answer that stands behind older ones is waited for just as much.
    const last = lane.rows.at(-1) ?? row;
    const isAnswered = this.#isFreshAnswer(row) || this.#isFreshAnswer(last);
    const haste = isAnswered ? "answer" : this.#isFresh(row) || this.#isFresh(last) ? "fresh" : "old";
    if (lane.pace === "queued") {
      pace.hasten(conversation, haste);
      return false;
    }
    const asked = pace.ask(conversation, haste);
    if (asked === "now") return true;
    if (asked === "queued") lane.pace = "queued";
    else this.#lookAgain(conversation, lane, asked);
    return false;
  }

  #isFreshAnswer(row: OutboxRow): boolean {
    return row.effect.kind !== "news" && row.effect.kind !== "reminder" && this.#isFresh(row);
  }

  #isFresh(row: OutboxRow): boolean {
    return ageOf(row, this.#deps.officeNow()) < freshMs;
  }

  /** The pace of its line lets this chat send one message. */
  #grant(conversation: string): boolean {
    const found = this.#lanes.first(conversation);
    if (!found) return false;
    const { lane, row } = found;
    lane.pace = "free";
    // Leave that can't be used now is not kept: else all of it would be used in one moment, once the line is back.
    if (this.isAway(row)) return false;
    const holdMs = this.heldUntil(lane, row) - this.#deps.now();
    if (holdMs > 0) {
      this.#lookAgain(conversation, lane, holdMs);
      return false;
    }
    lane.pace = "granted";
    this.#lanes.drain(conversation);
    this.#deps.onProgress();
    return true;
  }

  /** Timers may fire a little early, and holds may grow: each look decides anew. */
  #lookAgain(conversation: string, lane: Lane, afterMs: number): void {
    const waitMs = Math.min(Math.ceil(afterMs), longestHoldMs);
    const at = this.#deps.now() + waitMs;
    if (lane.lookAt <= at) return;
    lane.lookAt = at;
    this.#timers.after(waitMs, () => {
      // A shorter wait has taken its place.
      if (lane.lookAt !== at) return;
      lane.lookAt = Number.POSITIVE_INFINITY;
      this.#lanes.drain(conversation);
      this.#deps.onProgress();
    });
  }
}
