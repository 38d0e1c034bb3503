/**
 * The answers to the question whether data of a protected kind may be kept, and a consent that is taken back. A yes uses what the shell held
 * in memory; after a restart there is nothing to use, and that is said.
 */
import type { Field, Fields } from "../../domain/answer.ts";
import type { Consent } from "../../domain/consent.ts";
import type { Open } from "../../domain/open-question.ts";
import type { Order } from "../../domain/order.ts";
import type { HeldSaying } from "../../domain/said.ts";
import type { BadField } from "../../domain/understanding.ts";
import { localDate } from "../../language/times/clock.ts";
import { holdersOf } from "../../orders/change.ts";
import { isToldOfData } from "../../orders/data-told.ts";
import { isClosed } from "../../orders/status.ts";
import type { Flow } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { beginForm } from "../form/begin-form.ts";
import { type FillSource, fill } from "../form/fill.ts";
import { askDecision } from "../hearing/decisions.ts";
import { sayKindlyOf } from "../hearing/say-kindly.ts";
import { callPartnersOff, isSought, ordersOfWish } from "../partner/call-partners-off.ts";
import { dataRequestBy, wantPerson } from "../person/person.ts";
import { activeDraft, addLine, dropDraft, type Work } from "../work.ts";
import { heldSayings } from "./consent.ts";

/** Yes, no, or neither (false). */
export function answerConsent(work: Work, open: Extract<Open, { type: "consent" }>, id: string): boolean {
  if (id !== "yes" && id !== "no") return false;
  work.open = undefined;
  work.misses = 0;
  if (id === "yes") agreeToKeep(work, open);
  else refuseToKeep(work);
  return true;
}

function agreeToKeep(work: Work, open: Extract<Open, { type: "consent" }>): void {
  const flow = work.catalogue.flows.get(open.service);
  if (!flow?.sensitive) return;
  const { said, at } = work;
  const consent: Consent = {
    purpose: flow.sensitive,
    at: said?.at ?? at,
    messageId: said?.id ?? "",
    language: work.before.language,
    text: open.text,
  };
  work.consents = [...(work.consents ?? []), consent];
  const held = heldOf(work, flow);
  addLine(work, held || !open.withheld ? "consent.agreed" : "consent.asked_anew");
  sayKindlyOf(work, heldSayings(work).find(({ trouble }) => trouble)?.trouble);
  beginForm(work, flow.id, { fields: {}, earlier: held?.fields, bad: held?.bad });
}

/** Nothing was kept, so nothing is to be taken back. */
function refuseToKeep(work: Work): void {
  if (activeDraft(work)) {
    addLine(work, "consent.refused_in_form");
    return;
  }
  addLine(work, "consent.refused");
  askDecision(work, { type: "offer_person" });
}

/**
 * «إلغاء» while the consent is asked for: that is a no. Whoever names another wish in the same breath is not asked why. False where no
 * consent is open.
 */
export function leaveConsent(work: Work): boolean {
  const { open, event } = work;
  if (open?.type !== "consent") return false;
  const instead =
    event.type === "understood" &&
    event.reading.understandings.some((one) => one.type === "request" && one.service !== open.service);
  if (instead) work.open = undefined;
  else answerConsent(work, open, "no");
  return true;
}

type Held = { readonly fields: Fields; readonly bad: Readonly<Record<string, BadField>> };

/** What was said of a service while it could not be kept, each value with the message that it came from; later words win. */
export function heldOf(work: Work, flow: Flow): Held | undefined {
  const held = heldSayings(work);
  if (held.length === 0) return undefined;
  let fields: Record<string, Field> = {};
  let bad: Record<string, BadField> = {};
  for (const saying of held) {
    const said = saying.said[flow.id];
    if (said) {
      fields = { ...fill(flow, fields, said.fields, said.bad, sourceOf(work, saying)).fields };
      // What was said better afterwards is no problem any more.
      const left = Object.entries({ ...bad, ...said.bad }).filter(([name]) => !fields[name]);
      bad = Object.fromEntries(left);
    }
  }
  return { fields, bad };
}

function sourceOf(work: Work, { by, messageId, at }: HeldSaying): FillSource {
  return { by, messageId, today: localDate(at, work.catalogue.zone) };
}

/** «سحب الموافقة»: the forms of that kind are dropped at once; orders that are placed, and the chat's own lines, go to a person. */
export function withdrawConsent(work: Work): void {
  const standing = work.consents?.filter(({ withdrawnAt }) => withdrawnAt === undefined) ?? [];
  const isElsewhere = withdrawElsewhere(work);
  if (work.open?.type === "consent" && !isElsewhere) {
    answerConsent(work, work.open, "no");
    return;
  }
  work.aside = true;
  const orders = ordersOfWish(work).filter((order) => flowOf(work.catalogue, order).sensitive !== undefined);
  const isOpen = orders.some(({ state }) => !isClosed(state.status));
  const isKnown = orders.some((order) => holdersOf(order).length > 0);
  // Taken back before, or agreed to in another chat: what partners have got since, or may still get, is meant all the same.
  if (
    standing.length === 0 &&
    !isElsewhere &&
    !orders.some((order) => isNewToPartners(order) || isSought(work, order))
  ) {
    addLine(work, "consent.none");
    return;
  }
  endConsents(work);
  const closed = isKnown ? "consent.withdrawn_done" : "consent.withdrawn";
  addLine(work, isOpen ? "consent.withdrawn_orders" : closed, { by: dataRequestBy(work) });
  callPartnersOff(work, "withdraw", orders);
}

/** None stands any more, and nothing that is under way here writes down more. A person deletes what was written. */
function endConsents(work: Work): void {
  work.consents = work.consents?.map((consent) =>
    consent.withdrawnAt === undefined ? { ...consent, withdrawnAt: work.at } : consent,
  );
  for (const draft of work.drafts)
    if (flowOf(work.catalogue, draft).sensitive !== undefined) dropDraft(work, draft.id);
  if (work.open?.type === "consent" || isAboutProtectedOrder(work)) work.open = undefined;
  wantPerson(work, "privacy", false);
}

/** A person takes it back, not a chat: their other chats end theirs in the same commit. False where none stands in them. */
function withdrawElsewhere({ before, ties, elsewhere, at }: Work): boolean {
  if (!before.consentElsewhere) return false;
  for (const { conversation } of ties.doors ?? [])
    elsewhere.push({ conversation, event: { type: "consents_withdrawn", at } });
  return true;
}

/** Here nothing is said of it: they hear so where they said it. */
export function stepConsentsWithdrawn(work: Work): void {
  if (work.consents?.some(({ withdrawnAt }) => withdrawnAt === undefined)) endConsents(work);
}

/** A partner that has or had it does not know yet that the consent is taken back. */
function isNewToPartners(order: Order): boolean {
  return holdersOf(order).some(({ id }) => !isToldOfData(order, id, "withdraw"));
}

/** A change of such an order that is being asked about would write down more. */
function isAboutProtectedOrder({ open, orders, catalogue }: Work): boolean {
  if (!open || !("ref" in open) || !open.type.startsWith("amend_")) return false;
  const order = orders.find(({ ref }) => ref === open.ref);
  return order !== undefined && flowOf(catalogue, order).sensitive !== undefined;
}
