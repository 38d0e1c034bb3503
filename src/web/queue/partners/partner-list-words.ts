/** What the list of partners says, and what is the same on every page of them. Table-like: the English must have all of the Arabic. */
import type { Language } from "../../../domain/language.ts";

const ar = {
  title: "الجهات المنفّذة",
  about: "من ينفّذ الطلبات: جهات خارجية، وأقسام المكتب نفسه.",
  search: "بحث في الجهات",
  searchHint: "اسم أو رقم أو مدينة",
  service: "الخدمة",
  anyService: "كل الخدمات",
  state: "الحالة",
  anyState: "كل الحالات",
  show: "عرض",
  clear: "إزالة التصفية",
  none: "لا توجد جهات بعد. تمكن إضافة أول جهة، أو استيرادها كلها من جدول.",
  noneForAgents: "لا توجد جهات بعد. يضيفها رئيس القسم أو مدير النظام.",
  noneFits: "لا توجد جهة بهذه المواصفات.",
  add: "إضافة جهة",
  edit: "تعديل",
  editTitle: (name: string) => `تعديل ${name}`,
  importTitle: "استيراد من جدول",
  exportAll: "تصدير الكل",
  back: "كل الجهات",
  cancel: "تراجع",
  everywhere: "كل المدن",
  sample: "تجريبية",
  quoted: "بعرض سعر",
  taxIncluded: "المبلغ لكل طلب، شامل الضريبة.",
  noServices: "بلا خدمات",
};

type PartnerListWords = typeof ar;

const en: PartnerListWords = {
  title: "Partners",
  about: "Who carries orders out: businesses, and departments of the office itself.",
  search: "Search partners",
  searchHint: "Name, number or city",
  service: "Service",
  anyService: "every service",
  state: "State",
  anyState: "every state",
  show: "Show",
  clear: "Clear the filter",
  none: "No partners yet. You can add the first one, or import all of them from a table.",
  noneForAgents: "No partners yet. A head or an administrator adds them.",
  noneFits: "No partner is like that.",
  add: "Add a partner",
  edit: "Edit",
  editTitle: (name) => `Edit ${name}`,
  importTitle: "Import a table",
  exportAll: "Export all",
  back: "All partners",
  cancel: "Cancel",
  everywhere: "every city",
  sample: "sample",
  quoted: "by quote",
  taxIncluded: "Amount for an order, tax included.",
  noServices: "no services",
};

export const partnerListWordsIn = (language: Language): PartnerListWords => (language === "ar" ? ar : en);
