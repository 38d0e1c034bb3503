/** How a message rates an order: a number, stars, a word of praise or blame, with whatever else it says. */
import type { Understanding } from "../../domain/understanding.ts";
import { fold, tokens } from "../../language/letters/normalise.ts";
import { readYesNo } from "../../language/replies/yes-no.ts";
import { chooseAmong } from "../answers/choice.ts";
import type { Catalogue } from "../flow/flow.ts";
import { sentenceOptions } from "../reading/read-choice.ts";

const stars = /^\s*((?:[⭐★🌟✭]\ufe0f?\s*){1,5})(?![⭐★🌟✭])/u;
/** «4», «4/5», «4 من 5», «4 نجوم»; behind it nothing, a mark, or words that lead on: «4 بس تأخر» counts no parcels. */
const marked =
  /^[^\p{L}\p{N}]*([1-5])(?:\s*(?:\/|من|علي|out of|of)\s*5)?(?:\s*(?:نجوم|نجمه|نجمات|نجمتين|stars?|من خمسه))?(?:\s*$|\s*[.,،؛:!\-–\n]|\s+(?=(?:بس|لكن|لان|لانه|عشان|علشان|التو|المند|الساي|ال|كان|كانت|ما |مو |و|شكرا|but|because|the|it|they|thanks|was|very)))/u;
/** With one of these the word beside it may mean its contrary. */
const denial = /(?:^| )(?:مو|مب|مش|ليس|ليست|غير|ما|not|isn't|wasn't|never)(?: |$)/u;
/** «ما قصرتوا» denies nothing. */
const praise = /(?:^| )ما قصر\S*/gu;
const mostWordsOfPraise = 12;

/** Undefined where it is something else, which is read as ever. */
export function readRating(catalogue: Catalogue, text: string): Understanding | undefined {
  const id = markIn(catalogue, text);
  if (id !== undefined) return { type: "chosen", id };
  return text.length <= 40 && readYesNo(text) === "no" ? { type: "chosen", id: "no" } : undefined;
}

function markIn(catalogue: Catalogue, text: string): string | undefined {
  if (/[?؟]/.test(text)) return undefined;
  const starred = stars.exec(text)?.[1];
  if (starred) return String(starred.match(/[⭐★🌟✭]/gu)?.length ?? 0);
  const folded = fold(text);
  const number = marked.exec(folded)?.[1];
  if (number) return number;
  const words = tokens(text);
  if (/\p{N}/u.test(text) || words.length > mostWordsOfPraise) return undefined;
  const options = sentenceOptions(catalogue, "rating.ask");
  const joined = joinedWords(text);
  const whole = options.find(({ names }) => names.includes(joined));
  if (whole) return whole.id;
  return denial.test(joined.replace(praise, "")) ? undefined : chooseAmong(options, text, [])?.id;
}

/** What a message says beside its mark: nothing where it is the mark alone. */
export function wordsBesideMark(catalogue: Catalogue, text: string): string {
  const rest = text.replace(stars, "").trim();
  if (isMarkAlone(catalogue, rest)) return "";
  return tokens(rest).filter(({ text: word }) => !/^\d+$/.test(word)).length > 1 ? text.trim() : "";
}

function isMarkAlone(catalogue: Catalogue, text: string): boolean {
  return sentenceOptions(catalogue, "rating.ask").some(({ names }) => names.includes(joinedWords(text)));
}

function joinedWords(text: string): string {
  return tokens(text)
    .map((token) => token.text)
    .join(" ");
}
