/**
 * One message handed to WhatsApp's page until its end is known. What the page answers does not tell it: the page may have queued the message,
 * may say nothing of one that left, or may not answer at all. It has left once the server has it (docs/decisions/042).
 */
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

export type HandOver = {
  /** Gives it to the page, and waits for what becomes of it. */
  begin(web: Web, outbound: Outbound, said: ToSend): Promise<HandedOver>;
  /**
   * What became of an earlier hand-over of the same message, by this process or one before it; undefined: there was none, or it did not
   * leave, so that it may be begun.
   */
  earlier(web: Web, outbound: Outbound): Promise<HandedOver | undefined>;
};

export type HandOverDeps = {
  readonly own: OwnMessages;
  readonly acks: Acks;
  readonly keyOf: Desk["keyOf"];
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Waits, or less where the line stops. */
  readonly wait: (ms: number) => Promise<void>;
  /** How long the page may take, and how long from there to the server. */
  readonly sendMs: number;
  readonly ackMs: number;
  /** How long the page may take to show a chat. */
  readonly answerMs: number;
};

type Told = { readonly sent?: WebMessage | undefined; readonly error?: unknown };

/** An own message's event stands in the queue of what is heard for less than this. */
const eventMs = 500;
const mostDoubts = 1_000;
/**
 * A page that works and can't show a chat so often in a row never will: then the message is sent once more. Not one that the page has told
 * the id of: that lies in its queue, and leaves when its network is back.
 */
const mostLooks = 5;

export function createHandOver(deps: HandOverDeps): HandOver {
  const { own, acks, now } = deps;
  /** By the key of the message. */
  const doubts = new Map<string, Doubt & { readonly looks: number }>();
  const look = (web: Web, outbound: Outbound, doubt: Doubt) =>
    within(
      deps.answerMs,
      findOwn(web, outbound, doubt, (id) => isOther(outbound, id)),
    );

  /** Does another message of ours have this id? Of those before the start the office knows them. */
  async function isOther({ key, address }: Outbound, id: string): Promise<boolean> {
    if (own.knows(id)) return true;
    const known = await deps.keyOf(address, messageId({ fromMe: true, id }, address));
    return known !== undefined && known !== key;
  }

  async function begin(web: Web, outbound: Outbound, said: ToSend): Promise<HandedOver> {
    const doubt: Doubt = { id: undefined, since: now() };
    const end = await own.begin(outbound.address, outbound.text, outbound.key);
    let id: string | undefined;
    let left: HandedOver = { type: "in_doubt" };
    try {
      const told = await tell(web, outbound, said);
      id = told.sent?.id ?? (await cameUp(outbound));
      left = await endOf(web, outbound, told, { ...doubt, id });
      if (left.type === "sent" || left.type === "in_doubt") id = left.id ?? id;
      if (left.type === "in_doubt") keep(outbound.key, { ...doubt, id });
      return left;
    } finally {
      end({
        id,
        ...(left.type === "in_doubt" && { onLate: (message) => cameUpLate(outbound.key, message) }),
      });
    }
  }

  /** Nobody need look for it by its words any more. */
  function cameUpLate(key: string, { id, ack }: Pick<WebMessage, "id" | "ack">): void {
    acks.heard(id, ack);
    const doubt = doubts.get(key);
    if (doubt) doubts.set(key, { ...doubt, id });
  }

  async function tell(web: Web, { address }: Outbound, said: ToSend): Promise<Told> {
    try {
      return { sent: await within(deps.sendMs, web.send(address, said)) };
    } catch (error) {
      return { error };
    }
  }

  /** Its own event tells that it is in the chat, though the page did not answer. */
  async function cameUp({ address, text }: Outbound): Promise<string | undefined> {
    if (own.cameUp(address, text) === undefined) await deps.wait(eventMs);
    return own.cameUp(address, text);
  }

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
    return id === undefined ? 0 : acks.until(id, deps.wait(deps.ackMs));
  }

  async function earlier(web: Web, outbound: Outbound): Promise<HandedOver | undefined> {
    const doubt = doubts.get(outbound.key) ?? beforeStart(outbound);
    if (!doubt) return undefined;
    const left = await nowOf(web, outbound, doubt);
    if (left?.type === "in_doubt" && keepsWaiting(outbound.key, doubt, left)) return left;
    doubts.delete(outbound.key);
    if (left?.type !== "sent") return undefined;
    own.found(outbound.address, outbound.text, left.id);
    return left;
  }

  /** False where a page that can't show its chat must be believed to have lost it. */
  function keepsWaiting(
    key: string,
    doubt: Doubt & { readonly looks: number },
    { id = doubt.id, error }: Extract<HandedOver, { readonly type: "in_doubt" }>,
  ): boolean {
    const looks = error === undefined ? 0 : doubt.looks + 1;
    doubts.set(key, { ...doubt, id: doubts.get(key)?.id ?? id, looks });
    return id !== undefined || looks < mostLooks;
  }

  function beforeStart(outbound: Outbound): (Doubt & { readonly looks: number }) | undefined {
    const since = own.takeEarlier(outbound);
    return since === undefined ? undefined : { id: undefined, since, looks: 0 };
  }

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

  function keep(key: string, doubt: Doubt): void {
    doubts.set(key, { ...doubt, looks: 0 });
    for (const oldest of doubts.keys()) {
      if (doubts.size <= mostDoubts) break;
      doubts.delete(oldest);
    }
  }

  return { begin, earlier };
}

function as(id: string, ack: number): HandedOver {
  if (ack < 0) return { type: "refused" };
  return { type: ack === 0 ? "in_doubt" : "sent", id };
}

const withId = (id: string | undefined): { readonly id?: string } => (id === undefined ? {} : { id });
