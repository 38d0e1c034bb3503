/**
 * «الخبر خبرتكم», "as I said, 3 kg", «كتبتها فوق، ممرضة…»: that something was told before, said around an answer. It is no part of the answer
 * and no matter of its own: the rest is read as if it stood alone.
 */
import { phraseAt, phrasesOf } from "../phrases.ts";
import type { Span, Word } from "../words.ts";

/** "I said", "I told you", in any dialect: the verb with whom it was told, or what. */
const said =
  /^[وم]?ا?(?:[قگ]و?لت(?:ها|ه|هم|لك|لكم|لكو|لكن|هالكم|هولكم)?|[قگ]ايل(?:ه|ها|تها|تن|لكم)?|ذكرت(?:ها|ه|هم|لكم)?|(?:خبر|علم|بلغ)ت(?:ك|كم|كو|كن)|(?:عطي|دي)ت(?:ك|كم|كو)(?:ها|ه|ياه|ياها)?|(?:كتب|رسل|بعث)ت(?:ها|ه)(?:لكم|لكو|لك)?)$|^[gq28]?[aeiou]?[gq28]?[aeiou]?lt(?:[aeo]h?[ao]?)?(?:l[aeiou]?[kc][aeiou]?[mn]?|loko|elko|elak)?$|^(?:katabt|ketebt|5abart|khabart)[a-z]*$/;
/** Told so only behind a lead: «انا كتبت», "already sent". */
const afterLead =
  /^(?:told|said|wrote|mentioned|given|gave|sent|typed|explained|كتبت|ارسلت|بعت(?:ها|ه)?(?:لكم|لكو)?|ذكر)$/;
const leads =
  /^(?:كما|زي|مثل|متل|ما|مو|مش|انا|لسه|توي|توني|قد|سبق|اصلا|تراني|as|like|i|i've|have|already|just|you|ana|zay|mesl|mithl|lessa|mo)$/;
const trails = phrasesOf(
  "لك|لكم|لكو|عليه|عليها|فوق|قبل|قبل شوي|قبل شويه|من قبل|من شوي|من شويه|من فوق|من الاول|في الاول|اول رساله|باول رساله|في اول رساله|في رسالتي|مره|مرتين|ثلاث مرات|ميت مره|الف مره|سابقا|انفا|اعلاه|ذكره|ذكرها",
  "you|u|it|that|already|before|above|twice|once|to you|in my first message|in the first message|earlier|two times|three times|na|lah|lak|lk|lkm|lakom|lko|loko|fog|foog|foo2|abl keda|2abl keda|gabl|gabel",
);
const whole = phrasesOf(
  "سبق ذكره|سبق ذكرها|المذكور اعلاه|المذكوره اعلاه|you've had it already|youve had it already|you have it already|you got it already|you had it already|same as above|same as before|as above",
);

/** Longer messages tell something new, too, and are read for it as they stand. */
const longest = 30;

/** Where such words stand at the beginning or the end, with something else beside them; undefined where they do not. */
export function toldAround(text: string, words: readonly Word[]): Span | undefined {
  if (words.length < 2 || words.length > longest || /[?؟]/.test(text)) return undefined;
  const length = lengthOfTold(words);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || length === words.length) return undefined;
  if (length > 0) return { start: first.start, end: words[length - 1]?.end ?? first.end };
  const at = words.findIndex(
    (_, from) => from > 0 && lengthOfTold(words.slice(from)) === words.length - from,
  );
  const begun = words[at];
  return begun && { start: begun.start, end: last.end };
}

/** How many words at the beginning tell nothing but that this was told; 0 for none. */
function lengthOfTold(words: readonly Word[]): number {
  // «يا جماعه كتبتها فوق»: whom it is told.
  const from = calls.test(words[0]?.text ?? "") && words.length > 3 ? 2 : 0;
  let at = from;
  while (is(words[at], leads)) at++;
  const fixed = phraseAt(whole, words, from);
  if (fixed > 0) at = from + fixed;
  else if (is(words[at], said) || (at > from && is(words[at], afterLead))) at++;
  else return 0;
  for (let more = behindTold(words, at); more > 0; more = behindTold(words, at)) at += more;
  return at;
}

/** «ما انا قلت يا باشا»: whom it is told, or when. */
const behindTold = (words: readonly Word[], at: number): number =>
  phraseAt(trails, words, at) || (calls.test(words[at]?.text ?? "") && at + 2 < words.length ? 2 : 0);

const calls = /^(?:يا|ya)$/;

const is = (word: Word | undefined, pattern: RegExp): boolean =>
  word !== undefined && (pattern.test(word.text) || pattern.test(word.key));
