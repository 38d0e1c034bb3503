/** Marks on an order of what was done because time went by, with their row of history, and nothing said at night. */
import type { HistoryRow, Order } from "../../domain/order.ts";
import type { OrderClock } from "../../domain/order-clock.ts";
import { nextVersion } from "../../orders/change.ts";
import { outsideTheNight } from "../../orders/night.ts";
import { rowOf } from "../../orders/row.ts";
import { changeOrder, type Work } from "../work.ts";
import { canTell } from "./news.ts";

/** The order with marks set. `what`: the row of its history; left out: nothing that anybody has to know of. */
export function markOrder(
  work: Work,
  order: Order,
  marks: Partial<OrderClock>,
  row?: Pick<HistoryRow, "what" | "by">,
): void {
  const marked: Order = { ...order, clock: { ...order.clock, ...marks } };
  if (!row) {
    changeOrder(work, nextVersion({ ...marked, clock: { ...marked.clock, at: work.at } }, order));
    return;
  }
  const { what, ...told } = row;
  changeOrder(work, nextVersion(marked, order, rowOf(order, what, { at: work.at, ...told })));
}

/** Who wrote this shortly ago is up, and waits for it. */
const awakeMs = 2 * 3_600_000;

/** Until when the customer is not to be told of it: the morning, at night; undefined: they may be told now, or nobody reads the chat. */
export function untilDay(work: Work): number | undefined {
  const { at, before, catalogue } = work;
  if (!canTell(work) || at - before.heardAt < awakeMs) return undefined;
  const day = outsideTheNight(at, catalogue.zone);
  return day === at ? undefined : day;
}

/** What the customer waits for comes in the morning, unless they are up. False where it may be done now. */
export function letsSleep(work: Work, order: Order): boolean {
  const day = untilDay(work);
  if (day !== undefined) markOrder(work, order, { quietUntil: day });
  return day !== undefined;
}

/** At night what is due waits for the morning. False by day. */
export function waitsForDay(work: Work, order: Order): boolean {
  const day = outsideTheNight(work.at, work.catalogue.zone);
  if (day === work.at) return false;
  markOrder(work, order, { quietUntil: day });
  return true;
}
