/**
 * The case of a chat that wants a person: which matter it is filed under, and which orders it is about. What came first stays before what
 * comes to it; a case that could end by itself gives way to any that staff have to end.
 */
import type { PersonWanted } from "../../domain/conversation.ts";
import type { OrderRef } from "../../domain/ids.ts";

type Reason = PersonWanted["reason"];

export type Matter = {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly reason: Reason;
  /** Until when the bot falls silent for a talk; undefined: staff settle it by themselves. */
  readonly mutedUntil: number | undefined;
  readonly order: OrderRef | undefined;
};

/** The case with one more matter. A talk is the reason from then on, and its order comes first. */
export function caseAfter(
  person: PersonWanted | undefined,
  { at, reason, mutedUntil, order }: Matter,
): PersonWanted {
  const next = reasonAfter(person, reason, mutedUntil !== undefined);
  const named = order === undefined ? [] : [order];
  const before =
    person && next !== person.reason && staysFor(person.reason) === 0 ? [] : ordersOfCase(person);
  return {
    since: person?.since ?? at,
    reason: next,
    mutedUntil: mutedUntil ?? person?.mutedUntil ?? at,
    ...asOrders(
      next === person?.reason && mutedUntil === undefined ? [...before, ...named] : [...named, ...before],
    ),
    ...(person?.agent && { agent: person.agent }),
    ...(person?.promisedBy !== undefined && { promisedBy: person.promisedBy }),
    ...(person?.missed !== undefined && { missed: person.missed }),
    ...(person?.doubts && { doubts: person.doubts }),
  };
}

/** How long a case stands: until the customer is reached, until its orders are taken up, or until staff end it. */
function staysFor(reason: Reason): number {
  if (reason === "unreachable" || reason === "unsure_message") return 0;
  return reason === "overdue" ? 1 : 2;
}

function reasonAfter(person: PersonWanted | undefined, reason: Reason, mutes: boolean): Reason {
  if (!person) return reason;
  // A life in danger stays the reason, whatever else is asked for.
  if (person.reason === "emergency") return person.reason;
  if (mutes) return reason;
  return !person.agent && staysFor(reason) > staysFor(person.reason) ? reason : person.reason;
}

/** The orders that a case is about, the one that it is filed under first. */
export function ordersOfCase(
  person: Pick<PersonWanted, "order" | "others"> | undefined,
): readonly OrderRef[] {
  const { order, others = [] } = person ?? {};
  return order === undefined ? others : [order, ...others];
}

/** Orders as they stand in a case, each once. */
export function asOrders(refs: readonly OrderRef[]): Pick<PersonWanted, "order" | "others"> {
  const [order, ...others] = new Set(refs);
  return { ...(order !== undefined && { order }), ...(others.length > 0 && { others }) };
}
