/**
 * The rows of all chats on their way out: one lane a chat, drained in order, as far as the gate lets it. A partner's system or mailbox has one lane
 * an order: what it will not take of one order holds up no other.
 */
import type { Handed } from "../channels/channel.ts";
import { isUnasked } from "../domain/effect.ts";
import type { ConversationId } from "../domain/ids.ts";
import type { OutboxRow } from "../store/engine.ts";
import { begin } from "./begin.ts";
import type { DelivererDeps } from "./deliver.ts";
import type { DeliveryRecords } from "./delivery-records.ts";
import { endReason, isInDoubt } from "./doubt.ts";
import { Ends } from "./ends.ts";
import { Gate } from "./gate.ts";
import { handOut } from "./hand-out.ts";
import { isKept, type Lane, laneKeyOf, laneOf } from "./lane.ts";
import { Notes } from "./notes.ts";
import { isOvertaken } from "./squeeze.ts";

export class Lanes {
  readonly #deps: DelivererDeps;
  readonly #records: DeliveryRecords;
  readonly #lanes = new Map<string, Lane>();
  readonly #gate: Gate;
  readonly #notes: Notes;
  readonly #ends: Ends;
  #begun = false;
  #stopped = false;
  #sending = 0;
  #whenQuiet: (() => void) | undefined;

