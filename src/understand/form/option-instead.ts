/**
 * "Not the iqama, the passport", «لا قلت رخصة القيادة»: another of an open list (papers) than the form holds, by its bare name. Only where
 * the held one is denied by its own, or the customer says what was meant, and every other word names the new one.
 */
import type { ReadField, Understanding } from "../../domain/understanding.ts";
import { denyingWords } from "../../language/replies/denials.ts";
import { namesOfOption } from "../learning/open-list.ts";
import type { Task } from "../requests.ts";
import { extractFields } from "../values/extract.ts";
import type { Word } from "../words.ts";
import { isNo } from "./correction.ts";
import { baseOf, type Form } from "./open-form.ts";

const most = 9;
const small =
  /^(?:the|a|an|my|for|is|it|it's|its|no|not|but|i|want|need|sorry|please|pls|el|al|la|da|di|هو|هي|هذا|هذي|ده|دي|بس|انا|يا|لا|ابي|ابغي|عايز|ana|bas|abi|abgha|3ayez)$/;
const meant = /^(?:said|meant|mean|قلت|قلنا|اقصد|اقصدي|قصدي|2olt|olt|gelt|a2sod|2asdi|aqsod)$/;

export function optionInstead(task: Task, form: Form): Understanding | undefined {
  const { words, text } = task;
  const list = form.spec.fields.find(({ hasFacts }) => hasFacts);
  const held = list && form.open.values?.[list.name]?.value;
  if (!list || typeof held !== "string" || words.length > most || /[?؟\d]/.test(text)) return undefined;
  const denied = deniedIn(words, namesOfOption(form.spec, list.name, held));
  const says = words.some(({ text: word, key }) => meant.test(word) || meant.test(key));
  if (denied.length === 0 && !(says && words.slice(0, 2).some((word) => isNo(word)))) return undefined;
  const rest = words.filter((word) => !denied.includes(word) && !isSmall(word));
  const found = rest.length > 0 ? optionNamed(task, form, list.name, rest) : undefined;
  if (!found || found.value === held) return undefined;
  const names = namesOfOption(form.spec, list.name, String(found.value));
  return rest.every((word) => names(word)) ? { type: "correct", fields: { [list.name]: found } } : undefined;
}

/** «مو إقامة», "not the iqama": the denial with the words behind it that name what the form holds. */
function deniedIn(words: readonly Word[], isHeld: (word: Word) => boolean): readonly Word[] {
  const at = words.findIndex(({ text, key }) => denyingWords.has(text) || denyingWords.has(key));
  if (at < 0) return [];
  let end = at + 1;
  while (end < words.length && small.test((words[end] as Word).text)) end += 1;
  const from = end;
  while (end < words.length && isHeld(words[end] as Word)) end += 1;
  return end > from ? words.slice(at, end) : [];
}

const isSmall = (word: Word): boolean =>
  isNo(word) || [word.text, word.key].some((said) => small.test(said) || meant.test(said));

function optionNamed(task: Task, form: Form, name: string, rest: readonly Word[]): ReadField | undefined {
  const [first, last] = [rest[0], rest.at(-1)];
  if (!first || !last) return undefined;
  const span = { start: first.start, end: last.end };
  const { filled } = form.open;
  const others = filled.filter((one) => one !== name);
  const { fields } = extractFields({
    ...baseOf(task, form, span),
    words: rest,
    filled: others,
    asked: name,
    denied: [],
  });
  return fields[name];
}
