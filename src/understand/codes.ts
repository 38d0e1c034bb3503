/** Codes behind their cues: an account's number, a size. One word of Latin letters and digits, parted by `-` or `/` at most. */
import { numberWords } from "../language/number-words.ts";
import type { Candidate, Reading } from "./candidate.ts";
import { cuesOf } from "./cues.ts";
import { findPhrases, phraseAt, phrasesOf } from "./phrases.ts";
import type { Word } from "./words.ts";

const glue = phrasesOf("هو|هي|رقم|الرقم|رقمه|رقمها|is|no|number|nr");

/** The first code behind a cue of each field that holds one. */
export function findCodes({ text, words, spec }: Reading): Candidate[] {
  return spec.fields.flatMap((field) => {
    if (field.format !== "code") return [];
    for (const { index, length } of findPhrases(cuesOf(field).phrases, words)) {
      let at = index + length;
      while (phraseAt(glue, words, at) > 0) at += phraseAt(glue, words, at);
      const code = codeAt(text, words, at);
      if (code) return [{ ...code, type: "text" as const, field: field.name, value: code.text }];
    }
    return [];
  });
}

/** «رقمها ٠٥…» is a phone's. */
const mobile = /^(?:00966|966|0)?5\d{8}$/;

/** A size in letters is short; anything longer needs a digit. Arabic digits are folded for the look, the customer's stay. */
function codeAt(text: string, words: readonly Word[], at: number) {
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
    mobile.test(all) ||
    !/^[a-z\d]{1,40}$/.test(all) ||
    !(/\d/.test(all) || /^(?:x*[sml]|medium|large|small)$/.test(all))
  )
    return undefined;
  return { start: first.start, end: last.end, text: text.slice(first.start, last.end) };
}
