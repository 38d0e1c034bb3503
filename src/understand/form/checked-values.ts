/**
 * A value that the form holds, looked at once more: «الرقم 0504417727 صح؟» wants it confirmed, «لا الرقم آخره ٢٧ مو ٢٠» changes how a number
 * ends.
 */
import type { AnswerValue } from "../../domain/answer.ts";
import type { FieldSpec, ReadFields, Understanding } from "../../domain/understanding.ts";
import { fold, tokens } from "../../language/letters/normalise.ts";
import { addDays } from "../../language/times/clock.ts";
import type { Task } from "../requests.ts";
import { extractFields } from "../values/extract.ts";
import { endsRange } from "../values/ranges.ts";
import { hintsOf } from "./correction.ts";
import { baseOf, type Form } from "./open-form.ts";

const isRight =
  /(?:^|\s)(?:صح|صحيح|مضبوط|مظبوط|تمام كذا|كده صح|right|correct|is that right|sa7|sah|mazboot)\s*[?؟]\s*$/iu;

/** The held values that the message asks to have confirmed; undefined where it gives another, or none. */
export function checksValue(task: Task, form: Form): Understanding | undefined {
  const { values } = form.open;
  if (!values || !isRight.test(task.text)) return undefined;
  const correcting = hintsOf(task, form.spec, form.open);
  const { fields } = extractFields({ ...baseOf(task, form, undefined), correcting });
  const said = Object.entries(fields);
  const held = said.map(([name, field]) => [name, { ...field, value: values[name]?.value }] as const);
  const isHeld = said.every(([name, { value }]) => holds(values[name]?.value, value));
  return said.length > 0 && isHeld
    ? { type: "correct", fields: Object.fromEntries(held) as ReadFields }
    : undefined;
}

/** The very value, or words of a text that tells more: «ضد الغير صح؟» of «كامري 2020 ضد الغير». */
function holds(held: AnswerValue | undefined, said: AnswerValue): boolean {
  if (typeof held === "string" && typeof said === "string" && said !== "")
    return ` ${fold(held).trim()} `.includes(` ${fold(said).trim()} `);
  return JSON.stringify(held) === JSON.stringify(said);
}

const courtesyBehind = "(?:لو سمحت\\S*|من فضلك\\S*|شكرا|please|pls|plz|thanks)";
/** Nothing of the clause is left but courtesy. */
const clauseEnds = `(?=\\s*(?:$|[،,.!]|${courtesyBehind}))`;
const dayPart =
  "(?:صباحا|الصبح|ظهرا|الظهر|عصرا|العصر|المغرب|مساء|المسا|المساء|بالليل|ليلا|ص|م|am|pm|a\\.m\\.|p\\.m\\.|(?:el |al )?(?:masa|sob7|subh|3asr|leil))";
/** The hour that is meant and the one that is denied, with nothing beside them that either could count: «خلوها ١٠ مو ٩». */
const hourForHour = new RegExp(
  `(?:^|[،,.]|(?<![\\p{L}\\p{Nd}])(?:خل\\S*|حط\\S*|الساعه|الساعة|للساعه|للساعة|ساعه|لا|it|at|to|hour|time|5al\\S*|khal\\S*|elsa3a|l[ae]|no|ل))\\s*(?<now>[0-9٠-٩]{1,2})(?:\\s*${dayPart})?\\s*[،,]?\\s+(?:و)?(?:مو|مش|مب|موب|ليس|not|mesh|msh|mo)\\s+(?:الساعه |الساعة |at )?(?<old>[0-9٠-٩]{1,2})(?![0-9٠-٩:])(?:\\s*${dayPart})?${clauseEnds}`,
  "iu",
);

