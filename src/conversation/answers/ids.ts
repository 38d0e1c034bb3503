/** national_id, establishment_number, iban: numbers with a shape, and a checksum where one is published. */
import type { Found } from "../../language/found.ts";
import { findEstablishmentNumbers, findIbans, findNationalIds, type IdReading } from "../../language/ids.ts";
import { fold } from "../../language/normalise.ts";
import {
  type AnswerContext,
  type AnswerQuestion,
  bad,
  notThis,
  type Parsed,
  parsed,
  wholeSpan,
} from "./answer.ts";

/** A run of digits where an id was asked for: meant as one, and not one. */
const digitsOnly = /^\W*\d[\d\s-]{5,}\W*$/;

function parseId(found: readonly Found<IdReading>[], text: string): Parsed {
  const [first] = found;
  if (!first) return digitsOnly.test(fold(text)) ? bad("bad_format", wholeSpan(text)) : notThis;
  return first.value.type === "id" ? parsed(first.value.id, first) : bad("bad_checksum", first);
}

export function parseNationalId(_question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  return parseId(findNationalIds(text), text);
}

export function parseEstablishmentNumber(
  _question: AnswerQuestion,
  text: string,
  _context: AnswerContext,
): Parsed {
  return parseId(findEstablishmentNumbers(text), text);
}

export function parseIban(_question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  const found = findIbans(text);
  const looksLikeIban = /^\s*[A-Za-z]{2}\d{2}[\dA-Za-z\s]{8,}$/.test(text);
  if (found.length === 0 && looksLikeIban) return bad("bad_format", wholeSpan(text));
  return parseId(found, text);
}
