/** Yes, no and "change" to what we asked last, and presses on choices. A press that names another question is never applied. */

import type { AnswerValue } from "../domain/answer.ts";
import type { Draft } from "../domain/conversation.ts";
import type { OrderRef } from "../domain/ids.ts";
import { parseOrderRef } from "../domain/ids.ts";
import { isDate } from "../language/clock.ts";
import { isolate } from "../language/format.ts";
import { skipOpen } from "./ask.ts";
import { cancelNow, cancelOrder, dropForm } from "./cancel.ts";
import { askToChange, askWhatToChange } from "./correct.ts";
import type { Decision } from "./decisions.ts";
import { askMenu } from "./decisions.ts";
import { beginForm, takeFields } from "./form.ts";
import { tellStatus } from "./order-status.ts";
import { callPerson } from "./person.ts";
import { flowOf, questionOf } from "./pinned.ts";
import { placeDraft } from "./place.ts";
import { deleteData } from "./privacy.ts";
import { activeDraft, addLine, putDraft, type Work } from "./work.ts";

/** «تمام» to the last question. Beside a form's question it changes nothing, and is no misunderstanding either. */
export function agree(work: Work): void {
  const { open } = work;
  if (!open || open.type === "field") {
    if (!answerYesNo(work, true)) polite(work);
  } else if (open.type === "read_back") place(work, open.draft, open.text);
  else answerDecision(work, open, "yes");
}

/** «لا» to the last question. */
export function decline(work: Work): void {
  const { open } = work;
  const draft = activeDraft(work);
  if (!open || open.type === "field") {
    if (!answerYesNo(work, false)) polite(work);
  } else if (open.type !== "read_back") answerDecision(work, open, "no");
  else if (draft) askWhatToChange(work, draft);
}

/** "Change" at a read-back; anywhere else in a form it asks what, too. */
export function changeReadBack(work: Work): void {
  const draft = activeDraft(work);
  if (draft) askWhatToChange(work, draft);
  else addLine(work, "correct.nothing_open");
}

function polite(work: Work): void {
  work.aside = true;
  if (!activeDraft(work) && !work.open) askMenu(work, "greeting.how_can_we_help");
}

function answerYesNo(work: Work, value: boolean): boolean {
  const draft = activeDraft(work);
  if (work.open?.type !== "field" || !draft) return false;
  if (questionOf(work.catalogue, draft, work.open.field)?.type !== "yes_no") return false;
  return answerField(work, draft, value, value ? "yes" : "no");
}

/** One value for the open field, given by a press or a bare yes. */
function answerField(work: Work, draft: Draft, value: AnswerValue, text: string): boolean {
  if (work.open?.type !== "field") return false;
  return takeFields(work, draft, {
    fields: { [work.open.field]: { value, text, start: 0, end: text.length } },
  });
}

function place(work: Work, draftId: Draft["id"], contract: string): void {
  const draft = work.drafts.find(({ id }) => id === draftId);
  if (!draft) return;
  work.open = undefined;
  placeDraft(work, { ...draft, proposed: [] }, flowOf(work.catalogue, draft), contract);
}

/** A press: `value` is the question's token and the choice's id. */
export function stepChosen(work: Work, value: string): void {
  const cut = value.indexOf(":");
  const token = value.slice(0, Math.max(cut, 0));
  const id = value.slice(cut + 1);
  const { open } = work;
  work.misses = 0;
  if (!open || cut < 0 || open.token !== token || !choose(work, id)) {
    addLine(work, "stale_choice.stale");
    work.aside = true;
    if (!work.open && !activeDraft(work)) askMenu(work, "greeting.how_can_we_help");
  }
}

/** A choice named in words. */
export function hearChosen(work: Work, id: string): "heard" | "missed" {
  return choose(work, id) ? "heard" : "missed";
}

/** False when the open question has no such choice. */
function choose(work: Work, id: string): boolean {
  const { open } = work;
  if (!open) return false;
  if (open.type === "field") return chooseForField(work, open.draft, id);
  if (open.type === "read_back") {
    if (id === "place") agree(work);
    else if (id === "change") changeReadBack(work);
    else if (id === "cancel") cancelForm(work, open.draft);
    else return false;
    return true;
  }
  return answerDecision(work, open, id);
}

