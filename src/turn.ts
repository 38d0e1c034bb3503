/**
 * Read this first. A message in → understood → a step of its flow → committed with its order and its replies → handed out.
 * One chat, one message at a time, in the order of arrival; what arrives while the database writes shares the next commit.
 *
 * Nothing is acknowledged before it is durable, nothing leaves before it is committed, and no transaction waits for a network.
 */
import type { Received } from "./channels/channel.ts";
import { cleanContent, readArrival } from "./turn/arrival.ts";
import { announce, type Listener } from "./turn/announce.ts";
import { createDeferred } from "./turn/deferred.ts";
import { Batch, type PrepareDeps, type Prepared } from "./turn/prepare.ts";
import type { EngineDeps } from "./turn/deps.ts";
import { createStates } from "./turn/states.ts";
import type { Settled, Work } from "./turn/work.ts";
import type { Conversation } from "./domain/conversation.ts";
import type { Event } from "./domain/event.ts";
import type { ConversationId, OrderRef } from "./domain/ids.ts";
import type { Order } from "./domain/order.ts";
import type { Acted, Engine } from "./engine.ts";
import { createDeliverer } from "./outbox/deliver.ts";
import { type CommitResult, type CommitTurn, type Delivery, type InboxRow, StoreError } from "./store/engine.ts";

/** Turns in one transaction: enough to share its fsync, few enough that the first does not wait long for the last. */
const mostInBatch = 256;
/** Deliveries that may wait at the door; more are asked to come again. */
const mostWaiting = 10_000;
/** A chat that moves on this often under one piece of work is a fault, not a race. */
const mostTries = 20;
/** Records of hand-overs wait this long for a commit to ride on, then are written alone. */
const recordAfterMs = 25;
/** A reminder that comes this late helps nobody. */
const lateAfterMs = 2 * 3_600_000;

