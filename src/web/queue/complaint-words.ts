/** What the queue says of complaints, in both languages. Table-like: the English must have all of the Arabic. */
import type { OutcomeName } from "../../domain/complaint.ts";
import type { Language } from "../../domain/language.ts";

const ar = {
  complaints: "الشكاوى",
  placed: "سُجّلت الشكوى",
  none: "لا توجد شكوى مفتوحة.",
  title: "الشكوى",
  ofOrder: "شكاوى على هذا الطلب",
  about: "عن الطلب",
  aboutNothing: "ليست عن طلب محدد.",
  forHead: "لم يكتفِ العميل بالجواب الأول، فيستلمها مشرف.",
  claim: "استلام الشكوى",
  takeFirst: "تُكتب النتيجة بعد استلام الشكوى.",
  outcome: "النتيجة",
  firstOutcome: "الجواب الأول، ولم يكفِ العميل",
  outcomes: {
    apology: "اعتذار",
    redo: "إعادة التنفيذ",
    refund: "تقرر ردّ المبلغ",
    other: "إجراء آخر",
    not_upheld: "لا تقصير من جهتنا",
  } satisfies Record<OutcomeName, string>,
  answer: "كتابة الجواب",
  answerAnew: "تصحيح الجواب",
  words: "الجواب للعميل",
  wordsHint: "يصل إلى العميل كما هو، ثم يُسأل إن كانت المشكلة حُلّت.",
  blames: "تُحسب على",
  nobody: "لا تُحسب على جهة",
  blamesHint: "تدخل في تقييم الجهة، إلا إذا لم يتبيّن تقصير.",
  counted: (partner: string) => `حُسبت على ${partner}`,
  send: "إرسال الجواب",
  waitsForCustomer: "بانتظار كلمة العميل.",
  content: "العميل راضٍ بالجواب.",
  silent: "أُغلقت لأن العميل لم يرد بعد الجواب.",
  open: "تسجيل شكوى من العميل",
  openWords: "ما قاله العميل (هاتفيًا أو في المكتب)",
  openHint: "لا تُعرض على الجهة المنفّذة.",
  doOpen: "تسجيل الشكوى",
};
export type ComplaintWords = typeof ar;

const en: ComplaintWords = {
  complaints: "Complaints",
  placed: "Complaint noted",
  none: "No complaint is open.",
  title: "Complaint",
  ofOrder: "Complaints about this order",
  about: "About order",
  aboutNothing: "Not about a particular order.",
  forHead: "The customer was not content with the first answer: a head takes it.",
  claim: "Claim the complaint",
  takeFirst: "The outcome is written once the complaint is claimed.",
  outcome: "Outcome",
  firstOutcome: "The first answer, which was not enough",
  outcomes: {
    apology: "Apology",
    redo: "Done again",
    refund: "Refund decided",
    other: "Something else",
    not_upheld: "No fault on our side",
  },
  answer: "Write the answer",
  answerAnew: "Correct the answer",
  words: "Answer to the customer",
  wordsHint: "The customer reads it as it is, and is asked whether it settles the matter.",
  blames: "Counts for",
  nobody: "No partner",
  blamesHint: "It goes into the partner's standing, unless no fault was found.",
  counted: (partner: string) => `Counts for ${partner}`,
  send: "Send the answer",
  waitsForCustomer: "Waiting for the customer's word.",
  content: "The customer is content.",
  silent: "Closed because the customer said nothing to the answer.",
  open: "Note a complaint of the customer",
  openWords: "What the customer said (on the phone or at the desk)",
  openHint: "The partner is not shown it.",
  doOpen: "Note the complaint",
};

export function complaintWordsIn(language: Language): ComplaintWords {
  return language === "ar" ? ar : en;
}
