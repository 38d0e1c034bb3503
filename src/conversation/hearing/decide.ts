/** Yes, no and "change" to what we asked last, and presses on choices. A press that names another question is never applied. */

import type { AnswerValue } from "../../domain/answer.ts";
import type { Draft } from "../../domain/conversation.ts";
import { isDate } from "../../language/times/clock.ts";
import { flowOf, questionOf } from "../flow/pinned.ts";
import { skipOpen } from "../form/ask.ts";
import { askWhatToChange } from "../form/correct.ts";
import { takeFields } from "../form/form.ts";
import { dropLapsed } from "../form/lapsed.ts";
import { placeDraft } from "../form/place.ts";
import { tellWhatIsLeft } from "../form/whats-left.ts";
import { amend } from "../order/amend.ts";
import { pressesAboutOrder } from "../order/order-offer-answers.ts";
import { pressesRating } from "../order/rating.ts";
import { pressesPrice } from "../price/choose-price.ts";
import { activeDraft, addLine, type Work } from "../work.ts";
import { polite } from "./courtesies.ts";
import { answerDecision, cancelForm } from "./decision-answers.ts";
import { askMenu } from "./menu.ts";

/** «تمام» to the last question. Beside a form's question it changes nothing, and is no misunderstanding either. */
export function agree(work: Work): void {
  const { open } = work;
  if (!open || open.type === "field") {
    if (!answerYesNo(work, true) && !(open && tellWhatIsLeft(work))) polite(work);
  } else if (open.type === "read_back") place(work, open.draft, open.text);
  else answerDecision(work, open, "yes");
}

/** «لا» to the last question; to a form's question it is a wish to leave it out. */
export function decline(work: Work): void {
  const { open } = work;
  const draft = activeDraft(work);
  if (!open || open.type === "field") {
    if (answerYesNo(work, false)) return;
    if (open?.type === "field") skipOpen(work);
    else polite(work);
  } else if (open.type !== "read_back") answerDecision(work, open, "no");
  else if (draft) askWhatToChange(work, draft);
}

/** "Change" at a read-back; anywhere else in a form it asks what, too. */
export function changeReadBack(work: Work): void {
  const draft = activeDraft(work);
  if (draft) askWhatToChange(work, draft);
  else amend(work, { fields: {} });
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
  const flow = flowOf(work.catalogue, draft);
  if (!dropLapsed(work, draft, flow)) placeDraft(work, { ...draft, proposed: [] }, flow, contract);
}

/** A press: `value` is the question's token and the choice's id. */
export function stepChosen(work: Work, value: string): void {
  const cut = value.indexOf(":");
  const token = value.slice(0, Math.max(cut, 0));
  const id = value.slice(cut + 1);
  const { open } = work;
  work.misses = 0;
  const isNewest = open !== undefined && cut >= 0 && open.token === token;
  if (!(isNewest && choose(work, id)) && !pressesElsewhere(work, value, id)) {
    addLine(work, "stale_choice.stale");
    work.aside = true;
    if (!work.open && !activeDraft(work)) askMenu(work, "greeting.how_can_we_help");
  }
}

/** A press under what the office asked about an order by itself: it names the order, and counts whatever is open now. */
function pressesElsewhere(work: Work, value: string, id: string): boolean {
  return pressesPrice(work, id) || pressesRating(work, value) || pressesAboutOrder(work, value);
}

/** A choice named in words. */
export function hearChosen(work: Work, id: string): "heard" | "missed" {
  return pressesAboutOrder(work, id) || choose(work, id) ? "heard" : "missed";
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
