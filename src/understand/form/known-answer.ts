/** A message that is nothing but a word which the open question knows, though elsewhere it would be a command. */
import type { FieldSpec, Understanding } from "../../domain/understanding.ts";
import { fold } from "../../language/letters/normalise.ts";

/** «بالإنجليزي» under the question which language: a word that the field knows answers it. */
export function knownAnswer(text: string, asked: FieldSpec | undefined): Understanding | undefined {
  const said = text.trim();
  if (!asked?.known?.some((one) => fold(one) === fold(said))) return undefined;
  const start = text.indexOf(said);
  const found = { value: said, text: said, start, end: start + said.length };
  return { type: "answers", fields: { [asked.name]: found } };
}
