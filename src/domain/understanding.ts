/**
 * What a message was taken to mean: a closed list. A classifier (embedded, or a model) can only choose from it; the flow decides
 * what follows, and code does it.
 */
import type { AnswerType, AnswerValue } from "./answer.ts";
import type { FileFault } from "./files.ts";
import type { OrderRef } from "./ids.ts";
import type { Both, Language } from "./language.ts";

/** One value read in a message. `start` and `end` are UTF-16 offsets into that message; `text` is exactly that slice. */
export type ReadField = {
  readonly value: AnswerValue;
  readonly text: string;
  readonly start: number;
  readonly end: number;
};
export type ReadFields = Readonly<Record<string, ReadField>>;

/** A value that looked like an answer but cannot stand: `reason` names a sentence in flows/repairs/bad_answer.yaml. */
export type BadField = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly reason: BadReason;
};
export type BadReason =
  | "too_small"
  | "too_big"
  | "not_whole"
  | "in_the_past"
  | "too_far"
  | "no_such_date"
  | "ambiguous_weekday"
  /** A day that is named without saying which: «بعد العيد», "next month". */
  | "vague_date"
  | "not_a_choice"
  | "unknown_place"
  | "bad_phone"
  /** A landline or a service number, where a mobile is needed. */
  | "not_mobile"
  | "bad_checksum"
  | "bad_format"
  /** Ten digits like a register's or a person's, where an establishment's unified number is asked for. */
  | "not_unified"
  | "contradiction"
  | "too_long"
  | "needs_a_file"
  | FileFault
  /** What was chosen is offered only with a permit that the office does not hold now. */
  | "needs_permit";

/** Questions about the office that are answered from its own facts. */
export type OfficeTopic =
  | "hours"
  | "place"
  | "licence"
  | "services"
  | "price"
  /** How and when the office is paid. */
  | "payment"
  | "duration"
  | "papers"
  | "contact"
  | "identity"
  /** Who sees what customers tell, and what is kept of it. */
  | "data_use";

