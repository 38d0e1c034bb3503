/** Fresh ids for the shell: 128 random bits each, taken from a pool so that a busy office asks the system rarely. */
import { randomFillSync } from "node:crypto";
import type { ConversationId, CustomerId } from "../domain/ids.ts";

const pool = Buffer.alloc(16 * 256);
let used = pool.length;

function random22(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 16;
  return pool.toString("base64url", used - 16, used);
}

export function freshConversationId(): ConversationId {
  return `c_${random22()}` as ConversationId;
}

export function freshCustomerId(): CustomerId {
  return `u_${random22()}` as CustomerId;
}
