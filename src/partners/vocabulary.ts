/**
 * The words of the partner table in both languages: its columns, and the closed sets of values in its cells. Pages label with them,
 * the CSV file is written with them in the reader's language, and read in either.
 */
import type { Weekday } from "../domain/hours.ts";
import type { Both, Language } from "../domain/language.ts";
import type { LicenceKind, PartnerKind, PartnerStatus } from "../domain/partner.ts";

/** Columns in the order in which they are written. A CSV file may leave any of them out, but the names of a new partner. */
export const partnerFields = [
  "id",
  "kind",
  "name_ar",
  "name_en",
  "services",
  "prices",
  "places",
  "languages",
  "capacity",
  "phone",
  "email",
  "webhook",
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "ramadan_sunday",
  "ramadan_monday",
  "ramadan_tuesday",
  "ramadan_wednesday",
  "ramadan_thursday",
  "ramadan_friday",
  "ramadan_saturday",
  "holidays",
  "office_holidays",
  "licences",
  "state",
  "pause_reason",
] as const;
export type PartnerField = (typeof partnerFields)[number];

export const weekdayNames: Readonly<Record<Weekday, Both>> = {
  sunday: { ar: "الأحد", en: "Sunday" },
  monday: { ar: "الاثنين", en: "Monday" },
  tuesday: { ar: "الثلاثاء", en: "Tuesday" },
  wednesday: { ar: "الأربعاء", en: "Wednesday" },
  thursday: { ar: "الخميس", en: "Thursday" },
  friday: { ar: "الجمعة", en: "Friday" },
  saturday: { ar: "السبت", en: "Saturday" },
};

const ramadanDay = ({ ar, en }: Both): Both => ({ ar: `رمضان: ${ar}`, en: `Ramadan: ${en}` });

export const fieldNames: Readonly<Record<PartnerField, Both>> = {
  id: { ar: "الرمز", en: "Id" },
  kind: { ar: "النوع", en: "Kind" },
  name_ar: { ar: "الاسم بالعربية", en: "Name in Arabic" },
  name_en: { ar: "الاسم بالإنجليزية", en: "Name in English" },
  services: { ar: "الخدمات", en: "Services" },
  prices: { ar: "الأسعار", en: "Prices" },
  places: { ar: "المدن والمناطق", en: "Cities and areas" },
  languages: { ar: "اللغات", en: "Languages" },
  capacity: { ar: "أقصى عدد طلبات معًا", en: "Orders at a time" },
  phone: { ar: "الهاتف", en: "Phone" },
  email: { ar: "البريد الإلكتروني", en: "E-mail" },
  webhook: { ar: "رابط نظام الجهة", en: "Webhook address" },
  ...weekdayNames,
  ramadan_sunday: ramadanDay(weekdayNames.sunday),
  ramadan_monday: ramadanDay(weekdayNames.monday),
  ramadan_tuesday: ramadanDay(weekdayNames.tuesday),
  ramadan_wednesday: ramadanDay(weekdayNames.wednesday),
  ramadan_thursday: ramadanDay(weekdayNames.thursday),
  ramadan_friday: ramadanDay(weekdayNames.friday),
  ramadan_saturday: ramadanDay(weekdayNames.saturday),
  holidays: { ar: "أيام الإجازة", en: "Holidays" },
  office_holidays: { ar: "إجازات المكتب أيضًا", en: "Office holidays too" },
  licences: { ar: "التراخيص", en: "Licences" },
  state: { ar: "الحالة", en: "State" },
  pause_reason: { ar: "سبب الإيقاف", en: "Reason for the pause" },
};

export const kindNames: Readonly<Record<PartnerKind, Both>> = {
  business: { ar: "جهة خارجية", en: "Business" },
  office: { ar: "قسم في المكتب", en: "Department of the office" },
};

export const licenceNames: Readonly<Record<LicenceKind, Both>> = {
  commercial_registration: { ar: "سجل تجاري", en: "Commercial registration" },
  municipal: { ar: "رخصة بلدية", en: "Municipal licence" },
  transport: { ar: "ترخيص نقل", en: "Transport licence" },
  tourism: { ar: "ترخيص سياحة", en: "Tourism licence" },
  health: { ar: "ترخيص صحي", en: "Health licence" },
  legal: { ar: "رخصة محاماة", en: "Lawyer's licence" },
  real_estate: { ar: "رخصة عقارية", en: "Real estate licence" },
  insurance: { ar: "ترخيص تأمين", en: "Insurance licence" },
  recruitment: { ar: "ترخيص استقدام", en: "Recruitment licence" },
  capital_market: { ar: "ترخيص السوق المالية", en: "Capital market licence" },
  translation: { ar: "ترخيص ترجمة", en: "Translation licence" },
  freelance: { ar: "وثيقة عمل حر", en: "Freelance certificate" },
  other: { ar: "ترخيص آخر", en: "Other licence" },
};

export const statusNames: Readonly<Record<PartnerStatus, Both>> = {
  active: { ar: "تعمل", en: "Active" },
  paused_by_staff: { ar: "موقوفة", en: "Paused" },
  paused_by_itself: { ar: "مشغولة", en: "Busy" },
};

export const languageNames: Readonly<Record<Language, Both>> = {
  ar: { ar: "العربية", en: "Arabic" },
  en: { ar: "الإنجليزية", en: "English" },
};

export const yesNo: Readonly<Record<"yes" | "no", Both>> = {
  yes: { ar: "نعم", en: "yes" },
  no: { ar: "لا", en: "no" },
};

/** A day without a shift. */
export const closedDay: Both = { ar: "مغلق", en: "closed" };
