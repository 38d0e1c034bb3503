/** The lines of a chat that a turn makes: what came in, from the customer or from a colleague with the platform's own app, and what went out. */
import type { Effect } from "../domain/effect.ts";
import type { ChatLine, Content } from "../domain/message.ts";

/** Of a line that went out: what became of it, and why it did not arrive. */
export type Became = Pick<ChatLine, "delivery" | "problem">;

export function saidLine(said: {
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly content: Content;
}): ChatLine {
  const { id, seq, at, content } = said;
  return { seq, from: content.type === "by_staff" ? "agent" : "customer", at, id, content };
}

export function sentLine(
  sent: { readonly seq: number; readonly createdAt: number; readonly effect: Effect },
  became: Became,
): ChatLine {
  const { seq, createdAt, effect } = sent;
  const { from, name, text, choices, document, order } = effect;
  return {
    ...{ seq, from, at: createdAt, text, ...became },
    ...(choices && { choices }),
    ...(document && { document }),
    ...(order && { order }),
    ...(name !== undefined && { name }),
  };
}
