/**
 * whatsapp-web.js behind our port. It is loaded only when a line is opened: an office without WhatsApp pays nothing for it. What the
 * library does behind nobody's back can't end the process: each place where it lets a promise run free is guarded here.
 */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Client, LocalAuth, MessageMedia } from "whatsapp-web.js";
import { toChat, toMessage, toReaction } from "./from-library.ts";
import { BrowserFault, endingOf, type OpenWeb, type Web, type WebEvents } from "./web.ts";

export type LibrarySettings = {
  /** The link's own folder. */
  readonly folder: string;
  readonly browser: { readonly executablePath: string; readonly args: readonly string[] };
  /** A page that answers in WhatsApp's place: `{folder}/{version}.html`. For tests. */
  readonly page?: { readonly folder: string; readonly version: string };
  /** Shows the library's own object. For tests. */
  readonly onClient?: (client: Client) => void;
};

/** Parts of the library that its types leave out. */
type Inside = { inject(): Promise<void>; initWebVersionCache(): Promise<void>; destroy(): Promise<void> };
type AuthInside = {
  beforeBrowserInitialized(): Promise<void>;
  afterBrowserInitialized(): Promise<void>;
  logout(): Promise<void>;
};

const never = async () => undefined;

/** Where the link is kept. Whoever has this folder can read and write in the office's name. */
export function sessionFolder(folder: string): string {
  return join(folder, "session");
}

