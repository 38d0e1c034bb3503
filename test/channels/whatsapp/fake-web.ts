/** A linked browser in memory: an account's chats, and what was asked of it. For what needs no library. */
import type { OpenWeb, PersonIds, Web, WebEvents, WebMessage } from "../../../src/channels/whatsapp/web.ts";

export type FakeWeb = Web & {
  readonly events: WebEvents;
  destroyed: boolean;
  /** What `open` does; left out: it resolves. */
  state(): Promise<string | null>;
};

export type FakeAccount = {
  readonly open: OpenWeb;
  readonly webs: FakeWeb[];
  /** By chat, oldest first. */
  readonly chats: Map<string, WebMessage[]>;
  readonly unread: Map<string, number>;
  readonly ids: Map<string, PersonIds>;
  readonly asked: string[];
  /** Replaces what the browsers from now on do. */
  readonly does: Partial<Web>;
};

export function fakeAccount(does: Partial<Web> = {}): FakeAccount {
  const webs: FakeWeb[] = [];
  const chats = new Map<string, WebMessage[]>();
  const unread = new Map<string, number>();
  const ids = new Map<string, PersonIds>();
  const asked: string[] = [];
  const open: OpenWeb = async (events) => {
    const web: FakeWeb = {
      events,
      destroyed: false,
      open: async () => undefined,
      askCode: async (digits) => void asked.push(`code ${digits}`),
      state: async () => "CONNECTED",
      chats: async () =>
        [...chats].map(([id, messages]) => ({
          id,
          unread: unread.get(id) ?? 0,
          at: messages.at(-1)?.at ?? 0,
        })),
      async messages(chat, most) {
        asked.push(`messages ${chat} ${most}`);
        return (chats.get(chat) ?? []).slice(-most);
      },
      type: async () => undefined,
      send: async () => undefined,
      idsOf: async (asked) => asked.map((id) => ids.get(id) ?? {}),
      hasAccount: async () => true,
      logOut: async () => void asked.push("log out"),
      async destroy() {
        this.destroyed = true;
      },
      ...does,
    };
    webs.push(web);
    return web;
  };
  return { open, webs, chats, unread, ids, asked, does };
}

let count = 0;

/** A text of a customer, unless told otherwise. */
export function heard(more: Partial<WebMessage> = {}): WebMessage {
  const about = { chat: "111@lid", fromMe: false, type: "chat", text: "مرحبا", at: 1_000, ack: 0 } as const;
  return { id: `M${++count}`, ...about, cards: [], toMany: false, ...more };
}
