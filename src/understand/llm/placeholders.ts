/**
 * What must not leave the machine, and what goes in its place: names, ids, IBANs, phones, cards and e-mail addresses become typed
 * placeholders («[PHONE_1]»), the same value the same one, and come back as they were written. Secrets have been cut out before.
 */

import { overlapsAny } from "../../language/found.ts";
import { findSecrets } from "../../language/guarded/secrets.ts";
import { fold, tokens } from "../../language/letters/normalise.ts";
import { digitRuns } from "../../language/numbers/digit-runs.ts";
import { isGivenName } from "../../language/people/given-names.ts";
import {
  findEstablishmentNumbers,
  findIbans,
  findNationalIds,
  findVatNumbers,
} from "../../language/people/ids.ts";
import { findLoneName, findPersonNames } from "../../language/people/names.ts";
import { findPhones } from "../../language/people/phones.ts";
import { findPlaces } from "../../language/places/places.ts";
import type { Span } from "../words.ts";

type Kind = "NAME" | "PHONE" | "ID" | "IBAN" | "SECRET" | "EMAIL" | "NUMBER";
type Masked = Span & { readonly kind: Kind };

export type Placeholders = {
  /** The text as it may leave. `spans`: parts that are known to name or number a person. */
  hide(text: string, spans?: readonly Span[]): string;
  /** Words of an answer with every placeholder as the customer wrote it. */
  restore(words: string): string;
  readonly count: () => number;
};

/** @param personal what the office knows of the people in the chat, as it was written */
export function placeholders(personal: readonly string[] = []): Placeholders {
  const byWords = new Map<string, string>();
  const byName = new Map<string, string>();
  const counts = new Map<Kind, number>();
  const known = [...new Set(personal.map((one) => one.trim()))].filter((one) => one.length >= 3);

  function nameOf(kind: Kind, words: string): string {
    const key = `${kind} ${fold(words)}`;
    const found = byWords.get(key);
    if (found !== undefined) return found;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    const name = `[${kind}_${number}]`;
    byWords.set(key, name);
    byName.set(name, words);
    return name;
  }

  return {
    hide(text, spans = []) {
      // A customer who writes a placeholder's own form must not get another's value back.
      const safe = text.replace(shape, (written) => " ".repeat(written.length));
      const found = withoutOverlaps([
        ...privateSpans(safe),
        ...spans.map((span) => ({ ...span, kind: kindOf(safe.slice(span.start, span.end)) })),
        ...known.flatMap((words) => spansOf(safe, words)),
      ]);
      let [hidden, at] = ["", 0];
      for (const { start, end, kind } of found) {
        hidden += safe.slice(at, start) + nameOf(kind, safe.slice(start, end));
        at = end;
      }
      return hidden + safe.slice(at);
    },
    restore: (words) =>
      words.replace(
        shape,
        (written, kind: string, number: string) => byName.get(`[${kind.toUpperCase()}_${number}]`) ?? written,
      ),
    count: () => byName.size,
  };
}

/** Also with the spaces and cases that a model may put into it. */
const shape = /\[\s*(NAME|PHONE|ID|IBAN|SECRET|EMAIL|NUMBER)[\s_]?(\d+)\s*\]/gi;

/** Digits this many in a row number somebody or something of theirs; order numbers, years and prices are shorter. */
const longNumber = 8;
const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

function privateSpans(text: string): Masked[] {
  const as = (kind: Kind, spans: readonly Span[]): Masked[] =>
    spans.map(({ start, end }) => ({ start, end, kind }));
  const emails = [...text.matchAll(email)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  const lone = findLoneName(text);
  return [
    ...as("SECRET", findSecrets(text, { askedForCode: false })),
    ...as("EMAIL", emails),
    ...as("IBAN", findIbans(text)),
    ...as("PHONE", findPhones(text)),
    ...as("ID", [...findNationalIds(text), ...findEstablishmentNumbers(text), ...findVatNumbers(text)]),
    ...as(
      "NUMBER",
      digitRuns(text).filter(({ digits }) => digits.length >= longNumber),
    ),
    ...as("NAME", [...findPersonNames(text), ...(lone ? [lone] : []), ...givenNames(text)]),
  ];
}

/** Given names that nothing introduces («لخالد»), with the family's name behind them; not those of a place. */
function givenNames(text: string): Span[] {
  const places = findPlaces(text);
  const words = tokens(text);
  return words.flatMap(({ text: word, start }, at) => {
    const prefix = isGivenName(word) ? 0 : /^[لوب]/.test(word) && isGivenName(word.slice(1)) ? 1 : -1;
    if (prefix < 0 || word.length - prefix < 3) return [];
    let to = at;
    while (to - at < 4 && goesOn(words[to + 1]?.text, words[to + 2]?.text)) to += 1;
    const span = { start: start + prefix, end: words[to]?.end ?? start };
    return overlapsAny(span, places) ? [] : [span];
  });
}

/** Another given name, «بن …», «القحطاني». */
function goesOn(word: string | undefined, next: string | undefined): boolean {
  if (word === undefined) return false;
  if (/^(?:بن|ابن|بنت|ال|ابو|bin|ibn|bint|al|el|abu)$/.test(word)) return next !== undefined;
  return isGivenName(word) || /^ال\p{L}{2,}ي$/u.test(word) || /^al-?\p{L}{3,}$/u.test(word);
}

/** Every place of words that are known already, whatever their spelling's marks. */
function spansOf(text: string, words: string): Masked[] {
  const spans: Masked[] = [];
  const [lower, wanted] = [text.toLowerCase(), words.toLowerCase()];
  if (lower.length !== text.length) return spans;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length))
    spans.push({ start: at, end: at + wanted.length, kind: kindOf(words) });
  return spans;
}

function kindOf(words: string): Kind {
  if (/@/.test(words)) return "EMAIL";
  return /\p{Nd}{4}/u.test(words) ? "NUMBER" : "NAME";
}

/** In order of place; of those that overlap the first kind named stands, stretched over the rest. */
function withoutOverlaps(spans: readonly Masked[]): Masked[] {
  const kept: Masked[] = [];
  for (const span of spans) {
    if (span.end <= span.start) continue;
    const at = kept.findIndex((other) => other.start < span.end && span.start < other.end);
    const other = kept[at];
    if (!other) kept.push(span);
    else
      kept[at] = {
        kind: other.kind,
        start: Math.min(other.start, span.start),
        end: Math.max(other.end, span.end),
      };
  }
  return merged(kept.sort((one, two) => one.start - two.start));
}

/** Spans that grew into each other are one. */
function merged(spans: readonly Masked[]): Masked[] {
  const result: Masked[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && span.start < last.end)
      result[result.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}
