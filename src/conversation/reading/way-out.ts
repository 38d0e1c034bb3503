/** The last reading of an answer that was not understood: under a choice with a way out it is what that way out is for. */
import { tokens } from "../../language/letters/normalise.ts";
import { questionOf } from "../flow/pinned.ts";
import { takeFields } from "../form/form.ts";
import { activeDraft, type Work } from "../work.ts";

const mostWords = 40;

/** Words that no reading understood, under the open question: they are its answer. False for questions and for single words. */
export function takeWayOut(work: Work, text: string): boolean {
  const draft = activeDraft(work);
  const question =
    draft && work.open?.type === "field" ? questionOf(work.catalogue, draft, work.open.field) : undefined;
  const count = tokens(text).length;
  if (!draft || !question?.otherwise || count < 2 || count > mostWords || /[?؟]/.test(text)) return false;
  const { option } = question.otherwise;
  return takeFields(work, draft, {
    fields: { [question.name]: { value: option, text, start: 0, end: text.length } },
  });
}
