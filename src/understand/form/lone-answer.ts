/**
 * A message, or a part of one, that from end to end is the answer to a question of the form: to the one that is asked, or to the only
 * other one that could have it. «بكرة» under a question for an address code is the day; «حي الروضة شارع صاري» under one for the day
 * is the only address that is still missing.
 */
import type { AnswerType } from "../../domain/answer.ts";
import type { FieldSpec, ReadField, ReadFields } from "../../domain/understanding.ts";
import { findLoneName } from "../../language/people/names.ts";
import { findAddresses } from "../../language/places/addresses.ts";
import { findPlaces } from "../../language/places/places.ts";
import type { Task } from "../requests.ts";
import { areGoods } from "../texts/goods.ts";
import { type Extracted, type Extraction, extractFields } from "../values/extract.ts";
import { withoutKnownWords } from "../values/known-words.ts";
import { type Span, type Word, wordsIn } from "../words.ts";
import { isAllSaid } from "./lead-ins.ts";
import { loneName } from "./lone-name.ts";

/** Where any words would answer, a whole message of one of these is another question's answer all the same (a text: an address code). */
export const closedTypes: ReadonlySet<AnswerType> = new Set<AnswerType>([
  "phone",
  "date",
  "time",
  "money",
  "place",
  "number",
  "integer",
  "duration",
  "national_id",
  "establishment_number",
  "iban",
  "url",
  "text",
]);
/** Beside an address only values that no address holds are taken. */
export const besideAddress: ReadonlySet<AnswerType> = new Set<AnswerType>([
  "phone",
  "date",
  "time",
  "money",
  "yes_no",
]);

/** Values for fields that are not asked for, when they are all that is said. `base`: what to extract from, without the question. */
export function otherValues(
  base: Extraction,
  asked: FieldSpec,
  inside: readonly Word[],
): Extracted | undefined {
  const isAddress = asked.type === "address";
  const read = extractFields({ ...base, types: isAddress ? besideAddress : closedTypes });
  const others = asked.type === "text" && !asked.format ? withoutKnownWords(read, asked, base) : read;
  const some = Object.keys(others.fields).length + Object.keys(others.bad).length > 0;
  return some && isAllSaid(inside, others.used) ? others : undefined;
}

/** A name or an address that is all that is said, and has exactly one field to go to. */
export function loneWords(task: Task, base: Extraction, inside: readonly Word[]): ReadFields | undefined {
  const missing = (name: string) => !base.filled?.includes(name);
  const whole = inside.length === task.parts.clauses.reduce((sum, { words }) => sum + words.length, 0);
  const name = whole ? loneName(task, base.spec, missing) : undefined;
  if (name) return Object.fromEntries([name]);
  const fields = base.spec.fields.filter((field) => field.type === "address" && missing(field.name));
  const [field] = fields;
  const address = field && fields.length === 1 ? wholeAddress(task.text, inside) : undefined;
  return field && address ? { [field.name]: address } : undefined;
}

/** «كتب» under another question: the goods, where the form still has one question for what the request is about. */
export function loneGoods(
  { text }: Task,
  { spec, filled }: Extraction,
  inside: readonly Word[],
): ReadFields | undefined {
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last || !areGoods(inside)) return undefined;
  const fields = spec.fields.filter(
    ({ type, required, format, take }) => type === "text" && required && !format && take === "free",
  );
  const [field] = fields;
  if (!field || fields.length > 1 || filled?.includes(field.name)) return undefined;
  const [start, end] = [first.start, last.end];
  const said = text.slice(start, end);
  return { [field.name]: { value: said, text: said, start, end } };
}

/** The words as an address, when they are one from end to end, with the city beside it. */
export function wholeAddress(text: string, inside: readonly Word[]): ReadField | undefined {
  const [from, to] = [inside[0], inside.at(-1)];
  if (!from || !to) return undefined;
  const within = ({ start, end }: Span) => start >= from.start && end <= to.end;
  const addresses = findAddresses(text).filter(within);
  const [first] = addresses;
  if (!first) return undefined;
  const spans = [...addresses, ...findPlaces(text).filter(within)];
  const words = inside.filter(({ text: word }) => !side.test(word));
  if (!isAllSaid(words, spans)) return undefined;
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const said = text.slice(start, end);
  return { value: { ...first.value, text: said }, text: said, start, end };
}

/** «الخبر الشمالية»: a side of a town. */
const side =
  /^(?:ال)?(?:شمالي|جنوبي|شرقي|غربي)ه?$|^(?:north|south|east|west)(?:ern)?$|^(?:ال)?عنوان(?:ه|ها|هم|ي|نا)?$|^(?:address|3enwan|3inwan)$/;

/** Is the part from end to end an answer, whatever else it resembles? */
export function isAnswer(task: Task, base: Extraction, asked: FieldSpec | undefined, span: Span): boolean {
  const inside = wordsIn(task.words, span);
  if (asked?.type === "person_name" && findLoneName(task.text.slice(span.start, span.end))) return true;
  if (asked?.type === "address" && wholeAddress(task.text, inside)) return true;
  const own = extractFields({ ...base, span, ...(asked && { asked: asked.name }) });
  if (Object.keys(own.fields).length > 0 && isAllSaid(inside, own.used)) return true;
  return loneWords(task, { ...base, span }, inside) !== undefined;
}