export type Understanding =
  /** A life is in danger: before anything else. */
  | { readonly type: "emergency"; readonly of?: "fire" }
  /** Start a service, with whatever the message already says of it. */
  | {
      readonly type: "request";
      readonly service: string;
      /** Before the form that is open («خلينا في الفندق أول»): that one waits. */
      readonly first?: true;
      readonly fields: ReadFields;
      readonly bad?: Readonly<Record<string, BadField>>;
    }
  /** Values for the form that is open (the asked question's and any other of its fields). */
  | {
      readonly type: "answers";
      readonly fields: ReadFields;
      readonly bad?: Readonly<Record<string, BadField>>;
    }
  /** Values that replace earlier ones («أقصد الأحد مو السبت»), or the names of fields to ask again («غلط في العنوان»). */
  | {
      readonly type: "correct";
      /** The order that is to be changed, where it is named («عدلوا الطلب 20418»). */
      readonly ref?: OrderRef;
      readonly fields: ReadFields;
      readonly ask?: readonly string[];
      readonly bad?: Readonly<Record<string, BadField>>;
    }
  /**
   * The same as an earlier order («نفس طلبي الأخير بس لثلاثة»): of `service`, or the newest of all; `fields` are what is different.
   */
  | {
      readonly type: "again";
      readonly service?: string;
      readonly fields: ReadFields;
      readonly bad?: Readonly<Record<string, BadField>>;
    }
  | { readonly type: "cancel_order"; readonly ref?: OrderRef }
  /** Leave the form that is open («خلاص ما أبي»), or the one of `service` that waits behind it. */
  | { readonly type: "cancel"; readonly service?: string }
  /** What we took to be meant, and is not («لا هذا ولا هذا», "I never asked for a hotel"): the form, or what we offered, of these services. */
  | { readonly type: "not_meant"; readonly services: readonly string[] }
  | { readonly type: "order_status"; readonly ref?: OrderRef }
  | { readonly type: "complaint"; readonly ref?: OrderRef }
  | { readonly type: "human_agent" }
  | { readonly type: "greeting"; readonly salam?: boolean }
  | { readonly type: "thanks" }
  | { readonly type: "language"; readonly language: Language }
  | { readonly type: "privacy"; readonly what: "see" | "correct" | "delete" | "withdraw" }
  /** Whether messages that were not asked for are wanted in this chat: «إيقاف الرسائل», «تفعيل الرسائل». `unsure`: to be asked first. */
  | { readonly type: "messages"; readonly wanted: boolean; readonly unsure?: true }
  /** The customer writes from another address, too: «أنا نفسي اللي على التليجرام». */
  | { readonly type: "link" }
  /** The one-time code that another chat was given; in capitals, without its dash. */
  | { readonly type: "link_code"; readonly code: string }
  | {
      readonly type: "office";
      readonly topic: OfficeTopic;
      readonly service?: string;
      /** What the question says of that service: which paper, for whom. */
      readonly about?: ReadFields;
    }
  /** Yes and no to the office's last question. */
  | { readonly type: "confirm" }
  | { readonly type: "refuse" }
  /** A choice under the office's last question, named in words or by its number instead of pressed. */
  | { readonly type: "chosen"; readonly id: string }
  /** "Change" at a read-back, without saying what. */
  | { readonly type: "change" }
  /** Skip an optional question, or «لاحقًا» where the flow allows it. `field`: another than the one that is asked for. */
  | { readonly type: "skip"; readonly field?: string }
  /** «خلصنا؟», "why so many questions": how much is still to come? */
  | { readonly type: "whats_left" }
  /** A question about the question that is open: what it is for («ليش تبون رقمي؟»), or what it means («وش تقصدون؟»). */
  | { readonly type: "asks_back"; readonly what: "why" | "meaning" | "known" | "told" | "wait" | "asked" }
  /** What no field of the open form takes, and staff are to know: a wish beside a change, or a question whether we do something. */
  | { readonly type: "wish"; readonly text: string; readonly start: number; readonly end: number }
  /** The phone that is asked for is the one that is still to be given («نفس رقمي»). */
  | { readonly type: "same_phone" }
  /** Go on with what was paused («نكمل»). */
  | { readonly type: "resume" }
  /** Two or more services are about as likely: ask which. Never a guess. */
  | {
      readonly type: "unclear";
      readonly candidates: readonly string[];
      /** What the message says of each candidate, by service id. */
      readonly fields?: Readonly<Record<string, ReadFields>>;
    }
  | { readonly type: "out_of_scope" };

/** One message's reading, in order of mention. Never empty: a message that says nothing known is `out_of_scope` or `unclear`. */
export type Reading = {
  readonly understandings: readonly Understanding[];
  /** 0–1: calibrated chance that the first one is right; 1 for exact rules and closed parsers. */
  readonly confidence: number;
  readonly by: "exact" | "embedded" | "llm";
  /** Version of the prompt file, for a model's readings. */
  readonly promptVersion?: string;
};

