/** Codes behind their cues: an account's number, a size. One word of Latin letters and digits, parted by `-` or `/` at most. */
import type { FieldSpec } from "../../domain/understanding.ts";
import { consonantsOf } from "../../language/letters/consonants.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { numberWords } from "../../language/numbers/number-words.ts";
import { findPhrases, phraseAt, phrasesOf } from "../phrases.ts";
import type { Word } from "../words.ts";
import type { Candidate, Reading } from "./candidate.ts";
import { cuesOf } from "./cues.ts";
import { withoutArticle } from "./options.ts";

const glue = phrasesOf("هو|هي|رقم|الرقم|رقمه|رقمها|is|no|number|nr");

/** The first code behind a cue of each field that holds one. */
export function findCodes({ text, words, spec }: Reading): Candidate[] {
  return spec.fields.flatMap((field) => {
    if (field.format !== "code") return [];
    const code = behindCue(text, words, field) ?? longNumber(text, words, field);
    return code ? [{ ...code, type: "text" as const, field: field.name, value: code.text }] : [];
  });
}

type Code = { readonly start: number; readonly end: number; readonly text: string };

function behindCue(text: string, words: readonly Word[], field: FieldSpec): Code | undefined {
  for (const { index, length } of findPhrases(cuesOf(field).phrases, words)) {
    let at = index + length;
    while (phraseAt(glue, words, at) > 0) at += phraseAt(glue, words, at);
    const { texts } = nounsOf(field);
    const isNumbered = words
      .slice(index, at)
      .some((word) => texts.has(withoutArticle(word).key) || texts.has(word.text));
    const code = codeAt(text, words, at, isNumbered);
    if (code) return code;
  }
  return undefined;
}

/** Fewer digits may be a sum («فاتورة ٢١٠»); so far behind what it numbers a code may stand: «حساب شركة الكهرباء ٣٠٠١٨٨٤٥». */
const longDigits = /^\d{6,20}$/;
const farthest = 3;
const coins = /^(?:ريال|ريالات|رس|sar|sr|riyals?|riyal)$/;
const numberNouns = new Set(["رقم", "الرقم", "number", "no", "raqam", "rakam"]);

/** A long number behind a noun of the field's own names, parted from it by other words at most: "electricity account with SEC 10045522871". */
function longNumber(text: string, words: readonly Word[], field: FieldSpec): Code | undefined {
  const at = words.findIndex((word, index) => {
    if (!longDigits.test(word.text) || mobile.test(word.text)) return false;
    return (
      !coins.test(words[index + 1]?.key ?? "") &&
      words.slice(Math.max(0, index - farthest), index).some(isNoun)
    );
  });
  const found = words[at];
  return found && { start: found.start, end: found.end, text: text.slice(found.start, found.end) };

  function isNoun(word: Word): boolean {
    const { texts, sounds } = nounsOf(field);
    return texts.has(withoutArticle(word).key) || texts.has(word.text) || sounds.has(word.sound ?? "");
  }
}

type Nouns = { readonly texts: ReadonlySet<string>; readonly sounds: ReadonlySet<string> };
const nouns = new WeakMap<FieldSpec, Nouns>();

function nounsOf(field: FieldSpec): Nouns {
  const known = nouns.get(field);
  if (known) return known;
  const all = field.names.flatMap((name) => tokens(name).map(({ text }) => text.replace(/^ال/, "")));
  const texts = new Set(all.filter((word) => word.length > 2 && !numberNouns.has(word)));
  const sounds = new Set([...texts].map(consonantsOf).filter((sound) => sound.length > 2));
  const made = { texts, sounds };
  nouns.set(field, made);
  return made;
}

/** «رقمها ٠٥…» is a phone's. */
const mobile = /^(?:00966|966|0)?5\d{8}$/;

/**
 * A size in letters is short; anything longer needs a digit. Arabic digits are folded for the look, the customer's stay. `isNumbered`: the
 * account itself is named («رقم الحساب ٠٥…»), and what looks like a mobile is none.
 */
function codeAt(text: string, words: readonly Word[], at: number, isNumbered: boolean) {
  const first = words[at];
  if (!first) return undefined;
  // «مقاس ستين»: a size in words.
  const { start, end } = first;
  if ((numberWords.get(first.text)?.value ?? 0) >= 10) return { start, end, text: text.slice(start, end) };
  let last = first;
  for (const word of words.slice(at + 1)) {
    if (!/^[-/_]$/.test(text.slice(last.end, word.start))) break;
    last = word;
  }
  const said = words.filter(({ start, end }) => start >= first.start && end <= last.end);
  const all = said.map((word) => word.text).join("");
  if (
    (mobile.test(all) && !isNumbered) ||
    !/^[a-z\d]{1,40}$/.test(all) ||
    !(/\d/.test(all) || /^(?:x*[sml]|medium|large|small)$/.test(all))
  )
    return undefined;
  return { start: first.start, end: last.end, text: text.slice(first.start, last.end) };
}
