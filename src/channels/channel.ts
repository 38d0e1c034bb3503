/**
 * The port of a messaging platform: web chat, terminal, Telegram, WhatsApp. A channel hands every delivery to `receive` in the
 * order in which the platform gave it, and tells the platform "received" only after `receive` has resolved (then it is durable).
 * It retries nothing by itself: a failed `send` throws a `ChannelError`, and the outbox decides.
 */
import type { Inbound, Outbound } from "../domain/message.ts";

/** What differs between platforms, as facts that the outbox and the renderer read. */
export type Capabilities = {
  /** Most choices that fit as buttons under one message; 0: choices become numbered lines. */
  readonly buttons: number;
  /** UTF-16 units in one message; longer texts are split at grapheme boundaries. */
  readonly maxTextLength: number;
  /** May the office write to an address that never wrote to it? */
  readonly canWriteFirst: boolean;
  /** Can an own message be changed after it was sent? */
  readonly edits: boolean;
  /** Does the platform show "typing …"? */
  readonly typing: boolean;
};

/** Resolves when the delivery is durable, and says what it was. */
export type Receive = (inbound: Inbound) => Promise<Received>;
export type Received =
  | { readonly type: "accepted" }
  /** The same (channel, address, id) was there before; nothing further happens. */
  | { readonly type: "repeat" }
  /** Nothing was stored: the disk is full, or the office is stopping. The platform should deliver it again. */
  | { readonly type: "not_now"; readonly reason: "disk_full" | "stopping" | "overloaded" };

export interface Channel {
  readonly name: string;
  readonly capabilities: Capabilities;
  start(receive: Receive): Promise<void>;
  /** Hands one message over. May answer at once, without a promise, where nothing has to be waited for. */
  send(outbound: Outbound): Eventually<Handed>;
  stop(): Promise<void>;
}

export type Handed = { readonly id?: string };
export type Eventually<T> = T | Promise<T>;

/** Why a message could not be handed over, divided by who must act. */
export type ChannelProblem =
  /** Nobody: try again after `afterMs`. `whole`: the whole line waits, not only this chat. */
  | { readonly type: "retry_later"; readonly afterMs?: number; readonly whole?: boolean }
  /** Staff: this customer can't be reached here any more. */
  | { readonly type: "address_gone" }
  /** The developer: the platform refuses this message for good. */
  | { readonly type: "refused" }
  /** The office's owner: the line must be linked again; its outbox pauses. */
  | { readonly type: "logged_out" };

export class ChannelError extends Error {
  override readonly name = "ChannelError";
  readonly problem: ChannelProblem;
  constructor(problem: ChannelProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
