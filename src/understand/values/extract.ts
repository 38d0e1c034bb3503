/**
 * Gives the values of a message to the fields of a form: each span to at most one field, by unit, by the cue before or behind it, by
 * the question that is open, by order of mention where that is beyond doubt. A value that could be two fields' is nobody's: the
 * office asks.
 */
import type { BadField, FieldSpec, ReadField } from "../../domain/understanding.ts";
import { hurry } from "../form/haste.ts";
import { settleOpenLists } from "../learning/open-list.ts";
import { onlyPhrases } from "../phrases.ts";
import { giveCounts, giveTexts, takenSpans, withoutTold } from "../texts/given-texts.ts";
import { withSince } from "../texts/since-when.ts";
import { wholeText } from "../texts/whole-texts.ts";
import { type Span, wordsIn } from "../words.ts";
import type { Candidate } from "./candidate.ts";
import { findCandidates } from "./candidates.ts";
import { cuesOf } from "./cues.ts";
import { withTotals } from "./each.ts";
import type { Extracted, Extraction, Given } from "./extraction.ts";
import { withHalves } from "./half-numbers.ts";
import { valueFor } from "./limits.ts";
import { giveLength, giveParts, giveRangeEnds } from "./ranges.ts";
import { pairsOf } from "./scores.ts";
import { giveSizes, withoutSizes } from "./sizes.ts";
import { giveTaken } from "./taken-counts.ts";
import { atTheLatest, firstOfEither, isPast, isTold, saysDayAgain, withoutOccasions } from "./told-days.ts";
import { isWhose } from "./whose-paper.ts";
import { giveBareNumber, giveFree } from "./without-cues.ts";

export type { Extracted, Extraction } from "./extraction.ts";

/** All values that the message gives to the form. */
export function extractFields(extraction: Extraction): Extracted {
  const found = withHalves(findCandidates(extraction), extraction);
  const all = withTotals(withoutSizes(found, extraction), extraction);
  const open = all.filter(
    (one) =>
      isOpen(one, extraction) &&
      !isAnyOther(one, extraction) &&
      !isInName(one, extraction.text) &&
      !isOthersWord(one, all, extraction),
  );
  const settled = settleOpenLists(
    firstOfEither(
      atTheLatest(withoutOccasions(withoutTold(open, extraction), extraction), extraction),
      extraction,
    ),
    extraction,
  );
  const candidates = settled.filter((candidate) => isWhose(candidate, settled, extraction));
  const given: Given = new Map();
  for (const { candidate, field } of pairsOf(candidates, extraction)) {
    if (given.has(field) || [...given.values()].includes(candidate)) continue;
    if (extraction.correcting && saysDayAgain(candidate, given)) continue;
    given.set(field, candidate);
  }
  if (!extraction.cuesOnly) {
    giveFree(candidates, given, extraction);
    giveBareNumber(candidates, given, extraction);
  }
  giveRangeEnds(given, extraction);
  giveLength(given, extraction);
  giveParts(given, extraction);
  giveTexts(candidates, given, extraction);
  giveSizes(candidates, given, extraction);
  giveCounts(candidates, given, extraction);
  giveTaken(candidates, given, extraction);
  return settle(given, candidates, extraction);
}

/** "Microsoft 365 Family": a number inside a name counts nothing. */
function isInName({ type, start, text: said }: Candidate, text: string): boolean {
  if (type !== "number" || !/^\d+(?:\s+\p{Lu}|$)/u.test(said)) return false;
  return (
    /(?:^|\s)\p{Lu}[\p{L}]{2,}\s$/u.test(text.slice(Math.max(0, start - 24), start)) &&
    inName.test(text.slice(start))
  );
}
const inName = /^\d{2,4}\s+\p{Lu}\p{Ll}/u;

function isOpen(
  { type, start, end, value }: Candidate,
  { denied, span, types, correcting }: Extraction,
): boolean {
  if (types && !types.has(type)) return false;
  if (span && (start < span.start || end > span.end)) return false;
  const isIn = (no: Span) => start < no.end && end > no.start;
  // «مو مستعجلة»: the denial is the answer itself.
  const isDenial = type === "yes_no" && value === false;
  return (isDenial || !denied.some(isIn)) && !correcting?.old.some(isIn);
}

/** «محامي في موضوع طلاق»: that it is of no kind in the list is nothing that anybody says before being asked. */
function isAnyOther({ field, value }: Candidate, { spec, asked, correcting }: Extraction): boolean {
  if (value !== "other" || field === undefined || asked === field || correcting?.named.has(field))
    return false;
  return spec.fields.some(({ name, required }) => name === field && !required);
}

