/** What need not be kept for good, in memory. */
import { dayOf } from "../standings.ts";
import type { Outlived } from "../store.ts";
import { foldSeen } from "./standings.ts";
import { keyOf, type Tables } from "./tables.ts";

export function purgeTables(tables: Tables, outlived: Outlived): number {
  const pending = new Set(
    [...tables.pending.values()].map(({ channel, address, id }) => keyOf(channel, address, id)),
  );
  let removed = 0;
  for (const [key, receivedAt] of tables.inbox) {
    if (receivedAt >= outlived.deliveriesBefore || pending.has(key)) continue;
    tables.inbox.delete(key);
    removed += 1;
  }
  for (const [hash, { seenAt }] of tables.chatSessions) {
    if (seenAt < outlived.chatSessionsBefore) tables.chatSessions.delete(hash);
  }
  for (const [hash, { createdAt }] of tables.agentSessions) {
    if (createdAt < outlived.agentSessionsBefore) tables.agentSessions.delete(hash);
  }
  foldSeen(tables, dayOf(outlived.seenBefore));
  return removed;
}
