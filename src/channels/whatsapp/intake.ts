/**
 * From what WhatsApp tells to what is handed over: in the order of arrival for each person, each delivery under an id of its own, until the
 * office has it. WhatsApp Web takes no acknowledgement; what could not be handed over comes again with the next sweep.
 */
import type { Content, Inbound, Progress } from "../../domain/message.ts";
import type { Desk, Receive } from "../channel.ts";
import { messageId, readMessage, readOwn } from "./content.ts";
import type { Identities } from "./identities.ts";
import { createIncomingFiles } from "./incoming-files.ts";
import type { Lanes, Outcome, Work } from "./lanes.ts";
import type { OwnMessages } from "./own-messages.ts";
import type { Web, WebCall, WebFile, WebKey, WebMessage, WebReaction } from "./web.ts";
import { isPerson } from "./web.ts";

export type IntakeDeps = {
  readonly channel: string;
  readonly receive: Receive;
  readonly desk: Desk;
  readonly lanes: Lanes;
  readonly own: OwnMessages;
  readonly identities: Identities;
  readonly isOpen: (web: Web) => boolean;
  /** The linked number: what it writes to itself is a note. */
  readonly me: () => string | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A customer wrote, for the meter. */
  readonly onHeard: (address: string, at: number) => Promise<void>;
};

export type Intake = {
  /** Resolves when it stands in its person's lane. `swept`: it was fetched, not told live. */
  message(web: Web, message: WebMessage, swept?: boolean): Promise<void>;
  edited(web: Web, message: WebMessage, text: string): Promise<void>;
  deleted(web: Web, message: WebKey & { readonly at: number }): Promise<void>;
  reacted(web: Web, reaction: WebReaction): Promise<void>;
  acked(message: WebKey, ack: number): Promise<void>;
  /** A call that nobody took. */
  missed(web: Web, call: WebCall): Promise<void>;
};

/** A reaction that is older comes from a re-synchronisation. */
const oldReactionMs = 7 * 24 * 3_600_000;
const mostKnown = 5_000;

