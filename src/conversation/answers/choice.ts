/** choice and yes_no: the number of an option (any digits, «الأول»), its label, or one of its words. */
import { fold, tokens } from "../../language/letters/normalise.ts";
import { findNumbers } from "../../language/numbers/numbers.ts";
import { readYesNo } from "../../language/replies/yes-no.ts";
import {
  type AnswerContext,
  type AnswerQuestion,
  notThis,
  type Parsed,
  parsed,
  wholeSpan,
} from "./answer.ts";

/** One thing to choose, as a text may name it. */
export type Option = { readonly id: string; readonly names: readonly string[] };

const ordinals: readonly (readonly string[])[] = [
  ["الاول", "اول", "الاولي", "اول واحد", "first", "the first", "first one", "option 1"],
  ["الثاني", "ثاني", "الثانيه", "ثاني واحد", "second", "the second", "second one", "option 2"],
  ["الثالث", "ثالث", "الثالثه", "ثالث واحد", "third", "the third", "third one", "option 3"],
  ["الرابع", "رابع", "الرابعه", "fourth", "the fourth", "option 4"],
  ["الخامس", "خامس", "الخامسه", "fifth", "the fifth", "option 5"],
];
const ordinalIndex = new Map(ordinals.flatMap((words, index) => words.map((word) => [word, index] as const)));
/** Letters of any script make it more than a number: «لا، ٣ أفراد» is no third choice. */
const bareNumber = /^[^\p{L}\p{N}]*(\d{1,2})[^\p{L}\p{N}]*$/u;

/** The position that a whole message names, from 0: "2", «٢», «الثاني», «رقم ٢», "two". Undefined when it names none. */
export function positionIn(text: string, count: number): number | undefined {
  if (text.length > 40) return undefined;
  const folded = fold(text).trim();
  const digits = bareNumber.exec(folded);
  const byWord = ordinalIndex.get(folded.replace(/[.!؟?,()]+/g, "").trim());
  const position = digits ? Number(digits[1]) - 1 : (byWord ?? wordPosition(text));
  return position !== undefined && position >= 0 && position < count ? position : undefined;
}

function wordPosition(text: string): number | undefined {
  const words = tokens(text).filter(({ text: word }) => !/^(رقم|الخيار|خيار|number|option|no)$/.test(word));
  if (words.length !== 1) return undefined;
  const [only] = findNumbers(text);
  return only && Number.isInteger(only.value.number) ? only.value.number - 1 : undefined;
}

/**
 * The option that a text names: by position, by its whole name, or by the only name that stands in it.
 * @param shown the options that are numbered, in their order; default: all
 */
export function chooseAmong(
  options: readonly Option[],
  text: string,
  shown: readonly Option[] = options,
): Option | undefined {
  const position = positionIn(text, shown.length);
  if (position !== undefined) return shown[position];
  const words = ` ${tokens(text)
    .map((token) => token.text)
    .join(" ")} `;
  const whole = options.find(({ names }) => names.some((name) => words === ` ${name} `));
  if (whole) return whole;
  const named = options.filter(({ names }) => names.some((name) => words.includes(` ${name} `)));
  return named.length === 1 ? named[0] : undefined;
}

/** Names as `chooseAmong` compares them. */
export function foldNames(names: readonly string[]): readonly string[] {
  const folded = names.map((name) =>
    tokens(name)
      .map((token) => token.text)
      .join(" "),
  );
  return folded.filter((name) => name !== "");
}

const optionsOf = new WeakMap<object, readonly Option[]>();

export function parseChoice(question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  const { options } = question;
  if (!options) return notThis;
  const folded =
    optionsOf.get(options) ??
    options.map(({ id, label, words }) => ({ id, names: foldNames([label.ar, label.en, id, ...words]) }));
  optionsOf.set(options, folded);
  const shown = question.offer_first?.flatMap((id) => folded.find((option) => option.id === id) ?? []);
  const chosen = chooseAmong(folded, text, shown);
  return chosen ? parsed(chosen.id, wholeSpan(text)) : notThis;
}

/** The whole message as yes or no; 1 and 2 are the buttons' positions. */
export function parseYesNo(_question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  const position = bareNumber.test(fold(text).trim()) ? positionIn(text, 2) : undefined;
  if (position !== undefined) return parsed(position === 0, wholeSpan(text));
  const read = readYesNo(text);
  return read === undefined ? notThis : parsed(read === "yes", wholeSpan(text));
}
