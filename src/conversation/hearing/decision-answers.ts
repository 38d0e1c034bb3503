/** What each answer to a decision does: which service, which order, sure?, the same or another? */
import type { Draft } from "../../domain/conversation.ts";
import { type OrderRef, parseOrderRef } from "../../domain/ids.ts";
import { isolate } from "../../language/format.ts";
import { chooseComplained } from "../complaint/complaint.ts";
import { answerConsent, heldOf } from "../consent/consent-answer.ts";
import { answerJoin } from "../customer/join-doors.ts";
import { keepMessages, stopMessages } from "../customer/messages.ts";
import { deleteData } from "../customer/privacy.ts";
import { beginForm } from "../form/begin-form.ts";
import { askToChange } from "../form/correct.ts";
import { answerAmending } from "../order/amend.ts";
import { cancelNow, cancelOrder, dropForm } from "../order/cancel.ts";
import { answerAboutOrder } from "../order/order-offer-answers.ts";
import { tellStatus } from "../order/order-status.ts";
import { answerRating } from "../order/rating.ts";
import { answerPassOn, leaveWordsToStaff } from "../partner/relay.ts";
import { callPerson } from "../person/person.ts";
import { answerPrices } from "../price/choose-price.ts";
import { answerPrice } from "../price/price.ts";
import { setNumber } from "../reading/bare-number.ts";
import { activeDraft, addLine, putDraft, type Work } from "../work.ts";
import type { Decision } from "./decisions.ts";
import { askMenu, askMore } from "./menu.ts";

/** A choice or a yes / no to a decision. False when it has no such answer. */
export function answerDecision(work: Work, open: Decision, id: string): boolean {
  switch (open.type) {
    case "which_service":
      return chooseService(work, open, id);
    case "begin_service":
      if (id === "yes") beginForm(work, open.service, { fields: {}, earlier: open.fields });
      else if (id === "no") keep(work, "greeting.here");
      return id === "yes" || id === "no";
    case "change_what":
      return chooseWhatToChange(work, open, id);
    case "same_or_another":
      return chooseSameOrAnother(work, open, id);
    case "cancel_draft":
      return decideCancelDraft(work, open.draft, id);
    case "cancel_order":
      if (id === "yes") cancelNow(work, open);
      else if (id === "no") keep(work, "cancel.order_kept", open.ref);
      return id === "yes" || id === "no";
    case "about_order":
      return answerAboutOrder(work, open, id);
    case "approve_price":
      return answerPrice(work, open, id);
    case "choose_price":
      return answerPrices(work, open, id);
    case "rate_order":
    case "rate_words":
      return answerRating(work, open, id);
    case "which_order":
      return chooseOrder(work, open, id);
    case "pass_on":
      return answerPassOn(work, open, id);
    case "amend_what":
    case "amend_field":
    case "amend_order":
      return answerAmending(work, open, id);
    case "offer_person":
      if (id === "yes") callPerson(work, "not_understood");
      else if (id === "no") goOnHere(work, open);
      return id === "yes" || id === "no";
    case "consent":
      return answerConsent(work, open, id);
    case "delete_data":
      if (id === "yes") deleteData(work);
      else if (id === "no") keep(work, "data.delete_kept");
      return id === "yes" || id === "no";
    case "stop_messages":
      if (id === "yes") stopMessages(work, open);
      else if (id === "no") keepMessages(work, open);
      return id === "yes" || id === "no";
    case "join_doors":
      return answerJoin(work, open, id);
    default:
      return open satisfies never;
  }
}

function keep(
  work: Work,
  name: "cancel.order_kept" | "greeting.here" | "not_understood.go_on" | "data.delete_kept",
  ref?: OrderRef,
): void {
  work.open = undefined;
  work.misses = 0;
  addLine(work, name, ref === undefined ? undefined : { ref: isolate(ref) });
  if (name === "not_understood.go_on" && !activeDraft(work)) askMenu(work, "not_understood.menu");
}

/** Without a person: with the form, or with the consent that was asked for before. */
function goOnHere(work: Work, { before }: Extract<Decision, { type: "offer_person" }>): void {
  if (!before) {
    keep(work, "not_understood.go_on");
    return;
  }
  work.open = before;
  work.misses = 0;
  addLine(work, "not_understood.go_on");
}