export function createIntake(deps: IntakeDeps): Intake {
  const { channel, receive, desk, lanes, own, identities, now } = deps;
  const files = createIncomingFiles(desk, deps.isOpen);
  /** Deliveries that this process has handed over. */
  const known = new Set<string>();

  /** What a sweep found just before it was told live, and files that a sweep need not fetch a second time. */
  function isKnown(message: WebMessage, address: string, swept: boolean): boolean {
    return known.has(messageId(message, address)) && (!swept || message.file !== undefined);
  }

  /** The office has it, or is asked again. */
  async function hand(address: string, id: string, at: number, content: Content): Promise<Outcome> {
    const phone = identities.phoneOf(address);
    const inbound: Inbound = {
      ...{ channel, address, id, content, at: Math.min(at, now()) },
      ...(phone !== undefined && { phone }),
    };
    const received = await receive(inbound).catch(() => ({ type: "not_now" }) as const);
    if (received.type === "not_now") return "again";
    known.add(id);
    for (const oldest of known) {
      if (known.size <= mostKnown) break;
      known.delete(oldest);
    }
    return received.type === "repeat" ? "repeat" : "done";
  }

  function push(address: string, web: Web, run: Work["run"]): void {
    lanes.push(address, { from: web, run });
  }

  async function handAll(
    address: string,
    message: WebMessage,
    contents: readonly Content[],
  ): Promise<Outcome> {
    const { at } = message;
    const id = message.type === "revoked" ? deletedId(message, address) : messageId(message, address);
    let result: Outcome = "done";
    for (const [index, content] of contents.entries()) {
      result = await hand(address, index === 0 ? id : `${id}#${index + 1}`, at, content);
      if (result === "again") break;
    }
    return result;
  }

  async function file(
    web: Web,
    address: string,
    message: WebMessage,
    from: WebFile,
    attempt: number,
  ): Promise<Outcome> {
    const id = messageId(message, address);
    const kept = await files.keep(web, { address, id, file: from, attempt });
    if (kept === "again") return kept;
    const caption = message.text === "" || !("document" in kept) ? {} : { caption: message.text };
    const seconds = kept.type === "voice" && from.seconds !== undefined ? { seconds: from.seconds } : {};
    return hand(address, id, message.at, { ...kept, ...caption, ...seconds });
  }

  /** The linked number wrote: the office itself, or a colleague on the phone. */
  async function ofOwn(address: string, message: WebMessage): Promise<Outcome> {
    await own.quiet(address);
    const id = messageId(message, address);
    if (own.isOurs(address, message) || (await desk.keyOf(address, id)) !== undefined) return "done";
    const text = readOwn(message);
    if (text === undefined) return "done";
    return hand(address, id, message.at, { type: "by_staff", text });
  }

  async function ofCustomer(
    web: Web,
    address: string,
    message: WebMessage,
    attempt: number,
  ): Promise<Outcome> {
    const heard = readMessage(message);
    if (heard.type === "nothing") return "done";
    await deps.onHeard(address, message.at);
    if (heard.type === "file") return file(web, address, message, heard.file, attempt);
    return handAll(address, message, heard.contents);
  }

  async function edit(address: string, message: WebMessage, text: string): Promise<Outcome> {
    const of = messageId(message, address);
    const at = message.editedAt ?? now();
    return hand(address, `edit:${of}:${at}`, at, { type: "edit", of, text });
  }

  return {
    async message(web, message, swept = false) {
      if (!isPerson(message.chat) || message.toMany) return;
      const address = await identities.addressOf(message.chat);
      const me = deps.me();
      if (me !== undefined && address === (await identities.addressOf(me))) return;
      if (message.fromMe) own.saw(address, message);
      push(address, web, async (attempt) => {
        if (isKnown(message, address, swept)) return "repeat";
        if (message.fromMe) return ofOwn(address, message);
        const result = await ofCustomer(web, address, message, attempt);
        // The office knows its first words, and it was changed while nobody listened.
        if (result === "repeat" && swept && message.editedAt !== undefined && message.type === "chat")
          return edit(address, message, message.text);
        return result;
      });
    },
    async edited(web, message, text) {
      if (message.fromMe || !isPerson(message.chat) || message.toMany) return;
      const address = await identities.addressOf(message.chat);
      push(address, web, () => edit(address, message, text));
    },
    async deleted(web, message) {
      if (message.fromMe || !isPerson(message.chat)) return;
      const address = await identities.addressOf(message.chat);
      const content: Content = { type: "unsupported", what: "deleted" };
      push(address, web, () => hand(address, deletedId(message, address), now(), content));
    },
    async reacted(web, { to, emoji, by, at }) {
      // Those of groups, our own, and those that were taken back change nothing.
      if (!isPerson(to.chat) || !isPerson(by) || emoji === "" || now() - at > oldReactionMs) return;
      const [address, sender] = [await identities.addressOf(to.chat), await identities.addressOf(by)];
      if (address !== sender) return;
      const of = messageId(to, address);
      push(address, web, async () => {
        const key = to.fromMe ? await desk.keyOf(address, of) : undefined;
        const content: Content = { type: "reaction", emoji, ...(key !== undefined && { to: key }) };
        return hand(address, `reaction:${of}:${at}`, at, content);
      });
    },
    async acked(message, ack) {
      const progress = progressOf(ack);
      if (!message.fromMe || progress === undefined || !isPerson(message.chat)) return;
      const address = await identities.addressOf(message.chat);
      // The office learns the message's id only when its hand-over has ended; nobody waits for that here.
      void own
        .quiet(address)
        .then(() => desk.progressed(address, messageId(message, address), progress))
        .catch(() => undefined);
    },
    async missed(web, { id, from }) {
      if (!isPerson(from)) return;
      const address = await identities.addressOf(from);
      const content: Content = { type: "unsupported", what: "call" };
      push(address, web, () => hand(address, `call:${id}`, now(), content));
    },
  };
}

function deletedId(message: WebKey, address: string): string {
  return `deleted:${messageId(message, address)}`;
}

/** `MessageAck` of the library: -1 error, 0 pending, 1 server, 2 device, 3 read, 4 played. */
export function progressOf(ack: number): Progress | undefined {
  if (ack < 0) return "failed";
  if (ack >= 3) return "read";
  return ack === 2 ? "delivered" : undefined;
}