/** What the reader of messages must know of one question of a flow: enough to find its value in free words. */
export type FieldSpec = {
  readonly name: string;
  readonly type: AnswerType;
  readonly required: boolean;
  /** Words that stand before (or after) this field's value and tell it from its neighbours: «من», "from", «إلى», «المستلم». One that
   *  ends in «ـ» is a prefix written together with the next word («لـ» in «لجدة»); behind one that ends in " +" the value begins with the
   *  cue's own last word («شركة +»: «شركة المياه»). */
  readonly cues: readonly string[];
  /** Words that name the field itself («العنوان», "weight"), for «غلط في العنوان». */
  readonly names: readonly string[];
  readonly options?: readonly ChoiceOption[];
  /** Prices, papers and days hang on which option is chosen: a question about them is asked of one. */
  readonly hasFacts?: boolean;
  /** Well-known values of a text field («أمازون», «أسود»): its own wherever they stand. */
  readonly known?: readonly string[];
  /** A text field whose values have a shape of their own, found wherever they stand. */
  readonly finds?: "period";
  readonly min?: number;
  readonly max?: number;
  /** The value must be greater than this (0 < x). */
  readonly above?: number;
  /** A text field that holds a short national address (RRRD2929), one word of Latin letters and digits behind its cue, or the name
   *  of a public body. */
  readonly format?: "short_national_address" | "code" | "body";
  /** A text field's name: a whole number right before its words counts them ("three shirts") and is this field's. */
  readonly counts?: string;
  /** The thing behind a word of wanting («أبي لابتوب») is this text field's. */
  readonly wanted?: boolean;
  /** A text field that tells something: to the end of the clause. */
  readonly long?: boolean;
  /** What is sent, kept, bought or sold: the object of the sentence. */
  readonly thing?: boolean;
  /** The choice whose words this text stands right behind («مورد حديد»). */
  readonly follows?: string;
  /** Words right beside its well-known words describe them and belong to the value («سبورة بيضا»). */
  readonly described?: boolean;
  /** A house or a person: behind a cue only a proper name («فندق فيه مسبح» names none). */
  readonly named?: boolean;
  /** Whom the paper is for: kin named in passing are not («كل يوم أوصل العيال»). */
  readonly owner?: boolean;
  /** Words that say what is wrong are this text field's. */
  readonly trouble?: boolean;
  /** A phone that can chat: landlines and service numbers are refused. */
  readonly mobile?: boolean;
  /** Nouns that a bare number may stand with («ليلة», "nights", «كيلو»). With them the number is this field's and no other's. */
  readonly units: readonly string[];
  /** Nouns of another size and their worth in this field's own unit: «جرام» 0.001 (kg), «أسبوع» 7 (nights). A value read with one
   *  of them is multiplied by it. */
  readonly scales?: Readonly<Record<string, number>>;
  /** `required`: only taken with a cue, unit or as the direct answer. `free`: the only candidate of its type is taken too. */
  readonly take: "free" | "with_cue";
  /** Dates and times must not lie before the message. Default true for dates. */
  readonly future: boolean;
  /** The field whose number this one is a part of: children are part of the guests. «شخصين وطفلين» then counts both parts. */
  readonly partOf?: string;
};
export type ChoiceOption = {
  readonly id: string;
  readonly label: Both;
  readonly words: readonly string[];
  /** How people ask for this very option, where the list is long and open. */
  readonly examples?: readonly string[];
};

export type ServiceSpec = {
  readonly id: string;
  readonly title: Both;
  readonly examples: readonly string[];
  readonly fields: readonly FieldSpec[];
  /** What is said of it stays on this machine, unless the owner trusts a far reader with it by name. */
  readonly sensitive?: "health";
};

/** What a message is read against. `now` is the message's own time in epoch milliseconds; "tomorrow" is relative to it. */
export type ReadingContext = {
  readonly now: number;
  readonly zone: string;
  readonly language: Language;
  /** Services that may be started. */
  readonly services: readonly ServiceSpec[];
  /** The service of the customer's newest order in this chat: what "like my last order" speaks of. */
  readonly lastService?: string;
  /** Services among which our last question asks: "did you mean …?", "shall we begin?". */
  readonly offered?: readonly string[];
  /** The form that is open, if any, and the question asked last. */
  readonly open?: {
    readonly service: string;
    readonly asked?: string;
    /** A read-back, or another yes/no question, is what we said last. */
    readonly awaiting: "answer" | "read_back" | "decision" | "nothing";
    readonly filled: readonly string[];
    /** What the form holds, where it is known: "Dammam instead of Jeddah" corrects the field that holds Jeddah. */
    readonly values?: Readonly<Record<string, { readonly value: AnswerValue }>>;
    /** Services whose forms wait behind this one. */
    readonly waiting?: readonly string[];
  };
};
