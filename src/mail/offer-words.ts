/** What a letter and the page say alike of an offer, in both languages. The English has all of the Arabic (by type). */
import type { Language } from "../domain/language.ts";
import type { OfferEnd } from "../domain/offer.ts";

const ar = {
  title: (ref: string) => `عرض لتنفيذ الطلب ${ref}`,
  yoursTitle: (ref: string) => `الطلب ${ref} لديكم`,
  until: "يسري العرض حتى",
  pays: "أجرة التنفيذ",
  paysByOffice: "يدفعها المكتب، شاملة الضريبة، بعد إتمام الطلب.",
  paysOpen: "يُتفق عليها مع المكتب قبل البدء.",
  asksPrice: "نرجو تحديد سعركم لهذا الطلب؛ يُعرض على العميل مع أسعار أخرى ليختار منها.",
  ended: "أُلغي هذا الطلب، ولا يلزم تنفيذه.",
  over: {
    taken: "سبقت جهة أخرى إلى هذا الطلب. شكرًا لكم.",
    withdrawn: "سحب المكتب هذا العرض. شكرًا لكم.",
    expired: "انتهت مهلة هذا العرض.",
    declined: "وصلنا اعتذاركم عن هذا الطلب. شكرًا لكم.",
    accepted: "لم يعد هذا الطلب لديكم.",
    quoted: "وصلنا سعركم، وينتظر اختيار العميل.",
    changed: "تغيّرت تفاصيل الطلب، فلم يعد هذا العرض قائمًا. قد يصلكم عرض جديد بالتفاصيل المعدّلة.",
    not_chosen: "لم يختر العميل هذا العرض. شكرًا لكم.",
    ended: "انتهى الطلب، فلم يعد هذا العرض قائمًا. شكرًا لكم.",
  } satisfies Record<OfferEnd, string> as Record<OfferEnd, string>,
};
export type OfferWords = typeof ar;

const en: OfferWords = {
  title: (ref) => `An offer: order ${ref}`,
  yoursTitle: (ref) => `Order ${ref} is yours`,
  until: "The offer stands until",
  pays: "Pay",
  paysByOffice: "Paid by the office, tax included, once the order is done.",
  paysOpen: "To be agreed with the office before you begin.",
  asksPrice: "We ask for your price: the customer sees it beside others, and chooses.",
  ended: "This order was cancelled: nothing needs to be done.",
  over: {
    taken: "Another partner was faster. Thank you.",
    withdrawn: "The office has taken this offer back. Thank you.",
    expired: "The time for this offer is over.",
    declined: "You have declined this order. Thank you.",
    accepted: "This order is not yours any more.",
    quoted: "We have your price; the customer is choosing.",
    changed: "The order's details have changed, so this offer stands no more. A new one may follow.",
    not_chosen: "The customer did not choose this offer. Thank you.",
    ended: "The order is over, and this offer with it. Thank you.",
  },
};

export const offerWords: Readonly<Record<Language, OfferWords>> = { ar, en };
