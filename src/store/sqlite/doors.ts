/** The port of doors on SQLite: the chats' own rows, found by customer, by phone or by code. */
import type Database from "better-sqlite3";
import type { Conversation } from "../../domain/conversation.ts";
import type { DoorsRow } from "../../domain/doors.ts";
import type { ConversationId } from "../../domain/ids.ts";
import type { DoorStore } from "../doors.ts";
import { guarded } from "./failure.ts";

export function sqliteDoors(db: Database.Database): DoorStore {
  const states = <P extends unknown[]>(source: string) => db.prepare<P, string>(source).pluck();
  const byCustomer = states<[string]>("SELECT state FROM conversations WHERE customer = ? ORDER BY chat");
  const byKey = states<[string, string, number, number]>(
    `SELECT c.state FROM door_keys k JOIN conversations c ON c.chat = k.chat
     WHERE k.kind = ? AND k.key = ? AND (k.until IS NULL OR k.until >= ?) ORDER BY c.chat LIMIT ?`,
  );
  const history = db.prepare<[string], { readonly id: string; readonly body: string }>(
    `SELECT c.id, j.body FROM conversations c JOIN joins j ON j.chat = c.chat
     WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY j.chat, j.version`,
  );
  const parsed = (json: string): Conversation => JSON.parse(json) as Conversation;

  return {
    chatsOf: (customer) => guarded(() => byCustomer.all(customer).map(parsed)),
    chatsWithPhone: (phone, limit) => guarded(() => byKey.all("phone", phone, 0, limit).map(parsed)),
    chatWithCode: (id, now) =>
      guarded(() => byKey.all("code", id, now, 10).map(parsed)).find(({ linkCode }) => linkCode?.id === id),
    history: (conversations) =>
      guarded(() => {
        const rows = Map.groupBy(history.all(JSON.stringify(conversations)), ({ id }) => id);
        return new Map(
          [...rows].map(([id, own]) => [
            id as ConversationId,
            own.map(({ body }) => JSON.parse(body) as DoorsRow),
          ]),
        );
      }),
  };
}
