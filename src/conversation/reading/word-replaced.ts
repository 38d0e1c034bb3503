/**
 * One word of a text that the form holds, corrected beside whatever else is told: «0581112222 ومعلش قصدي الربع التالت مش التاني» of «الربع التاني 2026»,
 * how many of a thing there are: «خليهم 3 شهادات مش 2» of «شهادتين ميلاد», and a place.
 */
import type { Fields } from "../../domain/answer.ts";
import type { ReadFields } from "../../domain/understanding.ts";
import { foldWithMap, tokens } from "../../language/letters/normalise.ts";
import { numberWords } from "../../language/numbers/number-words.ts";
import { denyingPattern } from "../../language/replies/denials.ts";
import type { Flow } from "../flow/flow.ts";
import { type Held, placeReplaced } from "./place-replaced.ts";

const letters = "[\\p{L}\\p{M}']+";
/** «الربع التالت مش التاني»: up to three words in place of one. */
const wordForWord = new RegExp(
  `(?<![\\p{L}\\p{Nd}])(?<now>${letters}(?: ${letters}){0,2}) ${denyingPattern} (?<old>${letters})(?![\\p{L}])`,
  "gu",
);

/** The texts that may be corrected. */
const textsOf = (flow: Flow, held: Fields): readonly Held[] =>
  flow.questions.flatMap(({ name, type, format }) => {
    const value = held[name]?.value;
    return type === "text" && !format && typeof value === "string" && name !== "notes"
      ? [{ name, value }]
      : [];
  });

/** The first of them. */
export const replacedTexts = (flow: Flow, held: Fields, message: string): ReadFields | undefined =>
  wordReplaced(flow, held, message) ??
  countReplaced(flow, held, message) ??
  placeReplaced(textsOf(flow, held), message);

/** The text with the word in place of the one that is denied; nothing where no text holds that once, or more than one does. */
function wordReplaced(flow: Flow, held: Fields, message: string): ReadFields | undefined {
  const { folded, span } = foldWithMap(message);
  const texts = textsOf(flow, held);
  for (const { groups, index } of folded.matchAll(wordForWord)) {
    const { now = "", old = "" } = groups ?? {};
    const found = texts.flatMap((text) => replacedIn(text, old, now));
    const [one, another] = found;
    if (!one || another) continue;
    const from = index + now.length - one.meant.length;
    const { start, end, text } = span(from, from + one.meant.length);
    const { before, behind } = one;
    return { [one.name]: { value: `${before}${text}${behind}`, text, start, end } };
  }
  return undefined;
}

/** Where the denied word stands behind the very words that the new one has before it («الربع»), or is alone with the same article. */
function replacedIn({ name, value }: Held, old: string, now: string) {
  const { folded, span } = foldWithMap(value);
  const words = tokens(value).map(({ text }) => text);
  const at = words.indexOf(old);
  if (at < 1 || words.lastIndexOf(old) !== at) return [];
  const said = now.split(" ");
  const meant = said.at(-1) ?? "";
  const lead = said.at(-2);
  if (meant === old || lead === undefined || lead !== words[at - 1]) return [];
  const place = ` ${folded} `.indexOf(` ${old} `);
  if (place < 0) return [];
  const { start, end } = span(place, place + old.length);
  return [{ name, meant, before: value.slice(0, start), behind: value.slice(end) }];
}

const count = "(?<now>[0-9٠-٩]{1,3})";
const instead = ` ${denyingPattern} (?<old>[0-9٠-٩]{1,3}|${letters})`;
/** «3 شهادات مش 2», «الشهادات 3 مش 2», «خليهم 3 شهادات». */
const counts = [
  new RegExp(`(?<![\\p{L}\\p{Nd}])${count} (?<thing>\\p{L}{3,})${instead}`, "u"),
  new RegExp(`(?<![\\p{L}\\p{Nd}])(?<thing>\\p{L}{3,}) ${count}${instead}`, "u"),
  new RegExp(
    `(?:^| )(?:خل[يو]?هم|خل[يو]?ها|خلوهم|خليها|make (?:it|them)|5al\\p{L}*|khal\\p{L}*) ${count} (?<thing>\\p{L}{3,})`,
    "u",
  ),
];

/** The text with the number that is meant of the thing that it counts. */
function countReplaced(flow: Flow, held: Fields, message: string): ReadFields | undefined {
  const { folded, span } = foldWithMap(message.replace(/[،,]/g, " "));
  for (const pattern of counts) {
    const { now = "", thing = "", old } = pattern.exec(folded)?.groups ?? {};
    if (now === "") continue;
    const meant = thing.replace(/^ال(?=...)/, "");
    const found = textsOf(flow, held).flatMap((text) => countedIn(text, meant, old));
    const [one, another] = found;
    if (!one || another) continue;
    const at = folded.indexOf(now);
    const { start, end, text } = span(at, at + now.length);
    return { [one.name]: { value: `${one.before}${text} ${meant}${one.behind}`, text, start, end } };
  }
  return undefined;
}

/** «شهادتين», «2 شهادات», "two certificates" of the same thing, and of the denied number where one is. */
function countedIn({ name, value }: Held, thing: string, old: string | undefined) {
  const words = tokens(value);
  const isOld = (number: number | undefined) =>
    number !== undefined && (old === undefined || numberOf(old) === undefined || numberOf(old) === number);
  return words.flatMap((word, index) => {
    const before = words[index - 1];
    const isSame = alike(word.text, thing);
    if (!isSame) return [];
    const counted = before && numberOf(before.text);
    if (before && isOld(counted)) return [cut(name, value, before.start, word.end)];
    return isOld(isDual(word.text) ? 2 : undefined) ? [cut(name, value, word.start, word.end)] : [];
  });
}

const cut = (name: string, value: string, start: number, end: number) => ({
  name,
  before: value.slice(0, start),
  behind: value.slice(end),
});

const isDual = (word: string): boolean => /^\p{Script=Arabic}{3,}(?:ين|ان)$/u.test(word);

const numberOf = (word: string): number | undefined =>
  /^\p{Nd}{1,3}$/u.test(word)
    ? Number(word.replace(/[٠-٩]/g, (digit) => String("٠١٢٣٤٥٦٧٨٩".indexOf(digit))))
    : numberWords.get(word)?.value;

/** One thing in any number: «شهادتين» and «شهادات», "certificate" and "certificates". */
function alike(one: string, other: string): boolean {
  const others = rootsOf(other);
  return rootsOf(one).some((root) => others.includes(root));
}

const rootsOf = (word: string): readonly string[] =>
  [word, word.replace(/(?:تين|تان|ين|ان|ات|ه|s)$/, "")]
    .map((form) => (/^\p{Script=Arabic}/u.test(form) ? form.replace(/[اويى]/g, "") : form))
    .filter((root) => root.length > 2);
