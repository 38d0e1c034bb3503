/** Values that no word speaks for: given where there is only one question that they can answer, or as many as there are values. */
import type { FieldSpec } from "../../domain/understanding.ts";
import { isGivenName } from "../../language/people/given-names.ts";
import { hasPhrase } from "../phrases.ts";
import { isMainThing } from "../texts/main-thing.ts";
import { firstFrom, type Word } from "../words.ts";
import { type Candidate, nobodys } from "./candidate.ts";
import { aroundOf, cuesOf } from "./cues.ts";
import type { Extraction, Given } from "./extraction.ts";
import { isKinWord } from "./kin.ts";
import { isSum } from "./scores.ts";
import { isForField, isPast, saidTwice, saysDayAgain } from "./told-days.ts";
import { whoseIs } from "./whereabouts.ts";
import { isCustomers, isForPhone, isOthersPhone, whosePhone } from "./whose-phone.ts";

/**
 * Without words that speak for a field: the only candidate of its type goes to the only free field, or to the customer's own one of
 * several; as many candidates as fields go in order. Never numbers, names and words: too many things are a number.
 */
export function giveFree(candidates: readonly Candidate[], given: Given, extraction: Extraction): void {
  const { spec, filled = [], correcting } = extraction;
  for (const type of freeTypes) {
    const taken = new Set(given.values());
    const left = candidates.filter(
      (candidate) =>
        candidate.type === type &&
        candidate.field !== nobodys &&
        !taken.has(candidate) &&
        !isPast(candidate, extraction.moment) &&
        !(correcting && saysDayAgain(candidate, given)),
    );
    const said =
      type === "date"
        ? saidTwice(left)
        : type === "time"
          ? besideDay(left, candidates, extraction)
          : type === "place"
            ? destinations(left, extraction)
            : left;
    if (type === "phone") giveOthersPhone(said, given, extraction);
    const had = ({ name }: FieldSpec) => filled.includes(name) === (correcting !== undefined);
    const fields = spec.fields.filter((field) => field.type === type && had(field) && !given.has(field));
    const free = fields.filter(({ take }) => take === "free");
    const told = (one: Candidate) =>
      !free.some((field) => isForField(field, one, extraction) && isForPhone(field, one, extraction));
    const open = said.filter(
      (one) => ![...given.values()].includes(one) && (free.length === 0 || !told(one)),
    );
    giveInOrder(open, free, given, extraction);
    if (correcting && free.length === 0) giveInOrder(open, fields, given, extraction);
    if (correcting) giveAdded(type, open, given, extraction);
  }
  giveBodies(candidates, given, extraction);
}

/**
 * "coming from Manila … Khobar", «تصلنا من عمّان … الرياض»: where a form asks for no way, the place that somebody comes from is not meant; a
 * place named twice is one.
 */
function destinations(places: readonly Candidate[], { spec, words }: Extraction): readonly Candidate[] {
  const isWay = spec.fields.some((field) => field.type === "place" && cuesOf(field).phrases.has("from"));
  if (isWay || places.length < 2) return places;
  const comesFrom = ({ start }: Candidate) => {
    const before = words[firstFrom(words, start) - 1];
    return before !== undefined && fromWords.has(before.text);
  };
  // "His flight lands in Dammam": told of whoever is there.
  const isToldOf = (one: Candidate) => whoseIs(aroundOf(words, one, 0)) !== undefined;
  const to = places.filter((one) => !comesFrom(one) && !isToldOf(one));
  const named = to.length > 0 ? to : places;
  const [first] = named;
  return first && named.every(({ value }) => value === first.value) ? [first] : named;
}

const fromWords = new Set(["من", "from", "mn", "men", "min"]);

/** «خلوها ٧ المغرب» says when, though nothing was said of it before. */
const moments: ReadonlySet<FieldSpec["type"]> = new Set(["date", "time", "duration"]);

