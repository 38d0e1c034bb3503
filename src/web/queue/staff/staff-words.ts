/** What the page of all colleagues says. Table-like: the English must have all of the Arabic. */
import type { Role } from "../../../domain/agent.ts";
import type { Language } from "../../../domain/language.ts";

const ar = {
  staff: {
    title: "الموظفون",
    add: "إضافة موظف",
    name: "الاسم",
    email: "البريد الإلكتروني",
    role: "الدور",
    roles: { agent: "موظف", head: "رئيس قسم", admin: "مدير النظام" } satisfies Record<Role, string>,
    language: "اللغة",
    active: "يعمل",
    disabled: "موقوف",
    disable: "إيقاف",
    enable: "إعادة تفعيل",
    newPassword: "كلمة مرور جديدة",
    sample: "تجريبي",
    once: (name: string) => `كلمة المرور الخاصة بـ ${name}. تظهر هذه المرة فقط:`,
    added: "أُضيف الموظف.",
    taken: "هذا البريد مسجل لموظف آخر.",
    badEmail: "البريد الإلكتروني غير مكتمل.",
    badName: "الاسم مطلوب.",
    disabledDone: "أُوقف الحساب وانتهت جلساته.",
    enabledDone: "عاد الحساب إلى العمل.",
    notSelf: "لا يمكن إيقاف الحساب المستخدم الآن.",
  },
};

type StaffWords = typeof ar;

const en: StaffWords = {
  staff: {
    title: "Staff",
    add: "Add a member of staff",
    name: "Name",
    email: "E-mail",
    role: "Role",
    roles: { agent: "Agent", head: "Head", admin: "Administrator" },
    language: "Language",
    active: "active",
    disabled: "disabled",
    disable: "Disable",
    enable: "Enable",
    newPassword: "New password",
    sample: "sample",
    once: (name) => `Password for ${name}. It is shown this once only:`,
    added: "Added.",
    taken: "Another member of staff has this e-mail address.",
    badEmail: "The e-mail address is not complete.",
    badName: "Please give a name.",
    disabledDone: "The account is disabled and its sessions are over.",
    enabledDone: "The account works again.",
    notSelf: "You cannot disable the account that you are using.",
  },
};

export const staffWordsIn = (language: Language): StaffWords => (language === "ar" ? ar : en);
