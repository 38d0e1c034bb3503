/** «خمسة ونص», "4 w nos", "three and a half": an hour, or what a number in the same breath, or the question, makes a number of. */
import { findNumbers } from "../../language/numbers/numbers.ts";
import type { Candidate } from "./candidate.ts";
import type { Extraction } from "./extraction.ts";

const half = /(?:نصف?|nos+f?|nus+f?|half|ربع|rob3|quarter|[.,٫]5)\s*$/iu;
const clock = /[:]|الساع|(?:^|\s)(?:el\s?)?sa3a|o'?clock|\b[ap]\.?m\b|past|صباح|مساء|العصر|الظهر|بليل/iu;

/** As a number, where the words name no hour of a day; undefined for all others. */
export function asNumber({ type, text, start, end }: Candidate): Candidate | undefined {
  if (type !== "time" || !half.test(text) || clock.test(text)) return undefined;
  const [found, another] = findNumbers(text);
  const value = found?.value.number;
  return value === undefined || another ? undefined : { type: "number", start, end, text, value };
}

/** Under a question for a number such an hour is one; all other candidates stay as they are. */
export function withHalves(
  candidates: readonly Candidate[],
  { spec, asked }: Pick<Extraction, "spec" | "asked">,
): readonly Candidate[] {
  const isNumber = spec.fields.some(({ name, type }) => name === asked && type === "number");
  return isNumber ? candidates.map((one) => asNumber(one) ?? one) : candidates;
}
