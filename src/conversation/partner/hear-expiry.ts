/** With the last step of an order that can be renewed its partner is asked until when what was issued lasts, and answers by a date. */
import type { OrderRef } from "../../domain/ids.ts";
import type { Order } from "../../domain/order.ts";
import { localDate } from "../../language/clock.ts";
import { findDates } from "../../language/dates.ts";
import { formatDate } from "../../language/format.ts";
import { stageOf } from "../../orders/status.ts";
import { lacksExpiry } from "../expiry.ts";
import { flowOf } from "../pinned.ts";
import { seenOf } from "./jobs.ts";
import { reported } from "./reported.ts";
import type { Scene } from "./scene.ts";
import { namesOf } from "./show.ts";
import { expect, line } from "./speak.ts";

/** @param moved the order after its step */
export function askExpiry({ work }: Scene, moved: Order, number: string): void {
  const flow = flowOf(work.catalogue, moved);
  const isLast = moved.state.status === "done" || stageOf(moved.state) === flow.stages.at(-1)?.id;
  if (!isLast || !lacksExpiry(flow, moved)) return;
  expect(work, { type: "expiry", ref: moved.ref });
  line(work, "expiry_what", { number });
}

/** @returns false where the words are no date: then they mean something else */
export function hearExpiry(scene: Scene, ref: OrderRef, text: string): boolean {
  const { work, event, chat } = scene;
  const { zone } = work.catalogue;
  const [found] = findDates(text, { now: work.at, zone });
  const [seen] = seenOf(chat.jobs, event.orders).filter(({ order }) => order.ref === ref);
  if (!found || !seen || seen.order.partner?.id !== chat.id) return false;
  const { value } = found;
  const date = value.type === "date" ? value.date : undefined;
  const { job, order } = seen;
  work.about = ref;
  if (date === undefined || date <= localDate(work.at, zone)) {
    expect(work, { type: "expiry", ref });
    line(work, "expiry_unclear", { number: String(job.number) });
    return true;
  }
  reported(scene, order, { type: "expiry", date });
  line(work, "expiry_noted", {
    ...namesOf(work, job, order),
    date: formatDate(date, work.language, { hijri: true }),
  });
  return true;
}
