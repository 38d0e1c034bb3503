/**
 * The chats of one customer, read as one and kept apart. A step sees the orders and values of all of them in the chat that is spoken in;
 * what it makes of them goes back to where each belongs. So nothing is ever mixed, and parting them again gives each exactly its own.
 */
import type { Field, Fields } from "../../domain/answer.ts";
import type { Conversation, OrderSummary } from "../../domain/conversation.ts";
import type { ConversationId } from "../../domain/ids.ts";
import type { Elsewhere, Turn } from "../../domain/turn.ts";

/** How many orders a chat remembers, newest first. They are written with every turn; older ones are looked up by their reference. */
export const mostRemembered = 10;

/** Whether an order is this customer's: placed in this chat, or in another one of theirs. */
export function isOwnOrder(
  { id, doors }: Pick<Conversation, "id" | "doors">,
  { conversation }: { readonly conversation: ConversationId },
): boolean {
  return conversation === id || doors?.some((door) => door.conversation === conversation) === true;
}

/** The chat with what all of them remember: orders newest first, its own values before the others'. */
export function together(own: Conversation, others: readonly Conversation[]): Conversation {
  const orders = [own, ...others].flatMap((chat) => chat.orders);
  const complaints = [own, ...others].flatMap((chat) => chat.complaints ?? []);
  const known = Object.assign({}, ...[...others, own].map((chat) => chat.known)) as Fields;
  const newestFirst = (one: OrderSummary, other: OrderSummary) => other.placedAt - one.placedAt;
  const isAgreed = others.some(({ consents = [] }) =>
    consents.some(({ withdrawnAt }) => withdrawnAt === undefined),
  );
  return {
    ...own,
    ...(isAgreed && { consentElsewhere: true }),
    orders: orders.sort(newestFirst),
    ...(complaints.length > 0 && { complaints: complaints.sort(newestFirst) }),
    known,
  };
}

/**
 * What a step made of chats that it saw together: this chat with its own part, and what happened to orders of the others.
 * @param seen what the step was given
 */
export function apart(
  own: Conversation,
  others: readonly Conversation[],
  seen: Conversation,
  { conversation: after, orderChanges }: Turn,
  at: number,
): { readonly conversation: Conversation; readonly elsewhere: readonly Elsewhere[] } {
  const newest = new Map(rememberedBy(after).map((summary) => [summary.ref, summary]));
  const kept = (summary: OrderSummary): OrderSummary => newest.get(summary.ref) ?? summary;
  const before = new Set(rememberedBy(seen).map(({ ref }) => ref));
  const ownPart = (own: readonly OrderSummary[], after: readonly OrderSummary[]): readonly OrderSummary[] =>
    [...after.filter(({ ref }) => !before.has(ref)), ...own.map(kept)].slice(0, mostRemembered);
  const orders = after.orders === seen.orders ? own.orders : ownPart(own.orders, after.orders);
  const complaints = ownPart(own.complaints ?? [], after.complaints ?? []);
  const elsewhere = others.flatMap((chat) =>
    rememberedBy(chat).flatMap((summary): readonly Elsewhere[] => {
      const changed = kept(summary);
      if (changed === summary || !orderChanges.some(({ order }) => order.ref === summary.ref)) return [];
      return [{ conversation: chat.id, event: { type: "order_changed_elsewhere", at, summary: changed } }];
    }),
  );
  const { complaints: _together, ...rest } = after;
  const known = ownValues(own, seen, after);
  return {
    conversation: { ...rest, orders, ...(complaints.length > 0 && { complaints }), known },
    elsewhere,
  };
}

const rememberedBy = ({ orders, complaints = [] }: Conversation): readonly OrderSummary[] => [
  ...orders,
  ...complaints,
];

/** What the customer said here: values that came from another chat and were only read stay there. */
function ownValues(own: Conversation, seen: Conversation, after: Conversation): Fields {
  if (after.known === seen.known) return own.known;
  const said = Object.entries(after.known).filter(([name, field]) => field !== seen.known[name]);
  return { ...own.known, ...(Object.fromEntries(said) as Readonly<Record<string, Field>>) };
}
