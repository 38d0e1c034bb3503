/**
 * The second half of the sentence: effects that were committed leave, in order within each chat. A row is in flight from the
 * commit that made it; what became of it is written with a later commit. So a kill between the hand-over and its record can
 * repeat a message, and such rows are counted at the next start.
 */
import type { Channel, ChannelProblem } from "../channels/channel.ts";
import { isUnasked } from "../domain/effect.ts";
import type { ConversationId } from "../domain/ids.ts";
import type { Delivery, Eventually, OutboxRow } from "../store/engine.ts";
import { DeliveryRecords } from "./delivery-records.ts";
import { endReason } from "./doubt.ts";
import { type Kept, keptIn } from "./lane.ts";
import { Lanes } from "./lanes.ts";

export type Deliverer = {
  /** Before it is called nothing leaves: what an earlier stop left is pushed first, and the channels are started. */
  begin(): void;
  /**
   * Rows that a commit has just made durable; they leave at once where nothing is before them.
   * @param hasWritten whether these customers ever wrote; left out: they did
   */
  push(rows: readonly OutboxRow[], hasWritten?: boolean): void;
  /** Is this a line that writes to nobody first? */
  mayNotWriteFirst(channel: string): boolean;
  /** What became of rows since the last call; the caller writes it. */
  takeRecords(): readonly Delivery[];
  /** Gives records back that could not be written. */
  returnRecords(records: readonly Delivery[]): void;
  hasRecords(): boolean;
  /** Rows that are neither handed over nor waiting for a later moment. */
  busy(): boolean;
  /** Rows in memory, for /metrics; of one line, for its page. */
  backlog(channel?: string): number;
  /** What a line keeps back out of its own prudence; undefined: nothing. `since`: epoch milliseconds. */
  kept(channel: string): Kept | undefined;
  /** This line may be there again. */
  wake(channel: string): void;
  /**
   * The customer wants no messages any more: of this chat nothing leaves now that nobody asked for, nor what staff had written before; what is
   * under way is not tried again. @param stoppedAt when they said so, by the office's clock
   */
  withdraw(conversation: ConversationId, stoppedAt: number): void;
  /** … and wants them again. */
  allow(conversation: ConversationId): void;
  /** Nothing leaves any more; resolves when no hand-over is under way. What was never tried is recorded as waiting. */
  stop(): Promise<void>;
};

export type DelivererDeps = {
  readonly channels: ReadonlyMap<string, Channel>;
  /** Monotonic, milliseconds: a wait does not grow or shrink because somebody sets a clock. */
  readonly now: () => number;
  /** Real time, epoch milliseconds: what `notBefore` means to the next start. */
  readonly realNow: () => number;
  /** The office's clock, in which rows were made. */
  readonly officeNow: () => number;
  /** 0–1. */
  readonly chance: () => number;
  /** Called when records are there to be written, or rows wait no longer. */
  readonly onProgress: () => void;
  /** `error`: what the channel threw, where it was none of a channel's own: a fault in our code, tried again like a passing one. */
  readonly onProblem: (row: OutboxRow, problem: ChannelProblem, gaveUp: boolean, error?: unknown) => void;
  /** Does this line wait for somebody: its owner, its platform? Its messages stay, and nothing fails. */
  readonly isAway?: ((channel: string) => boolean) | undefined;
  /** A message that was written down as waiting is about to leave; it does once this is done. */
  readonly onBegin?: ((row: OutboxRow) => Eventually<void>) | undefined;
  /** That could not be written down: it is tried again, and the platform was not asked. */
  readonly onNotBegun?: ((row: OutboxRow, error: unknown) => void) | undefined;
  /** Something that this line kept back is kept back no more. */
  readonly onLetGo?: ((channel: string) => void) | undefined;
  /** A message left. `begun`: when its hand-over began, by the monotonic clock. */
  readonly onHanded?: ((row: OutboxRow, begun: number) => void) | undefined;
  /**
   * Of a message for somebody who is not there any more, or of which nobody can say whether it arrived: resolves once that is noted durably, and
   * only then the row counts as failed. False: it could not be; the row stays, and the next start tries it.
   */
  readonly onLost?: ((row: OutboxRow, why: "gone" | "unsure") => Promise<boolean>) | undefined;
  /** Runs right after a hand-over, before its record: where a test kills the process. */
  readonly afterSend?: () => void;
};

export function createDeliverer(deps: DelivererDeps): Deliverer {
  const records = new DeliveryRecords(deps.officeNow);
  const lanes = new Lanes(deps, records);
  const mayNotWriteFirst = (channel: string) =>
    deps.channels.get(channel)?.capabilities.canWriteFirst === false;

  return {
    begin: () => lanes.begin(),
    push(rows, hasWritten = true) {
      let isKept = false;
      for (const row of rows) {
        if (hasWritten || !mayNotWriteFirst(row.channel)) lanes.push(row);
        else {
          records.add(row, "failed", { error: "never_wrote" });
          isKept = true;
        }
      }
      if (isKept) deps.onProgress();
    },
    mayNotWriteFirst,
    takeRecords: () => records.take(),
    returnRecords: (back) => records.giveBack(back),
    hasRecords: () => !records.isEmpty(),
    busy: () => lanes.isBusy(),
    backlog(channel) {
      const mine = lanes.all().filter(({ rows }) => channel === undefined || rows[0]?.channel === channel);
      return mine.reduce((sum, { rows }) => sum + rows.length, 0);
    },
    kept(channel) {
      const kept = keptIn(lanes.all(), channel);
      return kept && { ...kept, since: deps.realNow() - (deps.now() - kept.since) };
    },
    wake: (channel) => lanes.wake(channel),
    withdraw(conversation, stoppedAt) {
      const taken = lanes.takeOut(conversation, (row) => isUnwanted(row, stoppedAt));
      if (taken.length === 0) return;
      for (const row of taken) records.add(row, "failed", { error: endReason(row, "opted_out") });
      lanes.drain(conversation);
      deps.onProgress();
    },
    allow: (conversation) => lanes.putBack(conversation),
    async stop() {
      await lanes.stop();
      for (const row of lanes.all().flatMap(({ rows }) => rows)) {
        if (row.state === "in_flight" && !row.possibleRepeat) records.add(row, "waiting");
      }
    },
  };
}

/** Words of staff answer what the customer wrote; what was written before they stopped messages answers nothing after it. */
function isUnwanted({ effect, askedAt, createdAt }: OutboxRow, stoppedAt: number): boolean {
  return isUnasked(effect) || (effect.kind === "staff" && (askedAt ?? createdAt) <= stoppedAt);
}
