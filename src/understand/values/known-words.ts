/**
 * Words known by heart (a car's model, "my mother") under an open question for free words: they are words of the answer, and do not end
 * it. Of another question they are a value only while it waits for one.
 */
import type { FieldSpec } from "../../domain/understanding.ts";
import { fold } from "../../language/letters/normalise.ts";
import type { Extracted, Extraction } from "./extract.ts";

/**
 * Without the values that the asked question, and those answered before, took only for being known by heart.
 * @returns the same object where there is none
 */
export function withoutKnownWords(
  extracted: Extracted,
  asked: FieldSpec,
  { spec, filled = [] }: Pick<Extraction, "spec" | "filled">,
): Extracted {
  const words = Object.entries(extracted.fields).filter(([name, { text }]) => {
    const field = spec.fields.find((one) => one.name === name);
    const isOurs = asked.long || name === asked.name || filled.includes(name);
    return field && isOurs && isKnown(field, text);
  });
  if (words.length === 0) return extracted;
  const fields = Object.fromEntries(
    Object.entries(extracted.fields).filter(([name]) => !words.some(([known]) => known === name)),
  );
  const used = extracted.used.filter(({ end }) => !words.some(([, field]) => field.end === end));
  return { ...extracted, fields, used };
}

/** A known word that ends in " #" stands with a number, before it or behind. */
function isKnown({ type, known = [] }: FieldSpec, text: string): boolean {
  const said = withoutNumber(text);
  return type === "text" && known.some((words) => withoutNumber(words) === said);
}

function withoutNumber(text: string): string {
  return fold(text).replace(/\d+|#/g, "").trim();
}
