/**
 * Runs of digits as people type them: of any alphabet, in groups with spaces or dashes, with the invisible marks that phones paste in.
 * What a run is (a phone, an identity, a card) is decided elsewhere.
 */
export type DigitGroup = { readonly digits: string; readonly start: number; readonly end: number };

/** Groups that stand close enough to be one number. Offsets are UTF-16, into the original. */
export type DigitRun = {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  readonly groups: readonly DigitGroup[];
};

const zeros: readonly number[] = [0x660, 0x6f0, 0xff10];

function plainDigit(char: string): string {
  const code = char.charCodeAt(0);
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? char : String(code - zero);
}

/** The text with every digit as 0–9 and every offset where it was. */
export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, plainDigit);
}

/** Between two groups of one number: a space, dash, dot, slash-free; brackets of an area code; bidi marks that came along. */
const betweenGroups =
  /^[\u200e\u200f\u202a-\u202e\u2066-\u2069]*(?:[ \u00a0\u202f.\-‐‑–_]|[)(]| ?[-–(] ?|\) ?|, ?)?[\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/;

/** All runs, in order. A comma joins nothing unless `commas` («1,500» is for numbers.ts). */
export function digitRuns(text: string): DigitRun[] {
  const plain = latinDigits(text);
  const runs: DigitGroup[][] = [];
  for (const match of plain.matchAll(/\d+/g)) {
    const group = { digits: match[0], start: match.index, end: match.index + match[0].length };
    const current = runs.at(-1);
    const before = current?.at(-1);
    const between = before ? plain.slice(before.end, group.start) : undefined;
    const joined = between !== undefined && !between.includes(",") && betweenGroups.test(between);
    if (current && joined) current.push(group);
    else runs.push([group]);
  }
  return runs.map((groups) => ({
    digits: groups.map(({ digits }) => digits).join(""),
    start: groups[0]?.start ?? 0,
    end: groups.at(-1)?.end ?? 0,
    groups,
  }));
}

/** A part of a run: `count` groups from `from`. */
export function partOf(run: DigitRun, from: number, count: number): DigitGroup | undefined {
  const groups = run.groups.slice(from, from + count);
  const [first, last] = [groups[0], groups.at(-1)];
  if (!first || !last || groups.length < count) return undefined;
  return { digits: groups.map(({ digits }) => digits).join(""), start: first.start, end: last.end };
}
