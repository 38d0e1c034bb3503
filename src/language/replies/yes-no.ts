/** Reads a yes or a no that is the whole message, as the office's voice counts them («إن شاء الله» and «بشوف» are neither). */

import { tokens } from "../letters/normalise.ts";
import { keepRecent } from "../recent-texts.ts";
import { agreesBy, agreesPlainlyBy, type ReplyKind } from "./agreeing.ts";
import { isHurry, kindOfReply, listOf } from "./reply-words.ts";

/** Both at once, or a doubt: these decide nothing, whatever stands beside them. */
const doubtWords = listOf(`
بشوف اشوف بشاور افكر بفكر يمكن ممكن احتمال مدري لكن بس اذا الا متي كم ليش كيف وين ايش شنو هل maybe perhaps but if later when
how why what inshallah inshalla nshallah
`);
const phrases: readonly (readonly [string, "yes" | "no"])[] = [
  ["طبعا لا", "no"],
  ["اكيد لا", "no"],
  ["لا طبعا", "no"],
  ["لا اكيد", "no"],
  ["of course not", "no"],
  ["definitely not", "no"],
  ["absolutely not", "no"],
  ["not really", "no"],
  ["لا مو صح", "no"],
  ["لا مش صح", "no"],
  ["لا مو صحيح", "no"],
  ["لا غلط", "no"],
  ["go ahead", "yes"],
  ["place it", "yes"],
  ["book it", "yes"],
  ["submit it", "yes"],
  ["of course", "yes"],
  ["do it", "yes"],
  ["thats right", "yes"],
  ["no objection", "yes"],
  ["i have no objection", "yes"],
  ["i dont mind", "yes"],
  ["ماعندي مانع", "yes"],
  ["ما عندي مانع", "yes"],
  ["ما في مانع", "yes"],
  ["مافي مانع", "yes"],
  ["ما فيه مانع", "yes"],
  ["مفيش مانع", "yes"],
  ["معنديش مانع", "yes"],
  ["ما لدي مانع", "yes"],
  ["لا مانع لدي", "yes"],
  ["لا مانع", "yes"],
  ["لا مانع عندي", "yes"],
  ["عادي مفيش مشكله", "yes"],
  ["عادي ما في مشكله", "yes"],
  ["عادي مافي مشكله", "yes"],
  ["mafeesh mane3", "yes"],
  ["ma 3indi mane3", "yes"],
  ["looks good", "yes"],
  ["looks right", "yes"],
  ["looks correct", "yes"],
  ["sounds good", "yes"],
  ["all good", "yes"],
  ["all correct", "yes"],
  ["علي بركه الله", "yes"],
  ["توكلنا علي الله", "yes"],
  ["توكلوا علي الله", "yes"],
  ["توكل علي الله", "yes"],
  ["توكلو علي الله", "yes"],
  ["اتكل علي الله", "yes"],
  ["اتكلوا علي الله", "yes"],
  ["مش موافق", "no"],
  ["مو موافق", "no"],
  ["غير موافق", "no"],
  ["ما ابي", "no"],
  ["ما ابغي", "no"],
  ["مابي", "no"],
  ["مابغي", "no"],
  ["مش عايز", "no"],
  ["مو صح", "no"],
  ["مش صح", "no"],
  ["مو صحيح", "no"],
  ["غير صحيح", "no"],
  ["ليس صحيحا", "no"],
  ["ليست صحيحه", "no"],
  ["مو تمام", "no"],
  ["مش تمام", "no"],
  ["not ok", "no"],
  ["not correct", "no"],
  ["not right", "no"],
  ["no thanks", "no"],
  ["do not", "no"],
  ["dont", "no"],
];

/** «أجّل» with its sign: to put off. */
const putsOff = /[اأ]ج\u0651ل|[اأ]جل\u0651/;

const phrasesFrom = Map.groupBy(phrases, ([start]) => start.split(" ")[0] ?? "");

/** Asks, puts off, or leaves it to God: whatever stands beside it, nothing is decided. */
export const isVetoed = (text: string): boolean =>
  /[?\u061f]/.test(text) || putsOff.test(text) || leftToGod.test(repliedIn(text).join(" "));
const leftToGod = /ان ?شا[ءا]? ?الله|باذن الله|in sha allah/;

