/** What is wrong with a field of a partner, in the form and in a file's line. Table-like: the English must have all of the Arabic. */
import type { Language } from "../../../domain/language.ts";
import type { CsvProblem } from "../../../partners/csv.ts";
import type { LineProblem } from "../../../partners/import.ts";

/** Times and dates keep their own order among Arabic words (U+2066 … U+2069); nothing in them would tell a browser which it is. */
export const ltr = (text: string): string => `\u2066${text}\u2069`;

const ar = {
  problems: {
    missing: "هذا الحقل مطلوب.",
    too_long: "النص أطول من المسموح.",
    too_many: "العدد أكبر من المسموح.",
    not_a_kind: "النوع أحد اثنين: جهة خارجية، أو قسم في المكتب.",
    not_a_service: "لا توجد خدمة بهذا الاسم. المقبول رمز الخدمة أو عنوانها، مثل parcel_delivery.",
    not_a_place: "هذا المكان غير معروف. المقبول اسم مدينة أو منطقة أو دولة.",
    not_a_language: "المقبول: العربية، الإنجليزية.",
    not_a_count: "المقبول عدد صحيح أكبر من صفر، أو حقل فارغ.",
    not_an_amount: "المبلغ رقم أكبر من صفر، مثل 45 أو 45.50.",
    price_without_service: "هذا سعر لخدمة ليست من خدمات الجهة.",
    not_a_phone: "رقم الهاتف غير مكتمل. مثال: 0501234567",
    not_an_email: "البريد الإلكتروني غير مكتمل. مثال: desk@example.com",
    not_a_web_address: "الرابط عنوان عام كامل يبدأ بـ https://",
    host_not_named:
      "لا تُرسل الإشعارات إلى عنوان داخلي، أو بلا تشفير (http)، أو على منفذ غير معتاد، إلا إذا سُمّي خادمه في الإعداد WASIT_ALLOW_PRIVATE_WEBHOOKS.",
    not_hours: `المقبول فترات مثل ${ltr("09:00-13:00, 16:00-21:00")}، أو كلمة «مغلق».`,
    hours_overlap: "تتداخل فترتان في هذا اليوم.",
    not_a_date: `هذا ليس تاريخًا. مثال: ${ltr("2027-01-31")} أو ${ltr("1448-08-23")}.`,
    dates_reversed: "اليوم الأخير قبل الأول.",
    not_a_licence: `المقبول: نوع الترخيص، ثم رقمه، ثم آخر يوم. مثال: ترخيص نقل ${ltr("TL-1")} ${ltr("2027-01-31")}`,
    not_yes_or_no: "المقبول: نعم أو لا.",
    not_a_state: "المقبول: تعمل، أو موقوفة مع السبب.",
    not_an_id: "الرمز يبدأ بـ p_ ثم أحرف إنجليزية صغيرة وأرقام. يبقى فارغًا للجهة الجديدة.",
    id_twice: "هذا الرمز في سطر سابق أيضًا.",
    name_taken: "توجد جهة بهذا الاسم. إن كانت هي المقصودة فيلزم رمزها في عمود الرمز.",
    empty_file: "لا توجد أسطر في الملف. السطر الأول أسماء الأعمدة، وبعده سطر لكل جهة.",
    not_csv: "لا يمكن قراءة الملف بعد هذا السطر: علامة تنصيص بلا ما يغلقها.",
    unknown_column: "لا يوجد عمود بهذا الاسم.",
    column_twice: "هذا العمود موجود مرتين.",
    too_few_cells: "خلايا هذا السطر أقل من الأعمدة.",
    too_many_cells: "خلايا هذا السطر أكثر من الأعمدة.",
    too_many_lines: "في الملف أكثر من 20000 سطر.",
  } satisfies Record<LineProblem["problem"] | CsvProblem["problem"], string>,
};

type PartnerProblemWords = typeof ar;

const en: PartnerProblemWords = {
  problems: {
    missing: "This is required.",
    too_long: "The text is longer than allowed.",
    too_many: "There are more than allowed.",
    not_a_kind: "The kind is one of two: Business, or Department of the office.",
    not_a_service: "There is no such service. Its id or title is taken, like parcel_delivery.",
    not_a_place: "This place is not known. The name of a city, a region or a country is taken.",
    not_a_language: "Arabic or English.",
    not_a_count: "A whole number above zero, or nothing.",
    not_an_amount: "An amount above zero, like 45 or 45.50.",
    price_without_service: "This is a price for a service that the partner does not have.",
    not_a_phone: "The phone number is not complete. Example: 0501234567",
    not_an_email: "The e-mail address is not complete. Example: desk@example.com",
    not_a_web_address: "A whole, public address that begins with https://",
    host_not_named:
      "An inner address, plain http or an unusual port is only taken where the setting WASIT_ALLOW_PRIVATE_WEBHOOKS names its host.",
    not_hours: "Shifts like 09:00-13:00, 16:00-21:00, or the word “closed”.",
    hours_overlap: "Two shifts of this day overlap.",
    not_a_date: "This is no date. Example: 2027-01-31 or 1448-08-23",
    dates_reversed: "The last day is before the first.",
    not_a_licence: "Kind, number, last day. Example: Transport licence TL-1 2027-01-31",
    not_yes_or_no: "Yes or no.",
    not_a_state: "Active, or Paused with a reason.",
    not_an_id: "An id is p_ and small letters and digits. Leave it empty for a new partner.",
    id_twice: "An earlier line has this id too.",
    name_taken: "There is a partner by this name. If it is meant, its id has to stand in the id column.",
    empty_file:
      "There are no lines in the file. The first line has the columns' names, then one for each partner.",
    not_csv: "The file can't be read beyond this line: a quotation mark is not closed.",
    unknown_column: "There is no such column.",
    column_twice: "This column is there twice.",
    too_few_cells: "This line has fewer cells than there are columns.",
    too_many_cells: "This line has more cells than there are columns.",
    too_many_lines: "The file has more than 20,000 lines.",
  },
};

export const partnerProblemWordsIn = (language: Language): PartnerProblemWords =>
  language === "ar" ? ar : en;
