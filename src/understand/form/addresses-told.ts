/**
 * An answer to the question for one address that goes on to something else: «حي الروضة، والتسليم حي الصفا», "Al Fanateer, behind the corniche.
 * Receiver: Imran …". The asked address ends where another question's words begin, and theirs are read for that question.
 */
import type { FieldSpec, ReadField } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { findAddresses, findShortAddresses } from "../../language/places/addresses.ts";
import { type Phrases, phraseAt } from "../phrases.ts";
import type { Task } from "../requests.ts";
import { cuesOf } from "../values/cues.ts";
import type { Span, Word } from "../words.ts";
import { addressNoun, receives } from "./address-answer.ts";
import { addressFrom } from "./free-answer.ts";
import type { Form } from "./open-form.ts";

/** `own`: the words up to the first of another question; `others`: what stands behind words for one, in order. */
type Told = {
  readonly own: readonly Word[];
  readonly others: readonly { readonly field: FieldSpec | undefined; readonly words: readonly Word[] }[];
};

/** No field: somebody who receives it, or where the way goes on to. `length`: the words that lead there. */
type Led = { readonly field: FieldSpec | undefined; readonly length: number };

/** Undefined where the whole message speaks of one address. */
export function addressesTold(
  { text }: Task,
  { spec, open }: Form,
  asked: FieldSpec,
  words: readonly Word[],
): Told | undefined {
  const [next, another] = addressesBut(spec, asked);
  const goesOn = next !== undefined && !another && !open.filled.includes(next.name);
  const cuts = words.flatMap((_, at) => {
    if (leadsToAsked(text, words, at)) return at === 0 ? [] : [{ at, field: asked, length: 1 }];
    const begins = at === 0 || beginsPart(text, words, at);
    const led = begins
      ? (ledFrom(text, words, at, spec.fields, asked) ??
        (goesOn ? broughtFrom(words[at], spec, asked) : undefined))
      : goesOn && towardsFrom(text, words, at);
    return !led || (at === 0 && led.field === asked) ? [] : [{ at, ...led }];
  });
  const [first] = cuts;
  if (!first) return undefined;
  const others = cuts.map(({ at, length, field }, n) => ({
    field,
    words: words.slice(at + length, cuts[n + 1]?.at),
  }));
  const front = words.slice(0, first.at);
  if (front.length > 0) return { own: front, others };
  const told = others.find(({ field }) => field === asked)?.words;
  // «المستلم سعد حي الصفا»: no other address is still to come.
  const left = goesOn ? [] : words.filter((word) => overlapsAny(word, findAddresses(text)));
  return { own: told ?? left, others };
}

/** The other addresses that are told: behind their own words, or the only one behind whoever receives it. */
export function otherAddresses(
  task: Task,
  { spec, open }: Form,
  asked: FieldSpec,
  { others }: Told,
  used: readonly Span[],
): Record<string, ReadField> {
  const found: Record<string, ReadField> = {};
  for (const { field, words } of others) {
    if (field?.type !== "address" || field === asked) continue;
    const address = addressFrom(task, field, words, used);
    if (address) found[field.name] = address;
  }
  const code = codeIn(task, spec, open);
  if (code) Object.assign(found, code);
  const [rest, another] = addressesBut(spec, asked);
  if (!rest || another || found[rest.name] || open.filled.includes(rest.name)) return found;
  const behind = others.filter(({ field }) => field?.type !== "address").flatMap(({ words }) => words);
  const [address, more] = findAddresses(task.text).filter(
    ({ value, start }) =>
      value.short !== value.text && behind.some((word) => word.start <= start && word.end > start),
  );
  return address && !more ? { ...found, [rest.name]: address } : found;
}

/** «المستلم سعد 0551234567 العنوان حي الصفا»: "the address", and one right behind it, is the one that is asked for. */
function leadsToAsked(text: string, words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  const isNoun = word !== undefined && (addressNoun.test(word.key) || addressNoun.test(word.text));
  return isNoun && next !== undefined && findAddresses(text).some(({ start }) => start === next.start);
}

