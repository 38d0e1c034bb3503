/** The engine as pages, channels and timers see it: its parts are built here, and each question goes to the part that answers it. */
import { isAhead } from "../conversation/chat-clock-back.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Event } from "../domain/event.ts";
import type { Engine } from "../engine.ts";
import type { Deliverer } from "../outbox/deliver.ts";
import type { OutboxRow } from "../store/engine.ts";
import { createTurns, type Turns } from "../turn.ts";
import { actsOf } from "./acts.ts";
import { type Announcer, createAnnouncer } from "./announce.ts";
import type { ArrivalReader } from "./arrival.ts";
import { watchClock } from "./clock-back.ts";
import { createDeferred, type Deferred } from "./deferred.ts";
import { delivererOf } from "./delivering.ts";
import type { EngineDeps } from "./deps.ts";
import { createDues } from "./dues.ts";
import { createHeld, type Held } from "./held.ts";
import { createIntake, type Intake } from "./intake.ts";
import { createReach, type Reach } from "./reach.ts";
import { createRecords, type Records } from "./records.ts";
import { createSent, type Sent } from "./sent.ts";
import { createStates, type States } from "./states.ts";
import type { Sweep } from "./sweep.ts";
import { linesBefore, prepareThought } from "./thought.ts";
import { createTotals, type Totals } from "./totals.ts";
import { createWakes } from "./wakes.ts";

/**
 * Opens the engine on a store. What a stop left is taken up before anything new can come: in each chat it stays first. It leaves once
 * the channels have started and `resume` is called.
 */
export async function openEngine(deps: EngineDeps): Promise<Engine> {
  const parts = await buildParts(deps);
  const { deliverer, announcer, sent } = parts;
  deps.lines?.attach({
    ...deliverer,
    changed: (channel) => announcer.tell({ type: "line", channel }),
    chatOf: sent.chatOf,
  });
  await takeUp(deps, parts);
  return {
    ...questionsOf(deps, parts),
    ...actsOf(deps, parts),
    ...lifeOf(deps, parts),
    receive: parts.intake.receive,
    openConversation: parts.intake.openConversation,
    keyOf: sent.keyOf,
    progressed: sent.progressed,
    lastHeard: sent.lastHeard,
    reached: parts.reach.told,
    sendAgain: sent.again,
    subscribe: announcer.subscribe,
    idle: parts.records.idle,
    now: deps.now,
  };
}

/** Some call others that are built after them: each finds those here by then. */
export type Parts = {
  states: States;
  totals: Totals;
  announcer: Announcer;
  deliverer: Deliverer;
  deferred: Deferred;
  turns: Turns;
  records: Records;
  sent: Sent;
  reach: Reach;
  intake: Intake;
  wakes: Sweep;
  dues: Sweep;
  /** The office's clock shows this. */
  clockSeen: (now: number) => Promise<void>;
};

/** The parts, each on those before it. */
async function buildParts(deps: EngineDeps): Promise<Parts> {
  const { store, log, now, rehearsal } = deps;
  const highest = await store.highest();
  const parts = {
    states: createStates(),
    totals: createTotals(),
    announcer: createAnnouncer(log),
  } as Parts;
  const { states, totals, announcer } = parts;
  const held = createHeld();
  const reader = readerOf(deps, held);
  parts.deliverer = delivererOf(deps, parts);
  parts.deferred = deferredOf(deps, parts, reader);
  parts.intake = createIntake({ ...deps, turns: () => parts.turns });
  const { deliverer, intake } = parts;
  parts.wakes = createWakes({ ...deps, happen: intake.happen }, await store.nextWake());
  parts.dues = createDues({ ...deps, happen: intake.happen }, await store.nextDue());
  const dueAgain = async (now: number) => {
    const chats = await store.dueAgain(now);
    parts.dues.lookAgain();
    const event = (chat: Conversation): Event | undefined =>
      isAhead(chat, now) ? { type: "clock_went_back", at: now } : undefined;
    await Promise.all(chats.map((id) => intake.happen(id, event)));
  };
  parts.clockSeen = await watchClock({ dueAgain, marks: deps.marks, log });
  parts.turns = turnsOf(deps, parts, { held, reader, highest });
  parts.records = createRecords({
    ...{ store, deliverer, totals, log },
    busy: () => parts.turns.busy() || parts.deferred.busy(),
    onFatal: (error) => parts.turns.fail(error),
    onRecorded: announcer.recorded,
  });
  const { deliveries } = deps;
  parts.sent = createSent({ store, states, deliverer, deliveries, now, announce: announcer.tell });
  const { chatOf } = parts.sent;
  const ticks = () => performance.now();
  parts.reach = createReach({ store, states, happen: intake.happen, chatOf, now, rehearsal, ticks, log });
  return parts;
}

function readerOf({ catalogue, inline, deferred, media }: EngineDeps, held: Held): ArrivalReader {
  return { catalogue, held, inline, defers: deferred?.wants, senses: media?.wants };
}

