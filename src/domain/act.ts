/** What is done with an order or in a chat on purpose: moves, what partners report, acts of staff, and the names of their refusals. */
import type { AnswerValue } from "./answer.ts";
import type { OutcomeName } from "./complaint.ts";
import type { OfferId, OrderRef } from "./ids.ts";
import type { Media } from "./message.ts";
import type { Money } from "./money.ts";
import type { PartnerNotice } from "./notice.ts";
import type { BadQuote, OfferEnd } from "./offer.ts";
import type { StatusName } from "./order.ts";
import type { PartnerName } from "./partner.ts";

/** Where to: a status, and inside `in_progress` a stage of the flow. Cancelled, failed and a step back need a reason. */
export type Move = { readonly to: StatusName; readonly stage?: string; readonly note?: string };

/** `problem`: the customer does not answer, the address is wrong: words for staff, who are called. */
export type PartnerReport =
  | { readonly type: "move"; readonly move: Move }
  /** The customer did not come to the appointment. */
  | { readonly type: "no_show" }
  | { readonly type: "problem"; readonly text: string }
  /** Words to the customer, from its page. */
  | { readonly type: "words"; readonly text: string }
  /** The customer does not answer: they are told politely, and staff are called. */
  | { readonly type: "no_answer" }
  /** Whether it knows of the `n`th change, and can do it so; `note`: in its own words, or empty. */
  | { readonly type: "confirm"; readonly n: number; readonly can: boolean; readonly note: string }
  /** Until when what it got for the customer lasts, `YYYY-MM-DD`. */
  | { readonly type: "expiry"; readonly date: string }
  /** A picture that the work is done. */
  | { readonly type: "proof"; readonly document: Media };

export type AgentAct =
  | { readonly type: "claim" }
  | { readonly type: "release" }
  /** A head takes an order from whoever holds it. */
  | { readonly type: "take" }
  | { readonly type: "move"; readonly move: Move }
  | {
      readonly type: "correct";
      readonly field: string;
      readonly value: AnswerValue;
      readonly text: string;
      readonly reason: string;
    }
  | { readonly type: "note"; readonly text: string }
  /** To another department of the office, `due` epoch milliseconds. `from`: where it is now, as the directory says. */
  | {
      readonly type: "hand_off";
      readonly to: PartnerName;
      readonly from?: PartnerName;
      readonly due: number;
      readonly note: string;
    }
  /** This partner was told by staff of what it was to confirm, or could not be told otherwise. */
  | {
      readonly type: "partner_told";
      readonly partner: PartnerName;
      /** What had not reached it. */
      readonly of: readonly PartnerNotice["type"][];
    }
  /** Whoever asked another department for it does not need it any more. */
  | { readonly type: "withdraw_request"; readonly reason: string }
  /** Back to the department that handed it over: why is for colleagues. `done`: what was asked of the department is done. */
  | { readonly type: "hand_off_back"; readonly reason: string; readonly done?: true }
  /** What the customer said to our answer to a complaint, to a colleague: content, or not. */
  | { readonly type: "hear_complaint"; readonly content: boolean; readonly words: string }
  /** A partner carries it out. One that had it before has it no more. */
  | {
      readonly type: "give";
      readonly partner: PartnerName;
      /** A fresh id, under which it reads the order and what it is paid; left out: it has no page. */
      readonly offer?: OfferId;
      /** By its fixed price; left out: to be agreed. */
      readonly pays?: Money;
    }
  /** Its partner does not do it after all: why is for colleagues. */
  | { readonly type: "give_back"; readonly reason: string }
  /** What the partner that accepted it without a fixed price is paid for it, as agreed with it: tax included. */
  | { readonly type: "agree_pay"; readonly pays: Money }
  /** The order is shown to a partner, who may take it for so long. `offer` is a fresh id. */
  | {
      readonly type: "offer";
      readonly offer: OfferId;
      readonly partner: PartnerName;
      readonly minutes: number;
      readonly pays?: Money;
      /** It is asked for its price. */
      readonly asks?: "price";
    }
  | { readonly type: "withdraw_offer"; readonly offer: OfferId }
  /** Partners are asked by themselves, everybody anew; or no more. */
  | { readonly type: "search" }
  | { readonly type: "stop_search" }
  /** The prices that have come are shown to the customer now. */
  | { readonly type: "show_prices" }
  /** The customer told staff which price it is to be: `words` says how and when. */
  | { readonly type: "choose_price"; readonly offer: OfferId; readonly words: string }
  /** What the order costs, for the customer to approve: halalas without tax. */
  | { readonly type: "price"; readonly government: number; readonly office: number }
  /** The customer did not come to the appointment. */
  | { readonly type: "no_show" }
  /** The appointment stays, though the customer wished for another one or none. */
  | { readonly type: "keep_appointment" }
  /** The customer complains about this order on the phone or at the desk. */
  | { readonly type: "complain"; readonly words: string }
  /** The order of the same customer that a complaint is about. */
  | { readonly type: "tie_complaint"; readonly about: OrderRef }
  /** What was decided about a complaint, with words for the customer. `blames`: the partner whose doing it was. */
  | {
      readonly type: "answer_complaint";
      readonly outcome: OutcomeName;
      readonly words: string;
      readonly blames?: PartnerName;
    }
  /** Words to the customer; the bot is mute from then on. */
  | { readonly type: "reply"; readonly text: string }
  /** A head tries whether the line of this chat carries: a short text of our own, to who wrote before. */
  | { readonly type: "test_line" }
  | { readonly type: "take_chat" }
  /** This chat is another person's than those that it was joined with. */
  | { readonly type: "split_doors" }
  | { readonly type: "hand_back" };

/** Refusals of an act: named, never `false`. */
export type Refusal =
  | { readonly reason: "already_claimed"; readonly by: string }
  | { readonly reason: "not_yours"; readonly by?: string }
  /** The order is another than the agent saw: it has this version by now. */
  | { readonly reason: "stale"; readonly version: number }
  | { readonly reason: "illegal_move"; readonly from: StatusName; readonly legal: readonly LegalMove[] }
  | { readonly reason: "reason_missing" }
  | { readonly reason: "unknown_field"; readonly field: string }
  | { readonly reason: "unknown_service"; readonly service: string }
  /** The field's value is an option that needs a permit which the office does not hold now. */
  | { readonly reason: "needs_permit"; readonly field: string }
  | { readonly reason: "holds_a_secret" }
  | { readonly reason: "empty" }
  | { readonly reason: "not_allowed" }
  /** The customer has stopped messages that they do not ask for, and has not written since, or long ago. */
  | { readonly reason: "opted_out" }
  /** The partner's offer is over. */
  | { readonly reason: "offer_over"; readonly why: OfferEnd }
  /** The partner's price can't be taken. */
  | { readonly reason: "bad_quote"; readonly why: BadQuote }
  /** A program entered it before: this is the order that it became. */
  | { readonly reason: "entered_before"; readonly ref: OrderRef }
  /** There is one about this order, in which it has to be written. */
  | { readonly reason: "complaint_exists"; readonly ref: OrderRef }
  | { readonly reason: "nothing_to_do" };

/** `back`: to the stage before, after a mistaken step; needs a reason. */
export type LegalMove = { readonly to: StatusName; readonly stage?: string; readonly back?: true };
