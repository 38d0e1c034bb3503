/** News of an order in the customer's chat: each told change once, by the status's or the stage's own sentence. */

import type { Move } from "../../domain/act.ts";
import type { Order } from "../../domain/order.ts";
import { formatTime, isolate } from "../../language/format.ts";
import { localTime } from "../../language/times/clock.ts";
import { stageOf } from "../../orders/status.ts";
import type { Flow, Stage } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { renderMessage, sayText } from "../show/render.ts";
import { aboutOf } from "../show/show.ts";
import { addNews, type Work } from "../work.ts";
import { appointmentIn } from "./appointment-day.ts";

/** Where orders of people who called or came in are kept: a channel that nobody reads. */
export const deskChannel = "desk";

/** Where what the office's own people ask of each other is kept: a chat for each of them, by their id. They read it in the queue. */
export const staffChannel = "staff";

/** Whether this chat has a reader. A page that was opened and not yet written to has one. */
export function hasReader({ before }: Pick<Work, "before">): boolean {
  return before.channel !== deskChannel && before.channel !== staffChannel;
}

/** Whether the customer of an order reads this chat: one that became a partner's since reads nothing of what was a customer's in it. */
export function canTell(work: Pick<Work, "before">): boolean {
  return hasReader(work) && work.before.partner === undefined;
}

/** Tells a move if its flow or status says so. `order` is its newest state, `before` the one that it left. */
export function tellMove(work: Work, before: Order, order: Order, move: Move): void {
  if (!canTell(work)) return;
  const { catalogue, language } = work;
  const flow = flowOf(catalogue, order);
  const mistaken = mistakenStage(flow, before, order);
  if (mistaken) {
    if (mistaken.tell === "customer") tellMistake(work, flow, order);
    return;
  }
  const stage = move.stage === undefined ? undefined : flow.stages.find(({ id }) => id === move.stage);
  const told = stage ?? catalogue.statuses.get(move.to);
  if (told?.tell !== "customer" || !told.say) return;
  const text = renderMessage(told.say[language], language, {
    ref: isolate(order.ref),
    about: aboutOf(catalogue, flow, order.fields, language),
    time: formatTime(localTime(order.changedAt, catalogue.zone), language),
    appointment: appointmentIn(work, flow, order.fields),
    note: move.note ?? "",
    reason: withoutStop(move.note ?? ""),
  });
  addNews(work, order.ref, text.trim());
}

/** A reason as it stands inside a sentence, whose own full stop follows. */
const withoutStop = (text: string): string => text.trim().replace(/[.。]+$/u, "");

/** The stage that a step back undoes. */
function mistakenStage(flow: Flow, before: Order, order: Order): Stage | undefined {
  if (order.state.status !== "in_progress") return undefined;
  const at = (state: Order["state"]): number => flow.stages.findIndex(({ id }) => id === stageOf(state));
  return at(order.state) < at(before.state) ? flow.stages[at(before.state)] : undefined;
}

/** What was told was not true: said once, with where the order really stands. Why is the colleagues' matter. */
function tellMistake(work: Work, flow: Flow, order: Order): void {
  const { catalogue, language } = work;
  const stage = flow.stages.find(({ id }) => id === stageOf(order.state));
  const status = (stage ?? catalogue.statuses.get(order.state.status))?.label[language] ?? order.state.status;
  addNews(
    work,
    order.ref,
    sayText(catalogue, language, "correct.stage_back", { ref: isolate(order.ref), status }),
  );
}
