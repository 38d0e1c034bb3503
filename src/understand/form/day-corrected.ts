/** «يوم ١٤ مو ١٣», "the 14th not the 13th": of the days that the form holds the one with the denied number moves; the others stay. */
import type { Understanding } from "../../domain/understanding.ts";
import type { Task } from "../requests.ts";
import { holdersOfNumber } from "./denied-number.ts";
import type { Form } from "./open-form.ts";

const day = "(?:يوم|اليوم|تاريخ|بتاريخ|ليوم|yom|youm|day|the|on|el|le|ل)";
const pair = new RegExp(
  `(?<![\\p{L}\\p{Nd}])(?<led>${day}\\s+)?(?:the )?(?<now>[0-9٠-٩]{1,2})(?:st|nd|rd|th)?\\s*[،,]?\\s+(?:و)?(?:مو|مش|مب|موب|مهوب|ليس|not|mesh|msh|mosh|mo)\\s+(?:${day}\\s+)?(?:the )?(?<old>[0-9٠-٩]{1,2})(?:st|nd|rd|th)?(?=\\s*(?:$|[،,.!؟?]))`,
  "iu",
);

/** The change; undefined where no day that is held has the denied number, several have, or something else holds it and no day is named. */
export function dayCorrected({ text }: Task, form: Form): Understanding | undefined {
  const found = pair.exec(text);
  const { now = "", old = "", led } = found?.groups ?? {};
  const holders = found ? holdersOfNumber(Number(western(old)), form) : undefined;
  if (!found || !holders) return undefined;
  const isDate = (name: string) => form.spec.fields.find((field) => field.name === name)?.type === "date";
  const [date, another] = holders.filter(isDate);
  if (date === undefined || another || (led === undefined && holders.length > 1)) return undefined;
  const value = `${String(form.open.values?.[date]?.value).slice(0, 8)}${western(now).padStart(2, "0")}`;
  if (!isDay(value)) return undefined;
  const start = found.index + found[0].indexOf(now, led?.length ?? 0);
  return { type: "correct", fields: { [date]: { value, text: now, start, end: start + now.length } } };
}

/** Not the 31st of a month of thirty days. */
function isDay(value: string): boolean {
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

const western = (said: string): string =>
  said.replace(/[٠-٩]/g, (digit) => String("٠١٢٣٤٥٦٧٨٩".indexOf(digit)));
