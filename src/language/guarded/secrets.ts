/**
 * What must never be kept: one-time codes, passwords, card numbers (design rule "Never ask for, never keep"). Found before anything is
 * stored, so that the words can be cut out. Order numbers, prices, bills, phones, IBANs, postal and discount codes are innocent.
 */
import type { SecretKind } from "../../domain/event.ts";
import { type Found, overlapsAny, type Span } from "../found.ts";
import { fold, foldWithMap } from "../letters/normalise.ts";
import { type DigitRun, digitRuns, latinDigits, partOf } from "../numbers/digit-runs.ts";
import { findIbans, isLuhn } from "../people/ids.ts";
import { findPhones } from "../people/phones.ts";
import { keepRecent } from "../recent-texts.ts";
import {
  cardPrefixes,
  codeNumber,
  codeWord,
  innocentBefore,
  innocentLabel,
  measureAfter,
  notAPassword,
  passwordValue,
  passwordWord,
  reversedCode,
  reversedPassword,
} from "./secret-words.ts";

/** `askedForCode`: the last thing said to this person was a question that a code would answer. */
export type SecretContext = { readonly askedForCode: boolean };

/**
 * Every secret, in order, without overlaps; the span is the secret alone, so that what is left still reads. A code counts only beside a
 * word for codes, or when one was asked for; a card only with 13–19 digits, its checksum and an issuer's prefix.
 */
export function findSecrets(text: string, { askedForCode }: SecretContext): readonly Found<SecretKind>[] {
  if (askedForCode) return readSecrets(text, true);
  // A card is longer, and everything else stands beside a word.
  return text.length < shortestCard && !/\p{L}/u.test(text) ? none : untoldSecrets(text);
}

const shortestCard = 13;
const none: readonly Found<SecretKind>[] = [];
const untoldSecrets = keepRecent((text) => readSecrets(text, false));

function readSecrets(text: string, askedForCode: boolean): readonly Found<SecretKind>[] {
  // Looked for only once something could be a secret: nearly every message holds none.
  let known: readonly Span[] | undefined;
  const innocent = (): readonly Span[] => {
    known ??= [...findIbans(text), ...findPhones(text).filter(({ value }) => value.type === "phone")];
    return known;
  };
  const runs = digitRuns(text);
  const found: Found<SecretKind>[] = [];
  const add = (value: SecretKind, spans: readonly Span[]): void => {
    for (const { start, end } of spans) {
      if (end <= start || overlapsAny({ start, end }, found)) continue;
      found.push({ value, start, end, text: text.slice(start, end) });
    }
  };
  add("card", findCards(text, runs, innocent));
  add("password", findPasswords(text));
  add("code", findCodes(text, innocent));
  if (askedForCode) add("code", findAskedCodes(text, runs, innocent));
  return found.length < 2 ? found : found.sort((one, other) => one.start - other.start);
}

/** The text with each found span as «•••» (three dots). */
export function redact(text: string, found: readonly Span[]): string {
  let rest = text;
  for (const { start, end } of [...found].sort((one, other) => other.start - one.start)) {
    rest = `${rest.slice(0, start)}•••${rest.slice(end)}`;
  }
  return rest;
}

const isCard = (digits: string): boolean =>
  cardPrefixes.some(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits)) &&
  isLuhn(digits);

/** Cards: the longest stretch of groups of a run that is one. */
function findCards(text: string, runs: readonly DigitRun[], innocent: () => readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const run of runs) {
    // A long list of single digits is no card; and it would be tried at every place.
    if (run.digits.length < 13 || (run.groups.length > 24 && run.digits.length < run.groups.length * 2))
      continue;
    for (let from = 0; from < run.groups.length; from += 1) {
      for (let count = Math.min(run.groups.length - from, 19); count > 0; count -= 1) {
        const part = partOf(run, from, count);
        if (!part || part.digits.length < 13 || part.digits.length > 19 || !isCard(part.digits)) continue;
        if (!isOther(text, part, innocent)) found.push(withExpiry(text, part));
        from += count;
        break;
      }
    }
  }
  return found;
}

/** What is printed beside a card's number goes with it: until when it is valid, and the digits on its back. */
function withExpiry(text: string, { start, end }: Span): Span {
  const beside = besideCard.exec(text.slice(end, end + 80))?.[0] ?? "";
  return { start, end: end + (/\p{Nd}/u.test(beside) ? beside.length : 0) };
}

const besideCard =
  /^(?:[\s,;|]*(?:exp(?:iry|ires|iration)?(?: date)?|valid(?: thru| till| until)?|تاريخ ال[اإ]نتهاء|[اإ]نتهاء|صلاحي[ةه]|[يت]نتهي)?[\s:.-]*\p{Nd}{1,2}\s*[/-]\s*\p{Nd}{2,4}(?!\p{Nd}))?(?:[\s,;|]*(?:و)?(?:cvv2?|cvc2?|ccv|security code|رمز ال[أا]مان|الرمز السري|الرقم السري)[\s:.-]*\p{Nd}{3,4}(?!\p{Nd}))?/iu;

