/** Values for the form that is open, or for an order that is placed already. */
import type { ReadFields, Understanding } from "../../domain/understanding.ts";
import { weekdays } from "../../language/days/date-words.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { weekdayOf } from "../../language/times/clock.ts";
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
  const fields = draft && amongDays(work, withOpenText(work, draft, answers.fields, text));
  // «خليهم 3 شهادات مش 2، وعايزاهم قبل الخميس»: a text is corrected beside the answer.
  const replaced = draft && replacedTexts(flowOf(work.catalogue, draft), draft.fields, text);
  const took =
    draft && fields && takeFields(work, draft, { fields: { ...replaced, ...fields }, bad: answers.bad });
  return took ? "heard" : "missed";
}

/** «الثلاثاء» under the days of the coming week is the Tuesday that stands there, and not tomorrow. */
function amongDays({ open }: Work, fields: ReadFields): ReadFields {
  if (open?.type !== "field" || !open.days) return fields;
  const said = fields[open.field];
  if (typeof said?.value !== "string" || open.days.includes(said.value) || /\p{Nd}/u.test(said.text))
    return fields;
  const weekday = weekdayOf(said.value);
  const day = open.days.find((one) => weekdayOf(one) === weekday);
  const isByName = day !== undefined && isWeekday(said.text);
  return isByName ? { ...fields, [open.field]: { ...said, value: day } } : fields;
}

/** «بكرة» is a day of its own, whatever is offered. */
const isWeekday = (text: string): boolean =>
  tokens(text).some(({ text: word }) => weekdays.has(word) || weekdays.has(word.replace(/^ال/, "")));
