/**
 * The words themselves as the answer: a parcel's contents, an address, a name. Lead-ins («العنوان هو», "it's") and what belongs to other
 * fields are left out; a question is never an answer.
 */
import type { AnswerValue } from "../domain/answer.ts";
import type { FieldSpec, ReadField } from "../domain/understanding.ts";
import { findAddresses } from "../language/addresses.ts";
import { politeWords } from "./clauses.ts";
import { cuesOf } from "./cues.ts";
import type { Extracted } from "./extract.ts";
import { phraseAt, phrasesOf } from "./phrases.ts";
import { type Task, topOf } from "./requests.ts";
import type { Span, Word } from "./words.ts";

const leadIns = phrasesOf(
  "هو|هي|هذا|هذه|هذي|ده|دي|انه|انها|عندي|اوكي|اوك|طيب|تمام|نعم|ايوه|ايه|اكتب|سجل|سجلوا|خليه|خليها|ابي|ابغى|يكون|عباره عن|مجرد|انا|it is|it's|its|this is|they are|there are|there is|just|ok|okay|yes|well|write|put|the answer is|i have|i am|i'm|is|are|howa|heya|da|di",
);
/** A longer text is a story, not a field (`parseAnswer` checks it again). */
const longestAnswer = 500;

/** The part of the message that answers a question for free words, if it is an answer at all. */
export function directAnswer(
  { text, meanings }: Task,
  asked: FieldSpec,
  words: readonly Word[],
  extracted: Extracted,
): ReadField | undefined {
  if (extracted.fields[asked.name] || asked.format) return undefined;
  const [first] = meanings;
  const top = topOf(first);
  if (/[?؟]/.test(text) || (top.label === "out_of_scope" && top.chance >= 0.85)) return undefined;
  const run = longestRun(text, withoutLeadIn(words, asked), extracted.used);
  const [from, to] = [run[0], run.at(-1)];
  if (!from || !to || to.end - from.start > longestAnswer || !holds(asked, run)) return undefined;
  const said = text.slice(from.start, to.end);
  const span = { start: from.start, end: to.end };
  return { value: valueFrom(asked, said, text, span), text: said, ...span };
}

/** The city and the short address that an address names are part of its value. */
function valueFrom({ type }: FieldSpec, said: string, whole: string, span: Span): AnswerValue {
  if (type !== "address") return said;
  const parts = findAddresses(whole).filter(({ start, end }) => start < span.end && end > span.start);
  const city = parts.find(({ value }) => value.city)?.value.city;
  const short = parts.find(({ value }) => value.short)?.value.short;
  return { text: said, ...(city !== undefined && { city }), ...(short !== undefined && { short }) };
}

/** A name is a few words without digits; other texts need a letter. */
function holds({ type }: FieldSpec, run: readonly Word[]): boolean {
  if (type === "person_name") return run.length <= 5 && run.every(({ text }) => /^[\p{L}']+$/u.test(text));
  return run.some(({ text }) => /\p{L}/u.test(text));
}

function withoutLeadIn(words: readonly Word[], asked: FieldSpec): readonly Word[] {
  const { phrases } = cuesOf(asked);
  let index = 0;
  for (;;) {
    const length =
      phraseAt(leadIns, words, index) ||
      phraseAt(phrases, words, index) ||
      phraseAt(politeWords, words, index);
    if (length === 0 || index + length >= words.length) return words.slice(index);
    index += length;
  }
}

/** The longest stretch of words that no other field has taken. */
function longestRun(_text: string, words: readonly Word[], used: readonly Span[]): readonly Word[] {
  let best: Word[] = [];
  let run: Word[] = [];
  for (const word of words) {
    if (used.some(({ start, end }) => word.start < end && word.end > start)) run = [];
    else run.push(word);
    if (run.length > best.length) best = [...run];
  }
  return best;
}
