/** What an order's page says of who may carry it out, in both languages. Table-like: the English must have all of the Arabic. */
import type { LeftReason } from "../../dispatch/choose.ts";
import type { RankPart } from "../../dispatch/rank.ts";
import type { Language } from "../../domain/language.ts";

const ar = {
  title: "الجهات المنفّذة",
  hint: "اقتراح فقط: لم يُرسل لها شيء. بعد الاتفاق معها يُسنَد الطلب إليها هنا، ويُبلَّغ العميل.",
  claimFirst: "يسند الطلبَ مَن استلمه.",
  none: "لا توجد جهة يمكن أن تأخذ هذا الطلب الآن.",
  noneListed: "لا توجد جهة مسجلة لهذه الخدمة.",
  add: "إضافة جهة",
  give: "إسناد",
  giveTo: (name: string) => `إسناد الطلب إلى ${name}`,
  more: (count: number) => `وتصلح له أيضًا جهات أخرى، عددها ${count}.`,
  leftTitle: (count: number) => `لماذا لم تُقترح غيرها؟ (${count})`,
  left: {
    other_service: "لا تقدّم هذه الخدمة",
    paused: "متوقفة مؤقتًا",
    licence_expired: "انتهى ترخيصها، فلا تُسند إليها طلبات",
    licence_missing: "ليس لها الترخيص اللازم",
    elsewhere: "لا تعمل في مكان هذا الطلب",
    asked_before: "سُئلت عن هذا الطلب من قبل",
    full: "لديها من الطلبات ما يكفيها الآن",
    closed: "مغلقة الآن",
  } satisfies Record<LeftReason, string> as Record<LeftReason, string>,
  opens: (when: string) => `تفتح: ${when}`,
  andMore: (count: number) => `وغيرها: ${count}`,
  has: (count: number) => `الطلبات لديها: ${count}`,
  newcomer: "جديدة",
  rank: (percent: number) => `الأداء ${percent}%`,
  parts: {
    acceptance: "القبول",
    speed: "سرعة الرد",
    on_time: "الالتزام بالموعد",
    complaints: "بلا شكاوى",
    rating: "تقييم العملاء",
  } satisfies Record<RankPart, string> as Record<RankPart, string>,
  sample: "تجريبية",
  everywhere: "كل المدن",
  now: "الطلب عند:",
  giveBack: "لم تعد الجهة تنفّذه",
  reason: "السبب (للزملاء)",
  doGiveBack: "استرجاع الطلب",
};
export type ChoiceWords = typeof ar;

const en: ChoiceWords = {
  title: "Partners",
  hint: "A suggestion only: nothing has been sent to them. Once you have agreed, give the order to one here, and the customer is told.",
  claimFirst: "Whoever holds the order can give it to a partner.",
  none: "No partner can take this order now.",
  noneListed: "No partner is listed for this service.",
  add: "Add a partner",
  give: "Give",
  giveTo: (name) => `Give the order to ${name}`,
  more: (count) => `${count} more would do.`,
  leftTitle: (count) => `Why no others? (${count})`,
  left: {
    other_service: "Does not offer this service",
    paused: "Paused",
    licence_expired: "Its licence has expired, so it gets no orders",
    licence_missing: "Does not hold the licence that this needs",
    elsewhere: "Does not work where this order is",
    asked_before: "Was asked about this order before",
    full: "Has as many orders as it can take",
    closed: "Closed now",
  },
  opens: (when) => `opens ${when}`,
  andMore: (count) => `and ${count} more`,
  has: (count) => `Orders now: ${count}`,
  newcomer: "new",
  rank: (percent) => `Performance ${percent}%`,
  parts: {
    acceptance: "accepts",
    speed: "answers fast",
    on_time: "on time",
    complaints: "no complaints",
    rating: "customers' rating",
  },
  sample: "sample",
  everywhere: "every city",
  now: "The order is with:",
  giveBack: "The partner does not do it after all",
  reason: "Reason (for colleagues)",
  doGiveBack: "Take the order back",
};

export const choiceWordsIn = (language: Language): ChoiceWords => (language === "ar" ? ar : en);
