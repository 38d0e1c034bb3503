/**
 * The port of what became of single messages after a channel took them: found again by the id that their platform gave them, moved on
 * by what it tells later, and taken up once more where they failed.
 */
import type { ConversationId } from "../domain/ids.ts";
import type { Progress } from "../domain/message.ts";
import type { Eventually, OutboxRow } from "./engine.ts";

export type SentMessage = {
  readonly seq: number;
  /** The message's key: `{conversation}:{turn version}:{index}`. */
  readonly key: string;
};

export interface DeliveryStore {
  byExternalId(conversation: ConversationId, externalId: string): Eventually<SentMessage | undefined>;
  /**
   * Writes it down, with synchronous=NORMAL. What was read stays so, and what failed stays failed, whatever comes later.
   * @returns false when there is nothing to change
   */
  progress(conversation: ConversationId, seq: number, progress: Progress): Eventually<boolean>;
  /** A message that failed, as it would leave again: waiting, without a try. */
  failed(conversation: ConversationId, seq: number): Eventually<OutboxRow | undefined>;
}
