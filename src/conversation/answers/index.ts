/**
 * Every answer type's parser: used for direct answers to the open question, for what staff and programs give, and to check what a
 * model claims. One parser a type; a new type does not compile without one.
 */
import type { Address, AnswerType, AnswerValue, FileRef, Location } from "../../domain/answer.ts";
import { parseDocumentId } from "../../domain/ids.ts";
import type { Money } from "../../domain/money.ts";
import type { BadReason } from "../../domain/understanding.ts";
import { findPlaces } from "../../language/places/places.ts";
import { localDate } from "../../language/times/clock.ts";
import type { AnswerContext, AnswerQuestion, Parsed, Parser } from "./answer.ts";
import { parseChoice, parseYesNo } from "./choice.ts";
import { parsePersonName, parsePhone, parseUrl } from "./contact.ts";
import { parseEstablishmentNumber, parseIban, parseNationalId } from "./ids.ts";
import { parseDate, parseDuration, parseTime } from "./moment.ts";
import { parseMoney } from "./money.ts";
import { parseNumber } from "./number.ts";
import { parseAddress, parseLocation, parsePlace } from "./place.ts";
import { problemWith } from "./problem.ts";
import { parseFile, parseText } from "./text.ts";

export type { AnswerContext, AnswerQuestion, Parsed } from "./answer.ts";

const parsers: Readonly<Record<AnswerType, Parser>> = {
  text: parseText,
  number: parseNumber,
  integer: parseNumber,
  choice: parseChoice,
  yes_no: parseYesNo,
  date: parseDate,
  time: parseTime,
  duration: parseDuration,
  place: parsePlace,
  address: parseAddress,
  location: parseLocation,
  phone: parsePhone,
  money: parseMoney,
  person_name: parsePersonName,
  national_id: parseNationalId,
  establishment_number: parseEstablishmentNumber,
  iban: parseIban,
  url: parseUrl,
  photo: parseFile,
  document: parseFile,
};

/** Reads one text as the answer to one question. Never throws, whatever the text. */
export function parseAnswer(question: AnswerQuestion, text: string, context: AnswerContext): Parsed {
  return parsers[question.type](question, text, context);
}

/** A value from a program: in contract form, or as a customer writes it. */
export type FieldValue =
  | { readonly type: "value"; readonly value: AnswerValue; readonly text: string }
  | { readonly type: "bad"; readonly reason: BadReason };

/** Reads `unknown` from outside as a value of the question's type; bounds are checked either way. */
export function parseFieldValue(
  question: AnswerQuestion,
  given: unknown,
  context: AnswerContext,
): FieldValue {
  const today = localDate(context.now, context.zone);
  const value = inContractForm(question.type, given);
  if (value !== undefined) {
    const reason = problemWith(question, value, today);
    if (!reason)
      return { type: "value", value, text: typeof given === "string" ? given : JSON.stringify(given) };
    if (typeof given !== "string") return { type: "bad", reason };
  }
  if (typeof given !== "string" || given.trim() === "") return { type: "bad", reason: "bad_format" };
  return fromText(question, given, context, today);
}

function fromText(question: AnswerQuestion, text: string, context: AnswerContext, today: string): FieldValue {
  const read = parseAnswer(question, text, context);
  if (read.type === "bad") return { type: "bad", reason: read.reason };
  if (read.type === "not_this") return { type: "bad", reason: reasonFor[question.type] ?? "bad_format" };
  const reason = problemWith(question, read.value, today);
  return reason ? { type: "bad", reason } : { type: "value", value: read.value, text };
}

/** What is wrong with a text that holds nothing of the type. */
const reasonFor: Readonly<Partial<Record<AnswerType, BadReason>>> = {
  choice: "not_a_choice",
  place: "unknown_place",
  phone: "bad_phone",
  date: "no_such_date",
  photo: "needs_a_file",
  document: "needs_a_file",
};

/** Strings in contract form are read by the type's own parser: ids of options, English place names and ISO dates are among its words. */
function inContractForm(type: AnswerType, given: unknown): AnswerValue | undefined {
  switch (type) {
    case "number":
    case "integer":
      return typeof given === "number" ? given : undefined;
    case "yes_no":
      return typeof given === "boolean" ? given : undefined;
    case "choice":
      return typeof given === "string" ? given : undefined;
    case "duration":
      return typeof given === "string" &&
        /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?$/.test(given)
        ? given
        : undefined;
    case "date":
      return typeof given === "string" && /^\d{4}-\d\d-\d\d$/.test(given) ? given : undefined;
    case "time":
      return typeof given === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(given) ? given : undefined;
    case "phone":
      return typeof given === "string" && /^\+[1-9]\d{7,14}$/.test(given) ? given : undefined;
    case "money":
      return asMoney(given);
    case "location":
      return asLocation(given);
    case "address":
      return asAddress(given);
    case "photo":
    case "document":
      return asFiles(given);
    default:
      return undefined;
  }
}

function isRecord(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}

const currencies = ["SAR", "AED", "KWD", "QAR", "BHD", "OMR", "EGP", "USD", "EUR", "GBP", "TRY"] as const;

function asMoney(given: unknown): Money | undefined {
  if (!isRecord(given) || !Number.isSafeInteger(given.amountMinor)) return undefined;
  const currency = currencies.find((code) => code === given.currency);
  return currency && { amountMinor: Number(given.amountMinor), currency };
}

function asLocation(given: unknown): Location | undefined {
  if (!isRecord(given)) return undefined;
  const { latitude, longitude } = given;
  if (typeof latitude !== "number" || typeof longitude !== "number") return undefined;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

/** An address, or a location alone: then its coordinates are the text. A city must be one that the gazetteer knows. */
function asAddress(given: unknown): Address | undefined {
  if (!isRecord(given)) return undefined;
  const location = asLocation(given) ?? asLocation(given.location);
  const words = typeof given.text === "string" ? given.text.trim() : "";
  const text = words !== "" ? words : location && `${location.latitude}, ${location.longitude}`;
  const city = typeof given.city === "string" ? findPlaces(given.city)[0]?.value.en : undefined;
  if (text === undefined || (given.city !== undefined && city === undefined)) return undefined;
  return {
    text,
    ...(city && { city }),
    ...(typeof given.short === "string" && { short: given.short }),
    ...(location && { location }),
  };
}

function asFiles(given: unknown): readonly FileRef[] | undefined {
  if (!Array.isArray(given) || given.length === 0) return undefined;
  const files = given.map(asFile);
  return files.every((file) => file !== undefined) ? files : undefined;
}

function asFile(given: unknown): FileRef | undefined {
  if (!isRecord(given)) return undefined;
  const id = typeof given.id === "string" ? parseDocumentId(given.id) : undefined;
  const { name, type, bytes } = given;
  if (!id || typeof name !== "string" || typeof type !== "string" || typeof bytes !== "number")
    return undefined;
  return { id, name, type, bytes };
}
