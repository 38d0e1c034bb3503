/**
 * Every value that a message might give to a form: what the finders of `language/` see, in the type that an answer has. Longer and
 * surer readings win over what lies inside them: the digits of a phone are no weight.
 */
import type { AnswerType } from "../../domain/answer.ts";
import { findEstablishmentNumbers, findIbans, findNationalIds } from "../../language/people/ids.ts";
import { findAddresses } from "../../language/places/addresses.ts";
import { findDurations } from "../../language/times/durations.ts";
import { findUrls } from "../../language/urls.ts";
import { type Candidate, isJoined, type Reading } from "./candidate.ts";
import { findCodes } from "./codes.ts";
import { findCompany, findCounted, findDuals, findTimesSigns, findUs } from "./counted.ts";
import { findKnown } from "./known-values.ts";
import { findOptions, findTraits } from "./options.ts";
import { withSlippedUnits } from "./slipped-units.ts";
import {
  findBodyNames,
  findDateValues,
  findMoneyValues,
  findPeriodValues,
  findPhoneValues,
  findPlaceValues,
  findShorts,
  findTimeValues,
  ids,
} from "./value-finders.ts";

type Finder = (reading: Reading) => readonly Candidate[];

/** Surest first: what a finder takes, those after it don't see. */
const finders: readonly (readonly [readonly AnswerType[], Finder])[] = [
  [["url"], ({ text }) => findUrls(text).map((found) => ({ ...found, type: "url" as const }))],
  [["text"], findCodes],
  [["iban"], ({ text }) => ids("iban", findIbans(text))],
  [["national_id"], ({ text }) => ids("national_id", findNationalIds(text))],
  [["establishment_number"], ({ text }) => ids("establishment_number", findEstablishmentNumbers(text))],
  [["text"], findShorts],
  [["text"], ({ text, words, spec }) => findKnown(text, words, spec)],
  [["text"], findPeriodValues],
  [["text"], findBodyNames],
  [["phone"], findPhoneValues],
  [["money"], findMoneyValues],
  [["date"], findDateValues],
  [["time"], findTimeValues],
  [["place"], findPlaceValues],
  [["address"], ({ text }) => findAddresses(text).map((found) => ({ ...found, type: "address" as const }))],
  [
    ["duration"],
    ({ text }) =>
      findDurations(text).map((found) => ({ ...found, type: "duration" as const, value: found.value.iso })),
  ],
  [["number", "integer"], findTimesSigns],
  [["integer"], findUs],
  [["number", "integer", "money"], findCounted],
  [["number", "integer"], findDuals],
  [["integer"], findCompany],
  [["choice"], ({ words, spec, text }) => findOptions(text, words, spec)],
  [["yes_no"], ({ words, spec, text }) => findTraits(text, words, spec)],
];

/** A message with more values than this is a list for a person: each value costs a look at every field. */
const mostCandidates = 64;

/** The candidates for the fields of a form, in order of mention. */
export function findCandidates(reading: Reading): readonly Candidate[] {
  if (!last || !isSame(last.reading, reading)) last = { reading, found: readCandidates(reading) };
  return last.found;
}

/** A message against an open form is looked at several times: for what is denied, corrected, asked, and else. */
let last: { readonly reading: Reading; readonly found: readonly Candidate[] } | undefined;

function isSame(one: Reading, other: Reading): boolean {
  const { now, zone } = other.moment;
  return (
    one.text === other.text && one.spec === other.spec && one.moment.now === now && one.moment.zone === zone
  );
}

function readCandidates(reading: Reading): Candidate[] {
  const wanted = new Set(reading.spec.fields.map(({ type }) => type));
  const found: Candidate[] = [];
  for (const [types, find] of finders) {
    if (!types.some((type) => wanted.has(type)) && !alwaysRead.has(types[0] as AnswerType)) continue;
    if (found.length >= mostCandidates) break;
    for (const candidate of find(reading).slice(0, mostCandidates)) {
      const own = besideNoun(candidate, found);
      if (!found.some((other) => clash(own, other))) found.push(own);
    }
  }
  const kept = found.filter((one) => !leadsTo(one, found)).sort((a, b) => a.start - b.start);
  const inOrder = withSlippedUnits(reading.text, kept);
  return inOrder.map((one) => (isList(reading.text, one, inOrder) ? { ...one, joined: true } : one));
}

/** «٣ موظفين»: where the noun is a well-known value of its own, the number stands on its digits and still counts it. */
function besideNoun(candidate: Candidate, found: readonly Candidate[]): Candidate {
  if (candidate.type !== "number" || candidate.unit === undefined || candidate.implied) return candidate;
  const noun = found.find(
    ({ type, start, end }) =>
      type === "text" && start > candidate.start && end >= candidate.end && start < candidate.end,
  );
  if (!noun) return candidate;
  const text = candidate.text.slice(0, noun.start - candidate.start).trimEnd();
  return { ...candidate, text, end: candidate.start + text.length };
}

function isList(text: string, one: Candidate, all: readonly Candidate[]): boolean {
  if (one.type !== "number" || one.unit === undefined) return false;
  return all.some(
    (other) =>
      other.type === "number" &&
      isJoined(text, other, one) &&
      (other.unit !== undefined || mayBePeople(other)),
  );
}

/** «اتنين وطفل»: a few who are counted without a noun. */
const mayBePeople = ({ value }: Candidate): boolean => typeof value === "number" && value < 20;

/** Read even when no field wants them, so that their digits are not taken for something else. */
const alwaysRead: ReadonlySet<AnswerType> = new Set<AnswerType>([
  "phone",
  "date",
  "time",
  "money",
  "national_id",
]);

/** «يوم» before «الثلاثاء», «ليلة» before «الجمعة» is no count of its own. */
function leadsTo({ implied, end }: Candidate, found: readonly Candidate[]): boolean {
  return (
    implied === true && found.some(({ type, start }) => type === "date" && start >= end && start - end <= 2)
  );
}

/** A choice may share its words with a number («غرفة لشخصين»), an address its city with a place; all else may not overlap. */
function clash(a: Candidate, b: Candidate): boolean {
  if (a.start >= b.end || b.start >= a.end || a.type === "choice" || b.type === "choice") return false;
  return !(a.type === "address" && b.type === "place");
}
