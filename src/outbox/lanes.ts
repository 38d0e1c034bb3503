/**
 * The rows of all chats on their way out: one lane a chat, drained in order, as far as the gate lets it. A partner's system or mailbox has one lane
 * an order: what it will not take of one order holds up no other.
 */
import { ChannelError, type ChannelProblem, type Handed } from "../channels/channel.ts";
import { isUnasked } from "../domain/effect.ts";
import type { ConversationId } from "../domain/ids.ts";
import type { OutboxRow } from "../store/engine.ts";
import { begin, beginAgainMs, NotBegun } from "./begin.ts";
import type { DelivererDeps } from "./deliver.ts";
import type { DeliveryRecords } from "./delivery-records.ts";
import { afterTry, doubtsOf, endReason, isInDoubt, reasonOf } from "./doubt.ts";
import { Gate } from "./gate.ts";
import { handOut } from "./hand-out.ts";
import { ageOf, isKept, type Lane, laneKeyOf, laneOf, passFirst, passKept } from "./lane.ts";
import { Notes } from "./notes.ts";
import { type Decision, decideRetry, mostUnsure } from "./retry.ts";
import { isOvertaken } from "./squeeze.ts";

type Again = Extract<Decision, { readonly type: "again" }>;

const inDoubt: ChannelProblem = { type: "retry_later", unsure: true };

