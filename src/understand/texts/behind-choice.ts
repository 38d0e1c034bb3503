/**
 * A text that stands right behind the words of a choice: «مورد حديد تسليح», "CV for a nurse", «مسح أسعار القرطاسية»; in English also
 * right before them ("nitrile gloves supplier"). The choice says what kind, the text of what.
 */
import type { FieldSpec } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { phraseAt, phrasesOf } from "../phrases.ts";
import type { Candidate } from "../values/candidate.ts";
import type { Extraction } from "../values/extraction.ts";
import { isKinWord } from "../values/kin.ts";
import type { Span, Word } from "../words.ts";
import { thingText, withoutFor, withoutWhom } from "./main-thing.ts";
import { isSmall } from "./small-words.ts";
import { longText, saysNothing, stops, takeWords, textAt, topicText } from "./text-bounds.ts";
import { withWhere } from "./thing-ends.ts";
import { matterOf } from "./told-matter.ts";
import { endsNoun, mayBeVerb } from "./verb-forms.ts";

/** Between the choice and what it is of. */
const joiners = phrasesOf(
  "لي|لنا|لها|لهم|me|us|عن|على|في|ف|ل|ب|كميه|كميات|quantity of|quantities of|حق|حول|بخصوص|بشان|في مجال|مجال|نوع|بتاع|معتمد|معتمده|محلي|محليه|موثوق|لمنتجاتنا من|منتجاتنا من|لمنتجنا من|for|of|about|on|in|our|my|a|an|the|to|some|l|lel|le|3an|3ala|fe|bta3|regarding|covering",
);

/** What stands behind (or before) the first of the choice's words that has something there. */
export function textBesideChoice(
  field: FieldSpec,
  words: readonly Word[],
  chosen: readonly Span[],
  used: readonly Span[],
  { text, denied, spec }: Extraction,
  onlyBehind = false,
): Candidate | undefined {
  const closed = [...used, ...denied];
  for (const choice of chosen) {
    const behind = words.findIndex(({ start }) => start >= choice.end);
    const led = behind === -1 ? -1 : pastJoiners(text, words, behind, closed);
    // «الموزع القديم سابنا»: with its article a choice is followed by what is said of it, unless a word leads on.
    const from = led === behind && isDefinite(words, choice) && tellsOf(words, led) ? -1 : led;
    const at = from === -1 ? -1 : behindAbout(words, from);
    const bare = at === -1 ? [] : takeWords(text, words, at, closed, field.long ? longText : topicText);
    const taken = field.long ? matterOf(bare) : withWhere(text, words, bare, spec);
    const [start, end] = [taken[0], taken.at(-1)];
    if (
      start &&
      end &&
      !saysNothing(field.long ? taken : withoutWhom(taken)) &&
      beginsText(field, words, words.indexOf(start))
    )
      return field.long ? textAt(text, withoutFor(start), end) : thingText(text, taken);
    // "a reference letter for my nanny": what stands before a kind of writing is a part of its kind.
    if (onlyBehind || (field.long && /^(?:for|to|from)$/.test(words[behind]?.text ?? ""))) continue;
    const before = wordsBefore(text, words, choice, closed);
    const [first, last] = [before[0], before.at(-1)];
    if (first && last && !saysNothing(before)) return textAt(text, first, last);
  }
  return undefined;
}

/** «خطاب مرتب عن الحفر»: what it is about stands behind the word for that, how it should be before. */
function behindAbout(words: readonly Word[], from: number): number {
  const at = words.slice(from, from + 3).findIndex(({ text, key }) => abouts.test(text) || abouts.test(key));
  const isHow = at > 0 && saysNothing(words.slice(from, from + at));
  return isHow && words[from + at + 1] ? from + at + 1 : from;
}

const abouts = /^(?:عن|بخصوص|بشان|حول|about|regarding|concerning|3an|3n)$/;

/** «الموزع القديم …», «الوورد سكرته», not «الخطاب اعتذار». */
function tellsOf(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  return (
    (mayBeVerb(word) && !word.key.startsWith("ا")) ||
    isPredicate(words, at) ||
    /^(?:el|al)$/.test(word.sound ? word.text : "") ||
    /^(?:ال|ب|و)[\u0620-\u064a]{3,}|^[\u0620-\u064a]{2,}(?:ته|تها|نا|وا|وه|ت)$/.test(word.key)
  );
}

/** «سيرتي الذاتية قديمة من أيام الجامعة»: without its article behind what has one. */
const isPredicate = (words: readonly Word[], at: number): boolean =>
  /^(?:قديم|جاهز|ناقص|ضعيف|طويل|قصير|غلط|خربان|ركيك|مختصر|موجود|ضايع|ضائع|مكتوب|منته|لازم)/.test(
    words[at]?.key ?? "",
  );

