/**
 * "I need two things: A, and B", «أبي شغلتين: … و…»: whoever says that there are two wants two, however much one of them could tell of the
 * other. The message is parted where each side alone asks for something of its own, and each is read as it would be alone.
 */
import type { Reading, Understanding } from "../../domain/understanding.ts";
import { chances } from "../chances.ts";
import type { Span, Word } from "../words.ts";
import { isBounded, mayJoin } from "./clause-bounds.ts";

type Request = Extract<Understanding, { type: "request" }>;

const things = {
  2: new Set(
    "شغلتين شيين شيئين حاجتين امرين طلبين خدمتين موضوعين شغلتان امران طلبان 7agteen 7agtein hagteen shayeen shay2een sheen shi2een shaghlateen sha8lteen talabeen khedmeteen".split(
      " ",
    ),
  ),
  3: new Set("اشياء حاجات طلبات خدمات امور شغلات اشيا 7agat hagat ashya ashya2 talabat khadamat".split(" ")),
} as const;
const counts: Readonly<Record<string, number>> = {
  ...{
    two: 2,
    "2": 2,
    couple: 2,
    ثنتين: 2,
    اثنين: 2,
    three: 3,
    "3": 3,
    ثلاث: 3,
    ثلاثه: 3,
    تلات: 3,
    talat: 3,
    thalath: 3,
  },
};
const counted = /^(?:things?|stuff|requests?|services?|orders?|matters?|issues?|items?)$/;
const describing = /^(?:different|separate|other|of|مختلفتين|مختلفين|منفصلتين|منفصلين)$/;
/** "Firstly", «الثاني»: which of them it is. */
const ordinal =
  /^[وف]?(?:(?:the )?(?:first|second|third)(?:ly)?|(?:ال)?(?:اول|اولي|ثاني|ثانيه|تاني|تانيه|ثالث|ثالثه|تالت)|اولا|ثانيا|ثالثا|awal|awel|tani|tanya|thani|thanya|one|1|2|3|شي|thing|is|هو|هي|:)$/;

const longest = 500;
/** A message is not parted at more places than these. */
const mostCuts = 8;

/** How many things are announced, and where they begin. */
function announcedIn(words: readonly Word[]): { readonly count: number; readonly from: number } | undefined {
  for (const [index, { key, text }] of words.slice(0, mostBefore).entries()) {
    if (things[2].has(key) || things[2].has(text)) return { count: 2, from: behind(words, index + 1) };
    const count = counts[text] ?? counts[key];
    if (count === undefined) continue;
    const at = behind(words, index + 1);
    const noun = words[at];
    if (noun && (counted.test(noun.text) || things[3].has(noun.key) || things[3].has(noun.text)))
      return { count, from: behind(words, at + 1) };
  }
  return undefined;
}

const mostBefore = 7;

const behind = (words: readonly Word[], at: number): number =>
  words[at] && describing.test((words[at] as Word).key) ? at + 1 : at;

/**
 * The things that a message announces, each read alone; undefined where it announces none, or they are not found.
 * @param read reads a part of the message, at the same places, as if no form were open
 */
export function announced(
  text: string,
  words: readonly Word[],
  read: (part: string) => Reading,
): Reading | undefined {
  const said = text.length <= longest ? announcedIn(words) : undefined;
  if (!said || said.from >= words.length) return undefined;
  const one = ({ start, end }: Span): Request | undefined => {
    const { understandings, confidence } = read(" ".repeat(start) + text.slice(start, end));
    const [request, ...more] = understandings;
    return request?.type === "request" && more.length === 0 && confidence >= chances.clear
      ? request
      : undefined;
  };
  const found = partsFrom(text, words, said.from, said.count, one);
  return found && { understandings: found, confidence: 1, by: "embedded" };
}

/** As many requests as are announced, from this word on. A mark parts sooner than an "and". */
function partsFrom(
  text: string,
  words: readonly Word[],
  from: number,
  count: number,
  one: (span: Span) => Request | undefined,
): readonly Request[] | undefined {
  const begin = pastOrdinal(words, from);
  const [first, last] = [words[begin], words.at(-1)];
  if (!first || !last) return undefined;
  if (count === 1) {
    const request = one({ start: first.start, end: text.trimEnd().length });
    return request && [request];
  }
  for (const cut of cutsIn(text, words, begin)) {
    const left = one({ start: first.start, end: (words[cut - 1] as Word).end });
    const right = left && partsFrom(text, words, cut, count - 1, one);
    if (left && right?.every((other) => isOther(left, other))) return [left, ...right];
  }
  return undefined;
}

function cutsIn(text: string, words: readonly Word[], begin: number): readonly number[] {
  const cuts = words.flatMap((word, index) => {
    if (index <= begin) return [];
    const isMarked = isBounded(text, words, index);
    return isMarked || mayJoin(word) || isSecond(words, index) ? [{ index, isMarked }] : [];
  });
  const apart = [...cuts.filter(({ isMarked }) => isMarked), ...cuts.filter(({ isMarked }) => !isMarked)];
  return apart.slice(0, mostCuts).map(({ index }) => index);
}

const isSecond = (words: readonly Word[], index: number): boolean =>
  /^(?:second|secondly|third|thirdly|[وف]?(?:ال)?(?:ثاني|ثانيه|تاني|تانيه|ثالث)|[وف]?(?:ثانيا|ثالثا))$/.test(
    words[index]?.key ?? "",
  );

function pastOrdinal(words: readonly Word[], from: number): number {
  let at = from;
  if (/^(?:and|w|و|plus|also)$/.test(words[at]?.text ?? "")) at += 1;
  while (at < words.length - 1 && at < from + mostOrdinal && ordinal.test((words[at] as Word).key)) at += 1;
  return at;
}

const mostOrdinal = 4;

/** Another service, or another of the same: its values say so. */
function isOther(one: Request, other: Request): boolean {
  if (one.service !== other.service) return true;
  return Object.entries(other.fields).some(
    ([name, { value }]) =>
      one.fields[name] && JSON.stringify(one.fields[name].value) !== JSON.stringify(value),
  );
}
