/** What an order's page says of the search for a partner, in both languages. Table-like: the English must have all of the Arabic. */
import type { Language } from "../../../domain/language.ts";
import type { SearchOver } from "../../../domain/search.ts";

const ar = {
  title: "البحث عن جهة",
  needsPrice: "تُسأل الجهات آليًا بعد تحديد السعر واعتماد العميل له.",
  waitsForPrice: "تُسأل الجهات آليًا بعد اعتماد العميل للسعر.",
  begins: "تُسأل الجهات خلال لحظات.",
  asking: (until: string) => `تُسأل الجهات الآن، ومهلة الرد حتى ${until}.`,
  waits: (until: string) => `لا جهة مناسبة مفتوحة الآن. يُستأنف البحث ${until}.`,
  waitsForRoom: (until: string) =>
    `ينتظر الطلب حتى تتفرّغ جهة: لدى الجهات المناسبة كلها عروض كثيرة لم ترد عليها بعد. يُستأنف البحث عند أول متسع، ويُعاد النظر ${until} على الأكثر.`,
  rests: "يتوقف البحث ما دام أحد الزملاء ينظر في الطلب، ويُستأنف إن تركه دون إجراء.",
  askedSoFar: (count: number) => `عدد الجهات التي سُئلت: ${count}.`,
  over: {
    found: "انتهى البحث: قبلته جهة.",
    quoted: "انتهى البحث: الأسعار أمام العميل ليختار.",
    nobody: "سُئلت الجهات المناسبة كلها ولم تقبله أي منها. الطلب مع المكتب.",
    unreachable: "لا جهة لهذه الخدمة يمكن سؤالها آليًا. الطلب مع المكتب، ويُرسَل العرض برابط.",
    by_staff: "توقف البحث: الطلب مع المكتب.",
    ended: "انتهى البحث مع انتهاء الطلب.",
  } satisfies Record<SearchOver, string> as Record<SearchOver, string>,
  begin: "سؤال الجهات الآن",
  again: "سؤال الجهات من جديد",
  stop: "إيقاف السؤال",
  asked: (count: number) => `سُئلت: ${count}`,
  unreachable: "لا تُسأل آليًا",
};
export type SearchWords = typeof ar;

const en: SearchWords = {
  title: "Search for a partner",
  needsPrice: "Partners are asked by themselves once the price is set and the customer has approved it.",
  waitsForPrice: "Partners are asked by themselves once the customer has approved the price.",
  begins: "Partners are asked in a moment.",
  asking: (until) => `Partners are being asked; they may answer until ${until}.`,
  waits: (until) => `No partner that would do is open now. The search goes on: ${until}.`,
  waitsForRoom: (until) =>
    `It waits for room: all partners that would do have many offers to answer. The search goes on when one has room, and looks again ${until} at the latest.`,
  rests: "The search rests while a colleague has a look, and goes on if the order is let go as it is.",
  askedSoFar: (count) => `Asked so far: ${count}.`,
  over: {
    found: "The search is over: a partner has it.",
    quoted: "The search is over: the prices are before the customer.",
    nobody: "All partners that would do were asked, and none took it. The order is with the office.",
    unreachable:
      "No partner of this service can be asked by itself. The order is with the office; an offer can be sent by link.",
    by_staff: "The search was stopped: the order is with the office.",
    ended: "The search ended with the order.",
  },
  begin: "Ask partners now",
  again: "Ask partners again",
  stop: "Ask no more",
  asked: (count) => `Asked: ${count}`,
  unreachable: "can't be asked by themselves",
};

export const searchWordsIn = (language: Language): SearchWords => (language === "ar" ? ar : en);
