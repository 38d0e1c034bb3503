/**
 * The customer complains. A complaint is opened with the words as they are told, tied to the order that is named or that alone can be meant;
 * what is said of the same matter later goes into it. Nobody fills in a form for it, and silence loses nothing.
 */
import type { OrderSummary } from "../../domain/conversation.ts";
import type { OrderRef } from "../../domain/ids.ts";
import type { Order } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import { fold } from "../../language/letters/normalise.ts";
import { complainMore, isOpenComplaint, tieComplaint } from "../../orders/complaint.ts";
import { isClosed } from "../../orders/status.ts";
import { type ComplaintFlow, complaintFlow } from "../flow/complaint-flow.ts";
import { askDecision, type Decision } from "../hearing/decisions.ts";
import { orderInEvent } from "../order/cancel.ts";
import { closeDecision, complainToPerson, staffMoment, wantPerson } from "../person/person.ts";
import { showMoment } from "../show/show.ts";
import { activeDraft, addLine, changeOrder, newOrders, type Work } from "../work.ts";
import { addWords, notContent } from "./complaint-answer.ts";
import { openComplaint, toldIn } from "./complaint-open.ts";
import { type Meant, orderMeant, orderName } from "./complaint-order.ts";

/** An order of one's own, by any name. */
const ordered = /طلب|شحن|طرد|اوردر|حجز|معامل|مندوب|order|talab|parcel|shipment|booking|request|courier/i;
/** Who says so in a form means more than the form. */
const complaining = /شكو|شكاو|اشتكي|اشكي|نشتكي|shakwa|complain/i;

/** @param wantsPerson the same message asks for a person, too */
export function complain(
  work: Work,
  ref: OrderRef | undefined,
  { text, wantsPerson }: { readonly text: string; readonly wantsPerson: boolean },
): void {
  const flow = complaintFlow(work.catalogue);
  const inForm = activeDraft(work) !== undefined && !wantsPerson;
  const meant = orderMeant(work, ref, text);
  const earlier = complaintMeant(work, ref, meant);
  if (!earlier && (!flow || (inForm && !isMoreThanTheForm(work, ref, text)))) {
    complainToPerson(work, ref, wantsPerson);
    return;
  }
  if (earlier && tellMore(work, earlier, meant, { text, wantsPerson })) return;
  if (flow && !blamesNothing(work, meant)) openAnew(work, flow, meant, { text, wantsPerson });
  else complainToPerson(work, ref, wantsPerson);
}

/** The only order that there is was placed by this very message: it is no complaint about that one. */
function blamesNothing(work: Work, { about, among, unknown }: Meant): boolean {
  return newOrders(work) > 0 && about === undefined && among.length === 0 && unknown === undefined;
}

/** No order is meant by «قلت لكم جدة» inside a form, unless one is spoken of. */
function isMoreThanTheForm(work: Work, ref: OrderRef | undefined, text: string): boolean {
  const said = fold(text);
  return ref !== undefined || complaining.test(said) || (work.orders.length > 0 && ordered.test(said));
}

const complaintNamed = (work: Work, ref: OrderRef): OrderSummary | undefined =>
  work.complaints.find((one) => one.ref === ref);

/**
 * The complaint of the same matter: the one that is named, one about the same order, or any that is open, where no other order is surely meant. One that
 * settled the matter for its customer is over: what they complain of now is another one.
 */
function complaintMeant(work: Work, ref: OrderRef | undefined, meant: Meant): OrderSummary | undefined {
  const named = ref === undefined ? undefined : complaintNamed(work, ref);
  if (named) return named;
  const { about, among, isSure, unknown } = meant;
  // Of no order known yet is not of none: it is asked, or was named by a number that is nobody's.
  const isOfNone = about === undefined && among.length === 0 && unknown === undefined;
  const ofMatter = work.complaints.filter(({ of }) => (about === undefined ? isOfNone && !of : of === about));
  const [newest] = ofMatter;
  const open = ofMatter.find(isOpenComplaint) ?? (newest && mayComeBack(newest) ? newest : undefined);
  if (open) return open;
  const isAny = !isSure && unknown === undefined;
  return work.complaints.find((one) => isOpenComplaint(one) && (one.of === undefined || isAny));
}

const mayComeBack = ({ status, settledBy }: OrderSummary): boolean =>
  status === "done" && settledBy !== "customer";

type Told = { readonly text: string; readonly wantsPerson: boolean };

/** Into the complaint that there is; one that was answered is opened again. False where it takes no more. */
function tellMore(
  work: Work,
  { ref }: OrderSummary,
  { about, unknown }: Meant,
  { text, wantsPerson }: Told,
): boolean {
  const order = orderInEvent(work, ref);
  if (!order) return false;
  if (order.kind !== "complaint") return false;
  const said = toldIn(work, text);
  if (!notContent(work, order, said, { wantsPerson })) {
    if (isClosed(order.state.status)) return false;
    if (said) changeOrder(work, complainMore(order, said, { type: "customer" }, work.at));
    tie(work, order, about);
    wantPerson(work, "complaint", wantsPerson, ref);
    addLine(work, "complaint.added", { ref: isolate(ref), by: by(work, order) });
    if (unknown) addLine(work, "order_status.unknown", { ref: isolate(unknown) });
  }
  afterwards(work, wantsPerson);
  return true;
}

