/** Reads "since when" where it stands right behind what is wrong: «من امس», «صار له يومين», "for two weeks". It is part of what is told. */
import { latinDigits } from "../../language/numbers/digit-runs.ts";
import type { Candidate } from "../values/candidate.ts";
import type { Extraction } from "../values/extraction.ts";
import { firstFrom, type Word } from "../words.ts";
import { textAt } from "./text-bounds.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const leads = set(`
  من منذ مند صارله صارلها صارلي بقاله بقالها بقالي له لها since for
  mn men min mnth ba2alo ba2aloh ba2alha sarlo sarlah 9arlo 9arlah lo laha
`);
/** «صار له يومين», "has been down": words of two. */
const openings = /^(?:صار|بقي|sar|9ar|over|about|حوالي|اكثر|اكتر|قرابه|تقريبا|almost|nearly|around|more)$/;
const fillers = set(
  "من the last past about over almost nearly around than more a an few couple of اكثر اكتر حوالي قرابه كم كام كذا el al",
);
const counts =
  /^(?:\d{1,3}|one|two|three|four|five|six|seven|ten|several|ثلاث|ثلاثه|تلات|تلاته|اربع|اربعه|خمس|خمسه|ست|سته|سبع|سبعه|عشر|عشره|talat|arba3|khamas|5amas)$/;
const times = set(`
  امس امبارح مبارح البارح البارحه اليوم الصبح الصباح صباح الظهر العصر المغرب العشا الفجر الليل ليل يوم يومين يومان ايام يوما ساعه ساعتين ساعات اسبوع اسبوعين اسبوعان اسابيع
  شهر شهرين شهران شهور اشهر سنه زمان فتره مده مساء ليله السبت الاحد الاثنين الاتنين الثلاثاء التلات الاربعاء الاربع الخميس الجمعه الماضي الماضيه الفايت الفائت اول
  yesterday today morning afternoon evening night noon day days hour hours week weeks weekend month months year sunday monday tuesday wednesday thursday friday saturday ages
  ams embare7 mbare7 imbare7 elbare7 el-sob7 elsob7 sob7 yom yomen yomein youmein ayam ayyam osbo3 esbo3 isbo3 shahr shahrein zaman
`);
const longest = 6;

/** How many words of `words` at `from` tell since when; 0 where they tell something else. */
export function sinceAt(words: readonly Word[], from: number): number {
  let at = from;
  if (openings.test(words[at]?.text ?? "")) at += 1;
  if (!leads.has(words[at]?.text ?? "")) return 0;
  at += 1;
  let end = 0;
  while (at < words.length && at - from < longest) {
    const word = latinDigits(words[at]?.text ?? "");
    if (times.has(word)) end = at + 1;
    else if (!fillers.has(word) && !counts.test(word)) break;
    at += 1;
  }
  return end === 0 ? 0 : end - from;
}

/** The words of a trouble with "since when" right behind them, in the same clause. */
export function withSince(
  trouble: Candidate,
  { text, words }: Pick<Extraction, "text" | "words">,
): Candidate {
  const at = firstFrom(words, trouble.end);
  const [next, last] = [words[at], words[at + sinceAt(words, at) - 1]];
  if (!next || !last || last.start < next.start) return trouble;
  return /^\s*$/.test(text.slice(trouble.end, next.start))
    ? textAt(text, { ...next, start: trouble.start }, last)
    : trouble;
}
