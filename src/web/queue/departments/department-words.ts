/** What the queue says of departments and hand-offs, in both languages. Table-like: the English must have all of the Arabic. */
import type { departments } from "../../../conversation/flow/flow.ts";
import type { Both, Language } from "../../../domain/language.ts";

const ar = {
  all: "كل الطلبات",
  mine: "أقسامي",
  views: "الطلبات المعروضة",
  title: "القسم",
  of: (names: string) => `في قسم: ${names}`,
  nowhere: "ليس في قسم بعينه.",
  handedTo: (name: string) => `أُحيل إلى ${name}`,
  handedFrom: (from: string, to: string) => `أُحيل من ${from} إلى ${to}`,
  backFrom: (name: string) => `أُعيد من ${name}`,
  back: "أُعيد من القسم الذي أُحيل إليه",
  due: (when: string) => `المطلوب قبل ${when}`,
  notTaken: "لم يُستلم بعد",
  takenBy: (name: string) => `لدى ${name}`,
  assigned: "لدى القسم",
  handOff: "إحالة إلى قسم آخر",
  to: "القسم",
  note: "المطلوب من القسم (للزملاء وحدهم)",
  dueLabel: "يُنجز قبل (بتوقيت المكتب)",
  dueHint: "المقترح محسوب من ساعات العمل. لا يُبلَّغ العميل إلا إذا تأخر بذلك موعد الرد الذي وُعد به.",
  doHandOff: "إحالة",
  backAct: "إعادة الطلب إلى من أحاله",
  reason: "السبب",
  doneToo: "تمّ ما طُلب من القسم",
  doneBy: (name: string | undefined) =>
    name === undefined ? "أُنجز ما طُلب من القسم وأُعيد" : `أنجزه ${name} وأعاده`,
  doBack: "إعادة",
  none: "لا توجد أقسام في المكتب بعد.",
  members: "الأقسام",
  memberOf: (name: string) => `أقسام ${name}`,
  save: "حفظ الأقسام",
  saved: "حُفظت الأقسام.",
  make: "إنشاء الأقسام من ملفات الخدمات",
  makeHint:
    "لكل قسم تذكره ملفات الخدمات سجل بين الجهات من نوع «قسم في المكتب»، وفيه خدماته. يمكن تعديله بعد ذلك.",
  made: (count: number) => `عدد الأقسام المُنشأة: ${count}`,
};
export type DepartmentWords = typeof ar;

const en: DepartmentWords = {
  all: "All orders",
  mine: "My departments",
  views: "Which orders are shown",
  title: "Department",
  of: (names) => `With: ${names}`,
  nowhere: "With no department in particular.",
  handedTo: (name) => `Handed to ${name}`,
  handedFrom: (from, to) => `Handed from ${from} to ${to}`,
  backFrom: (name) => `Handed back by ${name}`,
  back: "Handed back by the department that it was handed to",
  due: (when) => `due ${when}`,
  notTaken: "not yet taken",
  takenBy: (name) => `taken by ${name}`,
  assigned: "With the department",
  handOff: "Hand to another department",
  to: "Department",
  note: "What is asked of the department (for colleagues alone)",
  dueLabel: "Due (the office's time)",
  dueHint:
    "The suggestion counts office hours. The customer is told only where this moves the time that they were given.",
  doHandOff: "Hand over",
  backAct: "Hand the order back",
  reason: "Reason",
  doneToo: "What was asked of the department is done",
  doneBy: (name) =>
    name === undefined ? "Done by the department, and handed back" : `Done by ${name}, and handed back`,
  doBack: "Hand back",
  none: "The office has no departments yet.",
  members: "Departments",
  memberOf: (name) => `Departments of ${name}`,
  save: "Save departments",
  saved: "The departments are saved.",
  make: "Make the departments that the services name",
  makeHint:
    "Each department that the service files name becomes a record among the partners, of the kind “department of the office”, with its services. It can be changed there.",
  made: (count) => (count === 1 ? "One department was made." : `${count} departments were made.`),
};

export const departmentWordsIn = (language: Language): DepartmentWords => (language === "ar" ? ar : en);

/** The departments that flows name. */
export const departmentNames = {
  reception: { ar: "الاستقبال", en: "Reception" },
  logistics: { ar: "الشحن والتوصيل", en: "Logistics" },
  bookings: { ar: "الحجوزات", en: "Bookings" },
  government: { ar: "المعاملات الحكومية", en: "Government services" },
  accounts: { ar: "المحاسبة", en: "Accounts" },
  legal: { ar: "الشؤون القانونية", en: "Legal" },
  it: { ar: "تقنية المعلومات", en: "IT" },
  hr: { ar: "الموارد البشرية", en: "Human resources" },
  data: { ar: "البيانات والتقارير", en: "Data and reports" },
} as const satisfies Record<(typeof departments)[number], Both>;
