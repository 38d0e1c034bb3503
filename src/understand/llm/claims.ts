/**
 * Claims of a model, checked: the words must be in the message, our own parser must read them, and it must read the value that was
 * claimed. What does not pass is dropped; nothing is believed for being well put.
 */
import type { AnswerType, AnswerValue } from "../../domain/answer.ts";
import type { BadField, BadReason, FieldSpec, ReadField, ServiceSpec } from "../../domain/understanding.ts";
import type { Moment } from "../../language/found.ts";
import { fold } from "../../language/letters/normalise.ts";
import type { Span } from "../words.ts";
import type { ClaimedField } from "./schema.ts";

/** How our parser reads some words as the answer to one question of a service. */
export type Parsed =
  | { readonly type: "parsed"; readonly value: AnswerValue; readonly start: number; readonly end: number }
  | { readonly type: "not_this" }
  | { readonly type: "bad"; readonly reason: BadReason; readonly start: number; readonly end: number };

/** The parsers of the conversation, given by the wiring: this folder must not know it. */
export type Parsers = {
  /** Words of a customer. */
  readonly parse: (service: string, field: string, words: string, moment: Moment) => Parsed;
  /** A value as a program writes it, or words; undefined when it is none. */
  readonly valueOf: (
    service: string,
    field: string,
    given: unknown,
    moment: Moment,
  ) => AnswerValue | undefined;
};

export type Checked = {
  readonly fields: Readonly<Record<string, ReadField>>;
  readonly bad: Readonly<Record<string, BadField>>;
  readonly dropped: number;
};

export type Checking = {
  readonly text: string;
  readonly spec: ServiceSpec;
  readonly moment: Moment;
  readonly parsers: Parsers;
  /** Puts what was hidden back into words. */
  readonly restore: (words: string) => string;
};

/** Words alone make these: the value is what they say. */
const freeTypes: ReadonlySet<AnswerType> = new Set<AnswerType>(["text", "address", "person_name", "url"]);

/** What stands of a request's fields. Each word of the message serves one field. */
export function checkFields(claimed: readonly ClaimedField[], checking: Checking): Checked {
  const fields: Record<string, ReadField> = {};
  const bad: Record<string, BadField> = {};
  const taken: Span[] = [];
  let dropped = 0;
  for (const claim of claimed) {
    const field = checking.spec.fields.find(({ name }) => name === claim.name);
    const known = fields[claim.name] ?? bad[claim.name];
    const found = field && !known ? checkField(claim, field, checking, taken) : undefined;
    if (!found) dropped += 1;
    else {
      taken.push(found);
      if ("reason" in found) bad[claim.name] = found;
      else fields[claim.name] = found;
    }
  }
  return { fields, bad, dropped };
}

function checkField(
  claim: ClaimedField,
  field: FieldSpec,
  { text, spec, moment, parsers, restore }: Checking,
  taken: readonly Span[],
): ReadField | BadField | undefined {
  const words = restore(claim.words).trim();
  const at = placeOf(text, words, taken);
  if (!at) return undefined;
  const said = text.slice(at.start, at.end);
  const read = parsers.parse(spec.id, field.name, said, moment);
  if (read.type === "not_this") return undefined;
  const start = at.start + read.start;
  const end = at.start + read.end;
  const span = { text: text.slice(start, end), start, end };
  if (read.type === "bad") return { ...span, reason: read.reason };
  if (!freeTypes.has(field.type)) {
    const value = parsers.valueOf(spec.id, field.name, plainValue(restore(claim.value), field), moment);
    if (value === undefined || !isSame(value, read.value)) return undefined;
  }
  return { value: read.value, ...span };
}

/** What JSON makes of a yes is no word of a customer. */
function plainValue(value: string, { type }: FieldSpec): unknown {
  const plain = value.trim();
  if (type === "yes_no" && /^(?:true|false)$/i.test(plain)) return plain.toLowerCase() === "true";
  if ((type === "number" || type === "integer") && /^-?\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
  return plain;
}

const isSame = (one: AnswerValue, other: AnswerValue): boolean =>
  one === other ||
  (typeof one === "string" && typeof other === "string" && fold(one) === fold(other)) ||
  JSON.stringify(one) === JSON.stringify(other);

/** Where words stand in the message: first where nothing else stands already, whole words before parts of words. */
function placeOf(text: string, words: string, taken: readonly Span[] = []): Span | undefined {
  if (words === "") return undefined;
  const places: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    places.push({ start: at, end: at + words.length });
  if (places.length === 0) return loosely(text, words);
  const free = places.filter(
    ({ start, end }) => !taken.some((other) => other.start < end && start < other.end),
  );
  return free.find((span) => isWhole(text, span)) ?? free[0] ?? places[0];
}

const isWhole = (text: string, { start, end }: Span): boolean =>
  !/[\p{L}\p{N}]/u.test(text.slice(Math.max(0, start - 1), start)) &&
  !/[\p{L}\p{N}]/u.test(text.slice(end, end + 1));

/** The same words with other spaces or in another case. */
function loosely(text: string, words: string): Span | undefined {
  const parts = words.split(/\s+/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  if (parts.length > 60) return undefined;
  const found = new RegExp(parts.join("\\s+"), "iu").exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}
