/** Corrections, at any time: of the form that is open, or of an order that nobody has begun yet. What has begun goes to staff. */

import type { Fields } from "../domain/answer.ts";
import type { Draft, OrderSummary } from "../domain/conversation.ts";
import type { Order } from "../domain/order.ts";
import type { BadField, ReadFields } from "../domain/understanding.ts";
import { isolate } from "../language/format.ts";
import { correctOrder, joinChanges } from "../orders/change.ts";
import { isClosed } from "../orders/status.ts";
import { askField } from "./ask.ts";
import { orderInEvent } from "./cancel.ts";
import { askDecision } from "./decisions.ts";
import { fill } from "./fill.ts";
import { sourceOf, takeFields } from "./form.ts";
import { staffBy, wantPerson } from "./person.ts";
import { flowOf, questionNamed } from "./pinned.ts";
import { aboutOf, showFields } from "./show.ts";
import { activeDraft, addLine, changeOrder, type Work } from "./work.ts";

type Correction = {
  readonly fields: ReadFields;
  readonly ask?: readonly string[] | undefined;
  readonly bad?: Readonly<Record<string, BadField>> | undefined;
};

export function correct(work: Work, correction: Correction): void {
  const draft = activeDraft(work);
  if (!draft) {
    amend(work, correction);
    return;
  }
  const some = Object.keys(correction.fields).length + Object.keys(correction.bad ?? {}).length > 0;
  if (some) takeFields(work, draft, { fields: correction.fields, bad: correction.bad });
  if (work.asked) return;
  const flow = flowOf(work.catalogue, draft);
  const question = correction.ask
    ?.map((name) => questionNamed(flow, name))
    .find((found) => found !== undefined);
  if (question) askToChange(work, activeDraft(work) ?? draft, question.name);
  else if (!some) askWhatToChange(work, draft);
}

/** Asks one field anew, though it holds a value: that stays until another is given. */
export function askToChange(work: Work, draft: Draft, name: string): void {
  const question = questionNamed(flowOf(work.catalogue, draft), name);
  if (question) askField(work, draft, question);
}

/** "Change", without saying what: asks only that. */
export function askWhatToChange(work: Work, draft: Draft): void {
  askDecision(work, { type: "change_what", draft: draft.id });
}

/** A correction after the order was placed. */
function amend(work: Work, correction: Correction): void {
  const summary = work.orders.find((order) => !isClosed(order.status) && fits(work, order, correction));
  if (!summary) {
    addLine(work, "correct.nothing_open");
    return;
  }
  const order = orderInEvent(work, summary.ref);
  const free = order && !order.claim && (order.state.status === "placed" || order.state.status === "seeking");
  if (!order || !free || Object.keys(correction.fields).length === 0) {
    wantPerson(work, "other", false, summary.ref);
    addLine(work, "correct.needs_staff", { ref: isolate(summary.ref), by: staffBy(work) });
    return;
  }
  amendNow(work, order, correction);
}

function fits(work: Work, order: OrderSummary, { fields, ask }: Correction): boolean {
  const flow = flowOf(work.catalogue, order);
  return [...Object.keys(fields), ...(ask ?? [])].every((name) => questionNamed(flow, name));
}

function amendNow(work: Work, order: Order, correction: Correction): void {
  const flow = flowOf(work.catalogue, order);
  const filled = fill(flow, order.fields, correction.fields, correction.bad, sourceOf(work));
  const names = [...filled.noted, ...filled.changed];
  if (names.length === 0 || filled.bad.length > 0) {
    addLine(work, "correct.unchanged");
    return;
  }
  const change = names
    .map((field) => changeOf(work, order, filled.fields, field))
    .reduce((joined, next) => joinChanges(joined, next));
  changeOrder(work, change);
  const about = aboutOf(work.catalogue, flow, filled.fields, work.language);
  work.orders = work.orders.map((known) => (known.ref === order.ref ? { ...known, about } : known));
  work.about = order.ref;
  addLine(work, "correct.amended", {
    ref: isolate(order.ref),
    what: showFields(work.catalogue, flow, filled.fields, names, work.language),
  });
}

function changeOf(work: Work, order: Order, fields: Fields, field: string) {
  const after = fields[field];
  if (!after) throw new Error(`no value for ${field} after it was filled`);
  return correctOrder(order, fields, {
    field,
    before: order.fields[field],
    after,
    by: { type: "customer" },
    at: work.at,
    what: "amended",
  });
}