function chooseService(work: Work, open: Extract<Decision, { type: "which_service" }>, id: string): boolean {
  const [only, other] = open.candidates;
  const service = id === "yes" && only !== undefined && other === undefined ? only : id;
  if (id === "more" && open.hidden) {
    askMore(work, open);
    return true;
  }
  if (id === "all" && other !== undefined) {
    const { candidates: all, fields } = open;
    // Beside an open form the other of "both" is the likelier one.
    const candidates = activeDraft(work) ? all.slice(0, 1) : all;
    for (const one of candidates) beginForm(work, one, { fields: {}, earlier: fields?.[one] });
    return true;
  }
  if (open.candidates.includes(service) || open.hidden?.includes(service)) {
    const flow = work.catalogue.flows.get(service);
    const earlier = open.fields?.[service] ?? (flow && heldOf(work, flow)?.fields);
    beginForm(work, service, { fields: {}, earlier });
    return true;
  }
  if (id === "no") {
    work.open = undefined;
    if (open.text === "") addLine(work, "greeting.here");
    else if (!activeDraft(work)) askMenu(work, "not_understood.menu");
    return true;
  }
  // A bare yes does not say which.
  if (id === "yes" && open.text === "") askMenu(work, "not_understood.menu");
  else if (id === "yes") work.aside = true;
  return id === "yes";
}

function chooseWhatToChange(
  work: Work,
  open: Extract<Decision, { type: "change_what" }>,
  id: string,
): boolean {
  const draft = work.drafts.find((one) => one.id === open.draft);
  if (!draft) return false;
  // «اعتمد» to "what shall we change?": nothing, so what was read stands, and is read once more.
  if (id === "no" || (id === "yes" && !open.among)) {
    work.open = undefined;
    return true;
  }
  const told = open.among?.[id];
  if (told) setNumber(work, draft, id, told);
  else if (draft.fields[id]) askToChange(work, draft, id);
  else work.aside = true;
  return draft.fields[id] !== undefined || id === "yes";
}

function chooseSameOrAnother(
  work: Work,
  open: Extract<Decision, { type: "same_or_another" }>,
  id: string,
): boolean {
  const draft = work.drafts.find((one) => one.id === open.draft);
  if (!draft) return false;
  // «نعم» to "the same, or another?" names neither.
  if (id !== "same" && id !== "another") {
    work.aside = true;
    return id === "yes" || id === "no";
  }
  work.open = undefined;
  if (id === "another") {
    putDraft(work, { ...draft, distinct: true });
    return true;
  }
  work.drafts = work.drafts.filter((one) => one.id !== draft.id);
  if (work.active === draft.id) work.active = undefined;
  addLine(work, "same_or_another.kept", { ref: isolate(open.ref) });
  return true;
}

function decideCancelDraft(work: Work, draftId: Draft["id"], id: string): boolean {
  if (id === "yes") cancelForm(work, draftId);
  else if (id === "no") {
    work.open = undefined;
    addLine(work, "cancel.draft_kept");
  }
  return id === "yes" || id === "no";
}

function chooseOrder(work: Work, open: Extract<Decision, { type: "which_order" }>, id: string): boolean {
  if (open.purpose === "complain") return chooseComplained(work, open, id);
  if (id === "no") {
    work.open = undefined;
    addLine(work, open.purpose === "write" ? "relay.kept_back" : "cancel.draft_kept");
    return true;
  }
  const ref = parseOrderRef(id);
  if (!ref || !open.refs.includes(ref)) {
    work.aside = true;
    return id === "yes";
  }
  work.open = undefined;
  if (open.purpose === "cancel") cancelOrder(work, ref);
  else if (open.purpose === "status") tellStatus(work, ref);
  else leaveWordsToStaff(work, ref);
  return true;
}

/** Takes a form away that the customer has given up. */
export function cancelForm(work: Work, draftId: Draft["id"]): void {
  const draft = work.drafts.find(({ id }) => id === draftId);
  if (draft) dropForm(work, draft);
}
