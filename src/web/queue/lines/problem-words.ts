/**
 * Why a message did not arrive, or a line had trouble, by the names that the outbox keeps them under. Table-like: the English must have all
 * of the Arabic.
 */
import type { Language } from "../../../domain/language.ts";

const ar = {
  problems: {
    retry_later: "لم تقبلها المنصة، وتُعاد المحاولة",
    held: "يتمهل الخط كي لا تحظره المنصة: تُرسل الردود الآن، وتُرسل الأخبار بعد حين",
    held_words: "يتمهل الخط كي لا تحظره المنصة: لا يكتب الآن إلا إلى من كتب خلال 24 ساعة",
    held_long: "لم تُرسل: ظل الخط أيامًا لا يرسل إلا الردود كي لا تحظره المنصة",
    gave_up: "لم تقبلها المنصة بعد محاولات كثيرة",
    unsure: "لم يصلنا رد المنصة، وقد تكون الرسالة وصلت",
    unsure_ended: "لم يصلنا رد المنصة، وقد تكون الرسالة وصلت. إرسالها من جديد قد يكررها عند العميل",
    unsure_withdrawn: "قد تكون وصلت قبل أن يوقف العميل الرسائل",
    unsure_overtaken: "قد تكون وصلت، ولم تُرسل من جديد لأن ردًا أحدث حل محلها",
    repeated: "أُرسلت مرة أخرى لأن نتيجة المرة الأولى لم تُعرف، وقد تكون وصلت مرتين",
    address_gone: "لا يمكن الوصول إلى العميل على هذا العنوان: حظر الخط أو أغلق حسابه",
    refused: "رفضت المنصة هذه الرسالة",
    logged_out: "الخط غير مربوط",
    undelivered: "استلمتها المنصة ولم تستطع إيصالها",
    never_wrote: "لم تُرسل: لا تسمح هذه المنصة بمراسلة من لم يكتب إلى المكتب أولًا",
    opted_out: "لم تُرسل لأن العميل أوقف الرسائل",
    overtaken: "لم تُرسل لأن ردًا أحدث حل محلها قبل إرسالها",
    moot: "لم تُرسل لأن مضمونها انتهى قبل إرسالها",
    unknown_after_restore: "قد تكون أُرسلت قبل استعادة النسخة الاحتياطية",
    unreachable: "لم ترد خوادم المنصة",
    conflict: "استعمل برنامج آخر هذا الخط",
    slow_down: "طلبت المنصة الانتظار",
    browser: "توقف المتصفح",
    bad_token: "لم تقبل المنصة مفتاح الخط",
    bad_webhook: "لم تقبل المنصة العنوان العام",
    deaf: "لم تستطع المنصة تسليم ما كتبه العملاء",
    no_browser: "لم يعمل المتصفح",
    banned: "أوقفت المنصة الرقم",
  },
  otherProblem: "عطل آخر؛ تفصيله في سجل الخادم",
};

const en: typeof ar = {
  problems: {
    retry_later: "the platform did not take it; it is tried again",
    held: "the line is careful, so that the platform does not block it: answers leave now, news a little later",
    held_words:
      "the line is careful, so that the platform does not block it: for now it writes only to people who wrote within 24 hours",
    held_long: "not sent: for days the line sent answers alone, so that the platform would not block it",
    gave_up: "the platform did not take it, after many tries",
    unsure: "the platform gave no answer about the message, which may have arrived",
    unsure_ended:
      "it may have arrived: the platform gave no answer. If it is sent again, the customer may read it twice",
    unsure_withdrawn: "it may have arrived before the customer stopped messages",
    unsure_overtaken: "it may have arrived, and was not sent again, because a later reply took its place",
    repeated:
      "sent once more, because nobody could say what became of the first time; it may have arrived twice",
    address_gone: "the customer can't be reached there: they blocked the line or closed their account",
    refused: "the platform refused this message",
    logged_out: "the line is not linked",
    undelivered: "the platform took it and could not deliver it",
    never_wrote:
      "not sent: on this platform nobody may be written to who has not written to the office first",
    opted_out: "not sent, because the customer stopped messages",
    overtaken: "not sent, because a later reply took its place before it left",
    moot: "not sent, because what it said was over before it left",
    unknown_after_restore: "it may have left before the backup was restored",
    unreachable: "the platform's servers did not answer",
    conflict: "another program used this line",
    slow_down: "the platform asked to wait",
    browser: "the browser stopped",
    bad_token: "the platform did not accept the line's key",
    bad_webhook: "the platform did not accept the public address",
    deaf: "the platform could not bring what customers wrote",
    no_browser: "the browser did not run",
    banned: "the platform banned the number",
  },
  otherProblem: "another fault; the server's log has the details",
};

export const problemWordsIn = (language: Language): typeof ar => (language === "ar" ? ar : en);

/** What is tried no more has another name. */
const givenUp: Readonly<Record<string, string>> = {
  retry_later: "gave_up",
  held: "held_long",
  unsure: "unsure_ended",
};

/**
 * Why a message did not arrive, or a line had trouble.
 * @param ended nothing is tried any more
 */
export function problemText(problem: string, language: Language, ended = false): string {
  const { problems, otherProblem } = problemWordsIn(language);
  const named: Readonly<Record<string, string>> = problems;
  return named[(ended && givenUp[problem]) || problem] ?? otherProblem;
}
