/** «وصلني»: in its chat a partner says that it knows of a change, or that it can't be done so. */
import type { Confirmation } from "../../domain/confirmation.ts";
import type { Choice } from "../../domain/message.ts";
import type { Order } from "../../domain/order.ts";
import { awaited } from "../../orders/confirmation.ts";
import { isMuted } from "../wake.ts";
import { type Seen, seenOf } from "./jobs.ts";
import { writeToCustomer } from "./order-work.ts";
import { type Named, namesNone, type PartnerSaying } from "./read.ts";
import { reported } from "./reported.ts";
import { isHeld, isSaidAfter, namedBy, type Scene } from "./scene.ts";
import { isOfCustomer, orderChoices, pressOf, type Shower, told } from "./show.ts";
import { give, keepOpen, line } from "./speak.ts";

/** The two answers to a change that waits for one; none where nothing does. */
export function confirmChoices(work: Shower, order: Order): readonly Choice[] {
  const asked = awaited(order);
  if (!asked) return [];
  return (["seen", "cannot"] as const).map((verb) => ({
    value: pressOf(verb, order.ref, String(asked.n)),
    label: told(work, `do_${verb}`),
  }));
}

/** Orders of this chat whose change its partner has not answered. */
export function unconfirmed({ chat, event }: Scene): readonly Seen[] {
  return seenOf(chat.jobs, event.orders).filter(({ order }) => awaited(order)?.partner === chat.id);
}

/** The question whether one change is known was the last thing said here, so that a bare word can only answer it. */
export function confirmOpen({ chat, isLast }: Scene, can: boolean): string | undefined {
  const [seen, cannot] = chat.offered?.values ?? [];
  const isAsked = seen?.startsWith(pressOf("seen", "")) && cannot?.startsWith(pressOf("cannot", ""));
  return isLast && isAsked ? (can ? seen : cannot) : undefined;
}

/** @param n the change that was answered @param note why it can't be done, in the partner's words */
export function confirm(scene: Scene, { job, order }: Seen, can: boolean, n: number, note = ""): void {
  const { work, chat } = scene;
  const number = String(job.number);
  work.about = order.ref;
  const asked = awaited(order);
  if (!asked || asked.partner !== chat.id || n !== asked.n) {
    line(work, asked ? ofChange("confirm_other", asked) : "confirm_none", { number });
    give(work, choicesAfter(scene, order));
    return;
  }
  reported(scene, order, { type: "confirm", n: asked.n, can, note });
  line(work, ofChange(can ? "confirmed" : "confirm_cannot", asked), { number });
  give(work, orderChoices(work, order));
}

/** A sentence of a change, or the same of an order that is to be carried out no more. */
const ofChange = <Name extends "confirmed" | "confirm_cannot" | "confirm_other" | "confirm_which">(
  name: Name,
  { what }: Confirmation,
) => (what === "cancelled" ? (`${name}_cancelled` as const) : name);

const choicesAfter = ({ work }: Scene, order: Order): readonly Choice[] => [
  ...confirmChoices(work, order),
  ...orderChoices(work, order),
];

/** What this partner is asked of an order. */
function askedOf({ chat }: Scene, { order }: Seen): Confirmation | undefined {
  const asked = awaited(order);
  return asked?.partner === chat.id ? asked : undefined;
}

/** Whether the words can know of that change: they were written after it. */
const isAfter = ({ event }: Scene, { at }: Confirmation): boolean => isSaidAfter(event, at);

/** The change that waits, once more with its two answers: what was written may be about something else. */
function askChange({ work }: Scene, { job, order }: Seen, asked: Confirmation): void {
  work.about = order.ref;
  line(work, ofChange("confirm_which", asked), { number: String(job.number) });
  give(work, confirmChoices(work, order));
}

/**
 * An answer to a message of an order whose change waits: it confirms that change alone below which it stands, and is no word to the customer, unless
 * the customer wrote what it answers. False where it means something else.
 */
export function answersChange(scene: Scene, { wish, ...named }: PartnerSaying): boolean {
  const { event, chat, work } = scene;
  if (event.about === undefined || !namesNone(named)) return false;
  const seen = namedBy(scene, {});
  const asked = seen && seen !== "unknown" ? askedOf(scene, seen) : undefined;
  if (!asked || !seen || seen === "unknown" || isOfCustomer(event.under, seen.order)) return false;
  const isThis = event.under?.includes(pressOf("seen", seen.order.ref, String(asked.n))) === true;
  const ofAny = pressOf("seen", seen.order.ref);
  const isBelow = event.under?.some((value) => value.startsWith(ofAny)) === true;
  const isAnswer = wish.type === "seen" || (isBelow && (wish.type === "accept" || wish.type === "decline"));
  if (isAnswer && isThis && isAfter(scene, asked)) {
    confirm(scene, seen, wish.type !== "decline", asked.n, wish.type === "decline" ? wish.reason : "");
    return true;
  }
  const isUnclear = wish.type === "unclear" || wish.type === "courtesy";
  if (!isAnswer && !isUnclear) return false;
  // The question that is open still waits for its answer.
  keepOpen(work, chat);
  // A colleague who is in the talk reads it.
  if (!isAnswer && isMuted(work)) work.silent = true;
  else askChange(scene, seen, asked);
  return true;
}

/** «وصلني» in words: of the order that is named, or the only one that it can be; below the customer's words it answers those. */
export function hearSeen(scene: Scene, named: Named, text: string): void {
  const { work } = scene;
  const waiting = unconfirmed(scene);
  const meant = namedBy(scene, named);
  if (meant && meant !== "unknown" && isAnswerTo(scene, named, meant)) {
    writeToCustomer(scene, meant, text.trim());
    return;
  }
  const seen = meant ?? (waiting.length === 1 ? waiting[0] : undefined);
  if (seen && seen !== "unknown") {
    hearSeenOf(scene, seen, named);
    return;
  }
  if (waiting.length === 0) {
    line(work, "courtesy");
    return;
  }
  line(work, "which_order");
  give(
    work,
    waiting.map(({ job, order }) => ({
      value: pressOf("seen", order.ref, String(awaited(order)?.n)),
      label: told(work, "do_seen_of", { number: String(job.number), ref: order.ref }),
    })),
  );
}

/** The words answer what the order's customer wrote. */
export const isAnswerTo = (scene: Scene, named: Named, seen: Seen): boolean =>
  namesNone(named) && isOfCustomer(scene.event.under, seen.order) && isHeld(scene, seen);

function hearSeenOf(scene: Scene, seen: Seen, named: Named): void {
  const { work, chat } = scene;
  const asked = askedOf(scene, seen);
  const isBare = namesNone(named);
  if (!asked) {
    if (isBare) line(work, "courtesy");
    else confirm(scene, seen, true, 0);
    return;
  }
  // What the customer has written since may be what it answers.
  const isBetween =
    isBare && (chat.offered?.at ?? 0) > asked.at && isOfCustomer(chat.offered?.values, seen.order);
  if (isAfter(scene, asked) && !isBetween) confirm(scene, seen, true, asked.n);
  else askChange(scene, seen, asked);
}
