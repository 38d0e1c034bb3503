/**
 * Every word that the queue says to staff, in both languages: the frame of its pages, and what each page says, which stands in a file of its own.
 * Statuses, stages, services and fields have their words in the flows.
 */
import type { Language } from "../../../domain/language.ts";
import { chatWordsIn } from "../chats/chat-words.ts";
import { listWordsIn } from "../lists/list-words.ts";
import { historyWordsIn } from "../orders/history-words.ts";
import { orderPageWordsIn } from "../orders/order-page-words.ts";
import { staffWordsIn } from "../staff/staff-words.ts";
import { accountWordsIn } from "./account-words.ts";
import { answerWordsIn } from "./answer-words.ts";

const ar = {
  queue: "طلبات المكتب",
  skip: "إلى المحتوى",
  open: "متاحة",
  mine: "طلباتي",
  waiting: "بانتظار موظف",
  waitingTab: "بالانتظار",
  done: "منتهية",
  agents: "الموظفون",
  account: "الحساب",
  logout: "تسجيل الخروج",
  otherLanguage: "English",
  search: "بحث",
  searchLabel: "رقم طلب أو اسم أو جوال أو كلمة",
  searchResults: (query: string) => `نتائج البحث عن ${query}`,
  more: "عرض المزيد",
  demo: "مكتب تجريبي: الموظفون والشركاء للعرض فقط.",
  rehearsal: "وضع التدريب: ساعة المكتب ليست الوقت الحقيقي.",
  offline: "انقطع الاتصال. لم يُحفظ الإجراء الأخير؛ تبقى الكلمات المكتوبة في مكانها.",
  newOrder: "وصل طلب جديد",
  newWaiting: "محادثة جديدة بانتظار موظف",
  notFound: "لا توجد صفحة هنا",
  back: "العودة إلى الطلبات",
};

const en: typeof ar = {
  queue: "Order queue",
  skip: "Skip to content",
  open: "Open",
  mine: "Mine",
  waiting: "Waiting for a person",
  waitingTab: "Waiting",
  done: "Finished",
  agents: "Staff",
  account: "Account",
  logout: "Log out",
  otherLanguage: "العربية",
  search: "Search",
  searchLabel: "Order number, name, phone or a word",
  searchResults: (query) => `Results for ${query}`,
  more: "Show more",
  demo: "Demo office: staff and partners are samples.",
  rehearsal: "Rehearsal: the office's clock is not the real time.",
  offline: "The connection was lost. Your last action was not saved; what you typed is still here.",
  newOrder: "A new order has arrived",
  newWaiting: "A chat is waiting for a person",
  notFound: "There is no page here",
  back: "Back to the orders",
};

const words = { ar: wordsOf("ar"), en: wordsOf("en") } as const satisfies Record<Language, object>;

/** The queue's words in one language. */
export type Words = ReturnType<typeof wordsOf>;

export function wordsIn(language: Language): Words {
  return words[language];
}

function wordsOf(language: Language) {
  return {
    ...(language === "ar" ? ar : en),
    ...listWordsIn(language),
    ...orderPageWordsIn(language),
    ...chatWordsIn(language),
    ...historyWordsIn(language),
    ...answerWordsIn(language),
    ...accountWordsIn(language),
    ...staffWordsIn(language),
  };
}
