/** A chat's own row as statements, inside its turn's transaction. */
import type { Conversation } from "../../domain/conversation.ts";
import type { DoorChange } from "../../domain/doors.ts";
import type { CommitTurn } from "../engine.ts";
import type { ChatFacts } from "./chats.ts";
import type { CommitStatements } from "./commit-statements.ts";
import { toState } from "./state-json.ts";

/** A new chat's row. @param chat its number */
export function addChat(
  sql: CommitStatements,
  conversation: Conversation,
  chat: number,
  n: number,
): ChatFacts | undefined {
  const { id, channel, address, customer, version } = conversation;
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

/** Rewrites the chat's row where its version still is what the turn was stepped on. */
export function moveChat(
  sql: CommitStatements,
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

/** Whose chat it is, and what it is known again by at another door. */
export function writeDoors(
  sql: CommitStatements,
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

/** The stored moment may be too early, never too late: so most turns leave it, and its index, alone. */
function earlier(stored: number | null, wanted: number | undefined): number | null {
  if (wanted === undefined) return stored;
  return stored === null ? wanted : Math.min(stored, wanted);
}
