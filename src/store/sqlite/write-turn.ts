/** One turn as statements. What it changes in memory is only staged: the transaction may still be rolled back. */
import type { CommitResult, CommitTurn, FailedRow, InboxRow } from "../engine.ts";
import type { ChatFacts, Chats } from "./chats.ts";
import type { CommitStatements } from "./commit-statements.ts";
import type { WriteHookEvents } from "./integrations.ts";
import type { Outgoing } from "./outgoing.ts";
import type { StandingWriting } from "./standings.ts";
import type { Staging } from "./transaction.ts";
import { type SaidBody, toSaid, toTurnBody } from "./turn-row.ts";
import { addChat, moveChat, writeDoors } from "./write-chat.ts";
import { addInbox, insertFailed, insertPending, settle } from "./write-inbox.ts";
import { writeOrder } from "./write-order.ts";
import type { PartnerWriting } from "./write-partner.ts";

const committed: CommitResult = { type: "committed" };
const duplicate: CommitResult = { type: "duplicate" };
const stale: CommitResult = { type: "stale" };

/** A turn whose statements have run. */
type Written = { readonly turn: CommitTurn; readonly facts: ChatFacts; readonly n: number };

export type TurnWriter = Staging & {
  /**
   * Writes one turn. `stale` may leave part of it written: the caller rolls back. `fold` holds, by chat, the `seq` up to which
   * messages have left; what the turn's row carries is taken out of it.
   */
  write(turn: CommitTurn, fold?: Map<number, number>): CommitResult;
  insertInbox(row: InboxRow | FailedRow): "stored" | "duplicate";
  lastTurn(): number;
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
    if (inbox && addInbox(sql, inbox, inbox.state, n) === "duplicate") return duplicate;
    const said = inbox ? toSaid(inbox, inbox.chatSeq) : settles && settle(sql, settles, n);
    if (settles && !said) return stale;
    const facts =
      expect === 0 ? addChat(sql, conversation, next.chat + 1, n) : (before ?? chats.find(conversation.id));
    if (!facts) return stale;
    addTurn(sql, turn, facts, n, said);
    const times = expect === 0 ? facts : moveChat(sql, turn, facts, n, fold);
    if (!times) return stale;
    for (const change of turn.orderChanges) {
      if (!writeOrder(sql, change, facts.chat)) return stale;
      standings.write(change);
    }
    if (turn.doors) writeDoors(sql, turn.doors, conversation, facts.chat);
    for (const partner of turn.partners ?? []) {
      if (partners.versionOf(partner.id) !== partner.version) return stale;
      partners.write({ ...partner, version: partner.version + 1 });
    }
    writeHookEvents(turn);
    return { turn, facts: { ...times, lastTurn: n }, n };
  }

  function stage({ turn: { conversation, outbox, orderChanges }, facts, n }: Written): void {
    const { chat } = facts;
    chats.stage(conversation.id, facts);
    if (outbox.length > 0) outgoing.stage(outbox.map(({ seq }) => ({ chat, seq, turn: n })));
    orderChanges.forEach(standings.stage);
    next = { turn: n, chat: Math.max(next.chat, chat) };
  }

  return {
    write,
    insertInbox: (row) => ("content" in row ? insertPending(sql, row) : insertFailed(sql, row)),
    lastTurn: () => next.turn,
    end(outcome) {
      if (outcome === "committed") last = next;
      else next = last;
    },
  };
}

/** The turn's own row of the journal. */
function addTurn(
  sql: CommitStatements,
  turn: CommitTurn,
  { chat, lastTurn }: ChatFacts,
  n: number,
  said: SaidBody | undefined,
): void {
  const { version, lastSeq } = turn.conversation;
  const inboxSeq = turn.inbox?.seq ?? turn.settles?.seq ?? null;
  const body = JSON.stringify(toTurnBody(turn, said));
  sql.addTurn.run(n, chat, lastTurn, version, lastSeq, inboxSeq, body);
}
