/**
 * Changing an order that is placed: what is to be changed is read back and asked for once; then it becomes a row of the order's
 * history. An order that somebody works on already is left to staff, with what the customer wants written into its history.
 */
import type { AnswerValue, Field, Fields } from "../../domain/answer.ts";
import type { OrderSummary } from "../../domain/conversation.ts";
import { limitOf } from "../../domain/files.ts";
import type { OrderRef } from "../../domain/ids.ts";
import type { Open } from "../../domain/open-question.ts";
import type { Order } from "../../domain/order.ts";
import type { BadField, ReadFields } from "../../domain/understanding.ts";
import { isolate } from "../../language/format.ts";
import { isDate } from "../../language/times/clock.ts";
import { correctOrder, joinChanges, noteOrder } from "../../orders/change.ts";
import { quotesOf } from "../../orders/quotes.ts";
import { isClosed } from "../../orders/status.ts";
import { needsConsent } from "../consent/consent.ts";
import type { Flow } from "../flow/flow.ts";
import { flowOf, questionNamed } from "../flow/pinned.ts";
import { type Filled, fill, settle } from "../form/fill.ts";
import { joined } from "../form/keep-note.ts";
import { likenessOf } from "../form/likeness.ts";
import { remembered } from "../form/place.ts";
import { sourceOf } from "../form/source.ts";
import { askDecision, decisionText, isAmendable } from "../hearing/decisions.ts";
import { promiseAnswer, wantPerson } from "../person/person.ts";
import { orderOfNamedField } from "../reading/reading-context.ts";
import { daysMeant } from "../show/field-question.ts";
import { aboutBoth, showNamed } from "../show/show.ts";
import { showWords } from "../show/show-value.ts";
import { addLine, changeOrder, type Work } from "../work.ts";
import { noteMoveWish, tellIfTooLate } from "./appointment-wish.ts";
import { orderInEvent } from "./cancel.ts";
import { statusLabel } from "./order-status.ts";

export type Correction = {
  readonly fields: ReadFields;
  readonly ask?: readonly string[] | undefined;
  readonly bad?: Readonly<Record<string, BadField>> | undefined;
};

type Amending = Extract<Open, { type: "amend_what" | "amend_field" | "amend_order" }>;

/**
 * A correction while no form is open: of the order that is named, else of the newest open one that it fits.
 * @param named a reference that the message mentions
 */
export function amend(work: Work, correction: Correction, named?: OrderRef): void {
  const summary = orderMeant(work, correction, named);
  // The newest wish wins; what was about to be cancelled is said to stand.
  if (work.open?.type === "cancel_order") {
    addLine(work, "cancel.order_kept", { ref: isolate(work.open.ref) });
    work.open = undefined;
  }
  if (!summary) {
    tellNothing(work, named);
    return;
  }
  const { ref } = summary;
  const flow = flowOf(work.catalogue, summary);
  // Without its consent nothing more is written down: the customer tells staff.
  if (needsConsent(work.catalogue, work, summary.service, work.at)) {
    leaveToStaff(work, ref, "", Object.keys(correction.fields));
    return;
  }
  const order = freeOrder(work, ref);
  if (!order) {
    const known = orderInEvent(work, ref);
    const { fields } = fill(flow, known?.fields ?? {}, correction.fields, undefined, sourceOf(work));
    const names = differing(known, fields);
    leaveToStaff(work, ref, showNamed(work.catalogue, flow, fields, names, work.language), names);
    return;
  }
  const filled = fill(flow, wanted(work, flow, order), correction.fields, correction.bad, sourceOf(work));
  if (filled.bad.length > 0) tellBad(work, ref, flow, filled);
  else askForIt(work, order, filled.fields, correction);
}

/** Words for whoever carries an order out, told once it is placed: what is noted there already stays. */
export function amendNote(work: Work, text: string, named: OrderRef | undefined): void {
  const said = text.trim().replace(/\s+/g, " ");
  const read = { value: said, text, start: 0, end: text.length };
  const summary = orderMeant(work, { fields: { notes: read } }, named);
  const order = summary && freeOrder(work, summary.ref);
  const held = order && wanted(work, flowOf(work.catalogue, summary), order).notes?.value;
  const value = typeof held === "string" ? joined(held, said) : said;
  amend(work, { fields: { notes: { ...read, value } } }, named);
}