function isDefinite(words: readonly Word[], { start }: Span): boolean {
  const at = words.findIndex((word) => word.end > start);
  const [before, word] = [words[at - 1], words[at]];
  return (
    /^(?:[وبفك]?ال|لل)[\u0620-\u064a]{3,}|^[\u0620-\u064a]{2,}(?:تي|ابي|تنا|ابنا)$/.test(word?.text ?? "") ||
    /^(?:el|al)$/.test(before?.sound ? before.text : "")
  );
}

/** Not «وطباعته», "that stays polite", «مستثمر يدخل …»; and whom a letter is for («خطاب للسفارة») is not what it is about. */
function beginsText({ long }: FieldSpec, words: readonly Word[], from: number): boolean {
  const word = words[from];
  if (
    !word ||
    phraseAt(stops, words, from) > 0 ||
    doesSomething.test(word.key) ||
    endsNoun(word) ||
    doing.test(word.key)
  )
    return false;
  // "a CV for my niece, …": whose it is to be.
  if (long && (isKinWord(word.text) || isKinWord(word.key))) return false;
  const [before, earlier] = [words[from - 1]?.text ?? "", words[from - 2]?.text ?? ""];
  const isDefinite =
    /^لل/.test(word.key) ||
    toWhom.test(before) ||
    (/^(?:my|our|the|his|her)$/.test(before) && /^(?:to|for)$/.test(earlier));
  return !(long && (isDefinite || /^و[\u0620-\u064a]{3,}/.test(word.key)));
}

const toWhom = /^(?:lel|to)$/;
/** «شريك للتوزيع»: what a partner does, and not with what. */
const doing = /^لل(?:توزيع|تسويق|بيع|شراء|استيراد|تصدير|تعاون|استثمار|توسع|توسعه|تشغيل|توريد|شراكه|تمويل)$/;

/** «مستثمر يدخل …», «شركة تبيع …»: a verb; nouns of doing («تعريف», «نقل») begin alike. */
const doesSomething =
  /^(?:ي(?!وم)[\u0620-\u064a]{3,}|ن(?:تعاقد|شتري|بيع|ورد)[\u0620-\u064a]*|ت(?:مسك|سوي|بيع|شتري|ورد|وزع|اخذ|نتج|صنع|عمل|شتغل|دير|قدم|كفل|غطي)[\u0620-\u064a]*)$/;

/** Past small words and amounts: «مستثمر بـ ٥٠٠ ألف ريال لتطبيق …». -1 where a mark ends it first. */
function pastJoiners(text: string, words: readonly Word[], from: number, closed: readonly Span[]): number {
  let index = from;
  while (index < words.length) {
    const [before, word] = [words[index - 1], words[index]];
    if (before && word && /[.!?؟;؛\n،,()]/.test(text.slice(before.end, word.start))) return -1;
    const isClosed = word && overlapsAny(word, closed);
    const length = isClosed || (word && isSmall(word)) ? 1 : phraseAt(joiners, words, index);
    if (length === 0) return index;
    index += length;
  }
  return -1;
}

/** Most words of an English noun before its kind. */
const mostBefore = 3;

function wordsBefore(
  text: string,
  words: readonly Word[],
  { start }: Span,
  closed: readonly Span[],
): readonly Word[] {
  // In Arabizi the noun stands behind its kind.
  if (words.some(({ sound }) => sound !== undefined)) return [];
  const at = words.findIndex((word) => word.start >= start);
  let from = at;
  while (from > 0 && at - from < mostBefore) {
    const word = words[from - 1] as Word;
    const isOther = overlapsAny(word, closed);
    const isApart = !/^[\s-]*$/.test(text.slice(word.end, words[from]?.start));
    if (isOther || isApart || !/^[a-z]{3,}$/.test(word.text) || word.key !== word.text) break;
    if (phraseAt(stops, words, from - 1) > 0 || phraseAt(lead, words, from - 1) > 0) break;
    from -= 1;
  }
  return words.slice(from, at).some(({ text: said }) => ordered.test(said)) ? [] : words.slice(from, at);
}

/** "swoli cv": an order in Arabizi among words that look like English. */
const ordered = /(?:o+|u)l[iy]$|oo$/;

const lead = phrasesOf(
  "sawwooli|sawwoli|sawooli|sawwo|sawwou|sawoli|sawwoo|ektboli|ektebooli|ektboo|ekteboli|ektebo|e3meloli|e3melo|e3meli|tarjmoo|tarjmo|tarjemo|zabbatooli|abgha|abi|nabi|3ayez|3ayza|objection|two|three|four|five|six|ten|a|an|the|looking|find|us|me|some|any|get|good|reliable|new|local|write|make|do|have|want",
);
