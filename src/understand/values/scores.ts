/** How well each value of a message fits each field of a form: by unit, by cue, by the question that is open, by a correction. */
import type { FieldSpec, ServiceSpec } from "../../domain/understanding.ts";
import { withoutArticle } from "../../language/letters/article.ts";
import { fold } from "../../language/letters/normalise.ts";
import { firstFrom } from "../words.ts";
import { type Candidate, fits, hasUnit } from "./candidate.ts";
import { type Around, aroundOf, cueStrength, strength } from "./cues.ts";
import type { Extraction } from "./extraction.ts";
import { endsRange } from "./ranges.ts";
import { isForField } from "./told-days.ts";
import { isOfMake, tellsOfSum } from "./told-of-a-value.ts";
import { placeCue } from "./whereabouts.ts";
import { isForPhone } from "./whose-phone.ts";

type Pair = { readonly candidate: Candidate; readonly field: FieldSpec; readonly score: number };

/** Scores above the cues' own: a unit names its field, an open question waits for an answer of its type. */
const byUnit = 5;
/** Where from and where to are easily confused: an address needs its cue right before it. */
const surely = 2.8;
const byQuestion = 3;
const byOwnWords = 4.5;
/** A cue at most a word or two away. */
const leastCue = 2;
/** A correction that denies a field's old value gives it a new one; one that names a field speaks of it above its neighbours. */
const byDenial = 5.2;
const byName = 1.7;

/** Every candidate with every field that words speak for, the surest first; in doubt, in order of mention. */
export function pairsOf(candidates: readonly Candidate[], extraction: Extraction): Pair[] {
  const places = candidates.filter(({ type }) => type === "place");
  const pairs = candidates.flatMap((candidate, n) => {
    const city = cityBefore(candidates, n, extraction.text);
    const earlier = candidates.slice(0, city ? candidates.indexOf(city) : n);
    // "the buyer is Ahmed, 055…": a choice's words may say whose phone it is.
    const isPhone = candidate.type === "phone";
    const before = earlier.findLast(
      (one) =>
        !isOfOpenList(one, extraction.spec) &&
        // «رخصة قيادتي»: a noun that counts for no question.
        !(one.implied && !extraction.spec.fields.some((field) => fits(field, one))) &&
        !(isPhone && one.type === "choice") &&
        !(candidate.type === "number" && one.type === "choice" && candidate.start - one.end <= 4) &&
        !(candidate.type === "place" && isForSomebody(one, extraction.text)),
    );
    const span = city ? { start: city.start, end: candidate.end } : candidate;
    const around = aroundOf(extraction.words, span, before?.end ?? 0);
    return extraction.spec.fields
      .filter((field) => fits(field, candidate) || (field.type === "money" && isSum(candidate)))
      .filter((field) => isForField(field, candidate, extraction))
      .filter((field) => isForPhone(field, candidate, extraction))
      .filter((field) => !isOfMake(candidate, extraction.words) && !tellsOfSum(field, candidate, extraction))
      .map((field) => ({
        candidate,
        field,
        score: scoreOf(candidate, field, { around, places }, extraction),
      }))
      .filter(({ score }) => score > 0);
  });
  return [...preferTotals(pairs, extraction)].sort(
    (a, b) => b.score - a.score || a.candidate.start - b.candidate.start,
  );
}

/** «الكرتون ٤ كيلو، يعني كلها ١٢»: of two numbers for one question the sum is meant, not the part. */
function preferTotals(pairs: readonly Pair[], { text }: Extraction): readonly Pair[] {
  const totals = new Set(pairs.filter(({ candidate }) => isTotal(candidate, text)));
  if (totals.size === 0) return pairs;
  return pairs.map((pair) => {
    const isRival = (one: Pair) => one.field === pair.field && one.candidate !== pair.candidate;
    return totals.has(pair) && pairs.some(isRival) ? { ...pair, score: pair.score + byTotal } : pair;
  });
}

/** Words of a total stand right beside it. */
const besideTotal = 28;

function isTotal({ type, start, end }: Candidate, text: string): boolean {
  if (type !== "number") return false;
  return (
    totalBefore.test(text.slice(Math.max(0, start - besideTotal), start)) ||
    totalBehind.test(text.slice(end, end + besideTotal))
  );
}

const byTotal = 0.3;
const totalBefore =
  /(?:^|\s)و?(?:كلها|كلهم|كله|ككل|(?:ال)?مجموع(?:ها|هم)?|(?:ال)?اجمالي|الإجمالي|الكل|total(?: of| is)?|altogether|in all|kol+(?:aha|ha|ohom|hom)|el magmoo3|almajmoo3)\s*[:=]?\s*(?:حوالي |تقريبا |around |about )?$/iu;
const totalBehind =
  /^\s*(?:(?:in )?total|altogether|in all|all together|كلها|كلهم|المجموع|بالمجموع|إجمالا|اجمالا|ككل|kollaha|kolaha)(?=$|[\s،,.!؟?])/iu;

