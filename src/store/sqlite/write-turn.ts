/** One turn as statements. What it changes in memory is only staged: the transaction may still be rolled back. */
import type { Conversation } from "../../domain/conversation.ts";
import type { DoorChange } from "../../domain/doors.ts";
import { orderNumberOf } from "../../domain/ids.ts";
import type { Content } from "../../domain/message.ts";
import type { Order, OrderChange } from "../../domain/order.ts";
import type { CommitResult, CommitTurn, FailedRow, InboxRow } from "../engine.ts";
import type { ChatFacts, Chats } from "./chats.ts";
import type { CommitStatements } from "./commit-statements.ts";
import type { WriteHookEvents } from "./integrations.ts";
import type { Outgoing } from "./outgoing.ts";
import type { StandingWriting } from "./standings.ts";
import { toState } from "./state-json.ts";
import { type SaidBody, toSaid, toTurnBody } from "./turn-row.ts";
import type { PartnerWriting } from "./write-partner.ts";

const committed: CommitResult = { type: "committed" };
const duplicate: CommitResult = { type: "duplicate" };
const stale: CommitResult = { type: "stale" };

/** A turn whose statements have run. */
type Written = { readonly turn: CommitTurn; readonly facts: ChatFacts; readonly n: number };

export type TurnWriter = {
  /**
   * Writes one turn. `stale` may leave part of it written: the caller rolls back. `fold` holds, by chat, the `seq` up to which
   * messages have left; what the turn's row carries is taken out of it.
   */
  write(turn: CommitTurn, fold?: Map<number, number>): CommitResult;
  insertInbox(row: InboxRow | FailedRow): "stored" | "duplicate";
  lastTurn(): number;
  end(outcome: "committed" | "rolled_back"): void;
};

/** What a turn means to other tables, inside its transaction. */
export type WrittenBeside = {
  readonly standings: StandingWriting;
  readonly writeHookEvents: WriteHookEvents;
};

type Parts = WrittenBeside & {
  readonly chats: Chats;
  readonly outgoing: Outgoing;
  readonly partners: PartnerWriting;
};

