/** What stands about the ways by which a partner is told: its system, its mail and its chat. Table-like: the English must have all of the Arabic. */
import type { TroubleName } from "../../../dispatch/system-troubles.ts";
import type { Language } from "../../../domain/language.ts";

const ar = {
  contactsTitle: "التواصل",
  systemSince: "منذ:",
  systemTrouble: {
    expired: () => "لا يُرسل إلى نظام الجهة شيء: انتهت صلاحية شهادته (TLS).",
    not_yet_valid: () => "لا يُرسل إلى نظام الجهة شيء: لم تبدأ صلاحية شهادته (TLS) بعد.",
    wrong_host: () => "لا يُرسل إلى نظام الجهة شيء: شهادته (TLS) لعنوان آخر.",
    self_signed: () => "لا يُرسل إلى نظام الجهة شيء: شهادته (TLS) موقّعة ذاتيًا.",
    unknown_authority: () => "لا يُرسل إلى نظام الجهة شيء: جهة إصدار شهادته (TLS) غير معروفة.",
    revoked: () => "لا يُرسل إلى نظام الجهة شيء: شهادته (TLS) ملغاة.",
    bad_certificate: () => "لا يُرسل إلى نظام الجهة شيء: شهادته (TLS) غير سليمة.",
    no_handshake: () => "لا يُرسل إلى نظام الجهة شيء: لا اتصال آمنًا (TLS 1.2 فأحدث) على عنوانه.",
    address: () => "لا يُرسل إلى نظام الجهة شيء: عنوانه لا يُسمح بالإرسال إليه.",
    unreachable: () => "تعذّر الوصول إلى نظام الجهة.",
    silent: () => "نظام الجهة لا يجيب في الوقت المحدد.",
    not_http: () => "ما يجيب به نظام الجهة ليس HTTP.",
    status: (status: number) => `نظام الجهة لا يقبل ما يُرسل إليه (${status}).`,
    gone: () => "نظام الجهة لا يقبل أي رسالة بعد الآن (410).",
  } satisfies Record<TroubleName, (status: number) => string> as Record<
    TroubleName,
    (status: number) => string
  >,
  mailOff: "لا يرسل المكتب بريدًا: SMTP_URL غير مضبوط.",
  mailNone: "لم يُرسل إليه شيء بعد.",
  mail: {
    sent: "آخر رسالة استلمها خادم البريد:",
    waiting: "آخر رسالة تنتظر الإرسال منذ:",
    failed: "لم تُقبل آخر رسالة، وكانت:",
    moot: "لم تُرسل آخر رسالة لأن مضمونها انتهى قبل إرسالها، وكانت:",
  },
  chat: "محادثة الجهة",
  chatLinked: "مرتبطة منذ",
  chatNot: "غير مرتبطة",
  makeCode: "رمز ربط جديد للمحادثة",
  codeOnce: (name: string) => `رمز ربط محادثة ${name}، يظهر هذه المرة فقط، ويصلح مرة واحدة خلال 24 ساعة:`,
  codeBy: { telegram: "تيليجرام", whatsapp: "واتساب", web: "صفحة المحادثة" },
  codeHow: "يفتح الرابط محادثة مع المكتب وفيها الرمز؛ وتصبح المحادثة التي يُرسل منها محادثة الجهة.",
  unlink: "فصل المحادثة",
  unlinkSure: "لا تصل إليها عروض بعد ذلك، وتُخبر بذلك. يمكن ربطها من جديد برمز جديد.",
  unlinked: "فُصلت المحادثة.",
  secret: "المفتاح السري للنظام",
  secretHas: "محفوظ، ولا يظهر من جديد",
  secretNone: "لا يوجد بعد",
  makeSecret: "مفتاح سري جديد",
  secretSure: "يتوقف المفتاح السابق فورًا، ويلزم إعطاء الجديد لمن يدير نظام الجهة.",
  secretOnce: (name: string) => `المفتاح السري الخاص بـ ${name}. يظهر هذه المرة فقط:`,
  secretNeedsWebhook: "يلزم رابط نظام الجهة أولًا.",
};

type PartnerContactsWords = typeof ar;

const en: PartnerContactsWords = {
  contactsTitle: "Contact",
  systemSince: "Since:",
  systemTrouble: {
    expired: () => "Nothing is sent to its system: its certificate (TLS) has expired.",
    not_yet_valid: () => "Nothing is sent to its system: its certificate (TLS) is not valid yet.",
    wrong_host: () => "Nothing is sent to its system: its certificate (TLS) is another host's.",
    self_signed: () => "Nothing is sent to its system: its certificate (TLS) is signed by itself.",
    unknown_authority: () => "Nothing is sent to its system: nobody knows who issued its certificate (TLS).",
    revoked: () => "Nothing is sent to its system: its certificate (TLS) is revoked.",
    bad_certificate: () => "Nothing is sent to its system: its certificate (TLS) is not right.",
    no_handshake: () => "Nothing is sent to its system: there is no safe TLS (1.2 or newer) at its address.",
    address: () => "Nothing is sent to its system: its address may not be called.",
    unreachable: () => "Its system can't be reached.",
    silent: () => "Its system does not answer in time.",
    not_http: () => "What its system answers is no HTTP.",
    status: (status) => `Its system does not take what it is told (${status}).`,
    gone: () => "Its system wants nothing any more (410).",
  },
  mailOff: "The office sends no mail: SMTP_URL is not set.",
  mailNone: "Nothing was sent there yet.",
  mail: {
    sent: "The mail server took the last letter:",
    waiting: "The last letter waits to leave since:",
    failed: "The last letter was refused; it was of:",
    moot: "The last letter was not sent, because what it said was over before it left; it was of:",
  },
  chat: "Chat",
  chatLinked: "linked since",
  chatNot: "not linked",
  makeCode: "New link code for its chat",
  codeOnce: (name) => `The link code for ${name}'s chat. It is shown once, and works once, within 24 hours:`,
  codeBy: { telegram: "Telegram", whatsapp: "WhatsApp", web: "Chat page" },
  codeHow:
    "The link opens a chat with the office, with the code in it; the chat that sends it becomes the partner's.",
  unlink: "Unlink the chat",
  unlinkSure: "No offers reach it any more, and it is told so. A new code can link it again.",
  unlinked: "The chat is unlinked.",
  secret: "Secret of its system",
  secretHas: "kept, and not shown again",
  secretNone: "none yet",
  makeSecret: "New secret",
  secretSure: "The old secret ends at once; whoever looks after the partner's system needs the new one.",
  secretOnce: (name) => `The secret for ${name}. It is shown this once only:`,
  secretNeedsWebhook: "It needs a webhook address first.",
};

export const partnerContactsWordsIn = (language: Language): PartnerContactsWords =>
  language === "ar" ? ar : en;
