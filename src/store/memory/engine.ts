/** The engine's port in memory. A turn is checked whole before anything of it is written, so nothing has to be rolled back. */

import type { ConversationId } from "../../domain/ids.ts";
import { orderNumberOf } from "../../domain/ids.ts";
import type { ChatLine } from "../../domain/message.ts";
import { keptBy, unsureSince } from "../doubt.ts";
import type {
  CommitResult,
  CommitTurn,
  Delivery,
  EngineStore,
  FailedRow,
  InboxRow,
  OutboxRow,
} from "../engine.ts";
import { saidLine, sentLine } from "../turn-lines.ts";
import { queueHookEvents } from "./integrations.ts";
import { addSeen } from "./standings.ts";
import { keyOf, type Tables } from "./tables.ts";

export function memoryEngine(tables: Tables): EngineStore {
  const { conversations, byAddress, pending, outbox, orders } = tables;
  return {
    findConversation(channel, address) {
      const id = byAddress.get(keyOf(channel, address));
      return id && conversations.get(id);
    },
    getConversation: (id) => conversations.get(id),
    getOrder: (ref) => orders.get(ref),
    commitTurns(turns, deliveries) {
      for (const delivery of deliveries) record(tables, delivery);
      return turns.map((turn) => commit(tables, turn));
    },
    recordDeliveries(deliveries) {
      for (const delivery of deliveries) record(tables, delivery);
    },
    insertInbox: (rows) =>
      rows.map((row) => ("content" in row ? addPending(tables, row) : addFailed(tables, row))),
    pendingInbox: () => [...pending.values()].sort((a, b) => a.seq - b.seq),
    unfinishedOutbox: () => unfinished([...outbox.values()]),
    dueConversations(now, limit) {
      return [...conversations.values()]
        .filter(({ wake }) => wake !== undefined && wake.at <= now)
        .sort((a, b) => (a.wake?.at ?? 0) - (b.wake?.at ?? 0))
        .slice(0, limit);
    },
    nextWake() {
      const moments = [...conversations.values()].flatMap(({ wake }) => (wake ? [wake.at] : []));
      return moments.length === 0 ? undefined : moments.reduce((a, b) => Math.min(a, b));
    },
    dueOrders(now, limit) {
      return [...orders.values()]
        .filter(({ dueAt }) => dueAt !== undefined && dueAt <= now)
        .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))
        .slice(0, limit);
    },
    nextDue() {
      const moments = [...orders.values()].flatMap(({ dueAt }) => dueAt ?? []);
      return moments.length === 0 ? undefined : moments.reduce((a, b) => Math.min(a, b));
    },
    dueAgain(after) {
      for (const order of orders.values())
        if (order.changedAt > after || (order.clock?.at ?? 0) > after)
          orders.set(order.ref, { ...order, dueAt: 0 });
      return [...conversations.values()]
        .filter(({ wake, heardAt, spokeAt, askedAt = 0, person }) => {
          return wake && Math.max(heardAt, spokeAt, askedAt, person?.mutedUntil ?? 0) > after;
        })
        .map(({ id }) => id);
    },
    highest: () => ({
      order: [...orders.keys()].reduce((most, ref) => Math.max(most, orderNumberOf(ref)), 0),
      inbox: tables.highestInbox,
    }),
    lines: (conversation, after, limit) => linesAfter(tables, conversation, after, limit),
  };
}

const inboxKey = ({ channel, address, id }: InboxRow | FailedRow) => keyOf(channel, address, id);

function commit(tables: Tables, turn: CommitTurn): CommitResult {
  const { inbox, settles } = turn;
  if (inbox && tables.inbox.has(inboxKey(inbox))) return { type: "duplicate" };
  if (settles && !tables.pending.has(settles.seq)) return { type: "stale" };
  const made: Made = new Map();
  if (everyTurn(turn).some((one) => hasMovedOn(tables, one, made))) return { type: "stale" };
  try {
    // Like a database, the store keeps copies, and refuses what can't be kept.
    for (const one of everyTurn(structuredClone(turn))) {
      write(tables, one);
      queueHookEvents(tables, one);
    }
    return { type: "committed" };
  } catch (error) {
    return { type: "failed", error };
  }
}

const everyTurn = (turn: CommitTurn): readonly CommitTurn[] => (turn.also ? [turn, ...turn.also] : [turn]);

/** Versions that earlier turns of the same unit have made, by id. */
type Made = Map<string, number>;

function hasMovedOn(tables: Tables, turn: CommitTurn, made: Made): boolean {
  const { expect, conversation, orderChanges, partners = [] } = turn;
  const { id, channel, address } = conversation;
  const isStale = (key: string, stored: number | undefined, expected: number): boolean => {
    const version = made.get(key) ?? stored ?? 0;
    made.set(key, expected + 1);
    return version !== expected;
  };
  if (isStale(id, tables.conversations.get(id)?.version, expect)) return true;
  if (expect === 0 && tables.byAddress.has(keyOf(channel, address))) return true;
  if (partners.some((one) => isStale(one.id, tables.partners.get(one.id)?.version, one.version))) return true;
  return orderChanges.some(({ order, expect }) => {
    if (isStale(order.ref, tables.orders.get(order.ref)?.version, expect)) return true;
    return expect === 0 && tables.drafts.has(keyOf(id, order.draft));
  });
}

