/**
 * A message cut into words, numbers and marks, all folded: what the finders' grammars walk over. Offsets are into the folded text;
 * `foundAt` turns them back into the customer's own words.
 */

import { monthOfSlip } from "./days/month-slips.ts";
import type { Found } from "./found.ts";
import { usualSpelling } from "./letters/arabizi-letters.ts";
import { foldWithMap } from "./letters/normalise.ts";
import { keepRecent } from "./recent-texts.ts";

export type Piece = {
  /** Folded; "a.m." is "am", and Arabizi's words for days and times have one spelling. */
  readonly word: string;
  readonly type: "arabic" | "latin" | "digits" | "mark";
  readonly start: number;
  readonly end: number;
};
export type Pieces = readonly Piece[];

/** What may stand right behind digits and still leave them a number: units, parts of the day, ordinals, months ("5kg", "3pm"). */
const behindDigits =
  "(?:kgs?|kilos?|g|gb|tb|km|m|m2|sqm|cm|k|x|am|pm|st|nd|rd|th|h|hrs?|hours?|min|mins|d|w|y|days?|nights?|weeks?|months?|years?|ish|sar|sr|usd|aed|egp|pcs|yrs?|yo|pax|ppl|people|persons?|adults?|kids?|children|boxes|bags|pieces|copies|seats|rooms?|guests?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)(?![a-z0-9])";
const piecePattern = new RegExp(
  [
    "[\\u0620-\\u06ff]+",
    // "ya 3am" is whom one speaks to.
    "(?<=\\bya )3am(?![a-z0-9])",
    `\\d+(?:[.,]\\d+)*(?=${behindDigits}|[ap]\\.m)`,
    "[ap]\\.m\\b\\.?",
    "[a-z0-9]*[a-z][a-z0-9]*(?:'[a-z0-9]*[a-z0-9])*",
    "\\d+(?:[.,]\\d+)*",
    "\\n",
    "[^\\s\\w]",
  ].join("|"),
  "g",
);

function typeOf(code: number, word: string): Piece["type"] {
  if (code >= 0x620 && code <= 0x6ff) return "arabic";
  if (code >= 0x30 && code <= 0x39) return /[a-z]/.test(word) ? "latin" : "digits";
  return code >= 0x61 && code <= 0x7a ? "latin" : "mark";
}

/** The pieces of a text in order. */
export const piecesOf: (text: string) => Pieces = keepRecent(cut);

function cut(text: string): Pieces {
  const pieces: Piece[] = [];
  for (const match of foldWithMap(text).folded.matchAll(piecePattern)) {
    const word = match[0];
    const type = typeOf(word.charCodeAt(0), word);
    const end = match.index + word.length;
    const bare = word.includes(".m") ? word.replaceAll(".", "") : word;
    const before = pieces.at(-1);
    const said = type === "latin" ? usualSpelling(bare, before?.word ?? "", pieces.at(-2)?.word) : bare;
    const month = before?.type === "digits" && type !== "digits" ? monthOfSlip(said) : undefined;
    pieces.push({ word: month ?? said, type, start: match.index, end });
  }
  return pieces;
}

/** The word at a place; empty beyond either end. */
export function wordAt(pieces: Pieces, at: number): string {
  return pieces[at]?.word ?? "";
}

/** A value with the customer's own words between two folded offsets. */
export function foundAt<T>(text: string, value: T, start: number, end: number): Found<T> {
  const span = foldWithMap(text).span(start, end);
  return { value, start: span.start, end: span.end, text: span.text };
}

/** A word of a table met in a text: how many letters of it are prefixes (و، ب، ل …), and whether it wears the article. */
export type Met<T> = { readonly entry: T; readonly skip: number; readonly article: boolean };

/** Words that would wrongly lose a first letter: «لست» is "I am not", not "for six". */
const whole = new Set(["لست", "فست", "وست", "كست", "بست", "كميه", "بكميه", "لكميه", "وكميه", "واحد", "وحده"]);

function meet<T>(table: ReadonlyMap<string, T>, word: string, skip: number): Met<T> | undefined {
  const entry = table.get(word);
  if (entry !== undefined) return { entry, skip, article: word.startsWith("ال") };
  if (word.length < 4 || !word.startsWith("ال")) return undefined;
  const bare = table.get(word.slice(2));
  return bare === undefined ? undefined : { entry: bare, skip, article: true };
}

/**
 * Finds an Arabic or Latin word in a table of folded words: as it is, with the article, or behind و ف ب ل ك (or ع, as in «عالخميس»), up to two
 * of them («وبالخميس»). «لل» counts as ل with the article.
 */
export function lookUp<T>(table: ReadonlyMap<string, T>, piece: Piece | undefined): Met<T> | undefined {
  if (!piece || piece.type === "mark" || piece.type === "digits") return undefined;
  const met = meet(table, piece.word, 0);
  if (met || piece.type === "latin" || whole.has(piece.word)) return met;
  let { word } = piece;
  for (let skip = 1; skip <= 2 && word.length > 2 && "وفبلكع".includes(word.charAt(0)); skip += 1) {
    const article = skip > 0 && word.startsWith("لل");
    word = word.slice(1);
    const behind = meet(table, word, skip);
    if (behind) return behind;
    if (article && word.length > 2) {
      const bare = table.get(word.slice(1));
      if (bare !== undefined) return { entry: bare, skip, article: true };
      const named = table.get(`ا${word}`);
      if (named !== undefined) return { entry: named, skip, article: true };
    }
  }
  return undefined;
}
