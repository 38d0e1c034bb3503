/** Values that a customer has in mind, each with ways to say it. */
import type { AnswerType, AnswerValue } from "../../../domain/answer.ts";
import { tokens } from "../../../language/letters/normalise.ts";
import type { Chance } from "./chance.ts";
import type { CustomerWords, FieldWords } from "./customers.ts";

/** One value. Of free words and names `value` holds those that must be kept, and `says` all that may be. */
export type Meant = {
  readonly field: string;
  readonly type: AnswerType;
  readonly value: AnswerValue;
  readonly says: readonly string[];
};

export type Wanted = {
  readonly field: string;
  readonly type: AnswerType;
  readonly numbers?: readonly number[];
};

const dayMs = 86_400_000;
const freeWords = new Set<AnswerType>(["text", "address", "person_name"]);

/** A value for a field; undefined where the variety has no words for one. */
export function valueFor(
  { field, type, numbers }: Wanted,
  spoken: FieldWords,
  words: CustomerWords,
  { chance, now }: { readonly chance: Chance; readonly now: number },
): Meant | undefined {
  const meant = (value: AnswerValue, says: readonly string[]): Meant => ({ field, type, value, says });
  const listed = (from: Readonly<Record<string, readonly string[]>>): Meant => {
    const [key, says] = chance.pick(Object.entries(from));
    return meant(type === "yes_no" ? key === "true" : key, says);
  };
  if (spoken.says) return listed(spoken.says);
  switch (type) {
    case "place":
      return listed(words.places);
    case "time":
      return listed(words.times);
    case "date":
      return meant(...dateOf(words, chance, now));
    case "phone":
      return meant(...phoneOf(words, chance));
    case "national_id": {
      const digits = idNumber(chance);
      return meant(digits, [digits, inDigits(digits, words)]);
    }
    case "person_name": {
      const name = chance.pick(words.people);
      return meant(name, [name]);
    }
    case "number":
    case "integer": {
      if (!numbers) return undefined;
      const count = chance.pick(numbers);
      return meant(count, [inDigits(String(count), words), ...(words.counts[String(count)] ?? [])]);
    }
    case "money": {
      if (!numbers) return undefined;
      const sum = chance.pick(numbers);
      const digits = inDigits(String(sum), words);
      return meant(
        { amountMinor: sum * 100, currency: "SAR" },
        words.sums.map((form) => form.replace("{n}", digits)),
      );
    }
    default:
      return undefined;
  }
}

const inDigits = (digits: string, { arabic_digits }: CustomerWords): string =>
  arabic_digits ? digits.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)] ?? digit) : digits;

/** A weekday is never today's, nor so far off that two could be meant. */
function dateOf(words: CustomerWords, chance: Chance, now: number): [string, string[]] {
  const ahead = chance.happens(0.6) ? chance.whole(1, 5) : chance.whole(8, 40);
  const date = new Date(now + ahead * dayMs);
  const fill = (form: string) =>
    form
      .replace("{day}", inDigits(String(date.getUTCDate()), words))
      .replace("{month}", words.months[date.getUTCMonth()] ?? "")
      .replace("{weekday}", words.weekdays[date.getUTCDay()] ?? "");
  const says = words.dates.map(fill);
  if (ahead === 1) says.push(...words.tomorrow);
  else if (ahead === 2) says.push(...words.after_tomorrow);
  else if (ahead < 6) says.push(...words.weekday_dates.map(fill));
  return [date.toISOString().slice(0, 10), says];
}

function phoneOf(words: CustomerWords, chance: Chance): [string, string[]] {
  const rest = String(chance.whole(10_000_000, 99_999_999));
  const local = `05${rest}`;
  const spaced = `${local.slice(0, 3)} ${local.slice(3, 6)} ${local.slice(6)}`;
  return [`+9665${rest}`, [local, local, inDigits(local, words), spaced, `+9665${rest}`]];
}

/** Ten digits that begin with 2, the last of them a check digit (Luhn). */
function idNumber(chance: Chance): string {
  const nine = `2${chance.whole(10_000_000, 99_999_999)}`;
  let sum = 0;
  for (const [index, digit] of [...nine].entries()) {
    const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

const wordsOf = (text: string): string[] => tokens(text).map(({ text: word }) => word);

/** Of free words: none of those that matter is lost, and none is there that the customer did not say of it. */
export function isMeant(value: AnswerValue | undefined, meant: Meant): boolean {
  if (value === undefined) return false;
  if (!freeWords.has(meant.type)) return JSON.stringify(value) === JSON.stringify(meant.value);
  const kept = wordsOf(typeof value === "object" && "text" in value ? value.text : String(value));
  const said = new Set(meant.says.flatMap(wordsOf));
  return (
    wordsOf(String(meant.value)).every((word) => kept.includes(word)) && kept.every((word) => said.has(word))
  );
}
