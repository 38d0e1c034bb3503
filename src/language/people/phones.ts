/**
 * Phone numbers as people type or dictate them, with any digits and separators. Saudi mobiles in every local form; Saudi landlines with their 0;
 * other countries' with + or 00, and the neighbours' also without. Validity is libphonenumber's.
 */
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { type Found, overlapsAny } from "../found.ts";
import { fold } from "../letters/normalise.ts";
import { type DigitGroup, type DigitRun, digitRuns, latinDigits, partOf } from "../numbers/digit-runs.ts";
import { spokenDigits } from "../numbers/spoken-digits.ts";
import { keepRecent } from "../recent-texts.ts";
import { findUrls } from "../urls.ts";
import { isLuhn } from "./ids.ts";

/** `e164`: "+966501234567". `bad`: it looks like a phone and cannot be one; a digit is missing, too many or wrong. */
export type PhoneReading = { readonly type: "phone"; readonly e164: string } | { readonly type: "bad" };

/** Most digits of a number with its country code (ITU-T E.164). */
const mostDigits = 15;
const phoneWords =
  /(?:جوال|موبايل|هاتف|تلفون|تليفون|رقمي|رقمه|رقمها|واتس|اتصل|كلم|jawal|mobail|mobile|phone|tel|whatsapp|call|number|raqmi|ra2mi|rakmi|nemrti|cell|contact)\p{L}*[\s:=\-–(]*(?:(?:هو|هي|is|it's|no|number|رقم|علي|at|on|me|us|الجديد|\+|:)[\s:.]*)*$/u;
/** Before a number that is something else, whatever it looks like; "id" is no part of "Khalid". */
const otherWords =
  /(?:طلب|الطلب|تتبع|التتبع|سداد|فاتوره|هويه|اقامه|ايبان|حساب|حسابي|حسابها|حسابه|بوليصه|مشترك|اشتراك|عداد|مرجع|مخالفه|عقد|عضويه|عضويتي|معامله|بلاغ|رخصه|السجل(?: التجاري)?|سجل تجاري|سجلي|لوحه|(?<![\p{L}\d])(?:order|tracking|awb|invoice|sadad|bill|account|iban|id|iqama|imei|serial|br|meter|subscriber|subscription|reference|ref|violation|policy|contract|membership|permit|7esab|7sab|hesab|fatoora|fatora|ftora|eshtrak|eshterak|3addad|3adad))[\s:#\-–]*(?:رقم|no|number|num|is|هو|ragam|raqam)?[\s:.#\-–]*$/u;
/** Whose the phone is, or where it stands: «صاحب العقد», «مستلم الطلب», «الجوال في الفاتورة», "on the contract". */
const owners =
  /(?:(?:صاحب|صاحبه|مالك|مكتب|مندوب|مستلم|مستلمه|سواق|مسوول|sa7eb|saheb|sa7bet|on (?:the|my|his|her))(?:\s+حقت?)?\s+(?:(?:ال|el |al )?[\p{L}\d]+)|(?:^|\s)[وبل]?(?:ال)?(?:جوال|هاتف|تلفون|تليفون|موبايل|phone|mobile|cell)\p{L}{0,3}(?:\s+\p{L}+){1,3})[\s:#\-–]*(?:هو|is)?[\s:.]*$/u;
/** Papers have a number of their own only where that is said («رقم العقد», "contract no"): what stands behind «البلاغ:» may be a phone. */
const papers =
  /(?:^|[\s(،,])[وبل]?(?:ال|لل)?(?:عقد|بلاغ|رخصه|معامله|سجل|لوحه|policy|permit|contract|membership)[\s:#\-–]*$/u;
const ownNumber = /(?:رقم|no|no\.|number|raqam|ra2am|ragam)\s+(?:the\s+|ال|لل)?[\p{L}]+[\s:#\-–]*$/u;
/** Neighbours whose numbers people here write without +: country code, then the digits of a mobile there. */
const neighbours =
  /^(?:971\s?5\d{8}|965[4569]\d{7}|974[3567]\d{7}|973[36]\d{7}|968[79]\d{7}|20(?:10|11|12|15)\d{8}|9627[789]\d{7}|9677\d{8})$/;

/** The number in international form, if its writing says which country it is of. */
function international(digits: string, plus: boolean): string | undefined {
  if (plus) return `+${digits}`;
  if (digits.startsWith("00")) return `+${digits.slice(2)}`;
  if (/^966/.test(digits)) return `+${digits}`;
  if (/^05\d{8}$/.test(digits) || /^01[1-7]\d{7}$/.test(digits)) return `+966${digits.slice(1)}`;
  if (/^5\d{8}$/.test(digits)) return `+966${digits}`;
  // Eleven digits from 010, 011, 012, 015 are an Egyptian mobile: no Saudi number is that long.
  if (/^01[0125]\d{8}$/.test(digits)) return `+20${digits.slice(1)}`;
  return neighbours.test(digits) ? `+${digits}` : undefined;
}

/** The usual case without the library: ranges of Saudi mobiles that the library takes, too (a test compares the two). */
const saudiMobile = /^\+9665(?:[013-689]\d|7[0-8])\d{6}$/;

function readPhone(digits: string, plus: boolean): string | undefined {
  if (digits.length < 8 || digits.length > mostDigits + 2) return undefined;
  const written = international(digits, plus);
  if (written === undefined) return undefined;
  if (saudiMobile.test(written)) return written;
  const phone = parsePhoneNumberFromString(written);
  return phone?.isValid() ? phone.number : undefined;
}

/** Saudi unified and toll-free numbers carry no 0 and look like anything: only after a word for a phone. */
const isUnified = (digits: string): boolean => /^(?:9200\d{5}|800\d{7})$/.test(digits);

/**
 * Can the number chat? Saudi landlines and unified numbers (9200 …, 800 …) can't; of other countries' numbers nothing is known, and they are
 * believed. `e164`: "+966501234567".
 */
export function isMobile(e164: string): boolean {
  return !e164.startsWith("+966") || e164.startsWith("+9665");
}

type Candidate = {
  readonly run: DigitRun;
  readonly from: number;
  readonly plus: boolean;
  readonly before: string;
};

/** The longest valid number that begins with group `from`. */
function longestPhone({
  run,
  from,
  plus,
  before,
}: Candidate): { part: DigitGroup; e164: string; count: number } | undefined {
  const most = fewInGroups(run) ? mostDigits : 8;
  for (let count = Math.min(run.groups.length - from, most); count > 0; count -= 1) {
    const part = partOf(run, from, count);
    if (!part) continue;
    const e164 = readPhone(part.digits, plus);
    if (e164) return { part, e164, count };
    if (isUnified(part.digits) && phoneWords.test(before)) return { part, e164: `+966${part.digits}`, count };
  }
  return undefined;
}

/** «٠ ٥ ٥ ١ ٢ …»: a phone typed digit by digit. */
const fewInGroups = ({ groups, digits }: DigitRun): boolean =>
  digits.length <= mostDigits && groups.length > 8;

/** Digits of some other number that happens to have a phone's length. */
const isNationalId = (digits: string): boolean => /^[12]\d{9}$/.test(digits) && isLuhn(digits);

/** Does what begins here look like a phone that went wrong? */
function looksBad({ run, from, plus, before }: Candidate): DigitGroup | undefined {
  const part = partOf(run, from, run.groups.length - from);
  if (!part) return undefined;
  const { digits } = part;
  const { length } = digits;
  if (isNationalId(digits)) return undefined;
  if (phoneWords.test(before) && length >= 7 && length <= 17) return part;
  if (length < 9 || length > mostDigits + 2) return undefined;
  const international = plus || (digits.startsWith("00") && !digits.startsWith("000"));
  const saudi = /^(?:05|9665|96605)/.test(digits) && length <= 14;
  return international || saudi ? part : undefined;
}

/** A letter or a link's character right before says that the digits are part of a code; Arabic letters may join on. */
function beginsInCode(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 10), start);
  return /[A-Za-z\d_@#=/&%]$|\d[.,:/-]$/.test(before) && !/\d{7}\/$/.test(latinDigits(before));
}

/** «8001234», with nothing around it. */
const shortest = 7;

/**
 * Phones, in order, without overlaps. Not found: order and tracking numbers after their word, national ids, IBANs, card-like groups
 * of four, digits inside codes and links (wa.me and tel: excepted).
 */
export const findPhones: (text: string) => readonly Found<PhoneReading>[] = keepRecent(readPhones);

function readPhones(text: string): Found<PhoneReading>[] {
  if (text.length < shortest) return [];
  const alone = mobileAlone(text);
  if (alone) return [alone];
  const found: Found<PhoneReading>[] = spokenPhones(text);
  const spoken = found.length;
  const links = findUrls(text).filter(({ value }) => !/\/\/(?:www\.)?(?:wa\.me|api\.whatsapp)/i.test(value));
  for (const run of digitRuns(text)) {
    if (links.some(({ start, end }) => run.start >= start && run.start < end)) continue;
    if (overlapsAny(run, found.slice(0, spoken))) continue;
    if (run.groups.length >= 4 && run.groups.slice(0, 4).every(({ digits }) => digits.length === 4)) continue;
    // A list of small numbers is none; and it would be tried at every place.
    if (run.groups.length > 16 && run.digits.length < run.groups.length * 3) continue;
    readRun(text, run, found);
  }
  return spoken > 0 ? found.sort((one, other) => one.start - other.start) : found;
}

/** A Saudi mobile and nothing else: what nearly everybody answers, read without the whole search. */
function mobileAlone(text: string): Found<PhoneReading> | undefined {
  if (text.length !== 10) return undefined;
  const e164 = `+966${latinDigits(text).slice(1)}`;
  if (!localMobile.test(text) || !saudiMobile.test(e164)) return undefined;
  return { value: { type: "phone", e164 }, start: 0, end: text.length, text };
}
const localMobile = /^(?:05|٠٥)\p{Nd}{8}$/u;

/** «صفر خمسة صفر …»: numbers said in words, where they make a valid one. */
function spokenPhones(text: string): Found<PhoneReading>[] {
  return spokenDigits(text).flatMap(({ digits, start, end }) => {
    const e164 = readPhone(digits.replace("+", ""), digits.startsWith("+"));
    return e164 === undefined
      ? []
      : [{ value: { type: "phone", e164 }, start, end, text: text.slice(start, end) }];
  });
}

/** May a Saudi mobile stand behind words that else number something? */
const isSomebodys = (before: string): boolean =>
  owners.test(before) || (papers.test(before) && !ownNumber.test(before));

function readRun(text: string, run: DigitRun, found: Found<PhoneReading>[]): void {
  for (let from = 0; from < run.groups.length; from += 1) {
    const first = run.groups[from];
    if (!first) return;
    const lead = /(?:[+＋]|\+\()[\u200e\u200f\u202a-\u202e]*$/.exec(
      text.slice(Math.max(0, first.start - 4), first.start),
    );
    const start = lead ? first.start - lead[0].length : first.start;
    const link = /(?:wa\.me|tel:|phone=)\/?$/i.test(text.slice(Math.max(0, start - 8), start));
    if (!link && from === 0 && beginsInCode(text, start)) continue;
    const before = fold(text.slice(Math.max(0, start - 40), start));
    if (otherWords.test(before) && !(/^05\d{8}$/.test(run.digits) && isSomebodys(before))) return;
    const candidate = { run, from, plus: lead !== null || link, before };
    const phone = longestPhone(candidate);
    const part = phone?.part ?? (from === 0 || lead ? looksBad(candidate) : undefined);
    if (!part || /^[A-Za-z_@]/.test(text.slice(part.end))) continue;
    const value: PhoneReading = phone ? { type: "phone", e164: phone.e164 } : { type: "bad" };
    found.push({ value, start, end: part.end, text: text.slice(start, part.end) });
    from += phone ? phone.count - 1 : run.groups.length;
  }
}