const addressesBut = ({ fields }: Form["spec"], asked: FieldSpec): readonly FieldSpec[] =>
  fields.filter((one) => one.type === "address" && one !== asked);

/** «العقربية شارع ١٤ الى حي الصفا», «… لحي الصفا», "… to Al Safa district": the way goes on to an address that begins right there. */
function towardsFrom(text: string, words: readonly Word[], at: number): Led | undefined {
  const [word, next] = [words[at], words[at + 1]];
  const begins = (place: number | undefined) => findAddresses(text).some(({ start }) => start === place);
  if (!word) return undefined;
  if (to.test(word.text)) return begins(next?.start) ? { field: undefined, length: 1 } : undefined;
  const isJoined = text[word.start] === "ل" && begins(word.start + 1);
  return isJoined ? { field: undefined, length: 0 } : undefined;
}
const to = /^(?:الي|الى|إلى|لين|to|le|ila|ela|le7ad)$/;

/** «…، وتوديها لأختي بحي المنسك», "…, deliver it to my sister": behind the first address, what is done with it leads to the other. */
function broughtFrom(word: Word | undefined, { fields }: Form["spec"], asked: FieldSpec): Led | undefined {
  const isFirst = fields.find(({ type }) => type === "address") === asked;
  const isBrought = word !== undefined && [word.key, word.text].some((one) => brings.test(one));
  return isFirst && isBrought ? { field: undefined, length: 1 } : undefined;
}
const brings =
  /^[وف]?(?:[بهح]|را?ح)?[تني]?(?:ود|وصل|سلم)(?:ي|و|وا|ون)?(?:ه|ها|هم)$|^(?:deliver|delivering|drop|bring|t?wad+[eio]+h\w*|t?was+[ea]l\w*h\w*)$/;

/** «…، العنوان الوطني RMLZ4455»: the short address among the rest has a question of its own. */
function codeIn(
  { text }: Task,
  { fields }: Form["spec"],
  { filled }: Form["open"],
): Record<string, ReadField> | undefined {
  const field = fields.find(
    ({ format, name }) => format === "short_national_address" && !filled.includes(name),
  );
  const [code, another] = findShortAddresses(text);
  return field && code && !another ? { [field.name]: code } : undefined;
}

/** A mark, or "and", stands before the word, or «و» is written onto it. */
function beginsPart(text: string, words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word) return true;
  return (
    /[،,.;؛:\n]/.test(text.slice(before.end, word.start)) || joins.test(before.text) || /^و/.test(word.text)
  );
}
const joins = /^(?:و|and|w|we|wel|بس|but|bas)$/;

/** The question that the words from here lead to, and how many of them do. */
function ledFrom(
  text: string,
  words: readonly Word[],
  at: number,
  fields: readonly FieldSpec[],
  asked: FieldSpec,
): Led | undefined {
  const from = /^(?:the|el|al|il)$/.test(words[at]?.text ?? "") ? at + 1 : at;
  const word = words[from];
  if (!word) return undefined;
  const led = fields
    .filter((field) => leads.has(field.type) && field !== asked)
    .map((field) => ({ field, length: lengthAt(text, words, from, cuesOf(field).phrases) }))
    .filter(({ length }) => length > 0)
    .sort((one, other) => other.length - one.length)[0];
  if (led && lengthAt(text, words, from, cuesOf(asked).phrases) < led.length)
    return { field: led.field, length: led.length + (from - at) };
  return receives.test(word.key.replace(/^و/, "")) || receives.test(word.text)
    ? { field: undefined, length: from - at + 1 }
    : undefined;
}
const leads: ReadonlySet<FieldSpec["type"]> = new Set(["address", "person_name", "phone"]);

/** A cue of a few letters ("to", «من») is inside many an address; before a colon the beginning of one is enough ("Delivery: …"). */
function lengthAt(text: string, words: readonly Word[], at: number, phrases: Phrases): number {
  const word = words[at];
  if (!word) return 0;
  const length = phraseAt(phrases, words, at);
  if (length > 1 || (length === 1 && word.text.length >= leastLetters)) return length;
  return phrases.has(word.key) && /^\s*:/.test(text.slice(word.end)) ? 1 : 0;
}
const leastLetters = 5;