export class Lanes {
  readonly #deps: DelivererDeps;
  readonly #records: DeliveryRecords;
  readonly #lanes = new Map<string, Lane>();
  readonly #gate: Gate;
  readonly #notes: Notes;
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
    for (const row of taken) if (row.seq === kept?.seq) this.#letGo(lane, row);
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
      if (this.#doubtsOf(row) >= mostUnsure) {
        this.#leaveToStaff(lane, row);
        continue;
      }
      lane.begun = this.#deps.now();
      try {
        const handed = this.#handOut(lane, row);
        if (handed instanceof Promise) {
          void this.#wait(conversation, lane, row, handed);
          return;
        }
        this.#finish(lane, row, handed);
      } catch (error) {
        this.#fail(lane, row, error);
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
      this.#finish(lane, row, await handed);
    } catch (error) {
      this.#fail(lane, row, error);
    }
    lane.sending = false;
    this.#sending -= 1;
    this.drain(conversation);
    this.#deps.onProgress();
    this.#tellIfQuiet();
  }

  #finish(lane: Lane, row: OutboxRow, { id, once, moot }: Handed): void {
    if (moot) {
      this.#passFirst(lane, row);
      this.#records.add(row, "failed", { error: endReason(row, "moot") });
      return;
    }
    this.#deps.afterSend?.();
    this.#deps.onHanded?.(row, lane.begun);
    this.#passFirst(lane, row);
    const isRepeat = isInDoubt(row) && once !== true;
    if (id === undefined && !isRepeat) this.#records.add(row, "handed_over");
    else {
      const told = { ...(id !== undefined && { externalId: id }), ...(isRepeat && { error: "repeated" }) };
      this.#records.add(row, "handed_over", told);
    }
  }

  /** The channel could not take the first row of the lane: drop it, or hold the chat or the whole line. */
  #fail(lane: Lane, row: OutboxRow, error: unknown): void {
    if (error instanceof NotBegun) {
      this.#beginLater(lane, row, error);
      return;
    }
    const problem: ChannelProblem = error instanceof ChannelError ? error.problem : { type: "retry_later" };
    const tried = afterTry(row, problem);
    const decision = this.#decide(lane, tried, problem);
    lane.pace = "free";
    // What the line kept back, and the customer then did not want, is no trouble of the line.
    const isLast = decision.type === "give_up" || (lane.withdrawn && problem.type !== "held");
    this.#deps.onProblem(row, problem, isLast, error instanceof ChannelError ? undefined : error);
    if (decision.type === "give_up") this.#giveUp(lane, tried, problem);
    else this.#tryLater(lane, tried, problem, decision);
  }

  #decide(lane: Lane, tried: OutboxRow, problem: ChannelProblem): Decision {
    const { attempts } = tried;
    const unsure = this.#doubtsOf(tried);
    const ageMs = ageOf(tried, this.#deps.officeNow());
    const keptMs = isKept(lane) && lane.kept ? this.#deps.now() - lane.kept.since : 0;
    return decideRetry(problem, { attempts, unsure, ageMs, keptMs }, this.#deps.chance());
  }

  #giveUp(lane: Lane, tried: OutboxRow, problem: ChannelProblem): void {
    const reason = reasonOf(tried, problem);
    // Nobody is to send it again.
    const why = lane.withdrawn && reason === "unsure" ? endReason(tried, "opted_out") : reason;
    this.#passFirst(lane, tried);
    const lost = problem.type === "address_gone" ? "gone" : why === "unsure" ? why : undefined;
    const { onLost } = this.#deps;
    if (lost && onLost) this.#notes.failOnce(tried, why, () => onLost(tried, lost));
    else this.#records.add(tried, "failed", { error: why });
  }

  #tryLater(lane: Lane, tried: OutboxRow, problem: ChannelProblem, { delayMs, holds }: Again): void {
    const until = this.#deps.now() + delayMs;
    // A hold of the line is the line's alone: when it is back, its chats go on at once.
    const isOrdered = problem.type === "retry_later" && problem.ordered === true;
    if (holds === "line") this.#gate.hold(tried.channel, until, isOrdered);
    if (lane.withdrawn) {
      this.#passFirst(lane, tried);
      this.#records.add(tried, "failed", { error: endReason(tried, "opted_out") });
      return;
    }
    const notBefore = this.#deps.realNow() + delayMs;
    lane.rows[0] = { ...tried, state: "waiting", notBefore };
    if (problem.type === "held") this.#keep(lane, tried, notBefore);
    else {
      if (isKept(lane)) this.#letGo(lane, tried);
      this.#records.add(tried, "waiting", { notBefore, error: reasonOf(tried, problem) });
    }
    const isPassed = problem.type === "held" && passKept(lane);
    if (holds === "chat" && !isPassed) lane.heldUntil = until;
  }

  /** Kept back again and again it is written down once: each time anew would be a commit a minute and chat. */
  #keep(lane: Lane, row: OutboxRow, notBefore: number): void {
    this.#gate.giveBack(lane, row);
    if (isKept(lane)) return;
    lane.kept = { seq: row.seq, since: this.#deps.now() };
    this.#records.add(row, "waiting", { notBefore, error: reasonOf(row, { type: "held", afterMs: 0 }) });
  }

  /** Nothing has left, and the platform was not asked. */
  #beginLater(lane: Lane, row: OutboxRow, error: NotBegun): void {
    lane.pace = "free";
    this.#gate.giveBack(lane, row);
    this.#deps.onNotBegun?.(row, error.cause);
    if (lane.withdrawn) {
      this.#passFirst(lane, row);
      this.#records.add(row, "failed", { error: endReason(row, "opted_out") });
    } else lane.heldUntil = this.#deps.now() + beginAgainMs;
  }

  /** As often as it may have arrived already, it is not tried again. */
  #leaveToStaff(lane: Lane, row: OutboxRow): void {
    this.#gate.giveBack(lane, row);
    this.#deps.onProblem(row, inDoubt, true);
    this.#giveUp(lane, row, inDoubt);
  }

  #doubtsOf(row: OutboxRow): number {
    return doubtsOf(row, this.#deps.channels.get(row.channel)?.capabilities.knowsRepeats === true);
  }

  #passFirst(lane: Lane, row: OutboxRow): void {
    const wasKept = isKept(lane);
    passFirst(lane);
    if (wasKept) this.#letGo(lane, row);
  }

  #letGo(lane: Lane, { channel }: OutboxRow): void {
    lane.kept = undefined;
    this.#deps.onLetGo?.(channel);
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
