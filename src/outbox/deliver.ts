/**
 * The second half of the sentence: effects that were committed leave, in order within each chat. A row is in flight from the
 * commit that made it; what became of it is written with a later commit. So a kill between the hand-over and its record can
 * repeat a message, and such rows are counted at the next start.
 */
import type { Channel, ChannelProblem, Handed } from "../channels/channel.ts";
import { ChannelError } from "../channels/channel.ts";
import { composeMessages } from "../channels/compose.ts";
import { isUnasked } from "../domain/effect.ts";
import type { ConversationId } from "../domain/ids.ts";
import type { Outbound } from "../domain/message.ts";
import type { Delivery, OutboxRow } from "../store/engine.ts";
import { createPace, type Pace } from "./pace.ts";
import { decideRetry } from "./retry.ts";
import { isOvertaken } from "./squeeze.ts";

export type Deliverer = {
  /** Before it is called nothing leaves: what an earlier stop left is pushed first, and the channels are started. */
  begin(): void;
  /**
   * Rows that a commit has just made durable; they leave at once where nothing is before them.
   * @param hasWritten whether these customers ever wrote; left out: they did
   */
  push(rows: readonly OutboxRow[], hasWritten?: boolean): void;
  /** What became of rows since the last call; the caller writes it. */
  takeRecords(): readonly Delivery[];
  /** Gives records back that could not be written. */
  returnRecords(records: readonly Delivery[]): void;
  hasRecords(): boolean;
  /** Rows that are neither handed over nor waiting for a later moment. */
  busy(): boolean;
  /** Rows in memory, for /metrics; of one line, for its page. */
  backlog(channel?: string): number;
  /** This line may be there again. */
  wake(channel: string): void;
  /** The customer wants no messages any more: of this chat nothing leaves now that nobody asked for. */
  withdraw(conversation: ConversationId): void;
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
  /** A message left, for the line's page. */
  readonly onHanded?: ((channel: string) => void) | undefined;
  /** Runs right after a hand-over, before its record: where a test kills the process. */
  readonly afterSend?: () => void;
};

/**
 * The rows of one chat that have not left yet, oldest first. At most the first is under way; `left`: so many of its parts have gone.
 * `lookAt`: when a timer will look again, by the monotonic clock.
 */
type Lane = {
  readonly rows: OutboxRow[];
  sending: boolean;
  left: number;
  heldUntil: number;
  lookAt: number;
  /** Where the line's pace has it: standing in the queue, or with leave for one message. */
  pace: "free" | "queued" | "granted";
};

/** Whoever wrote less than this ago is looking at the chat: their answer goes before news. */
const freshMs = 60_000;
/** A row's stored moment may lie far off because a clock was set back since: it is not believed further than this. */
const longestHoldMs = 3_600_000;

