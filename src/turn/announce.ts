/** Tells live pages what a commit changed: ids and versions, never words. */
import type { Change } from "../engine.ts";
import type { CommitTurn } from "../store/engine.ts";

export type Listener = (changes: readonly Change[]) => void;

export function announce(listeners: ReadonlySet<Listener>, turns: readonly CommitTurn[]): void {
  if (listeners.size === 0) return;
  const changes: Change[] = [];
  for (const { conversation, orderChanges } of turns) {
    changes.push({ type: "chat", conversation: conversation.id, lastSeq: conversation.lastSeq });
    changes.push({
      type: "person",
      conversation: conversation.id,
      wanted: conversation.person !== undefined,
    });
    for (const { order } of orderChanges) {
      changes.push({ type: "order", ref: order.ref, version: order.version, conversation: conversation.id });
    }
  }
  for (const listener of listeners) listener(changes);
}