/** «بالإنجليزي» of a CV is its language: a word that another question knows does not make what was chosen something else. */
function isOthersWord(
  { type, field, start, end }: Candidate,
  all: readonly Candidate[],
  { filled = [], correcting, asked }: Extraction,
): boolean {
  if (type !== "choice" || field === undefined || !filled.includes(field) || asked === field) return false;
  if (correcting?.named.has(field)) return false;
  return all.some(
    (one) =>
      one.type === "text" &&
      one.field !== undefined &&
      one.field !== field &&
      one.start <= start + 1 &&
      one.end >= end,
  );
}

/** «١٠ شرائح» beside «شرائح بيانات»: the noun is the other's, and the number stands on its digits. */
function spanBeside(candidate: Candidate, given: Given): Pick<Candidate, "start" | "end" | "text"> {
  const { start, end, text } = candidate;
  if (candidate.type === "choice") {
    // «اشتراك نادي السباحة»: what goes on past the choice is the name's.
    const name = [...given.values()].find(
      (one) => one.start > start + 2 && one.start < candidate.end && one.end > candidate.end,
    );
    return (name && cutTo(text.slice(0, name.start - start), start)) ?? withoutJoined(candidate, given);
  }
  if (typeof candidate.value !== "number") return candidate;
  for (const other of given.values()) {
    if (other === candidate || typeof other.value === "number") continue;
    if (other.start > start && other.start < end)
      return cutTo(text.slice(0, other.start - start), start) ?? candidate;
    if (other.end > start && other.end < end) {
      const rest = text.slice(other.end - start);
      return cutTo(rest, other.end) ?? candidate;
    }
  }
  return candidate;
}

/** «الدكتورة هيفاء»: a choice's words that are only the title of who is named say nothing of what is preferred. */
function leadsToName({ type, start, end }: Candidate, given: Given, { words }: Extraction): boolean {
  if (type !== "choice") return false;
  const title = wordsIn(words, { start, end });
  return [...given].some(
    ([field, one]) =>
      field.named === true &&
      one.start > end &&
      one.start - end <= 2 &&
      onlyPhrases(cuesOf(field).phrases, title),
  );
}

/** «لأثاث بيتي»: the letters written onto the thing's words are no part of the choice's either. */
function withoutJoined(candidate: Candidate, given: Given): Pick<Candidate, "start" | "end" | "text"> {
  const { start, end, text } = candidate;
  const other = [...given.values()].find(
    (one) => one.start > start && one.start <= start + 2 && one.end > end && /^[وبفل]/.test(text),
  );
  return (other && cutTo(text.slice(other.start - start), other.start)) ?? candidate;
}

/** The words without the blanks around them; undefined where nothing is left. */
function cutTo(text: string, start: number): Pick<Candidate, "start" | "end" | "text"> | undefined {
  const words = text.trim();
  if (words === "") return undefined;
  const from = start + text.indexOf(words);
  return { start: from, end: from + words.length, text: words };
}

const besides = (given: Given, field: FieldSpec): Given =>
  new Map([...given].filter(([one]) => one !== field));

/** Checks each value against its field's limits: what cannot stand is told, not dropped. */
function settle(given: Given, candidates: readonly Candidate[], extraction: Extraction): Extracted {
  const fields: Record<string, ReadField> = {};
  const bad: Record<string, BadField> = {};
  for (const [field, told] of given) {
    const others = [
      ...candidates.filter((one) => one !== told),
      ...takenSpans(besides(given, field), extraction),
    ];
    const whole = wholeText(field, told, others, extraction);
    if (!whole) continue;
    const candidate = field.trouble ? withSince(whole, extraction) : whole;
    const { start, end, text } = spanBeside(candidate, given);
    if (leadsToName(candidate, given, extraction)) continue;
    if (isTold(field, candidate, extraction)) continue;
    if (field.type === "text" && onlyPhrases(hurry, wordsIn(extraction.words, candidate))) continue;
    const { value, reason } =
      field.future && isPast(candidate, extraction.moment)
        ? { reason: "in_the_past" as const }
        : valueFor(field, candidate);
    if (reason) bad[field.name] = { text, start, end, reason };
    else if (value !== undefined) fields[field.name] = { value, text, start, end };
  }
  const taken = new Set(given.values());
  return {
    fields,
    bad,
    used: takenSpans(given, extraction),
    left: candidates.filter((one) => !taken.has(one)),
  };
}
