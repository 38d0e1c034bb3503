/** Figures of judged readings: shares, confusion, calibration, out of scope, speed. Pure. */
import type { Judged } from "./evaluate.ts";

export type Share = { readonly right: number; readonly of: number };
/** `given`: values that were read; `expected`: values that the sayings hold. */
export type FieldCount = { readonly right: number; readonly given: number; readonly expected: number };
/** Readings of about the same confidence: their mean confidence, and how many of them were right. */
export type Bin = { readonly from: number; readonly to: number; readonly confidence: number } & Share;

export type Figures = {
  readonly intents: Share;
  readonly byVariety: ReadonlyMap<string, Share>;
  readonly byIntent: ReadonlyMap<string, Share>;
  /** Expected → read → how often, of first requests. */
  readonly confusion: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Messages with several requests of which all were found, whatever else was; and single requests of such messages. */
  readonly allFound: Share;
  readonly eachFound: Share;
  /** Messages where a service was begun that nobody asked for, among those where none is to be begun or another one. */
  readonly wronglyBegun: Share;
  /** `right`: asked "did you mean …?" with the right service among the choices. */
  readonly asked: Share;
  readonly outside: { readonly recall: Share; readonly precision: Share; readonly auroc?: number };
  readonly calibration: { readonly bins: readonly Bin[]; readonly ece: number };
  readonly fields: FieldCount;
  readonly byType: ReadonlyMap<string, FieldCount>;
  readonly p50Us: number;
  readonly p99Us: number;
};

/** All figures of some readings. */
export function figuresOf(judged: readonly Judged[]): Figures {
  const several = judged.filter(({ expected }) => expected.length > 1);
  const asked = judged.filter((one) => one.asked.length > 0);
  return {
    intents: shareOf(judged, ({ right }) => right),
    byVariety: grouped(judged, ({ saying }) => saying.lang),
    byIntent: grouped(judged, ({ expected }) => expected[0] ?? "out_of_scope"),
    confusion: confusionOf(judged),
    allFound: shareOf(several, ({ expected, read }) => expected.every((intent) => read.includes(intent))),
    eachFound: shareOf(
      several.flatMap(({ expected, read }) => expected.map((intent) => read.includes(intent))),
      (found) => found,
    ),
    wronglyBegun: shareOf(judged, ({ begun, expected }) =>
      begun.some((service) => !expected.includes(service)),
    ),
    asked: shareOf(asked, (one) => one.asked.some((service) => one.expected.includes(service))),
    outside: outsideOf(judged),
    calibration: calibrationOf(judged),
    ...fieldsOf(judged),
    ...speedOf(judged),
  };
}

/** The share of those for which `isRight`. */
function shareOf<T>(ones: readonly T[], isRight: (one: T) => boolean): Share {
  return { right: ones.filter(isRight).length, of: ones.length };
}

function grouped(judged: readonly Judged[], keyOf: (one: Judged) => string): ReadonlyMap<string, Share> {
  const groups = Map.groupBy(judged, keyOf);
  return new Map([...groups].map(([key, ones]) => [key, shareOf(ones, ({ right }) => right)]));
}

function confusionOf(judged: readonly Judged[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const rows = Map.groupBy(judged, ({ expected }) => expected[0] ?? "out_of_scope");
  return new Map(
    [...rows].map(([expected, ones]) => {
      const cells = Map.groupBy(ones, ({ read }) => read[0] ?? "out_of_scope");
      return [expected, new Map([...cells].map(([read, those]) => [read, those.length]))];
    }),
  );
}

function outsideOf(judged: readonly Judged[]): Figures["outside"] {
  const isOutside = ({ expected }: Judged) => expected[0] === "out_of_scope";
  const readOutside = ({ read }: Judged) => read[0] === "out_of_scope";
  const chances = judged.flatMap((one) =>
    one.outside === undefined ? [] : [{ score: one.outside, positive: isOutside(one) }],
  );
  const auroc = aurocOf(chances);
  return {
    recall: shareOf(judged.filter(isOutside), readOutside),
    precision: shareOf(judged.filter(readOutside), isOutside),
    ...(auroc !== undefined && { auroc }),
  };
}

/** The chance that a positive scores above a negative (ties count half); undefined when one kind is missing. */
export function aurocOf(
  scored: readonly { readonly score: number; readonly positive: boolean }[],
): number | undefined {
  const positives = scored.filter(({ positive }) => positive).length;
  const negatives = scored.length - positives;
  if (positives === 0 || negatives === 0) return undefined;
  const sorted = [...scored].sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to++;
    const tied = sorted.slice(from, to).filter(({ positive }) => positive).length;
    ranks += tied * ((from + 1 + to) / 2);
    from = to;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

const binCount = 10;

/** Expected calibration error over ten equal bins (Naeini et al. 2015); exact rules, which claim certainty, count too. */
function calibrationOf(judged: readonly Judged[]): Figures["calibration"] {
  const groups = Map.groupBy(judged, ({ confidence }) =>
    Math.min(binCount - 1, Math.floor(confidence * binCount)),
  );
  const bins = [...groups]
    .sort(([a], [b]) => a - b)
    .map(([n, ones]) => ({
      ...{ from: n / binCount, to: (n + 1) / binCount },
      confidence: ones.reduce((sum, { confidence }) => sum + confidence, 0) / ones.length,
      ...shareOf(ones, ({ right }) => right),
    }));
  const ece = bins.reduce(
    (sum, { confidence, right, of }) => sum + Math.abs(confidence - right / of) * (of / judged.length),
    0,
  );
  return { bins, ece };
}

function fieldsOf(judged: readonly Judged[]): Pick<Figures, "fields" | "byType"> {
  const all = judged.flatMap(({ fields }) => fields);
  const countOf = (fields: typeof all): FieldCount => ({
    right: fields.filter(({ right }) => right).length,
    given: fields.filter(({ read }) => read !== undefined).length,
    expected: fields.filter(({ expected }) => expected !== undefined).length,
  });
  const types = Map.groupBy(all, ({ type }) => type);
  return { fields: countOf(all), byType: new Map([...types].map(([type, ones]) => [type, countOf(ones)])) };
}

function speedOf(judged: readonly Judged[]): Pick<Figures, "p50Us" | "p99Us"> {
  const times = judged.map(({ tookMs }) => tookMs * 1000).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50Us: at(0.5), p99Us: at(0.99) };
}
