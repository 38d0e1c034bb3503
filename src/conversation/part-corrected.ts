/** A text of several parts, one of which is corrected: «كامري 2020 شامل» made «ضد الغير» is still about the Camry. */
import type { Fields } from "../domain/answer.ts";
import type { ReadFields } from "../domain/understanding.ts";
import { foldWithMap } from "../language/normalise.ts";
import type { Flow } from "./flow.ts";
import { questionNamed } from "./pinned.ts";

/**
 * Corrected fields, where a known word of a text replaces a known word in it: the rest of the text stays. All others are as they were
 * read.
 */
export function withPartsKept(flow: Flow, held: Fields, read: ReadFields): ReadFields {
  const kept = Object.entries(read).map(([name, field]) => {
    const [question, before] = [questionNamed(flow, name), held[name]?.value];
    if (question?.type !== "text" || typeof before !== "string" || typeof field.value !== "string")
      return [name, field] as const;
    const value = replaced(before, field.value, question.known);
    return [name, value === undefined ? field : { ...field, value }] as const;
  });
  return Object.fromEntries(kept);
}

const negation = "(?:مو|مش|مب|موب|ليس|ليست|not)";
const intention = "(?:قصدي|اقصد|انا قاصد|بل|الا|انما|i mean|i meant|but|it'?s|2asdy|asdi|agsid)";
/** «لا مو ورث قصدي طلاق», «قصدي طلاق مو ورث», "divorce not inheritance". */
const replacements = [
  new RegExp(`^(?:لا |no )?${negation} (?<old>.+?) ${intention} (?<now>.+)$`),
  new RegExp(`^(?:لا |no )?(?:${intention} )?(?<now>.+?) ${negation} (?<old>.+)$`),
];

/** Texts whose words a message denies and replaces, by their field; `text` points into it. */
export function deniedTexts(flow: Flow, held: Fields, message: string): ReadFields {
  const { folded, span } = foldWithMap(message);
  const said = folded.trim().replace(/[,.!]/g, " ").replace(/ {2,}/g, " ");
  for (const pattern of replacements) {
    const { old, now } = pattern.exec(said)?.groups ?? {};
    if (old === undefined || now === undefined) continue;
    const [question] = flow.questions.filter(({ name, type, format }) => {
      const value = held[name]?.value;
      return type === "text" && !format && typeof value === "string" && foldWithMap(value).folded === old;
    });
    const at = folded.indexOf(now);
    if (!question || at < 0) continue;
    const { start, end, text } = span(at, at + now.length);
    return { [question.name]: { value: text, text, start, end } };
  }
  return {};
}

/**
 * The text with its known word in place of another one, or behind a thing that is known with its number («كامري 2020»); undefined where
 * the new words are no known ones, or nothing else is in the text.
 */
function replaced(before: string, after: string, known: readonly string[]): string | undefined {
  const isThing = (word: string) => word.includes("#");
  const words = known.filter((word) => !isThing(word)).map((word) => foldWithMap(word).folded);
  if (!words.includes(foldWithMap(after).folded)) return undefined;
  const { folded, span } = foldWithMap(before);
  const [old] = words
    .filter((word) => ` ${folded} `.includes(` ${word} `))
    .sort((a, b) => b.length - a.length);
  const things = known.filter(isThing).map((word) => foldWithMap(word.replace("#", "")).folded.trim());
  if (old === undefined && things.some((thing) => ` ${folded} `.includes(` ${thing} `)))
    return `${before} ${after}`;
  if (old === undefined || old === folded) return undefined;
  const at = ` ${folded} `.indexOf(` ${old} `);
  const { start, end } = span(at, at + old.length);
  return `${before.slice(0, start)}${after}${before.slice(end)}`;
}
