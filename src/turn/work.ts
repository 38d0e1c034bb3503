/** What waits to become a turn: a delivery, the reading of one that had to be thought about, or something that happened. */

import type { Received } from "../channels/channel.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Event } from "../domain/event.ts";
import type { ConversationId, OrderRef } from "../domain/ids.ts";
import type { Language } from "../domain/language.ts";
import type { Inbound } from "../domain/message.ts";
import type { Order } from "../domain/order.ts";
import type { Reading } from "../domain/understanding.ts";
import type { Acted } from "../engine.ts";
import type { InboxRow } from "../store/engine.ts";

/** `tries`: how often it was stepped on a state that had moved on. */
type Tried = { tries: number };
/**
 * How often its turn could not be stepped or written. Each time it asks for less: 1, an apology and a person; 2, a case for staff in
 * which its words stand; 3, the case without them. A fourth failure leaves nothing to ask for.
 */
export type Failures = 0 | 1 | 2 | 3;
type Waiting<Answer> = Tried & { readonly answer: (answer: Answer) => void };

/** A customer's message on its way in. */
export type Arrived = Waiting<Received> & {
  readonly type: "arrived";
  readonly inbound: Inbound;
  /** `addressKey` of its channel and address. */
  readonly chat: string;
  readonly receivedAt: number;
  failures: Failures;
};

/** A stored message whose reading has come back (or was given up: then the inline one). */
export type Settled = Tried & {
  readonly type: "settled";
  readonly row: InboxRow;
  readonly reading?: Reading;
  failures: Failures;
};

/** An act of staff, a timer, an integrator's move. */
export type Happened = Waiting<Acted> & {
  readonly type: "happened";
  readonly conversation: ConversationId;
  readonly ref?: OrderRef;
  /** The event on the newest state; `undefined` when it has become pointless. */
  readonly event: (conversation: Conversation, order?: Order) => Event | undefined;
};

/** A chat that begins before anybody has written in it. */
export type Opening = Waiting<Acted> & {
  readonly type: "opening";
  readonly channel: string;
  readonly address: string;
  readonly language: Language;
  readonly id?: ConversationId;
  readonly at: number;
};

export type Work = Arrived | Settled | Happened | Opening;
