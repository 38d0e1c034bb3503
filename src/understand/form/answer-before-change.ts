/**
 * The answer to the question in front of a change in the same breath: «بكره، لا الوزن 15 مو 12», «ناصر الدوسري، وخل التأشيرة ثلاث شهور», "John Miller, and
 * make it 4 nights".
 */
import type { Understanding } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { phraseAt } from "../phrases.ts";
import type { Task } from "../requests.ts";
import { type Span, type Word, wordsIn } from "../words.ts";
import { changing, corrections, isNo } from "./correction.ts";
import { answersIn } from "./form-answers.ts";
import { isAnswer } from "./lone-answer.ts";
import { baseOf, type Form } from "./open-form.ts";

/** A name with a number. */
const mostOfName = 6;

type Told = Extract<Understanding, { type: "answers" | "correct" }>;

/** The changes with the answer before them, where the question is still open. */
export function withAnswerBefore(
  task: Task,
  form: Form,
  changed: readonly Understanding[],
): readonly Understanding[] {
  const { asked, open } = form;
  const told = changed.filter((one): one is Told => one.type === "answers" || one.type === "correct");
  if (
    open.awaiting !== "answer" ||
    !asked ||
    told.some(({ fields, bad }) => fields[asked.name] ?? bad?.[asked.name])
  )
    return changed;
  const changes = told.flatMap((one) => (one.type === "correct" ? Object.values(one.fields) : []));
  const [first] = changes.toSorted((a, b) => a.start - b.start);
  const front = first && frontOf(task, first.start);
  if (!front || overlapsAny(front, changes)) return changed;
  const base = baseOf(task, form, undefined);
  const isName = asked.type === "person_name" && wordsIn(task.words, front).length <= mostOfName;
  if (!isName && !isAnswer(task, { ...base, denied: [] }, asked, front)) return changed;
  const answer = answersIn(task, form, front).find((one) => one.type === "answers" && one.fields[asked.name]);
  if (answer?.type !== "answers") return changed;
  const given = Object.values(answer.fields);
  const beside = told
    .filter(({ type }) => type === "answers")
    .flatMap(({ fields }) => Object.entries(fields).filter(([, field]) => !overlapsAny(field, given)));
  const others = changed.filter(({ type }) => type !== "answers");
  return [...others, { ...answer, fields: { ...Object.fromEntries(beside), ...answer.fields } }];
}

/** What stands before a mark, or before a word of change that is joined on. */
function frontOf({ text, words }: Task, before: number): Span | undefined {
  const at = words.findIndex((word, index) => {
    const last = words[index - 1];
    if (!last || word.start > before) return false;
    return marks.test(text.slice(last.end, word.start)) || beginsChange(words, index);
  });
  const last = words[at - 1];
  return at > 0 && last ? { start: 0, end: last.end } : undefined;
}

const marks = /[،,.;؛\n]/;

/** «ونخليها», "and make it", «معلش قصدي». */
function beginsChange(words: readonly Word[], index: number): boolean {
  const word = words[index] as Word;
  if (isNo(word) || changing.test(word.key)) return true;
  if (/^(?:and|w|wa|و)$/.test(word.text)) return index + 1 < words.length && beginsChange(words, index + 1);
  return phraseAt(corrections, words, index) > 0;
}
