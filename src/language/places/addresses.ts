/**
 * Addresses in a customer's words: districts, streets, buildings, links to a map, and the Kingdom's short national addresses. Parts that
 * stand together are one address, with the city beside them.
 */
import type { Address } from "../../domain/answer.ts";
import type { Found, Span } from "../found.ts";
import { tokens } from "../letters/normalise.ts";
import { keepRecent } from "../recent-texts.ts";
import { findUrls } from "../urls.ts";
import { isJoinedTo, wordParts } from "./address-parts.ts";
import { type FoundPlace, findPlaces } from "./places.ts";
import { findShortAddresses } from "./short-addresses.ts";

export { findShortAddresses } from "./short-addresses.ts";

const mapLink =
  /\/\/(?:maps\.app\.goo\.gl|goo\.gl\/maps|(?:www\.)?google\.[a-z.]+\/maps|maps\.google\.|maps\.apple\.com|(?:www\.)?waze\.com|(?:www\.)?openstreetmap\.org|what3words\.com|w3w\.co)/i;

/**
 * Addresses, in order. `text` is the customer's own words from the first part to the last, `city` the English name of a city inside
 * or right beside them, `short` the short national address among them. A city alone is no address.
 */
export const findAddresses: (text: string) => readonly Found<Address>[] = keepRecent(readAddresses);

function readAddresses(text: string): Found<Address>[] {
  const words = tokens(text);
  const places = findPlaces(text).filter(({ value }) => value.kind === "city");
  const shorts = findShortAddresses(text);
  const links = findUrls(text).filter(({ value }) => mapLink.test(value));
  const parts = [...wordParts(text, words, places), ...shorts, ...links].sort(
    (one, other) => one.start - other.start,
  );
  return joined(text, parts, places).map((span) => {
    const city = cityOf(text, span, places);
    const short = shorts.find(({ start }) => start >= span.start && start < span.end);
    const value = {
      text: text.slice(span.start, span.end),
      ...(city && { city: city.value.en }),
      ...(short && { short: short.value }),
    };
    return { value, ...span, text: value.text };
  });
}

/** Parts joined into addresses; cities and postal codes between and beside them go along. */
function joined(text: string, parts: readonly Span[], places: readonly FoundPlace[]): Span[] {
  const made: Span[] = [];
  for (const part of parts) {
    const last = made.at(-1);
    const bridge = last && places.find(({ start, end }) => start >= last.end && end <= part.start);
    const near =
      last &&
      (isJoinedTo(text, last.end, part.start) ||
        (bridge && isJoinedTo(text, last.end, bridge.start) && isJoinedTo(text, bridge.end, part.start)));
    if (last && part.start < last.end) continue;
    if (last && near) made[made.length - 1] = { start: last.start, end: withPostalCode(text, part.end) };
    else made.push({ start: part.start, end: withPostalCode(text, part.end) });
  }
  return made;
}

function withPostalCode(text: string, end: number): number {
  const code =
    /^[\s,،-]{1,3}(?:الرمز البريدي|الرمز البريدى|zip|postal code)?[\s:]{0,2}[\d٠-٩]{5}(?:-[\d٠-٩]{4})?(?![\d٠-٩\p{L}])/u.exec(
      text.slice(end, end + 40),
    );
  return code && !/^\s*(?:ريال|sar|sr)/i.test(text.slice(end + code[0].length)) ? end + code[0].length : end;
}

/** The city inside the span, else right behind or right before it. */
function cityOf(text: string, span: Span, places: readonly FoundPlace[]): FoundPlace | undefined {
  const inside = places.find(({ start, end }) => start >= span.start && end <= span.end);
  if (inside) return inside;
  const behind = places.find(({ start }) => start >= span.end);
  if (behind && isJoinedTo(text, span.end, behind.start)) return behind;
  const before = places.findLast(({ end }) => end <= span.start);
  return before && isJoinedTo(text, before.end, span.start) ? before : undefined;
}
