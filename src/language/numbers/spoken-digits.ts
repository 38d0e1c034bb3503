/**
 * Numbers said digit by digit or in small groups, as people dictate a phone: «صفر خمسة خمسة …», "zero double five", «صفر خمسة وخمسين».
 * What such a run is (a phone, or nothing) is decided where it is used.
 */

import { foldWithMap } from "../letters/normalise.ts";
import { type Pieces, piecesOf } from "../pieces.ts";
import type { DigitGroup } from "./digit-runs.ts";
import { readNumber } from "./quantities.ts";

/** Fewer words than these may be a count of something. */
const fewestWords = 4;
/** Fewest and most digits of a phone, with its country code (ITU-T E.164). */
const fewestDigits = 9;
const mostDigits = 15;

const zeros = new Set("زيرو oh o zero صفر sefr sifr zeero".split(" "));
const repeats: ReadonlyMap<string, number> = new Map([
  ["double", 2],
  ["dbl", 2],
  ["دبل", 2],
  ["triple", 3],
  ["تربل", 3],
]);
const pauses = new Set([",", "-", ".", "و", "and", "w", "ثم", "بعدين"]);
const plus = new Set(["plus", "بلس", "زايد", "+"]);

type Part = { readonly digits: string; readonly next: number; readonly end: number; readonly word: boolean };

/** Every run of spoken digits that has a phone's length, in order; `digits` begin with + where the words do. Offsets are the text's. */
export function spokenDigits(text: string): DigitGroup[] {
  const pieces = piecesOf(text);
  const found: DigitGroup[] = [];
  for (let at = 0; at < pieces.length; ) {
    const run = readRun(pieces, at);
    if (!run) {
      at += 1;
      continue;
    }
    at = run.next;
    const { length } = run.digits.replace("+", "");
    if (run.words < fewestWords || length < fewestDigits || length > mostDigits) continue;
    const { start, end } = foldWithMap(text).span(run.start, run.end);
    found.push({ digits: run.digits, start, end });
  }
  return found;
}

type Run = Part & { readonly start: number; readonly words: number };

function readRun(pieces: Pieces, at: number): Omit<Run, "word"> | undefined {
  const led = plus.has(pieces[at]?.word ?? "");
  const first = readPart(pieces, led ? at + 1 : at);
  const begin = pieces[at];
  if (!first || !begin) return undefined;
  let [digits, words, { next, end }] = [first.digits, first.word ? 1 : 0, first];
  // A longer run is no phone: it is walked over once, and left.
  for (;;) {
    const from = pauses.has(pieces[next]?.word ?? "") ? next + 1 : next;
    const part = readPart(pieces, from);
    if (!part) break;
    digits += part.digits;
    words += part.word ? 1 : 0;
    [next, end] = [part.next, part.end];
  }
  return { digits: led ? `+${digits}` : digits, start: begin.start, end, next, words };
}

/** One digit or group: «خمسة», «خمسة وخمسين», "double five", "012". */
function readPart(pieces: Pieces, at: number): Part | undefined {
  const piece = pieces[at];
  if (!piece || piece.type === "mark") return undefined;
  if (zeros.has(piece.word)) return { digits: "0", next: at + 1, end: piece.end, word: true };
  if (piece.type === "digits") {
    const whole = /^\d+$/.test(piece.word);
    return whole ? { digits: piece.word, next: at + 1, end: piece.end, word: false } : undefined;
  }
  const times = repeats.get(piece.word);
  if (times !== undefined) {
    const one = readPart(pieces, at + 1);
    return one?.word && one.digits.length === 1 ? { ...one, digits: one.digits.repeat(times) } : undefined;
  }
  const number = readNumber(pieces, at);
  if (!number || number.number > 999) return undefined;
  return { digits: String(number.number), next: number.next, end: number.end, word: true };
}
