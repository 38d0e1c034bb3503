/** With the last step of an order that can be renewed its partner is asked until when what was issued lasts, and answers by a date. */
import type { OrderRef } from "../../domain/ids.ts";
import type { Order } from "../../domain/order.ts";
import { findDates } from "../../language/days/dates.ts";
import { formatDate } from "../../language/format.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { addDays, isDate, localDate } from "../../language/times/clock.ts";
import { stageOf } from "../../orders/status.ts";
import { flowOf } from "../flow/pinned.ts";
import { lacksExpiry } from "../order/expiry.ts";
import { type Seen, seenOf } from "./jobs.ts";
import { reported } from "./reported.ts";
import type { Scene } from "./scene.ts";
import { namesOf, pressOf, told } from "./show.ts";
import { expect, give, line } from "./speak.ts";
import { aroundDates } from "./words.ts";

/** @param moved the order after its step */
export function askExpiry({ work }: Scene, moved: Order, number: string): void {
  const flow = flowOf(work.catalogue, moved);
  const isLast = moved.state.status === "done" || stageOf(moved.state) === flow.stages.at(-1)?.id;
  if (!isLast || !lacksExpiry(flow, moved)) return;
  expect(work, { type: "expiry", ref: moved.ref });
  line(work, "expiry_what", { number });
}

/** What lasts no longer than this was hardly renewed: most often the day is one of something else. */
const soonDays = 7;

/** A message that is nothing but a date and words around one; a near one, or one after another, is read back. @returns false where it says anything else: then it is for something else */
export function hearExpiry(scene: Scene, ref: OrderRef, text: string): boolean {
  const { work } = scene;
  const { zone } = work.catalogue;
  const found = findDates(text, { now: work.at, zone });
  const [first, another] = found;
  const seen = ownOf(scene, ref);
  if (!first || !seen || !isDateAlone(text, found)) return false;
  const { value } = first;
  const date = value.type === "date" && !another ? value.date : undefined;
  const today = localDate(work.at, zone);
  work.about = ref;
  if (date === undefined || date <= today) {
    expect(work, { type: "expiry", ref });
    line(work, "expiry_unclear", { number: String(seen.job.number) });
  } else if (date <= addDays(today, soonDays) || !lacksExpiry(flowOf(work.catalogue, seen.order), seen.order))
    askSure(scene, seen, date);
  else note(scene, seen, date);
  return true;
}

/** A press below a date that was read back. @param date left out: another one is to be said */
export function pressExpiry(scene: Scene, { order: { ref } }: Seen, date: string | undefined): void {
  const { work } = scene;
  const seen = ownOf(scene, ref);
  work.about = ref;
  if (!seen) line(work, "unclear");
  else if (date !== undefined && isDate(date) && date > localDate(work.at, work.catalogue.zone))
    note(scene, seen, date);
  else {
    expect(work, { type: "expiry", ref });
    line(work, "expiry_what", { number: String(seen.job.number) });
  }
}

function ownOf({ chat, event }: Scene, ref: OrderRef): Seen | undefined {
  const [seen] = seenOf(chat.jobs, event.orders).filter(({ order }) => order.ref === ref);
  return seen?.order.partner?.id === chat.id ? seen : undefined;
}

function askSure({ work }: Scene, { job, order }: Seen, date: string): void {
  expect(work, { type: "expiry", ref: order.ref });
  const shown = formatDate(date, work.language, { hijri: true });
  line(work, "expiry_sure", { number: String(job.number), date: shown });
  give(work, [
    { value: pressOf("expiry", order.ref, date), label: told(work, "do_expiry") },
    { value: pressOf("expiry", order.ref), label: told(work, "do_other_date") },
  ]);
}

/** A date that follows at once puts it right, once it was read back. */
function note(scene: Scene, { job, order }: Seen, date: string): void {
  const { work } = scene;
  reported(scene, order, { type: "expiry", date });
  expect(work, { type: "expiry", ref: order.ref });
  line(work, "expiry_noted", {
    ...namesOf(work, job, order),
    date: formatDate(date, work.language, { hijri: true }),
  });
}

const around: ReadonlySet<string> = new Set(tokens(aroundDates.replaceAll("|", " ")).map(({ text }) => text));

/** «ساري حتى 15 مارس 2027 إن شاء الله»: not a word that says something else. */
function isDateAlone(
  text: string,
  found: readonly { readonly start: number; readonly end: number }[],
): boolean {
  let rest = text;
  for (const { start, end } of found.toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return tokens(rest).every((token) => around.has(token.text));
}
