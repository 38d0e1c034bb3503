/**
 * «0551234567، وابي الغي», "John Miller, can somebody call me": who gives an answer and gives up, or wants a person, in a clause of its own. Neither is
 * a wish that goes along with the form. Only what is surely that, read alone: «خلاص» behind an answer ends it, and the courier is called by nobody here.
 */
import type { Reading, Understanding } from "../../domain/understanding.ts";
import { overlaps, overlapsAny } from "../../language/found.ts";
import { chances } from "../chances.ts";
import { speaksFor, type Task } from "../requests.ts";
import { withoutJoint } from "../wishes/clause-bounds.ts";
import { type Span, type Word, wordsIn } from "../words.ts";

const fewestWords = 2;
/** Longer ones tell a story. */
const mostWords = 10;

/** @param read reads a part of the message, at the same places */
export function withCommandsBeside(
  task: Task,
  reading: Reading | undefined,
  read: (part: string) => Reading,
): Reading | undefined {
  if (!reading?.understandings.every(({ type }) => besides.has(type))) return reading;
  const given = reading.understandings.flatMap((one) =>
    one.type === "answers" || one.type === "correct" ? Object.values(one.fields) : [],
  );
  const told = restOf(task, given)
    .filter((rest) => mayCommand(wordsIn(task.words, rest)))
    .map((rest) => ({ rest, commands: commandsIn(task.text, rest, read) }))
    .filter(({ commands }) => commands.length > 0);
  if (told.length === 0) return reading;
  const isTold = (one: Understanding) => one.type === "wish" && told.some(({ rest }) => overlaps(rest, one));
  const left = reading.understandings.filter((one) => !isTold(one));
  return { ...reading, understandings: [...left, ...told.flatMap(({ commands }) => commands)] };
}

/** The clauses without what is given in them and stands before; nothing where nothing is given. */
function restOf({ parts: { clauses, denied } }: Task, given: readonly Span[]): readonly Span[] {
  if (given.length === 0) return [];
  const others = denied.filter((span) => !overlapsAny(span, clauses));
  return [...clauses, ...others].flatMap(({ start, end }) => {
    const from = Math.max(
      start,
      ...given.filter((one) => overlaps(one, { start, end })).map((one) => one.end),
    );
    return from < end ? [{ start: from, end }] : [];
  });
}

const besides: ReadonlySet<Understanding["type"]> = new Set([
  ...(["answers", "correct", "greeting", "thanks", "wish"] as const),
]);

function mayCommand(words: readonly Word[]): boolean {
  const said = withoutJoint(words).filter(({ key, text }) => !ends.test(key) && !ends.test(text));
  if (said.length < fewestWords || words.length > mostWords) return false;
  if (said.some(({ key, text }) => ofOthers.test(key) || ofOthers.test(text))) return false;
  return speaksFor("cancel_order", said) || speaksFor("human_agent", said);
}

/** Says as often that this is all. */
const ends = /^(?:خلاص|خلص|بس|شكرا|khalas|khalaas|5alas|bas|thanks)$/;

/** Whoever comes or waits at the door is not of the office, and what is free of charge or an extra is no order. */
const ofOthers =
  /^(?:[وبفل]?(?:ال|لل)?(?:مندوب|سايق|سائق|كابتن|حارس|بواب|طبيب|دكتور|محامي|مجاني|مجانا|فطور|افطار|تغليف|تامين|موقف)|courier|driver|captain|guard|doctor|lawyer|free|breakfast|parking|insurance|before|قبل|if|لو|اذا)$/;

function commandsIn(
  text: string,
  { start, end }: Span,
  read: (part: string) => Reading,
): readonly Understanding[] {
  const { understandings, confidence } = read(" ".repeat(start) + text.slice(start, end));
  const commands = understandings.filter(({ type }) => type !== "greeting" && type !== "thanks");
  const isSure = commands.every(
    ({ type }) =>
      ((type === "cancel" || type === "cancel_order") && confidence >= chances.apart) ||
      (type === "human_agent" && confidence >= chances.own),
  );
  return isSure ? commands : [];
}
