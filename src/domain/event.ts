/** Everything that can happen to a conversation. Each carries `at`, the only clock that the pure core knows. */
import type { AgentAct, Move, PartnerReport } from "./act.ts";
import type { AgentName } from "./agent.ts";
import type { Fields } from "./answer.ts";
import type { Conversation, OrderSummary, Wake } from "./conversation.ts";
import type { Door, Proof } from "./doors.ts";
import type { Say } from "./effect.ts";
import type { ConversationId, CustomerId, OfferId, OrderRef, PartnerId } from "./ids.ts";
import type { Language } from "./language.ts";
import type { PartnerNotice } from "./notice.ts";
import type { OfferAnswer } from "./offer.ts";
import type { By, Order } from "./order.ts";
import type { Partner, PartnerName } from "./partner.ts";
import type { HeldSaying, Said, ToldBefore } from "./said.ts";
import type { Candidates } from "./search.ts";
import type { Reading } from "./understanding.ts";

type Moment = {
  /** The office's clock when it was received, epoch milliseconds: timers and deadlines run from it. */
  readonly at: number;
};

export type Event =
  /** The chat began (a session was made, or a first message arrived); nothing has been said to answer yet. */
  | (Moment & { readonly type: "opened"; readonly language: Language })
  /** A message in words, read. `orders`: the newest state of every order of this chat that it may touch (see `ordersTouched`). */
  | (Moment & {
      readonly type: "understood";
      readonly said: Said;
      readonly reading: Reading;
      readonly orders?: readonly Order[];
      /** Of words that are not kept (`said` has none of them): the language that they were in. */
      readonly language?: Language;
      /** What this chat holds back until the customer agrees, oldest first. */
      readonly held?: readonly HeldSaying[];
      /** Where the customer says that it was told before («قلت لكم»): their own last lines, oldest first. Nothing of it is kept. */
      readonly before?: readonly ToldBefore[];
      /** Where a form may begin from a question of ours: what those lines say of its service, oldest first. */
      readonly earlier?: readonly HeldSaying[];
    })
  /** A press on a choice. */
  | (Moment & {
      readonly type: "chose";
      readonly said: Said;
      readonly value: string;
      readonly orders?: readonly Order[];
      readonly held?: readonly HeldSaying[];
      readonly earlier?: readonly HeldSaying[];
    })
  /** A location, contact, photo, document, voice note, reaction or something unsupported. */
  | (Moment & { readonly type: "sent_media"; readonly said: Said })
  /** Somebody of the office wrote to the customer with the platform's own app: `said` is their line. */
  | (Moment & { readonly type: "staff_wrote"; readonly said: Said })
  /** A secret was in the message; it has been cut out and is nowhere stored. */
  | (Moment & {
      readonly type: "sent_secret";
      readonly said: Said;
      readonly kinds: readonly SecretKind[];
      /** What the words around it say, read without it. */
      readonly reading?: Reading;
    })
  /** The conversation's timer fired. */
  | (Moment & {
      readonly type: "timed_out";
      readonly what: Wake["what"];
      readonly late: boolean;
      /** Whom of the office's heads to tell, where nobody answered in time. */
      readonly heads?: readonly HeadChat[];
    })
  /** A member of staff did something; `order` is the newest state of the order it concerns. */
  | (Moment & {
      readonly type: "agent_acted";
      readonly agent: AgentName;
      readonly act: AgentAct;
      readonly order?: Order;
      /** The order's version that the agent had before their eyes; an act on another one is refused. */
      readonly expect?: number;
      /** The customer's other chats as they are now, for an act that parts them. */
      readonly others?: readonly Conversation[];
    })
  /** In another chat of the same person it was agreed, and proven, that this one is theirs, too. */
  | (Moment & {
      readonly type: "doors_joined";
      readonly customer: CustomerId;
      readonly others: readonly Door[];
      readonly by: By;
      readonly proof: Proof;
      /** The channel in which it was agreed. */
      readonly channel: string;
    })
  /** Staff have parted another chat, or the others, from this one. */
  | (Moment & {
      readonly type: "doors_split";
      readonly customer: CustomerId;
      readonly others: readonly Door[];
      readonly by: By;
    })
  /** Somebody sent a code that names the one given here. `right`: it was that one, and is used up now. */
  | (Moment & { readonly type: "code_tried"; readonly right: boolean })
  /** In another chat of the same person their consents were taken back. */
  | (Moment & { readonly type: "consents_withdrawn" })
  /** An order of this chat was changed by its customer in another one. */
  | (Moment & { readonly type: "order_changed_elsewhere"; readonly summary: OrderSummary })
  /**
   * The platform says whether anything still reaches this customer here, and `since` when. `undelivered`: it said so of a message that it did
   * not take.
   */
  | (Moment & {
      readonly type: "reach_changed";
      readonly reached: boolean;
      readonly since?: number;
      readonly undelivered?: Pick<Say, "kind" | "owed">;
    })
  /** Nobody can say whether this message for the customer arrived, and it is not tried again by itself. */
  | (Moment & {
      readonly type: "message_unsure";
      readonly seq: number;
      readonly undelivered: Pick<Say, "kind" | "owed">;
    })
  /** … and staff sent it again, which the platform took. */
  | (Moment & { readonly type: "message_sure"; readonly seq: number })
  /** An order's claim lease ran out. */
  | (Moment & { readonly type: "lease_ended"; readonly order: Order })
  /** Something that the order waited for is due. */
  | (Moment & {
      readonly type: "order_due";
      readonly order: Order;
      /** Who may be asked, where a search goes on. */
      readonly candidates?: Candidates;
      /** Whom of the office's heads to tell, where something has come to a head. */
      readonly heads?: readonly HeadChat[];
      /** Offers whose time has passed and that their partners could have answered. */
      readonly missed?: readonly OfferId[];
    })
  /** This chat stands for a head's mailbox: an order, or a chat that nobody answers, has become their matter. */
  | (Moment & { readonly type: "head_told"; readonly of: OrderRef | ConversationId })
  /** The office's clock went back: what the chat wrote down by later moments is put right. */
  | (Moment & { readonly type: "clock_went_back" })
  /** What was due in the chat, or of this order of it, fails again and again. */
  | (Moment & { readonly type: "timer_failed"; readonly ref?: OrderRef })
  /** An integrator moved an order by the API. */
  | (Moment & { readonly type: "order_moved"; readonly order: Order; readonly move: Move })
  /** The partner that an order was offered to answers. */
  | (Moment & {
      readonly type: "offer_answered";
      readonly order: Order;
      readonly offer: OfferId;
      readonly answer: OfferAnswer;
    })
  /** An answer to an offer that had run out, which was refused: `takes` it was a yes, or a price. */
  | (Moment & {
      readonly type: "answered_late";
      readonly order: Order;
      readonly offer: OfferId;
      readonly takes: boolean;
    })
  /** The partner that has an order tells how it goes: a step along its life, or words for staff. */
  | (Moment & {
      readonly type: "partner_reported";
      readonly order: Order;
      readonly partner: PartnerId;
      readonly report: PartnerReport;
    })
  /** A partner's system could not be told of the order, and is not asked again by itself. */
  | (Moment & {
      readonly type: "partner_untold";
      readonly order: Order;
      readonly partner: PartnerName;
      readonly notice: PartnerNotice["type"];
    })
  /** This chat stands for a partner, its people or its system, which is told of an order. `order` is as it is now. */
  | (Moment & {
      readonly type: "partner_told";
      readonly notice: PartnerNotice;
      readonly partner: PartnerId;
      readonly order: Order;
    })
  /**
   * A code came that makes this chat a partner's. `partner`: whose it is, while it is good; `orders`: what it carries out now. `said` has the code no
   * more; left out: it came with the opening of the chat.
   */
  | (Moment & {
      readonly type: "partner_joined";
      readonly said?: Said;
      readonly partner?: Partner;
      readonly orders: readonly Order[];
    })
  /** Staff, or another chat that took its place, end that this chat is a partner's. `partner`: as it is now, where this act changes it. */
  | (Moment & {
      readonly type: "partner_parted";
      readonly partner?: Partner;
      readonly orders?: readonly Order[];
    })
  /** This chat is a partner's that let its offers go by, and gets no new ones until it says that it is back. */
  | (Moment & { readonly type: "partner_paused"; readonly partner: PartnerId })
  /**
   * Somebody said something in a partner's chat. `orders`: those that the chat knows of, as they are now; `about`: the order whose message they
   * answered, `under`: the presses below that one; `kinds`: the secrets that have been cut out of it; `unread`: those of the orders whose customers read no chat.
   */
  | (Moment & {
      readonly type: "partner_said";
      readonly said: Said;
      readonly orders: readonly Order[];
      readonly partner?: Partner;
      readonly about?: OrderRef;
      readonly under?: readonly string[];
      readonly unread?: readonly OrderRef[];
      readonly kinds?: readonly SecretKind[];
    })
  /** The partner that has an order of this chat writes to its customer. */
  | (Moment & {
      readonly type: "partner_wrote";
      readonly order: Order;
      readonly partner: PartnerId;
      readonly text: string;
    })
  /**
   * The customer writes to the partner that has an order of theirs. `to`: the chat of its people; `page`: the chat that stands for the mailbox of one that
   * reads it on its page; without either staff pass it on.
   * `among`: the orders that it may be about, where that is to be asked; `unsure`: and whether it is meant for a partner at all. `changes`: they
   * ask for something else than the order says, so staff are to see it, too.
   */
  | (Moment & {
      readonly type: "wrote_partner";
      readonly said: Said;
      readonly text: string;
      readonly order?: Order;
      readonly to?: ConversationId;
      readonly page?: ConversationId;
      readonly among?: readonly OrderRef[];
      readonly unsure?: true;
      readonly changes?: true;
    })
  /** This chat is a partner's: the customer of an order that it has wrote this. */
  | (Moment & {
      readonly type: "customer_wrote";
      readonly partner: PartnerId;
      readonly order: Order;
      readonly text: string;
    })
  /** An order was entered for a customer who called or came in, or by a colleague (`by`) for another department. Fields are already parsed. */
  | (Moment & {
      readonly type: "order_entered";
      readonly by?: AgentName;
      readonly service: string;
      readonly fields: Fields;
      /** Of a complaint: the order of this customer that it is about, and the newest state of the complaints about it. */
      readonly about?: OrderRef;
      readonly orders?: readonly Order[];
      /** Who called, by the names under which flows remember (`customer_name`, `customer_phone`). */
      readonly known?: Fields;
      /** The program's own name for this entry: the same again enters nothing. */
      readonly key?: string;
    })
  /** This customer's message could not be processed: an apology and a case for a person. */
  | (Moment & { readonly type: "failed"; readonly said: Said });

/** A head of the office, and the chat in which they are told outside the queue. */
export type HeadChat = { readonly name: string; readonly conversation: ConversationId };

export type SecretKind = "password" | "code" | "card";
