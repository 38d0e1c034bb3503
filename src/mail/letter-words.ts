/** What letters to partners say beside the words of the offer's page, in both languages. The English has all of the Arabic (by type). */
import type { Language } from "../domain/language.ts";

const ar = {
  subject: (ref: string, service: string) => `الطلب ${ref}: ${service}`,
  order: (ref: string) => `الطلب ${ref}`,
  payAgreed: (ref: string) => `الأجرة المتفق عليها للطلب ${ref}`,
  amended: (ref: string) => `تغيّرت بيانات الطلب ${ref}`,
  link: "فتح صفحة الطلب",
  answer: "القبول أو الاعتذار من هذه الصفحة، وفتحها وحده لا يعني القبول:",
  answerPrice: "السعر أو الاعتذار من هذه الصفحة:",
  page: "بيانات العميل وخطوات التنفيذ في هذه الصفحة:",
  confirm: "نرجو تأكيد علمكم بذلك من هذه الصفحة:",
  relay: "التواصل مع العميل عن طريق المكتب فقط.",
  call: "لأي سؤال عن هذا الطلب: هاتف المكتب أدناه.",
  wrote: (ref: string) => `كتب لكم عميل الطلب ${ref}`,
  readWords: "رسالته والرد عليها في صفحة الطلب:",
  noReplyToCustomer: "الرد على هذا البريد لا يصل إلى العميل.",
  noReply: "الرد على هذا البريد لا يُعدّ قبولًا ولا اعتذارًا.",
  data: {
    delete:
      "طلب عميل هذا الطلب حذف بياناته. يلزم حذف ما لديكم منها مما لا يوجب النظام حفظه، ومتابعة ذلك مع المكتب.",
    withdraw:
      "سحب عميل هذا الطلب موافقته على حفظ بياناته الخاصة. يلزم حذف ما لديكم منها مما لا يوجب النظام حفظه، ومتابعة ذلك مع المكتب.",
  },
  pausedTitle: "توقفت العروض الجديدة مؤقتًا",
  paused: "مرّت ثلاثة عروض متتالية دون رد منكم، فأوقف المكتب إرسال عروض جديدة إليكم حتى تعودوا.",
  back: "العودة إلى استقبال العروض",
  pausedOrders: "الطلبات التي لديكم الآن تبقى كما هي.",
};
export type LetterWords = typeof ar;

const en: LetterWords = {
  subject: (ref, service) => `Order ${ref}: ${service}`,
  order: (ref) => `Order ${ref}`,
  payAgreed: (ref) => `The pay agreed for order ${ref}`,
  amended: (ref) => `Order ${ref} has changed`,
  link: "Open the order's page",
  answer: "Accept or decline on this page; opening it accepts nothing:",
  answerPrice: "Give your price or decline on this page:",
  page: "The customer's details and the next steps are on this page:",
  confirm: "Please confirm on this page that you know:",
  relay: "The office passes on what you and the customer write; there is no direct contact.",
  call: "For any question about this order call the office at the number below.",
  wrote: (ref) => `The customer of order ${ref} wrote to you`,
  readWords: "Read it and answer on the order's page:",
  noReplyToCustomer: "A reply to this mail does not reach the customer.",
  noReply: "Replying to this mail neither accepts nor declines.",
  data: {
    delete:
      "The customer of this order asked to have their data deleted. Please delete what you have of it and no law requires you to keep, and settle it with the office.",
    withdraw:
      "The customer of this order took back their consent to sensitive data being kept. Please delete what you have of it and no law requires you to keep, and settle it with the office.",
  },
  pausedTitle: "New offers are paused",
  paused:
    "Three offers in a row went by without an answer from you, so the office sends you no new ones until you are back.",
  back: "We are back, send offers again",
  pausedOrders: "The orders that you have now stay with you.",
};

export const letterWordsIn = (language: Language): LetterWords => (language === "ar" ? ar : en);
