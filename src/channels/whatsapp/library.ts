/**
 * whatsapp-web.js behind our port. It is loaded only when a line is opened: an office without WhatsApp pays nothing for it.
 */
import type { Client, MessageMedia } from "whatsapp-web.js";
import { type BrowserEnd, createBrowserEnd } from "./browser-end.ts";
import { toChat, toMessage, toReaction } from "./from-library.ts";
import { guardLibrary } from "./library-guard.ts";
import { createOneByOne } from "./one-by-one.ts";
import { sessionFolder } from "./session.ts";
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

export function openLibrary(settings: LibrarySettings): OpenWeb {
  return async (events) => {
    const { default: library } = await import("whatsapp-web.js");
    const auth = new library.LocalAuth({ dataPath: settings.folder });
    const { executablePath, args } = settings.browser;
    const force = new AbortController();
    const client = new library.Client({
      authStrategy: auth,
      takeoverOnConflict: false,
      puppeteer: {
        executablePath,
        args: [...args],
        // Through a pipe the browser ends when this process does, even by SIGKILL: none is left behind that holds the link.
        pipe: true,
        signal: force.signal,
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      },
      ...(settings.page && {
        webVersion: settings.page.version,
        webVersionCache: { type: "local", path: settings.page.folder, strict: true },
      }),
    });
    guardLibrary(client, auth, settings, events);
    listen(client, events);
    settings.onClient?.(client);
    const media = (mediaType: string, base64: string, name: string) =>
      new library.MessageMedia(mediaType, base64, name);
    const browserEnd = createBrowserEnd(client, force, sessionFolder(settings.folder));
    return webOf(client, media, browserEnd);
  };
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

function webOf(client: Client, media: MakeMedia, browserEnd: BrowserEnd): Web {
  const oneByOne = createOneByOne();

  async function read(id: string, most: number) {
    const chat = await client.getChatById(id);
    const messages = chat ? await chat.fetchMessages({ limit: most }) : [];
    return messages.map(toMessage).sort((one, other) => one.at - other.at);
  }

  return {
    async open() {
      try {
        await browserEnd.watch(() => client.initialize());
      } catch (error) {
        throw client.pupBrowser ? error : new BrowserFault(String(error), { cause: error });
      }
    },
    async askCode(digits) {
      await client.requestPairingCode(digits, true);
    },
    state: () => client.getState(),
    chats: async () => (await client.getChats()).map(toChat),
    messages: (id, most) => oneByOne(id, () => read(id, most)),
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
    destroy: browserEnd.end,
  };
}

function toSent(message: Awaited<ReturnType<Client["sendMessage"]>> | null | undefined) {
  return message ? toMessage(message) : undefined;
}
