/**
 * The last reading of an answer among other words: «هو بيقول ١١٠٠ بس كلمته ونزل لـ ١٠٥٠» under a question for a price. A value of the asked
 * type that stands in a message of which nothing else was understood is the answer; of several the one behind the last "but".
 */
import type { AnswerType } from "../../domain/answer.ts";
import type { Draft } from "../../domain/conversation.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { denyingWords } from "../../language/replies/denials.ts";
import { parseAnswer } from "../answers/index.ts";
import type { Question } from "../flow/flow.ts";
import { questionOf } from "../flow/pinned.ts";
import { takeFields } from "../form/form.ts";
import { shownOptions } from "../show/field-question.ts";
import { activeDraft, type Work } from "../work.ts";

/** Their values are seldom part of words that speak of something else. */
const types: ReadonlySet<AnswerType> = new Set<AnswerType>([
  ...(["money", "date", "time", "place", "duration", "phone", "national_id"] as const),
  "establishment_number",
]);
const mostWords = 20;

/** Behind it stands what counts now. */
const turns =
  /(?:^|[\s،,.])(?:بس|لكن|ولكن|إلا|انما|و?نزل|و?نزلت|و?صار|و?صارت|و?بقى|و?طلع|و?وصل|but|then|dropped|became|now|bas|w nezel|ba2a)(?=[\s،,.])/giu;

/** "The rolls for till machine" of «Till rolls»: the only option all of whose words are said, in whatever order. */
function takeOption(work: Work, draft: Draft, question: Question, text: string): boolean {
  const said = new Set(tokens(text).map((token) => bare(token.text)));
  const isSaid = (name: string) => {
    const words = tokens(name).map((token) => bare(token.text));
    return words.length > 1 && words.every((word) => said.has(word));
  };
  const options = shownOptions(question).filter(({ label, words }) =>
    [label.ar, label.en, ...words].some(isSaid),
  );
  const [one, another] = options;
  if (!one || another) return false;
  const field = { value: one.id, text, start: 0, end: text.length };
  return takeFields(work, draft, { fields: { [question.name]: field } });
}

const bare = (word: string): string => word.replace(/^(?:ال|لل)(?=...)/, "").replace(/(?<=[a-z]{3})s$/, "");

/** Takes it. False where there is no such question, or no value. */
export function takeInside(work: Work, text: string): boolean {
  const draft = activeDraft(work);
  const { open, catalogue, said, at } = work;
  const question = draft && open?.type === "field" ? questionOf(catalogue, draft, open.field) : undefined;
  if (!draft || !question || /[?؟]/.test(text) || tokens(text).length > mostWords) return false;
  if (question.type === "choice") return takeOption(work, draft, question, text);
  if (!types.has(question.type)) return false;
  const from = Math.max(0, ...[...text.matchAll(turns)].map(({ index }) => index));
  const context = { now: said?.at ?? at, zone: catalogue.zone };
  const parts = from > 0 ? [from, 0] : [0];
  for (const start of parts) {
    const read = parseAnswer(question, text.slice(start), context);
    if (read.type !== "parsed" || read.more) continue;
    const [begin, end] = [start + read.start, start + read.end];
    // «مو 0551234567»
    if (denyingWords.has(tokens(text.slice(0, begin)).at(-1)?.text ?? "")) return false;
    const field = { value: read.value, text: text.slice(begin, end), start: begin, end };
    return takeFields(work, draft, { fields: { [question.name]: field } });
  }
  return false;
}