/** Forgets the link: the next browser asks for a new one. */
export async function forgetLink(folder: string): Promise<void> {
  await rm(sessionFolder(folder), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

export function openLibrary(settings: LibrarySettings): OpenWeb {
  return async (events) => {
    const { default: library } = await import("whatsapp-web.js");
    const auth = new library.LocalAuth({ dataPath: settings.folder });
    const { executablePath, args } = settings.browser;
    const client = new library.Client({
      authStrategy: auth,
      takeoverOnConflict: false,
      puppeteer: {
        executablePath,
        args: [...args],
        // Through a pipe the browser ends when this process does, even by SIGKILL: none is left behind that holds the link.
        pipe: true,
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      },
      ...(settings.page && {
        webVersion: settings.page.version,
        webVersionCache: { type: "local", path: settings.page.folder, strict: true },
      }),
    });
    guard(client, auth, settings, events);
    listen(client, events);
    settings.onClient?.(client);
    const media = (mediaType: string, base64: string, name: string) =>
      new library.MessageMedia(mediaType, base64, name);
    return webOf(client, media);
  };
}

/** Takes what the library starts without awaiting it, and tells of the end of its browser, which the library does not notice. */
function guard(client: Client, auth: LocalAuth, { folder, page }: LibrarySettings, events: WebEvents): void {
  const inside = client as unknown as Inside;
  const inject = inside.inject.bind(client);
  const destroy = inside.destroy.bind(client);
  let injected = false;
  // The first is awaited by `initialize`; each later one, after a navigation, by nobody.
  inside.inject = async () => {
    if (!injected) {
      await inject();
      injected = true;
      return;
    }
    await inject().catch((error: unknown) =>
      events.ended({ type: "disconnected", reason: `NAVIGATION ${String(error)}` }),
    );
  };
  inside.destroy = () => destroy().catch(never);
  // Without a page of our own the library would read WhatsApp's into memory, in a promise that nobody awaits.
  if (!page) inside.initWebVersionCache = never;
  const authInside = auth as unknown as AuthInside;
  const before = authInside.beforeBrowserInitialized.bind(auth);
  authInside.beforeBrowserInitialized = async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await before();
    // Of a browser that was killed; only this process uses the folder, and its browsers end with it.
    for (const name of ["SingletonLock", "SingletonCookie", "SingletonSocket"])
      await rm(join(sessionFolder(folder), name), { force: true });
  };
  authInside.afterBrowserInitialized = async () => {
    // Of the pipes to a killed browser nobody else hears; unheard, their error would end this process (seen: ECONNRESET).
    for (const pipe of client.pupBrowser?.process()?.stdio ?? []) pipe?.on("error", never);
    client.pupBrowser?.once("disconnected", () => events.ended({ type: "browser_died" }));
    client.pupPage?.once("error", () => events.ended({ type: "browser_died" }));
    client.pupPage?.once("close", () => events.ended({ type: "browser_died" }));
  };
  // Removed while the browser still writes into it, the folder would come back half: it is forgotten once the browser has ended.
  authInside.logout = never;
}

function listen(client: Client, events: WebEvents): void {
  client.on("qr", events.qr);
  client.on("code", events.code);
  client.on("authenticated", events.loading);
  client.on("loading_screen", events.loading);
  client.on("ready", () => events.ready(client.info.wid._serialized));
  client.on("change_state", (state) => events.state(state));
  client.on("disconnected", (reason) => events.ended(endingOf(reason)));
  client.on("message_create", (message) => events.message(toMessage(message)));
  client.on("message_ciphertext_failed", (message) => {
    // Under an id of its own: WhatsApp may yet decipher it, and then it comes under the message's.
    const unread = toMessage(message);
    if (!unread.fromMe) events.message({ ...unread, id: `${unread.id}:unread`, type: "unknown" });
  });
  client.on("message_edit", (message, text, before) => {
    // A message that could be deciphered only now changes its words, too.
    const edited = toMessage(message);
    if (edited.editedAt !== undefined || (before && before !== text)) events.edited(edited, String(text));
  });
  client.on("message_revoke_everyone", (message) => events.deleted(toMessage(message)));
  client.on("message_ack", (message, ack) => events.acked(toMessage(message), ack));
  client.on("message_reaction", (reaction) => events.reacted(toReaction(reaction)));
  client.on("call", ({ id, from, fromMe, isGroup }) => {
    const caller = serialized(from);
    if (!fromMe && !isGroup && caller) events.called({ id, from: caller });
  });
}

/** The library types it as a string; the page gives its own object. */
function serialized(id: unknown): string | undefined {
  if (typeof id === "string") return id;
  const inside = (id as { _serialized?: unknown } | undefined)?._serialized;
  return typeof inside === "string" ? inside : undefined;
}

type MakeMedia = (mediaType: string, base64: string, name: string) => MessageMedia;

function webOf(client: Client, media: MakeMedia): Web {
  return {
    async open() {
      try {
        await client.initialize();
      } catch (error) {
        throw client.pupBrowser ? error : new BrowserFault(String(error), { cause: error });
      }
    },
    async askCode(digits) {
      await client.requestPairingCode(digits, true);
    },
    state: () => client.getState(),
    chats: async () => (await client.getChats()).map(toChat),
    async messages(id, most) {
      const chat = await client.getChatById(id);
      const messages = chat ? await chat.fetchMessages({ limit: most }) : [];
      return messages.map(toMessage).sort((one, other) => one.at - other.at);
    },
    async type(id) {
      const chat = await client.getChatById(id);
      await chat?.sendStateTyping();
    },
    async send(chat, said) {
      // Without links and cards read out of the words; resolved only when the server has it.
      const options = { linkPreview: false, parseVCards: false, waitUntilMsgSent: true } as const;
      if (said.type === "text") return toSent(await client.sendMessage(chat, said.text, options));
      const { mediaType } = said;
      const asDocument = !/^(image\/(jpeg|png|webp)|audio\/)/.test(mediaType);
      const file = media(mediaType, said.base64, said.name);
      const about = { ...options, caption: said.caption, sendMediaAsDocument: asDocument };
      return toSent(await client.sendMessage(chat, file, about));
    },
    async idsOf(ids) {
      const found = await client.getContactLidAndPhone([...ids]);
      return found.map(({ lid, pn }) => ({ ...(lid && { lid }), ...(pn && { phone: pn }) }));
    },
    hasAccount: async (phone) => (await client.getNumberId(phone)) !== null,
    logOut: () => client.logout(),
    destroy: () => client.destroy(),
  };
}

function toSent(message: Awaited<ReturnType<Client["sendMessage"]>> | null | undefined) {
  return message ? toMessage(message) : undefined;
}
