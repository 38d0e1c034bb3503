/**
 * The names of things: branded strings with one parser each. An id is made by the shell (never by the pure core, except those
 * derived from a conversation's own counters) and is trusted once it has passed its parser.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** `c_` and 22 characters of base64url: names a chat for holders of the API key; it opens nothing by itself. */
export type ConversationId = Branded<"ConversationId">;
/** `u_` and 22 characters of base64url: a person, whatever doors they come through. */
export type CustomerId = Branded<"CustomerId">;
/** `BR-` and 5 or more digits, counted from BR-10001. What customers read and write. */
export type OrderRef = Branded<"OrderRef">;
/** `a_` and 22 characters of base64url: a member of the office's staff. */
export type AgentId = Branded<"AgentId">;
/** `p_` and 1–40 of a–z, 0–9, `_`: a partner business, or a department of the office. */
export type PartnerId = Branded<"PartnerId">;
/** `of_`, the order's number, `_` and 16 characters of base64url: one order shown to one partner. */
export type OfferId = Branded<"OfferId">;
/** `f_` and 22 characters of base64url: a file that somebody sent. */
export type DocumentId = Branded<"DocumentId">;
/** `{turn version}.{n}`: one run of one form inside its conversation. An order keeps it, and (conversation, draft) is unique. */
export type DraftId = Branded<"DraftId">;

const opaque = (prefix: string) => new RegExp(`^${prefix}_[A-Za-z0-9_-]{22}$`);

function parser<Id extends string>(pattern: RegExp): (text: string) => Id | undefined {
  return (text) => (pattern.test(text) ? (text as Id) : undefined);
}

export const parseConversationId = parser<ConversationId>(opaque("c"));
export const parseCustomerId = parser<CustomerId>(opaque("u"));
export const parseOrderRef = parser<OrderRef>(/^BR-[1-9]\d{4,14}$/);
export const parseAgentId = parser<AgentId>(opaque("a"));
export const parsePartnerId = parser<PartnerId>(/^p_[a-z0-9_]{1,40}$/);
export const parseOfferId = parser<OfferId>(/^of_[1-9]\d{4,14}_[A-Za-z0-9_-]{16}$/);
export const parseDocumentId = parser<DocumentId>(opaque("f"));
export const parseDraftId = parser<DraftId>(/^\d+\.\d+$/);

/** The reference that order number `n` carries; the first order of an office is 10001. */
export function orderRefOf(n: number): OrderRef {
  return `BR-${n}` as OrderRef;
}

/** The number inside a reference: 20418 of BR-20418. */
export function orderNumberOf(ref: OrderRef): number {
  return Number(ref.slice(3));
}

/** The id of an offer of this order. @param fresh 16 characters of base64url that nobody can guess */
export function offerIdOf(ref: OrderRef, fresh: string): OfferId {
  return `of_${orderNumberOf(ref)}_${fresh}` as OfferId;
}

/** The order that an offer is of. */
export function orderOfOffer(id: OfferId): OrderRef {
  return orderRefOf(Number(id.split("_")[1]));
}

/** The n-th form run that began in the turn that made `version`. */
export function draftIdOf(version: number, n: number): DraftId {
  return `${version}.${n}` as DraftId;
}