function write(tables: Tables, turn: CommitTurn): void {
  const { conversation, inbox, settles, outbox } = turn;
  const { id, channel, address } = conversation;
  tables.conversations.set(id, conversation);
  tables.byAddress.set(keyOf(channel, address), id);
  for (const partner of turn.partners ?? []) {
    tables.partners.set(partner.id, { ...partner, version: partner.version + 1 });
    tables.offered.clear();
  }
  const joined = turn.doors?.history;
  if (joined) tables.joins.set(id, [...(tables.joins.get(id) ?? []), joined]);
  if (inbox) addInbox(tables, inbox);
  const pending = settles && tables.pending.get(settles.seq);
  const row = pending ? { ...pending, content: settles.content ?? pending.content } : inbox;
  if (settles) tables.pending.delete(settles.seq);
  const lines = tables.lines.get(id) ?? [];
  tables.lines.set(id, lines);
  if (row) lines.push(saidLine({ ...row, seq: settles?.chatSeq ?? row.chatSeq }));
  for (const out of outbox) {
    lines.push(sentLine(out, { delivery: "in_flight" }));
    tables.outbox.set(keyOf(out.conversation, out.seq), out);
    tables.sent.set(keyOf(out.conversation, out.seq), { row: out });
  }
  for (const change of turn.orderChanges) {
    const { order, history } = change;
    addSeen(tables, change);
    tables.orders.set(order.ref, order);
    tables.drafts.add(keyOf(id, order.draft));
    tables.history.set(order.ref, [...(tables.history.get(order.ref) ?? []), ...history]);
  }
}

function addInbox(tables: Tables, row: InboxRow | FailedRow): void {
  tables.inbox.set(inboxKey(row), row.receivedAt);
  tables.highestInbox = Math.max(tables.highestInbox, row.seq);
}

function addPending(tables: Tables, row: InboxRow): "stored" | "duplicate" {
  if (tables.inbox.has(inboxKey(row))) return "duplicate";
  addInbox(tables, row);
  tables.pending.set(row.seq, structuredClone(row));
  return "stored";
}

function addFailed(tables: Tables, row: FailedRow): "stored" | "duplicate" {
  if (tables.pending.delete(row.seq)) return "stored";
  if (tables.inbox.has(inboxKey(row))) return "duplicate";
  addInbox(tables, row);
  return "stored";
}

function record(tables: Tables, delivery: Delivery): void {
  const { conversation, seq, state, attempts, notBefore, externalId, error, askedAt } = delivery;
  changeLine(tables, conversation, seq, {
    delivery: state,
    problem: error,
  });
  const key = keyOf(conversation, seq);
  const sent = tables.sent.get(key);
  if (sent && externalId !== undefined) tables.sent.set(key, { ...sent, externalId });
  const row = tables.outbox.get(key) ?? (state === "waiting" ? sent?.row : undefined);
  if (!row) return;
  if (state === "handed_over" || state === "failed") tables.outbox.delete(key);
  else {
    const asked = askedAt === undefined ? {} : { askedAt };
    const now = { state, attempts, notBefore: notBefore ?? 0, ...asked, ...unsureSince(error) };
    const { kept: _, ...before } = row;
    tables.outbox.set(key, { ...before, ...now, ...(state === "waiting" && keptBy(error)) });
  }
}

/** What became of one of the office's own lines. */
export function changeLine(
  tables: Tables,
  conversation: ConversationId,
  seq: number,
  became: { readonly delivery: ChatLine["delivery"]; readonly problem?: string | undefined },
): void {
  const lines = tables.lines.get(conversation);
  const index = lines?.findIndex((line) => line.seq === seq && line.content === undefined) ?? -1;
  const line = lines?.[index];
  if (!lines || !line) return;
  const { problem: _, ...rest } = line;
  const { delivery, problem } = became;
  lines[index] = { ...rest, ...(delivery && { delivery }), ...(problem !== undefined && { problem }) };
}

/** By conversation (the one that waits longest first) and seq. */
function unfinished(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  const byChat = Map.groupBy(rows, ({ conversation }) => conversation);
  return [...byChat.values()].flatMap((own) =>
    own.sort((a, b) => a.seq - b.seq).map((row) => ({ ...row, possibleRepeat: row.state === "in_flight" })),
  );
}

function linesAfter(
  tables: Tables,
  conversation: ConversationId,
  after: number,
  limit: number,
): readonly ChatLine[] {
  const lines = tables.lines.get(conversation) ?? [];
  return lines.filter(({ seq }) => seq > after).slice(0, limit);
}
