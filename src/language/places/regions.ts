/**
 * Which cities lie in a region or a country of the gazetteer. Regions: the five that have a name of their own there; the others are
 * called after their city (Riyadh, Makkah), and nobody could tell which of the two is meant.
 */
import { type FoundPlace, findPlaces, placeNamed } from "./places.ts";

/** English gazetteer names, by region (regulations of the regions, Royal Order A/92 of 1412 AH, and its governorates). */
const citiesByRegion: Readonly<Record<string, readonly string[]>> = {
  Qassim: [
    "Buraydah",
    "Unaizah",
    "Ar Rass",
    "Al Bukayriyah",
    "Al Badai",
    "Al Mithnab",
    "Riyadh Al Khabra",
    "Uyun Al Jiwa",
    "Al Asyah",
    "Nabhaniyah",
    "Ash Shimasiyah",
    "Dariyah",
    "Uqlat As Suqur",
    "Al Khabra",
  ],
  Asir: [
    "Abha",
    "Khamis Mushait",
    "Bisha",
    "Muhayil",
    "An Namas",
    "Ahad Rafidah",
    "Rijal Almaa",
    "Sarat Abidah",
    "Dhahran Al Janub",
    "Tathlith",
    "Al Majaridah",
    "Balqarn",
    "Al Birk",
    "Bariq",
    "Tanomah",
    "Tarib",
    "Al Harjah",
    "Al Amwah",
  ],
  "Al Jawf": ["Sakaka", "Dumat Al Jandal", "Qurayyat", "Tabarjal", "Suwayr"],
  "Eastern Province": [
    "Dammam",
    "Khobar",
    "Dhahran",
    "Jubail",
    "Al Ahsa",
    "Hofuf",
    "Al Mubarraz",
    "Qatif",
    "Saihat",
    "Safwa",
    "Tarout",
    "Ras Tanura",
    "Abqaiq",
    "Hafar Al Batin",
    "Khafji",
    "Nairiyah",
    "Qaryat Al Ulya",
    "Uqair",
    "Sarrar",
  ],
  "Northern Borders": ["Arar", "Rafha", "Turaif", "Al Uwayqilah"],
};

const regionByCity: ReadonlyMap<string, string> = new Map(
  Object.entries(citiesByRegion).flatMap(([region, cities]) =>
    cities.map((city): [string, string] => [city, region]),
  ),
);

/** Does the area hold this place? All are English gazetteer names; an area holds itself, a country its regions too. */
export function holdsPlace(area: string, place: string): boolean {
  if (area === place || regionByCity.get(place) === area) return true;
  const [outer, inner] = [placeNamed(area), placeNamed(place)];
  return outer?.kind === "country" && inner?.country === outer.country;
}

/** «القصيم بريدة», "Jeddah, Saudi Arabia": the places of a text, a town and the area right beside it as one. */
export function findTowns(text: string): readonly FoundPlace[] {
  const found: FoundPlace[] = [];
  for (const place of findPlaces(text)) {
    const before = found.at(-1);
    const isBeside = before !== undefined && besides.test(text.slice(before.end, place.start));
    const town = isBeside ? innerOf(before, place) : undefined;
    if (!before || !town) found.push(place);
    else {
      const [{ start }, { end }] = [before, place];
      found[found.length - 1] = { ...before, value: town.value, start, end, text: text.slice(start, end) };
    }
  }
  return found;
}

const besides = /^[\s،,-]+(?:(?:مدينة|مدينه|في|in|fi)\s+|ب)?$/u;

function innerOf(one: FoundPlace, other: FoundPlace): FoundPlace | undefined {
  if (one.value.en === other.value.en) return undefined;
  if (holdsPlace(one.value.en, other.value.en)) return other;
  return holdsPlace(other.value.en, one.value.en) ? one : undefined;
}
