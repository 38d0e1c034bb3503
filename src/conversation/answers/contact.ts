/** phone, person_name, url. */
import { findUrls } from "../../language/people/ids.ts";
import { findPersonNames } from "../../language/people/names.ts";
import { findPhones, isMobile } from "../../language/people/phones.ts";
import {
  type AnswerContext,
  type AnswerQuestion,
  bad,
  notThis,
  type Parsed,
  parsed,
  wholeSpan,
} from "./answer.ts";

export function parsePhone(question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  const found = findPhones(text);
  const phone = found.find(({ value }) => value.type === "phone");
  if (phone?.value.type === "phone" && question.mobile && !isMobile(phone.value.e164))
    return bad("not_mobile", phone);
  if (phone?.value.type === "phone") return parsed(phone.value.e164, phone);
  if (found[0]) return bad("bad_phone", found[0]);
  const digits = someDigits.exec(text);
  return digits ? bad("bad_phone", { start: digits.index, end: digits.index + digits[0].length }) : notThis;
}

/** "It's 12345": meant as a number, and far too short for one. */
const someDigits = /(?<![\p{L}\p{Nd}])\p{Nd}[\p{Nd}\s-]+\p{Nd}(?![\p{L}\p{Nd}])/u;

/** A name found in the words, else a short whole answer that holds letters and no digits. */
export function parsePersonName(_question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  const [found] = findPersonNames(text);
  if (found) return parsed(found.value, found);
  const whole = wholeSpan(text);
  const name = text.slice(whole.start, whole.end);
  const looksLikeName = /^[\p{L}\p{M}.'’ -]{2,80}$/u.test(name) && name.split(/\s+/).length <= 6;
  return looksLikeName ? parsed(name.replace(/\s+/g, " "), whole) : notThis;
}

export function parseUrl(_question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  const [found] = findUrls(text);
  return found ? parsed(found.value, found) : notThis;
}