/** «خلوها ١٠ مو ٩», "make it 10 not 9", where the form holds nine o'clock and no other nine. */
export function hourCorrected(task: Task, { spec, open }: Form): Understanding | undefined {
  const denied = hourForHour.exec(task.text);
  const old = Number(western(denied?.groups?.old ?? ""));
  const others = [...task.text.matchAll(/(?<![0-9٠-٩:+])[0-9٠-٩]{1,2}(?![0-9٠-٩:])/gu)];
  const [now, more] = others.filter(({ 0: said }) => Number(western(said)) !== old);
  const hour = Number(western(now?.[0] ?? ""));
  if (!denied || !now || more || !open.values || hour < 1 || hour > 12 || old < 1) return undefined;
  const isHeld = spec.fields.some(({ name }) => open.values?.[name]?.value === old);
  const times = spec.fields.flatMap(({ name, type }) => {
    const value = open.values?.[name]?.value;
    const isTime =
      type === "time" && typeof value === "string" && Number(value.slice(0, 2)) % 12 === old % 12;
    return isTime ? [{ name, value }] : [];
  });
  const [time, another] = times;
  if (isHeld || !time || another) return undefined;
  const half = Number(time.value.slice(0, 2)) >= 12 ? 12 : 0;
  const value = `${String((hour % 12) + half).padStart(2, "0")}:00`;
  const span = { start: now.index, end: now.index + now[0].length };
  return { type: "correct", fields: { [time.name]: { value, text: now[0], ...span } } };
}

const hourBefore = new RegExp(
  `(?<=^|\\s)(?:ل|lel|lil|la|l|to|till|until|لين|الين|حتى|الى|إلى|للساعة|للساعه|الساعة|الساعه|at)?\\s*(?<now>[0-9٠-٩]{1,2})(?:\\s+${dayPart})?\\s+(?:مو|مش|مب|موب|ليس|not|mesh|msh|mo)\\s+(?<old>[0-9٠-٩]{1,2})(?![\\p{L}0-9٠-٩:])${clauseEnds}`,
  "iu",
);

/** «خلوها للسبعة مو ٦», where the form begins at four and knows no end: an hour later than its beginning is when it ends. */
export function endHourMeant(task: Task, { spec, open }: Form): Understanding | undefined {
  const found = hourBefore.exec(task.text);
  const { now = "", old = "" } = found?.groups ?? {};
  const end = spec.fields.find((field) => field.type === "time" && endsRange(field));
  const begin = spec.fields.find((field) => field.type === "time" && field !== end);
  const from = begin && open.values?.[begin.name]?.value;
  if (!found || !end || typeof from !== "string" || open.filled.includes(end.name)) return undefined;
  const begins = Number(from.slice(0, 2));
  const hour = Number(western(now)) % 12;
  const isBegin = Number(western(old)) % 12 === begins % 12;
  const ends = hour > begins ? hour : hour + 12;
  if (isBegin || ends <= begins || ends > 23) return undefined;
  const start = found.index + found[0].indexOf(now);
  const value = `${String(ends).padStart(2, "0")}:00`;
  return { type: "answers", fields: { [end.name]: { value, text: now, start, end: start + now.length } } };
}

/** Not where it is forbidden: "don't move it to the next day". */
const nextDay = new RegExp(
  `(?<!(?:n['’o]?t|never) )(?:خلوها|خليها|خلها|خلوه|خليه|نخليها|حطوها|اجلوها|khal\\S+|make it|move it to)\\s+(?:ل?اليوم )?(?:اللي |الي |ely |elly )?(?:ل?بعده(?:ا)?|ba3do|ba3doh|the (?:day after(?! tomorrow)|next day))${clauseEnds}`,
  "iu",
);

/** «لا بكره مش هينفع خلوها بعده»: the day behind the one that the form holds, where it holds only one. */
export function dayMoved(task: Task, { spec, open }: Form): Understanding | undefined {
  const found = nextDay.exec(task.text);
  const dates = spec.fields.flatMap(({ name, type }) => {
    const value = open.values?.[name]?.value;
    return type === "date" && typeof value === "string" ? [{ name, value }] : [];
  });
  const [date, another] = dates;
  if (!found || !date || another) return undefined;
  const span = { start: found.index, end: found.index + found[0].length };
  return {
    type: "correct",
    fields: { [date.name]: { value: addDays(date.value, 1), text: found[0], ...span } },
  };
}