export function createDeliverer(deps: DelivererDeps): Deliverer {
  const lanes = new Map<string, Lane>();
  const lineHeldUntil = new Map<string, { readonly until: number; readonly ordered: boolean }>();
  const timers = new Set<NodeJS.Timeout>();
  let records: Delivery[] = [];
  let begun = false;
  let stopped = false;
  let sending = 0;
  let whenQuiet: (() => void) | undefined;

  const paces = new Map<string, Pace>();
  for (const [name, { capabilities }] of deps.channels) {
    const { now, chance } = deps;
    if (capabilities.rates) paces.set(name, createPace(capabilities.rates, { now, chance, grant }));
  }

  /** The pace of its line lets this chat send one message. */
  function grant(conversation: string): boolean {
    const lane = lanes.get(conversation);
    const row = lane?.rows[0];
    if (!lane || !row || stopped) return false;
    lane.pace = "free";
    // Leave that can't be used now is not kept: else all of it would be used in one moment, once the line is back.
    if (deps.isAway?.(row.channel)) return false;
    const holdMs = heldUntil(lane, row) - deps.now();
    if (holdMs > 0) {
      lookAgain(conversation, lane, holdMs);
      return false;
    }
    lane.pace = "granted";
    drain(conversation);
    deps.onProgress();
    return true;
  }

  /** Whether the first row of the lane may leave now; else somebody will drain the lane again. */
  function isPaced(conversation: string, lane: Lane, row: OutboxRow): boolean {
    const pace = paces.get(row.channel);
    // The rest of a message that is already on its way waits for nothing.
    if (!pace || lane.pace === "granted" || lane.left > 0) return true;
    if (lane.pace === "queued") return false;
    const { kind } = row.effect;
    const fresh = deps.officeNow() - (row.askedAt ?? row.createdAt) < freshMs;
    const asked = pace.ask(conversation, fresh && kind !== "news" && kind !== "reminder");
    if (asked === "now") return true;
    if (asked === "queued") lane.pace = "queued";
    else lookAgain(conversation, lane, asked);
    return false;
  }

  /** Answers that later ones have overtaken while the line was away are not sent any more. */
  function squeeze(lane: Lane): void {
    while (lane.left === 0 && isOvertaken(lane.rows, deps.officeNow())) {
      const row = lane.rows.shift();
      if (row) record(row, "failed", { error: "overtaken" });
    }
  }

  function record(row: OutboxRow, state: Delivery["state"], extra?: Partial<Delivery>): void {
    const { conversation, seq } = row;
    const delivery: Delivery = { conversation, seq, state, at: deps.officeNow(), attempts: row.attempts + 1 };
    records.push(extra ? { ...delivery, ...extra } : delivery);
  }

  function later(delayMs: number, act: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, delayMs);
    timers.add(timer);
  }

  function finish(lane: Lane, row: OutboxRow, handed: Handed): void {
    deps.afterSend?.();
    deps.onHanded?.(row.channel);
    lane.rows.shift();
    lane.left = 0;
    lane.pace = "free";
    record(row, "handed_over", handed.id === undefined ? undefined : { externalId: handed.id });
  }

  /** The channel could not take the first row of the lane: drop it, or hold the chat or the whole line. */
  function fail(lane: Lane, row: OutboxRow, error: unknown): void {
    const problem: ChannelProblem = error instanceof ChannelError ? error.problem : { type: "retry_later" };
    const attempt = row.attempts + 1;
    const decision = decideRetry(
      problem,
      attempt,
      deps.officeNow() - (row.askedAt ?? row.createdAt),
      deps.chance(),
    );
    const fault = error instanceof ChannelError ? undefined : error;
    lane.pace = "free";
    deps.onProblem(row, problem, decision.type === "give_up", fault);
    if (decision.type === "give_up") {
      lane.rows.shift();
      lane.left = 0;
      record(row, "failed", { error: problem.type });
      return;
    }
    const notBefore = deps.realNow() + decision.delayMs;
    lane.rows[0] = { ...row, attempts: attempt, state: "waiting", notBefore };
    record(row, "waiting", { notBefore, error: problem.type });
    const until = deps.now() + decision.delayMs;
    // A hold of the line is the line's alone: when it is back, its chats go on at once.
    const ordered = problem.type === "retry_later" && problem.ordered === true;
    if (decision.holds === "line") lineHeldUntil.set(row.channel, { until, ordered });
    else lane.heldUntil = until;
  }

  function heldUntil(lane: Lane, { channel }: OutboxRow): number {
    return Math.max(lane.heldUntil, lineHeldUntil.get(channel)?.until ?? 0);
  }

  /** Timers may fire a little early, and holds may grow: each look decides anew. */
  function lookAgain(conversation: string, lane: Lane, afterMs: number): void {
    const waitMs = Math.min(Math.ceil(afterMs), longestHoldMs);
    const at = deps.now() + waitMs;
    if (lane.lookAt <= at) return;
    lane.lookAt = at;
    later(waitMs, () => {
      // A shorter wait has taken its place.
      if (lane.lookAt !== at) return;
      lane.lookAt = Number.POSITIVE_INFINITY;
      drain(conversation);
      deps.onProgress();
    });
  }

  /** Sends rows of one chat until it is empty, held, or a hand-over has to be waited for. */
  function drain(conversation: string): void {
    const lane = lanes.get(conversation);
    if (!begun || !lane || lane.sending) return;
    while (lane.rows.length > 0 && !stopped) {
      if (lane.rows.length > 1) squeeze(lane);
      const row = lane.rows[0] as OutboxRow;
      if (deps.isAway?.(row.channel)) return;
      const until = heldUntil(lane, row);
      const holdMs = until === 0 ? 0 : until - deps.now();
      if (holdMs > 0) {
        lookAgain(conversation, lane, holdMs);
        return;
      }
      if (!isPaced(conversation, lane, row)) return;
      try {
        const handed = send(lane, row);
        if (handed instanceof Promise) {
          void wait(conversation, lane, row, handed);
          return;
        }
        finish(lane, row, handed);
      } catch (error) {
        fail(lane, row, error);
      }
    }
    if (lane.rows.length === 0) lanes.delete(conversation);
  }

  async function wait(
    conversation: string,
    lane: Lane,
    row: OutboxRow,
    handed: Promise<Handed>,
  ): Promise<void> {
    lane.sending = true;
    sending += 1;
    try {
      finish(lane, row, await handed);
    } catch (error) {
      fail(lane, row, error);
    }
    lane.sending = false;
    sending -= 1;
    drain(conversation);
    deps.onProgress();
    if (sending === 0) whenQuiet?.();
  }

  /** Hands one row to its channel, in as many messages as the platform needs; those that left before an error are not sent again. */
  function send(lane: Lane, row: OutboxRow): Handed | Promise<Handed> {
    const channel = deps.channels.get(row.channel);
    // A channel that is not configured any more keeps its rows: its owner may bring it back.
    if (!channel)
      throw new ChannelError({ type: "logged_out" }, `no channel named ${row.channel} is running`);
    const parts = composeMessages(toOutbound(row), channel.capabilities);
    const first = parts[lane.left];
    if (!first) return {};
    const handed = channel.send(first);
    const rest = parts.slice(lane.left + 1);
    return rest.length === 0 ? handed : sendRest(lane, channel, handed, rest);
  }

  async function sendRest(
    lane: Lane,
    channel: Channel,
    first: Handed | Promise<Handed>,
    rest: readonly Outbound[],
  ): Promise<Handed> {
    let handed = await first;
    for (const part of rest) {
      lane.left += 1;
      handed = await channel.send(part);
    }
    return handed;
  }

  function laneOf(row: OutboxRow): Lane {
    const holdMs =
      row.notBefore === 0 ? 0 : Math.min(Math.max(row.notBefore - deps.realNow(), 0), longestHoldMs);
    const heldUntil = holdMs === 0 ? 0 : deps.now() + holdMs;
    return {
      rows: [row],
      sending: false,
      left: 0,
      heldUntil,
      lookAt: Number.POSITIVE_INFINITY,
      pace: "free",
    };
  }

  return {
    begin() {
      begun = true;
      for (const conversation of [...lanes.keys()]) drain(conversation);
    },
    push(rows, hasWritten = true) {
      for (const row of rows) {
        if (!hasWritten && deps.channels.get(row.channel)?.capabilities.canWriteFirst === false) {
          record(row, "failed", { error: "never_wrote", attempts: row.attempts });
          continue;
        }
        const lane = lanes.get(row.conversation);
        if (lane) lane.rows.push(row);
        else lanes.set(row.conversation, laneOf(row));
        drain(row.conversation);
      }
    },
    takeRecords() {
      const taken = records;
      records = [];
      return taken;
    },
    returnRecords(back) {
      records = [...back, ...records];
    },
    hasRecords: () => records.length > 0,
    busy() {
      const now = deps.now();
      for (const lane of lanes.values()) {
        const row = lane.rows[0];
        if (row && heldUntil(lane, row) <= now && !deps.isAway?.(row.channel)) return true;
      }
      return false;
    },
    backlog: (channel) =>
      [...lanes.values()].reduce(
        (sum, { rows }) => (channel === undefined || rows[0]?.channel === channel ? sum + rows.length : sum),
        0,
      ),
    wake(channel) {
      // What the platform itself told us to wait is waited, whatever became of the line meanwhile.
      if (!lineHeldUntil.get(channel)?.ordered) lineHeldUntil.delete(channel);
      for (const [conversation, { rows }] of [...lanes])
        if (rows[0]?.channel === channel) drain(conversation);
      deps.onProgress();
    },
    withdraw(conversation) {
      const lane = lanes.get(conversation);
      if (!lane) return;
      const [first] = lane.rows;
      const underWay = lane.sending || lane.left > 0 ? first : undefined;
      const unasked = lane.rows.filter((row) => row !== underWay && isUnasked(row.effect));
      if (unasked.length === 0) return;
      lane.rows.splice(0, lane.rows.length, ...lane.rows.filter((row) => !unasked.includes(row)));
      for (const row of unasked) record(row, "failed", { error: "opted_out", attempts: row.attempts });
      // What waited behind it waits no more.
      if (lane.rows[0] !== first) lane.heldUntil = 0;
      drain(conversation);
      deps.onProgress();
    },
    async stop() {
      stopped = true;
      for (const pace of paces.values()) pace.stop();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      if (sending > 0) await new Promise<void>((resolve) => (whenQuiet = resolve));
      for (const row of [...lanes.values()].flatMap(({ rows }) => rows)) {
        if (row.state === "in_flight" && !row.possibleRepeat)
          record(row, "waiting", { attempts: row.attempts });
      }
    },
  };
}

function toOutbound(row: OutboxRow): Outbound {
  const { effect } = row;
  return {
    conversation: row.conversation,
    channel: row.channel,
    address: row.address,
    key: `${row.conversation}:${row.turn}:${row.index}`,
    seq: row.seq,
    from: effect.from,
    text: effect.text,
    language: effect.language,
    ...(effect.choices && { choices: effect.choices }),
    ...(effect.wants && { wants: effect.wants }),
    ...(effect.document && { document: effect.document }),
    ...(effect.order && { order: effect.order }),
    ...(isUnasked(effect) && { unasked: true as const }),
  };
}
