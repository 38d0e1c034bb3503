/** Single values as customers read them, by answer type. Knows questions, not flows or conversations. */
import type { Address, AnswerValue, FileRef, Location } from "../../domain/answer.ts";
import type { Language } from "../../domain/language.ts";
import type { Money } from "../../domain/money.ts";
import {
  cutTo,
  formatDate,
  formatList,
  formatMoney,
  formatNumber,
  formatPhone,
  formatTime,
  isolate,
  maskId,
} from "../../language/format.ts";
import { placeNamed } from "../../language/places/places.ts";
import type { Catalogue, Question } from "../flow/flow.ts";
import { sayText } from "./render.ts";

/** `long`: with the Hijri date and whole texts, as a read-back needs it. `brief`: dates without their year. */
export type ShowOptions = { readonly long?: boolean; readonly brief?: boolean };

/** Words of one field in an acknowledgement; a read-back shows them whole. */
const shortLength = 80;
const latin = /[A-Za-z0-9]/;
const bidiControls = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g;

/** A customer's own words inside one of our lines: one line, no bidi controls, kept in their own direction. */
export function showWords(text: string, most = 1_000): string {
  const line = text.replace(bidiControls, "").replace(/\s+/g, " ").trim();
  const cut = line.length > most ? `${cutTo(line, most)}…` : line;
  return latin.test(cut) ? isolate(cut) : cut;
}

/** The value alone: «جدة», «الخميس 26 نوفمبر 2026», «45.00 ر.س». */
export function showValue(
  catalogue: Catalogue,
  question: Question,
  value: AnswerValue,
  language: Language,
  options: ShowOptions = {},
): string {
  const most = options.long ? 1_000 : shortLength;
  switch (question.type) {
    case "number":
    case "integer":
      return formatNumber(Number(value));
    case "choice": {
      const option = question.options?.find(({ id }) => id === value);
      return option ? option.label[language] : showWords(String(value), most);
    }
    case "yes_no": {
      const choice = catalogue.sentences
        .get("form.yes_no")
        ?.choices.find(({ id }) => id === (value ? "yes" : "no"));
      return choice?.label[language] ?? String(value);
    }
    case "date":
      return formatDate(String(value), language, { hijri: options.long === true, year: !options.brief });
    case "time":
      return formatTime(String(value), language);
    case "place": {
      const place = placeNamed(String(value));
      return place ? place[language] : showWords(String(value), most);
    }
    case "phone":
      return formatPhone(String(value));
    case "money":
      return formatMoney(value as Money, language);
    case "address":
      return showAddress(catalogue, value as Address, language, most);
    case "location":
      return showLocation(catalogue, value as Location, language);
    case "photo":
    case "document":
      return sayText(catalogue, language, "form.files", { count: (value as readonly FileRef[]).length });
    case "duration":
      return showDuration(String(value), language);
    case "national_id":
    case "establishment_number":
    case "iban":
      return question.mask ? maskId(String(value)) : isolate(String(value));
    case "url":
      return isolate(String(value));
    case "text":
    case "person_name":
      return question.mask ? maskId(String(value)) : showWords(String(value), most);
    default:
      return question.type satisfies never;
  }
}

function showAddress(catalogue: Catalogue, address: Address, language: Language, most: number): string {
  const words = showWords(address.text, most);
  const pin = address.location ? sayText(catalogue, language, "form.map_pin") : "";
  const short =
    address.short && !address.text.toUpperCase().includes(address.short) ? isolate(address.short) : "";
  return formatList(
    [words, short, pin].filter((part) => part !== ""),
    language,
  );
}

function showLocation(catalogue: Catalogue, location: Location, language: Language): string {
  const pin = sayText(catalogue, language, "form.map_pin");
  return `${pin} ${isolate(`${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`)}`;
}

const durationUnits = ["year", "month", "week", "day", "hour", "minute"] as const;

/** «3 × شهر» would be clumsy: the platform's own unit formatter knows all plurals. */
function showDuration(iso: string, language: Language): string {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(iso);
  if (!parts) return isolate(iso);
  return durationUnits
    .flatMap((unit, index) => {
      const count = parts[index + 1];
      return count === undefined ? [] : [unitFormat(unit, language).format(Number(count))];
    })
    .join(language === "ar" ? " و" : " ");
}
const unitFormats = new Map<string, Intl.NumberFormat>();
function unitFormat(unit: string, language: Language): Intl.NumberFormat {
  const key = `${language} ${unit}`;
  const known = unitFormats.get(key);
  if (known) return known;
  const locale = language === "ar" ? "ar-u-nu-latn" : "en";
  const made = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" });
  unitFormats.set(key, made);
  return made;
}
