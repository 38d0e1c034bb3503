/** One message out: may it leave, typed for a while, handed over, and in the port's words what became of it. */
import type { Outbound } from "../../domain/message.ts";
import { ChannelError, type ChannelProblem, type Desk, type Handed } from "../channel.ts";
import { type Acks, progressOf } from "./acks.ts";
import { messageId } from "./content.ts";
import type { HandedOver } from "./endings.ts";
import { createGonePeople } from "./gone-people.ts";
import type { HandOver } from "./hand-over.ts";
import { isReply, type Meter, mayAlwaysLeave } from "./meter.ts";
import type { ToSend, Web } from "./web.ts";

export type OutgoingDeps = {
  readonly desk: Desk;
  readonly handOver: HandOver;
  readonly acks: Pick<Acks, "of">;
  readonly meter: Meter;
  /** The browser of a working line; undefined while there is none, and once the line stops. */
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
  /** How long the page may take for an answer about a person. */
  readonly sendMs: number;
  readonly goneMs: number;
  /** The browser did not answer: somebody should look after it. */
  readonly onTrouble: () => void;
};

/** News are held so long, again and again, while the meter is high; an answer behind them waits no longer. */
const heldMs = 60_000;
/** A whole line that is not there is tried again when it is; this is for the case that nobody says so. */
const awayMs = 30_000;

export function createOutgoing(deps: OutgoingDeps): (outbound: Outbound) => Promise<Handed> {
  const { desk, handOver, meter, now } = deps;
  const people = createGonePeople(deps);

  return async (outbound) => {
    const { address } = outbound;
    const web = deps.web();
    if (!web) throw deps.isLoggedOut() ? loggedOut() : away();
    const reply = await checkMayWrite(outbound);
    const earlier = await handOver.earlier(web, outbound);
    const left = earlier ?? (await begin(web, outbound));
    if (left.type !== "sent") throw await problemOf(left, web, address, earlier ? "looked" : true);
    people.isThere(address);
    meter.sent(address, now(), reply);
    const id = messageId({ fromMe: true, id: left.id }, address);
    tellProgress(address, id, left.id);
    return { id, ...(earlier && { once: true as const }) };
  };

  /** What came before the office knew the message's id. */
  function tellProgress(address: string, id: string, ours: string): void {
    const progress = progressOf(deps.acks.of(ours));
    if (progress !== undefined) void desk.progressed(address, id, progress).catch(() => undefined);
  }

  async function begin(web: Web, outbound: Outbound): Promise<HandedOver> {
    const said = await toSend(outbound, desk);
    await web.type(outbound.address).catch(() => undefined);
    await deps.wait(deps.typingMs(outbound.text));
    // It ended meanwhile, or the line stops: nothing has left.
    if (deps.web() !== web) throw away();
    return handOver.begin(web, outbound, said);
  }

  async function problemOf(
    left: Exclude<HandedOver, { readonly type: "sent" }>,
    web: Web,
    address: string,
    unsure: true | "looked",
  ): Promise<ChannelError> {
    switch (left.type) {
      case "refused":
        return later("WhatsApp refused the message.");
      case "nothing":
        return whyNot(web, address);
      case "in_doubt":
        deps.onTrouble();
        return later(
          "WhatsApp's page does not say that it left.",
          { whole: !deps.web(), unsure },
          left.error,
        );
      default:
        return left satisfies never;
    }
  }

  /** @returns whether it goes to somebody who wrote lately */
  async function checkMayWrite({ address, unasked, rest }: Outbound): Promise<boolean> {
    const heard = deps.heardAt(address) ?? (await desk.lastHeard(address));
    if (heard === undefined)
      throw new ChannelError({ type: "refused" }, "This person never wrote to the office on WhatsApp.");
    const isFree = rest === true || mayAlwaysLeave(heard, unasked === true, now());
    if (!isFree && meter.read(now()).isHigh)
      throw new ChannelError({ type: "held", afterMs: heldMs }, "The meter is high: only answers leave.");
    return isReply(heard, now());
  }

  /** The library resolves without a message both for people who are gone and for a page that is not ready. */
  async function whyNot(web: Web, address: string): Promise<ChannelError> {
    try {
      if (await people.isGone(web, address))
        return new ChannelError({ type: "address_gone" }, "WhatsApp knows this person no more.");
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

type Later = { readonly afterMs?: number; readonly whole?: boolean; readonly unsure?: true | "looked" };

function later(message: string, how: Later = {}, cause?: unknown): ChannelError {
  const problem: ChannelProblem = { type: "retry_later", whole: false, ...how };
  return new ChannelError(problem, message, { cause });
}

function away(): ChannelError {
  return later("The line is away.", { afterMs: awayMs, whole: true });
}

function loggedOut(): ChannelError {
  return new ChannelError({ type: "logged_out" }, "The number is not linked.");
}
