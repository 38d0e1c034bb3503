/** What tests of a whole office ask of its chats on one platform. */
import type { Conversation } from "../../src/domain/conversation.ts";
import type { Order } from "../../src/domain/order.ts";
import type { Office } from "../../src/office.ts";

/** No platform's pace: tests don't wait for it. */
export const quickRates = { chat: { most: 1_000, everyMs: 1 }, line: { most: 1_000, everyMs: 1 } };

/** @param office the one that is open now */
export function chatsOf(channel: string, office: () => Office) {
  async function chat(address: string): Promise<Conversation> {
    const found = await office().store.engine.findConversation(channel, address);
    if (!found) throw new Error(`There is no chat ${address}.`);
    return found;
  }

  async function orders(address: string): Promise<readonly Order[]> {
    const { id } = await chat(address);
    const page = await office().store.orders.list({ conversation: id }, { limit: 10 });
    return page.type === "page" ? page.orders : [];
  }

  return { chat, orders };
}