/** «من الرياض حي الملقا»: what leads to the city leads to the address right behind it. */
function cityBefore(candidates: readonly Candidate[], n: number, text: string): Candidate | undefined {
  const address = candidates[n];
  if (address?.type !== "address") return undefined;
  const city = candidates.slice(0, n).findLast(({ type }) => type === "place");
  return city && /^[\s,،-]*$/.test(text.slice(city.end, address.start)) ? city : undefined;
}

/** An open list's option may stand on a cue: «إقامتي تنتهي ١٥ رجب» names the paper and leads to the day. */
function isOfOpenList({ field }: Candidate, { fields }: ServiceSpec): boolean {
  return field !== undefined && fields.some(({ name, hasFacts }) => hasFacts && name === field);
}

/** «شنطتي لبنتي بالجبيل»: whom it is for leads on to where. */
function isForSomebody({ type, start }: Candidate, text: string): boolean {
  return type === "text" && text.charAt(start - 1) === "ل";
}

type Place = { readonly around: Around; readonly places: readonly Candidate[] };

function scoreOf(
  candidate: Candidate,
  field: FieldSpec,
  { around, places }: Place,
  extraction: Extraction,
): number {
  const { correcting, spec } = extraction;
  const cue = cueStrength(field, around);
  const isTold = candidate.type === "place" && !correcting;
  const near = isTold ? placeCue({ field, cue, spec }, around, places) : cue;
  // Whom something is for leads to a place; a number needs its cue beside it.
  const said = candidate.type === "number" && near <= strength.far ? 0 : near;
  // «نأجلها للسبت» moves the beginning: of a correction «ل» is "to"; an end is named («لين السبت»).
  return scoreWith(
    candidate,
    field,
    extraction,
    correcting && said === strength.prefix && endsRange(field) ? 0 : said,
  );
}

function scoreWith(candidate: Candidate, field: FieldSpec, extraction: Extraction, cue: number): number {
  const preference = preferenceOf(field, extraction);
  // «تدفعون عني ٣٤٥»: a sum without its currency needs its cue near, and yields to a count.
  if (field.type === "money" && candidate.type === "number") {
    if (extraction.correcting?.replaced.has(field.name)) return byDenial + 0.1 * cue;
    return cue >= leastCue && !countsNoun(candidate, extraction) ? cue - 0.5 : 0;
  }
  if (candidate.field === field.name) return byOwnWords + cue + bySureness(candidate, field, extraction);
  if (candidate.unit !== undefined && hasUnit(field, candidate.unit)) return byUnit + cue + preference;
  if (extraction.correcting?.replaced.has(field.name)) return byDenial + 0.1 * cue;
  if (extraction.correcting?.named.has(field.name)) return Math.max(cue, surely) + preference;
  // «٣ أشخاص» is no weight, whatever is asked.
  const isOther = candidate.unit !== undefined && field.units.length > 0 && candidate.type === "number";
  const isAsked = extraction.asked === field.name && !extraction.correcting && !isOther;
  // Of two values the one that its own words lead to answers the question: "from Olaya Riyadh to my office in Jeddah".
  if (cue >= (field.type === "address" ? surely : 0) && cue > 0)
    return Math.max(cue + preference, isAsked ? byQuestion + 0.1 : 0);
  return isAsked ? byQuestion : 0;
}

/** An option by its own name of several words, or in more English words, is meant above one by a word that is also something else. */
const byOwnName = 0.4;
const byWord = 0.1;

function bySureness(
  { type, text, value, start }: Candidate,
  { options, hasFacts }: FieldSpec,
  { words }: Extraction,
): number {
  if (type !== "choice" || hasFacts) return 0;
  const said = bareWordsOf(text);
  if (said.length < 2) return 0;
  if (/^[a-z]/.test(said[0] ?? ""))
    return words[firstFrom(words, start)]?.sound === undefined ? byWord * (said.length - 1) : 0;
  const label = options?.find(({ id }) => id === value)?.label.ar ?? "";
  return bareWordsOf(label).join() === said.join() ? byOwnName : 0;
}

const bareWordsOf = (text: string): string[] => fold(text).trim().split(/\s+/).map(withoutArticle);

/** "around 600 pairs": a number of something is no sum. */
function countsNoun({ end }: Candidate, { words, text }: Extraction): boolean {
  const next = words[firstFrom(words, end)];
  return (
    next !== undefined &&
    /^[a-z]{3,}[^s\W\d]s$/.test(next.text) &&
    /^\s$/.test(text.slice(end, next.start)) &&
    next.text !== "plus"
  );
}

/** A correction goes to what the form already holds, and first of all to what it names. */
function preferenceOf({ name }: FieldSpec, { correcting, filled }: Extraction): number {
  if (!correcting || !filled?.includes(name)) return 0;
  return correcting.named.has(name) ? byName : 0.5;
}

/** Fewer of a currency's whole units are a count of something. */
const leastSum = 10;
/** May the bare number be a sum said without its currency? */
export const isSum = ({ type, unit, field, value, implied }: Candidate): boolean =>
  type === "number" &&
  unit === undefined &&
  field === undefined &&
  !implied &&
  typeof value === "number" &&
  value >= leastSum;
