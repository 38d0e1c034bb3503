/** A person's name behind its cue («المستلم ناصر العتيبي», "under the name Sara Haddad"): as many words as may be one. */
import type { FieldSpec, ServiceSpec } from "../../domain/understanding.ts";
import { isGivenName } from "../../language/people/given-names.ts";
import { mayBeInName } from "../../language/people/names.ts";
import { towards } from "../form/correction.ts";
import { conceptsOf } from "../learning/concepts.ts";
import { findPhrases, type PhraseFound, phraseAt, phrasesOf } from "../phrases.ts";
import { takeWords, textAt } from "../texts/text-bounds.ts";
import type { Span, Word } from "../words.ts";
import type { Candidate } from "./candidate.ts";
import { cuesOf } from "./cues.ts";
import type { Extraction } from "./extraction.ts";
import { isKinWord } from "./kin.ts";

/** Behind the cue of a name: two to four words, in English with capitals, that mean nothing else. */
export function nameBehindCue(
  field: FieldSpec,
  written: readonly Word[],
  used: readonly Span[],
  { text, denied, correcting, spec }: Extraction,
): Candidate | undefined {
  const addressed = cuesOf(field).phrases.has("to");
  const words = addressed ? written.map((word, at) => bareKunya(word, written[at + 1])) : written;
  const kunyas = words.flatMap((word, index) => (word === written[index] ? [] : [{ index, length: 0 }]));
  const places = [...findPhrases(cuesOf(field).phrases, words), ...kunyas];
  for (const { index, length } of addressed ? withKin(places, words) : places) {
    if (isPartOfLonger({ index, length }, field, words, spec)) continue;
    if (!addressed && /^(?:his|her|their)$/.test(words[index - 1]?.text ?? "")) continue;
    const led = correcting ? pastTowards(words, index + length) : index + length;
    if (!addressed && isOthersName(words, index) && whoIsNamed(words, index) !== "patient") continue;
    const from = pastKin(words, pastTitles(words, led), words[index]);
    if (isKin(words, from)) continue;
    const all = takeWords(text, asNames(bareName(words, from, correcting !== undefined), from), from, [
      ...used,
      ...denied,
    ]);
    // "elly beyestelem esmah Fahad"
    const taken = all.slice(all.findLastIndex(({ text: word }) => called.test(word)) + 1);
    const known = isGivenName(taken[0]?.text ?? "") || isKunya(taken, 0);
    const end = taken.findIndex(
      (word, n) =>
        !(mayBeName(text, word, known && n > 0) || isKunya(taken, n)) || (n > 0 && isKin(taken, n)),
    );
    const name = taken.slice(0, end === -1 ? 4 : Math.min(end, 4));
    const [first, last] = [name[0], name.at(-1)];
    const isOnWay = length === 1 && ways.has(words[index]?.text ?? "");
    if (isOnWay && (!known || name.length < 2 || name.some(({ text: word }) => houses.test(word)))) continue;
    if (first && last && isSure(text, words.slice(index, index + length), name))
      return textAt(text, first, last);
  }
  return undefined;
}

/** Places of cues, and of words for family and friends: «لرفيجي خميس المزروعي»; not whom it comes from. */
function withKin(places: readonly PhraseFound[], words: readonly Word[]): readonly PhraseFound[] {
  const kin = words.flatMap(({ text }, index) => {
    const isOwn =
      !/^[a-z]/.test(text) ||
      words[index]?.sound !== undefined ||
      /^(?:my|our|a|his|her)$/.test(words[index - 1]?.text ?? "");
    const lead = [1, 2, 3].map((back) => words[index - back]?.text ?? "");
    const isFrom = lead.some((word) => /^(?:من|from|mn|men)$/.test(word));
    return isOwn && !isFrom && isKinWord(text) && isTrusted(words, index + 1) ? [{ index, length: 1 }] : [];
  });
  return [...places, ...kin];
}

/** A known given name, or a word before a family's («خميس المزروعي»): a name though no cue makes it sure. */
function isTrusted(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (!word) return false;
  const isFamily = /^ال[\u0620-\u064a]{3,}ي$/.test(next?.text ?? "") && mayBeInName(word.text);
  return (
    isGivenName(word.text) ||
    isKunya(words, at) ||
    (isFamily && conceptsOf([word.key]).length === 0 && !word.text.startsWith("ال"))
  );
}

/** «لابو فهد»: the letter joined to it is "to". */
function bareKunya(word: Word, next: Word | undefined): Word {
  if (!/^ل(?:ابو|ام)$/.test(word.text) || !isGivenName(next?.text ?? "")) return word;
  const text = word.text.slice(1);
  return { ...word, text, key: text, start: word.start + 1 };
}

/** «ام سعد», "Abu Fahad": whoever is called after a child. */
const isKunya = (words: readonly Word[], at: number): boolean =>
  /^(?:ابو|ام|abu|abo|um|umm)$/.test(words[at]?.text ?? "") && isGivenName(words[at + 1]?.text ?? "");

