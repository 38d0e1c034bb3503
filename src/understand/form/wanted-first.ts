/**
 * Another service that is wanted before the one that is open. Answers are full of the same words («اترك الطرد عند الحارس», "we agreed to
 * start with …"), so they count only where a clause begins with them and names little else.
 */
import type { ReadFields, Reading, Understanding } from "../../domain/understanding.ts";
import { chances } from "../chances.ts";
import type { Guess } from "../learning/intents.ts";
import { findPhrases, phraseAt, phrasesOf } from "../phrases.ts";
import { type Task, valuesFor } from "../requests.ts";
import type { Clause } from "../wishes/clauses.ts";
import type { Span, Word } from "../words.ts";
import { type Form, isFree } from "./open-form.ts";

/** «خلينا في الفندق أول», "forget the parcel, let's do the hotel first": another service, before the one that is open. */
export function wantedFirst(task: Task, form: Form): Reading | undefined {
  const turns = task.parts.clauses.flatMap((clause) => turnsOf(task, clause)).slice(0, mostTurns);
  if (turns.length === 0) return undefined;
  const { service } = form.open;
  const isLeft = turns.some((turn) => turn.leaves && serviceNamed(task, turn)?.label === service);
  const named = turns
    .filter(({ first, leaves }) => first || (isLeft && !leaves))
    .flatMap((turn) => serviceNamed(task, turn) ?? []);
  if (named.some(({ label }) => label === service)) return undefined;
  const asked = isLeft || named.length > 0 ? [...named, ...meant(task, service)] : [];
  const [best, ...others] = asked.sort((a, b) => b.chance - a.chance);
  const least = form.asked && isFree(form.asked) ? chances.overAnswer : chances.another;
  const spec = task.context.services.find(({ id }) => id === best?.label);
  if (!best || !spec || best.chance < least) return undefined;
  if (others.some(({ label, chance }) => label !== best.label && chance * 2 > best.chance)) return undefined;
  const { fields } = valuesFor(task, spec, spanFor(task, best.span));
  const understandings: Understanding[] = [
    { type: "request", service: spec.id, first: true, fields: withoutTalk(fields) },
  ];
  return { understandings, confidence: best.chance, by: "embedded" };
}

/** What a clause turns to, or away from («خل الفندق أول» turns to it); `name` is what it is called. */
type Turn = {
  readonly name: readonly Word[];
  readonly leaves: boolean;
  readonly first: boolean;
  readonly span: Span;
};
type Named = Guess & { readonly span: Span };

/** Nothing, unless the clause begins with a turn. */
function turnsOf(task: Task, { words, start, end }: Clause): Turn[] {
  const begins = words.findIndex((_, index) => phraseAt(leadIns, words, index) === 0);
  const places = findPhrases(turning, words).slice(0, mostTurns);
  if (places[0]?.index !== begins) return [];
  const before = words.slice(0, begins).some(saysFirst);
  return places.flatMap(({ index, length }, at) => {
    const behind = words.slice(index + length, places[at + 1]?.index);
    const firstAt = behind.findIndex(saysFirst);
    const isFirst = firstAt > 0 && comesFirst(task, behind, firstAt);
    const name = (isFirst ? behind.slice(0, firstAt) : behind).filter(({ key }) => !now.test(key));
    if (name.length === 0 || name.length > longestName) return [];
    const mayStay = isFirst && words[index]?.key === "خل";
    const leaves = !mayStay && phraseAt(leaving, words, index) > 0;
    return [{ name, leaves, first: !leaves && (isFirst || (before && at === 0)), span: { start, end } }];
  });
}

/** "the hotel first, …", "the hotel first then …"; neither "the first floor" nor «الدور الأول». */
function comesFirst({ text }: Task, words: readonly Word[], at: number): boolean {
  const [place, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (!word || (place && placed.test(place.key))) return false;
  return !next || then.test(next.key) || /[.!?؟؛،,\n]/.test(text.slice(word.end, next.start));
}

/** The likeliest service by a bare name, with or without its article. */
function serviceNamed(task: Task, { name, span }: Turn): Named | undefined {
  const bare = name.filter(({ key }) => key !== "the" && key !== "ال").map(withoutArticle);
  return [name, bare]
    .flatMap((words) => task.guess(words))
    .filter(({ label }) => task.context.services.some(({ id }) => id === label))
    .sort((a, b) => b.chance - a.chance)
    .map((guess) => ({ ...guess, span }))[0];
}

function withoutArticle(word: Word): Word {
  const bare = (text: string) => text.replace(/^(?:ب|ل)?ال(?=...)/, "");
  return { ...word, text: bare(word.text), key: bare(word.key) };
}

/** What the message is read as, beside the service that is open. */
function meant({ meanings, context }: Task, open: string): Named[] {
  return meanings
    .flatMap(({ guesses, span }) => guesses.map((guess) => ({ ...guess, span })))
    .filter(({ label }) => label !== open && context.services.some(({ id }) => id === label));
}

/** Of several meanings the one that the words belong to; else the whole message. */
function spanFor({ meanings }: Task, { start, end }: Span): Span | undefined {
  if (meanings.length < 2) return undefined;
  return meanings.find(({ span }) => start >= span.start && end <= span.end)?.span ?? { start, end };
}

/** «الفندق الأول» is no hotel's name here. */
function withoutTalk(fields: ReadFields): ReadFields {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, { text }]) => !/^(?:(?:ال)?[اأ]ول|first|(?:[ae]l )?aww?[ae]l)$/i.test(text),
    ),
  );
}

/** Each costs a reading; whoever turns more often wants nothing in particular. */
const mostTurns = 6;
/** Words of a service's name; what goes on is an answer. */
const longestName = 3;

const saysFirst = ({ key, text }: Word): boolean =>
  /^(?:(?:ال)?اول|اولا|first|awal|awwal|awel)$/.test(text) || /^(?:ال)?اولا?$/.test(key);
const placed = /^(?:ال)?(?:دور|طابق|شارع|مدخل|باب|موظف|محل|مكتب)$/;
const then = /^(?:then|and|before|please|و?(?:بعدين|بعدها|بعد|ثم|قبل)|لو|من)$/;
const now = /^(?:now|الحين|الان|دلوقتي|هلا|هلق|بعدين)$/;

const leadIns = phrasesOf(
  "طيب|طب|لا|اوكي|يلا|خلاص|تمام|انتظر|اول شي|اولا|اول|ok|okay|no|wait|well|actually|first of all|first|so|and",
);
const leaves = "انسى|انسوا|سيبك من|سيبوا|اتركوا|اترك|خل|forget the|forget about the|leave the|sebak men";
const leaving = phrasesOf(leaves);
const turning = phrasesOf(
  leaves,
  "خلينا في|خلنا في|خلونا في|خلينا ب|نبدا ب|نبدا في|ابدا ب|ابداوا ب|let's do|lets do|let's start with|lets start with|start with|do the|khalina fe|khalina fel|khallina fel|khaleena fel",
);
