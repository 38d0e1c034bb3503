/**
 * Reading customers' spelling: one folded form in which «أحـمَد» and «احمد», "AHMED" and "ahmed", ٥ and 5 meet. Folding is for matching
 * only; the original is what is kept and shown, so every folded character remembers where it came from.
 */
import { keepRecent } from "../recent-texts.ts";

/**
 * UTF-16 units of a message that are read for meaning; what lies beyond is kept and shown, not understood. The finders' cost grows
 * faster than a text: 4,096 hostile characters took half a second of everybody's time, this many a tenth of that.
 */
export const longestRead = 1_600;

/** A folded text with the way back: folded index → UTF-16 offset in the original. */
export type Folded = {
  readonly folded: string;
  /** Offset in the original of the folded character; `at(folded.length)` is the end of the original. */
  readonly at: (foldedIndex: number) => number;
  /** The original's span under folded `[start, end)`, marks that belong to its last letter included. */
  readonly span: (
    start: number,
    end: number,
  ) => { readonly start: number; readonly end: number; readonly text: string };
};

export type Token = { readonly text: string; readonly start: number; readonly end: number };

/** Sentinels of the table below: a character that vanishes, and one that becomes several. */
const dropped = 0;
const expanded = 1;

const arabicLetters: Readonly<Record<string, string>> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ئ: "ي",
  ی: "ي",
  ې: "ي",
  ؤ: "و",
  ة: "ه",
  ۀ: "ه",
  ہ: "ه",
  ھ: "ه",
  ک: "ك",
  گ: "ق",
  چ: "ج",
  پ: "ب",
  ڤ: "ف",
  "،": ",",
  "؛": ";",
  "؟": "?",
  "٪": "%",
  "٫": ".",
  "٬": ",",
  "۔": ".",
};
const punctuation: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "‛": "'",
  "`": "'",
  "´": "'",
  ʼ: "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "‐": "-",
  "‑": "-",
  "−": "-",
  "\u00a0": " ",
  "\u202f": " ",
  "\u2007": " ",
  "\u2009": " ",
  "\u3000": " ",
  "\t": " ",
  "\r": " ",
};
/** Marks without a sound of their own: harakat, Koranic marks, tatweel, lone hamza, joiners, bidi controls, accents. */
const silent: readonly (readonly [number, number])[] = [
  [0x0300, 0x036f],
  [0x0610, 0x061c],
  [0x0621, 0x0621],
  [0x0640, 0x0640],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06ed],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];
/** Ranges folded by Unicode's own decomposition: accents, presentation forms (one may be several letters), full width. */
const byUnicode: readonly (readonly [number, number])[] = [
  [0x00c0, 0x024f],
  [0x0391, 0x042f],
  [0x1e00, 0x1eff],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefe],
  [0xff01, 0xffee],
];

/** One entry for each UTF-16 unit, made once: what it folds into, or a sentinel. */
const table: Uint16Array = (() => {
  const made = Uint16Array.from({ length: 0x10000 }, (_, code) => (code > expanded ? code : 0x20));
  for (let code = 0x41; code <= 0x5a; code += 1) made[code] = code + 0x20;
  for (const [from, to] of byUnicode) made.fill(expanded, from, to + 1);
  for (const zero of [0x660, 0x6f0]) for (let n = 0; n < 10; n += 1) made[zero + n] = 0x30 + n;
  for (const [from, to] of Object.entries({ ...arabicLetters, ...punctuation })) {
    made[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  for (const [from, to] of silent) made.fill(dropped, from, to + 1);
  return made;
})();

/** What a character of `byUnicode` folds into; each is worked out once. */
const expandedForms = new Map<string, string>();
function expand(char: string): string {
  const known = expandedForms.get(char);
  if (known !== undefined) return known;
  const parts = [...char.toLowerCase().normalize("NFKD")];
  const form = parts.map((part) => (part === char ? part : fold(part))).join("");
  expandedForms.set(char, form);
  return form;
}

const isSqueezable = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x620 && code <= 0x64a);

/** Folded units with the original span of each, and the length of the run of equal letters at the end. */
type Work = { codes: number[]; starts: number[]; ends: number[]; run: number };

/** Adds one folded unit. The third equal letter in a row takes the second away: «مرررة» is «مرة». */
function push(made: Work, code: number, start: number, end: number): void {
  const last = made.codes.length - 1;
  made.run = last >= 0 && code === made.codes[last] && isSqueezable(code) ? made.run + 1 : 1;
  if (made.run >= 3) {
    if (made.run === 3) {
      made.codes.pop();
      made.starts.pop();
      made.ends.pop();
    }
    made.ends[made.ends.length - 1] = end;
    return;
  }
  made.codes.push(code);
  made.starts.push(start);
  made.ends.push(end);
}

/** A silent mark belongs to the letter before it, unless it is a control that has none. */
const clings = (code: number): boolean => code < 0x2000 && code !== 0x61c;

function foldUnits(text: string): Work {
  const made: Work = { codes: [], starts: [], ends: [], run: 0 };
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const to = table[code] ?? code;
    if (to > expanded) push(made, to, index, index + 1);
    else if (to === expanded) {
      const form = expand(text.charAt(index));
      for (let part = 0; part < form.length; part += 1) push(made, form.charCodeAt(part), index, index + 1);
    } else if (made.ends.length > 0 && clings(code)) made.ends[made.ends.length - 1] = index + 1;
  }
  return made;
}

function toText(codes: readonly number[]): string {
  let text = "";
  for (let from = 0; from < codes.length; from += 4096) {
    text += String.fromCharCode(...codes.slice(from, from + 4096));
  }
  return text;
}

/**
 * The form used for matching: one alef, ya, waw and ha; no harakat, tatweel, lone hamza, joiners or bidi controls; all digits
 * Latin; lower case without accents; Arabic punctuation as Latin; a letter three times or more in a row once.
 */
export const fold: (text: string) => string = keepRecent((text) => toText(foldUnits(text).codes));

/** `fold`, with the way back into `text`. */
export const foldWithMap: (text: string) => Folded = keepRecent(foldMapped);

function foldMapped(text: string): Folded {
  const { codes, starts, ends } = foldUnits(text);
  const at = (index: number): number => starts[index] ?? text.length;
  return {
    folded: toText(codes),
    at,
    span: (from, to) => {
      const start = at(from);
      const end = to > from ? Math.max(start, ends[to - 1] ?? text.length) : start;
      return { start, end, text: text.slice(start, end) };
    },
  };
}

const tokenPattern = /[\u0620-\u06ff]+|\d+(?:[.,]\d+)+|[a-z0-9]+(?:'[a-z0-9]+)*|\p{L}+/gu;

/**
 * The words and numbers of a text, folded, with their offsets in the original. A number keeps its point ("1.5"); digits inside a
 * Latin word stay in it ("3ayez", "5kg"); Arabic letters and digits part («5كجم» is two).
 */
export const tokens: (text: string) => readonly Token[] = keepRecent(cut);

function cut(text: string): readonly Token[] {
  const { folded, span } = foldWithMap(text);
  const found: Token[] = [];
  for (const match of folded.matchAll(tokenPattern)) {
    const { start, end } = span(match.index, match.index + match[0].length);
    found.push({ text: match[0], start, end });
  }
  return found;
}
