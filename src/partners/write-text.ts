/** A partner as the texts that `read-text.ts` would make it from, in the reader's language. Reading them again changes nothing. */
import { type Holiday, type WeekHours, weekdays } from "../domain/hours.ts";
import type { Language } from "../domain/language.ts";
import { type Money, minorDigits } from "../domain/money.ts";
import type { Licence, Partner } from "../domain/partner.ts";
import { placeNamed } from "../language/places/places.ts";
import type { PartnerText } from "./partner-text.ts";
import {
  closedDay,
  kindNames,
  languageNames,
  licenceNames,
  partnerFields,
  statusNames,
  yesNo,
} from "./vocabulary.ts";

const between = "; ";

/** Every field empty: a partner that nothing is known of. */
export const emptyText: PartnerText = Object.fromEntries(
  partnerFields.map((field) => [field, ""]),
  // Every field of the list has its entry.
) as PartnerText;

/** All fields of a partner. */
export function textOfPartner(partner: Partner, language: Language): PartnerText {
  const { contacts, state } = partner;
  return {
    ...emptyText,
    id: partner.id,
    kind: kindNames[partner.kind][language],
    name_ar: partner.name.ar,
    name_en: partner.name.en,
    services: partner.services.join(between),
    prices: Object.entries(partner.prices)
      .map(([service, money]) => `${service} ${amountText(money)}`)
      .join(between),
    places: [...partner.cities, ...partner.areas]
      .map((place) => placeNamed(place)?.[language] ?? place)
      .join(between),
    languages: partner.languages.map((one) => languageNames[one][language]).join(between),
    capacity: partner.capacity === undefined ? "" : String(partner.capacity),
    phone: contacts.phone ?? "",
    email: contacts.email ?? "",
    webhook: contacts.webhook ?? "",
    ...weekText(partner.hours, "", language),
    ...weekText(partner.ramadan, "ramadan_", language),
    holidays: partner.holidays.map(holidayText).join(between),
    office_holidays: (partner.officeHolidays ? yesNo.yes : yesNo.no)[language],
    licences: partner.licences.map((licence) => licenceText(licence, language)).join(between),
    state: statusNames[state.status][language],
    pause_reason: state.status === "active" ? "" : (state.reason ?? ""),
  };
}

function weekText(
  hours: WeekHours | undefined,
  prefix: "" | "ramadan_",
  language: Language,
): Partial<PartnerText> {
  if (!hours) return {};
  return Object.fromEntries(
    weekdays.map((day) => [`${prefix}${day}`, shiftsText(hours, day) || closedDay[language]]),
  );
}

/** `09:00-13:00, 16:00-21:00`; empty for a closed day. */
function shiftsText(hours: WeekHours, day: (typeof weekdays)[number]): string {
  return hours[day].map(([from, to]) => `${from}-${to}`).join(", ");
}

/** Without a word between: among Arabic letters the parts of a date would change places. */
function holidayText({ date, until }: Holiday): string {
  return until === undefined ? date : `${date} – ${until}`;
}

function licenceText({ kind, number, expires }: Licence, language: Language): string {
  return `${licenceNames[kind][language]} ${number} ${expires ?? "-"}`;
}

/** `45.00`, and `30.00 USD` for other money than riyals. */
export function amountText({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  const minor = String(amountMinor).padStart(digits + 1, "0");
  const amount = `${minor.slice(0, -digits)}.${minor.slice(-digits)}`;
  return currency === "SAR" ? amount : `${amount} ${currency}`;
}
