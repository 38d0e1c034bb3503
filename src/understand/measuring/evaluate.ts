/** Judges a reader of messages on labelled sayings: what they want, which values they give, how sure it was, how long it took. */
import { type AnswerType, type AnswerValue, isMoney } from "../../domain/answer.ts";
import type { Reading, ServiceSpec } from "../../domain/understanding.ts";
import { requestsOf } from "../as-requests.ts";
import { isNoService } from "../labels.ts";

/** A saying and what it asks for, in order. `fields`: all values of each request, where they were written down. */
export type Labelled = {
  readonly text: string;
  readonly lang: string;
  readonly now: number;
  readonly intents: readonly string[];
  readonly fields?: readonly (Readonly<Record<string, AnswerValue>> | undefined)[];
  /** The service that it asks for where that one is offered. */
  readonly later?: string;
};

/** One value: `expected` in the saying, `read` in it, and whether both are the same. */
export type JudgedField = {
  readonly type: AnswerType;
  readonly name: string;
  readonly expected?: AnswerValue;
  readonly read?: AnswerValue;
  readonly right: boolean;
};

export type Judged = {
  readonly saying: Labelled;
  readonly expected: readonly string[];
  readonly read: readonly string[];
  /** Services that were begun, not only offered as "did you mean …?". */
  readonly begun: readonly string[];
  /** Is the first request the right one? */
  readonly right: boolean;
  readonly confidence: number;
  readonly by: Reading["by"];
  /** "Did you mean …?", with these services. */
  readonly asked: readonly string[];
  /** Chance that it is out of scope, where the reader tells. */
  readonly outside?: number;
  readonly fields: readonly JudgedField[];
  readonly tookMs: number;
};

/** What is judged: reads one message at its moment. */
export type Measured = {
  read(text: string, now: number): Reading | Promise<Reading>;
  /** Chance that a message is out of scope, 0–1. */
  outside?(text: string): number;
};

export type Measuring = {
  readonly services: readonly ServiceSpec[];
  /** Milliseconds, for the speed. */
  readonly clock: () => number;
  /** Compare by the labels of `npm run understand` alone, where a question about the office is out of scope. */
  readonly byContract?: boolean;
};

/** Reads every saying; a reader that answers at once reads all of them once before, so that times are those of a running office. */
export async function evaluate(
  reader: Measured,
  sayings: readonly Labelled[],
  measuring: Measuring,
): Promise<readonly Judged[]> {
  for (const { text, now } of sayings) {
    const reading = reader.read(text, now);
    if (!(reading instanceof Promise)) continue;
    await reading;
    break;
  }
  const judged: Judged[] = [];
  for (const saying of sayings) {
    const began = measuring.clock();
    const answer = reader.read(saying.text, saying.now);
    const reading = answer instanceof Promise ? await answer : answer;
    const tookMs = measuring.clock() - began;
    const outside = reader.outside?.(saying.text);
    judged.push({
      ...judge(saying, reading, measuring),
      tookMs,
      ...(outside !== undefined && { outside }),
    });
  }
  return judged;
}

/** One reading beside what was expected of it. */
export function judge(
  saying: Labelled,
  reading: Reading,
  { services, byContract = false }: Pick<Measuring, "services" | "byContract">,
): Omit<Judged, "tookMs"> {
  const offered = new Set(services.map(({ id }) => id));
  const wanted = saying.later !== undefined && offered.has(saying.later) ? [saying.later] : saying.intents;
  const expected = wanted.map((intent) => known(intent, offered));
  const read = intentsOf(saying.text, reading, byContract);
  const unclear = reading.understandings.find(({ type }) => type === "unclear");
  return {
    ...{ saying, expected, read, confidence: reading.confidence, by: reading.by },
    begun: reading.understandings.flatMap((one) => (one.type === "request" ? [one.service] : [])),
    right: read[0] === expected[0],
    asked: unclear?.type === "unclear" ? unclear.candidates : [],
    fields: read.join() === expected.join() && saying.fields ? fieldsOf(saying, reading, services) : [],
  };
}

/** A service that this office does not offer is out of scope; thanks are a courtesy like a greeting. */
function known(intent: string, offered: ReadonlySet<string>): string {
  if (intent === "thanks") return "greeting";
  return isNoService(intent) || offered.has(intent) ? intent : "out_of_scope";
}

function intentsOf(text: string, reading: Reading, byContract: boolean): string[] {
  const requests = requestsOf(text, reading).map(({ intent }) => intent);
  if (byContract) return requests;
  const office = reading.understandings.flatMap((one) => {
    if (one.type === "correct") return ["change_order"];
    return one.type === "office" && !one.service ? [`office.${one.topic}`] : [];
  });
  return requests.join() === "out_of_scope" && office.length > 0 ? office : requests;
}

function fieldsOf(
  { text, intents, fields = [] }: Labelled,
  reading: Reading,
  services: readonly ServiceSpec[],
): JudgedField[] {
  const requests = requestsOf(text, reading);
  return intents.flatMap((intent, n) => {
    const spec = services.find(({ id }) => id === intent);
    const wanted = fields[n];
    if (!spec || !wanted) return [];
    const given = requests[n]?.fields ?? {};
    return [...new Set([...Object.keys(wanted), ...Object.keys(given)])].map((name) => {
      const [expected, read] = [wanted[name], given[name]?.value];
      const type = spec.fields.find((field) => field.name === name)?.type ?? "text";
      const right = expected !== undefined && read !== undefined && plain(expected) === plain(read);
      return {
        ...{ type, name, right },
        ...(expected !== undefined && { expected }),
        ...(read !== undefined && { read }),
      };
    });
  });
}

/** Texts may differ in spaces at their ends; an address is compared by its words. */
function plain(value: AnswerValue): string {
  if (typeof value === "object" && "text" in value) return value.text.trim();
  if (isMoney(value)) return `${value.amountMinor} ${value.currency}`;
  return typeof value === "string" ? value.trim() : JSON.stringify(value);
}

/** What went wrong, a line each: only for sayings that may be looked at. */
export function mistakesOf(judged: readonly Judged[]): string[] {
  return judged.flatMap(({ saying, expected, read, confidence, fields }) => [
    ...(read.join() === expected.join()
      ? []
      : [`${expected.join()} ← ${read.join()} (${confidence.toFixed(2)}): ${saying.text}`]),
    ...fields
      .filter(({ right }) => !right)
      .map(
        (field) =>
          `${field.name}: ${JSON.stringify(field.expected)} ← ${JSON.stringify(field.read)}: ${saying.text}`,
      ),
  ]);
}