/** "no problem" and «لا بأس» agree to nothing and refuse nothing. */
const neither = /^(?:no (?:problem|worries)|لا (?:باس|مشكله|شكر(?= |$))|مو مشكله|مافي مشكله|لا اله)/;

/**
 * "yes" or "no" when the message is nothing but that (with thanks or "please" beside it, or a 👍); undefined for everything else: a
 * yes with a "but", with a question, with other words, both at once, «إن شاء الله».
 */
export const readYesNo: (text: string) => "yes" | "no" | undefined = keepRecent(readWord);

function readWord(text: string): "yes" | "no" | undefined {
  if (text.length > 120) return undefined;
  const words = repliedIn(text);
  const emoji = /[\u{1F44D}\u{1F44C}\u2705]/u.test(text);
  if (words.length === 0) return readSign(text, emoji);
  const message = words.join(" ");
  if (words.length > 7 || /[?\u061f]/.test(text) || neither.test(message)) return undefined;
  if (isVetoed(text) || words.some((word) => doubtWords.has(word))) return undefined;
  return meantBy(kindsOf(words, () => true));
}

/**
 * The answer to what must be agreed to expressly: a yes with nothing beside it but courtesy. What would do under a read-back («تمام الطلب»,
 * «توكلنا على الله») is undefined here, and asked about again.
 */
export function readPlainYesNo(text: string): "yes" | "no" | undefined {
  const said = readYesNo(text);
  if (said !== "yes") return said;
  const words = repliedIn(text);
  return words.length === 0 || agreesPlainlyBy(kindsOf(words, (phrase) => plainPhrases.has(phrase)))
    ? "yes"
    : undefined;
}

const plainPhrases: ReadonlySet<string> = new Set([
  ...["go ahead", "of course", "no objection", "i have no objection", "i dont mind"],
  ...["ماعندي مانع", "ما عندي مانع", "ما في مانع", "مافي مانع", "ما فيه مانع", "مفيش مانع", "معنديش مانع"],
  ...["ما لدي مانع", "لا مانع لدي", "لا مانع", "لا مانع عندي", "mafeesh mane3", "ma 3indi mane3"],
  ...["عادي مفيش مشكله", "عادي ما في مشكله", "عادي مافي مشكله"],
]);

const repliedIn = (text: string): readonly string[] =>
  withoutHurry(tokens(text).map((token) => token.text.replaceAll("'", "")));

/** The kinds of the words, a fixed phrase as one. */
function kindsOf(words: readonly string[], counts: (phrase: string) => boolean): readonly ReplyKind[] {
  const phrase = phraseIn(words);
  const all = words.map(kindOfReply);
  return phrase && counts(phrase.text) ? all.toSpliced(phrase.at, phrase.length, phrase.says) : all;
}

function meantBy(said: readonly ReplyKind[]): "yes" | "no" | undefined {
  if (agreesBy(said)) return "yes";
  const refuses = said.includes("no") && !said.some((kind) => decides.has(kind));
  return refuses ? "no" : undefined;
}

/** What no refusal has beside it. */
const decides: ReadonlySet<ReplyKind> = new Set<ReplyKind>(["yes", "half", "hail", "other"]);

/** The first fixed phrase; behind words of a yes or beside one it counts, too ("yep that's right"). */
function phraseIn(words: readonly string[]) {
  for (const [at, word] of words.entries()) {
    const left = words.slice(at).join(" ");
    const found = phrasesFrom.get(word)?.find(([one]) => left === one || left.startsWith(`${one} `));
    if (found) return { at, text: found[0], length: found[0].split(" ").length, says: found[1] };
  }
  return undefined;
}

/** «ايه بس بسرعة», "yes but quickly": the "but" doubts nothing. */
function withoutHurry(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word, index) => index > 0 && isHurry(word) && buts.has(words[index - 1] ?? ""));
  return at < 0 ? words : words.filter((_, index) => index !== at && index !== at - 1);
}
const buts = listOf("بس لكن but bas");

function readSign(text: string, agrees: boolean): "yes" | "no" | undefined {
  const refuses = /[\u{1F44E}\u274c\u{1F645}]/u.test(text);
  if (agrees === refuses) return undefined;
  return agrees ? "yes" : "no";
}