export function createTurnWriter(
  sql: CommitStatements,
  { chats, outgoing, partners, standings, writeHookEvents }: Parts,
): TurnWriter {
  let last = sql.last.get() ?? { turn: 0, chat: 0 };
  let next = last;

  function write(turn: CommitTurn, fold?: Map<number, number>): CommitResult {
    const first = writeOne(turn, next.turn + 1, fold);
    if ("type" in first) return first;
    const others: Written[] = [];
    for (const other of turn.also ?? []) {
      const { id } = other.conversation;
      const before = [first, ...others].findLast(({ turn }) => turn.conversation.id === id);
      const written = writeOne(other, next.turn + 2 + others.length, fold, before?.facts);
      if ("type" in written) return stale;
      others.push(written);
    }
    stage(first);
    for (const other of others) stage(other);
    return committed;
  }

  /**
   * The statements of one turn; nothing is staged yet, since a turn that belongs to it may still prove stale.
   * @param before the chat as a turn that belongs to this one has left it
   */
  function writeOne(
    turn: CommitTurn,
    n: number,
    fold: Map<number, number> | undefined,
    before?: ChatFacts,
  ): Written | CommitResult {
    const { conversation, expect, inbox, settles } = turn;
    if (inbox && addInbox(inbox, inbox.state, n) === "duplicate") return duplicate;
    const said = inbox ? toSaid(inbox, inbox.chatSeq) : settles && settle(settles, n);
    if (settles && !said) return stale;
    const facts = expect === 0 ? begin(conversation, n) : (before ?? chats.find(conversation.id));
    if (!facts) return stale;
    addTurn(turn, facts, n, said);
    const times = expect === 0 ? facts : move(turn, facts, n, fold);
    if (!times) return stale;
    for (const change of turn.orderChanges) {
      if (!writeOrder(change, facts.chat)) return stale;
    }
    if (turn.doors) writeDoors(turn.doors, conversation, facts.chat);
    for (const partner of turn.partners ?? []) {
      if (partners.versionOf(partner.id) !== partner.version) return stale;
      partners.write({ ...partner, version: partner.version + 1 });
    }
    writeHookEvents(turn);
    return { turn, facts: { ...times, lastTurn: n }, n };
  }

  function writeDoors(
    { customer, phone, code, history }: DoorChange,
    { version }: Conversation,
    chat: number,
  ): void {
    if (customer !== undefined) sql.moveCustomer.run(customer, chat);
    if (phone) {
      sql.dropDoorKeys.run("phone", chat);
      sql.addDoorKey.run("phone", phone.number, chat, null);
    }
    if (code) {
      sql.dropDoorKeys.run("code", chat);
      sql.addDoorKey.run("code", code.id, chat, code.until);
    }
    if (history) sql.addJoin.run(chat, version, history.at, history.what, JSON.stringify(history));
  }

  function addInbox(row: InboxRow | FailedRow, state: string, n: number | null): "stored" | "duplicate" {
    const { channel, address, id, receivedAt } = row;
    return sql.addInbox.run(channel, address, id, receivedAt, state, n).changes === 1
      ? "stored"
      : "duplicate";
  }

  /** The pending delivery as the line that it becomes, if it is still pending. */
  function settle(settles: NonNullable<CommitTurn["settles"]>, n: number): SaidBody | undefined {
    const row = sql.takePending.get(settles.seq);
    if (!row) return undefined;
    sql.settleInbox.run(settles.state, n, row.channel, row.address, row.id);
    const content = settles.content ?? (JSON.parse(row.content) as Content);
    return toSaid({ id: row.id, at: row.at, receivedAt: row.received_at, content }, settles.chatSeq);
  }

  function begin(conversation: Conversation, n: number): ChatFacts | undefined {
    const { id, channel, address, customer, version } = conversation;
    const chat = next.chat + 1;
    const wakeAt = conversation.wake?.at ?? null;
    const waitingSince = conversation.person?.since ?? null;
    const state = toState(conversation);
    const added = sql.addChat.run(
      chat,
      id,
      channel,
      address,
      customer,
      version,
      wakeAt,
      waitingSince,
      n,
      state,
    );
    return added.changes === 1 ? { chat, wakeAt, waitingSince, lastTurn: 0 } : undefined;
  }

  function addTurn(turn: CommitTurn, facts: ChatFacts, n: number, said: SaidBody | undefined): void {
    const { version, lastSeq } = turn.conversation;
    const inboxSeq = turn.inbox?.seq ?? turn.settles?.seq ?? null;
    const body = JSON.stringify(toTurnBody(turn, said));
    sql.addTurn.run(n, facts.chat, facts.lastTurn, version, lastSeq, inboxSeq, body);
  }

  /** Rewrites the chat's row where its version still is what the turn was stepped on. */
  function move(
    { conversation, expect }: CommitTurn,
    facts: ChatFacts,
    n: number,
    fold: Map<number, number> | undefined,
  ): ChatFacts | undefined {
    const { chat } = facts;
    const handed = fold?.get(chat) ?? 0;
    const wakeAt = earlier(facts.wakeAt, conversation.wake?.at);
    const waitingSince = conversation.person?.since ?? null;
    const state = toState(conversation);
    const { version } = conversation;
    const same = wakeAt === facts.wakeAt && waitingSince === facts.waitingSince;
    const { changes } = same
      ? sql.moveChat.run(version, handed, n, state, chat, expect)
      : sql.moveChatAndTimes.run(version, handed, n, state, wakeAt, waitingSince, chat, expect);
    if (changes === 0) return undefined;
    if (handed > 0) fold?.delete(chat);
    return same ? facts : { ...facts, wakeAt, waitingSince };
  }

  function writeOrder(change: OrderChange, ownChat: number): boolean {
    const { order, before, expect, history } = change;
    const number = orderNumberOf(order.ref);
    const { status } = order.state;
    const claimedBy = order.claim?.agent ?? null;
    const held = claimedBy === null ? 0 : 1;
    const until = order.claim?.until ?? null;
    const partner = order.partner?.id ?? null;
    const due = order.dueAt ?? null;
    const body = JSON.stringify(order);
    const { version, draft, service } = order;
    const { changes } =
      expect === 0
        ? sql.addOrder.run(
            number,
            ownChat,
            draft,
            service,
            status,
            held,
            claimedBy,
            until,
            due,
            version,
            body,
          )
        : sql.moveOrder.run(status, held, claimedBy, until, partner, due, version, body, number, expect);
    if (changes === 0) return false;
    if (order.kind !== undefined) writeKind(order, number, order.kind);
    const { department, handoff } = order;
    if (handoff && handoff.at !== before?.handoff?.at)
      sql.handOrder.run(department?.id ?? null, handoff.back ? null : (handoff.from?.id ?? null), number);
    for (const [i, row] of history.entries()) sql.addHistory.run(number, version, i, JSON.stringify(row));
    standings.write(change);
    return true;
  }

  function writeKind({ about, complaint }: Order, number: number, kind: string): void {
    const { blames, at } = complaint?.outcome ?? {};
    const counts = blames ? (at ?? null) : null;
    sql.markKind.run(kind, about ? orderNumberOf(about) : null, blames?.id ?? null, counts, number);
  }

  function stage({ turn: { conversation, outbox, orderChanges }, facts, n }: Written): void {
    const { chat } = facts;
    chats.stage(conversation.id, facts);
    if (outbox.length > 0) outgoing.stage(outbox.map(({ seq }) => ({ chat, seq, turn: n })));
    orderChanges.forEach(standings.stage);
    next = { turn: n, chat: Math.max(next.chat, chat) };
  }

  function insertPending(row: InboxRow): "stored" | "duplicate" {
    if (addInbox(row, "pending", null) === "duplicate") return "duplicate";
    const { seq, channel, address, id, conversation, at, receivedAt, content } = row;
    sql.addPending.run(seq, channel, address, id, conversation, at, receivedAt, JSON.stringify(content));
    return "stored";
  }

  function insertFailed(row: FailedRow): "stored" | "duplicate" {
    if (!sql.takePending.get(row.seq)) return addInbox(row, "failed", null);
    sql.settleInbox.run("failed", null, row.channel, row.address, row.id);
    return "stored";
  }

  return {
    write,
    insertInbox: (row) => ("content" in row ? insertPending(row) : insertFailed(row)),
    lastTurn: () => next.turn,
    end(outcome) {
      if (outcome === "committed") last = next;
      else next = last;
    },
  };
}

/** The stored moment may be too early, never too late: so most turns leave it, and its index, alone. */
function earlier(stored: number | null, wanted: number | undefined): number | null {
  if (wanted === undefined) return stored;
  return stored === null ? wanted : Math.min(stored, wanted);
}
