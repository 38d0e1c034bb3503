/** What the queue says of joined chats and stopped messages, in both languages: the Arabic is the shape, the English has all of it. */
import type { Proof } from "../../../domain/doors.ts";
import type { Language } from "../../../domain/language.ts";

const ar = {
  title: "محادثات هذا العميل",
  about: "عميل واحد يكتب من أكثر من مكان. تصل أخبار كل طلب إلى المحادثة التي سُجّل فيها.",
  here: "هذه المحادثة",
  open: (channel: string) => `محادثة ${channel}`,
  split: "فصل هذه المحادثة",
  splitHint:
    "إن كان من يكتب هنا شخصًا آخر: تنفصل هذه المحادثة عن غيرها، وتعود إلى كل محادثة طلباتها وبياناتها. لا يُرسل شيء إلى أحد.",
  splitSure: "نعم، فصلها",
  history: "سجل الجمع والفصل",
  joined: (proof: string) => `جُمعت مع محادثة أخرى، والإثبات: ${proof}`,
  parted: "فُصلت",
  proofs: { phone: "رقم الجوال نفسه موثّق من المنصتين", code: "رمز لمرة واحدة" } satisfies Record<
    Proof["type"],
    string
  >,
  byCustomer: "العميل",
  also: "يكتب هذا العميل أيضًا من:",
  optedOut: "أوقف العميل الرسائل هنا:",
  optedOutHint:
    "لا تُرسل إليه أخبار الطلبات ولا التذكيرات. يُرسل الرد إذا كتب هو أولًا، خلال 24 ساعة من رسالته.",
  goneSince: "منذ",
  gone: "لا تصل الرسائل إلى العميل هنا، فقد حظر الخط أو أغلق حسابه. يمكن الاتصال به هاتفيًا.",
  cameBack: "عاد العميل إلى استقبال الرسائل:",
};
export type DoorsWords = typeof ar;

const en: DoorsWords = {
  title: "This customer's chats",
  about:
    "One customer who writes from several places. News of each order goes to the chat where it was placed.",
  here: "This chat",
  open: (channel) => `Chat on ${channel}`,
  split: "Part this chat",
  splitHint:
    "If somebody else writes here: this chat is parted from the others, and each has its own orders and details again. Nothing is sent to anybody.",
  splitSure: "Yes, part it",
  history: "Joined and parted",
  joined: (proof) => `Joined with another chat, by ${proof}`,
  parted: "Parted",
  proofs: { phone: "the same phone, which both platforms vouch for", code: "a one-time code" },
  byCustomer: "the customer",
  also: "This customer also writes from:",
  optedOut: "The customer has stopped messages here:",
  optedOutHint:
    "No order news and no reminders are sent. A reply goes out when they have written first, within 24 hours of their message.",
  goneSince: "Since",
  gone: "messages do not reach the customer here: they blocked the line or closed their account. You can call them.",
  cameBack: "The customer has turned messages on again:",
};

export function doorsWordsIn(language: Language): DoorsWords {
  return language === "ar" ? ar : en;
}
