/**
 * What the queue says of the office's lines, in both languages: how each is and what to do. Table-like:
 * the Arabic is the shape, the English must have all of it (by type). Steps and settings that belong to one platform stand under its name.
 */
import type { AwayReason, LineState, RefusedReason } from "../../../channels/channel.ts";
import type { Language } from "../../../domain/language.ts";
import type { SentAgain } from "../../../engine.ts";
import { isDeaf } from "../../../outbox/lines.ts";

type ByChannel = Readonly<Record<string, string>>;

const ar = {
  title: "خطوط التواصل",
  about: "كل خط هو الطريق إلى العملاء على منصة واحدة. ما لا يمكن إرساله الآن يبقى محفوظًا ويخرج بترتيبه.",
  channels: {
    web: "محادثة الموقع",
    telegram: "تيليجرام",
    whatsapp: "واتساب",
    terminal: "الطرفية",
    desk: "مكتب الاستقبال",
    staff: "داخل المكتب",
    staff_mail: "بريد المشرفين",
  } as ByChannel,
  states: {
    starting: "قيد البدء",
    working: "يعمل",
    deaf: "لا يستقبل",
    away: "منقطع",
    needs_link: "يحتاج إلى ربط",
    refused: "متوقف",
  } satisfies Record<LineState["type"], string>,
  paused: "موقوف مؤقتًا",
  pausedNote: "أوقفه المكتب: لا تخرج منه رسالة، وما يصل يُحفظ ويخرج رده بعد الاستئناف.",
  startingNote: "يتصل بالمنصة الآن.",
  careful: "يتمهل",
  carefulNote:
    "يتمهل الخط كي لا تحظره المنصة: تخرج الردود الآن، وتنتظر الأخبار والتذكيرات. لا حاجة إلى إجراء: تخرج بعد حين تلقائيًا.",
  carefulWaiting: "ما ينتظر لهذا السبب",
  workingNote: "لا حاجة إلى إجراء.",
  as: "يظهر للعملاء باسم",
  deaf: "لا تستطيع المنصة تسليم ما يكتبه العملاء إلى هذا المكتب، أما رسائل المكتب فتصل إلى العملاء. يلزم أن يصل الإنترنت إلى العنوان العام للمكتب؛ الأمر npm run doctor يفحصه. ما ينتظر يصل بعد ذلك تلقائيًا.",
  turnedAway:
    "تصل المنصة إلى هذا المكتب، لكنه لم يستطع حفظ ما جاءت به، أما رسائل المكتب فتصل إلى العملاء. يلزم النظر في سجل الخادم وفي المساحة الحرة على القرص؛ الأمر npm run doctor يفحصها. ما ينتظر يصل بعد ذلك تلقائيًا.",
  deafWaiting: "بانتظار التسليم لدى المنصة",
  said: "السبب كما ذكرته المنصة",
  away: {
    unreachable: "لا ترد خوادم المنصة. لا حاجة إلى إجراء: تُعاد المحاولة تلقائيًا.",
    conflict: "يستعمل برنامج آخر هذا الخط نفسه. يلزم إيقاف ذلك البرنامج، ثم يعود الخط تلقائيًا.",
    slow_down: "طلبت المنصة الانتظار. لا حاجة إلى إجراء: يُستأنف الإرسال تلقائيًا.",
    browser: "توقف المتصفح الذي يعمل به الخط. لا حاجة إلى إجراء: يُعاد تشغيله تلقائيًا.",
  } satisfies Record<AwayReason, string>,
  retry: "المحاولة التالية",
  loggedOut: "أُلغي ربط هذا الخط من الهاتف أو من المنصة. لا يعود إلا بربط جديد.",
  linkFirst: "لم يُربط هذا الخط بهاتف المكتب بعد.",
  linkSteps: {
    whatsapp:
      "في هاتف المكتب: واتساب، ثم «الأجهزة المرتبطة»، ثم «ربط جهاز»، ثم مسح هذا الرمز. يتجدد الرمز تلقائيًا.",
  } as ByChannel,
  linkStepsOther: "يُمسح هذا الرمز بهاتف المكتب. يتجدد الرمز تلقائيًا.",
  qr: (line: string) => `رمز ربط ${line}`,
  noQr: "يظهر رمز الربط هنا بعد قليل. إن لم يظهر، يبدأ «ربط من جديد» برمز جديد.",
  code: "رمز الربط بالرقم",
  codeSteps: "يُكتب في هاتف المكتب: «الأجهزة المرتبطة»، ثم «الربط برقم الهاتف بدلًا من ذلك».",
  byNumber: "الربط برقم الهاتف بدل مسح الرمز",
  phone: "رقم هاتف المكتب",
  phoneHint: "مثل 0501234567 أو ‎+966501234567‎",
  getCode: "طلب رمز",
  badPhone: "هذا الرقم غير مكتمل.",
  codeAsked: "طُلب الرمز، ويظهر هنا بعد قليل.",
  refused: {
    bad_token: "لم تقبل المنصة مفتاح الخط. يلزم تصحيح الإعداد، ثم إعادة تشغيل المكتب:",
    bad_webhook:
      "لم تقبل المنصة العنوان العام للمكتب، فلا يصل ما يكتبه العملاء، أما رسائل المكتب فتصل إليهم. يلزم عنوان يبدأ بـ https على المنفذ 443 أو 80 أو 88 أو 8443 واسمه معروف على الإنترنت، ثم إعادة تشغيل المكتب:",
    no_browser:
      "لم يعمل المتصفح الذي يحتاج إليه الخط. يلزم ضبط الإعداد على متصفح مثبت، ثم إعادة تشغيل المكتب:",
    banned: "أوقفت المنصة هذا الرقم. يمكن الاعتراض من تطبيقها في هاتف المكتب، أو الربط برقم آخر.",
  } satisfies Record<RefusedReason, string>,
  since: "منذ",
  lastIn: "آخر رسالة واردة",
  lastOut: "آخر رسالة صادرة",
  notYet: "لا شيء منذ بدء التشغيل",
  openLast: "فتح محادثتها",
  backlog: "بانتظار الإرسال",
  problemsTitle: "آخر الأعطال",
  noProblems: "لا أعطال منذ بدء التشغيل.",
  times: (count: number) => `عدد المرات: ${count}`,
  pause: "إيقاف مؤقت",
  resume: "استئناف",
  pausedDone: "توقف الخط مؤقتًا. ما بقي من رسائله محفوظ.",
  resumedDone: "عاد الخط إلى العمل، ويخرج ما تأخر بترتيبه.",
  relink: "ربط من جديد",
  relinkSure:
    "يُنسى الربط الحالي، ولا تخرج من هذا الخط رسالة حتى يُربط بهاتف المكتب من جديد. لا تُفقد أي رسالة.",
  relinkYes: "نعم، ربط من جديد",
  relinked: "بدأ الربط من جديد، ويظهر الرمز هنا بعد قليل.",
  linkFailed: "لم يبدأ الربط. تمكن المحاولة من جديد بعد قليل.",
  notHere: "هذا الإجراء لا يخص هذا الخط.",
  test: "رسالة تجريبية",
  testHow: "تُكتب كلمة إلى هذا الخط من هاتف شخصي، ثم تُفتح محادثتها من هنا، وفيها زر «رسالة تجريبية».",
  testHint: "تصل إلى صاحب هذه المحادثة جملة قصيرة تقول إنها تجربة، ولا يتغير شيء في طلباته.",
  testSend: "إرسال رسالة تجريبية",
  inHouse: "جزء من المكتب نفسه: لا منصة وراءه ولا يُوقف.",
  unofficial: {
    whatsapp:
      "تنبيه: هذا الربط لا يتم عبر تطبيق رسمي من واتساب. قد توقف المنصة الرقم في أي وقت، ولذلك لا يُستعمل رقم لا يُستغنى عنه، ولا تُرسل منه رسائل جماعية.",
  } as ByChannel,
  settings: { telegram: "TELEGRAM_BOT_TOKEN" } as ByChannel,
  banner: {
    paused: "موقوف مؤقتًا",
    starting: "قيد البدء",
    working: "يعمل",
    deaf: "لا يصل منه ما يكتبه العملاء حتى يعالجه مدير النظام",
    away: "منقطع، وتبقى رسائله محفوظة حتى يعود",
    needs_link: "يحتاج إلى ربط بهاتف المكتب من رئيس قسم أو مدير النظام",
    refused: "متوقف حتى يعالجه مدير النظام",
  } satisfies Record<LineState["type"] | "paused", string>,
  waitsForLine: "ينتظر عودة الخط",
  notCertain: "وصوله غير مؤكد",
  again: "إرسال من جديد",
  againDone: "تُرسل الرسالة من جديد.",
  againNot: {
    nothing: "لا حاجة إلى إعادة إرسالها: وصلت، أو هي في طريقها، أو تجاوزتها رسالة أحدث.",
    opted_out:
      "أوقف العميل الرسائل في هذه المحادثة، وهذه الرسالة لم يطلبها، فلم تُرسل. يمكن الاتصال به هاتفيًا.",
    never_wrote:
      "لم تُرسل: لا تسمح هذه المنصة بمراسلة من لم يكتب إلى المكتب أولًا. يمكن الاتصال بالعميل هاتفيًا.",
  } satisfies Record<Exclude<SentAgain, "sent">, string>,
};

