/**
 * What becomes of a message whose work has failed: at first an apology and a case for a person; where that fails, too, the bare case without words; and
 * where even that can't be written, the message becomes a key.
 */
import type { Conversation } from "../domain/conversation.ts";
import { StoreError } from "../store/engine.ts";
import { keptOfFailed } from "./arrival.ts";
import type { BatchChats } from "./batch-chats.ts";
import type { PrepareDeps } from "./prepare.ts";
import type { Prepared } from "./prepared.ts";
import { failedRowOf, pendingRowOf } from "./rows.ts";
import type { Stepping } from "./stepping.ts";
import type { Arrived, Settled } from "./work.ts";

export type FailedWorkDeps = Pick<PrepareDeps, "reader" | "now" | "nextSeq"> & {
  readonly chats: Pick<BatchChats, "find">;
  readonly stepping: Stepping;
};

export type FailedWork = {
  /** A message that came in just now, and failed once or twice. */
  arrived(work: Arrived, conversation: Conversation): Prepared;
  /** One that was stored as pending. */
  settled(work: Settled, conversation: Conversation): Prepared;
  /** Even the case, with the message's words in it, could not be written: the case goes without them. @throws StoreError */
  lost(work: Arrived | Settled): Promise<Prepared>;
};

export function createFailedWork({ reader, now, nextSeq, chats, stepping }: FailedWorkDeps): FailedWork {
  return {
    arrived(work, conversation) {
      const { inbound, receivedAt, failures } = work;
      const content = keptOfFailed(reader, conversation, inbound, receivedAt);
      const chatSeq = conversation.lastSeq + 1;
      const row = pendingRowOf(work, conversation.id, nextSeq());
      const inbox = { ...row, content, chatSeq, state: "failed" } as const;
      if (failures > 1)
        return { type: "turn", work, turn: stepping.bareCase(conversation, receivedAt, { inbox }) };
      const said = { id: inbound.id, seq: chatSeq, at: inbound.at, content };
      return stepping.step(work, conversation, { type: "failed", at: receivedAt, said }, { inbox });
    },
    settled(work, conversation) {
      const { row, failures } = work;
      const chatSeq = conversation.lastSeq + 1;
      const at = now();
      const settles = { seq: row.seq, state: "failed", chatSeq } as const;
      if (failures > 1) return { type: "turn", work, turn: stepping.bareCase(conversation, at, { settles }) };
      const said = { id: row.id, seq: chatSeq, at: row.at, content: row.content };
      return stepping.step(work, conversation, { type: "failed", at, said }, { settles });
    },
    async lost(work) {
      const row = failedRowOf(work, nextSeq);
      try {
        const conversation = await chats.find(row.channel, row.address);
        const before = conversation && stepping.bareCase(conversation, row.receivedAt, {});
        return { type: "lost", work, row, ...(before && { before }) };
      } catch (error) {
        if (error instanceof StoreError) throw error;
        return { type: "lost", work, row };
      }
    },
  };
}