/** A letter or plus right before, another number's word, or an IBAN's or phone's digits. */
function isOther(text: string, span: Span, innocent: () => readonly Span[]): boolean {
  if (overlapsAny(span, innocent())) return true;
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  const joined = /[A-Za-z+#_]$/.test(before) && !/(?:visa|mada|card|mastercard|amex)$/i.test(before);
  return joined || innocentBefore.test(fold(before));
}

/** The first match of `pattern` in the folded text from `from`, as a span of the original. */
function spanOf(text: string, from: number, length: number): Span {
  const { start, end } = foldWithMap(text).span(from, from + length);
  return { start, end };
}

/** Nearly every message: said without a search where there is no word at all, and without what a full search sets up. */
function holdsNo(words: RegExp, folded: string): boolean {
  return !/\p{L}/u.test(folded) || folded.search(words) < 0;
}

/** «الرمز 4821», "OTP is 123-456", «4821 هذا الكود»: digits beside a word for codes. */
function findCodes(text: string, innocent: () => readonly Span[]): Span[] {
  const { folded } = foldWithMap(text);
  if (holdsNo(codeWord, folded)) return [];
  const found: Span[] = [];
  for (const word of folded.matchAll(codeWord)) {
    const label = folded.slice(Math.max(0, word.index - 24), word.index + word[0].length + 24);
    if (innocentLabel.test(label)) continue;
    const behind = word.index + word[0].length;
    const window = folded.slice(behind, behind + 70);
    const after = codeNumber.exec(window);
    if (after?.groups?.value !== undefined) {
      const start = behind + after[0].length - after.groups.value.length;
      const span = spanOf(text, start, after.groups.value.length);
      if (isCodeNumber(folded, start, after.groups.value) && !overlapsAny(span, innocent())) {
        found.push(span);
        continue;
      }
    }
    const ahead = folded.slice(Math.max(0, word.index - 40), word.index);
    const before = reversedCode.exec(ahead);
    if (before?.groups?.value === undefined) continue;
    const span = spanOf(
      text,
      word.index - ahead.length + before.index + (before[1] ?? "").length,
      before.groups.value.length,
    );
    if (!overlapsAny(span, innocent())) found.push(span);
  }
  return found;
}

/** Not a measure («5 دقائق»), a decimal or part of a longer word. */
function isCodeNumber(folded: string, start: number, value: string): boolean {
  const after = folded.slice(start + value.length, start + value.length + 24);
  return !measureAfter.test(after) && !/^[a-z\d@]|^[.,:/]\d/.test(after);
}

/** «كلمة السر: Ali@123», "my password is hunter2", "abc123 is my password". */
function findPasswords(text: string): Span[] {
  const { folded } = foldWithMap(text);
  if (holdsNo(passwordWord, folded)) return [];
  const found: Span[] = [];
  for (const word of folded.matchAll(passwordWord)) {
    const behind = word.index + word[0].length;
    const after = passwordValue.exec(folded.slice(behind, behind + 120));
    const { lead = "", mark, value = "" } = after?.groups ?? {};
    const start = behind + lead.length;
    const apart = lead !== "" && /[^\p{L}]$/u.test(lead);
    if (apart && isPassword(value, mark !== undefined, folded.slice(start + value.length))) {
      const span = spanOf(text, start, value.length);
      found.push({ start: span.start, end: trimEnd(text, span) });
      continue;
    }
    const ahead = folded.slice(Math.max(0, word.index - 60), word.index);
    const before = reversedPassword.exec(ahead);
    const given = before?.groups?.value;
    if (before && given !== undefined && isPassword(given, false, "")) {
      found.push(spanOf(text, word.index - ahead.length + before.index, given.length));
    }
  }
  return found;
}

/** A mark at the end of the message is not the password's. */
function trimEnd(text: string, { start, end }: Span): number {
  const marks = /[.?؟!)]+$/.exec(text.slice(start, end))?.[0].length ?? 0;
  const last = /^\s*$/.test(text.slice(end));
  return last && marks === 1 && end - start > 1 ? end - 1 : end;
}

/**
 * Without ":" or "is" only what no ordinary word looks like: digits of four and more, or letters with digits or signs (not
 * Arabizi's digits inside a word). With them also a plain word, unless it says something about passwords ("wrong", «غلط»).
 */
function isPassword(value: string, marked: boolean, after: string): boolean {
  if (value.length < 3 || notAPassword.test(value)) return false;
  if (/^\d+$/.test(value)) return value.length >= (marked ? 3 : 4) && !measureAfter.test(after);
  if (/^\d+[/.:-]\d/.test(value)) return false;
  if (marked) return /[\p{L}\d]/u.test(value);
  return /^[\x21-\x7e]+$/.test(value) && /[a-z]/.test(value) && /[014@#$%^&*!_+]|\d\d/.test(value);
}

/** What answers "what is the code?": the message's only number, 4–8 digits, or shorter when it is all there is. */
function findAskedCodes(text: string, runs: readonly DigitRun[], innocent: () => readonly Span[]): Span[] {
  const only = runs[0];
  if (runs.length !== 1 || !only || only.digits.length < 2 || only.digits.length > 8) return [];
  if (overlapsAny(only, innocent())) return [];
  const rest = latinDigits(text.slice(0, only.start) + text.slice(only.end));
  const words = rest.match(/\p{L}+/gu)?.length ?? 0;
  if (words > (only.digits.length >= 4 ? 5 : 1)) return [];
  const before = fold(text.slice(Math.max(0, only.start - 40), only.start));
  const after = fold(text.slice(only.end, only.end + 24));
  if (innocentBefore.test(before) || innocentLabel.test(before) || measureAfter.test(after)) return [];
  return [only];
}