/** The words about lines in one language. */
export type LineWords = typeof ar;

const en: LineWords = {
  title: "Lines",
  about:
    "Each line is the way to customers on one platform. What cannot leave now is kept, and leaves in its order.",
  channels: {
    web: "Web chat",
    telegram: "Telegram",
    whatsapp: "WhatsApp",
    terminal: "Terminal",
    desk: "Front desk",
    staff: "Inside the office",
    staff_mail: "Heads' mail",
  },
  states: {
    starting: "starting",
    working: "working",
    deaf: "not receiving",
    away: "away",
    needs_link: "needs linking",
    refused: "stopped",
  },
  paused: "paused",
  pausedNote:
    "Paused by the office: no message leaves, and what comes in is kept; its reply leaves once it goes on.",
  startingNote: "It is connecting to the platform.",
  careful: "careful",
  carefulNote:
    "The line is careful, so that the platform does not block it: answers leave now, news and reminders wait. Nobody has to do anything: they leave a little later by themselves.",
  carefulWaiting: "Waiting for that reason",
  workingNote: "Nobody has to do anything.",
  as: "Customers see it as",
  deaf: "The platform can't bring what customers write to this office; what the office sends still goes out. The internet must reach the office's public address: npm run doctor looks at it. What waits then comes by itself.",
  turnedAway:
    "The platform does reach this office, which could not take what it brought; what the office sends still goes out. Look at the server's log and at the free space of its disk: npm run doctor looks at it, too. What waits then comes by itself.",
  deafWaiting: "Waiting at the platform",
  said: "The platform's reason",
  away: {
    unreachable: "The platform's servers do not answer. Nobody has to act: it is tried again by itself.",
    conflict: "Another program uses the same line. Stop that program; the line then comes back by itself.",
    slow_down: "The platform asks to wait. Nobody has to act: sending goes on by itself.",
    browser: "The browser behind it stopped. Nobody has to act: it is started again by itself.",
  },
  retry: "Next try",
  loggedOut:
    "Its link was taken back, on the phone or by the platform. Only linking it again brings it back.",
  linkFirst: "This line has not been linked to the office's phone yet.",
  linkSteps: {
    whatsapp:
      "On the office's phone: WhatsApp, “Linked devices”, “Link a device”, then scan this code. It renews itself.",
  },
  linkStepsOther: "Scan this code with the office's phone. It renews itself.",
  qr: (line) => `Code for linking ${line}`,
  noQr: "The code for linking appears here shortly; if it does not, “Link again” makes a new one.",
  code: "Code for linking by number",
  codeSteps: "Type it on the office's phone: “Linked devices”, then “Link with phone number instead”.",
  byNumber: "Link by phone number instead of scanning",
  phone: "The office's phone number",
  phoneHint: "like 0501234567 or +966501234567",
  getCode: "Ask for a code",
  badPhone: "This number is not complete.",
  codeAsked: "The code is asked for and appears here shortly.",
  refused: {
    bad_token: "The platform does not accept this line's key. Mend the setting, then start the office again:",
    bad_webhook:
      "The platform does not accept the office's public address, so what customers write does not arrive; what the office sends still goes out. The address must begin with https, on port 443, 80, 88 or 8443, under a name that the internet knows; then start the office again:",
    no_browser:
      "The browser that this line needs does not run. Set it to an installed one, then start the office again:",
    banned:
      "The platform has banned this number. You can appeal in its app on the office's phone, or link another number.",
  },
  since: "since",
  lastIn: "Last message in",
  lastOut: "Last message out",
  notYet: "nothing since the start",
  openLast: "open its chat",
  backlog: "Waiting to leave",
  problemsTitle: "Newest problems",
  noProblems: "No problems since the start.",
  times: (count) => `${count} times`,
  pause: "Pause",
  resume: "Go on",
  pausedDone: "The line is paused. Its messages are kept.",
  resumedDone: "The line goes on; what waited leaves in its order.",
  relink: "Link again",
  relinkSure:
    "The present link is forgotten, and no message leaves this line until it is linked to the office's phone again. No message is lost.",
  relinkYes: "Yes, link again",
  relinked: "Linking has begun; the code appears here shortly.",
  linkFailed: "Linking did not begin. Please try again shortly.",
  notHere: "This line has no such action.",
  test: "Test message",
  testHow:
    "Write a word to this line from a phone of your own, then open that chat from here: it has a button “Test message”.",
  testHint:
    "The owner of this chat gets one short sentence that says it is a test; nothing changes in their orders.",
  testSend: "Send a test message",
  inHouse: "Part of the office itself: there is no platform behind it, and nothing to pause.",
  unofficial: {
    whatsapp:
      "Please note: this is not an official WhatsApp client. The platform may ban the number at any time, so use none that the office can't do without, and send nothing in bulk.",
  },
  settings: { telegram: "TELEGRAM_BOT_TOKEN" },
  banner: {
    paused: "paused",
    starting: "starting",
    working: "working",
    deaf: "what customers write does not arrive, until an administrator tends to it",
    away: "away; its messages are kept until it is back",
    needs_link: "needs to be linked to the office's phone by a head or an administrator",
    refused: "stopped until an administrator tends to it",
  },
  waitsForLine: "waits for the line",
  notCertain: "not certain",
  again: "Send again",
  againDone: "The message is on its way again.",
  againNot: {
    nothing: "There is no need to send it again: it arrived, is on its way, or a later one took its place.",
    opted_out:
      "The customer stopped messages in this chat and did not ask for this one, so it was not sent. You can call them.",
    never_wrote:
      "Not sent: on this platform nobody may be written to who has not written to the office first. You can call them.",
  },
};

const words: Readonly<Record<Language, LineWords>> = { ar, en };

export function lineWordsIn(language: Language): LineWords {
  return words[language];
}

/** A channel as people call it. */
export function channelName(channel: string, language: Language): string {
  return words[language].channels[channel] ?? channel;
}

/** The state whose word stands for a line that is so: by one whose public address was refused, messages leave all the same. */
export function shownAs(state: LineState): LineState["type"] {
  return isDeaf(state) ? "deaf" : state.type;
}
