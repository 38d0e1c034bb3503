/** What must happen outside after a turn is committed. Each has an idempotency key `{conversation}:{turn version}:{index}`. */
import type { OrderRef } from "./ids.ts";
import type { Language } from "./language.ts";
import type { Choice, Media, Shareable, Speaker } from "./message.ts";
import type { NoticeRef } from "./notice.ts";

/**
 * `news`: an order's status, sent whatever else happens and not counted against the limit of 5. `reply`: the answer to what
 * the customer just said. `reminder`: the one gentle reminder. `staff`: words of an agent.
 */
export type SayKind = "reply" | "news" | "reminder" | "staff";

export type Say = {
  readonly type: "say";
  readonly kind: SayKind;
  readonly from: Exclude<Speaker, "customer">;
  readonly name?: string;
  readonly language: Language;
  readonly text: string;
  readonly choices?: readonly Choice[];
  /** What the question in it takes, beside words. */
  readonly wants?: Shareable;
  /** Said also to a customer who wants no more messages: their own order waits for the answer, or their chat was joined with another. */
  readonly owed?: true;
  readonly document?: Media;
  readonly order?: OrderRef;
  /** For a partner's system or mailbox: of what it is told in place of the text. */
  readonly notice?: NoticeRef;
  /** It is a question and nothing else: not worth reading once a later one is asked. */
  readonly bare?: true;
};

/** Said though the customer asked for nothing, and nothing of theirs waits for it: to be kept back where they want no messages. */
export function isUnasked({ kind, owed }: Pick<Say, "kind" | "owed">): boolean {
  return owed !== true && (kind === "news" || kind === "reminder");
}

/** The union grows with dispatch (offers, webhooks, e-mail); a `switch` over it ends in a `never` check. */
export type Effect = Say;