/** When they hear of it: as it was promised, while that is still to come. */
function by(work: Work, { promisedBy = 0 }: Pick<Order, "promisedBy">): string {
  const { at, catalogue, language } = work;
  return showMoment(promisedBy > at ? promisedBy : staffMoment(work), at, catalogue.zone, language);
}

/** What was not known of it before. */
function tie(work: Work, order: Order, about: OrderRef | undefined): void {
  if (order.about !== undefined || about === undefined || about === order.ref) return;
  tieAnew(work, order, about);
}

/** What the customer says outright counts more than what was taken for it. */
function tieAnew(work: Work, { ref }: Order, about: OrderRef): void {
  const order = orderInEvent(work, ref);
  if (order && order.about !== about)
    changeOrder(work, tieComplaint(order, about, { type: "customer" }, work.at));
}

function openAnew(
  work: Work,
  flow: ComplaintFlow,
  { about, among, unknown }: Meant,
  { text, wantsPerson }: Told,
): void {
  const opened = openComplaint(work, flow, {
    ...{ told: toldIn(work, text), about, by: { type: "customer" } },
    ...(wantsPerson && { promisedBy: staffMoment(work) }),
  });
  const { ref } = opened;
  wantPerson(work, "complaint", wantsPerson, ref);
  const names = { ref: isolate(ref), by: by(work, opened) };
  if (about === undefined) addLine(work, "complaint.received", names);
  else addLine(work, "complaint.received_order", { ...names, order: orderName(work, about) });
  if (unknown) addLine(work, "order_status.unknown", { ref: isolate(unknown) });
  work.about = ref;
  afterwards(work, wantsPerson);
  if (among.length > 0 && !wantsPerson && !activeDraft(work) && work.question === undefined)
    askWhich(work, ref, among);
}

/** The form goes on beside it; without one, or where a person is waited for, nothing else is asked now. */
function afterwards(work: Work, wantsPerson: boolean): void {
  if (wantsPerson) addLine(work, "complaint.paused");
  else if (activeDraft(work)) {
    work.aside = true;
    addLine(work, "complaint.form_goes_on");
    return;
  }
  // What was asked in this very turn («الغوا الطلب، …») waits for its answer.
  if (work.question !== undefined) return;
  closeDecision(work);
  work.asked = true;
}

/** Asked once. The complaint stands, whatever becomes of the question. */
function askWhich(work: Work, complaint: OrderRef, among: readonly OrderRef[]): void {
  askDecision(work, {
    ...{ type: "which_order", purpose: "complain", complaint },
    refs: among.slice(0, 9),
  });
}

/** The answer to it. False where it is none. */
export function chooseComplained(
  work: Work,
  { complaint, refs }: Extract<Decision, { type: "which_order" }>,
  id: string,
): boolean {
  const order = complaint && orderInEvent(work, complaint);
  const about = refs.find((ref) => ref === id);
  if (!order || (id !== "none" && id !== "no" && !about)) return false;
  work.open = undefined;
  const ref = isolate(order.ref);
  if (!about || isClosed(order.state.status)) addLine(work, "complaint.untied", { ref });
  else {
    tieAnew(work, order, about);
    addLine(work, "complaint.tied", { ref, order: orderName(work, about) });
  }
  work.about = order.ref;
  return true;
}

/**
 * A low mark opens a complaint of the order, or goes into the one that there is, which is opened again where it was answered.
 * @param said the customer's words with it
 * @returns the complaint; undefined where none is kept
 */
export function complainByMark(work: Work, order: Order, said: string): MarkedComplaint | undefined {
  const flow = complaintFlow(work.catalogue);
  const told = toldIn(work, said);
  const earlier = work.complaints.find((one) => one.of === order.ref && one.status !== "cancelled");
  const known = earlier && orderInEvent(work, earlier.ref);
  if (known && notContent(work, known, told)) return { ref: known.ref, by: undefined };
  if (earlier && isOpenComplaint(earlier)) {
    if (told) addWords(work, earlier.ref, told);
    return { ref: earlier.ref, by: by(work, known ?? earlier) };
  }
  const opened = flow && openComplaint(work, flow, { told, about: order.ref, by: { type: "customer" } });
  return opened && { ref: opened.ref, by: by(work, opened) };
}

/** `by`: when they hear of it, as customers read it; undefined where they have been told already. */
export type MarkedComplaint = { readonly ref: OrderRef; readonly by: string | undefined };
