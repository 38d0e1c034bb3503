/**
 * «باسم ولدي عبدالله», "my wife Sara Ahmed": asked in whose name it is, the customer tells who of the family it is for, and by that the
 * name. Both questions have their answer, and neither name is cut in two.
 */
import type { FieldSpec } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { phraseAt, phrasesOf } from "../phrases.ts";
import type { Task } from "../requests.ts";
import type { Extracted } from "../values/extraction.ts";
import { isKinWord } from "../values/kin.ts";
import type { Span, Word } from "../words.ts";
import { nameIn } from "./free-answer.ts";
import type { Form } from "./open-form.ts";

/** What was read beside the question for a name, with the name that stands behind somebody of the family, if one does. */
export function withNameOfKin({ text, words }: Task, { spec, asked }: Form, read: Extracted): Extracted {
  if (asked?.type !== "person_name" || read.fields[asked.name]) return read;
  const whose = spec.fields.find(({ name, type, known }) => type === "text" && known && read.fields[name]);
  const told = whose && read.fields[whose.name];
  if (!whose || !told) return read;
  const behind = behindKin(words, whose, told);
  const used = read.used.filter(({ start, end }) => start > told.start || end <= told.start);
  const name = nameIn(text, behind, used);
  if (!name || name.start !== behind[0]?.start) return read;
  const { end } = name;
  const said = text.slice(told.start, end);
  const kin = { value: said.replace(/\s+/g, " "), text: said, start: told.start, end };
  const lead = words.filter((word) => word.end <= told.start);
  const fields = { ...read.fields, [whose.name]: kin, [asked.name]: name };
  return { ...read, fields, used: [...used, ...lead, { start: told.start, end }] };
}

/** The words behind "my wife", «ابني الصغير»; none where what was told begins with nobody of the family. */
function behindKin(words: readonly Word[], { known = [] }: FieldSpec, told: Span): readonly Word[] {
  const at = words.findIndex((word) => overlapsAny(word, [told]));
  const run = words.slice(at).map((word) => (word.start < told.start ? withoutLead(word, told) : word));
  const length = phraseAt(phrasesOf(...known), run, 0) || (isKinWord(run[0]?.key ?? "") ? 1 : 0);
  return length === 0 ? [] : run.slice(length);
}

/** «لولدي»: the letter joined to it is none of it. */
const withoutLead = (word: Word, { start }: Span): Word => ({
  ...word,
  start,
  text: word.text.slice(start - word.start),
  key: word.key.slice(start - word.start),
});