function chooseForField(work: Work, draftId: Draft["id"], id: string): boolean {
  const draft = work.drafts.find((one) => one.id === draftId);
  const question = draft && work.open?.type === "field" && questionOf(work.catalogue, draft, work.open.field);
  if (!draft || !question) return false;
  if (id === "later" && question.later) {
    skipOpen(work);
    return true;
  }
  if (question.type === "yes_no" && (id === "yes" || id === "no"))
    return answerField(work, draft, id === "yes", id);
  if (question.type === "date" && isDate(id)) return answerField(work, draft, id, id);
  const option = question.options?.find((one) => one.id === id);
  return option !== undefined && answerField(work, draft, option.id, option.label[work.language]);
}

function cancelForm(work: Work, draftId: Draft["id"]): void {
  const draft = work.drafts.find(({ id }) => id === draftId);
  if (draft) dropForm(work, draft);
}

/** A choice or a yes / no to a decision. False when it has no such answer. */
export function answerDecision(work: Work, open: Decision, id: string): boolean {
  switch (open.type) {
    case "which_service":
      return chooseService(work, open, id);
    case "change_what":
      return chooseWhatToChange(work, open.draft, id);
    case "same_or_another":
      return chooseSameOrAnother(work, open, id);
    case "cancel_draft":
      return decideCancelDraft(work, open.draft, id);
    case "cancel_order":
      if (id === "yes") cancelNow(work, open.ref);
      else if (id === "no") keep(work, "cancel.order_kept", open.ref);
      return id === "yes" || id === "no";
    case "which_order":
      return chooseOrder(work, open, id);
    case "offer_person":
      if (id === "yes") callPerson(work, "not_understood");
      else if (id === "no") keep(work, "not_understood.go_on");
      return id === "yes" || id === "no";
    case "delete_data":
      if (id === "yes") deleteData(work);
      else if (id === "no") keep(work, "data.delete_kept");
      return id === "yes" || id === "no";
    default:
      return open satisfies never;
  }
}

function keep(
  work: Work,
  name: "cancel.order_kept" | "not_understood.go_on" | "data.delete_kept",
  ref?: OrderRef,
): void {
  work.open = undefined;
  work.misses = 0;
  addLine(work, name, ref === undefined ? undefined : { ref: isolate(ref) });
  if (name === "not_understood.go_on" && !activeDraft(work)) askMenu(work, "not_understood.menu");
}

function chooseService(work: Work, open: Extract<Decision, { type: "which_service" }>, id: string): boolean {
  const [only, other] = open.candidates;
  const service = id === "yes" && only !== undefined && other === undefined ? only : id;
  if (open.candidates.includes(service)) {
    const earlier = open.fields?.[service];
    beginForm(work, service, { fields: {}, earlier });
    return true;
  }
  if (id === "no") {
    work.open = undefined;
    if (open.text === "") addLine(work, "greeting.thanks");
    else if (!activeDraft(work)) askMenu(work, "not_understood.menu");
    return true;
  }
  // A bare yes does not say which.
  if (id === "yes") work.aside = true;
  return id === "yes";
}

function chooseWhatToChange(work: Work, draftId: Draft["id"], id: string): boolean {
  const draft = work.drafts.find((one) => one.id === draftId);
  if (!draft) return false;
  if (id === "no") {
    work.open = undefined;
    return true;
  }
  if (draft.fields[id]) askToChange(work, draft, id);
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
  if (id === "no") {
    work.open = undefined;
    addLine(work, "cancel.draft_kept");
    return true;
  }
  const ref = parseOrderRef(id);
  if (!ref || !open.refs.includes(ref)) {
    work.aside = true;
    return id === "yes";
  }
  work.open = undefined;
  if (open.purpose === "cancel") cancelOrder(work, ref);
  else tellStatus(work, ref);
  return true;
}
