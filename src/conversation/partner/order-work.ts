/** What a partner does with an order that it has: its steps, no answer, a problem, a picture as proof, words to the customer. */
import type { Move } from "../../domain/act.ts";
import type { Media } from "../../domain/message.ts";
import type { Order } from "../../domain/order.ts";
import { cutTo } from "../../language/format.ts";
import { moveOrder } from "../../orders/change.ts";
import { byPartner } from "../../orders/row.ts";
import { withoutContacts } from "../../orders/shown-fields.ts";
import { isClosed } from "../../orders/status.ts";
import { flowOf } from "../flow/pinned.ts";
import { askExpiry } from "./hear-expiry.ts";
import { replaced, type Seen, withoutJob } from "./jobs.ts";
import { noAnswerAgainMs, partnerMoves } from "./offers.ts";
import { reported } from "./reported.ts";
import type { Scene } from "./scene.ts";
import { mayBeMissed, namesOf, orderChoices, pressOf, statusOf, told } from "./show.ts";
import { expect, give, line } from "./speak.ts";

/** One step along the order's life; the customer hears of it as the flow says. */
export function takeStep(scene: Scene, { job, order }: Seen, move: Move): void {
  const { work, event, chat } = scene;
  work.about = order.ref;
  const isLegal = partnerMoves(work, order).some(({ to, stage }) => to === move.to && stage === move.stage);
  if (!isLegal) {
    line(work, "illegal", { number: String(job.number), status: statusOf(work, order) });
    give(work, orderChoices(work, order));
    return;
  }
  reported(scene, order, { type: "move", move });
  const moved = moveOrder(order, move, byPartner(chat), event.at).order;
  if (isClosed(moved.state.status)) {
    if (work.partner) work.partner = withoutJob(work.partner, order.ref);
    line(work, "finished", namesOf(work, job, order));
    askExpiry(scene, moved, String(job.number));
    return;
  }
  line(work, "moved", { number: String(job.number), status: statusOf(work, moved) });
  askExpiry(scene, moved, String(job.number));
  give(work, orderChoices(work, moved));
}

/** The steps that can be taken now: which one was meant is pressed, never guessed. */
export function showSteps({ work }: Scene, { job, order }: Seen): void {
  const number = String(job.number);
  work.about = order.ref;
  const hasSteps = partnerMoves(work, order).length > 0;
  line(work, hasSteps ? "order_head" : "no_step", {
    ...namesOf(work, job, order),
    ...{ number, status: statusOf(work, order) },
  });
  if (hasSteps) line(work, "next");
  give(work, orderChoices(work, order));
}

export function noAnswer(scene: Scene, { job, order }: Seen): void {
  const { work, event } = scene;
  work.about = order.ref;
  const number = String(job.number);
  if (job.noAnswerAt !== undefined && event.at - job.noAnswerAt < noAnswerAgainMs) {
    line(work, "no_answer_again", { number });
  } else {
    reported(scene, order, { type: "no_answer" });
    if (work.partner) work.partner = replaced(work.partner, { ...job, noAnswerAt: event.at });
    line(work, isUnread(scene, order) ? "no_answer_by_staff" : "no_answer", { number });
  }
  give(work, orderChoices(work, order));
}

/** The customer did not come to the appointment: the order ends, as by the page, so it is asked first whether that is meant. */
export function noShow(scene: Scene, { job, order }: Seen, sure: boolean): void {
  const { work, event } = scene;
  work.about = order.ref;
  if (!mayBeMissed(work, order, event.at)) {
    line(work, "no_show_not", { number: String(job.number) });
    give(work, orderChoices(work, order));
    return;
  }
  if (!sure) {
    line(work, "no_show_sure", { number: String(job.number) });
    give(work, [
      { value: pressOf("no_show", order.ref, "sure"), label: told(work, "do_sure_no_show") },
      { value: pressOf("show", order.ref), label: told(work, "do_not_yet") },
    ]);
    return;
  }
  reported(scene, order, { type: "no_show" });
  if (work.partner) work.partner = withoutJob(work.partner, order.ref);
  line(work, "no_show", namesOf(work, job, order));
}

export function problem(scene: Scene, { job, order }: Seen, text: string): void {
  const { work } = scene;
  const number = String(job.number);
  work.about = order.ref;
  if (text === "") {
    expect(work, { type: "problem", ref: order.ref });
    line(work, "problem_what", { number });
    return;
  }
  reported(scene, order, { type: "problem", text: cutTo(text, longestPassedOn) });
  line(work, "problem_sent", { number });
}

/** Longest text that is passed on, UTF-16 units. */
const longestPassedOn = 1_000;

/** Words to the customer go through the office; where the flow's rule is `relay`, without anything by which the two could reach each other. */
export function writeToCustomer(scene: Scene, { job, order }: Seen, text: string): void {
  const { work, event, chat } = scene;
  const number = String(job.number);
  work.about = order.ref;
  if (text === "") {
    expect(work, { type: "to_customer", ref: order.ref });
    line(work, "write_what", { number });
    return;
  }
  work.elsewhere.push({
    conversation: order.conversation,
    event: {
      type: "partner_wrote",
      at: event.at,
      order,
      partner: chat.id,
      text: cutTo(text, longestPassedOn),
    },
  });
  line(work, isUnread(scene, order) ? "written_by_staff" : "written", { number });
  const isRelayed = flowOf(work.catalogue, order).dispatch.contact === "relay";
  if (isRelayed && withoutContacts(text) !== text) line(work, "blotted");
}

export function keepProof(scene: Scene, { job, order }: Seen, document: Media): void {
  const { work } = scene;
  work.about = order.ref;
  reported(scene, order, { type: "proof", document });
  line(work, "proof_kept", { number: String(job.number) });
  give(work, orderChoices(work, order));
}

/** Nobody reads the order's chat: staff speak to its customer. */
const isUnread = ({ event }: Scene, { ref }: Order): boolean => event.unread?.includes(ref) === true;