function deferredOf(deps: EngineDeps, parts: Parts, reader: ArrivalReader): Deferred {
  const { states, totals } = parts;
  const thought = { ...{ store: deps.store, log: deps.log, media: deps.media }, states, totals, reader };
  return createDeferred({
    classifier: deps.deferred,
    deadlineMs: deps.deadlineMs,
    prepare: (row, stopping) => prepareThought(thought, row, stopping),
    recent: (asked) => linesBefore(thought, asked),
    settle: (row, reading) =>
      parts.turns.enqueue({ type: "settled", row, tries: 0, failures: 0, ...(reading && { reading }) }),
    onFailure(error) {
      totals.classifier_failures_total += 1;
      deps.log.warn({ error }, "the model did not read a message; the embedded reading serves");
    },
  });
}

type TurnParts = {
  readonly held: Held;
  readonly reader: ArrivalReader;
  readonly highest: { readonly inbox: number; readonly order: number };
};

function turnsOf(deps: EngineDeps, parts: Parts, { held, reader, highest }: TurnParts): Turns {
  const { store, log, onPoint, onFatal, catalogue, language, now, realNow } = deps;
  const { doors, deliveries, partners, holders } = deps;
  const { states, totals, deliverer, deferred, announcer, wakes, dues } = parts;
  let inboxSeq = highest.inbox;
  return createTurns({
    ...{ store, states, held, deliverer, deferred, totals, log, onPoint, onFatal },
    onCommitted(turns) {
      wakes.committed(turns);
      dues.committed(turns);
      announcer.committed(turns);
      deps.onOrders?.(turns.flatMap(({ orderChanges }) => orderChanges));
    },
    onRecorded: announcer.recorded,
    onLeftOut(document) {
      // Where this fails, the nightly sweep finds it: nothing refers to it.
      deps.removeDocument?.(document).catch((error: unknown) => {
        log.error({ error }, "a file that may not be kept could not be removed at once");
      });
    },
    onQuiet: () => parts.records.afterWork(),
    prepare: {
      ...{
        store,
        states,
        reader,
        held,
        catalogue,
        language,
        now,
        realNow,
        doors,
        deliveries,
        partners,
        holders,
      },
      isPending: deferred.isPending,
      phones: new Map(),
      nextSeq: () => ++inboxSeq,
      orderNumber: { next: Math.max(10_001, highest.order + 1) },
    },
  });
}

/** What a stop left: messages that were waiting to leave or in flight, and those that wait for their reading. */
async function takeUp({ store, log }: EngineDeps, { totals, deliverer, deferred }: Parts): Promise<void> {
  const rows = await store.unfinishedOutbox();
  const repeats = rows.filter(({ possibleRepeat }) => possibleRepeat).length;
  totals.possible_repeat_total += repeats;
  if (repeats > 0)
    log.warn({ repeats }, "messages were in flight when the office stopped; they are sent again");
  const byChat: ReadonlyMap<OutboxRow["conversation"], OutboxRow[]> = Map.groupBy(
    rows,
    ({ conversation }) => conversation,
  );
  for (const [id, ofChat] of byChat) {
    const chat = await store.getConversation(id);
    deliverer.push(ofChat, chat?.heardAt !== 0);
    if (chat?.optedOut) deliverer.withdraw(id, chat.optedOut.at);
  }
  for (const row of await store.pendingInbox()) deferred.add(row);
}

function questionsOf(
  { store, deferred }: EngineDeps,
  { states, totals, turns, deliverer, intake }: Parts,
): Pick<Engine, "conversation" | "lines" | "counters" | "health"> {
  return {
    conversation: async (id) => states.get(id) ?? (await store.getConversation(id)),
    lines: async (conversation, after, limit) => store.lines(conversation, after, limit),
    counters: () => ({
      ...totals,
      ...deferred?.counters(),
      inbox_waiting: turns.waiting(),
      outbox_waiting: deliverer.backlog(),
    }),
    health() {
      const reason = intake.isStopped() ? "stopping" : turns.problem();
      return reason ? { ready: false, reason } : { ready: true };
    },
  };
}

function lifeOf(
  { now }: EngineDeps,
  { intake, wakes, dues, clockSeen, deliverer, records, reach, deferred, turns }: Parts,
): Pick<Engine, "tick" | "resume" | "close"> {
  return {
    async tick() {
      if (!intake.isStopped()) await clockSeen(now());
      if (!intake.isStopped()) await wakes.fire(now());
      if (!intake.isStopped()) await dues.fire(now());
    },
    resume() {
      deliverer.begin();
      records.afterWork();
    },
    async close() {
      if (!intake.stop()) return;
      reach.stop();
      deferred.stop();
      while (turns.busy()) await new Promise((resolve) => setImmediate(resolve));
      await deliverer.stop();
      await records.close();
    },
  };
}
