/**
 * Values as customers read them (voice rules 6 and 7): Latin digits, weekday with the date, a 12-hour clock with the part of the
 * day, amounts with their currency, codes that keep their direction inside Arabic.
 */
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { Language } from "../domain/language.ts";
import { type Currency, type Money, minorDigits } from "../domain/money.ts";
import { hijriMonths, toHijri } from "./days/hijri.ts";
import { localDate, localTime, weekdayOf } from "./times/clock.ts";

const weekdays = {
  ar: ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
} as const;

const months = {
  ar: [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
  ],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
} as const;

const currencies: Readonly<Record<Currency, string>> = {
  SAR: "ر.س",
  AED: "د.إ",
  KWD: "د.ك",
  QAR: "ر.ق",
  BHD: "د.ب",
  OMR: "ر.ع",
  EGP: "ج.م",
  USD: "دولار",
  EUR: "يورو",
  GBP: "جنيه إسترليني",
  TRY: "ليرة تركية",
};

/** «الخميس» or "Thu" ("Thursday" with `long`); 0 is Sunday. */
export function formatWeekday(weekday: number, language: Language, long = false): string {
  const name = weekdays[language][((weekday % 7) + 7) % 7] ?? "";
  return language === "en" && !long ? name.slice(0, 3) : name;
}

/**
 * «الخميس 26 نوفمبر 2026» and "Thu 26 Nov 2026"; with `hijri` the Umm al-Qura date follows in brackets; with `year: false` the
 * year is left out («السبت 28 نوفمبر»).
 */
export function formatDate(
  date: string,
  language: Language,
  options: { readonly hijri?: boolean; readonly year?: boolean } = {},
): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const written = [
    formatWeekday(weekdayOf(date), language),
    day,
    months[language][month - 1] ?? month,
    ...(options.year === false ? [] : [year]),
  ].join(" ");
  return options.hijri === true ? `${written} (${formatHijri(date, language)})` : written;
}

/** «16 جمادى الآخرة 1448هـ» and "16 Jumada II 1448". */
function formatHijri(date: string, language: Language): string {
  const { year, month, day } = toHijri(date);
  const written = `${day} ${hijriMonths[language][month - 1] ?? month} ${year}`;
  return language === "ar" ? `${written}هـ` : written;
}

/** Where each Arabic part of the day begins: the hour, and its name. */
const partsOfDay = [
  [18, "مساءً"],
  [15, "عصرًا"],
  [12, "ظهرًا"],
  [0, "صباحًا"],
] as const;

/** `17:00` as «5:00 عصرًا» and "5:00 pm". Noon is 12:00 ظهرًا, midnight 12:00 صباحًا. */
export function formatTime(time: string, language: Language): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, "0")}`;
  if (language === "en") return `${clock} ${hour < 12 ? "am" : "pm"}`;
  return `${clock} ${partsOfDay.find(([from]) => hour >= from)?.[1] ?? ""}`;
}

/** A moment with its day, also today's: «الأحد 22 نوفمبر 2026، 3:25 عصرًا»; the year is left out as in `formatDate`. */
export function formatMoment(
  moment: number,
  zone: string,
  language: Language,
  options: { readonly year?: boolean } = {},
): string {
  const date = formatDate(localDate(moment, zone), language, options);
  return formatList([date, formatTime(localTime(moment, zone), language)], language);
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `{4500, SAR}` as «45.00 ر.س» and "SAR 45.00"; thousands are grouped: 1,250.00. */
export function formatMoney(money: Money, language: Language): string {
  const decimals = minorDigits(money.currency);
  const minor = String(Math.abs(Math.round(money.amountMinor))).padStart(decimals + 1, "0");
  const sign = money.amountMinor < 0 ? "-" : "";
  const amount = `${sign}${group(minor.slice(0, -decimals))}.${minor.slice(-decimals)}`;
  if (language === "en") return `${money.currency} ${amount}`;
  // A minus would jump to the other side in a right-to-left line without the isolate.
  return `${sign === "" ? amount : isolate(amount)} ${currencies[money.currency]}`;
}

/** Several names, or parts, in one sentence: «الرياض، جدة». */
export function formatList(names: readonly string[], language: Language): string {
  return names.join(language === "ar" ? "، " : ", ");
}

/** At most so many UTF-16 units of a text; a character that the cut would part is left out. */
export function cutTo(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}

/** Latin digits, thousands grouped, at most three decimals: 1,250 and 0.5. The same in both languages. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return isolate(String(value));
  const [whole = "0", decimals] = String(Math.round(Math.abs(value) * 1000) / 1000).split(".");
  const written = decimals === undefined ? group(whole) : `${group(whole)}.${decimals}`;
  return value < 0 ? isolate(`-${written}`) : written;
}

/** E.164 as "+966 50 123 4567", isolated; anything that is no phone number is isolated as it is. */
export function formatPhone(e164: string): string {
  // The usual case without the library: a Saudi mobile, +966 5X XXX XXXX.
  const mobile = /^(\+966)(5\d)(\d{3})(\d{4})$/.exec(e164);
  if (mobile) return isolate(mobile.slice(1).join(" "));
  return isolate(parsePhoneNumberFromString(e164)?.formatInternational() ?? e164);
}

/**
 * Wraps codes, phones, IBANs and links so that they keep their own order inside Arabic text (U+2068 … U+2069, Unicode TR9).
 * Isolates that the text brings with it are taken out: an unmatched one would spoil the rest of the line.
 */
export function isolate(text: string): string {
  return `\u2068${text.replace(/[\u2066-\u2069\u202a-\u202e]/g, "")}\u2069`;
}

/** A national id or other number of a person with all but its last 4 characters hidden (at most half of a short one is shown). */
export function maskId(id: string): string {
  const shown = Math.min(4, Math.floor(id.length / 2));
  return isolate("•".repeat(id.length - shown) + id.slice(id.length - shown));
}
