/** One message out: typed for a while, handed to the page, and believed only when the page says that the server has it. */
import type { Outbound } from "../../domain/message.ts";
import { ChannelError, type ChannelProblem, type Desk, type Handed } from "../channel.ts";
import { messageId } from "./content.ts";
import { isReply, type Meter } from "./meter.ts";
import type { OwnMessages } from "./own-messages.ts";
import type { ToSend, Web, WebMessage } from "./web.ts";
import { Late, within } from "./within.ts";

export type OutgoingDeps = {
  readonly desk: Desk;
  readonly own: OwnMessages;
  readonly meter: Meter;
  /** The browser of a working line; undefined while there is none. */
  readonly web: () => Web | undefined;
  /** Something that only a person can mend, and nothing leaves until then. */
  readonly isLoggedOut: () => boolean;
  /** Did this customer write since the process began, though the office has not stored it? Epoch milliseconds. */
  readonly heardAt: (address: string) => number | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly typingMs: (text: string) => number;
  /** Waits, or less where the line stops. */
  readonly wait: (ms: number) => Promise<void>;
  /** How long the page may take. */
  readonly sendMs: number;
  /** The browser did not answer: somebody should look after it. */
  readonly onTrouble: () => void;
};

/** News are held so long, again and again, while the meter is high; an answer behind them waits no longer. */
const heldMs = 60_000;
/** An own message's event stands in the queue of what is heard for less than this. */
const eventMs = 500;
/** A whole line that is not there is tried again when it is; this is for the case that nobody says so. */
const awayMs = 30_000;

export function createOutgoing(deps: OutgoingDeps): (outbound: Outbound) => Promise<Handed> {
  const { desk, own, meter, now } = deps;

  return async (outbound) => {
    const { address, text } = outbound;
    const web = deps.web();
    if (!web) throw deps.isLoggedOut() ? loggedOut() : later("The line is away.", awayMs, true);
    const reply = await checkMayWrite(address);
    const said = await toSend(outbound, desk);
    await web.type(address).catch(() => undefined);
    await deps.wait(deps.typingMs(text));
    const end = await own.begin(address, text);
    let id: string | undefined;
    try {
      const sent = await handOver(web, address, said);
      id = sent?.id ?? (await cameUp(address, text));
      if (id === undefined) throw await whyNot(web, address);
      if (sent && sent.ack < 0) throw later("WhatsApp refused the message.");
      meter.sent(address, now(), reply);
      return { id: messageId({ fromMe: true, id }, address) };
    } finally {
      end(id);
    }
  };

  /** @returns whether it answers somebody */
  async function checkMayWrite(address: string): Promise<boolean> {
    const heard = deps.heardAt(address) ?? (await desk.lastHeard(address));
    if (heard === undefined)
      throw new ChannelError({ type: "refused" }, "This person never wrote to the office on WhatsApp.");
    const reply = isReply(heard, now());
    if (!reply && meter.read(now()).isHigh) throw later("The meter is high: only answers leave.", heldMs);
    return reply;
  }

  async function handOver(web: Web, address: string, said: ToSend): Promise<WebMessage | undefined> {
    try {
      return await within(deps.sendMs, web.send(address, said));
    } catch (error) {
      const { text } = said.type === "text" ? said : { text: said.caption };
      if ((await cameUp(address, text)) !== undefined) return undefined;
      if (error instanceof Late) deps.onTrouble();
      throw later("WhatsApp's page did not send it.", undefined, !deps.web(), error);
    }
  }

  /** It may have left without an answer: where its own event comes up, it has. */
  async function cameUp(address: string, text: string): Promise<string | undefined> {
    if (own.cameUp(address, text) === undefined) await deps.wait(eventMs);
    return own.cameUp(address, text);
  }

  /** The library resolves without a message both for people who are gone and for a page that is not ready. */
  async function whyNot(web: Web, address: string): Promise<ChannelError> {
    try {
      const [ids = {}] = await within(deps.sendMs, web.idsOf([address]));
      const phone = ids.phone ?? (address.endsWith("@c.us") ? address : undefined);
      const gone =
        phone === undefined ? ids.lid === undefined : !(await within(deps.sendMs, web.hasAccount(phone)));
      if (gone) return new ChannelError({ type: "address_gone" }, "WhatsApp knows this person no more.");
    } catch {
      // A page that can't say it can't send either.
    }
    return later("WhatsApp's page gave no message back.");
  }
}

/** What the page is to send; a file that can't be opened any more is refused. */
async function toSend({ text, document }: Outbound, desk: Desk): Promise<ToSend> {
  if (!document) return { type: "text", text };
  const stream = await desk.openFile(document.document);
  if (!stream) throw new ChannelError({ type: "refused" }, "The file of this message is not there any more.");
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const base64 = Buffer.concat(chunks).toString("base64");
  const { mediaType, name } = document;
  return { type: "file", base64, mediaType, name: name || "file", caption: text };
}

function later(message: string, afterMs?: number, whole = false, cause?: unknown): ChannelError {
  const problem: ChannelProblem = { type: "retry_later", whole, ...(afterMs !== undefined && { afterMs }) };
  return new ChannelError(problem, message, { cause });
}

function loggedOut(): ChannelError {
  return new ChannelError({ type: "logged_out" }, "The number is not linked.");
}
