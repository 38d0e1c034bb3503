/**
 * What agrees to a read-back in more words than a bare yes: the deed itself («تمام احجز»), a trust in God («توكلوا على الله»), and what was
 * read, said once more («ايه الخميس تمام»). Anything else in the message, and it is no yes yet.
 */
import type { AnswerValue } from "../domain/answer.ts";
import type { Understanding } from "../domain/understanding.ts";
import { kindOfReply } from "../language/yes-no.ts";
import { extractFields } from "./extract.ts";
import { baseOf, type Form } from "./open-form.ts";
import { phraseAt, phrasesOf } from "./phrases.ts";
import type { Task } from "./requests.ts";
import type { Word } from "./words.ts";

const approving = phrasesOf(
  "احجز|احجزوا|احجزها|احجزه|احجزوها|احجزوه|ارسلوها|ارسلوه|ابداوا|نفذوا|نفذوه|اعتمدوا|اعتمدوا الطلب|اعتمد الطلب|تمام|نعم|ايوه|ايوا|ايه|اوكي|طيب|ماشي|يلا|خلاص|الطلب|لو سمحتوا|لو سمحت",
  "book it|book|place it|place the order|that's it|thats it|that's all|send it|ship it|do it|yes|ok|okay|please|perfect|great|good|then|tamam|aywa|yalla|e7jez|a7jez|e7gez|حسنا|لا باس|لا مانع|ماشي الحال|موافق|موافقه|كده تمام|كده|كذا|مظبوط|مضبوط|صح|على بركه الله|توكلنا على الله|توكلنا|go ahead|looks good|looks right|looks correct|sounds good|that's right|thats right|that is right|all good|all correct|proceed|confirm|confirm it|fine|alright|sure|eh|eih|ee|akked|akkedo|e3temed|e3tamed|e3temdo|khalas|khalaas",
  "هذا هو المطلوب|هذا المطلوب|هو المطلوب|المطلوب|هذا ما اريده|هذا ما نريده|هذا ما اردته|هذا ما طلبته|كما طلبت|هذا اللي ابيه|هذا اللي ابغاه|هذا اللي نبيه|ده المطلوب|هو ده المطلوب|هو ده|ده اللي عايزه|ده اللي عايزينه|ده اللي انا عايزه",
  "that's what i want|thats what i want|that's what i wanted|that is what i want|that is what i wanted|that's what i need|exactly|exactly that|exactly right|as i said|hatha elmatloob|hatha el matloob|hatha almatloob|hada elmatloob|da el matlob|dah el matlob|howa dah|howa da|da elly 3ayzo|dah elly 3ayzo|hatha elly abeeh|hatha ely abeeh",
);
/** «اعتمدوه», «احجزي», «نفذوها»: what is agreed to is done, in any person. */
const doIt = /^[وف]?ا?(?:سدد|دفع|عتمد|حجز|رسل|كد|نفذ|بدا|بعت|كمل|سجل|تمم)(?:وا|و|ي)?(?:ه|ها|هم)?$/;

/** Longer messages tell more than an agreement. */
const longest = 10;

/** «تمام احجز», "that's it, book it" under a read-back: nothing but agreement. */
export function isApproval(words: readonly Word[]): boolean {
  return words.length > 0 && words.length <= longest && isAgreement(words);
}

function isAgreement(words: readonly Word[], isHeld: (word: Word) => boolean = () => false): boolean {
  let agrees = false;
  for (let index = 0; index < words.length; ) {
    const word = words[index] as Word;
    const phrase = phraseAt(approving, words, index);
    const kind = doIt.test(word.key) ? "yes" : kindOfWord(word);
    if (phrase === 0 && kind !== "yes" && kind !== "beside" && !isHeld(word)) return false;
    agrees ||= phrase > 0 || kind === "yes";
    index += Math.max(1, phrase);
  }
  return agrees;
}

/** A word in Latin letters is known as it is written, or by its Arabic. */
function kindOfWord({ text, key }: Word): ReturnType<typeof kindOfReply> {
  const written = kindOfReply(text);
  return written === "other" ? kindOfReply(key) : written;
}

/**
 * «ايه ٢٩٥٠ تمام اعتمد», "yes 6 months, correct": a yes at its beginning or end, and beside it only what the read-back says already.
 * Undefined for a question, for any other value and for any other word.
 */
export function agreesAgain(task: Task, form: Form): Understanding | undefined {
  const { words, text } = task;
  const { awaiting, values } = form.open;
  const [first, last] = [words[0], words.at(-1)];
  if (awaiting !== "read_back" || !values || !first || !last || words.length > longest) return undefined;
  if (!agreesBy(first) && !agreesBy(last)) return undefined;
  if (/[?\u061f]/.test(text) || task.parts.denied.length > 0) return undefined;
  const { fields, used } = extractFields({ ...baseOf(task, form, undefined), correcting: anyField });
  const isSame = ([name, { value }]: readonly [string, { readonly value: AnswerValue }]) =>
    JSON.stringify(values[name]?.value) === JSON.stringify(value);
  if (!Object.entries(fields).every(isSame)) return undefined;
  const numbers = new Set(Object.values(values).flatMap(({ value }) => numberIn(value)));
  const isHeld = (word: Word): boolean =>
    numbers.has(Number(word.text)) || used.some(({ start, end }) => word.start < end && word.end > start);
  return isAgreement(words, isHeld) ? { type: "confirm" } : undefined;
}

/** Values are looked for in the filled fields, too. */
const anyField = { replaced: new Set<string>(), named: new Set<string>(), old: [] };

const agreesBy = (word: Word): boolean => doIt.test(word.key) || kindOfWord(word) === "yes";

function numberIn(value: AnswerValue | undefined): readonly number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && "amountMinor" in value ? [value.amountMinor / 100] : [];
}
