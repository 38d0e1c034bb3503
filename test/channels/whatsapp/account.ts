/**
 * A WhatsApp account with one linked browser, behind the real library and a page of our own (fake-whatsapp.js). What it shows is true of the
 * library as it is installed; of today's WhatsApp it says nothing.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "whatsapp-web.js";
import { findBrowser } from "../../../src/browser.ts";
import type { Channel } from "../../../src/channels/channel.ts";
import { openLibrary } from "../../../src/channels/whatsapp/library.ts";
import { sessionFolder } from "../../../src/channels/whatsapp/session.ts";
import type { Timings } from "../../../src/channels/whatsapp/timings.ts";
import type { Web } from "../../../src/channels/whatsapp/web.ts";
import { type WhatsAppConfig, whatsAppChannel } from "../../../src/channels/whatsapp/whatsapp.ts";

/** A message as the page keeps it. */
export type PageMessage = {
  readonly type?: string;
  readonly body?: string;
  readonly fromMe?: boolean;
  readonly stanza?: string;
  /** Epoch seconds. */
  readonly t?: number;
  /** base64. */
  readonly file?: string;
  readonly [more: string]: unknown;
};

export type PageChat = { readonly id: string; unreadCount: number; readonly msgs: PageMessage[] };

export type SentByOffice = {
  readonly chat: string;
  readonly id: string;
  readonly type: string;
  readonly text: string;
  readonly file?: string;
};

/** What tests may do in the page; fake-whatsapp.js has it all. */
type Page = {
  sent: SentByOffice[];
  typed: string[];
  downloads: string[];
  trouble: string | undefined;
  gone: boolean;
  sync(): void;
  keep(message: PageMessage & { readonly chat: string }): void;
  deliver(message: PageMessage & { readonly chat: string }): string;
  edit(id: string, body: string): void;
  decipher(id: string, body: string): void;
  revoke(id: string): void;
  react(id: string, emoji: string, by: string): void;
  ack(id: string, ack: number): void;
  ring(id: string, from: string, facts?: object): void;
  state(state: string): void;
  newQr(ref: string): void;
  logout(): void;
  echo(id: string): void;
};

export const me = "966500000001@c.us";
/** One person under two names. */
export const sara = { phone: "966511111111@c.us", lid: "111@lid" } as const;
/** Known by the phone alone. */
export const omar = "966522222222@c.us";

/** Everything is soon in tests. */
const quick: Partial<Timings> = {
  goneMs: 0,
  startMs: 15_000,
  heartbeatMs: 50,
  answerMs: 1_000,
  backOffDivisor: 100,
  ringMs: 50,
  talkMs: 100,
  sendMs: 3_000,
  ackMs: 500,
  retryMs: 10,
  types: false,
};

export type Account = {
  readonly channel: Channel;
  readonly chats: Map<string, PageChat>;
  /** Every client of the library that was opened, in order. */
  readonly clients: readonly Client[];
  /** The browsers as the line has them, in order. */
  readonly webs: readonly Web[];
  readonly notes: readonly string[];
  /** Where the link is kept. */
  readonly session: string;
  /** Does so in the newest page, with what can be cloned. */
  inPage<T, A>(act: (page: Page, given: A) => T, given?: A): Promise<T>;
  /** A message reaches the account, whether a browser is there or not. @returns the library's id of it */
  arrives(chat: string, message: PageMessage): Promise<string>;
  /** The next browser finds no link. */
  unlink(): void;
  close(): Promise<void>;
};

export type AccountSettings = {
  readonly paired?: boolean;
  readonly config?: Partial<WhatsAppConfig>;
  readonly timings?: Partial<Timings>;
  /** Chats that were there before the number was linked. */
  readonly before?: readonly PageChat[];
  /** Since when the number is linked, epoch milliseconds; left out: since its first browser. */
  readonly linkedAt?: number;
  /** Where the line keeps its own; left out: a folder that is removed with the account. */
  readonly dataDir?: string;
  /** Told of each message that leaves, before the page says so. */
  readonly onSent?: (sent: SentByOffice) => void;
};

let count = 0;

