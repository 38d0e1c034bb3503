/** The fields of a partner that stand each for itself, from the text that was typed for it. */
import type { Language } from "../domain/language.ts";
import { languages } from "../domain/language.ts";
import { type Licence, licenceKinds } from "../domain/partner.ts";
import { fold } from "../language/letters/normalise.ts";
import { findPhones } from "../language/people/phones.ts";
import { gazetteer, type Place } from "../language/places/gazetteer.ts";
import { findPlaces } from "../language/places/places.ts";
import type { AllowedHost } from "../webhooks/allowed-host.ts";
import { needsNaming, whyNot } from "../webhooks/why-not.ts";
import { allRead, type FieldReading, isBad, isRead, mostParts, partsOf } from "./partner-text.ts";
import { readDate } from "./read-hours.ts";
import { languageNames, licenceNames, type PartnerField } from "./vocabulary.ts";

const mostName = 120;
/** The finders for customers' words are made for sentences; no place and no phone is longer. */
const longestFinding = 120;
const longestWebhook = 2_000;

/** One line of words. */
export function readName(typed: string, field: PartnerField): FieldReading<string> {
  const name = typed.replaceAll(/\s+/g, " ").trim();
  if (name === "") return isBad(field, "missing");
  return name.length > mostName ? isBad(field, "too_long") : isRead(name);
}

/** Names of cities, regions and countries in either language, as orders carry them; cities apart from the rest. */
export function readPlaces(
  typed: string,
): FieldReading<{ readonly cities: readonly string[]; readonly areas: readonly string[] }> {
  const parts = partsOf(typed);
  if (parts.length > mostParts) return isBad("places", "too_many");
  const read = allRead(
    parts.map((part): FieldReading<Place> => {
      const place = placeWritten(part);
      return place ? isRead(place) : isBad("places", "not_a_place", part);
    }),
  );
  if (read.type === "bad") return read;
  const names = (isCity: boolean) => [
    ...new Set(read.value.filter(({ kind }) => (kind === "city") === isCity).map(({ en }) => en)),
  ];
  return isRead({ cities: names(true), areas: names(false) });
}

/** Folded names in both languages, made when first asked for. */
let byName: ReadonlyMap<string, Place> | undefined;

/** A name that stands in the gazetteer first, so that each finds itself; then as customers may write it. */
function placeWritten(typed: string): Place | undefined {
  byName ??= new Map(
    gazetteer().places.flatMap((place) => [place.ar, place.en].map((name) => [fold(name), place])),
  );
  const named = byName.get(fold(typed));
  if (named || typed.length > longestFinding) return named;
  const [found, ...more] = findPlaces(typed);
  return found && more.length === 0 && found.end - found.start >= typed.length - 2 ? found.value : undefined;
}

/** None named: both. */
export function readLanguages(typed: string): FieldReading<readonly Language[]> {
  const read = allRead(
    partsOf(typed).map((part): FieldReading<Language> => {
      const language = languages.find((one) =>
        [one, languageNames[one].ar, languageNames[one].en].some((word) => fold(word) === fold(part)),
      );
      return language ? isRead(language) : isBad("languages", "not_a_language", part);
    }),
  );
  if (read.type === "bad") return read;
  return isRead(read.value.length === 0 ? languages : [...new Set(read.value)]);
}

/** A whole number above zero; empty: any number. */
export function readCapacity(typed: string): FieldReading<number | undefined> {
  const text = fold(typed).trim();
  if (text === "") return isRead(undefined);
  return /^[1-9]\d{0,4}$/.test(text) ? isRead(Number(text)) : isBad("capacity", "not_a_count", typed.trim());
}

/** E.164; unified numbers (9200 …) too. */
export function readPhone(typed: string): FieldReading<string | undefined> {
  if (typed.trim() === "") return isRead(undefined);
  const [found, ...more] = typed.length > longestFinding ? [] : findPhones(`phone ${typed.trim()}`);
  return found?.value.type === "phone" && more.length === 0
    ? isRead(found.value.e164)
    : isBad("phone", "not_a_phone", typed.trim());
}

export function readEmail(typed: string): FieldReading<string | undefined> {
  const email = typed.trim().normalize("NFKC");
  if (email === "") return isRead(undefined);
  const fits = email.length <= 254 && /^[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:.]{2,}$/.test(email);
  return fits ? isRead(email.toLowerCase()) : isBad("email", "not_an_email", typed.trim());
}

/**
 * An address that something may be sent to: a public one with https, or one whose host the office allows by name. What a name leads to is looked
 * at when something is sent there.
 */
export function readWebhook(
  typed: string,
  allowed: readonly AllowedHost[],
): FieldReading<string | undefined> {
  const text = typed.trim();
  if (text === "") return isRead(undefined);
  if (needsNaming(text, allowed)) return isBad("webhook", "host_not_named", text);
  const fits = whyNot(text, allowed) === undefined && text.length <= longestWebhook;
  return fits ? isRead(new URL(text).href) : isBad("webhook", "not_a_web_address", text);
}

/** `transport TL-1 2027-01-31; …`: kind, number, last day; `-` or nothing for one without an end. */
export function readLicences(typed: string): FieldReading<readonly Licence[]> {
  const parts = partsOf(typed, /[;؛\n]/);
  return parts.length > mostParts ? isBad("licences", "too_many") : allRead(parts.map(readLicence));
}

function readLicence(typed: string): FieldReading<Licence> {
  const words = typed.split(/\s+/);
  const last = words.at(-1) ?? "";
  const kind = licenceKinds.find((one) => startsWith(words, kindWords(one)).length > 0);
  if (!kind) return isBad("licences", "not_a_licence", typed);
  const rest = words.slice(Math.max(...startsWith(words, kindWords(kind))));
  const expires = last === "-" ? undefined : readDate(last);
  const hasEnd = rest.length > 1 && (last === "-" || expires !== undefined);
  if (rest.length > 1 && !hasEnd && /^\p{N}{1,4}[-/.]\p{N}{1,2}[-/.]\p{N}{1,4}$/u.test(last))
    return isBad("licences", "not_a_date", typed);
  const number = (hasEnd ? rest.slice(0, -1) : rest).join(" ");
  if (number === "" || number.length > 80) return isBad("licences", "not_a_licence", typed);
  return isRead({ kind, number, ...(hasEnd && expires !== undefined && { expires }) });
}

/** Every way to name a kind, as folded words. */
function kindWords(kind: (typeof licenceKinds)[number]): readonly (readonly string[])[] {
  return [kind, licenceNames[kind].ar, licenceNames[kind].en].map((name) => fold(name).split(" "));
}

/** How many words the names have with which this begins. */
function startsWith(words: readonly string[], names: readonly (readonly string[])[]): readonly number[] {
  const folded = words.map((word) => fold(word).replace(/:$/, ""));
  return names.filter((name) => name.every((word, at) => folded[at] === word)).map(({ length }) => length);
}