/** No order can be changed; the one that was named is over. */
function tellNothing(work: Work, named: OrderRef | undefined): void {
  const closed = work.orders.find(({ ref, status }) => ref === named && isClosed(status));
  if (!closed) addLine(work, "correct.nothing_open");
  else
    addLine(work, "correct.already_closed", {
      ref: isolate(closed.ref),
      status: statusLabel(work, closed.status),
    });
}

function askForIt(work: Work, order: Order, fields: Fields, { fields: read, ask }: Correction): void {
  const { ref } = order;
  const names = differing(order, fields);
  const [field] = (ask ?? []).filter((name) => read[name] === undefined);
  if (Object.keys(read).length === 0 && field !== undefined)
    askDecision(work, { type: "amend_field", ref, field });
  else if (Object.keys(read).length === 0) askDecision(work, { type: "amend_what", ref });
  else if (names.length === 0) {
    work.open = undefined;
    addLine(work, "correct.kept", { ref: isolate(ref) });
  } else askDecision(work, { type: "amend_order", ref, fields: pick(fields, names) });
}

/** The order's fields with what is being asked for already. */
function wanted(work: Work, flow: Flow, order: Order): Fields {
  const { open } = work;
  if (open?.type !== "amend_order" || open.ref !== order.ref) return order.fields;
  return settle(flow, order.fields, saidOnly(open.fields)).fields;
}

const saidOnly = (fields: Fields): Fields =>
  pick(
    fields,
    Object.keys(fields).filter((name) => fields[name]?.evidence.by !== "derived"),
  );

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, fields[name] as Field]));
}

function differing(order: Order | undefined, fields: Fields): readonly string[] {
  return Object.keys(fields).filter(
    (name) => JSON.stringify(fields[name]?.value) !== JSON.stringify(order?.fields[name]?.value),
  );
}

function orderMeant(
  work: Work,
  { fields, ask }: Correction,
  named: OrderRef | undefined,
): OrderSummary | undefined {
  const { open } = work;
  const amending =
    open?.type === "amend_what" || open?.type === "amend_field" || open?.type === "amend_order";
  const ref =
    named ?? (amending ? open.ref : orderOfNamedField(work.catalogue, work.orders, textOf(work))?.ref);
  const names = [...Object.keys(fields), ...(ask ?? [])];
  const fits = (order: OrderSummary): boolean =>
    names.every((name) => questionNamed(flowOf(work.catalogue, order), name));
  const able = work.orders.filter((order) => !isClosed(order.status) && fits(order));
  return able.find((order) => order.ref === ref) ?? (named === undefined ? able[0] : undefined);
}

/** The words of the message that is being heard. */
export function textOf({ said }: Work): string {
  return said && "text" in said.content ? said.content.text : "";
}

/** The order's newest state while it is still free to change: nobody holds it, and no price was named. */
function freeOrder(work: Work, ref: OrderRef): Order | undefined {
  const order = orderInEvent(work, ref);
  if (!order || (order.state.status !== "placed" && order.state.status !== "seeking")) return undefined;
  const { claim } = order;
  return claim && (claim.until === undefined || claim.until > work.fresh.realNow) ? undefined : order;
}

function tellBad(work: Work, ref: OrderRef, flow: Flow, { bad: [bad] }: Filled): void {
  const question = bad && questionNamed(flow, bad.name);
  if (!bad || !question) return;
  const bound = (limit: number | undefined): string => (limit === undefined ? "none" : String(limit));
  addLine(work, `bad_answer.${bad.reason}`, {
    label: question.label[work.language],
    value: showWords(bad.text, 60),
    min: bound(question.min ?? question.above),
    max: bound(limitOf(bad.reason) ?? question.max),
  });
  const days = bad.reason === "ambiguous_weekday" && { days: daysMeant(work) };
  askDecision(work, { type: "amend_field", ref, field: question.name, ...days });
}

