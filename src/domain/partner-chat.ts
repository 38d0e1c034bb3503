/**
 * What a partner's chat remembers: whose it is, the orders that it was told of, and what its next words are for. A chat that has this is
 * nobody's but the partner's: no customer's question is ever asked in it.
 */
import type { OfferId, OrderRef, PartnerId } from "./ids.ts";
import type { Both } from "./language.ts";
import type { Media } from "./message.ts";

/** An order by the number that it has in this chat («عرض 18»); offers and orders of one reference keep theirs. */
export type PartnerJob = {
  readonly ref: OrderRef;
  readonly number: number;
  /** The newest offer of it. */
  readonly offer?: OfferId;
  /** It can be answered no more, and is nothing that the partner carries out. */
  readonly over?: true;
  /** When the office last told the customer that nobody answers here, epoch milliseconds. */
  readonly noAnswerAt?: number;
};

/** What the chat's newest choices stand for, in their order: the first is «1». */
export type PartnerChoices = {
  readonly values: readonly string[];
  /** When they were said, epoch milliseconds. */
  readonly at: number;
  /** They answered the partner's own words: nothing else can be meant by a digit. */
  readonly asked: boolean;
};

/** What the next words are for, or which order an act is meant for. */
export type PartnerAsk =
  | { readonly type: "to_customer"; readonly ref: OrderRef }
  | { readonly type: "problem"; readonly ref: OrderRef }
  /** Until when what was issued lasts. */
  | { readonly type: "expiry"; readonly ref: OrderRef }
  | {
      readonly type: "which";
      readonly act: "accept" | "decline" | "no_answer" | "no_show" | "problem" | "steps";
      /** The problem, where it was said with the wish. */
      readonly text?: string;
    }
  | { readonly type: "which_message"; readonly text: string }
  | { readonly type: "which_proof"; readonly document: Media };
/** `at`: when that was asked, epoch milliseconds. */
export type PartnerOpen = PartnerAsk & { readonly at: number };

export type PartnerChat = {
  readonly id: PartnerId;
  readonly name: Both;
  /** When the chat became the partner's, epoch milliseconds. */
  readonly since: number;
  /** The last number given. */
  readonly lastNumber: number;
  /** Oldest first; of those that are over only the newest are kept. */
  readonly jobs: readonly PartnerJob[];
  readonly offered?: PartnerChoices;
  readonly open?: PartnerOpen;
};
