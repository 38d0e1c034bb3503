/** What the form of a partner says. Table-like: the English must have all of the Arabic. */
import type { Language } from "../../../domain/language.ts";
import { ltr } from "./partner-problem-words.ts";

const ar = {
  newTitle: "جهة جديدة",
  save: "حفظ",
  saved: "حُفظت الجهة.",
  savedNothing: "لم يتغير شيء.",
  wrong: (count: string) => `لم يُحفظ شيء بعد: ${count} بحاجة إلى تصحيح.`,
  wrongCount: (count: number) => (count === 1 ? "حقل واحد" : count === 2 ? "حقلان" : `الحقول: ${count}`),
  stale:
    "حفظ شخص آخر هذه الجهة أثناء فتح الصفحة، ولم يُحفظ ما كُتب هنا بعد. الحفظ من جديد يضع ما كُتب هنا مكان ما حفظه.",
  seeNewest: "فتح الجهة كما هي الآن",
  basics: "الاسم والنوع",
  work: "الخدمات والأسعار",
  priceOf: (service: string) => `سعر ${service} بالريال`,
  priceHint:
    "تُحدَّد الخدمات التي تنفّذها. السعر بالريال لكل طلب شامل الضريبة؛ وما بقي فارغًا فبعرض سعر في كل مرة.",
  places: "أين تعمل",
  placesHint: "أسماء مدن أو مناطق أو دول، بينها فاصلة. فارغ: كل المدن.",
  hoursHint: `لكل يوم فترة أو أكثر، مثل ${ltr("09:00-13:00, 16:00-21:00")}. إذا بقيت الأيام كلها فارغة فمثل أوقات المكتب، وإلا فاليوم الفارغ مغلق.`,
  ramadanHint: "بتقويم أم القرى. إذا بقيت كلها فارغة ففي رمضان مثل بقية السنة.",
  holidaysHint: `تاريخ في كل سطر، أو من تاريخ إلى تاريخ: ${ltr("2027-03-09 – 2027-03-12")}. تُقبل التواريخ الهجرية أيضًا.`,
  officeHolidays: "مغلقة في إجازات المكتب أيضًا",
  capacityHint: "فارغ: بلا حد.",
  languagesHint: "اللغات التي يقرؤها العاملون فيها.",
  reachHint: "الهاتف لاتصال الموظفين. إلى البريد ورابط النظام تُرسل العروض.",
  licencesHint: `آخر يوم ميلادي أو هجري، مثل ${ltr("2027-01-31")}. فارغ: بلا انتهاء. يبقى الصف الفارغ بلا أثر؛ وبعد الحفظ تظهر صفوف أخرى.`,
  licenceKind: "نوع الترخيص",
  licence: (n: number) => `الترخيص ${n}`,
};

type PartnerFormWords = typeof ar;

const en: PartnerFormWords = {
  newTitle: "New partner",
  save: "Save",
  saved: "The partner is saved.",
  savedNothing: "Nothing has changed.",
  wrong: (count) => `Nothing is saved yet: ${count} to correct.`,
  wrongCount: (count) => (count === 1 ? "one field" : `${count} fields`),
  stale:
    "Somebody else saved this partner while you had the page open; what you typed is not saved yet. Saving again puts it in the place of what they saved.",
  seeNewest: "Open the partner as it is now",
  basics: "Name and kind",
  work: "Services and prices",
  priceOf: (service) => `Price of ${service} in riyals`,
  priceHint:
    "Tick the services that it carries out. A price is in riyals for an order, tax included; where it is empty, each order is quoted.",
  places: "Where it works",
  placesHint: "Names of cities, regions or countries, with commas between. Empty: every city.",
  hoursHint:
    "One shift a day or more, like 09:00-13:00, 16:00-21:00. With every day empty it keeps the office's hours; otherwise an empty day is closed.",
  ramadanHint: "By the Umm al-Qura calendar. With every day empty, Ramadan is like the rest of the year.",
  holidaysHint: "A date on each line, or one to another: 2027-03-09 – 2027-03-12. Hijri dates are taken too.",
  officeHolidays: "Closed on the office's holidays too",
  capacityHint: "Empty: any number.",
  languagesHint: "What its people read.",
  reachHint: "The phone is for staff to call. Offers go to the e-mail and the webhook address.",
  licencesHint:
    "The last day by either calendar, like 2027-01-31. Empty: no end. An empty row is nothing; after saving there are new rows.",
  licenceKind: "Kind of licence",
  licence: (n) => `Licence ${n}`,
};

export const partnerFormWordsIn = (language: Language): PartnerFormWords => (language === "ar" ? ar : en);
