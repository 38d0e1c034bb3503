/**
 * The state of one chat as plain, storable values: what was said last, which forms are open, what is known of the customer.
 * Written whole with every turn; `version` grows by one each time.
 */
import type { Fields } from "./answer.ts";
import type { SettledBy } from "./complaint.ts";
import type { Consent } from "./consent.ts";
import type { Door, FoundDoor, LinkCode, VerifiedPhone } from "./doors.ts";
import type { AgentId, ConversationId, CustomerId, DraftId, OrderRef } from "./ids.ts";
import type { Both, Language } from "./language.ts";
import type { MessageChoice } from "./message-choice.ts";
import type { Open } from "./open-question.ts";
import type { StatusName } from "./order.ts";
import type { PartnerChat } from "./partner-chat.ts";

/** A form begun and neither placed, cancelled nor abandoned. It goes on with the flow that it began with. */
export type Draft = {
  readonly id: DraftId;
  readonly service: string;
  readonly flowHash: string;
  readonly fields: Fields;
  /** Optional questions that were skipped or refused, and required ones answered «لاحقًا». */
  readonly skipped: readonly string[];
  /** Fields proposed from the channel or an earlier order and not yet approved by the customer. */
  readonly proposed: readonly string[];
  readonly begunAt: number;
  /** Closed by silence: no longer shown as open, and taken up again with one word («نكمل»). */
  readonly abandoned?: true;
  /** The customer said that it is another order, not the like one that is open. */
  readonly distinct?: true;
};

/** An order as its chat remembers it, to answer «وين طلبي؟» without a look-up. Newest first, at most 10. */
export type OrderSummary = {
  readonly ref: OrderRef;
  readonly draft: DraftId;
  readonly service: string;
  readonly flowHash: string;
  readonly status: StatusName;
  readonly stage?: string;
  readonly placedAt: number;
  readonly changedAt: number;
  /** Since when it has its status and stage; left out: since `changedAt`. */
  readonly since?: number;
  readonly promisedBy?: number;
  /** The partner that carries it out. */
  readonly partner?: Both;
  /** It was handed to a department, or back to none, and nobody has taken it yet. */
  readonly handed?: true | "back_to_none";
  /** Prices of partners are before the customer, who has not chosen yet. */
  readonly choosing?: true;
  /** Of a complaint: the order that it is about, and that it was opened again. */
  readonly of?: OrderRef;
  readonly reopened?: true;
  /** How it ended. */
  readonly settledBy?: SettledBy;
  /** When the customer last wrote what nobody could read, or a colleague alone heard: our answer may have had its no in it. Epoch milliseconds. */
  readonly unreadAt?: number;
  /** The main fields in one line, for telling one order from another: «كتب، من الرياض إلى جدة».
   *  Older chats hold it in the language of placing alone. */
  readonly about: Both | string;
  /** Canonical JSON of the fields' values, hashed: two orders that ask for the same are recognised by it. */
  readonly likeness: string;
  /** Of one that a program entered: the program's own name for the entry, by which a repeat is known. */
  readonly entryKey?: string;
};

/** A person is wanted. The bot is mute in this chat until handed back, or until `mutedUntil` (2 hours after the last staff word). */
export type PersonWanted = {
  readonly since: number;
  readonly reason:
    | "asked"
    | "not_understood"
    | "complaint"
    | "failed_message"
    | "privacy"
    /** A voice note that only a person can hear. */
    | "voice"
    /** A missed call. */
    | "call"
    /** A life is in danger: before everybody else who waits. */
    | "emergency"
    | "agent_joined"
    /** The same reply over and over: most likely two programs in conversation. */
    | "loop"
    /** Nothing reaches them any more. Ends by itself where nobody has taken it. */
    | "unreachable"
    /** A message for them may have arrived, and nobody can say: staff decide whether it goes again. Ends once it has left again. */
    | "unsure_message"
    /** Nobody took orders up in time, or a promise was missed. Ends by itself once somebody has taken each of them up. */
    | "overdue"
    /** The partner that has an order reports a problem. */
    | "partner"
    /** No partner took an order that they were asked about. */
    | "no_partner"
    /** Partners' prices: the customer took none of them, let them go by, or can't be asked here. */
    | "prices"
    | "other";
  readonly order?: OrderRef;
  /** What else staff are called to in this chat: the first matter keeps its order. */
  readonly others?: readonly OrderRef[];
  readonly agent?: { readonly id: AgentId; readonly name: string };
  readonly mutedUntil: number;
  /** By when staff answer, as the customer was told, until they have; epoch milliseconds. */
  readonly promisedBy?: number;
  /** How many such moments passed without an answer; the customer was told of each. */
  readonly missed?: number;
  /** When a customer who writes meanwhile was last told that staff will come, epoch milliseconds. */
  readonly toldAt?: number;
  /** The messages of which nobody can say whether they arrived, by their place in the chat. */
  readonly doubts?: readonly number[];
};

