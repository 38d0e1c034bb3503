/** One clause of a message read alone: what it may mean, whether it is a wish of its own, and several of them taken together. */
import type { Understanding } from "../../domain/understanding.ts";
import { chances } from "../chances.ts";
import { conceptsOf } from "../learning/concepts.ts";
import type { Guess } from "../learning/intents.ts";
import { givesBudget } from "../values/budget-clause.ts";
import type { Span, Word } from "../words.ts";
import { wantsSomething, withoutJoint } from "./clause-bounds.ts";
import type { Clause } from "./clauses.ts";

/** One thing that the message wants. `rule`: found by exact words, and then certain. */
export type Meaning = {
  readonly guesses: readonly Guess[];
  readonly rule?: Understanding;
  readonly words: readonly Word[];
  readonly span: Span;
  /** It was asked for in words of wanting, or added with «وبعد», "also". */
  readonly asked: boolean;
};

export type Reader = {
  /** Labels of words, likeliest first. */
  guess(words: readonly Word[]): readonly Guess[];
  /** What a clause says by exact words, if it does. */
  rule(words: readonly Word[], span: Span): Understanding | undefined;
  isService(label: string): boolean;
  /** Is a town named in the span that is no value of this service? */
  leadsElsewhere(label: string, span: Span): boolean;
  /** Do the words give a well-known value to a question of this service («تأميني بوبا» to one for a doctor)? */
  tellsOf(label: string, words: readonly Word[]): boolean;
  /** Do the words only say when, where and for whom («الحجز ٢٣ ديسمبر»)? */
  saysOnlyHow(words: readonly Word[]): boolean;
};

/** A clause and what it means alone. `own`: it is a wish of its own. */
export type Read = Omit<Meaning, "span"> & { readonly clause: Clause; readonly own: boolean };

/** Words of the message that lie in none of the spans. */
export function outside(words: readonly Word[], spans: readonly Span[]): Word[] {
  return words.filter((word) => !spans.some(({ start, end }) => word.start >= start && word.end <= end));
}

/** Reads one clause; `alone`: the message has no other. */
export function readClause(clause: Clause, words: readonly Word[], reader: Reader, alone: boolean): Read {
  const exact = reader.rule(words, clause);
  // «… والعنوان …» goes on with the form; the office's own address is asked for in a sentence of its own.
  const rule = clause.soft && exact?.type === "office" ? undefined : exact;
  const guesses = reader.guess(clause.soft ? withoutJoint(words) : words);
  const asked = clause.also || wantsSomething(words);
  const [top] = guesses;
  const sure =
    top !== undefined &&
    top.label !== "out_of_scope" &&
    top.label !== "greeting" &&
    !(top.label.startsWith("office.") && (clause.soft || givesDigits(words))) &&
    // «كلموني على 0501234567» beside a request gives a number.
    !(top.label === "human_agent" && givesDigits(words)) &&
    (alone ||
      ((asked || saysMore(words)) &&
        !givesOnly(words, asked) &&
        !givesBudget(words) &&
        top.chance >= (clause.soft ? chances.joined : asked ? chances.clear : chances.another) &&
        words.length > 1 &&
        (asked || !reader.saysOnlyHow(words))));
  return { clause, words, guesses, asked, own: rule !== undefined || sure, ...(rule && { rule }) };
}

/** Days, nights and people alone ask for nothing: "…, from tomorrow until Friday" goes on with what was asked before. */
export function saysMore(words: readonly Word[]): boolean {
  const concepts = conceptsOf(
    words.map(({ text }) => text),
    words.map(({ key }) => key),
  );
  return concepts.some((concept) => !measures.has(concept));
}

const measures = new Set(["weekday", "night", "guests", "stars", "child", "what", "you"]);

/** "…, account 4455667788, …", «…، 15 شريحة، …»: a noun and its number, and no word of wanting. */
export const givesOnly = (words: readonly Word[], asked: boolean): boolean =>
  !asked &&
  ((words.length <= 4 && givesDigits(words)) || (words.length <= 2 && /^\d+$/.test(words[0]?.text ?? "")));

/** Who asks about the office gives no numbers: «العنوان الوطني RRRD2929» is a value. */
export function givesDigits(words: readonly Word[]): boolean {
  return words.some(({ text }) => /\d{3}/.test(text));
}

/** «… وارسلوه جده», "… and send it to Jeddah", «… ويكون عرض بوربوينت»: what was asked for before is to be brought, or is to be so. */
export function goesOn({ rule, words }: Read): boolean {
  const [first, second, third] = words.map(({ key, text }) => (/^[a-z]/.test(text) ? text : key));
  if (rule) return false;
  const brings = /^(?:send|ship|deliver|bring|mail)$/;
  return (
    /^و(?:ي|ت)كون(?:ون|وا|و)?$/.test(first ?? "") ||
    /^و?(?:ارسل|وصل|ودو?|ابعت|ابعث|اشحن|جيب|هات)و?(?:ه|ها|هم)$/.test(first ?? "") ||
    /^و?(?:ارسال|توصيل|ايصال|شحن)(?:ه|ها|هم)$/.test(first ?? "") ||
    (brings.test(first ?? "") && /^(?:it|them)$/.test(second ?? "")) ||
    (first === "and" && brings.test(second ?? "") && /^(?:it|them)$/.test(third ?? ""))
  );
}

/** Is this a service, or something that a customer may want of us beside one? */
export function isWish(
  { guesses: [top], words, asked }: Pick<Meaning, "guesses" | "words" | "asked">,
  reader: Reader,
): boolean {
  if (top === undefined || (top.label === "human_agent" && givesDigits(words))) return false;
  // "…, 2 months" is how long, whatever rents by the month.
  if (!asked && words.length <= 3 && !saysMore(words)) return false;
  return reader.isService(top.label) || commands.has(top.label);
}

const commands = new Set(["order_status", "cancel_order", "human_agent", "complaint"]);

/** From where to where clauses reach. */
export function spanOf(group: readonly Read[]): Span {
  return { start: group[0]?.clause.start ?? 0, end: group.at(-1)?.clause.end ?? 0 };
}

/** Clauses as one meaning. */
export function together(group: readonly Read[], reader: Reader): Meaning {
  const first = group[0] as Read;
  const words = group.flatMap(({ words: some }) => some);
  const rule = group.find(({ rule: found }) => found)?.rule;
  const own = group.find((read) => read.own);
  const whole = group.length === 1 ? first.guesses : reader.guess(words);
  const [ownChance, wholeChance] = [own?.guesses[0]?.chance ?? 0, whole[0]?.chance ?? 0];
  const clear = own && ownChance > wholeChance + chances.surer ? own.guesses : whole;
  return {
    guesses: clear,
    words,
    span: spanOf(group),
    asked: group.some(({ asked }) => asked),
    ...(rule && { rule }),
  };
}

const mostTold = 10;

/** «…، وتأميني بوبا» beside a doctor's appointment: a value of it, asked for by no word and too short to be more. */
export function givesValueOf(label: string, { asked, rule, words }: Read, reader: Reader): boolean {
  return !asked && !rule && words.length <= mostTold && reader.tellsOf(label, words);
}
