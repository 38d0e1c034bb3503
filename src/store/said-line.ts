/** A delivery as the line of the chat that it is: the customer's, or a colleague's who wrote with the platform's own app. */
import type { ChatLine, Content } from "../domain/message.ts";

export function saidLine(said: {
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly content: Content;
}): ChatLine {
  const { id, seq, at, content } = said;
  return { seq, from: content.type === "by_staff" ? "agent" : "customer", at, id, content };
}
