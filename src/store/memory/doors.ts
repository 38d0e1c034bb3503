/** The port of doors in memory: the chats' own states say it all. */
import type { Conversation } from "../../domain/conversation.ts";
import type { DoorStore } from "../doors.ts";
import type { Tables } from "./tables.ts";

export function memoryDoors(tables: Tables): DoorStore {
  const eldest = (is: (chat: Conversation) => boolean): readonly Conversation[] =>
    [...tables.conversations.values()].filter(is);
  return {
    chatsOf: (customer) => eldest((chat) => chat.customer === customer),
    chatsWithPhone: (phone, limit) => eldest((chat) => chat.phone?.number === phone).slice(0, limit),
    chatWithCode: (id, now) => eldest(({ linkCode }) => linkCode?.id === id && linkCode.until >= now)[0],
    history: (conversations) =>
      new Map(
        conversations.flatMap((id) => {
          const rows = tables.joins.get(id);
          return rows ? [[id, rows]] : [];
        }),
      ),
  };
}
