/** Numbers that say how large a thing is: «حلة ٦ لتر», "a 55 inch screen". They count no pieces, and stay with the thing's words. */
import { fold } from "../../language/letters/normalise.ts";
import { firstFrom, type Word } from "../words.ts";
import { type Candidate, isQuantity, nobodys } from "./candidate.ts";
import type { Extraction, Given } from "./extraction.ts";

const measure =
  /^(?:ال)?(?:لترات|لترين|لترا?|ليتر|مل|ملي|ملل|بوصه|بوصات|انش|انج|سم|سنتي|سنتيمتر|ملم|قدم|واط|وات|امبير|فولت|جيجا|قيقا|جيقا|جيجابايت|تيرا|ميجا|طن|حصان|اونص|اونصه|قيراط|litres?|liters?|leters?|letr|ltr|lt|ml|cl|oz|ounces?|inch|inches|insh|bosa|cm|mm|ft|feet|foot|watts?|amps?|volts?|gb|tb|mb|giga|gega|mah|hp|tons?|carats?|karats?)$/;

/** Without the numbers that count a measure, where the form counts pieces; under its question for them they are its answer. */
export function withoutSizes(
  candidates: readonly Candidate[],
  { spec, asked, words }: Pick<Extraction, "spec" | "asked" | "words">,
): readonly Candidate[] {
  const pieces = spec.fields.find((field) => field.type === "integer" && isQuantity(field));
  if (!pieces || pieces.name === asked) return candidates;
  return candidates.map((one) => (isSize(one, words) ? { ...one, field: nobodys } : one));
}

/** "two 6 litre pots", «حلة تيفال ٦ لتر»: the size right beside what is counted belongs to its words. */
export function giveSizes(
  candidates: readonly Candidate[],
  given: Given,
  { spec, text, words }: Extraction,
): void {
  const sizes = candidates.filter((one) => one.field === nobodys && isSize(one, words));
  for (const { counts } of sizes.length > 0 ? spec.fields : []) {
    const [field, thing] = [...given].find(([{ name }]) => name === counts) ?? [];
    if (!field || !thing) continue;
    const before = sizes.find(
      ({ start, end }) => start < thing.start && isNext(text.slice(end, thing.start)),
    );
    const size = sizes.find(({ start }) => start > thing.start && /^\s+$/.test(text.slice(thing.end, start)));
    const start = before?.start ?? thing.start;
    const end = size ? Math.max(size.end, words[firstFrom(words, size.start + 1)]?.end ?? 0) : thing.end;
    const said = text.slice(start, size ? end : thing.end);
    given.set(field, { ...thing, start, end: start + said.length, text: said, value: said });
  }
}

const isNext = (between: string): boolean =>
  /^[\s-]*$/.test(between) || measure.test(fold(between).trim().replace(/^-\s*/, ""));

function isSize({ type, unit, start, end }: Candidate, words: readonly Word[]): boolean {
  if (type !== "number" || unit !== undefined) return false;
  const last = firstFrom(words, end);
  return words.slice(firstFrom(words, start), last + 1).some(({ text }) => measure.test(text));
}
