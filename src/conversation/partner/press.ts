/** A press in a partner's chat, or the digit that stands for one: what it does, to what, judged by how that stands now. */
import type { Move } from "../../domain/act.ts";
import { parseOfferId, parseOrderRef } from "../../domain/ids.ts";
import { type StatusName, statusNames } from "../../domain/order.ts";
import { sayOver } from "./answer.ts";
import { confirm } from "./confirm.ts";
import { pressExpiry } from "./hear-expiry.ts";
import { pressPrice } from "./hear-price.ts";
import { type Seen, seenOf } from "./jobs.ts";
import { sayOpen } from "./list.ts";
import { keepProof, noAnswer, noShow, problem, takeStep, writeToCustomer } from "./order-work.ts";
import { isHeld, mayProve, type Scene } from "./scene.ts";
import { line } from "./speak.ts";
import { declinedAmong, showAgain } from "./take-back.ts";
import { answerSeen, showOne } from "./which.ts";

/** A press names what it does and to what; it is judged by how that stands now. */
export function press(scene: Scene, value: string): void {
  const { work, chat } = scene;
  const [mark, verb = "", of = "", ...more] = value.split(":");
  const offerId = parseOfferId(of);
  const ref = offerId ? chat.jobs.find(({ offer }) => offer === offerId)?.ref : parseOrderRef(of);
  const seen = ref && seenOf(chat.jobs, scene.event.orders).find(({ order }) => order.ref === ref);
  if (mark !== "p" || !seen) {
    line(work, "unclear");
    if (!sayOpen(scene)) line(work, "help");
    return;
  }
  if (verb === "accept" || verb === "decline") answerSeen(scene, seen, verb, "");
  else if (verb === "again") pressAgain(scene, seen);
  else if (verb === "show") showOne(scene, seen);
  else if (verb === "seen" || verb === "cannot") confirm(scene, seen, verb === "seen", Number(more[0]));
  else if (verb === "expiry") pressExpiry(scene, seen, more[0]);
  else if (verb === "price") pressPrice(scene, seen, more[0]);
  else if (!isHeld(scene, seen) && !(verb === "proof" && mayProve(scene, seen))) sayOver(scene, seen);
  else pressOrder(scene, seen, verb, more);
}

/** Pressed once more, the offer stands already. */
function pressAgain(scene: Scene, seen: Seen): void {
  const declined = declinedAmong(scene, seen);
  if (declined) showAgain(scene, declined);
  else showOne(scene, seen);
}

function pressOrder(scene: Scene, seen: Seen, verb: string, more: readonly string[]): void {
  const { open } = scene.chat;
  if (verb === "step") takeStep(scene, seen, moveOf(more));
  else if (verb === "no_answer") noAnswer(scene, seen);
  else if (verb === "no_show") noShow(scene, seen, more[0] === "sure");
  else if (verb === "problem") problem(scene, seen, (open?.type === "which" && open.text) || "");
  else if (verb === "to" && open?.type === "which_message") writeToCustomer(scene, seen, open.text);
  else if (verb === "proof" && open?.type === "which_proof") keepProof(scene, seen, open.document);
  else writeToCustomer(scene, seen, "");
}

function moveOf([to = "", stage = ""]: readonly string[]): Move {
  const status: StatusName = statusNames.find((name) => name === to) ?? "in_progress";
  return { to: status, ...(stage !== "" && { stage }) };
}
