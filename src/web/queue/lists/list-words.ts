/** What the lists of orders say, and each card of them. Table-like: the English must have all of the Arabic. */
import type { Language } from "../../../domain/language.ts";

const ar = {
  empty: {
    open: "لا توجد طلبات متاحة الآن. يظهر هنا كل طلب جديد فور وصوله.",
    mine: "لا توجد طلبات لديك. عند استلام طلب من «متاحة» يظهر هنا.",
    waiting: "لا أحد بانتظار موظف. تظهر هنا كل محادثة يطلب صاحبها التحدث مع شخص.",
    done: "لم ينته أي طلب بعد.",
    search: "لا نتائج. يمكن البحث برقم الطلب أو باسم أو برقم جوال أو بكلمة من التفاصيل.",
  },

  newestFirst: "الأحدث أولًا",
  soonestFirst: "الأقرب ردًا أولًا",
  promised: "الرد",
  late: (by: string) => `متأخر ${by}`,
  overdue: {
    warned: "تجاوز وقت الاستلام",
    escalated: "بانتظار المشرف: لم يُستلم",
    stuck: "تجاوز وقت المرحلة",
    stuckLong: "بانتظار المشرف: متوقف في المرحلة",
    handoff: "تجاوز وقت الإحالة",
    handoffLong: "بانتظار المشرف: تأخر القسم المُحال إليه",
    handedBackLong: "بانتظار المشرف: أعاده القسم ولم يتولّه أحد",
    missed: (count: number) => (count === 1 ? "فات موعد الرد مرة" : `فات موعد الرد، عدد المرات: ${count}`),
  },

  arrived: "وصل",
  changed: "آخر تغيير",
  with: "لدى",
  withYou: "لديك",
  withNobody: "لم يستلمه أحد",
  until: (time: string) => `محجوز حتى ${time}، ويثبت مع أول إجراء`,
};

type ListWords = typeof ar;

const en: ListWords = {
  empty: {
    open: "No open orders right now. Every new order appears here as it arrives.",
    mine: "You hold no orders. Claim one under “Open” and it will appear here.",
    waiting: "Nobody is waiting. Chats that ask for a person appear here.",
    done: "No order has finished yet.",
    search: "Nothing found. You can search by order number, name, phone number or a word from the details.",
  },

  newestFirst: "Newest first",
  soonestFirst: "Soonest promise first",
  promised: "reply due",
  late: (by) => `${by} late`,
  overdue: {
    warned: "Should have been claimed by now",
    escalated: "For a head: nobody has claimed it",
    stuck: "Too long at this stage",
    stuckLong: "For a head: stands still at this stage",
    handoff: "The hand-off is past its time",
    handoffLong: "For a head: the department has not seen to it",
    handedBackLong: "For a head: handed back, and taken by nobody",
    missed: (count) => (count === 1 ? "One promise missed" : `Promises missed: ${count}`),
  },

  arrived: "arrived",
  changed: "last change",
  with: "with",
  withYou: "with you",
  withNobody: "nobody has claimed it",
  until: (time) => `held until ${time}; the first action makes it lasting`,
};

export const listWordsIn = (language: Language): ListWords => (language === "ar" ? ar : en);
