/**
 * The port of understanding: a message and what it is read against go in, a closed list of meanings comes out. Two kinds, told
 * apart by `answers`: an inline classifier answers at once and may be asked inside a batch; a deferred one (a model behind a
 * network) is asked outside, with an abort signal, and the message waits as `pending`.
 */
import type { ConversationId, CustomerId } from "../domain/ids.ts";
import type { Content } from "../domain/message.ts";
import type { FieldSpec, Reading, ReadingContext } from "../domain/understanding.ts";

export interface InlineClassifier {
  readonly answers: "at_once";
  readonly name: string;
  /** Pure apart from speed: the same text and context give the same reading. Never throws on any text. */
  read(text: string, context: ReadingContext): Reading;
}

/** A message that only a far classifier may tell more of. `first`: the inline reading, made before. */
export type Asked = {
  readonly text: string;
  readonly context: ReadingContext;
  readonly first: Reading;
  readonly chat: AskedChat;
};

/** The chat that the message stands in. */
export type AskedChat = {
  readonly conversation: ConversationId;
  readonly customer: CustomerId;
  /** The last line before the message. */
  readonly lastSeq: number;
  /** Services of every form that is open or waits, and of every order that is not closed. */
  readonly services: readonly string[];
  /** What the office knows of the people in it (names, numbers, ids), as it was written: none of it is a far program's business. */
  readonly personal: readonly string[];
};

/** One earlier line of the chat, as words. */
export type Turn = { readonly from: "customer" | "office"; readonly text: string };

export interface DeferredClassifier {
  readonly answers: "later";
  readonly name: string;
  /** False: the inline reading stands, and nothing leaves. Asked inside a batch: fast, and never throws. */
  wants(asked: Asked): boolean;
  /**
   * Rejects with a `ClassifierError`; the caller then uses its inline reading.
   * @param around `recent`: the last lines before the message, oldest first; `signal` ends at the deadline
   */
  read(
    asked: Asked,
    around: { readonly recent: readonly Turn[]; readonly signal: AbortSignal },
  ): Promise<Reading>;
  /** Running totals since the start, for /metrics: snake_case names that begin with `llm_`. */
  counters(): Readonly<Record<string, number>>;
}

/** A voice note or a picture, and the form that it may be meant for. */
export type AskedMedia = {
  readonly content: Extract<Content, { readonly document: unknown }>;
  readonly chat: AskedChat;
  /** Something in the chat is about a service whose words must stay here. */
  readonly sensitive: boolean;
  /** The form that is open, with the fields that it still lacks. */
  readonly form?: {
    readonly service: string;
    readonly title: string;
    readonly wanted: readonly FieldSpec[];
    readonly zone: string;
  };
};

/** What is too much to be heard or looked at; customers are told. */
export const sensedLimits = {
  /** Nobody dictates an order for longer. */
  voiceSeconds: 180,
  voiceBytes: 8 * 1024 * 1024,
  /** A phone's photo as messengers send it has a tenth of this. */
  pictureBytes: 6 * 1024 * 1024,
} as const;

/** What came of it. `words` of `seen`: by field, as the picture shows them; our parsers read them. */
export type Sensed =
  | { readonly type: "heard"; readonly words: string }
  | {
      readonly type: "seen";
      readonly service: string;
      readonly words: Readonly<Record<string, string>>;
    };

export interface MediaReader {
  /** Longest wait for what is heard or seen, milliseconds: more than for words, since it takes longer. */
  readonly deadlineMs: number;
  /** False: it stays as it came, and nothing leaves. Asked inside a batch: fast, and never throws. */
  wants(asked: AskedMedia): boolean;
  /** Rejects with a `ClassifierError`; the note or picture then stays as it came. */
  read(asked: AskedMedia, signal: AbortSignal): Promise<Sensed>;
}

export class ClassifierError extends Error {
  override readonly name = "ClassifierError";
}
