/** Measures a reader of messages on labelled sayings: what they want, which values they give, and how long reading takes. */
import type { AnswerType, AnswerValue } from "../domain/answer.ts";
import type { Reading, ReadingContext } from "../domain/understanding.ts";
import { requestsOf } from "./as-requests.ts";
import type { InlineClassifier } from "./classifier.ts";

/** A saying and what it asks for, in order. `fields`: all values of each request, where they were written down. */
export type Labelled = {
  readonly text: string;
  readonly lang: string;
  readonly now: number;
  readonly intents: readonly string[];
  readonly fields?: readonly Readonly<Record<string, AnswerValue>>[];
};

export type Share = { right: number; of: number };
export type FieldCount = { right: number; given: number; expected: number };

export type Evaluation = {
  readonly intents: Share;
  readonly byVariety: ReadonlyMap<string, Share>;
  readonly byIntent: ReadonlyMap<string, Share>;
  /** Sayings with several requests, all read in order. */
  readonly several: Share;
  /** Asked "did you mean …?" instead of acted. */
  readonly asked: number;
  readonly fields: FieldCount;
  readonly byType: ReadonlyMap<string, FieldCount>;
  readonly p50Us: number;
  readonly p99Us: number;
  readonly wrong: readonly string[];
};

/** Reads every saying once. `clock`: milliseconds, for the speed. */
export function evaluate(
  classifier: InlineClassifier,
  sayings: readonly Labelled[],
  context: Omit<ReadingContext, "now">,
  clock: () => number,
): Evaluation {
  const total = new Tally(context);
  for (const saying of sayings) classifier.read(saying.text, { ...context, now: saying.now });
  const times = sayings.map((saying) => {
    const began = clock();
    const reading = classifier.read(saying.text, { ...context, now: saying.now });
    const took = clock() - began;
    total.add(saying, reading);
    return took * 1000;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { ...total.counts, p50Us: at(0.5), p99Us: at(0.99) };
}

class Tally {
  readonly #services: ReadonlySet<string>;
  readonly #types: ReadonlyMap<string, AnswerType>;
  readonly counts = {
    intents: { right: 0, of: 0 },
    byVariety: new Map<string, Share>(),
    byIntent: new Map<string, Share>(),
    several: { right: 0, of: 0 },
    asked: 0,
    fields: { right: 0, given: 0, expected: 0 },
    byType: new Map<string, FieldCount>(),
    wrong: [] as string[],
  };

  constructor({ services }: Pick<ReadingContext, "services">) {
    this.#services = new Set(services.map(({ id }) => id));
    this.#types = new Map(
      services.flatMap(({ id, fields }) => fields.map(({ name, type }) => [`${id}.${name}`, type])),
    );
  }

  add(saying: Labelled, reading: Reading): void {
    const expected = saying.intents.map((intent) => this.#known(intent));
    const read = intentsOf(saying.text, reading);
    const first = expected[0] ?? "out_of_scope";
    const right = read[0] === first;
    if (reading.understandings.some(({ type }) => type === "unclear")) this.counts.asked++;
    count(this.counts.intents, right);
    count(shareOf(this.counts.byVariety, saying.lang), right);
    count(shareOf(this.counts.byIntent, first), right);
    if (expected.length > 1) count(this.counts.several, read.join() === expected.join());
    if (read.join() !== expected.join())
      this.counts.wrong.push(`${expected.join()} ← ${read.join()}: ${saying.text}`);
    else if (saying.fields) this.#addFields(saying, reading, expected);
  }

  /** A service that this office does not offer is out of scope; thanks are a courtesy like a greeting. */
  #known(intent: string): string {
    if (intent === "thanks") return "greeting";
    const other = intent.startsWith("office.") || intent === "change_order" || labels.has(intent);
    return other || this.#services.has(intent) ? intent : "out_of_scope";
  }

  #addFields({ text, fields = [] }: Labelled, reading: Reading, intents: readonly string[]): void {
    const requests = requestsOf(text, reading);
    for (const [n, intent] of intents.entries()) {
      if (!this.#services.has(intent)) continue;
      const wanted = fields[n] ?? {};
      const given = requests[n]?.fields ?? {};
      for (const name of new Set([...Object.keys(wanted), ...Object.keys(given)])) {
        const right = sameValue(wanted[name], given[name]?.value);
        const type = this.#types.get(`${intent}.${name}`) ?? "text";
        for (const tally of [this.counts.fields, fieldCountOf(this.counts.byType, type)]) {
          if (name in wanted) tally.expected++;
          if (name in given) tally.given++;
          if (right) tally.right++;
        }
        if (!right)
          this.counts.wrong.push(
            `${name}: ${JSON.stringify(wanted[name])} ← ${JSON.stringify(given[name]?.value)}: ${text}`,
          );
      }
    }
  }
}

const labels = new Set([
  "order_status",
  "cancel_order",
  "complaint",
  "human_agent",
  "greeting",
  "out_of_scope",
]);

function intentsOf(text: string, reading: Reading): string[] {
  const office = reading.understandings.flatMap((one) => {
    if (one.type === "correct") return ["change_order"];
    return one.type === "office" && !one.service ? [`office.${one.topic}`] : [];
  });
  const requests = requestsOf(text, reading).map(({ intent }) => intent);
  return requests.join() === "out_of_scope" && office.length > 0 ? office : requests;
}

/** Texts may differ in spaces and marks at their ends; an address is compared by its words. */
function sameValue(a: AnswerValue | undefined, b: AnswerValue | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return plain(a) === plain(b);
}

function plain(value: AnswerValue): string {
  if (typeof value === "object" && "text" in value) return value.text.trim();
  if (typeof value === "object" && "amountMinor" in value) return `${value.amountMinor} ${value.currency}`;
  return typeof value === "string" ? value.trim() : JSON.stringify(value);
}

function count(share: Share, right: boolean): void {
  share.of++;
  if (right) share.right++;
}

function shareOf(map: Map<string, Share>, key: string): Share {
  const share = map.get(key) ?? { right: 0, of: 0 };
  map.set(key, share);
  return share;
}

function fieldCountOf(map: Map<string, FieldCount>, key: string): FieldCount {
  const counted = map.get(key) ?? { right: 0, given: 0, expected: 0 };
  map.set(key, counted);
  return counted;
}

const percent = (right: number, of: number) =>
  of === 0 ? "    –" : `${((100 * right) / of).toFixed(1).padStart(5)} %`;
const row = (name: string, { right, of }: Share) =>
  `  ${name.padEnd(18)} ${percent(right, of)}  ${right}/${of}`;
const fieldRow = (name: string, { right, given, expected }: FieldCount) =>
  `  ${name.padEnd(18)} ${percent(right, given)}  ${percent(right, expected)}   (${expected})`;

/** The evaluation as tables for a terminal. */
export function showEvaluation(result: Evaluation): string {
  const table = (shares: ReadonlyMap<string, Share>) => [...shares].map(([name, share]) => row(name, share));
  const lines = [
    row("intent", result.intents),
    row("several requests", result.several),
    `  asked back         ${result.asked}`,
    "\nby variety",
    ...table(result.byVariety),
    "\nby intent (recall)",
    ...table(result.byIntent),
  ];
  const fields = [
    "\nfields             precision  recall   (expected)",
    fieldRow("all", result.fields),
    ...[...result.byType].map(([type, counted]) => fieldRow(type, counted)),
  ];
  const speed = `\nread in p50 ${result.p50Us.toFixed(0)} µs, p99 ${result.p99Us.toFixed(0)} µs`;
  return [...lines, ...(result.fields.expected > 0 ? fields : []), speed].join("\n");
}