/** Opens the engine on a store: resumes what a stop or a kill left, then takes new work. */
export async function openEngine(deps: EngineDeps): Promise<Engine> {
  const { store, channels, catalogue, log } = deps;
  const highest = await store.highest();
  const states = createStates();
  const orderNumber = { next: Math.max(10_001, highest.order + 1) };
  let inboxSeq = highest.inbox;
  let queue: Work[] = [];
  let flushing = false;
  let stopped = false;
  let problem: string | undefined;
  let recordTimer: NodeJS.Timeout | undefined;
  let nextWake = await store.nextWake();
  let waiters: (() => void)[] = [];
  const listeners = new Set<Listener>();
  const totals = {
    messages_total: 0,
    repeats_total: 0,
    turns_total: 0,
    commits_total: 0,
    orders_total: 0,
    stale_total: 0,
    failed_messages_total: 0,
    possible_repeat_total: 0,
    deliveries_total: 0,
    delivery_failures_total: 0,
    classifier_failures_total: 0,
  };

  const deferred = createDeferred({
    classifier: deps.deferred,
    deadlineMs: deps.deadlineMs,
    prepare: prepareWaiting,
    settle: (row, reading) =>
      enqueue({ type: "settled", row, tries: 0, answer: () => undefined, ...(reading && { reading }) }),
    onFailure(error) {
      totals.classifier_failures_total += 1;
      log.warn({ error: String(error) }, "the model did not read a message; the embedded reading serves");
    },
  });

  const deliverer = createDeliverer({
    channels,
    now: Date.now,
    officeNow: deps.now,
    chance: Math.random,
    onProgress: afterWork,
    onProblem(row, fault, gaveUp) {
      totals.delivery_failures_total += 1;
      log.warn({ conversation: row.conversation, seq: row.seq, fault: fault.type, gaveUp }, "a message could not be handed over");
    },
    afterSend: () => deps.onPoint("after-send"),
  });

  const reader = { catalogue, inline: deps.inline, defers: deps.deferred !== undefined };
  const prepareDeps: PrepareDeps = {
    store,
    states,
    reader,
    catalogue,
    language: deps.language,
    now: deps.now,
    isPending: deferred.isPending,
    nextSeq: () => ++inboxSeq,
    orderNumber,
  };

  // ---- in: everything that becomes a turn waits in one queue, in the order in which it came

  function enqueue(work: Work): void {
    queue.push(work);
    if (queue.length === 1 && !flushing) setImmediate(flush);
  }

  function receive(inbound: Parameters<Engine["receive"]>[0]): Promise<Received> {
    if (stopped) return Promise.resolve({ type: "not_now", reason: "stopping" });
    if (queue.length >= mostWaiting) return Promise.resolve({ type: "not_now", reason: "overloaded" });
    const receivedAt = deps.now();
    const at = deps.rehearsal ? receivedAt : Math.min(inbound.at, receivedAt);
    const clean = { ...inbound, at, content: cleanContent(inbound.content) };
    return new Promise((answer) => enqueue({ type: "arrived", inbound: clean, receivedAt, tries: 0, answer }));
  }

  function happen(
    conversation: ConversationId,
    event: (conversation: Conversation, order?: Order) => Event | undefined,
    ref?: OrderRef,
  ): Promise<Acted> {
    if (stopped) return Promise.reject(new StoreError("io", "the office is stopping"));
    return new Promise((answer) =>
      enqueue({ type: "happened", conversation, event, tries: 0, answer, ...(ref && { ref }) }),
    );
  }

  // ---- through: one batch, one commit

  async function flush(): Promise<void> {
    if (flushing) return;
    flushing = true;
    const works = queue.length > mostInBatch ? queue.splice(0, mostInBatch) : queue.splice(0);
    try {
      await commitBatch(works);
    } catch (error) {
      refuseAll(works, error);
    }
    flushing = false;
    if (queue.length > 0) setImmediate(flush);
    else afterWork();
  }

  async function commitBatch(works: readonly Work[]): Promise<void> {
    const batch = new Batch(prepareDeps);
    const turns: CommitTurn[] = [];
    const turnOf: { prepared: Prepared & { type: "turn" }; index: number }[] = [];
    const pending: (Prepared & { type: "pending" })[] = [];
    for (const work of works) {
      const prepared = await prepareSafely(batch, work);
      if (prepared?.type === "turn") {
        turnOf.push({ prepared, index: turns.length });
        turns.push(prepared.turn);
      } else if (prepared?.type === "pending") {
        if (prepared.opens) turns.push(prepared.opens);
        pending.push(prepared);
      } else if (prepared) answerWork(prepared.work, prepared.acted);
    }
    const results = await commit(turns);
    if (pending.length > 0) await storePending(pending);
    const stale: Work[] = [];
    for (const { prepared, index } of turnOf) {
      conclude(prepared, results[index] ?? { type: "stale" }, stale);
    }
    if (stale.length > 0) queue = [...stale, ...queue];
    const committed = turns.filter((_, index) => results[index]?.type === "committed");
    if (committed.length > 0) {
      noteWakes(committed);
      announce(listeners, committed);
    }
  }

  /** A step that throws is this message's misfortune alone: it becomes a failed one, with an apology and a person. */
  async function prepareSafely(batch: Batch, work: Work): Promise<Prepared | undefined> {
    try {
      return batch.prepareAtOnce(work) ?? (await batch.prepare(work));
    } catch (error) {
      if (error instanceof StoreError) throw error;
      giveUpOn(work, error);
      return undefined;
    }
  }

  async function commit(turns: readonly CommitTurn[]): Promise<readonly CommitResult[]> {
    const deliveries = deliverer.takeRecords();
    if (turns.length === 0 && deliveries.length === 0) return [];
    deps.onPoint("before-commit");
    try {
      const written = store.commitTurns(turns, deliveries);
      const results = written instanceof Promise ? await written : written;
      problem = undefined;
      totals.commits_total += 1;
      totals.turns_total += turns.length;
      totals.deliveries_total += deliveries.length;
      deps.onPoint("after-commit");
      return results;
    } catch (error) {
      deliverer.returnRecords(deliveries);
      throw error;
    }
  }

  /** Tells whoever waits what became of their work, and lets the replies go. */
  function conclude(prepared: Prepared & { type: "turn" }, result: CommitResult, stale: Work[]): void {
    const { work, turn } = prepared;
    switch (result.type) {
      case "committed":
        states.put(turn.conversation);
        if (work.type === "arrived") totals.messages_total += 1;
        for (const change of turn.orderChanges) if (change.expect === 0) totals.orders_total += 1;
        answerWork(work, { type: "done", conversation: turn.conversation, ...(prepared.order && { order: prepared.order }) });
        if (turn.outbox.length > 0) deliverer.push(turn.outbox);
        return;
      case "duplicate":
        states.forget(turn.conversation);
        totals.repeats_total += 1;
        if (work.type === "arrived") work.answer({ type: "repeat" });
        return;
      case "stale":
        states.forget(turn.conversation);
        totals.stale_total += 1;
        work.tries += 1;
        if (work.tries < mostTries) stale.push(work);
        else giveUpOn(work, new Error(`the chat ${turn.conversation.id} moved on ${mostTries} times`));
        return;
      case "failed":
        states.forget(turn.conversation);
        giveUpOn(work, result.error);
        return;
      default:
        result satisfies never;
    }
  }

  function answerWork(work: Work, acted: Acted): void {
    switch (work.type) {
      case "arrived":
        work.answer({ type: "accepted" });
        return;
      case "settled":
        deferred.settled(work.row);
        work.answer();
        return;
      case "happened":
      case "opening":
        work.answer(acted);
        return;
      default:
        work satisfies never;
    }
  }

  /** One more turn for a message that failed; when even that can't be written, the platform is asked to come again. */
  function giveUpOn(work: Work, error: unknown): void {
    totals.failed_messages_total += 1;
    log.error({ work: work.type, error: error instanceof Error ? error.stack : String(error) }, "a turn failed");
    if (work.type === "happened" || work.type === "opening") {
      work.answer({ type: "unknown" });
      return;
    }
    if (!work.failed) {
      work.failed = true;
      work.tries = 0;
      enqueue(work);
    } else if (work.type === "arrived") work.answer({ type: "not_now", reason: "overloaded" });
    else answerWork(work, { type: "unknown" });
  }

  /** Nothing of the batch was written. A full disk passes; anything else that the database can't do ends the process. */
  function refuseAll(works: readonly Work[], error: unknown): void {
    const full = error instanceof StoreError && error.problem === "disk_full";
    problem = full ? "disk_full" : "store";
    log.error({ error: error instanceof Error ? error.stack : String(error), works: works.length }, "nothing could be written");
    for (const work of works) {
      if (work.type === "arrived") work.answer({ type: "not_now", reason: full ? "disk_full" : "stopping" });
      else if (work.type === "settled") enqueueLater(work);
      else work.answer({ type: "unknown" });
    }
    if (!full) deps.onFatal(error);
  }

  function enqueueLater(work: Settled): void {
    setTimeout(() => enqueue(work), 1_000).unref();
  }

  // ---- messages that a far classifier reads

  async function storePending(prepared: readonly (Prepared & { type: "pending" })[]): Promise<void> {
    const results = await store.insertPending(prepared.map(({ row }) => row));
    for (const [index, { work, row, asks }] of prepared.entries()) {
      if (results[index] === "stored") {
        totals.messages_total += 1;
        work.answer({ type: "accepted" });
        deferred.add(row, asks);
      } else {
        totals.repeats_total += 1;
        work.answer({ type: "repeat" });
      }
    }
  }

  async function prepareWaiting(row: InboxRow) {
    const conversation = states.get(row.conversation) ?? (await store.getConversation(row.conversation));
    if (!conversation) return undefined;
    const { channel, address, id, content, at } = row;
    const arrival = readArrival(reader, conversation, { channel, address, id, content, at }, row.receivedAt);
    // What rules settle by now, and media and presses that queued behind a message in thought, need no reading.
    return arrival.type === "ask" ? arrival : undefined;
  }

  // ---- out: records of what was handed over, and waking whoever waits for quiet

  function afterWork(): void {
    if (deliverer.hasRecords() && !recordTimer) recordTimer = setTimeout(recordAlone, recordAfterMs);
    if (isQuiet()) wakeWaiters();
  }

  async function recordAlone(): Promise<void> {
    recordTimer = undefined;
    if (flushing || queue.length > 0) {
      afterWork();
      return;
    }
    const records: readonly Delivery[] = deliverer.takeRecords();
    if (records.length > 0) {
      try {
        await store.recordDeliveries(records);
        totals.deliveries_total += records.length;
      } catch (error) {
        deliverer.returnRecords(records);
        problem = "disk_full";
        log.error({ error: String(error) }, "hand-overs could not be recorded");
        setTimeout(afterWork, 1_000).unref();
        return;
      }
    }
    if (isQuiet()) wakeWaiters();
  }

  function isQuiet(): boolean {
    return queue.length === 0 && !flushing && !deferred.busy() && !deliverer.busy() && !deliverer.hasRecords();
  }

  function wakeWaiters(): void {
    const woken = waiters;
    waiters = [];
    for (const wake of woken) wake();
  }

  async function idle(): Promise<void> {
    while (!isQuiet()) {
      await new Promise<void>((resolve) => {
        waiters.push(resolve);
        if (!flushing && queue.length === 0) afterWork();
      });
    }
  }

  // ---- time

  function noteWakes(turns: readonly CommitTurn[]): void {
    for (const { conversation } of turns) {
      const at = conversation.wake?.at;
      if (at !== undefined && (nextWake === undefined || at < nextWake)) nextWake = at;
    }
  }

  /** Fires what is due by the office's clock. Costs nothing while nothing is. */
  async function tick(): Promise<void> {
    const now = deps.now();
    if (stopped || nextWake === undefined || nextWake > now) return;
    for (let due = await store.dueConversations(now, 100); due.length > 0; due = await store.dueConversations(now, 100)) {
      await Promise.all(due.map((conversation) => happen(conversation.id, (state) => wakeEvent(state, now))));
    }
    nextWake = await store.nextWake();
  }

  // ---- the start and the end

  async function resume(): Promise<void> {
    const rows = await store.unfinishedOutbox();
    const repeats = rows.filter(({ possibleRepeat }) => possibleRepeat).length;
    totals.possible_repeat_total += repeats;
    if (repeats > 0) log.warn({ repeats }, "messages were in flight when the office stopped; they are sent again");
    deliverer.push(rows);
    for (const row of await store.pendingInbox()) deferred.add(row);
  }

  async function close(): Promise<void> {
    if (stopped) return;
    stopped = true;
    deferred.stop();
    while (flushing || queue.length > 0) await new Promise((resolve) => setImmediate(resolve));
    await deliverer.stop();
    clearTimeout(recordTimer);
    const records = deliverer.takeRecords();
    if (records.length > 0) await store.recordDeliveries(records);
    wakeWaiters();
  }

  return {
    receive,
    async openConversation({ channel, address, language, id }) {
      const acted = await new Promise<Acted>((answer) =>
        enqueue({ type: "opening", channel, address, language, at: deps.now(), tries: 0, answer, ...(id && { id }) }),
      );
      if (acted.type !== "done") throw new StoreError("disk_full", "the chat could not be written");
      return acted.conversation;
    },
    conversation: async (id) => states.get(id) ?? (await store.getConversation(id)),
    lines: async (conversation, after, limit) => store.lines(conversation, after, limit),
    async act(agent, act, on) {
      const ref = "ref" in on ? on.ref : undefined;
      const conversation = "ref" in on ? (await store.getOrder(on.ref))?.conversation : on.conversation;
      if (!conversation) return { type: "unknown" };
      return happen(
        conversation,
        (_, order) => ({ type: "agent_acted", at: deps.now(), agent, act, ...(order && { order }) }),
        ref,
      );
    },
    enterOrder: ({ conversation, service, fields }) =>
      happen(conversation, () => ({ type: "order_entered", at: deps.now(), service, fields })),
    async moveOrder(ref, move) {
      const conversation = (await store.getOrder(ref))?.conversation;
      if (!conversation) return { type: "unknown" };
      return happen(conversation, (_, order) => order && { type: "order_moved", at: deps.now(), order, move }, ref);
    },
    endLease: (order) =>
      happen(
        order.conversation,
        (_, now) =>
          now?.claim?.until !== undefined && now.claim.until <= deps.now()
            ? { type: "lease_ended", at: deps.now(), order: now }
            : undefined,
        order.ref,
      ),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    counters: () => ({ ...totals, inbox_waiting: queue.length, outbox_waiting: deliverer.backlog() }),
    health: () => (stopped ? { ready: false, reason: "stopping" } : problem ? { ready: false, reason: problem } : { ready: true }),
    now: deps.now,
    idle,
    close,
    tick,
    resume,
  };
}

/** What a conversation's own timer says now; nothing when it was answered or moved meanwhile. */
function wakeEvent(conversation: Conversation, now: number): Event | undefined {
  const { wake } = conversation;
  if (!wake || wake.at > now) return undefined;
  return { type: "timed_out", at: now, what: wake.what, late: now - wake.at > lateAfterMs };
}

