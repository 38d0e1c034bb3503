/**
 * What the channel uses of WhatsApp Web, as a narrow port: `library.ts` is whatsapp-web.js behind it, and tests stand in for it
 * where no browser is the question.
 */

/** A linked browser. Where it has ended, everything but `destroy` rejects. */
export type Web = {
  /** Opens the browser and the page. Rejects with a `BrowserFault` where the browser itself does not start. */
  open(): Promise<void>;
  /** Asks for a code to be typed on the phone with this number (digits alone); the code comes as an event, again each three minutes. */
  askCode(digits: string): Promise<void>;
  /** WhatsApp's own word for its connection: CONNECTED, OPENING, TIMEOUT, CONFLICT, UNPAIRED, … */
  state(): Promise<string | null>;
  chats(): Promise<readonly WebChat[]>;
  /** The newest messages of a chat, oldest first. */
  messages(chat: string, most: number): Promise<readonly WebMessage[]>;
  /** Shows "typing …" for a while. */
  type(chat: string): Promise<void>;
  /** undefined: the library says nothing, which means that nothing left. */
  send(chat: string, said: ToSend): Promise<WebMessage | undefined>;
  /** Both ids of a person, as far as WhatsApp knows them. Empty for somebody who has no account. */
  idsOf(ids: readonly string[]): Promise<readonly PersonIds[]>;
  /** Has this phone (`…@c.us`) an account? */
  hasAccount(phone: string): Promise<boolean>;
  /** Tells WhatsApp that this device is linked no more. */
  logOut(): Promise<void>;
  /** Ends the browser, whatever state it is in. Never rejects. */
  destroy(): Promise<void>;
};

export type ToSend =
  | { readonly type: "text"; readonly text: string }
  | {
      readonly type: "file";
      readonly base64: string;
      readonly mediaType: string;
      readonly name: string;
      readonly caption: string;
    };

/** `lid`: the id that stays when a phone number changes, `…@lid`; `phone`: `…@c.us`. */
export type PersonIds = { readonly lid?: string; readonly phone?: string };

export type WebChat = {
  readonly id: string;
  readonly unread: number;
  /** Of its newest message, epoch milliseconds. */
  readonly at: number;
};

/** Names a message inside its chat. `chat` may be a person's LID or their phone. */
export type WebKey = { readonly chat: string; readonly id: string; readonly fromMe: boolean };

export type WebMessage = WebKey & {
  /** WhatsApp's word: chat, image, ptt, location, vcard, revoked, call_log, … */
  readonly type: string;
  /** The words, or the caption of a file. */
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** -1 failed, 0 waits in the page, 1 with the server, 2 delivered, 3 read, 4 played. */
  readonly ack: number;
  readonly file?: WebFile;
  readonly location?: { readonly latitude: number; readonly longitude: number; readonly label?: string };
  readonly cards: readonly string[];
  /** When its sender changed it last, epoch milliseconds. */
  readonly editedAt?: number;
  /** To many at once: a broadcast list, somebody's status. */
  readonly toMany: boolean;
  /** Of a call in the chat's history: what became of it, in WhatsApp's words. */
  readonly call?: string;
};

export type WebFile = {
  readonly name: string;
  /** Bytes as the sender's phone announced them. */
  readonly bytes?: number;
  readonly seconds?: number;
  /** The whole file, in memory. undefined: WhatsApp has it no more. */
  download(): Promise<Uint8Array | undefined>;
};

export type WebReaction = {
  readonly to: WebKey;
  /** Empty when it is taken back. */
  readonly emoji: string;
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
};

export type WebCall = { readonly id: string; readonly from: string };

/** Why a browser is of no use any more. */
export type Ending =
  /** The phone's owner, or WhatsApp, took the link away: only a person can make a new one. */
  | { readonly type: "logged_out" }
  /** Another browser serves the same link. */
  | { readonly type: "conflict" }
  /** WhatsApp has blocked the number. */
  | { readonly type: "banned" }
  /** The page went somewhere else, or WhatsApp ended it for another reason. */
  | {
      readonly type: "disconnected";
      /** A word of WhatsApp's or the library's own: it is logged. */
      readonly reason: string;
      readonly error?: unknown;
    }
  | { readonly type: "browser_died" };

export type WebEvents = {
  readonly qr: (qr: string) => void;
  readonly code: (code: string) => void;
  /** The page has been linked and is loading what it missed. */
  readonly loading: () => void;
  /** Again at each re-synchronisation. @param me the linked number, `…@c.us` */
  readonly ready: (me: string) => void;
  readonly state: (state: string) => void;
  readonly ended: (ending: Ending) => void;
  /** Own messages too, whoever wrote them. */
  readonly message: (message: WebMessage) => void;
  readonly edited: (message: WebMessage, text: string) => void;
  readonly deleted: (message: WebKey & { readonly at: number }) => void;
  readonly acked: (message: WebKey, ack: number) => void;
  readonly reacted: (reaction: WebReaction) => void;
  readonly called: (call: WebCall) => void;
};

export type OpenWeb = (events: WebEvents) => Promise<Web>;

/** The browser can't be started here. */
export class BrowserFault extends Error {
  override readonly name = "BrowserFault";
}

/** People, not groups, channels, status or broadcast lists. 0@c.us is WhatsApp itself. */
export function isPerson(chat: string): boolean {
  return /^\d+@(c\.us|lid)$/.test(chat) && chat !== "0@c.us";
}

/** How an ending is read from the words that WhatsApp and the library use (util/Constants.js, `WAState`). */
export function endingOf(reason: string): Ending {
  switch (reason) {
    case "LOGOUT":
    case "UNPAIRED":
    case "UNPAIRED_IDLE":
      return { type: "logged_out" };
    case "CONFLICT":
      return { type: "conflict" };
    case "TOS_BLOCK":
    case "SMB_TOS_BLOCK":
      return { type: "banned" };
    default:
      return { type: "disconnected", reason: /^[A-Z_]{1,40}$/.test(reason) ? reason : "OTHER" };
  }
}