export async function openAccount(settings: AccountSettings = {}): Promise<Account> {
  const { paired = true, config, timings, before = [], onSent } = settings;
  const dataDir = settings.dataDir ?? (await mkdtemp(join(tmpdir(), "wasit-whatsapp-")));
  const folder = join(dataDir, "page");
  const chats = new Map<string, PageChat>();
  const clients: Client[] = [];
  const webs: Web[] = [];
  const notes: string[] = [];
  let isPaired = paired;
  if (settings.linkedAt !== undefined) {
    mkdirSync(join(dataDir, "whatsapp"), { recursive: true });
    const facts = JSON.stringify({ number: me, linkedAt: settings.linkedAt });
    writeFileSync(join(dataDir, "whatsapp", "line.json"), facts);
  }
  const browser = await findBrowser(process.env.CHROMIUM_PATH || undefined);

  const channel = whatsAppChannel({
    dataDir,
    browser: async () => browser,
    timings: { ...quick, ...timings },
    note: (what, error) => notes.push(`${what} ${error instanceof Error ? error.message : ""}`),
    ...config,
    open: (linkFolder) => {
      write();
      const page = { folder, version: "FAKE" };
      const onClient = (client: Client) => {
        clients.push(client);
        // What some files do to a browser.
        const die = () => client.pupBrowser?.process()?.kill("SIGKILL");
        client.once("authenticated", () => {
          const offer = (name: string, act: (...given: never[]) => unknown) =>
            void client.pupPage?.exposeFunction(name, act).catch(() => undefined);
          offer("__die", die);
          if (onSent) offer("__sent", onSent);
        });
      };
      const args = [...browser.args, "--no-sandbox"];
      const openWeb = openLibrary({ folder: linkFolder, browser: { ...browser, args }, page, onClient });
      return async (events) => {
        const web = await openWeb(events);
        webs.push(web);
        return web;
      };
    },
  });

  /** What the next page begins with. */
  function write(): void {
    writePage(folder, { paired: isPaired, chats: [...chats.values()] });
  }

  function chatOf(id: string): PageChat {
    const chat = chats.get(id) ?? { id, unreadCount: 0, msgs: [] };
    chats.set(id, chat);
    return chat;
  }
  for (const id of [sara.lid, omar]) chatOf(id);
  for (const chat of before) chats.set(chat.id, chat);

  async function inPage<T, A>(act: (page: Page, given: A) => T, given?: A): Promise<T> {
    const page = clients.at(-1)?.pupPage;
    if (!page) throw new Error("No browser is open.");
    return (await page.evaluate(`(${act.toString()})(window.whatsapp, ${JSON.stringify(given)})`)) as T;
  }

  return {
    ...{ channel, chats, clients, webs, notes, inPage },
    session: sessionFolder(join(dataDir, "whatsapp")),
    async arrives(id, message) {
      const t = Math.floor(Date.now() / 1_000);
      const whole = { t, stanza: `3A${String(++count).padStart(18, "0")}`, ...message };
      const chat = chatOf(id);
      chat.msgs.push(whole);
      if (!message.fromMe) chat.unreadCount += 1;
      write();
      const client = clients.at(-1);
      const name = `${message.fromMe ?? false}_${id}_${whole.stanza}`;
      if (!client || !(await isThere(client))) return name;
      // A browser that dies of it can't say so: the message lies in its chat for the next one.
      return inPage((page, given) => page.deliver(given), { ...whole, chat: id }).catch((error: unknown) => {
        if (client.pupBrowser?.connected) throw error;
        return name;
      });
    },
    unlink() {
      isPaired = false;
    },
    async close() {
      await channel.stop();
      if (settings.dataDir === undefined) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A page that is about to load may have been written before a message arrived: it is waited for. */
async function isThere(client: Client): Promise<boolean> {
  while (client.pupBrowser?.connected) {
    try {
      if (await client.pupPage?.evaluate("typeof window.whatsapp !== 'undefined'")) return true;
    } catch {
      // It is loading, or its browser has just ended.
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return false;
}

const script = readFileSync(join(import.meta.dirname, "fake-whatsapp.js"), "utf8");

function writePage(folder: string, account: { paired: boolean; chats: readonly PageChat[] }): void {
  const lids = { [sara.phone]: sara.lid, [me]: "999@lid" };
  const state = JSON.stringify({ ...account, me, lids });
  mkdirSync(folder, { recursive: true });
  const html = `<!doctype html><meta charset="utf-8"><script>window.__account=${state}</script><script>${script}</script>`;
  writeFileSync(join(folder, "FAKE.html"), html);
}
