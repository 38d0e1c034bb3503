/** Which offer or order is meant: named, answered to, or the only one that it can be; where that is not so, asked. */
import type { PartnerAsk } from "../../domain/partner-chat.ts";
import { mayAcceptAfterAll } from "../../orders/declines.ts";
import { accept, decline, sayOver } from "./answer.ts";
import type { Seen, SeenOffer } from "./jobs.ts";
import { noteLate, noteLateWord } from "./late.ts";
import { noAnswer, noShow, problem, showSteps } from "./order-work.ts";
import type { Named } from "./read.ts";
import { isHeld, namedBy, offerAmong, quotedAmong, type Scene } from "./scene.ts";
import {
  againChoices,
  namesOf,
  offerChoices,
  offerLines,
  orderChoices,
  orderLines,
  pressOf,
  showChoices,
  statusOf,
  told,
} from "./show.ts";
import { expect, give, line, lines } from "./speak.ts";
import { declinedAmong, showAgain } from "./take-back.ts";

type OrderAct = Extract<PartnerAsk, { type: "which" }>["act"];

/**
 * Accepting or declining. A bare word answers an offer only where one is open and was the last thing said: «تمام» may have answered
 * something else.
 * @param sure the word means an offer and nothing else («قبول»)
 */
export function answerOffer(
  scene: Scene,
  act: "accept" | "decline",
  named: Named,
  more: { sure: boolean; reason: string },
): void {
  const { work, open, held, chat } = scene;
  const seen = namedBy(scene, named);
  if (seen === "unknown") {
    sayUnknown(scene, named);
    return;
  }
  if (seen) {
    answerSeen(scene, seen, act, more.reason);
    return;
  }
  const [only] = open;
  if (!only) {
    // «تم» of one who has orders and no offer: which step is done?
    if (act === "accept" && held.length > 0) onHeld(scene, "steps", {}, "");
    else {
      noteLateWord(scene, act === "accept");
      line(work, "nothing_open");
    }
    return;
  }
  const last = scene.isLast ? (chat.offered?.values ?? []) : [];
  const isShown = last.includes(pressOf("decline", only.offer.id));
  // Listed as the only thing there is: «ابشر» can be about nothing else.
  const isListed = last.includes(pressOf("show", only.order.ref));
  if (open.length === 1 && (isShown || (held.length === 0 && (more.sure || isListed)))) {
    if (act === "accept") accept(scene, only);
    else decline(scene, only, more.reason);
    return;
  }
  expect(work, { type: "which", act });
  line(work, act === "accept" ? "which_accept" : "which_decline");
  const isOfThisAct = ({ value }: { readonly value: string }) => value.startsWith(pressOf(act, ""));
  give(work, open.flatMap((one) => offerChoices(work, one)).filter(isOfThisAct));
}

/** Accepting or declining the offer of this order; a price that waits for the customer can only be taken back. */
export function answerSeen(scene: Scene, seen: Seen, act: "accept" | "decline", reason: string): void {
  const offer = offerAmong(scene, seen) ?? (act === "decline" ? quotedAmong(scene, seen) : undefined);
  const declined = act === "accept" && !offer ? declinedAmong(scene, seen) : undefined;
  if (declined) acceptAfterAll(scene, declined);
  else if (!offer) {
    noteLate(scene, seen, act === "accept");
    sayOver(scene, seen);
  } else if (act === "accept") accept(scene, offer);
  else decline(scene, offer, reason);
}

/** Accepted after it was declined: at once where the partner has read all that it is, else it reads that first. */
function acceptAfterAll(scene: Scene, declined: SeenOffer): void {
  if (mayAcceptAfterAll(declined.order, declined.offer)) accept(scene, declined);
  else showAgain(scene, declined);
}

/** An act on an order that the partner has. */
export function onHeld(
  scene: Scene,
  act: Exclude<OrderAct, "accept" | "decline">,
  named: Named,
  text: string,
): void {
  const seen = heldBy(scene, named);
  if (!seen) return;
  if (seen !== "several") {
    if (act === "steps") showSteps(scene, seen);
    else if (act === "no_answer") noAnswer(scene, seen);
    else if (act === "no_show") noShow(scene, seen, false);
    else problem(scene, seen, text);
    return;
  }
  const { work, held } = scene;
  expect(work, { type: "which", act, ...(text !== "" && { text }) });
  line(work, "which_order");
  give(work, showChoices(work, held, true, act === "steps" ? "show" : act));
}

/** The order that is meant among those that the partner has; where there is none, or another is named, that is said. */
export function heldBy(scene: Scene, named: Named): Seen | "several" | undefined {
  const { work, held } = scene;
  const seen = namedBy(scene, named);
  if (seen === "unknown") {
    sayUnknown(scene, named);
    return undefined;
  }
  if (seen) {
    if (isHeld(scene, seen)) return seen;
    line(work, "not_yours", { number: String(seen.job.number) });
    return undefined;
  }
  const [only] = held;
  if (!only) line(work, "nothing_held");
  return held.length > 1 ? "several" : only;
}

/** A number that is a place in a list rather than an offer's or order's own. */
export const isDigit = (number: number | undefined): number is number => number !== undefined && number < 10;

export function sayUnknown({ work }: Scene, { number, ref }: Named): void {
  line(work, "unknown_number", { number: ref ?? String(number ?? "") });
}

/** An offer or an order as it stands, with what can be done. */
export function showOne(scene: Scene, seen: Seen): void {
  const { work } = scene;
  work.about = seen.order.ref;
  const offer = offerAmong(scene, seen) ?? quotedAmong(scene, seen);
  if (offer) {
    lines(work, offerLines(work, offer));
    give(work, offerChoices(work, offer));
  } else if (isHeld(scene, seen)) {
    lines(work, [
      told(work, "order_head", namesOf(work, seen.job, seen.order)),
      ...orderLines(work, seen.order),
    ]);
    line(work, "status", { status: statusOf(work, seen.order) });
    give(work, orderChoices(work, seen.order));
  } else {
    const declined = declinedAmong(scene, seen);
    sayOver(scene, seen);
    if (declined) give(work, againChoices(work, [declined]));
  }
}