/** «خلوها بكره ١٠ الصبح»: beside what is changed the hour is new, where the form has one question for it that is still open. */
function giveAdded(
  type: FieldSpec["type"],
  open: readonly Candidate[],
  given: Given,
  { spec, filled = [] }: Extraction,
): void {
  const [only, other] = open.filter((one) => ![...given.values()].includes(one));
  const [field, another] = spec.fields.filter((one) => one.type === type);
  if (!only || other || !field || another || (given.size === 0 && !moments.has(type))) return;
  if (!filled.includes(field.name) && !given.has(field)) given.set(field, only);
}

/** «ضربني ف نص الليل، عايز دكتور النهارده ٨ بليل»: of several hours the one that stands beside a day. */
function besideDay(
  times: readonly Candidate[],
  candidates: readonly Candidate[],
  { text }: Extraction,
): readonly Candidate[] {
  if (times.length < 2) return times;
  const days = candidates.filter(({ type }) => type === "date");
  const touches = ({ start, end }: Candidate) =>
    days.some((day) =>
      touching.test(
        day.end <= start ? text.slice(day.end, start) : text.slice(end, Math.max(end, day.start)),
      ),
    );
  const beside = times.filter(touches);
  if (beside.length === 1) return beside;
  // "10:30, he is slow in the mornings": a part of the day only tells why.
  const clocks = times.filter((one) => /\p{Nd}/u.test(one.text));
  return clocks.length === 1 ? clocks : times;
}

const touching = /^[\s,،]*(?:(?:at|on|by|el|يوم|yom|في)\s+)?$/i;

/**
 * "to Karim Haddad in Tabuk, 057…": the only phone right behind where it goes, or behind words for the other one, is theirs where a form
 * asks for another's phone, too.
 */
function giveOthersPhone(phones: readonly Candidate[], given: Given, extraction: Extraction): void {
  const { spec, text, words, filled = [], correcting } = extraction;
  const others = spec.fields.filter(isOthersPhone);
  const theirs = phones.filter((one) => isSomebodys(words, one.start) || whosePhone(words, one) === "others");
  const [phone] = theirs.length === 1 ? theirs : phones;
  const [field] = others;
  if (!phone || !field || (phones.length > 1 && theirs.length !== 1) || others.length > 1 || correcting)
    return;
  if (given.has(field) || filled.includes(field.name)) return;
  const goesTo = [...given].some(
    ([place, { end }]) =>
      place.type === "place" && cuesOf(place).phrases.has("to") && isBeside(text, end, phone.start),
  );
  const before = words.filter(({ end }) => end <= phone.start).slice(-farthestBack);
  if (goesTo || theirs.length === 1 || hasPhrase(cuesOf(field).phrases, before)) given.set(field, phone);
}

/** «لمحمود ٠٥٥…», "le baba, mobile 055…": right behind whom something goes to, with nothing but a word for a phone between. */
function isSomebodys(words: readonly Word[], start: number): boolean {
  let at = firstFrom(words, start) - 1;
  while (at > 0 && phoneWords.test(words[at]?.text ?? "")) at -= 1;
  const [word, before] = [words[at], words[at - 1]];
  if (!word) return false;
  const bare = /^ل[\u0620-\u064a]{3,}$/.test(word.text) ? word.text.slice(1) : undefined;
  if (bare) return isGivenName(bare) || isKinWord(bare);
  const isOne =
    isGivenName(word.text) ||
    isKinWord(word.text) ||
    /^(?:mama|baba|mom|mum|dad|omi|ommi|abooy|abooya)$/.test(word.text);
  return isOne && /^(?:to|for|le|l|lel)$/.test(before?.text ?? "");
}

const phoneWords =
  /^(?:mobile|phone|number|no|tel|cell|his|her|their|jawal|jawalo|jawalha|ra2amo|ra2amha|ragmo|ragmah|ragmha|ra8mo|ra8mha|raqmo|raqmha|رقم|رقمه|رقمها|جوال|جواله|جوالها|تلفونه|تلفونها|موبايل|موبايله|موبايلها)$/;

/** Words this far back still say whose phone it is. */
const farthestBack = 6;
const isBeside = (text: string, from: number, to: number): boolean =>
  from <= to && /^[\s,،.:;()\-–]*$/.test(text.slice(from, to));

