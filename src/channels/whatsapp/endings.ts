/** What became of a message that WhatsApp's page was given: by the page's answer, its event, its acknowledgement, or what its chat shows. */
import type { Outbound } from "../../domain/message.ts";
import type { Desk } from "../channel.ts";
import type { Acks } from "./acks.ts";
import { messageId } from "./content.ts";
import { type Doubt, findOwn } from "./find-own.ts";
import type { OwnMessages } from "./own-messages.ts";
import type { ToSend, Web, WebMessage } from "./web.ts";
import { Late, within } from "./within.ts";

export type HandedOver =
  /** `id`: the page's. */
  | { readonly type: "sent"; readonly id: string }
  /** WhatsApp itself could not send it. */
  | { readonly type: "refused" }
  /** Nothing of it came into the chat. */
  | { readonly type: "nothing" }
  /** It waits in the page, which then has told its `id`, or nobody can say: it may leave yet. */
  | { readonly type: "in_doubt"; readonly id?: string; readonly error?: unknown };

export type EndingDeps = {
  readonly own: OwnMessages;
  readonly acks: Acks;
  readonly keyOf: Desk["keyOf"];
  /** Waits, or less where the line stops. */
  readonly wait: (ms: number) => Promise<void>;
  /** How long the page may take, and how long from there to the server. */
  readonly sendMs: number;
  readonly ackMs: number;
  /** How long the page may take to show a chat. */
  readonly answerMs: number;
};

/** What the page answered. */
export type Told = { readonly sent?: WebMessage | undefined; readonly error?: unknown };

/** An own message's event stands in the queue of what is heard for less than this. */
const eventMs = 500;

export function createEndings({ own, acks, keyOf, wait, sendMs, ackMs, answerMs }: EndingDeps) {
  const look = (web: Web, outbound: Outbound, doubt: Doubt) =>
    within(
      answerMs,
      findOwn(web, outbound, doubt, (id) => isOther(outbound, id)),
    );

  /** Does another message of ours have this id? Of those before the start the office knows them. */
  async function isOther({ key, address }: Outbound, id: string): Promise<boolean> {
    if (own.knows(id)) return true;
    const known = await keyOf(address, messageId({ fromMe: true, id }, address));
    return known !== undefined && known !== key;
  }

  /** Gives it to the page, which may say nothing of it. */
  async function tell(web: Web, { address }: Outbound, said: ToSend): Promise<Told> {
    try {
      return { sent: await within(sendMs, web.send(address, said)) };
    } catch (error) {
      return { error };
    }
  }

  /** Its own event tells that it is in the chat, though the page did not answer. */
  async function cameUp({ address, text }: Outbound): Promise<string | undefined> {
    if (own.cameUp(address, text) === undefined) await wait(eventMs);
    return own.cameUp(address, text);
  }

  /** What became of what the page has just been given. */
  async function endOf(
    web: Web,
    outbound: Outbound,
    { sent, error }: Told,
    doubt: Doubt,
  ): Promise<HandedOver> {
    // It may still be on its way through the page.
    if (doubt.id === undefined && error instanceof Late) return { type: "in_doubt", error };
    const ack = sent === undefined || sent.ack === 0 ? await settled(doubt.id) : sent.ack;
    if (doubt.id !== undefined && ack !== 0) return as(doubt.id, ack);
    const found = await look(web, outbound, doubt).catch(() => "unknown" as const);
    if (found === undefined && doubt.id === undefined) return { type: "nothing" };
    return found === undefined || found === "unknown"
      ? { type: "in_doubt", ...withId(doubt.id), error }
      : as(found.id, found.ack);
  }

  /** What is heard of it within the time that a message takes to the server. */
  async function settled(id: string | undefined): Promise<number> {
    return id === undefined ? 0 : acks.until(id, wait(ackMs));
  }

  /** What became of it since: undefined where its chat does not have it. */
  async function nowOf(web: Web, outbound: Outbound, doubt: Doubt): Promise<HandedOver | undefined> {
    const ack = doubt.id === undefined ? 0 : acks.of(doubt.id);
    if (doubt.id !== undefined && ack !== 0) return as(doubt.id, ack);
    try {
      const found = await look(web, outbound, doubt);
      return found && as(found.id, found.ack);
    } catch (error) {
      return { type: "in_doubt", error };
    }
  }

  return { tell, cameUp, endOf, nowOf };
}

function as(id: string, ack: number): HandedOver {
  if (ack < 0) return { type: "refused" };
  return { type: ack === 0 ? "in_doubt" : "sent", id };
}

const withId = (id: string | undefined): { readonly id?: string } => (id === undefined ? {} : { id });
