/** Ages, promises and moments in words, in the agent's language. `now` is the office's clock, epoch milliseconds. */
import type { Language } from "../../../domain/language.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Latin digits in both languages (`voice.md`, rule 6). */
const locales: Readonly<Record<Language, string>> = { ar: "ar-u-nu-latn", en: "en-GB" };
const relative = byLanguage((locale) => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));

/** «قبل 5 دقائق», "in 2 hours"; under half a minute «الآن». ICU knows all six Arabic forms. */
export function relativeTime(at: number, now: number, language: Language): string {
  const { count, unit } = at > now ? timeLeft(at - now) : roundedSpan(at - now);
  return relative[language].format(count, unit === "minute" && count === 0 ? "second" : unit);
}

/** A length of time: «20 دقيقة», "2 hours". At least one minute. */
export function spanOfTime(ms: number, language: Language): string {
  const { count, unit } = roundedSpan(Math.max(ms, minute));
  return new Intl.NumberFormat(locales[language], { style: "unit", unit, unitDisplay: "long" }).format(count);
}

/** For the `datetime` attribute. */
export function machineMoment(at: number): string {
  return new Date(at).toISOString();
}

function roundedSpan(ms: number): { readonly count: number; readonly unit: "minute" | "hour" | "day" } {
  const size = Math.abs(ms);
  // `|| 0`: Math.round gives -0 for a small negative number, and ICU would say "0 seconds ago".
  if (size < hour - minute / 2) return { count: Math.round(ms / minute) || 0, unit: "minute" };
  if (size < day - hour / 2) return { count: Math.round(ms / hour), unit: "hour" };
  return { count: Math.round(ms / day), unit: "day" };
}

/**
 * What is left until a promise is rounded down, since nobody may rely on time that is not there; in the last two hours it is told in
 * minutes where hours would leave out more than a few.
 */
function timeLeft(ms: number): ReturnType<typeof roundedSpan> {
  if (ms < hour || (ms < 2 * hour && ms % hour >= 6 * minute))
    return { count: Math.floor(ms / minute), unit: "minute" };
  if (ms < 2 * day) return { count: Math.floor(ms / hour), unit: "hour" };
  return { count: Math.floor(ms / day), unit: "day" };
}

function byLanguage<T>(make: (locale: string) => T): Readonly<Record<Language, T>> {
  return { ar: make(locales.ar), en: make(locales.en) };
}
