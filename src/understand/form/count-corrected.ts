/**
 * How many it is to be, said in passing: «خلاص وحده بس», "only one then", «خليهم كحلي الاتنين». Only of a form that holds such a number, and
 * only where a clause says nothing else.
 */
import type { FieldSpec, ReadFields, Understanding } from "../../domain/understanding.ts";
import { numberWords } from "../../language/numbers/number-words.ts";
import type { Task } from "../requests.ts";
import type { Word } from "../words.ts";
import type { Form } from "./open-form.ts";

/** One of these makes a number beside it all that is wanted. */
const only =
  /^(?:بس|فقط|كفايه|يكفي|تكفي|يكفيني|تكفيني|only|just|enough|bas|bass|bs|kfaya|kefaya|yekfi|tekfi)$/;
const fillers =
  /^(?:خلاص|خلص|طيب|اجل|اذا|اذن|لا|يعني|خلوها|خليها|خلها|خلوهم|خليهم|نبي|ابي|ابغي|عايز|is|then|so|ok|okay|will|do|i|we|need|want|make|it|khalas|5alas|tayeb|yalla|please|pls|لو|سمحت|سمحتوا)$/;
const both = /^(?:ال)?(?:اتنين|اثنين|ثنتين|تنتين|etnein|etneen|thentain|thnain|two|both)$/;
/** They change several things at once: what they are two of is counted. */
const lets = /^[وف]?(?:خلي|خلو|خل|نخلي|حطو|حط|اجعلو|اجعل)و?هم$|^(?:5|kh)al+(?:ee|oo|i|u|o)hom$|^make$/;
const longest = 7;
const counted: ReadonlySet<string> = new Set(["integer", "number", "date", "time", "money", "duration"]);

/** The new count; undefined where none is said so, or more than one question could hold it. */
export function countCorrected({ parts, words }: Task, form: Form): Understanding | undefined {
  const { open, asked } = form;
  if (open.awaiting === "nothing" || !open.values || !words.some(mayCount)) return undefined;
  // «يكفي 5» under a question for a number, a day or an hour answers that one.
  if (open.awaiting === "answer" && asked && counted.has(asked.type)) return undefined;
  const field = countedBy(form);
  if (!field) return undefined;
  for (const clause of parts.clauses) {
    if (clause.words.length > longest) continue;
    const found = onlyIn(clause.words) ?? bothIn(clause.words, form);
    if (found && open.values[field.name]?.value !== found.value)
      return { type: "correct", fields: fieldOf(field, found) };
  }
  return undefined;
}

/**
 * «وزيد جواز بنتي بعد، يعني اثنين», "add my daughter's passport too, so two": how many there are with the one that is added. `also`: what is added, in
 * the customer's words.
 */
export function countAdded({ text, words }: Task, { spec, open }: Form): CountAdded | undefined {
  if (open.awaiting !== "answer" && open.awaiting !== "read_back") return undefined;
  const [sums, last] = words.slice(-2);
  const value = last && numberOf(last);
  if (!sums || !last || value === undefined || !(sum.test(sums.text) || sum.test(sums.key))) return undefined;
  const at = words.findIndex(({ key, text: said }) => adds.test(said) || adds.test(key));
  const [first, end] = [words[at], words.at(-3)];
  const [field, another] = spec.fields.filter(({ type }) => type === "integer");
  if (!first || !end || at > words.length - 4 || !field || another) return undefined;
  const from = /^و/.test(first.key) && /^و/.test(first.text) ? first.start + 1 : first.start;
  const told: Understanding = { type: "wish", text: text.slice(from, end.end), start: from, end: end.end };
  const fields = fieldOf(field, { value, word: last });
  return { count: { type: open.filled.includes(field.name) ? "correct" : "answers", fields }, also: told };
}

export type CountAdded = {
  readonly count: Extract<Understanding, { type: "correct" | "answers" }>;
  readonly also: Understanding;
};

const sum = /^و?(?:يعني|كذا|كده|صاروا|بقوا|so|makes|total|ya3ni|yani|ba2o|saro)$/;
const adds =
  /^و?(?:ا?ضيف(?:وا?|ي)?|زيد(?:وا?|ي)?|زود(?:وا?|ي)?|حط(?:وا?|ي)?|add|zeed(?:o|oo)?|zid(?:o)?|zawed(?:o)?|deef(?:o)?|7ot(?:o|o+)?)$/;

type Found = { readonly value: number; readonly word: Word };

const fieldOf = ({ name }: FieldSpec, { value, word: { text, start, end } }: Found): ReadFields => ({
  [name]: { value, text, start, end },
});

const mayCount = ({ key, text }: Word): boolean => only.test(key) || only.test(text) || lets.test(key);

/** The question for a number of things that the form holds, where it holds only one number. */
function countedBy({ spec, open }: Form): FieldSpec | undefined {
  const held = spec.fields.filter(
    ({ type, name }) => (type === "integer" || type === "number") && open.filled.includes(name),
  );
  const [field, another] = held;
  return field?.type === "integer" && !another ? field : undefined;
}

/** «وحده بس»: the number, "only", and words that say nothing. */
function onlyIn(words: readonly Word[]): Found | undefined {
  const numbers = words.flatMap((word) => {
    const value = numberOf(word);
    return value === undefined ? [] : [{ value, word }];
  });
  const [found, another] = numbers;
  if (!found || another || !words.some(({ key, text }) => only.test(key) || only.test(text)))
    return undefined;
  const rest = words.filter((word) => word !== found.word);
  return rest.every(({ key, text }) => [key, text].some((one) => only.test(one) || fillers.test(one)))
    ? found
    : undefined;
}

/** «خليهم كحلي الاتنين»: both of them, where the form asks for no day that would be called so. */
function bothIn(words: readonly Word[], { spec }: Form): Found | undefined {
  const last = words.at(-1);
  if (
    !last ||
    !(both.test(last.key) || both.test(last.text)) ||
    spec.fields.some(({ type }) => type === "date")
  )
    return undefined;
  return words.some(({ key, text }) => lets.test(key) || lets.test(text))
    ? { value: 2, word: last }
    : undefined;
}

const ones = /^(?:واحد|واحده|وحده|one|wa7da|wa7ed|wahda|wahed|we7da)$/;

function numberOf({ key, text }: Word): number | undefined {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  if (ones.test(key) || ones.test(text)) return 1;
  return (numberWords.get(text) ?? numberWords.get(key))?.value;
}
