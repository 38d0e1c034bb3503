/** The unit of work: what one event made of a conversation. The store commits it whole, or not at all. */
import type { Conversation } from "./conversation.ts";
import type { Effect } from "./effect.ts";
import type { Refusal } from "./event.ts";
import type { OrderRef } from "./ids.ts";
import type { OrderChange } from "./order.ts";

/** What `step` returns: values only. `conversation.version` is one more than that of the state stepped on. */
export type Turn = {
  readonly conversation: Conversation;
  readonly orderChanges: readonly OrderChange[];
  readonly effects: readonly Effect[];
  /** The order that this turn placed, if any: then the shell's next free reference has been used up. */
  readonly placed?: OrderRef;
};

export type StepResult =
  | ({ readonly type: "turn" } & Turn)
  /** The event may not do that now; nothing changes. */
  | { readonly type: "refused"; readonly refusal: Refusal };