/** Work on it has begun: a person settles it, and finds in the history what the customer wants. */
function leaveToStaff(work: Work, ref: OrderRef, what: string, names: readonly string[]): void {
  const order = orderInEvent(work, ref);
  work.open = undefined;
  wantPerson(work, "other", false, ref);
  work.about = ref;
  const by = promiseAnswer(work);
  if (what === "") {
    addLine(work, "correct.needs_staff", { ref: isolate(ref), by });
    return;
  }
  if (order) {
    const noted = noteOrder(order, what, { type: "customer" }, work.at);
    changeOrder(work, noted);
    noteMoveWish(work, noted.order, names);
  }
  addLine(work, "correct.needs_staff_noted", { ref: isolate(ref), what, by });
  if (order) tellIfTooLate(work, order);
}

/** An answer to one of the three questions. False when it has none such. */
export function answerAmending(work: Work, open: Amending, id: string): boolean {
  const flow = flowOfOrder(work, open.ref);
  if (!flow) return false;
  if (open.type === "amend_order" && id === "yes") {
    amendNow(work, open, flow);
    return true;
  }
  const value = open.type === "amend_field" ? pressedValue(flow, open.field, id) : undefined;
  if (open.type === "amend_field" && value !== undefined) {
    amend(work, { fields: { [open.field]: { value, text: id, start: 0, end: id.length } } }, open.ref);
    return true;
  }
  if (id === "no") {
    keepOrder(work, open.ref);
    return true;
  }
  const named = questionNamed(flow, id);
  if (open.type === "amend_what" && named && isAmendable(named)) {
    askDecision(work, { type: "amend_field", ref: open.ref, field: id });
    return true;
  }
  work.aside = true;
  return id === "yes";
}

/** The customer leaves the order as it is. */
function keepOrder(work: Work, ref: OrderRef): void {
  work.open = undefined;
  addLine(work, "correct.kept", { ref: isolate(ref) });
}

function flowOfOrder(work: Work, ref: OrderRef): Flow | undefined {
  const summary = work.orders.find((order) => order.ref === ref);
  return summary && flowOf(work.catalogue, summary);
}

function pressedValue(flow: Flow, field: string, id: string): AnswerValue | undefined {
  const question = questionNamed(flow, field);
  if (question?.type === "yes_no") return id === "yes" ? true : id === "no" ? false : undefined;
  if (question?.type === "date") return isDate(id) ? id : undefined;
  return question?.options?.find((option) => option.id === id)?.id;
}

/** The customer is sure: the order changes, unless somebody has taken it up meanwhile. */
function amendNow(work: Work, open: Extract<Amending, { type: "amend_order" }>, flow: Flow): void {
  const { catalogue, language } = work;
  const asked = decisionText(work, open);
  const order = freeOrder(work, open.ref);
  if (!order) {
    const names = Object.keys(open.fields);
    leaveToStaff(work, open.ref, showNamed(catalogue, flow, open.fields, names, language), names);
    return;
  }
  work.open = undefined;
  const { fields } = settle(flow, order.fields, saidOnly(open.fields));
  const names = differing(order, fields);
  const changes = names.map((field) => amendedField(work, order, fields, field, asked));
  const [first, ...others] = changes;
  if (!first) {
    addLine(work, "correct.kept", { ref: isolate(order.ref) });
    return;
  }
  const hadPrices = quotesOf(order, work.at).length > 0;
  changeOrder(work, others.reduce(joinChanges, first));
  refreshSummary(work, { ...order, fields }, flow);
  work.known = remembered(work.known, flow, fields);
  work.about = order.ref;
  addLine(work, "correct.amended", {
    ref: isolate(order.ref),
    what: showNamed(catalogue, flow, fields, names, language),
  });
  if (!hadPrices) return;
  wantPerson(work, "prices", false, order.ref);
  addLine(work, "quotes.changed", { by: promiseAnswer(work) });
}

function amendedField(work: Work, order: Order, fields: Fields, field: string, note: string) {
  return correctOrder(order, fields, {
    field,
    before: order.fields[field],
    after: fields[field] as Field,
    by: { type: "customer" },
    at: work.at,
    what: "amended",
    note,
  });
}

/** What the chat remembers of an order whose fields have changed. */
export function refreshSummary(work: Work, order: Order, flow: Flow): void {
  const about = aboutBoth(work.catalogue, flow, order.fields);
  const likeness = likenessOf(order.service, order.fields);
  work.orders = work.orders.map((known) => (known.ref === order.ref ? { ...known, about, likeness } : known));
}
