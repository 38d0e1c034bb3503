/**
 * A name asked for that stands before everything else («حصة العتيبي 0551234567 وترى أنا على كرسي متحرك», "Maria Santos, make it 3 months"): it
 * ends at a number, a mark or a word that is in no name, and is the answer whatever is said behind it.
 */
import type { ReadField, Reading, Understanding } from "../../domain/understanding.ts";
import { overlaps } from "../../language/found.ts";
import { isGivenName } from "../../language/people/given-names.ts";
import { findLoneName, mayBeInName, parsePersonName } from "../../language/people/names.ts";
import { findPlaces } from "../../language/places/places.ts";
import { insteadPattern } from "../../language/replies/denials.ts";
import { readRequests, type Task } from "../requests.ts";
import { isKinWord } from "../values/kin.ts";
import { wantsSomething, withoutJoint } from "../wishes/clause-bounds.ts";
import type { Span, Word } from "../words.ts";
import type { Form } from "./open-form.ts";
import { wishOf } from "./wishes-beside.ts";

/** The reading with the name in front as the answer, and with what is told behind it. `read`: undefined where it would be read as no answer. */
export function withNameInFront(
  task: Task,
  { open, asked }: Form,
  read: Reading | undefined,
): Reading | undefined {
  if (asked?.type !== "person_name" || open.awaiting !== "answer") return read;
  const name = nameInFront(task);
  if (!name) return read;
  const reading = read ?? readRequests(task);
  const others = reading.understandings.filter(({ type }) => type !== "out_of_scope" && type !== "unclear");
  if (fieldsOf(others).some(([, field]) => overlaps(field, name))) return read;
  const held = fieldsOf(others).find(([field]) => field === asked.name);
  if (held && findLoneName(held[1].text) && /\s/.test(held[1].text)) return read;
  const at = others.findIndex(({ type }) => type === "answers");
  const answers = others[at];
  const fields = { ...(answers?.type === "answers" && answers.fields), [asked.name]: name };
  const given: Understanding = { ...(answers?.type === "answers" && answers), type: "answers", fields };
  const understandings = at < 0 ? [given, ...others] : others.with(at, given);
  return { ...reading, understandings: [...understandings, ...toldBehind(task, understandings)] };
}

function fieldsOf(understandings: readonly Understanding[]): (readonly [string, ReadField])[] {
  return understandings.flatMap((one) =>
    one.type === "answers" || one.type === "correct" || one.type === "request"
      ? Object.entries(one.fields)
      : [],
  );
}

/** The words up to the first that is in no name, where they are surely one and something stands behind them. */
function nameInFront({ text, words }: Task): ReadField | undefined {
  const end = words.findIndex((_, at) => ends(text, words, at));
  const front = words.slice(0, end);
  const [first, last, next] = [front[0], front.at(-1), words[end]];
  if (end < 1 || !first || !last || !next || leadsToName(first, next)) return undefined;
  const said = text.slice(first.start, last.end);
  const isBesideNumber = longNumber.test(text.slice(next.start)) && front.length > 1;
  const isName = isBesideNumber || capitals.test(said);
  const value = findLoneName(said)?.value ?? (isName ? parsePersonName(said) : undefined);
  const start = value === undefined ? -1 : text.indexOf(value, first.start);
  if (value === undefined || start < 0 || start + value.length < last.end) return undefined;
  if (findPlaces(said).some((place) => place.end - place.start === said.length)) return undefined;
  return { value, text: value, start, end: start + value.length };
}

/** «باسم أخوي سعد»: "in the name of", and nobody's name. */
const leadsToName = ({ key }: Word, next: Word): boolean => key === "باسم" && isKinWord(next.key);

/** A mark stands before the word, or it is a number, or nothing that names are made of. */
function ends(text: string, words: readonly Word[], at: number): boolean {
  const [before, { text: word, start } = { text: "", start: 0 }] = [words[at - 1], words[at]];
  if (before && /[,،;؛:\n(]|\.\s*\P{Lu}|[-–] /u.test(text.slice(before.end, start))) return true;
  if (isGivenName(word)) return false;
  if (before && /^ال(?:[\u0620-\u064a]{2,}ي|سيد|شيخ|امير)$/.test(word)) return false;
  if (denies.test(word)) return true;
  const asks = /^و/.test(word) && wantsSomething(withoutJoint(words.slice(at)).slice(0, 1));
  return asks || !mayBeInName(word) || goesOn.test(word);
}

/** «محمد بدل سعد», "Saad Alotaibi don't book yet". */
const denies = new RegExp(`^(?:${insteadPattern}|لا|ما|don't|dont|do|never|no)$`);

/** «لكن», «ونخليها», «وخلوهم»: what joins the next clause, or is said of something. */
const goesOn =
  /^(?:و?لكن|بس|عشان|علشان|لان|لانه|حيث|but|bas|btw|also|and|w|we)$|^و\S+(?:ها|هم|نا|ني)$|^ل(?:أن|ان)(?:ه|ها|ي|نا)$/;

/** A phone or an identity number, in any way of writing. */
const longNumber = /^\+?\p{Nd}(?:[ -]?\p{Nd}){6,}/u;

/** "Laura Finch", "Maria Clara dela Cruz", "JUAN REYES". */
const capitals = /^\p{Lu}[\p{L}'’-]+(?: (?:\p{Lu}|de|bin|al|el|von|van)[\p{L}.'’-]*){1,5}$/u;

const fewestTold = 3;

/** «… وترى أنا على كرسي متحرك»: words that go on behind the name and the phone, and give no value. Behind a mark they are kept anyway. */
function toldBehind({ text, words, ...task }: Task, given: readonly Understanding[]): Understanding[] {
  const spans: Span[] = fieldsOf(given).map(([, field]) => field);
  const from = Math.max(...spans.map(({ end }) => end));
  const behind = words.filter(({ start }) => start >= from);
  const [first, last] = [withoutJoint(behind)[0], behind.at(-1)];
  if (given.length > 1 || !first || !last || behind.length < fewestTold) return [];
  if (/[?؟]/.test(text) || /[,،.;؛\n]/.test(text.slice(from, behind[0]?.start))) return [];
  return [wishOf({ text, words, ...task }, { start: startOf(first, behind[0]), end: last.end })];
}

/** Behind the «و» that joins it. */
const startOf = (first: Word, written: Word | undefined): number =>
  written && first.start === written.start
    ? first.start + written.text.length - first.text.length
    : first.start;
