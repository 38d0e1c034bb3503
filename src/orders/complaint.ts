/**
 * The life of a complaint on top of an order's own: received, being looked into, answered, closed; opened again once, for a head. Values
 * in, changes out. What the customer reads of it is the conversation's matter. Pure.
 */
import type { LegalMove } from "../domain/act.ts";
import type { Field } from "../domain/answer.ts";
import type { Outcome, SettledBy } from "../domain/complaint.ts";
import type { OrderRef } from "../domain/ids.ts";
import type { By, HistoryRow, Order, OrderChange, OrderStatus } from "../domain/order.ts";
import { nextVersion } from "./change.ts";
import { rowOf } from "./row.ts";
import { isClosed, stageOf } from "./status.ts";

/** The part of a flow that says how complaints are dealt with. */
export type ComplaintRules = {
  readonly looking: string;
  readonly answered: string;
  readonly answer_minutes: number;
  readonly silence_minutes: number;
  readonly reopen_days: number;
};

/** The field that holds the customer's words. */
export const wordsField = "words";
/** What is kept of them in all. */
const longestWords = 4_000;
const dayMs = 86_400_000;

const settledRows = {
  customer: "settled",
  withdrawn: "complaint_withdrawn",
  silence: "closed_by_silence",
} as const satisfies Readonly<Record<SettledBy, HistoryRow["what"]>>;

/** A colleague has answered, and the customer has not said yet whether that settles it. */
export function isAnswered({ state }: Order, { answered }: ComplaintRules): boolean {
  return stageOf(state) === answered;
}

/** Whether the customer's word may open it again: once, while the answer or the end is recent. */
export function mayBeReopened(order: Order, rules: ComplaintRules, at: number): boolean {
  if (order.complaint?.reopened) return false;
  if (isAnswered(order, rules)) return true;
  return order.state.status === "done" && at - order.state.at <= rules.reopen_days * dayMs;
}

/** Of the moves that any order may make, those that a complaint makes by hand: the answer has an act of its own. */
export function complaintMoves(
  order: Order,
  legal: readonly LegalMove[],
  rules: ComplaintRules,
): readonly LegalMove[] {
  if (isAnswered(order, rules)) return legal.filter(({ to }) => to === "done");
  const isLooking = stageOf(order.state) === rules.looking;
  return legal.filter(
    ({ to, stage, back }) =>
      back !== true &&
      ((stage === rules.looking && !isLooking) || (to === "cancelled" && stage === undefined)),
  );
}

/** More of the customer's words: after the first, in the same field. */
export function complainMore(order: Order, said: Field, by: By, at: number): OrderChange {
  const row = stageRow(order, "complained", { at, by, note: String(said.value) });
  return nextVersion(withWords(order, said), order, row);
}

function withWords(order: Order, said: Field): Order {
  const before = order.fields[wordsField];
  if (!before) return { ...order, fields: { ...order.fields, [wordsField]: said } };
  const value = `${before.value}\n${said.value}`.slice(0, longestWords).toWellFormed();
  return { ...order, fields: { ...order.fields, [wordsField]: { ...before, value } } };
}

/** The order that it is about, once that is known. */
export function tieComplaint(order: Order, about: OrderRef, by: By, at: number): OrderChange {
  const tied = order.about === about ? order : withoutBlame(order);
  return nextVersion({ ...tied, about }, order, stageRow(order, "tied", { at, by, note: about }));
}

/** A partner that was blamed for one order has not had another. */
function withoutBlame(order: Order): Order {
  const { outcome, ...complaint } = order.complaint ?? {};
  if (!outcome?.blames) return order;
  const { blames: _blames, ...blameless } = outcome;
  return { ...order, complaint: { ...complaint, outcome: blameless } };
}

