/**
 * Choices with a way out (`otherwise`): words that name none of the options choose the one for everything else, and are kept in the
 * customer's own words, so that nobody has to say them twice.
 */
import type { ReadFields } from "../../domain/understanding.ts";
import { fold } from "../../language/letters/normalise.ts";
import type { Flow, Question } from "../flow/flow.ts";
import type { Work } from "../work.ts";

/** Where the way out was read in words that are more than its name («شهادة خلو سوابق», not «أخرى»), they are its text too. */
export function withOtherwise(work: Work, flow: Flow, read: ReadFields): ReadFields {
  const question = flow.questions.find(({ name, otherwise }) => otherwise?.option === read[name]?.value);
  const { otherwise } = question ?? {};
  const text = saidText(work);
  if (!question || !otherwise || read[otherwise.text] || text === "") return read;
  return isOwnName(question, read[question.name]?.text ?? "") || isOwnName(question, text)
    ? read
    : { ...read, [otherwise.text]: { value: text, text, start: 0, end: text.length } };
}

function isOwnName({ options = [], otherwise }: Question, text: string): boolean {
  const option = options.find(({ id }) => id === otherwise?.option);
  const names = option ? [option.label.ar, option.label.en, ...option.words] : [];
  return /^\P{L}*$/u.test(text) || names.some((name) => fold(name) === fold(text).trim());
}

function saidText({ said }: Work): string {
  const { content } = said ?? {};
  return content?.type === "text" || content?.type === "edit" ? content.text.trim() : "";
}
