/**
 * «لا الجواز لحفيدي أول شي، والتأشيرة للشغالة», "no, first the passport, then the visa": another of the open list (papers) than the form holds, before
 * it. What is open waits.
 */
import type { ReadFields, Understanding } from "../../domain/understanding.ts";
import type { Task } from "../requests.ts";
import { extractFields } from "../values/extract.ts";
import { isBounded } from "../wishes/clause-bounds.ts";
import type { Word } from "../words.ts";
import { isNo } from "./correction.ts";
import { baseOf, type Form } from "./open-form.ts";

const first = /^(?:(?:ال)?اول|اولا|first|awal|awwal|awel|2awel)$/;
const next = /^(?:then|after|و?(?:بعدين|بعدها|بعد|ثم)|w?ba3d[ae]?[iy]?n|and)$/;
const small =
  /^(?:يا|ya|شي|شيء|حاجه|7aga|shay|the|el|al|في|من|خلينا|خلونا|خل|نبدا|let's|lets|do|start|with|ابي|ابغي|عايز|عاوز|i|want|need|abi|3ayez)$/;
/** «يا وليدي»: whom one speaks to. */
const calls = /^(?:يا|ya)$/;
const most = 20;
const fewest = 2;

export function optionFirst(task: Task, form: Form): Understanding | undefined {
  const list = form.spec.fields.find(({ hasFacts }) => hasFacts);
  const held = list && form.open.values?.[list.name]?.value;
  if (!list || held === undefined || task.words.length > most || /[?؟]/.test(task.text)) return undefined;
  const clause = clausesOf(task).find((words) => words.length >= fewest && words.some(saysFirst));
  const fields =
    clause &&
    fieldsIn(
      task,
      form,
      list.name,
      clause.filter((word, at) => !isIdle(clause, word, at)),
    );
  const named = fields?.[list.name];
  if (!fields || !named || named.value === held) return undefined;
  return { type: "request", service: form.spec.id, first: true, fields };
}

const saysFirst = ({ key, text }: Word): boolean => first.test(key) || first.test(text);

const isIdle = (words: readonly Word[], word: Word, at: number): boolean =>
  saysFirst(word) ||
  isNo(word) ||
  small.test(word.key) ||
  small.test(word.text) ||
  calls.test(words[at - 1]?.text ?? "");

/** The words up to a mark or to what comes then. A mark right behind the no parts nothing. */
function clausesOf({ text, words }: Task): readonly (readonly Word[])[] {
  const clauses: Word[][] = [[]];
  words.forEach((word, index) => {
    const last = clauses.at(-1) as Word[];
    const parts =
      next.test(word.text) || next.test(word.key) || (isBounded(text, words, index) && !last.every(isNo));
    if (parts && last.length > 0) clauses.push([word]);
    else last.push(word);
  });
  return clauses;
}

/** What the clause says of a paper: which, and for whom. */
function fieldsIn(task: Task, form: Form, list: string, words: readonly Word[]): ReadFields | undefined {
  const [begin, end] = [words[0], words.at(-1)];
  if (!begin || !end) return undefined;
  const { fields } = extractFields({
    ...baseOf(task, form, { start: begin.start, end: end.end }),
    ...{ words, filled: [], asked: list, denied: [] },
  });
  const kept = Object.entries(fields).filter(
    ([name]) => name === list || form.spec.fields.some((field) => field.name === name && field.owner),
  );
  return Object.fromEntries(kept);
}
