/** How a hand-over ended, and what that means for its message and for what waits behind it: written down, tried again, or given up. */
import { ChannelError, type ChannelProblem, type Handed } from "../channels/channel.ts";
import type { OutboxRow } from "../store/engine.ts";
import { beginAgainMs, NotBegun } from "./begin.ts";
import type { DelivererDeps } from "./deliver.ts";
import type { DeliveryRecords } from "./delivery-records.ts";
import { afterTry, doubtsOf, endReason, isInDoubt, reasonOf } from "./doubt.ts";
import type { Gate } from "./gate.ts";
import { ageOf, isKept, type Lane, passFirst, passKept } from "./lane.ts";
import type { Notes } from "./notes.ts";
import { type Decision, decideRetry, mostUnsure } from "./retry.ts";

type Again = Extract<Decision, { readonly type: "again" }>;

export type EndsParts = { readonly records: DeliveryRecords; readonly gate: Gate; readonly notes: Notes };

const inDoubt: ChannelProblem = { type: "retry_later", unsure: true };

export class Ends {
  readonly #deps: DelivererDeps;
  readonly #records: DeliveryRecords;
  readonly #gate: Gate;
  readonly #notes: Notes;

  constructor(deps: DelivererDeps, { records, gate, notes }: EndsParts) {
    this.#deps = deps;
    this.#records = records;
    this.#gate = gate;
    this.#notes = notes;
  }

  /** The channel took the first row of the lane, or had nothing to say any more. */
  finish(lane: Lane, row: OutboxRow, { id, once, moot }: Handed): void {
    if (moot) {
      this.#end(lane, row, "moot");
      return;
    }
    this.#deps.afterSend?.();
    this.#deps.onHanded?.(row, lane.begun);
    this.#passFirst(lane, row);
    const isRepeat = isInDoubt(row) && once !== true;
    const told = { ...(id !== undefined && { externalId: id }), ...(isRepeat && { error: "repeated" }) };
    this.#records.add(row, "handed_over", told);
  }

  /** The channel could not take the first row of the lane: drop it, or hold the chat or the whole line. */
  fail(lane: Lane, row: OutboxRow, error: unknown): void {
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

  /** May it have arrived so often already that it is not tried again? */
  isTooUnsure(row: OutboxRow): boolean {
    return this.#doubtsOf(row) >= mostUnsure;
  }

  leaveToStaff(lane: Lane, row: OutboxRow): void {
    this.#gate.giveBack(lane, row);
    this.#deps.onProblem(row, inDoubt, true);
    this.#giveUp(lane, row, inDoubt);
  }

  /** The line keeps this row back no more. */
  letGo(lane: Lane, { channel }: OutboxRow): void {
    lane.kept = undefined;
    this.#deps.onLetGo?.(channel);
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
      this.#end(lane, tried, "opted_out");
      return;
    }
    const notBefore = this.#deps.realNow() + delayMs;
    lane.rows[0] = { ...tried, state: "waiting", notBefore };
    if (problem.type === "held") this.#keep(lane, tried, notBefore);
    else {
      if (isKept(lane)) this.letGo(lane, tried);
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
    if (lane.withdrawn) this.#end(lane, row, "opted_out");
    else lane.heldUntil = this.#deps.now() + beginAgainMs;
  }

  /** It is not tried any more, and nobody need see to it. */
  #end(lane: Lane, row: OutboxRow, reason: "opted_out" | "moot"): void {
    this.#passFirst(lane, row);
    this.#records.add(row, "failed", { error: endReason(row, reason) });
  }

  #doubtsOf(row: OutboxRow): number {
    return doubtsOf(row, this.#deps.channels.get(row.channel)?.capabilities.knowsRepeats === true);
  }

  #passFirst(lane: Lane, row: OutboxRow): void {
    const wasKept = isKept(lane);
    passFirst(lane);
    if (wasKept) this.letGo(lane, row);
  }
}
