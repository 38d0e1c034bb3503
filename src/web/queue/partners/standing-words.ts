/** How a partner has served, in plain words: the very counts that its rank is made of. Table-like: the English must have all of the Arabic. */
import { meanAnswerMs, type RankPart } from "../../../dispatch/rank.ts";
import { standingDays } from "../../../dispatch/standings.ts";
import type { Language } from "../../../domain/language.ts";
import { letGoBy, type Standing } from "../../../domain/standing.ts";

const ar = {
  title: `الأداء في آخر ${standingDays} يومًا`,
  accepted: (some: number, all: number) => `العروض المقبولة أو المسعّرة: ${some} من ${all}`,
  declined: (count: number) => `اعتذارات: ${count}`,
  tooLate: (count: number) => `ردود بعد انتهاء المهلة: ${count}`,
  missed: (count: number) => `بلا رد: ${count}`,
  answers: (time: string) => `متوسط وقت الرد: ${time}`,
  inTime: (some: number, all: number) => `الطلبات المنجزة في وقتها: ${some} من ${all}`,
  late: (count: number) => `منها طلبات تأخرت أو توقفت لديها: ${count}`,
  givenBack: (count: number) => `منها طلبات قبلتها ولم تنفّذها: ${count}`,
  complaints: (count: number) => (count === 0 ? "لا توجد شكاوى ثبتت صحتها" : `شكاوى ثبتت صحتها: ${count}`),
  rated: (mark: string, count: number) => `تقييم العملاء ${mark} من 5 (عدد التقييمات: ${count})`,
  nothing: "لم يُعرف عنها شيء بعد.",
  quiet: (count: number) =>
    `لا جديد عنها في هذه المدة. ليست جهة جديدة: عدد ما عُرف عنها قبلها من عروض أو طلبات ${count}، وتُقدَّر الآن بالمعتاد.`,
  newcomer:
    "جهة جديدة: حتى تصلها 10 عروض تُضاف إلى تقييم أدائها 10 نقاط على الأكثر، ولا يقل عن 70%، لتأخذ فرصتها.",
  how: "ما لم يُعرف بعد يُقدَّر بالمعتاد، ويقل أثر هذا التقدير مع كل عرض. ولا يُحسب عرض لم يصل إليها، أو انتهت مهلته وهي مغلقة أو المكتب متوقف. والرد بعد انتهاء المهلة لا يُحسب قبولًا ولا سكوتًا، بل يُحسب وقته؛ ومن لا يرد إطلاقًا فهو الأبطأ.",
  weighs: (percent: number, weight: number) => `${percent}% (وزنه ${weight}%)`,
};
export type StandingWords = typeof ar;

const en: StandingWords = {
  title: `The last ${standingDays} days`,
  accepted: (some, all) => `accepted or priced ${some} of ${all} offers`,
  declined: (count) => `declined: ${count}`,
  tooLate: (count) => `answered too late: ${count}`,
  missed: (count) => `let go by: ${count}`,
  answers: (time) => `answers in ${time} on average`,
  inTime: (some, all) => `in time with ${some} of ${all}`,
  late: (count) => `of these late or standing still: ${count}`,
  givenBack: (count) => `of these accepted and not carried out: ${count}`,
  complaints: (count) => (count === 0 ? "no complaint upheld" : `complaints upheld: ${count}`),
  rated: (mark, count) => `rated ${mark} of 5 (marks: ${count})`,
  nothing: "Nothing is known of it yet.",
  quiet: (count) =>
    `Nothing new in this time. It is nobody new: offers or orders known from before: ${count}. It counts as usual now.`,
  newcomer:
    "New: until it has had 10 offers up to 10 points are added to its performance, and it is never below 70%, so that it is asked at all.",
  how: "What is not known yet counts as usual, and the less the more offers there are. An offer that did not reach it, or that ended while it was closed or the office stood still, counts nowhere. An answer that comes too late is neither an acceptance nor a silence, but its time counts; no answer at all is the slowest.",
  weighs: (percent, weight) => `${percent}% (weighs ${weight}%)`,
};

export const standingWordsIn = (language: Language): StandingWords => (language === "ar" ? ar : en);

/** The facts behind each part of the rank; a part of which nothing was seen has none. */
export function standingFacts(
  standing: Standing,
  language: Language,
): Readonly<Record<RankPart, readonly string[]>> {
  const words = standingWordsIn(language);
  const { offered, accepted, declined, answeredLate } = standing;
  const { finished, inTime, givenBack, complaints, ratings, ratingSum } = standing;
  const missed = letGoBy(standing);
  const had = finished + givenBack;
  const ms = meanAnswerMs(standing);
  return {
    acceptance: [
      ...(offered > 0 ? [words.accepted(accepted, offered)] : []),
      ...(declined > 0 ? [words.declined(declined)] : []),
      ...(answeredLate > 0 ? [words.tooLate(answeredLate)] : []),
      ...(missed > 0 ? [words.missed(missed)] : []),
    ],
    speed: ms === undefined ? [] : [words.answers(timeText(ms, language))],
    on_time: [
      ...(had > 0 ? [words.inTime(inTime, had)] : []),
      ...(finished > inTime ? [words.late(finished - inTime)] : []),
      ...(givenBack > 0 ? [words.givenBack(givenBack)] : []),
    ],
    complaints: had > 0 || complaints > 0 ? [words.complaints(complaints)] : [],
    rating: ratings > 0 ? [words.rated((ratingSum / ratings).toFixed(1), ratings)] : [],
  };
}

/** Minutes, or hours from two on; less than a minute is one. */
function timeText(ms: number, language: Language): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const [count, unit] = minutes < 120 ? [minutes, "minute"] : [Math.round(minutes / 60), "hour"];
  const locale = language === "ar" ? "ar-u-nu-latn" : "en";
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count ?? 0);
}
