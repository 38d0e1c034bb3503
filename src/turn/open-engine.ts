/** The engine as pages, channels and timers see it: takes work in, puts it into the queue of turns, and answers when it is durable. */
import type { Received } from "../channels/channel.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Event } from "../domain/event.ts";
import type { ConversationId, OrderRef } from "../domain/ids.ts";
import type { ChatLine, Content, Inbound } from "../domain/message.ts";
import type { Order } from "../domain/order.ts";
import type { Acted, Change, Engine } from "../engine.ts";
import { createDeliverer } from "../outbox/deliver.ts";
import { type CommitTurn, type Delivery, type InboxRow, StoreError } from "../store/engine.ts";
import { createTurns } from "../turn.ts";
import type { AskedMedia, MediaReader, Sensed, Turn } from "../understand/classifier.ts";
import { announce, type Listener } from "./announce.ts";
import { cleanContent, cleanText, readArrival } from "./arrival.ts";
import { createDeferred, until } from "./deferred.ts";
import type { EngineDeps } from "./deps.ts";
import { createHeld } from "./held.ts";
import { createReach } from "./reach.ts";
import { createRecords } from "./records.ts";
import { createSent } from "./sent.ts";
import { addressKey, createStates } from "./states.ts";
import { createTotals } from "./totals.ts";

/** Deliveries that may wait at the door, in all and of one chat; more are asked to come again. */
const mostWaiting = 10_000;
const mostWaitingOfOne = 1_000;
/** A reminder that comes this late helps nobody. */
const lateAfterMs = 2 * 3_600_000;
/** Lines of the chat that a far classifier may be told with a message. */
const recentLines = 4;
/** Conversations whose timers fire in one go. */
const dueAtOnce = 100;

/**
 * Opens the engine on a store. What a stop left is taken up before anything new can come: in each chat it stays first. It leaves once
 * the channels have started and `resume` is called.
 */
