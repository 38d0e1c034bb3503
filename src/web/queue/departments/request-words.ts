/** What the queue says of requests between the office's own departments, in both languages. The English must have all of the Arabic. */
import { fileNumbers } from "../../../domain/files.ts";
import type { Language } from "../../../domain/language.ts";

const ar = {
  title: "طلباتي من الأقسام",
  lead: "الطلبات المرسلة إلى أقسام المكتب وحالة كل منها. يطّلع على الطلب صاحبه والقسم والمشرفون، ولا يراه العملاء ولا الجهات المنفّذة.",
  none: "لم يُطلب شيء من الأقسام بعد.",
  make: "طلب جديد من قسم",
  choose: "من أي قسم؟",
  nothingToAsk: "لا توجد ملفات طلبات داخلية في هذا المكتب.",
  send: "إرسال الطلب",
  sent: (ref: string) => `سُجّل الطلب برقم ${ref}. تظهر حالته هنا.`,
  optional: "(اختياري)",
  pick: "اختيار…",
  filesHint: `(الحد الأعلى للملفات ${fileNumbers.most}، وحجم كل منها حتى ${fileNumbers.mb} ميغابايت)`,
  problems: {
    missing: "هذا الحقل مطلوب.",
    secret: "في النص ما يشبه كلمة مرور أو رمز تحقق أو رقم بطاقة. لا يُحفظ مثل هذا.",
    choose_again: "لم تُحفظ الملفات. تُختار من جديد مع الإرسال.",
    file_empty: "أحد الملفات فارغ.",
    too_many_pixels: `إحدى الصور أكبر من ${fileNumbers.megapixels} ميغابكسل.`,
    file_not_kept: "لا يمكن حفظ الملفات الآن. يمكن الإرسال من دونها، أو بعد قليل.",
  },
  wrong: "بعض الحقول تحتاج إلى تصحيح، ولم يُحفظ شيء.",
  internal: "طلب داخلي",
  yours: "طلب منك",
  askedBy: (name: string) => `صاحب الطلب: ${name}`,
  details: "تظهر كل خطوة في السجل، ويمكن إضافة ملاحظة للقسم في أي وقت.",
  withdraw: "لم أعد أحتاج إليه",
  reason: "السبب",
  doWithdraw: "إلغاء الطلب",
  fresh: "جديد",
  over: (count: number) =>
    count === 1
      ? "انتهى طلب داخلي لك."
      : count === 2
        ? "انتهى طلبان داخليان لك."
        : `انتهت طلبات داخلية لك، عددها ${count}.`,
};
export type RequestWords = typeof ar;

const en: RequestWords = {
  title: "My requests",
  lead: "What you asked of the office's departments, and how each stands. You, the department and heads read a request; customers and partners see nothing of it.",
  none: "You have asked nothing of the departments yet.",
  make: "New request",
  choose: "Which department?",
  nothingToAsk: "This office has no files of internal requests.",
  send: "Send the request",
  sent: (ref) => `Your request is ${ref}. How it stands is shown here.`,
  optional: "(optional)",
  pick: "Choose…",
  filesHint: `(up to ${fileNumbers.most} files of ${fileNumbers.mb} MB each)`,
  problems: {
    missing: "This field is needed.",
    secret: "The text holds what looks like a password, a code or a card number. Such things are not kept.",
    choose_again: "The files were not kept. Choose them again before you send.",
    file_empty: "One of the files is empty.",
    too_many_pixels: `One of the pictures is larger than ${fileNumbers.megapixels} megapixels.`,
    file_not_kept: "Files can't be kept now. Send without them, or a little later.",
  },
  wrong: "Some fields need mending; nothing was saved.",
  internal: "Internal request",
  yours: "Your request",
  askedBy: (name) => `Asked by ${name}`,
  details: "Every step stands in the history, and you may add a note for the department at any time.",
  withdraw: "I don't need it any more",
  reason: "Reason",
  doWithdraw: "Call it off",
  fresh: "new",
  over: (count) =>
    count === 1 ? "One of your requests is finished." : `${count} of your requests are finished.`,
};

export const requestWordsIn = (language: Language): RequestWords => (language === "ar" ? ar : en);
