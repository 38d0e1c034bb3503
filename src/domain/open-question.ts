/** What a chat was asked last and has not answered: what a press, a bare yes or no, or any other words are read against. */
import type { Fields } from "./answer.ts";
import type { FoundDoor } from "./doors.ts";
import type { DraftId, OfferId, OrderRef } from "./ids.ts";
import type { Both } from "./language.ts";
import type { MessageChoice } from "./message-choice.ts";
import type { Money } from "./money.ts";

/**
 * The question that is open. `token` is bound into every choice that it offers: a press that names another token is stale.
 * `misses` counts misunderstandings in a row at this question.
 */
export type Open =
  | {
      readonly type: "field";
      readonly draft: DraftId;
      readonly field: string;
      readonly token: string;
      /** The dates offered when a weekday could mean either (`YYYY-MM-DD`), in their order. */
      readonly days?: readonly string[];
      /** The answer fills this field, too: «نفس رقمي» was said of it. */
      readonly also?: string;
    }
  | {
      readonly type: "read_back";
      readonly draft: DraftId;
      readonly token: string;
      readonly text: string;
      readonly key: string;
    }
  /** `among`: a value is told already, and which of these it is to replace is asked. */
  | { readonly type: "change_what"; readonly draft: DraftId; readonly token: string; readonly among?: Fields }
  | {
      readonly type: "which_service";
      readonly candidates: readonly string[];
      /** Services of the menu behind «خدمات أخرى»: they can be named, and are shown when that is chosen. */
      readonly hidden?: readonly string[];
      readonly text: string;
      readonly token: string;
      /** What the unclear message said of each candidate, so that nothing has to be asked twice. */
      readonly fields?: Readonly<Record<string, Fields>>;
    }
  /** A question about a service was answered: shall we begin with what it said? */
  | {
      readonly type: "begin_service";
      readonly service: string;
      readonly fields: Fields;
      readonly token: string;
    }
  | {
      readonly type: "same_or_another";
      readonly draft: DraftId;
      readonly ref: OrderRef;
      readonly token: string;
    }
  | { readonly type: "cancel_draft"; readonly draft: DraftId; readonly token: string }
  /** `fee`: what it costs, as the question says, in halalas with tax; left out: nothing. */
  | {
      readonly type: "cancel_order";
      readonly ref: OrderRef;
      readonly fee?: number;
      readonly token: string;
    }
  /** Prices of partners: which of them? In the order in which they stand there. */
  | {
      readonly type: "choose_price";
      readonly ref: OrderRef;
      readonly offers: readonly PriceOption[];
      readonly token: string;
    }
  /** How was the order? From 1 to 5. */
  | { readonly type: "rate_order"; readonly ref: OrderRef; readonly token: string }
  /** Something was wrong with it: what? Any words are the answer, but a wish for something else. */
  | {
      readonly type: "rate_words";
      readonly ref: OrderRef;
      /** The complaint that its mark has opened. */
      readonly complaint?: OrderRef;
      readonly token: string;
    }
  /** A price that staff have set: shall we go ahead at it? `text` is what a yes agrees to, word for word. */
  | { readonly type: "approve_price"; readonly ref: OrderRef; readonly text: string; readonly token: string }
  | {
      readonly type: "which_order";
      readonly refs: readonly OrderRef[];
      /** `complain`: what `complaint` is about. */
      readonly purpose: "status" | "cancel" | "write" | "complain";
      readonly complaint?: OrderRef;
      /** To be written to whoever carries the order out. */
      readonly text?: string;
      readonly token: string;
    }
  /** Words that may be meant for whoever carries one of these orders out: shall we pass them on? */
  | {
      readonly type: "pass_on";
      readonly refs: readonly OrderRef[];
      readonly text: string;
      readonly token: string;
    }
  /** A placed order is to be changed: which of its fields; the new value of one; and whether what was understood is right. */
  | { readonly type: "amend_what"; readonly ref: OrderRef; readonly token: string }
  | {
      readonly type: "amend_field";
      readonly ref: OrderRef;
      readonly field: string;
      readonly token: string;
      /** As in a form: the dates that a weekday could mean. */
      readonly days?: readonly string[];
    }
  /** What the office asks about an order by itself; `text` is the whole message. */
  | {
      readonly type: "about_order";
      readonly of: AboutOrder;
      readonly ref: OrderRef;
      readonly text: string;
      readonly token: string;
      /** It was asked once more, since the customer wrote of the matter without an answer. */
      readonly again?: true;
    }
  | { readonly type: "amend_order"; readonly ref: OrderRef; readonly fields: Fields; readonly token: string }
  /** `before`: the consent that the offer stands before; a no goes back to it. */
  | {
      readonly type: "offer_person";
      readonly token: string;
      readonly before?: Extract<Open, { type: "consent" }>;
    }
  /**
   * May what is said of this service be kept? `text`: the sentence that a yes agrees to. Until then nothing of it is stored, only that
   * there was something (`withheld`).
   */
  | {
      readonly type: "consent";
      readonly service: string;
      readonly text: string;
      readonly withheld: boolean;
      readonly token: string;
    }
  | { readonly type: "delete_data"; readonly token: string }
  /** Are messages that were not asked for to end? `wish`: the words that may have meant it; `before`: the question that it stands before. */
  | {
      readonly type: "stop_messages";
      readonly wish: MessageChoice;
      readonly before?: Open;
      readonly token: string;
    }
  /** Are this chat and the one that was found one person's, and to be joined? */
  | { readonly type: "join_doors"; readonly found: FoundDoor; readonly token: string };

/** A partner's price as the customer may choose it: `total` is all that they pay. */
export type PriceOption = { readonly offer: OfferId; readonly partner: Both; readonly total: Money };

/** Does the appointment stand? Shall we renew what runs out? Shall we cancel what is weeks late? Does the answer settle the complaint? */
export type AboutOrder = "appointment" | "renewal" | "late" | "complaint";

/** While it is open, what was said may still be meant for what follows: a consent, one of several services, also behind the offer of a person. */
export const freesHeld = (open: Open | undefined): boolean =>
  open?.type === "consent" ||
  open?.type === "which_service" ||
  (open?.type === "offer_person" && open.before !== undefined);
