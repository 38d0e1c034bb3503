/** One message of a chat, from whoever wrote it, to what the office gets of it: its words, its file, a colleague's words, a correction. */
import type { Content } from "../../domain/message.ts";
import type { Desk } from "../channel.ts";
import { deletedId, messageId, readMessage, readOwn } from "./content.ts";
import type { Handing } from "./handing.ts";
import { createIncomingFiles } from "./incoming-files.ts";
import type { Outcome } from "./lanes.ts";
import type { OwnMessages } from "./own-messages.ts";
import type { Web, WebFile, WebMessage } from "./web.ts";

export type MessageIntakeDeps = {
  readonly desk: Desk;
  readonly own: OwnMessages;
  readonly handing: Handing;
  readonly isOpen: (web: Web) => boolean;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A customer wrote, for the meter. */
  readonly onHeard: (address: string, at: number) => Promise<void>;
};

export type MessageIntake = {
  /** `swept`: it was fetched, not told live. @param attempt from 1 */
  take(
    web: Web,
    address: string,
    message: WebMessage,
    how: { swept: boolean; attempt: number },
  ): Promise<Outcome>;
  edit(address: string, message: WebMessage, text: string): Promise<Outcome>;
};

export function createMessageIntake(deps: MessageIntakeDeps): MessageIntake {
  const { desk, own, handing, now } = deps;
  const { hand } = handing;
  const files = createIncomingFiles(desk, deps.isOpen);

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
    return handAll(hand, address, message, heard.contents);
  }

  async function edit(address: string, message: WebMessage, text: string): Promise<Outcome> {
    const of = messageId(message, address);
    const at = message.editedAt ?? now();
    return hand(address, `edit:${of}:${at}`, at, { type: "edit", of, text });
  }

  /** What a sweep found just before it was told live, and files that a sweep need not fetch a second time. */
  function isKnown(message: WebMessage, address: string, swept: boolean): boolean {
    return handing.knows(messageId(message, address)) && (!swept || message.file !== undefined);
  }

  return {
    edit,
    async take(web, address, message, { swept, attempt }) {
      if (isKnown(message, address, swept)) return "repeat";
      if (message.fromMe) return ofOwn(address, message);
      const result = await ofCustomer(web, address, message, attempt);
      // The office knows its first words, and it was changed while nobody listened.
      if (result === "repeat" && swept && message.editedAt !== undefined && message.type === "chat")
        return edit(address, message, message.text);
      return result;
    },
  };
}

/** What one message holds, part after part: behind one that was not stored nothing is handed over. */
async function handAll(
  hand: Handing["hand"],
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
