/**
 * «سعد الحربي 0551234567 حي الصفا» under the question where to deliver: the address, and who is there. Only where a phone stands right beside the
 * name and the rest is an address: «حي الصفا خالد بن الوليد» may be a street.
 */
import type { ReadField } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { findLoneName, parsePersonName } from "../../language/people/names.ts";
import { findPhones } from "../../language/people/phones.ts";
import { findAddresses } from "../../language/places/addresses.ts";
import type { Task } from "../requests.ts";
import { isKinWord } from "../values/kin.ts";
import type { Word } from "../words.ts";
import { addressNoun } from "./address-answer.ts";
import { capitals } from "./beside-answer.ts";
import { isCustomersName } from "./lone-name.ts";
import type { Form } from "./open-form.ts";

/** `own`: the words of the address. */
type Person = { readonly own: readonly Word[]; readonly name: readonly [string, ReadField] };

/** Undefined where the message does not say so, or the form has no question for whoever receives. */
export function personAtAddress(
  { text }: Task,
  { spec, open, asked }: Form,
  words: readonly Word[],
): Person | undefined {
  const [phone, more] = findPhones(text);
  const isFirst = spec.fields.find(({ type }) => type === "address") === asked;
  const [field, other] = spec.fields.filter(
    (one) => one.type === "person_name" && !isCustomersName(one) && !open.filled.includes(one.name),
  );
  if (!phone || more || isFirst || !field || other) return undefined;
  const left = words.filter((word) => !overlapsAny(word, [phone]));
  const addresses = findAddresses(text);
  const own = left.filter((word) => overlapsAny(word, addresses));
  const beside = left.filter((word) => !own.includes(word) && !addressNoun.test(word.key));
  const name = own.length > 0 ? nameOf(text, beside) : undefined;
  const touches =
    name &&
    (/^\P{L}*$/u.test(text.slice(name.end, phone.start)) ||
      /^\P{L}*$/u.test(text.slice(phone.end, name.start)));
  return name && touches ? { own, name: [field.name, name] } : undefined;
}

/** The words from end to end as somebody's name, kin before it left out. */
function nameOf(text: string, words: readonly Word[]): ReadField | undefined {
  const at = words.findIndex(
    ({ key, text: word }) => !isKinWord(word) && !isKinWord(key) && !leads.test(key) && !leads.test(word),
  );
  const [first, last] = [words[Math.max(0, at)], words.at(-1)];
  if (!first || !last || words.some(({ key }) => key === "بن" || key === "ابن")) return undefined;
  const said = text.slice(first.start, last.end);
  const name = findLoneName(said)?.text ?? (capitals.test(said) ? parsePersonName(said) : undefined);
  return name === said ? { value: said, text: said, start: first.start, end: last.end } : undefined;
}

const leads = /^(?:عند|مع|هناك|باسم|with|for|there|my|our|3end|3and|ma3)$/;
