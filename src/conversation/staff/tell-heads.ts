/** What has come to a head is told to heads outside the queue: once a wait, each in a chat that stands for their mailbox. */
import type { Event } from "../../domain/event.ts";
import { parseOrderRef } from "../../domain/ids.ts";
import type { Order } from "../../domain/order.ts";
import { formatList } from "../../language/format.ts";
import { escalationsOf } from "../../orders/escalations.ts";
import { dueKnownOf } from "../order/due-known.ts";
import { markOrder, waitsForDay } from "../order/order-marks.ts";
import type { Work } from "../work.ts";

type OrderDue = Extract<Event, { type: "order_due" }>;

/**
 * @param heads whom the office tells; none: it sends no mail, or has nobody to tell. Left out: nobody has looked yet, as where it came to a head only after
 * it was listed: it stays due
 */
export function tellHeads(work: Work, order: Order, { heads }: Pick<OrderDue, "heads">): void {
  if (heads === undefined) return;
  if (!work.catalogue.office.heads_at_night && waitsForDay(work, order)) return;
  const all = escalationsOf(order, dueKnownOf(work, order));
  const told = Object.fromEntries(all.map(({ matter, since }) => [matter, since]));
  const note = formatList(
    heads.map(({ name }) => name),
    work.language,
  );
  const row = { what: "heads_told", by: { type: "office" }, note } as const;
  markOrder(
    work,
    order,
    { headsTold: { ...order.clock?.headsTold, ...told } },
    heads.length > 0 ? row : undefined,
  );
  for (const { conversation } of heads)
    work.elsewhere.push({ conversation, event: { type: "head_told", at: work.at, of: order.ref } });
}

/** In the head's own chat: what the letter says is looked up when it leaves; the words here are for who looks at the chat. */
export function stepHeadTold(work: Work, { of }: Extract<Event, { type: "head_told" }>): void {
  const { language } = work;
  const ref = parseOrderRef(of);
  work.says.push({
    ...{ type: "say", kind: "news", from: "office", language, text: of },
    ...(ref && { order: ref }),
  });
}
