/** What stands beside an answer: a phone beside an address or a text, a name beside values. */

import { overlapsAny } from "../../language/found.ts";
import { findLoneName, introducesSelf, parsePersonName } from "../../language/people/names.ts";
import { findAddresses } from "../../language/places/addresses.ts";
import type { Task } from "../requests.ts";
import { type Extracted, type Extraction, extractFields } from "../values/extract.ts";
import { isKinWord } from "../values/kin.ts";
import { isForPhone } from "../values/whose-phone.ts";
import type { Span, Word } from "../words.ts";
import { isCustomersName } from "./lone-name.ts";

/** A phone beside an address or a text is no part of it, and the form's where only one field still waits for one. */
export function withOnlyPhone(task: Task, base: Extraction, read: Extracted): Extracted {
  const phones = read.left.filter(({ type, bad }) => type === "phone" && !bad);
  const [phone] = phones;
  if (!phone) return read;
  const missing = base.spec.fields.filter(
    (one) =>
      one.type === "phone" &&
      !base.filled?.includes(one.name) &&
      !read.fields[one.name] &&
      isForPhone(one, phone, base),
  );
  const [field] = missing;
  const { text, start, end, value } = phone;
  const isIts = field && missing.length === 1 && phones.length === 1 && value !== undefined;
  const fields = isIts ? { ...read.fields, [field.name]: { value, text, start, end } } : read.fields;
  return { ...read, fields, used: [...read.used, ...phones.map((one) => clauseOf(task, one))] };
}

/** «…، رقم ماما 0508881121»: a clause that gives a phone in a few words gives nothing else. */
function clauseOf({ parts, text }: Task, phone: Span): Span {
  const clause = parts.clauses.find(({ start, end }) => start <= phone.start && end >= phone.end);
  const isShort = clause && parts.clauses.length > 1 && clause.words.length <= 4;
  return isShort && !findAddresses(text.slice(clause.start, clause.end)).length ? clause : phone;
}

/** «هبة سمير 0556667788» under another question: the words beside the values too, where they are a name from end to end. */
export function withName({ text }: Task, extraction: Extraction, inside: readonly Word[]): Extracted {
  const extracted = extractFields(extraction);
  const { fields, used } = extracted;
  const { spec, filled } = extraction;
  const names = spec.fields.filter(({ type, name }) => type === "person_name" && !filled?.includes(name));
  const [field] = names;
  if (!field || names.length > 1 || fields[field.name] || used.length === 0) return extracted;
  if (introducesSelf(text) && !isCustomersName(field)) return extracted;
  const beside = inside.filter((word) => !overlapsAny(word, used));
  const left = beside.slice(beside.findIndex(({ text: word }) => !isKinWord(word) && !there.test(word)));
  const [first, last] = [left[0], left.at(-1)];
  const said = first && last ? text.slice(first.start, last.end) : "";
  const lone = findLoneName(said)?.text ?? (capitals.test(said) ? parsePersonName(said) : undefined);
  if (!first || lone === undefined || !said.endsWith(lone) || turnedOut.test(lone)) return extracted;
  const start = first.start + said.indexOf(lone);
  const name = { value: lone, text: lone, start, end: start + lone.length };
  return { ...extracted, fields: { ...fields, [field.name]: name } };
}

/** «اخوي هناك فهد العتيبي ٠٥…». */
const there = /^(?:هناك|هنا|هناكه|there|here|henak|hnak)$/;

/** «طلعت خمسة ونص» weighs something; it is a name, too. */
const turnedOut = /^(?:طلعت|طلع|وطلعت|tal3at|tele3|talaat)$/i;

/** "Laura Finch": as Latin names are written. */
export const capitals = /^\p{Lu}[\p{Ll}'-]+(?: \p{Lu}[\p{L}.'-]*){1,2}$/u;