const digits = "([0-9٠-٩]{2,4})";
const negations = "(?:مو|مش|مب|موب|ليس|بدل|not|instead of|mesh|mosh|msh|mo)";
/** Behind it nothing is counted and no day begins: "ends in 20 days" tells of no number. */
const endsIn = new RegExp(
  `(?<![\\p{L}\\p{Nd}])(?:[اآ]خره|[اآ]خرها|[اآ]خر (?:رقمين|رقم|خانتين|اربع|[0-9٠-٩])|نهايته|نهايتها|ينتهي ب|تنتهي ب|بينتهي ب|ends? (?:in|with)|ending (?:in|with)|last (?:\\w+ )?(?:digits?|numbers?)(?: is| are)?|a(?:k|5|kh)h?e?roh?|akh?er(?:oh|ha|o))\\s*:?\\s*${digits}(?![\\p{Nd}])(?=\\s*(?:$|[،,.!؟?]|و?${negations}\\s|صح|${courtesyBehind}))`,
  "iu",
);
/** A number is spoken of, not a paper that runs out. */
const ofNumber =
  /(?:رقم|جوال|هاتف|تلفون|تليفون|موبايل|نمرة|نمره|خانتين|هوي[هة]|\b(?:phone|number|mobile|digits?|nu?mber|id)\b|ra[gq8]am|jawal|gawal|mobayl)/iu;
const insteadOf = new RegExp(`${negations}\\s+${digits}(?![0-9٠-٩])`, "iu");
const numbers: ReadonlySet<string> = new Set(["phone", "national_id", "establishment_number", "text"]);

const western = (said: string): string =>
  said.replace(/[٠-٩]/g, (digit) => String("٠١٢٣٤٥٦٧٨٩".indexOf(digit)));

/**
 * The held number with its new end: the one that ends as is denied, else the one whose own words are said, else the only one. With several
 * left it is asked which.
 */
export function endCorrected(task: Task, { spec, open }: Form): Understanding | undefined {
  const found = endsIn.exec(task.text);
  const [whole = "", tail = ""] = found ?? [];
  if (!found || !open.values) return undefined;
  const now = western(tail);
  const old = western(insteadOf.exec(task.text)?.[1] ?? "");
  const held = spec.fields.flatMap((field) => {
    const value = open.values?.[field.name]?.value;
    const isNumber = typeof value === "string" && /^\+?\d{7,}$/.test(value) && numbers.has(field.type);
    return isNumber && now.length <= value.length - 4 ? [{ field, name: field.name, value }] : [];
  });
  const denied = held.filter(({ value }) => old !== "" && value.endsWith(old));
  if (denied.length === 0 && (old !== "" || !ofNumber.test(task.text))) return undefined;
  const ending = denied.length > 0 ? denied : held;
  const named = ending.filter(({ field }) =>
    isNamed(
      task.text,
      field,
      ending.map((one) => one.field),
    ),
  );
  const [one, other] = named.length > 0 ? named : ending;
  if (!one) return undefined;
  if (other) return { type: "correct", fields: {}, ask: [one.name] };
  const value = `${one.value.slice(0, -now.length)}${now}`;
  const start = found.index + whole.length - tail.length;
  return {
    type: "correct",
    fields: { [one.name]: { value, text: tail, start, end: start + tail.length } },
  };
}

/** Whether a word is said that speaks for this field alone of these: «المستلم». */
function isNamed(text: string, field: FieldSpec, among: readonly FieldSpec[]): boolean {
  const said = new Set(tokens(text).map((token) => token.text.replace(/^(?:ال|لل)(?=...)/u, "")));
  const others = among.filter((one) => one !== field).flatMap((one) => wordsOf(one));
  return wordsOf(field).some((word) => said.has(word) && !others.includes(word));
}

const wordsOf = (field: FieldSpec): readonly string[] =>
  [...field.cues, ...field.names]
    .flatMap((cue) => tokens(cue))
    .map(({ text }) => text.replace(/^(?:ال|لل)(?=...)/u, ""));