/** What a colleague answers: the customer hears no other promise, but is asked whether that settles it. */
export function answerComplaint(
  order: Order,
  { what, words, blames }: Pick<Outcome, "what" | "words" | "blames">,
  { by, at, stage }: { readonly by: By; readonly at: number; readonly stage: string },
): OrderChange {
  const outcome: Outcome = {
    ...{ what, words, at, by },
    // Nobody is to blame for what was not wrong.
    ...(blames && what !== "not_upheld" && { blames }),
  };
  const { promisedBy: _promise, ...rest } = order;
  const { heldOpen: _held, ...complaint } = order.complaint ?? {};
  const state: OrderStatus = { status: "in_progress", at, stage };
  const row: HistoryRow = { at, from: order.state.status, to: "in_progress", stage, by, what: "answered" };
  return nextVersion({ ...rest, state, complaint: { ...complaint, outcome } }, order, {
    ...row,
    ...{ outcome: what, note: words },
    ...(outcome.blames && { partner: outcome.blames }),
  });
}

/** Silence tells nothing of this answer: it stays until a colleague ends it, or there is another answer. */
export function holdOpen(order: Order, at: number): OrderChange {
  const held = { ...order, complaint: { ...order.complaint, heldOpen: at } };
  return nextVersion(held, order, stageRow(order, "held_open", { at, by: { type: "office" } }));
}

/** It is over: the customer is content, wants it closed, or has said nothing for long enough. @param told by the colleague to whom they said it, and how */
export function settleComplaint(
  order: Order,
  settledBy: SettledBy,
  at: number,
  told?: { readonly by: By; readonly words: string },
): OrderChange {
  const by: By = told?.by ?? (settledBy === "silence" ? { type: "office" } : { type: "customer" });
  const { promisedBy: _promise, ...rest } = order;
  return nextVersion(
    {
      ...rest,
      state: { status: "done", at },
      complaint: { ...order.complaint, settled: { at, by: settledBy } },
    },
    order,
    {
      ...{ at, by, from: order.state.status, to: "done" },
      what: settledRows[settledBy],
      ...(told && told.words !== "" && { note: told.words }),
    },
  );
}

/**
 * The answer did not settle it: received anew, in nobody's hands, with a new promise. The first outcome is kept beside it, and counts no
 * more until there is another. @param said what the customer says to it, if anything
 */
export function reopenComplaint(
  order: Order,
  said: Field | undefined,
  { at, promisedBy, by }: { readonly at: number; readonly promisedBy: number; readonly by: By },
): OrderChange {
  const { outcome, settled: _settled, ...complaint } = order.complaint ?? {};
  const { claim: _claim, ...free } = said ? withWords(order, said) : order;
  const row: HistoryRow = {
    ...{ at, from: order.state.status, to: "placed", what: "reopened", by },
    ...(said && { note: String(said.value) }),
  };
  return nextVersion(
    {
      ...free,
      promisedBy,
      state: { status: "placed", at },
      complaint: { ...complaint, reopened: { at, ...(outcome && { first: outcome }) } },
    },
    order,
    row,
  );
}

/** Whether somebody still has to do something about it. */
export const isOpenComplaint = ({ status }: { readonly status: Order["state"]["status"] }): boolean =>
  !isClosed(status);

/**
 * A later answer did not settle it either: it goes on where it is, with its outcome as long as there is no other, and a new promise.
 * @param said what the customer says to it, if anything
 */
export function keepOpen(
  order: Order,
  said: Field | undefined,
  {
    at,
    promisedBy,
    stage,
    by,
  }: { readonly at: number; readonly promisedBy: number; readonly stage: string; readonly by: By },
): OrderChange {
  const row: HistoryRow = {
    ...{ at, from: order.state.status, to: "in_progress", stage, what: "unsettled", by },
    ...(said && { note: String(said.value) }),
  };
  const state: OrderStatus = { status: "in_progress", at, stage };
  return nextVersion({ ...(said ? withWords(order, said) : order), state, promisedBy }, order, row);
}

/** A complaint's row says at which stage it stays. */
function stageRow(order: Order, what: HistoryRow["what"], told: Parameters<typeof rowOf>[2]): HistoryRow {
  const stage = stageOf(order.state);
  return rowOf(order, what, { ...told, ...(stage !== undefined && { stage }) });
}
