/** How much is still to come: for whoever asks («خلصنا؟»), or agrees to a form that is not complete yet. */

import { flowOf, questionNamed } from "../flow/pinned.ts";
import { tellStatus } from "../order/order-status.ts";
import { sayText } from "../show/render.ts";
import { activeDraft, addLine, type Work } from "../work.ts";
import { missingFields } from "./fill.ts";

/** More than these are counted, not listed. */
const mostListed = 4;

/** Says what is left of the open form; the question itself follows. Without a form an order is meant. False where a form needs nothing more. */
export function tellWhatIsLeft(work: Work): boolean {
  const draft = activeDraft(work);
  const { catalogue, language } = work;
  if (!draft) {
    if (!work.open) tellStatus(work, undefined);
    return true;
  }
  work.aside = true;
  const flow = flowOf(catalogue, draft);
  const missing = missingFields(flow, draft.fields, draft.skipped);
  if (missing.length === 0) {
    if (work.open?.type === "read_back") addLine(work, "form.left_approval");
    return false;
  }
  if (missing.length === 1) addLine(work, "form.left_one");
  else {
    const labels = missing.map((name) => questionNamed(flow, name)?.label[language] ?? name);
    const listed = labels.slice(0, mostListed).join(sayText(catalogue, language, "form.separator"));
    addLine(work, "form.left", {
      count: missing.length,
      what: labels.length > mostListed ? `${listed}…` : listed,
    });
  }
  return true;
}
