/** What makes an order a complaint: whom it is about, what a colleague answered to it, and what the customer said to that. */
import type { By } from "./order.ts";
import type { PartnerName } from "./partner.ts";

/** What was done. `not_upheld`: we looked into it, and nothing was wrong on our side. */
export const outcomeNames = ["apology", "redo", "refund", "other", "not_upheld"] as const;
export type OutcomeName = (typeof outcomeNames)[number];

/** Moments are epoch milliseconds. */
export type Outcome = {
  readonly what: OutcomeName;
  /** For the customer, word for word. */
  readonly words: string;
  readonly at: number;
  readonly by: By;
  /** The partner whose doing it was: it counts in its standing. Nobody's where it was not upheld. */
  readonly blames?: PartnerName;
};

/** The customer is content with an answer, wanted it closed, or said nothing for as long as the flow waits. */
export type SettledBy = "customer" | "withdrawn" | "silence";

export type Complaint = {
  readonly outcome?: Outcome;
  readonly settled?: { readonly at: number; readonly by: SettledBy };
  /** The customer was not content with the first answer, when, and with which outcome: it goes to a head. Once. */
  readonly reopened?: { readonly at: number; readonly first?: Outcome };
  /** Silence does not close it under this answer: since when a colleague has to. */
  readonly heldOpen?: number;
};
