/** Free words for the fields that have no value yet, once all else is given; and the numbers that count what they name. */
import type { FieldSpec } from "../../domain/understanding.ts";
import { overlaps } from "../../language/found.ts";
import type { Candidate } from "../values/candidate.ts";
import { countBehind, countsOf } from "../values/counts.ts";
import { startWithCue } from "../values/cues.ts";
import type { Extraction, Given } from "../values/extraction.ts";
import type { Span } from "../words.ts";
import { findTexts } from "./texts.ts";
import { tellsWrong } from "./troubles.ts";

/** Gives texts; where one says what is wrong, a well-known word inside it is no wish: «ما تشحن رصيد» asks for no «رصيد». */
export function giveTexts(candidates: readonly Candidate[], given: Given, extraction: Extraction): void {
  for (const [field, text] of textsFor(candidates, given, extraction)) {
    if (field.trouble) for (const inside of textsIn(text, given)) given.delete(inside);
    given.set(field, text);
  }
}

/** «خصموا مني رسوم باقة»: where a clause says that something is wrong, a well-known word in it is told of, and not asked for. */
export function withoutTold(
  candidates: readonly Candidate[],
  { spec, text, words, asked }: Extraction,
): readonly Candidate[] {
  if (asked !== undefined || !spec.fields.some(({ trouble }) => trouble === true)) return candidates;
  const isWished = ({ type, trouble, take }: FieldSpec) =>
    type === "text" && trouble !== true && take === "with_cue";
  const names = new Set(spec.fields.filter(isWished).map(({ name }) => name));
  return candidates.filter(
    ({ type, field = "", start, end }) =>
      type !== "text" || !names.has(field) || !tellsWrong(text, words, { start, end }),
  );
}

/** Fields whose well-known words stand inside this text. */
function textsIn(span: Span, given: Given): FieldSpec[] {
  return [...given].flatMap(([field, one]) => (field.type === "text" && overlaps(one, span) ? [field] : []));
}

/** Texts behind cues, for the fields that have no value yet; a value that nobody got is no text either. */
function textsFor(
  candidates: readonly Candidate[],
  given: Given,
  extraction: Extraction,
): [FieldSpec, Candidate][] {
  const { types, spec } = extraction;
  const open = spec.fields.filter((field) => !given.has(field) && (!types || field.type === "person_name"));
  const got = new Set(given.values());
  // A noun that counts nothing («شنطة هدوم») is no value: what stands behind it is the thing.
  const nouns = candidates.filter((one) => one.implied && !got.has(one));
  const others = candidates.filter((one) => isTaken(one) && !nouns.includes(one));
  const [chosen, rest] = [true, false].map(
    (isChoice) => new Map([...given].filter(([{ type }]) => (type === "choice") === isChoice)),
  ) as [Given, Given];
  const taken = [...takenSpans(rest, extraction), ...others];
  const choices = takenSpans(chosen, extraction);
  const known = [...given.values()].filter(({ type, field }) => type === "text" && field !== undefined);
  return findTexts(extraction, open, {
    ...{ taken, choices, known, nouns },
    lines: [...choices, ...candidates.filter(({ type }) => type === "phone")],
    chosen: new Map([...chosen].map(([{ name }, candidate]) => [name, [candidate]])),
    counted: countedSpans(given),
  });
}

/** "three shirts": the number before a text's words, or at their beginning, goes to the field that counts them. */
export function giveCounts(
  candidates: readonly Candidate[],
  given: Given,
  { spec, text, words, filled = [] }: Extraction,
): void {
  for (const field of spec.fields) {
    const [counted, thing] = [...given].find(([{ name }]) => name === field.counts) ?? [];
    if (!counted || !thing || given.has(field) || filled.includes(field.name)) continue;
    const free = candidates.filter(
      (one) => one.type === "number" && one.unit === undefined && one.field === undefined && !one.implied,
    );
    const left = free.filter((one) => ![...given.values()].includes(one));
    const found = countsOf(text, thing, left, [...given.values()]);
    const behind = found ? undefined : countBehind(text, words, thing, left, [...given.values()]);
    const count = found ?? behind?.number;
    if (count) given.set(field, count);
    if (behind?.inside) given.set(counted, upTo(thing, behind.number.start));
  }
}

/** A text's words before `end`, without what parts them. */
function upTo(thing: Candidate, end: number): Candidate {
  const text = thing.text.slice(0, end - thing.start).replace(/[\s,،]+$/, "");
  return { ...thing, text, value: text, end: thing.start + text.length };
}

/** Numbers alone may be part of a name ("Four Seasons", "iPhone 15"), a choice's words of anything. */
function isTaken({ type, unit }: Candidate): boolean {
  return type !== "choice" && !(type === "number" && unit === undefined);
}

/** Amounts and traits: what is counted, or has the trait, stands right behind them. */
function countedSpans(given: Given): Span[] {
  return [...given.values()].filter(({ type, unit }) => unit !== undefined || type === "yes_no");
}

/** The values with the cues that lead to them. */
export function takenSpans(given: Given, { words }: Extraction): Span[] {
  return [...given].map(([field, candidate]) => ({
    start: Math.min(candidate.start, startWithCue(field, candidate, words)),
    end: candidate.end,
  }));
}
