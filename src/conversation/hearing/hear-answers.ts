/** Values for the form that is open, or for an order that is placed already. */
import type { Understanding } from "../../domain/understanding.ts";
import { isClosed } from "../../orders/status.ts";
import { flowOf } from "../flow/pinned.ts";
import { correct } from "../form/correct.ts";
import { takeFields } from "../form/form.ts";
import { withOpenText } from "../reading/open-text.ts";
import { knownRef } from "../reading/reading-context.ts";
import { replacedTexts } from "../reading/word-replaced.ts";
import { activeDraft, type Work } from "../work.ts";
import { beginMeant } from "./hear-request.ts";

/** `missed`: there is nothing that they could answer. */
export function hearAnswers(
  work: Work,
  answers: Extract<Understanding, { type: "answers" }>,
  text: string,
): "heard" | "missed" {
  const draft = activeDraft(work);
  if (!draft && beginMeant(work, answers)) return "heard";
  // Without a form, values are meant for an order that is placed already.
  const named = draft ? undefined : knownRef(work, text);
  if (!draft && (named !== undefined || work.orders.some(({ status }) => !isClosed(status)))) {
    correct(work, answers, named);
    return "heard";
  }
  const fields = draft && withOpenText(work, draft, answers.fields, text);
  // «خليهم 3 شهادات مش 2، وعايزاهم قبل الخميس»: a text is corrected beside the answer.
  const replaced = draft && replacedTexts(flowOf(work.catalogue, draft), draft.fields, text);
  const took =
    draft && fields && takeFields(work, draft, { fields: { ...replaced, ...fields }, bad: answers.bad });
  return took ? "heard" : "missed";
}
