/** national_id, establishment_number, iban: numbers with a shape, and a checksum where one is published. */
import type { Found } from "../../language/found.ts";
import {
  findEstablishmentNumbers,
  findIbans,
  findNationalIds,
  type IdReading,
} from "../../language/people/ids.ts";
import {
  type AnswerContext,
  type AnswerQuestion,
  bad,
  notThis,
  type Parsed,
  parsed,
  wholeSpan,
} from "./answer.ts";

/** A run of digits where an id was asked for ("it's 12345"): meant as one, and not one. */
const someDigits = /(?<![\p{L}\p{Nd}])\p{Nd}[\p{Nd}\s-]{2,}(?![\p{L}\p{Nd}])/u;

function parseId(found: readonly Found<IdReading>[], text: string): Parsed {
  const [first] = found;
  if (!first) return badDigits(text);
  return first.value.type === "id" ? parsed(first.value.id, first) : bad("bad_checksum", first);
}

function badDigits(text: string): Parsed {
  const digits = someDigits.exec(text);
  if (!digits) return notThis;
  const said = digits[0].trimEnd();
  return bad("bad_format", { start: digits.index, end: digits.index + said.length });
}

export function parseNationalId(_question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  return parseId(findNationalIds(text), text);
}

export function parseEstablishmentNumber(
  _question: AnswerQuestion,
  text: string,
  _context: AnswerContext,
): Parsed {
  const read = parseId(findEstablishmentNumbers(text), text);
  return read.type === "bad" && isOtherNumber(text.slice(read.start, read.end))
    ? bad("not_unified", read)
    : read;
}

/** As long as a unified number, and no phone: of a commercial register («1010…»), or a person's. */
const isOtherNumber = (digits: string): boolean => /^[1-9١-٩۱-۹](?:[\s-]?\p{Nd}){9}$/u.test(digits);

export function parseIban(_question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  const found = findIbans(text);
  const looksLikeIban = /^\s*[A-Za-z]{2}\d{2}[\dA-Za-z\s]{8,}$/.test(text);
  if (found.length === 0 && looksLikeIban) return bad("bad_format", wholeSpan(text));
  return parseId(found, text);
}