/** Does so vague a cue lead to this name? «انا نايم بالبيت», "a name" say nothing of one. */
function isSure(text: string, cue: readonly Word[], name: readonly Word[]): boolean {
  const [first] = name;
  if (!first) return false;
  const [said = ""] = cue.map(({ text: word }) => word);
  // «أنا على كرسي متحرك»: the preposition, not Ali.
  if (selves.has(said) && name.length === 1 && text.slice(first.start, first.end) === "على") return false;
  if (isGivenName(first.text) || isKunya(name, 0)) return true;
  const isCapital = /^\p{Lu}/u.test(text.slice(first.start, first.end));
  if (selves.has(said) && cue.length === 1) return isCapital && name.length > 1;
  if (isCapital && cue.length === 1 && vague.has(said)) return true;
  // In Arabizi any word is of letters alone: «يستلمها بكرة».
  if (first.sound !== undefined && !isCapital && !namings.test(cue.at(-1)?.text ?? "")) return false;
  return cue.length > 1 || !vague.has(said) || name.length > 1;
}

const selves = new Set(["انا", "معك", "معاكم", "معكم", "ana", "i'm", "im", "this"]);
const namings = /^(?:b?el|b|be|bi)?(?:2?[ei]sm?)|name|mr|mrs|ms/;

/** "patient name": a longer cue of another question has the last word. */
function isPartOfLonger(
  { index, length }: PhraseFound,
  field: FieldSpec,
  words: readonly Word[],
  { fields }: ServiceSpec,
): boolean {
  return fields.some(
    (other) =>
      other !== field &&
      (other.type === "text" || other.type === "person_name") &&
      findPhrases(cuesOf(other).phrases, words).some(
        (one) => one.length > length && one.index <= index && one.index + one.length >= index + length,
      ),
  );
}

/** Past «الأستاذ», "is Ms." */
function pastTitles(words: readonly Word[], from: number): number {
  const length = phraseAt(titles, words, from);
  return length === 0 ? from : pastTitles(words, from + length);
}

/** Past who is named: «باسم كفيله سعد الحربي», "in the name of my wife Sara"; not behind «انا», who is somebody else. */
function pastKin(words: readonly Word[], from: number, cue: Word | undefined): number {
  if (selves.has(cue?.text ?? "")) return from;
  const [first, next] = [words[from], words[from + 1]];
  const isOf = /^(?:my|our|his|her|ابن|بنت|زوجه|زوج|ولد)$/.test(first?.text ?? "");
  const isTold = isOf
    ? kin.test(next?.text ?? "") || isKinWord(next?.text ?? "")
    : whoIs.test(first?.text ?? "");
  const behind = pastTitles(words, from + (isOf ? 2 : 1));
  return isTold && (isGivenName(words[behind]?.text ?? "") || isKunya(words, behind)) ? behind : from;
}

/** «اسمها», "his name is": of whom was said before. */
const isOthersName = (words: readonly Word[], at: number): boolean =>
  /^(?:و?اسمه|و?اسمها|his|her|[ei]smo|[ei]smaha)$/.test(words[at]?.text ?? "");

/**
 * Whose name stands behind «اسمها», "his name is": the patient's or the doctor's. Of both whoever was told of last, or whom the pronoun fits;
 * with a doctor between, unless right before, it may be anybody's.
 */
export function whoIsNamed(words: readonly Word[], at: number): "patient" | "doctor" | undefined {
  const before = words.slice(Math.max(0, at - farthestPerson), at);
  const doctor = before.findLastIndex(({ text }) => doctors.test(text));
  const patient = before.findLastIndex(
    ({ text }) => whoIs.test(text.replace(/^[لو](?=.{3})/, "")) || isKinWord(text) || isPatient.test(text),
  );
  if (patient > doctor) return "patient";
  if (doctor < 0 || patient < 0) return doctor < 0 ? undefined : "doctor";
  const isHer = /^(?:و?اسمها|her|[ei]smaha)$/.test(words[at]?.text ?? "");
  if (isHer && /^(?:ال|لل|ل|ب)?(?:دكتور|طبيب)$/.test(before[doctor]?.text ?? "")) return "patient";
  return before.length - doctor <= 2 ? "doctor" : undefined;
}
const farthestPerson = 20;
const doctors =
  /^(?:ال|لل|ل|ب)?(?:دكتور|دكتوره|طبيب|طبيبه)$|^(?:doctor|doctora|dr|dentist|therapist|specialist)$/;
const isPatient = /^(?:و?عمره|و?عمرها|المريض|المريضه|السايق|الشغاله|العامل|العامله|patient)$/;

const called = /^(?:[ei]sm(?:o|oh|ah|a|ha|aha)|2esm(?:o|aha)|اسمه|اسمها)$/;

/** Past «إلى», "to", "should be" behind the name of a field that is corrected. */
export function pastTowards(words: readonly Word[], from: number): number {
  let index = from;
  for (;;) {
    const length = phraseAt(towards, words, index);
    if (length === 0) return index;
    index += length;
  }
}