/** «بين وزارة الصحة وأمانة الرياض»: two bodies for two questions, in their order. */
function giveBodies(candidates: readonly Candidate[], given: Given, extraction: Extraction): void {
  const { spec, filled = [] } = extraction;
  const taken = new Set(given.values());
  const left = candidates.filter((candidate) => candidate.body && !taken.has(candidate));
  const fields = spec.fields.filter(
    (field) => field.format === "body" && !given.has(field) && !filled.includes(field.name),
  );
  if (left.length === fields.length) giveInOrder(left, fields, given, extraction);
}

/**
 * A number that counts nothing said is, in a correction, the new value of the only number that the form holds («لا خليهم اتنين»); in a
 * request it is the number that everybody is asked for, where the form asks for no other and for no thing that may hold one («عايز اتنين»).
 */
export function giveBareNumber(candidates: readonly Candidate[], given: Given, extraction: Extraction): void {
  const { spec, filled = [], correcting, types } = extraction;
  if (!correcting && spec.fields.some(isMainThing)) return;
  const taken = [...given.values()];
  const bare = candidates.filter(
    ({ type, unit, field, start, end, text: said }) =>
      type === "number" &&
      unit === undefined &&
      field === undefined &&
      !(justOne.test(said) && !correcting) &&
      !taken.some((one) => start < one.end && end > one.start),
  );
  const isNumber = ({ type }: FieldSpec) => type === "number" || type === "integer";
  const numbers = spec.fields.filter(isNumber);
  const [only] = bare;
  const isSumToo = ({ type }: FieldSpec) => type === "money" && only !== undefined && isSum(only);
  const fields = correcting
    ? spec.fields.filter((one) => filled.includes(one.name) && (isNumber(one) || isSumToo(one)))
    : numbers.filter(({ required, name }) => required && numbers.length === 1 && !filled.includes(name));
  const [field] = fields;
  if (!only || bare.length > 1 || !field || fields.length > 1) return;
  // «خلوها ٥ العصر ما اكون موجوده ٤»: beside another change a bare number tells something, as often as not.
  if (correcting && !isPut(only, extraction) && [...given].some((one) => isChange(one, extraction))) return;
  if (!given.has(field) && (!types || types.has(field.type))) given.set(field, only);
}

/** «خلوها اثنين والميزانية ٤٠٠٠»: it stands right behind the word that changes. */
function isPut({ start }: Candidate, { words }: Extraction): boolean {
  const before = words[firstFrom(words, start) - 1];
  return before !== undefined && (puts.test(before.key) || puts.test(before.text));
}

const puts =
  /^[وف]?(?:خلوها|خلوهم|خليها|خليهم|خلها|خلهم|نخليها|kh?al+[eiou]+h[ae]|5al+[eiou]+h[ae])$|^(?:khalooha|khaleeha|khaloha)$/;

/** Is the value another than the form holds? */
const isChange = ([{ name }, { value }]: readonly [FieldSpec, Candidate], { values }: Extraction): boolean =>
  JSON.stringify(values?.[name]?.value) !== JSON.stringify(value);

/** "one mini mart", «واحد صاحبي»: an article more than a count. */
const justOne = /^(?:one|واحد|واحده|وحده|wa7ed|wa7da|wahed)$/i;

function giveInOrder(
  left: readonly Candidate[],
  fields: readonly FieldSpec[],
  given: Given,
  extraction: Extraction,
): void {
  const own = fields.filter(isCustomers);
  if (left.length === fields.length)
    for (const [n, candidate] of left.entries()) given.set(fields[n] as FieldSpec, candidate);
  else if (
    left.length === 1 &&
    own.length === 1 &&
    isForPhone(own[0] as FieldSpec, left[0] as Candidate, extraction)
  )
    given.set(own[0] as FieldSpec, left[0] as Candidate);
}

const freeTypes = [
  "place",
  "date",
  "time",
  "duration",
  "phone",
  "money",
  "national_id",
  "establishment_number",
  "iban",
  "url",
] as const;
