/** place, address, location: where something is. */
import type { Address } from "../../domain/answer.ts";
import { findAddresses, findShortAddresses } from "../../language/places/addresses.ts";
import { findPlaces } from "../../language/places/places.ts";
import { findTowns } from "../../language/places/regions.ts";
import {
  type AnswerContext,
  type AnswerQuestion,
  notThis,
  type Parsed,
  parsed,
  wholeSpan,
} from "./answer.ts";

/** A gazetteer entry by its English name. */
export function parsePlace(_question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  const [found] = findTowns(text);
  return found ? parsed(found.value.en, found) : notThis;
}

/** The whole answer as an address, with its city and short national address where it names them. */
export function parseAddress(question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  const whole = wholeSpan(text);
  if (whole.start === whole.end) return notThis;
  const [short] = findShortAddresses(text);
  if (question.format === "short_national_address") {
    return short ? parsed({ text: short.value, short: short.value }, short) : notThis;
  }
  const [place] = findPlaces(text);
  const [found] = findAddresses(text);
  const address: Address = {
    ...(place && { city: place.value.en }),
    ...(short && { short: short.value }),
    ...found?.value,
    text: text.slice(whole.start, whole.end),
  };
  return parsed(address, whole);
}

const coordinates = /(-?\d{1,2}\.\d{3,})\s*[,،]\s*(-?\d{1,3}\.\d{3,})/;

/** Coordinates in words, as a map's link or its "copy" gives them; a shared location arrives as content, not as text. */
export function parseLocation(_question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  const match = coordinates.exec(text);
  if (!match) return notThis;
  const [latitude, longitude] = [Number(match[1]), Number(match[2])];
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return notThis;
  return parsed({ latitude, longitude }, { start: match.index, end: match.index + match[0].length });
}
