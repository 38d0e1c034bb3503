/**
 * The port of a messaging platform: web chat, terminal, Telegram, WhatsApp. A channel hands every delivery to `receive` in the
 * order in which the platform gave it, and tells the platform "received" only after `receive` has resolved (then it is durable).
 * It retries nothing by itself: a failed `send` throws a `ChannelError`, and the outbox decides.
 */
import type { DocumentId } from "../domain/ids.ts";
import type { Language } from "../domain/language.ts";
import type { Content, Inbound, Outbound, Progress } from "../domain/message.ts";

/** What differs between platforms, as facts that the outbox and the renderer read. */
export type Capabilities = {
  /** Most choices that fit as buttons under one message; 0: choices become numbered lines. */
  readonly buttons: number;
  /** UTF-16 units in one message; longer texts are split at grapheme boundaries. */
  readonly maxTextLength: number;
  /** May the office write to an address that never wrote to it? Where not, the outbox hands nothing over for one. */
  readonly canWriteFirst: boolean;
  /** Does the platform tell when customers change a message that they have sent? */
  readonly edits: boolean;
  /** Does the platform show "typing …"? */
  readonly typing: boolean;
  /** Graphemes in the label of a button; a list with a longer label becomes numbered lines. Left out: any. */
  readonly buttonLength?: number;
  /** UTF-16 units of a caption; a longer one is a message of its own, behind its file. Left out: as a text. */
  readonly captionLength?: number;
  /** Bytes of the largest file that the platform hands over, and that it takes. Left out: it carries no files. */
  readonly files?: { readonly in: number; readonly out: number };
  /** One that is handed over a second time arrives once: it is known by its key, or looked for first. */
  readonly knowsRepeats?: true;
  /** What it will not take of one order holds up no other's: nobody reads its messages as one talk. Only where it has no `rates`. */
  readonly ordersApart?: true;
  /** What the platform, or prudence, allows. Left out: as fast as it goes. */
  readonly rates?: Rates;
};

/** Messages that may leave: `most` at once, then one more each `everyMs`. */
export type Rate = { readonly most: number; readonly everyMs: number };
export type Rates = {
  readonly chat: Rate;
  /** All chats of the line together. */
  readonly line: Rate;
  /** Up to so much is added to a wait by chance, so that nothing looks like clockwork. */
  readonly jitterMs?: number;
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
  /**
   * Resolves once it works, or goes on trying by itself: an office opens though a platform is away. What it needs of the office
   * beside `receive` it asks at its desk.
   */
  start(receive: Receive, desk: Desk): Promise<void>;
  /** Hands one message over. May answer at once, without a promise, where nothing has to be waited for. */
  send(outbound: Outbound): Eventually<Handed>;
  stop(): Promise<void>;
  /** A line that a person links with a phone: WhatsApp. */
  readonly link?: Link;
}

/** Linking a line to a phone. Both resolve when it is under way; what came of it is reported at the desk. */
export type Link = {
  /** Forgets the old link and asks for a new one: a QR code is reported. */
  again(): Promise<void>;
  /** Instead of the QR code a code of eight characters, to be typed on the phone with this number (E.164). */
  byNumber(phone: string): Promise<void>;
};

/** How a line is, for the owner's page. */
export type LineState =
  | { readonly type: "starting" }
  /** `as`: how customers see the line: the bot's name, the phone's number. */
  | { readonly type: "working"; readonly as?: string }
  /**
   * What is sent leaves, and what customers write does not reach the office: the platform can't bring it. `waiting`: messages that wait there.
   * `said`: why, in the platform's own words. `turnedAway`: it did reach the office, which could not take what was brought.
   */
  | {
      readonly type: "deaf";
      readonly as?: string;
      readonly waiting: number;
      readonly said: string;
      readonly turnedAway?: true;
    }
  /** Nobody must act: it is tried again at `retryAt`, epoch milliseconds. */
  | { readonly type: "away"; readonly why: AwayReason; readonly retryAt?: number }
  /** The owner must link it: with the QR code or the pairing code, where one is there. */
  | { readonly type: "needs_link"; readonly qr?: string; readonly code?: string; readonly why?: "logged_out" }
  /** The owner must change a setting; little or nothing is tried before the next start. */
  | { readonly type: "refused"; readonly why: RefusedReason };

export type RefusedReason = "bad_token" | "bad_webhook" | "no_browser" | "banned";

export type AwayReason =
  /** The platform's servers do not answer, or not in a way that helps. */
  | "unreachable"
  /** Another program serves the same line. */
  | "conflict"
  /** The platform asks to wait. */
  | "slow_down"
  /** The browser behind it died or hangs. */
  | "browser";

/** What a channel asks of the office beside `receive`. */
export interface Desk {
  /**
   * Stores a file that a customer sent: streamed, counted, its type told by its first bytes. Gives the content to hand over, without
   * a caption; for a file that is refused, or may not be kept, the content that says so. `not_now`: nothing was stored.
   * @param announced bytes that the platform says it has: one that is too large is not even read
   */
  keepFile(from: Sender, file: IncomingFile): Promise<Content | "not_now">;
  /** A file that a message carries. */
  openFile(document: DocumentId): Promise<ReadableStream<Uint8Array> | undefined>;
  /** The key of the office's message to which the platform gave this id; undefined: none of ours. */
  keyOf(address: string, id: string): Promise<string | undefined>;
  /** What the platform tells later of a message that it took: `id` is what `send` answered. */
  progressed(address: string, id: string, progress: Progress): Promise<void>;
  /**
   * The platform tells whether anything reaches this customer: they blocked the line, or let it in again. `at`: when, epoch milliseconds.
   * Resolves when it is durable; `not_now`: it is not, and should be told again.
   */
  reached(address: string, isReached: boolean, at: number): Promise<"done" | "not_now">;
  /** When the customer's newest stored message arrived, epoch milliseconds; undefined: there is none. */
  lastHeard(address: string): Promise<number | undefined>;
  /** How the line is, whenever that changes. While it is `away`, `needs_link` or `refused` (but `bad_webhook`) its messages wait. */
  report(state: LineState): void;
}

export type Sender = { readonly address: string; readonly language?: Language };
export type IncomingFile = {
  /** The sender's own name for it, or empty. */
  readonly name: string;
  readonly announced?: number;
  readonly body: AsyncIterable<Uint8Array>;
};

export type Handed = {
  readonly id?: string;
  /** It has arrived once, however often it was handed over. */
  readonly once?: true;
  /** Nothing was sent: by now there was nothing to say any more. */
  readonly moot?: true;
};
export type Eventually<T> = T | Promise<T>;

/** Why a message could not be handed over, divided by who must act. */
export type ChannelProblem =
  /**
   * Nobody: try again after `afterMs`. `whole`: the whole line waits, not only this chat. `ordered`: the platform itself said so,
   * and means it whatever becomes of the line. `unsure`: it may have arrived all the same, so that the next try may repeat it; `answered`: the
   * platform did say that it failed, in its servers, which seldom stands for one that arrived; `looked`: so it stands with an earlier hand-over, which
   * was only looked for.
   */
  | {
      readonly type: "retry_later";
      readonly afterMs?: number;
      readonly whole?: boolean;
      readonly ordered?: true;
      readonly unsure?: true | "answered" | "looked";
    }
  /** Nobody: the line's own prudence keeps it back, and tries it anew after `afterMs`. No failure: neither counted nor shown as trouble. */
  | { readonly type: "held"; readonly afterMs: number }
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
