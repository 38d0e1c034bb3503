/** News of an order in the customer's chat: each told change once, by the status's or the stage's own sentence. */
import type { Move } from "../domain/event.ts";
import type { Order } from "../domain/order.ts";
import { localTime } from "../language/clock.ts";
import { formatTime, isolate } from "../language/format.ts";
import { flowOf } from "./pinned.ts";
import { renderMessage } from "./render.ts";
import { aboutOf } from "./show.ts";
import { addNews, type Work } from "./work.ts";

/** Where orders of people who called or came in are kept: the one channel that nobody reads. */
export const deskChannel = "desk";

/** Whether this chat has a reader. A page that was opened and not yet written to has one. */
export function canTell(work: Work): boolean {
  return work.before.channel !== deskChannel;
}

/** Tells a move if its flow or status says so. `order` is its newest state. */
export function tellMove(work: Work, order: Order, move: Move): void {
  if (!canTell(work)) return;
  const { catalogue, language } = work;
  const flow = flowOf(catalogue, order);
  const stage = move.stage === undefined ? undefined : flow.stages.find(({ id }) => id === move.stage);
  const told = stage ?? catalogue.statuses.get(move.to);
  if (told?.tell !== "customer" || !told.say) return;
  const text = renderMessage(told.say[language], language, {
    ref: isolate(order.ref),
    about: aboutOf(catalogue, flow, order.fields, language),
    time: formatTime(localTime(order.changedAt, catalogue.zone), language),
    note: move.note ?? "",
    reason: move.note ?? "",
  });
  addNews(work, order.ref, text.trim());
}
