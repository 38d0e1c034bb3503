/** Whether news of an offer left for its partner: what lies in the office, or was over before it could leave, nobody can have answered. */
import type { OrderRef } from "../domain/ids.ts";
import type { ChatLine } from "../domain/message.ts";
import type { Offer } from "../domain/offer.ts";
import type { EngineStore } from "../store/engine.ts";

/** So many of a chat's newest lines are looked at: more are not written to a partner while an offer stands. */
const mostSearched = 200;

const left: ReadonlySet<ChatLine["delivery"]> = new Set(["handed_over", "delivered", "read"]);

/** In any of the chats that stand for the partner. */
export async function wasTold(
  store: Pick<EngineStore, "getConversation" | "lines">,
  { partner: { chats = [] }, madeAt }: Pick<Offer, "partner" | "madeAt">,
  ref: OrderRef,
): Promise<boolean> {
  for (const id of chats) {
    const chat = await store.getConversation(id);
    const lines = chat ? await store.lines(id, Math.max(0, chat.lastSeq - mostSearched), mostSearched) : [];
    if (lines.some(({ order, at, delivery }) => order === ref && at >= madeAt && left.has(delivery)))
      return true;
  }
  return false;
}
