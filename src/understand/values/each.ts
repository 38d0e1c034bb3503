/** A weight told of each piece: «٥ كراتين كل واحد ٤ كيلو», "2 boxes of 10 kg each"; the form asks for that of them all. */
import type { FieldSpec } from "../../domain/understanding.ts";
import { type Candidate, hasUnit, isQuantity } from "./candidate.ts";
import type { Extraction } from "./extraction.ts";

const noun = "(?:(?!كلها|كلهم)\\p{L}[\\p{L}\\p{N}]*)";
const before = new RegExp(
  `(?:^|[\\s،,.])(?<said>(?:و?(?:وزن\\s+)?(?:(?:ل?كل|each|every|per|kol|kul|kel|kil|kl)\\s+(?:${noun}\\s+)?|(?:الواحد[ةه]?|الوحد[ةه]|(?:el|al)\\s?wa7e?da?)\\s+)(?:(?:و?وزن[هةا]*|حوالي|تقريبا|فيه|فيها|about|is|weighs|weighing|has|wazno|wazna[h]?|waznaha)\\s+)*))$`,
  "iu",
);
/** «الكرتون ٤ كيلو»: the one piece, where several were counted. */
const theOne =
  /(?:^|[\s،,.])(?<said>(?:و?وزن\s+)?و?(?:ال(?:كرتون[ةه]?|صندوق|طرد|علب[ةه]|شنط[ةه]|كيس|قطع[ةه]|حب[ةه])|(?:el|al)\s?(?:karton[ah]?|sandoo?g|sandoo?q|shanta|7abba))\s+)$/iu;
const behind =
  /^\s*(?:each|apiece|per\s+(?:box|carton|piece|bag|parcel|item|package|one)|for\s+each(?:\s+one)?|a\s+(?:box|carton|piece|bag)|للواحد[ةه]?|الواحد[ةه]?|لكل\s+[\p{L}]+|للكرتون[ةه]?|للصندوق|للقطع[ةه]|lel\s?wa7e?da?|el\s?wa7e?da?|likol\s+\p{L}+|lkl\s+\S+)(?![\p{L}\p{N}])/iu;
const longest = 48;

/** With each piece's weight made that of them all; one of no known number of pieces says nothing of all. */
export function withTotals(candidates: readonly Candidate[], extraction: Extraction): readonly Candidate[] {
  const { spec } = extraction;
  const pieces = spec.fields.find((field) => field.type === "integer" && isQuantity(field));
  const weight = spec.fields.find((field) => field.type === "number" && field.units.length > 0);
  if (!pieces || !weight) return candidates;
  const weights = candidates.filter((one) => isOf(weight, one));
  const [only] = weights;
  const each = only && weights.length === 1 ? eachOf(only, extraction.text) : undefined;
  if (!only || !each) return candidates;
  const count = countOf(pieces, only, candidates, extraction);
  if (typeof only.value !== "number") return candidates;
  if (count === undefined)
    return each.sure && extraction.asked !== weight.name
      ? candidates.filter((one) => one !== only)
      : candidates;
  const total = Math.round(only.value * count * 1000) / 1000;
  const isInside = (one: Candidate) =>
    one !== only && one.start >= each.span.start && one.end <= each.span.end;
  return candidates.flatMap((one) => {
    if (isInside(one)) return [];
    return one === only ? [{ ...one, ...each.span, value: total }] : [one];
  });
}

const isOf = (field: FieldSpec, { type, unit }: Candidate): boolean =>
  type === "number" && unit !== undefined && hasUnit(field, unit);

/** The words of the weight with those that say that it is each piece's; `sure`: not that of the only one. */
function eachOf(
  { start, end }: Candidate,
  text: string,
): { readonly sure: boolean; readonly span: Pick<Candidate, "start" | "end" | "text"> } | undefined {
  const led = text.slice(Math.max(0, start - longest), start);
  const own = before.exec(led)?.groups?.said;
  const said = own ?? theOne.exec(led)?.groups?.said;
  const after = behind.exec(text.slice(end, end + longest))?.[0];
  if (said === undefined && after === undefined) return undefined;
  const [from, to] = [start - (said?.length ?? 0), end + (after?.length ?? 0)];
  const sure = own !== undefined || after !== undefined;
  return { sure, span: { start: from, end: to, text: text.slice(from, to) } };
}

/** How many pieces: told in the same message, else what the form holds. */
function countOf(
  pieces: FieldSpec,
  weight: Candidate,
  candidates: readonly Candidate[],
  { values }: Extraction,
): number | undefined {
  const counted = candidates.filter(
    (one) => one !== weight && isOf(pieces, one) && !one.implied && Number.isInteger(one.value),
  );
  const [told] = counted;
  if (told && counted.length === 1) return Number(told.value);
  const held = values?.[pieces.name]?.value;
  return counted.length === 0 && typeof held === "number" ? held : undefined;
}
