/** What colleagues read of their own account: the login, and a new password. Table-like: the English must have all of the Arabic. */
import type { Language } from "../../../domain/language.ts";

const ar = {
  login: {
    title: "تسجيل الدخول",
    email: "البريد الإلكتروني",
    password: "كلمة المرور",
    enter: "دخول",
    wrong: "لم يتطابق البريد مع كلمة المرور.",
    locked: (minutes: string) =>
      `توقفت المحاولات على هذا البريد مؤقتًا بعد عدة محاولات غير صحيحة. تُفتح من جديد بعد ${minutes}، ويمكن لمدير النظام إعطاء كلمة مرور جديدة.`,
    tooMany: (minutes: string) => `محاولات كثيرة من هذا الجهاز. تُفتح من جديد بعد ${minutes}.`,
    stale: "مضى وقت طويل على فتح الصفحة. هذه صفحة جديدة، ويمكن الدخول منها.",
    out: "تم تسجيل الخروج.",
  },

  password: {
    title: "تغيير كلمة المرور",
    current: "كلمة المرور الحالية",
    next: "كلمة المرور الجديدة",
    hint: "12 حرفًا على الأقل.",
    save: "حفظ كلمة المرور",
    wrong: "كلمة المرور الحالية غير صحيحة.",
    too_short: "كلمة المرور الجديدة أقصر من 12 حرفًا.",
    too_long: "كلمة المرور الجديدة أطول من 200 حرف.",
    changed: "تغيّرت كلمة المرور، وانتهت الجلسات الأخرى.",
  },
};

type AccountWords = typeof ar;

const en: AccountWords = {
  login: {
    title: "Log in",
    email: "E-mail",
    password: "Password",
    enter: "Log in",
    wrong: "That e-mail and password do not match.",
    locked: (minutes) =>
      `Logging in with this e-mail is paused after several wrong attempts. It opens again in ${minutes}; an administrator can also give a new password.`,
    tooMany: (minutes) => `Too many attempts from this device. It opens again in ${minutes}.`,
    stale: "The page had been open for too long. This is a fresh one; please log in here.",
    out: "You are logged out.",
  },

  password: {
    title: "Change password",
    current: "Current password",
    next: "New password",
    hint: "At least 12 characters.",
    save: "Save password",
    wrong: "The current password is not right.",
    too_short: "The new password is shorter than 12 characters.",
    too_long: "The new password is longer than 200 characters.",
    changed: "Your password is changed, and other sessions are over.",
  },
};

export const accountWordsIn = (language: Language): AccountWords => (language === "ar" ? ar : en);