export async function openEngine(deps: EngineDeps): Promise<Engine> {
  const { store, catalogue, log } = deps;
  const highest = await store.highest();
  const states = createStates();
  const totals = createTotals();
  const listeners = new Set<Listener>();
  const held = createHeld();
  const reader = {
    catalogue,
    held,
    inline: deps.inline,
    defers: deps.deferred?.wants,
    senses: deps.media?.wants,
  };
  let inboxSeq = highest.inbox;
  let nextWake = await store.nextWake();
  let stopped = false;

  const deliverer = createDeliverer({
    channels: deps.channels,
    now: () => performance.now(),
    realNow: deps.realNow,
    officeNow: deps.now,
    chance: Math.random,
    onProgress: () => records.afterWork(),
    isAway: deps.lines?.isAway,
    onHanded({ channel, conversation }) {
      deps.lines?.spoke(channel);
      reach.handed(conversation);
    },
    onGone: (row) => reach.lost(row),
    onProblem(row, fault, gaveUp, error) {
      // The line's own prudence, not its trouble.
      if (fault.type === "held" && !gaveUp) return;
      totals.delivery_failures_total += 1;
      if (fault.type === "retry_later" && fault.unsure && !gaveUp) totals.possible_repeat_total += 1;
      deps.lines?.failed(row.channel, fault.type);
      const { conversation, seq } = row;
      const facts = { conversation, seq, fault: fault.type, gaveUp, ...(error !== undefined && { error }) };
      log.warn(facts, "a message could not be handed over");
    },
    afterSend: () => deps.onPoint("after-send"),
  });

  const deferred = createDeferred({
    classifier: deps.deferred,
    deadlineMs: deps.deadlineMs,
    async prepare(row: InboxRow, stopping: AbortSignal) {
      const conversation = states.get(row.conversation) ?? (await store.getConversation(row.conversation));
      if (!conversation) return { row };
      // What rules settle by now, and media and presses that queued behind a message in thought, need no reading.
      const arrival = readArrival(reader, conversation, row, row.receivedAt);
      if (arrival.type === "ask") return { row, asks: arrival };
      if (arrival.type !== "sense" || !deps.media) return { row };
      const content = await sense(deps.media, arrival, stopping);
      const read = readArrival(
        { ...reader, senses: undefined },
        conversation,
        { ...row, content },
        row.receivedAt,
      );
      return { row: { ...row, content }, ...(read.type === "ask" && { asks: read }) };
    },
    async recent({ chat }) {
      const after = Math.max(0, chat.lastSeq - recentLines);
      return turnsOf(await store.lines(chat.conversation, after, recentLines));
    },
    settle: (row, reading) =>
      turns.enqueue({ type: "settled", row, tries: 0, failures: 0, ...(reading && { reading }) }),
    onFailure(error) {
      totals.classifier_failures_total += 1;
      log.warn({ error }, "the model did not read a message; the embedded reading serves");
    },
  });

  /** The note or picture with what was heard or seen in it; as it came when that failed. */
  async function sense(media: MediaReader, asked: AskedMedia, stopping: AbortSignal): Promise<Content> {
    try {
      const signal = AbortSignal.any([stopping, AbortSignal.timeout(media.deadlineMs)]);
      return withSensed(asked.content, await until(signal, media.read(asked, signal)));
    } catch (error) {
      if (stopping.aborted) throw error;
      totals.media_failures_total += 1;
      log.warn({ error }, "the model did not hear or see what a customer sent; it is kept as it came");
      return asked.content;
    }
  }

  const turns = createTurns({
    store,
    states,
    held,
    deliverer,
    deferred,
    totals,
    log,
    onPoint: deps.onPoint,
    onFatal: deps.onFatal,
    onCommitted,
    onRecorded,
    onLeftOut(document) {
      // Where this fails, the nightly sweep finds it: nothing refers to it.
      deps.removeDocument?.(document).catch((error: unknown) => {
        log.error({ error }, "a file that may not be kept could not be removed at once");
      });
    },
    onQuiet: () => records.afterWork(),
    prepare: {
      store,
      states,
      reader,
      held,
      catalogue,
      language: deps.language,
      now: deps.now,
      realNow: deps.realNow,
      isPending: deferred.isPending,
      doors: deps.doors,
      phones: new Map(),
      nextSeq: () => ++inboxSeq,
      orderNumber: { next: Math.max(10_001, highest.order + 1) },
    },
  });
  const records = createRecords({
    store,
    deliverer,
    totals,
    log,
    busy: () => turns.busy() || deferred.busy(),
    onFatal: (error) => turns.fail(error),
    onRecorded,
  });

  const sent = createSent({
    ...{ store, states, deliverer, deliveries: deps.deliveries, now: deps.now },
    announce: tell,
  });
  const { now, rehearsal } = deps;
  const reach = createReach({ store, states, happen, chatOf: sent.chatOf, now, rehearsal, log });

  /** What happened stays so, whatever those say who hear of it. */
  function tell(...changes: readonly Change[]): void {
    try {
      for (const listener of listeners) listener(changes);
    } catch (error) {
      log.error({ error }, "a listener failed");
    }
  }

  /** The web chat shows a message as soon as it is committed; what a platform made of one is news. */
  function onRecorded(records: readonly Delivery[]): void {
    if (listeners.size === 0) return;
    const news = records.filter(
      ({ state, externalId }) => state !== "handed_over" || externalId !== undefined,
    );
    if (news.length > 0)
      tell(...news.map(({ conversation, seq }) => ({ type: "delivery", conversation, seq }) as const));
  }

  function onCommitted(committed: readonly CommitTurn[]): void {
    for (const { conversation } of committed) wakeBy(conversation.wake?.at);
    announce(listeners, committed);
  }

  function wakeBy(at: number | undefined): void {
    if (at !== undefined && (nextWake === undefined || at < nextWake)) nextWake = at;
  }

  async function fireDue(now: number): Promise<void> {
    for (;;) {
      const due = await store.dueConversations(now, dueAtOnce);
      const fired = await Promise.all(due.map(({ id }) => happen(id, (state) => wakeEvent(state, now))));
      // Stop where nothing moves (a full disk): the next tick tries again.
      if (due.length < dueAtOnce || fired.every(({ type }) => type !== "done")) break;
    }
  }

  function receive(inbound: Inbound): Promise<Received> {
    if (stopped) return Promise.resolve({ type: "not_now", reason: "stopping" });
    const chat = addressKey(inbound.channel, inbound.address);
    if (turns.waiting() >= mostWaiting || turns.isCrowdedBy(chat, mostWaitingOfOne))
      return Promise.resolve({ type: "not_now", reason: "overloaded" });
    const receivedAt = deps.now();
    const at = deps.rehearsal ? receivedAt : Math.min(inbound.at, receivedAt);
    deps.lines?.heard(inbound.channel, inbound.address);
    const clean = { ...inbound, at, content: cleanContent(inbound.content) };
    return new Promise((answer) =>
      turns.enqueue({ type: "arrived", inbound: clean, chat, receivedAt, tries: 0, failures: 0, answer }),
    );
  }

  function happen(
    conversation: ConversationId,
    event: (conversation: Conversation, order?: Order) => Event | undefined,
    ref?: OrderRef,
  ): Promise<Acted> {
    if (stopped) return Promise.resolve({ type: "not_now" });
    return new Promise((answer) =>
      turns.enqueue({ type: "happened", conversation, event, tries: 0, answer, ...(ref && { ref }) }),
    );
  }

  /** Something that concerns an order happens in the order's own chat. */
  async function happenTo(ref: OrderRef, event: (order: Order) => Event | undefined): Promise<Acted> {
    const found = await store.getOrder(ref);
    if (!found) return { type: "unknown" };
    return happen(found.conversation, (_, newest) => newest && event(newest), ref);
  }

  async function takeUp(): Promise<void> {
    const rows = await store.unfinishedOutbox();
    const repeats = rows.filter(({ possibleRepeat }) => possibleRepeat).length;
    totals.possible_repeat_total += repeats;
    if (repeats > 0)
      log.warn({ repeats }, "messages were in flight when the office stopped; they are sent again");
    for (const [id, ofChat] of Map.groupBy(rows, ({ conversation }) => conversation)) {
      const chat = await store.getConversation(id);
      deliverer.push(ofChat, chat?.heardAt !== 0);
      if (chat?.optedOut) deliverer.withdraw(id);
    }
    for (const row of await store.pendingInbox()) deferred.add(row);
  }

  deps.lines?.attach({
    ...deliverer,
    changed: (channel) => tell({ type: "line", channel }),
    chatOf: sent.chatOf,
  });
  await takeUp();
  return {
    receive,
    async openConversation(input) {
      const at = deps.now();
      const acted = await new Promise<Acted>((answer) =>
        turns.enqueue({ ...input, type: "opening", at, tries: 0, answer }),
      );
      if (acted.type !== "done") throw new StoreError("disk_full", "the chat could not be written");
      return acted.conversation;
    },
    conversation: async (id) => states.get(id) ?? (await store.getConversation(id)),
    lines: async (conversation, after, limit) => store.lines(conversation, after, limit),
    act(agent, act, on) {
      const event = (order?: Order): Event => ({
        type: "agent_acted",
        at: deps.now(),
        agent,
        act,
        ...(order && { order }),
        ...("expect" in on && on.expect !== undefined && { expect: on.expect }),
      });
      return "ref" in on ? happenTo(on.ref, event) : happen(on.conversation, () => event());
    },
    enterOrder: ({ conversation, ...entered }) =>
      happen(conversation, () => ({ type: "order_entered", at: deps.now(), ...entered })),
    moveOrder: (ref, move) =>
      happenTo(ref, (order) => ({ type: "order_moved", at: deps.now(), order, move })),
    endLease: ({ ref }) =>
      happenTo(ref, (order) => {
        const until = order.claim?.until;
        return until !== undefined && until <= deps.realNow()
          ? { type: "lease_ended", at: deps.now(), order }
          : undefined;
      }),
    async tick() {
      const now = deps.now();
      if (stopped || nextWake === undefined || nextWake > now) return;
      // Commits while this waits for the store still bring it forward.
      nextWake = undefined;
      try {
        await fireDue(now);
        wakeBy(await store.nextWake());
      } catch (error) {
        // Whatever is due stays so: the next tick looks again.
        wakeBy(now);
        throw error;
      }
    },
    keyOf: sent.keyOf,
    progressed: sent.progressed,
    lastHeard: sent.lastHeard,
    reached: reach.told,
    sendAgain: sent.again,
    resume() {
      deliverer.begin();
      records.afterWork();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    counters: () => ({
      ...totals,
      ...deps.deferred?.counters(),
      inbox_waiting: turns.waiting(),
      outbox_waiting: deliverer.backlog(),
    }),
    health() {
      const reason = stopped ? "stopping" : turns.problem();
      return reason ? { ready: false, reason } : { ready: true };
    },
    now: deps.now,
    idle: records.idle,
    async close() {
      if (stopped) return;
      stopped = true;
      reach.stop();
      deferred.stop();
      while (turns.busy()) await new Promise((resolve) => setImmediate(resolve));
      await deliverer.stop();
      await records.close();
    },
  };
}

function withSensed(content: AskedMedia["content"], sensed: Sensed): Content {
  if (sensed.type === "heard" && content.type === "voice")
    return { ...content, text: cleanText(sensed.words) };
  if (sensed.type === "seen" && content.type === "photo" && Object.keys(sensed.words).length > 0)
    return { ...content, seen: { service: sensed.service, words: sensed.words } };
  return content;
}

function turnsOf(lines: readonly ChatLine[]): readonly Turn[] {
  return lines.flatMap(({ from, text, content }) => {
    const words = text ?? (content && "text" in content ? content.text : undefined);
    return words === undefined ? [] : [{ from: from === "customer" ? "customer" : "office", text: words }];
  });
}

/** What a conversation's own timer says now; nothing when it was answered or moved meanwhile. */
function wakeEvent(conversation: Conversation, now: number): Event | undefined {
  const { wake } = conversation;
  if (!wake || wake.at > now) return undefined;
  return { type: "timed_out", at: now, what: wake.what, late: now - wake.at > lateAfterMs };
}
