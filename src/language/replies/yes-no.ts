/** Reads a yes or a no that is the whole message, as the office's voice counts them («إن شاء الله» and «بشوف» are neither). */

import { tokens } from "../letters/normalise.ts";
import { keepRecent } from "../recent-texts.ts";
import { agreesBy, agreesPlainlyBy, type ReplyKind } from "./agreeing.ts";
import { type FixedReply, fixedReplies, isHurry, kindOfReply, listOf } from "./reply-words.ts";

/** Both at once, or a doubt: these decide nothing, whatever stands beside them. */
const doubtWords = listOf(`
بشوف اشوف بشاور افكر بفكر يمكن ممكن احتمال مدري لكن بس اذا الا متي كم ليش كيف وين ايش شنو هل maybe perhaps but if later when
how why what inshallah inshalla nshallah
`);
/** «أجّل» with its sign: to put off. */
const putsOff = /[اأ]ج\u0651ل|[اأ]جل\u0651/;

/** Asks, puts off, or leaves it to God: whatever stands beside it, nothing is decided. */
export function isVetoed(text: string): boolean {
  const words = repliedIn(text).join(" ");
  return /[?\u061f]/.test(text) || putsOff.test(text) || leftToGod.test(words) || asksBack.test(words);
}
/** "you sure", "is it correct", "ok is that right": questions that come without their mark. */
const asksBack =
  /^(?:are |r )?(?:you|u) (?:sure|certain|positive)(?: |$)|(?<!(?:^| )(?:it|that|this|all|everything|what|which))(?:^| )(?:is|are|was|isnt|arent) (?:it|that|this|the|they|all|everything)(?: |$)/;
const leftToGod = /ان ?شا[ءا]? ?الله|باذن الله|in sha allah/;

/** "100%" alone is no number. */
const wholly = /^\s*(?:100|١٠٠)\s*[%٪][\s.!]*$/u;

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
  if (wholly.test(text)) return "yes";
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
  return words.length === 0 || agreesPlainlyBy(kindsOf(words, ({ plain }) => plain)) ? "yes" : undefined;
}

/**
 * «ايه الغه» to «هل نلغي؟», «عدلوه» to «هل نعدّل؟»: the deed that is asked about, told as an order, agrees as a yes does.
 * @param deed the forms of that order
 */
export function agreesToDeed(text: string, deed: RegExp): boolean {
  const words = repliedIn(text);
  if (text.length > 60 || words.length > 7 || isVetoed(text) || words.some((word) => doubtWords.has(word)))
    return false;
  return agreesBy(words.map((word) => (deed.test(word) ? "yes" : kindOfReply(word))));
}

const repliedIn = (text: string): readonly string[] =>
  withoutHurry(withoutCalled(tokens(text).map((token) => token.text.replaceAll("'", ""))));

/** «موافقة يا وليدي»: who is spoken to changes nothing. */
const withoutCalled = (words: readonly string[]): readonly string[] =>
  words.filter((word, at) => {
    const [name, vocative] = word === "يا" ? [words[at + 1], word] : [word, words[at - 1]];
    return !(vocative === "يا" && called.has(name ?? ""));
  });

const called = listOf(
  "ولدي وليدي بنتي بنيتي ابني خوي خويي اخي اخوي اخوان اختي عمي خالي حاج حجي استاذ استاذه باشا معلم ريس شباب جماعه غالي غاليه حبيبي",
);

/** The kinds of the words, a fixed reply as one. */
function kindsOf(words: readonly string[], counts: (reply: FixedReply) => boolean): readonly ReplyKind[] {
  const found = fixedIn(words);
  const all = words.map(kindOfReply);
  return found && counts(found.reply)
    ? all.toSpliced(found.at, found.reply.words.length, found.reply.says)
    : all;
}

function meantBy(said: readonly ReplyKind[]): "yes" | "no" | undefined {
  if (agreesBy(said)) return "yes";
  const refuses = said.includes("no") && !said.some((kind) => decides.has(kind));
  return refuses ? "no" : undefined;
}

/** What no refusal has beside it. */
const decides: ReadonlySet<ReplyKind> = new Set<ReplyKind>(["yes", "half", "hail", "other"]);

/** The first fixed reply; behind words of a yes or beside one it counts, too ("yep that's right"). */
function fixedIn(words: readonly string[]) {
  for (const [at, word] of words.entries()) {
    const reply = fixedReplies.get(word)?.find((one) => one.words.every((said, n) => said === words[at + n]));
    if (reply) return { at, reply };
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
