/** A partner's chat at the moment in which something is said in it: what can be answered, what it carries out, and what was said last. */
import type { Event } from "../../domain/event.ts";
import type { OrderRef } from "../../domain/ids.ts";
import type { PartnerChat } from "../../domain/partner-chat.ts";
import { mayBeProven } from "../../orders/change.ts";
import type { Work } from "../work.ts";
import { heldOf, openOf, quotedOf, type Seen, type SeenOffer, seenOf } from "./jobs.ts";
import type { Named } from "./read.ts";
import { pressOf } from "./show.ts";

export type PartnerSaid = Extract<Event, { type: "partner_said" }>;

export type Scene = {
  readonly work: Work;
  readonly event: PartnerSaid;
  /** As it was before the message. */
  readonly chat: PartnerChat;
  /** Offers that can be answered now, oldest first. */
  readonly open: readonly SeenOffer[];
  /** Offers whose price waits for the customer's choice. */
  readonly quoted: readonly SeenOffer[];
  /** Orders that the partner carries out now. */
  readonly held: readonly Seen[];
  /** The newest choices are the last thing that was said here, and the message was written after them. */
  readonly isLast: boolean;
};

export function sceneOf(work: Work, event: PartnerSaid, chat: PartnerChat): Scene {
  const { offered } = chat;
  const isLater = offered !== undefined && isSaidAfter(event, offered.at);
  return {
    ...{ work, event, chat },
    open: openOf(chat, event.orders, work.at),
    quoted: quotedOf(chat, event.orders, work.at),
    held: heldOf(chat, event.orders),
    isLast: isLater && work.before.spokeAt <= offered.at,
  };
}

/** Was it written after that moment? Some platforms count in seconds. */
export const isSaidAfter = ({ said }: PartnerSaid, at: number): boolean =>
  said.at >= Math.floor(at / 1_000) * 1_000;

/** The order that the message names by its number or reference, or whose message it answers. */
export function namedBy({ chat, event }: Scene, { ref, number }: Named): Seen | "unknown" | undefined {
  const jobs = seenOf(chat.jobs, event.orders);
  const find = (named: OrderRef) => jobs.find(({ order }) => order.ref === named);
  if (ref !== undefined) return find(ref) ?? "unknown";
  // A number that was given to another order since is the living one's.
  if (number !== undefined) return jobs.findLast(({ job }) => job.number === number) ?? "unknown";
  return event.about === undefined ? undefined : find(event.about);
}

export const offerAmong = ({ open }: Scene, { order }: Seen): SeenOffer | undefined =>
  open.find((one) => one.order.ref === order.ref);

export const quotedAmong = ({ quoted }: Scene, { order }: Seen): SeenOffer | undefined =>
  quoted.find((one) => one.order.ref === order.ref);

export const isHeld = ({ held }: Scene, { order }: Seen): boolean =>
  held.some((one) => one.order.ref === order.ref);

/** The orders that a picture may prove: those that the partner has, and has done within the last day. */
export function provable({ chat, event, held, work }: Scene): readonly Seen[] {
  const done = seenOf(chat.jobs, event.orders).filter(
    ({ order }) => order.state.status === "done" && mayBeProven(order, chat.id, work.at),
  );
  return [...held, ...done];
}

export const mayProve = (scene: Scene, { order }: Seen): boolean =>
  provable(scene).some((one) => one.order.ref === order.ref);

/** The two answers to something that was just read back («هل …؟»), where the next words can only be one of them. */
export function openSure({
  chat,
  isLast,
}: Scene): { readonly yes: string; readonly other: string } | undefined {
  const [yes = "", other, more] = chat.offered?.values ?? [];
  const isNoShow = yes.startsWith(pressOf("no_show", "")) && yes.endsWith(":sure");
  const isStep = yes.startsWith(pressOf("step", "")) && other?.startsWith(pressOf("show", "")) === true;
  const isAsked = isNoShow || isStep || yes.startsWith(pressOf("expiry", ""));
  return isLast && isAsked && other !== undefined && more === undefined ? { yes, other } : undefined;
}
