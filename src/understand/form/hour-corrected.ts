/** An hour told against another: «خلوها ١٠ مو ٩», "make it 10 not 9", «خلوها للسبعة مو ٦». */
import type { Understanding } from "../../domain/understanding.ts";
import { latinDigits } from "../../language/numbers/digit-runs.ts";
import { insteadPattern } from "../../language/replies/denials.ts";
import type { Task } from "../requests.ts";
import { findCandidates } from "../values/candidates.ts";
import { endsRange } from "../values/ranges.ts";
import { heldAs, heldBy } from "./held-values.ts";
import { hourInWords } from "./hour-in-words.ts";
import type { Form } from "./open-form.ts";
import { clauseEnds } from "./said-instead.ts";

const dayPart =
  "(?:صباحا|الصبح|ظهرا|الظهر|عصرا|العصر|المغرب|مساء|المسا|المساء|بالليل|ليلا|ص|م|am|pm|a\\.m\\.|p\\.m\\.|(?:el |al )?(?:masa|sob7|subh|3asr|leil))";
/** The hour that is meant and the one that is denied, with nothing beside them that either could count: «خلوها ١٠ مو ٩». */
const hourForHour = new RegExp(
  `(?:^|[،,.]|(?<![\\p{L}\\p{Nd}])(?:خل\\S*|حط\\S*|الساعه|الساعة|للساعه|للساعة|ساعه|لا|it|at|to|hour|time|5al\\S*|khal\\S*|elsa3a|l[ae]|no|ل))\\s*(?<now>[0-9٠-٩]{1,2})(?:\\s*${dayPart})?\\s*[،,]?\\s+(?:و)?${insteadPattern}\\s+(?:الساعه |الساعة |at )?(?<old>[0-9٠-٩]{1,2})(?![0-9٠-٩:])(?:\\s*${dayPart})?${clauseEnds}`,
  "iu",
);

/** A number as an hour may be said, beside no other digits. */
const bareHours = /(?<![0-9٠-٩:+])[0-9٠-٩]{1,2}(?![0-9٠-٩:])/gu;

export const hourCorrected = (task: Task, form: Form): Understanding | undefined =>
  hourInDigits(task, form) ?? hourInWords(task, form);

/** «خلوها ١٠ مو ٩», "make it 10 not 9", where the form holds nine o'clock and no other nine. */
function hourInDigits({ text }: Task, form: Form): Understanding | undefined {
  const denied = hourForHour.exec(text);
  if (!denied || !form.open.values) return undefined;
  const old = Number(latinDigits(denied.groups?.old ?? ""));
  const [now, more] = [...text.matchAll(bareHours)].filter(
    ({ 0: said }) => Number(latinDigits(said)) !== old,
  );
  const hour = Number(latinDigits(now?.[0] ?? ""));
  if (!now || more || hour < 1 || hour > 12 || old < 1) return undefined;
  const [time, another] = heldAs(form, "time").filter(({ value }) => hourOf(value) % 12 === old % 12);
  if (!time || another || heldBy(form).some(({ value }) => value === old)) return undefined;
  const half = hourOf(time.value) >= 12 ? 12 : 0;
  const span = { start: now.index, end: now.index + now[0].length };
  const read = { value: onTheHour((hour % 12) + half), text: now[0], ...span };
  return { type: "correct", fields: { [time.field.name]: read } };
}

const hourOf = (time: string): number => Number(time.slice(0, 2));
const onTheHour = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

/** As before, with a word that leads to an end: «لين ٧ مو ٦». */
const hourBefore = new RegExp(
  `(?<=^|\\s)(?:ل|lel|lil|la|l|to|till|until|لين|الين|حتى|الى|إلى|للساعة|للساعه|الساعة|الساعه|at)?\\s*(?<now>[0-9٠-٩]{1,2})(?:\\s+${dayPart})?\\s+${insteadPattern}\\s+(?<old>[0-9٠-٩]{1,2})(?![\\p{L}0-9٠-٩:])${clauseEnds}`,
  "iu",
);

/** «خلوها للسبعة مو ٦», where the form begins at four and knows no end: an hour later than its beginning is when it ends. */
export function endHourMeant({ text }: Task, { spec, open }: Form): Understanding | undefined {
  const found = hourBefore.exec(text);
  const { now = "", old = "" } = found?.groups ?? {};
  const end = spec.fields.find((field) => field.type === "time" && endsRange(field));
  const begin = spec.fields.find((field) => field.type === "time" && field !== end);
  const from = begin && open.values?.[begin.name]?.value;
  if (!found || !end || typeof from !== "string" || open.filled.includes(end.name)) return undefined;
  const begins = hourOf(from);
  const hour = Number(latinDigits(now)) % 12;
  const isBegin = Number(latinDigits(old)) % 12 === begins % 12;
  const ends = hour > begins ? hour : hour + 12;
  if (isBegin || ends <= begins || ends > 23) return undefined;
  const start = found.index + found[0].indexOf(now);
  const read = { value: onTheHour(ends), text: now, start, end: start + now.length };
  return { type: "answers", fields: { [end.name]: read } };
}

/** «مو لازم بالليل، العصر يناسبنا», "the afternoon suits us": an hour of the day that suits better than the one that is held. */
export function hourSuits({ text, words, context }: Task, form: Form): Understanding | undefined {
  const [held, another] = heldAs(form, "time");
  if (!held || another || !suits.test(text)) return undefined;
  const moment = { now: context.now, zone: context.zone };
  const said = findCandidates({ text, words, spec: form.spec, moment }).filter(
    ({ type, end, until }) => type === "time" && until === undefined && suitsAt.test(text.slice(end)),
  );
  const [hour, more] = said;
  if (!hour || more || typeof hour.value !== "string" || hour.value === held.value) return undefined;
  const { value, start, end } = hour;
  return { type: "correct", fields: { [held.field.name]: { value, text: hour.text, start, end } } };
}

const suits =
  /(?:[تي]ناسب(?:نا|ني)|[أا]نسب|[أا]حسن|[أا]فضل|[أا]ريح|suits|works|is better|a7san|ynaseb\S*)(?=$|[\s،,.!])/iu;
const suitsAt = new RegExp(`^\\s+(?:(?:for me|for us|لنا|لي)\\s+)?${suits.source}`, "iu");

/** «قلت ٥ مش ١٠» of a form that holds ten years: five of them, where nothing else that it holds is a ten. */
export function periodCorrected({ text }: Task, form: Form): Understanding | undefined {
  const { now = "", old = "" } = numberForNumber.exec(text)?.groups ?? {};
  if (now === "" || !form.open.values) return undefined;
  const [period, another] = heldAs(form, "duration");
  const [, before, count, unit] = /^(PT?)(\d+)([YMWDH])$/.exec(period?.value ?? "") ?? [];
  const said = Number(latinDigits(now));
  if (!period || another || Number(count) !== Number(latinDigits(old)) || said < 1) return undefined;
  const start = text.indexOf(now);
  const read = { value: `${before}${said}${unit}`, text: now, start, end: start + now.length };
  const others = heldBy(form).filter(({ value, field }) => field !== period.field && value === Number(count));
  return others.length > 0 ? undefined : { type: "correct", fields: { [period.field.name]: read } };
}

const numberForNumber = new RegExp(
  `(?<![\\p{L}\\p{Nd}])(?<now>[0-9٠-٩]{1,2})\\s*[،,]?\\s+${insteadPattern}\\s+(?<old>[0-9٠-٩]{1,2})(?![\\p{L}0-9٠-٩:])${clauseEnds}`,
  "iu",
);