  constructor(deps: DelivererDeps, records: DeliveryRecords) {
    this.#deps = deps;
    this.#records = records;
    this.#notes = new Notes(records, () => {
      deps.onProgress();
      this.#tellIfQuiet();
    });
    this.#gate = new Gate(deps, {
      first: (conversation) => this.#first(conversation),
      drain: (conversation) => this.drain(conversation),
    });
    this.#ends = new Ends(deps, { records, gate: this.#gate, notes: this.#notes });
  }

  begin(): void {
    this.#begun = true;
    for (const conversation of [...this.#lanes.keys()]) this.drain(conversation);
  }

  push(made: OutboxRow): void {
    const { now, realNow } = this.#deps;
    const row = this.#restingIfAway(made);
    const key = laneKeyOf(row, this.#deps.channels.get(row.channel)?.capabilities ?? {});
    const lane = this.#lanes.get(key);
    if (lane) {
      lane.rows.push(row);
      // What the line keeps back holds up no answer: perhaps it may leave by now, since the customer has written.
      if (isKept(lane) && !isUnasked(row.effect)) lane.heldUntil = 0;
    } else this.#lanes.set(key, laneOf(row, now(), realNow()));
    this.drain(key);
  }

  /** What is made while its line is away has not left, which a kill is to leave no doubt about. */
  #restingIfAway(row: OutboxRow): OutboxRow {
    if (row.state !== "in_flight" || isInDoubt(row) || !this.#gate.isAway(row)) return row;
    this.#records.add(row, "waiting");
    this.#deps.onProgress();
    return { ...row, state: "waiting" };
  }

  all(): readonly Lane[] {
    return [...this.#lanes.values()];
  }

  /** Is something neither handed over nor waiting for a later moment? */
  isBusy(): boolean {
    if (this.#notes.isBusy) return true;
    const now = this.#deps.now();
    for (const lane of this.#lanes.values()) {
      const row = lane.rows[0];
      if (row && this.#gate.heldUntil(lane, row) <= now && !this.#gate.isAway(row)) return true;
    }
    return false;
  }

  wake(channel: string): void {
    this.#gate.release(channel);
    for (const [conversation, { rows }] of [...this.#lanes])
      if (rows[0]?.channel === channel) this.drain(conversation);
    this.#deps.onProgress();
  }

  /** Takes rows out of a chat that are not under way, and gives them back; one that is under way leaves now or not at all. */
  takeOut(conversation: ConversationId, isMeant: (row: OutboxRow) => boolean): readonly OutboxRow[] {
    const lane = this.#lanes.get(conversation);
    if (!lane) return [];
    const [first] = lane.rows;
    const underWay = lane.sending || lane.left > 0 ? first : undefined;
    lane.withdrawn = underWay !== undefined && isMeant(underWay);
    const taken = new Set(lane.rows.filter((row) => row !== underWay && isMeant(row)));
    if (taken.size === 0) return [];
    lane.rows.splice(0, lane.rows.length, ...lane.rows.filter((row) => !taken.has(row)));
    const { kept } = lane;
    for (const row of taken) if (row.seq === kept?.seq) this.#ends.letGo(lane, row);
    // What waited behind the first one waits no more.
    if (lane.rows[0] !== first) lane.heldUntil = 0;
    return [...taken];
  }

  /** Whatever is under way may be tried again after all. */
  putBack(conversation: ConversationId): void {
    const lane = this.#lanes.get(conversation);
    if (lane) lane.withdrawn = false;
  }

  /** Nothing begins to leave any more; resolves when no hand-over is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#gate.stop();
    this.#notes.stop();
    if (!this.#isQuiet()) await new Promise<void>((resolve) => (this.#whenQuiet = resolve));
  }

  /** Sends rows of one chat until it is empty, held, or a hand-over has to be waited for. */
  drain(conversation: string): void {
    const lane = this.#lanes.get(conversation);
    if (!this.#begun || !lane || lane.sending) return;
    while (lane.rows.length > 0 && !this.#stopped) {
      if (lane.rows.length > 1) this.#squeeze(lane);
      const row = lane.rows[0] as OutboxRow;
      if (!this.#gate.lets(conversation, lane, row)) return;
      if (this.#ends.isTooUnsure(row)) {
        this.#ends.leaveToStaff(lane, row);
        continue;
      }
      lane.begun = this.#deps.now();
      try {
        const handed = this.#handOut(lane, row);
        if (handed instanceof Promise) {
          void this.#wait(conversation, lane, row, handed);
          return;
        }
        this.#ends.finish(lane, row, handed);
      } catch (error) {
        this.#ends.fail(lane, row, error);
      }
    }
    if (lane.rows.length === 0) this.#lanes.delete(conversation);
  }

  #handOut(lane: Lane, row: OutboxRow): Handed | Promise<Handed> {
    const channel = this.#deps.channels.get(row.channel);
    const { onBegin } = this.#deps;
    // The line mostly keeps it back once more, which would be two writes a minute and chat for nothing.
    const written =
      onBegin && row.state === "waiting" && !isKept(lane) ? begin(row, onBegin, this.#records) : undefined;
    if (written instanceof Promise) return written.then(() => handOut(lane, row, channel));
    return handOut(lane, row, channel);
  }

  /** Answers that later ones have overtaken while the line was away are not sent any more. */
  #squeeze(lane: Lane): void {
    while (lane.left === 0 && isOvertaken(lane.rows, this.#deps.officeNow())) {
      const row = lane.rows.shift();
      // What waited behind it waits no more.
      lane.heldUntil = 0;
      if (row) this.#records.add(row, "failed", { error: endReason(row, "overtaken") });
    }
  }

  async #wait(conversation: string, lane: Lane, row: OutboxRow, handed: Promise<Handed>): Promise<void> {
    lane.sending = true;
    this.#sending += 1;
    try {
      this.#ends.finish(lane, row, await handed);
    } catch (error) {
      this.#ends.fail(lane, row, error);
    }
    lane.sending = false;
    this.#sending -= 1;
    this.drain(conversation);
    this.#deps.onProgress();
    this.#tellIfQuiet();
  }

  #isQuiet(): boolean {
    return this.#sending === 0 && !this.#notes.isBusy;
  }

  #tellIfQuiet(): void {
    if (this.#isQuiet()) this.#whenQuiet?.();
  }

  #first(conversation: string): { readonly lane: Lane; readonly row: OutboxRow } | undefined {
    const lane = this.#lanes.get(conversation);
    const row = lane?.rows[0];
    return lane && row && !this.#stopped ? { lane, row } : undefined;
  }
}