/** The same reply, how often in a row, and since when: what tells a talk between two programs. `hash` is of its text. */
export type Echo = { readonly hash: string; readonly count: number; readonly since: number };

/** What the due timer of a chat will do when it fires. At most one at a time; the earliest wins. */
export type Wake = { readonly at: number; readonly what: "remind" | "close" | "unmute" | "answer" };

export type Conversation = {
  /** Version of this shape; a start upgrades older ones. */
  readonly format: 1;
  readonly id: ConversationId;
  readonly customer: CustomerId;
  readonly channel: string;
  readonly address: string;
  readonly language: Language;
  /** 0 before its first commit. */
  readonly version: number;
  /** The last `seq` given to a line of this chat; 0 when it is empty. */
  readonly lastSeq: number;
  /** Counts the questions asked; the next token is made from it. */
  readonly questions: number;
  readonly drafts: readonly Draft[];
  /** The draft that is being worked on; the others are paused or queued. */
  readonly active?: DraftId;
  readonly open?: Open;
  /** Misunderstandings in a row. */
  readonly misses: number;
  /** Messages from us since the last one from the customer, status news aside: never more than 5. */
  readonly unanswered: number;
  readonly echo?: Echo;
  /** The one-message privacy notice has been sent. */
  readonly greeted: boolean;
  /** The customer chose the language in words or by the switch; it is not guessed again. */
  readonly languageFixed: boolean;
  /** True once the one gentle reminder went out for the present silence. */
  readonly reminded: boolean;
  readonly wake?: Wake;
  readonly person?: PersonWanted;
  /** Oldest first, those taken back among them: the record of what was agreed to. */
  readonly consents?: readonly Consent[];
  /** Another chat of theirs has a consent that stands: seen while they are read together, and kept nowhere. */
  readonly consentElsewhere?: true;
  /** Nothing that was not asked for is sent here: since when, by which words. Answers to what the customer writes still go. */
  readonly optedOut?: MessageChoice;
  /** Since when nothing reaches them here: they blocked the line, or closed their account. Their next message ends it. */
  readonly goneAt?: number;
  /** The customer's other chats, joined with this one after a proof. Each keeps its own orders and values; they are read together. */
  readonly doors?: readonly Door[];
  /** Whose this chat was before it was first joined, and is again when it is parted from the others. */
  readonly origin?: CustomerId;
  /** A phone that the platform vouches for as the sender's own. */
  readonly phone?: VerifiedPhone;
  /** A one-time code that was given here and not yet used. */
  readonly linkCode?: LinkCode;
  /** A chat of another customer that may be this one's: asked about once nothing else is open. */
  readonly found?: FoundDoor;
  /** The words by which messages last came back. */
  readonly cameBack?: MessageChoice;
  /** Values worth proposing next time, by the flow's `remember_as` name (`customer_phone`, `customer_name`). */
  readonly known: Fields;
  readonly orders: readonly OrderSummary[];
  /** Complaints, apart from the orders that can be changed, cancelled or asked for again. Newest first, at most 10. */
  readonly complaints?: readonly OrderSummary[];
  /** The token of the newest reminder that something can be renewed, until that was answered: a word alone means it. */
  readonly renewable?: string;
  /** Epoch milliseconds of the customer's last message and of our last one. */
  readonly heardAt: number;
  readonly spokeAt: number;
  /** When the customer's last message came, if it was a file: the next one may be of the same album. */
  readonly fileAt?: number;
  /** When the last question was asked. */
  readonly askedAt?: number;
  readonly createdAt: number;
  /** It is a partner's chat, and no customer's. */
  readonly partner?: PartnerChat;
};