/** «غير الاسم لمحمد»: the ل is "to", where the rest is a known name. */
function bareName(words: readonly Word[], at: number, correcting: boolean): readonly Word[] {
  const word = words[at];
  if (!correcting || !word?.text.startsWith("ل") || !isGivenName(word.text.slice(1))) return words;
  if (isGivenName(word.text)) return words;
  const text = word.text.slice(1);
  return words.with(at, { ...word, text, key: text, start: word.start + 1 });
}

/**
 * «محمد علي»: behind a given name and before nothing but names, «علي» is one, too, and not "on"; right behind the cue «يحيى» is one, and no verb.
 */
function asNames(words: readonly Word[], from: number): readonly Word[] {
  return words.map((word, at) => {
    const [before, next] = [words[at - 1], words[at + 1]];
    const among = isGivenName(before?.text ?? "") && (!next || isGivenName(next.text));
    const isFirst = at === from && isGivenName(word.text);
    // «سعد بن علي»: whoever's son is a name.
    const isFather = /^(?:بن|بنت|bin|bint)$/.test(before?.text ?? "") && isGivenName(word.text);
    return isFirst || isFather || (word.key === "علي" && among && !onWord.test(word.text))
      ? { ...word, text: given, key: given }
      : word;
  });
}

/** "3la riyadh": to Riyadh. */
const onWord = /^3a?la$/;

/** A given name that is no other word. */
const given = "محمد";

/** «باسم ابن عمي», «انا ومراتي»: who it is to the customer, and no name. */
function isKin(words: readonly Word[], at: number): boolean {
  const [first, next] = [words[at], words[at + 1]];
  if (!first) return false;
  const isJoined = /^و[\u0620-\u064a]{3,}/.test(first.text) && !isGivenName(first.text);
  const isOf = /^(?:ابن|بنت|اخو|اخت|ام|ابو|زوجه|زوج|ولد|مرات|جوز|حرم)$/.test(first.text);
  return isJoined || kin.test(first.text) || (isOf && kin.test(next?.text ?? ""));
}

/** "to Karim Haddad": a person only where the words are surely a name. */
const ways = new Set("to for الي الى ل".split(" "));
const houses =
  /^(?:street|road|st|rd|company|co|hospital|mosque|mall|district|square|tower|group|clinic|hotel|university|school|office)$/;

const kin =
  /^(?:اخوي|اخويا|اخي|اختي|امي|ابوي|ابويا|ابي|ابني|ولدي|بنتي|ابنتي|زوجتي|زوجي|مراتي|جوزي|عمي|عمتي|خالي|خالتي|جدي|جدتي|حماتي|صديقي|صديقتي|صاحبي|صاحبتي|والدي|والدتي|نفسي|اهلي|عيالي|الشركه|المكتب|المدير|شركتي|شركتنا|مديري|my|our|the|his|her)$/;

/** One word for whom a name is of, family aside. */
const whoIs =
  /^(?:اخوي|اخويا|اخي|اختي|امي|ابوي|ابويا|ابني|ولدي|بنتي|ابنتي|زوجتي|زوجي|مراتي|جوزي|عمي|عمتي|خالي|خالتي|جدي|جدتي|حماتي|صديقي|صديقتي|صاحبي|صاحبتي|والدي|والدتي|كفيل(?:ه|ها|ي|نا)|مديري|مديرنا|المدير|مديرتنا|ضيفي|ضيفنا|ضيفتنا|زميلي|زميلتي|زميلنا|زميلتنا|موظفنا|موظفتنا|مندوبنا|سايقي|سايقنا|سائقنا)$/;

const titles = phrasesOf(
  "هو|هي|السيد|السيده|الاستاذ|الاستاذه|استاذ|استاذه|دكتور|دكتوره|الدكتور|الدكتوره|المهندس|المهندسه|مهندس|الشيخ|الحاج|الحاجه|العميل|is|mr|mrs|ms|dr|miss|eng|الاخ|الاخت|:",
);
/** Cues that also mean other things: one word behind them is not yet a name. */
const vague = new Set([
  "انا",
  "معك",
  "under",
  "المستلم",
  "المستلمه",
  "recipient",
  "receiver",
  "name",
  "ضيفنا",
  "ضيفي",
  "ضيفتنا",
  "لضيفنا",
  "لضيفتنا",
  "our",
  "my",
]);

/** `behind`: a known given name stands before it, so a family's name («الحربي») may look like another word. */
function mayBeName(text: string, word: Word, behind: boolean): boolean {
  if (onWord.test(word.text)) return false;
  if (isGivenName(word.text)) return true;
  if (behind && /^ال(?:.+ي|سيد|شيخ|امير)$/.test(word.text)) return true;
  if (!/^[\p{L}']+$/u.test(word.text) || !mayBeInName(word.text)) return false;
  if (/^[a-z]/.test(word.text)) return word.key !== word.text || /\p{Lu}/u.test(text.charAt(word.start));
  if (behind && /^(?:ال|بن$|ابن$|بنت$|عبد)/.test(word.text)) return true;
  return conceptsOf([word.key]).length === 0 && !/^(?:في|ساكن)/.test(word.key);
}
