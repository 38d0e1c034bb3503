/**
 * Public bodies by their names: «وزارة الصحة», «أمانة منطقة الرياض», "the Ministry of Education", "Jeddah Municipality". A head noun and what it is
 * the ministry, court or municipality of; a head alone is none.
 */
import { type Found, overlapsAny } from "../found.ts";
import { fold, type Token, tokens } from "../letters/normalise.ts";
import { findPlaces } from "../places/places.ts";

const heads =
  "وزاره|هييه|امانه|بلديه|مديريه|اماره|محكمه|جامعه|موسسه|رياسه|ديوان|مجلس|اداره|نيابه|دايره|كليه|جمعيه|غرفه|نقابه|سفاره|قنصليه|محافظه|مصلحه|شرطه|جمارك|مستشفي";
const arabicHead = new RegExp(`^(?:[وبفل]|لل)?(?:${heads})$`);
/** «الهيئة الملكية بينبع», «الهيئة السعودية للمواصفات»: a head with its article, and which. */
const definiteHead = /^(?:[وبفل]?ال|لل)(?:هييه|موسسه|مديريه|جمعيه|غرفه|مصلحه|رياسه|اداره|شركه|مكتبه)$/;
const arabizi =
  /^(?:w|l|b)?(?:w[aei]*z[aei]*r[ae]*h?t|h[ae]*y[aei]*2[ae]*t|hei2[ae]t|am[ae]*n[ae]*h?t|b[ae]*l[ae]*d[ei]*y+[ae]*h?t|imar[ae]t|modir[ei]y+[ae]t|[jg]am[ei]?3[ae]t|[jg]am3[ei]y+[ae]t|ma7kam[ae]t|ghorf[ae]t|mo2assas[ae]t|sefar[ae]t|edar[ae]t)$/;
/** Behind a head: the article, «للزكاة», or what a region is called by. */
const arabicName = /^(?:و?ال|لل)[\u0620-\u064a]{2,}$/;
const regionHead = /^(?:منطقه|محافظه|مدينه|شؤون|شوون|تعليم|صحه)$/;
const englishHead = new Set(
  "ministry municipality authority commission court department directorate university chamber council agency governorate".split(
    " ",
  ),
);
const small = new Set("of the and for".split(" "));
/** Words that lead on to something else. */
const ends =
  /^(?:الي|اللي|الذي|التي|الان|اليوم|المتعلق|المتعلقه|المرفق|المرفقه|الموجه|الموجهه|المرسل|المورخ|السابق|الصادر|to|about|regarding|concerning|from|with|on|in|by|needs?|wants?|is|are|we|i|for|and)$/;
/** Most words of a body's name. */
const mostWords = 7;

/** Every body named, in order. The value is the name as written, without «و» or "the" before it. */
export function findBodies(text: string): Found<string>[] {
  const words = tokens(text);
  const places = findPlaces(text);
  const isPlace = (word: Token | undefined) => word !== undefined && overlapsAny(word, places);
  const found: Found<string>[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const span =
      readArabic(text, words, at, isPlace) ??
      readWhole(text, words, at) ??
      readEnglish(text, words, at, isPlace);
    if (!span) continue;
    const [start, end] = [startOf(words[span.from]), words[span.to - 1]?.end ?? text.length];
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const said = text.slice(start, end);
    // «للمرور» is to «المرور».
    found.push({ value: said.replace(/^لل/, "ال"), start, end, text: said });
    at = span.to - 1;
  }
  return found;
}

type Range = { readonly from: number; readonly to: number };

/** Without the letter that joins it to what stands before («وأمانة», «لوزارة»). */
function startOf(word: Token | undefined): number {
  if (!word) return 0;
  const joined = joinedLetter.exec(word.text);
  return word.start + (joined?.[0].length ?? 0);
}

const joinedLetter = new RegExp(`^(?:[وبف](?=ال)|[وبفل](?=(?:${heads})$))`);

/** Bodies whose names have no such head. */
const known: readonly (readonly string[])[] = [
  "الدفاع المدني|الهلال الاحمر|حرس الحدود|الامن العام|الاحوال المدنيه|الضمان الاجتماعي|التامينات الاجتماعيه|الجوازات|المرور|البلديه|الامانه|الاماره|الشرطه|النيابه العامه|الزكاه والضريبه|الزكاه والدخل|صندوق التنميه|بنك التنميه|البنك المركزي|الغرفه التجاريه|الجمارك|الجامعه|المحافظه|المحكمه|الوزاره|الهييه|السفاره|القنصليه|السجل العقاري|كتابه العدل|الموارد البشريه|التامينات|مجلس الشوري|الديوان الملكي",
  "civil defence|civil defense|red crescent|border guard|passports department|traffic police|zatca|gosi|sdaia|sfda|saso|royal court|central bank|el defa3 el madani|eldefa3 el madani|el morour|el gawazat|el jawazat|el amana|el baladeya|el jamarik el saudia|el gamarek el saudeya|el jamarik|el jamarek|el gamarek|el shorta|el 7ajj|el emara|el imara|el jam3a|el gam3a|el hilal el a7mar|el zakat|saudi customs|customs",
].flatMap((list) => list.split("|").map((name) => name.split(" ")));

function readKnown(words: readonly Token[], at: number): Range | undefined {
  const first = (words[at]?.text ?? "").replace(/^(?:[وبف](?=ال)|لل(?=.{3}))/, (joined) =>
    joined === "لل" ? "ال" : "",
  );
  const name = known.find(
    ([head, ...rest]) => head === first && rest.every((word, n) => words[at + 1 + n]?.text === word),
  );
  return name && { from: at, to: at + name.length };
}

/** "the Red Crescent Authority": a known name, and the head behind it. */
function readWhole(text: string, words: readonly Token[], at: number): Range | undefined {
  const name = readKnown(words, at);
  const next = name && words[name.to];
  const isHead = next && englishHead.has(next.text) && isCapital(text, next);
  return isHead ? { from: name.from, to: name.to + 1 } : name;
}

function readArabic(
  text: string,
  words: readonly Token[],
  at: number,
  isPlace: (word: Token | undefined) => boolean,
): Range | undefined {
  const head = words[at]?.text ?? "";
  if (definiteHead.test(head)) return readDefinite(text, words, at, isPlace);
  const latin = arabizi.test(head);
  if (!arabicHead.test(head) && !latin) return undefined;
  let to = at + 1;
  while (to < words.length && to - at < mostWords && touches(text, words[to - 1], words[to])) {
    const word = words[to]?.text ?? "";
    if (arabicHead.test(word) || ends.test(word)) break;
    // «بلدية الطائف والدفاع المدني»: another body begins.
    if (word.startsWith("و") && readKnown(words, to)) break;
    const article = latin && /^(?:el|al)$/.test(word);
    const behind = latin && (/^(?:el|al)/.test(word) || /^(?:el|al)$/.test(words[to - 1]?.text ?? ""));
    const needed = /^(?:الملك|الامير|الامام|الشيخ|malek|malik|amir|ameer|imam)$/.test(
      words[to - 1]?.text ?? "",
    );
    if (
      !(needed || arabicName.test(word) || regionHead.test(word) || isPlace(words[to]) || article || behind)
    )
      break;
    to += 1;
  }
  return to > at + 1 ? { from: at, to } : undefined;
}

/** Behind the head its adjectives, what it is for («للمواصفات»), and where («بينبع»). */
function readDefinite(
  text: string,
  words: readonly Token[],
  at: number,
  isPlace: (word: Token | undefined) => boolean,
): Range | undefined {
  let to = at + 1;
  while (to < words.length && to - at < mostWords && touches(text, words[to - 1], words[to])) {
    const word = words[to]?.text ?? "";
    if (
      ends.test(word) ||
      !(/^(?:ال|لل)[\u0620-\u064a]{3,}$/.test(word) || (to > at + 1 && isPlace(words[to])))
    )
      break;
    to += 1;
  }
  return to > at + 1 ? { from: at, to } : undefined;
}

function readEnglish(
  text: string,
  words: readonly Token[],
  at: number,
  isPlace: (word: Token | undefined) => boolean,
): Range | undefined {
  const head = words[at];
  if (!head || !englishHead.has(head.text)) return undefined;
  if (words[at + 1]?.text === "of") return { from: at, to: endOfEnglish(text, words, at + 2) };
  let from = at;
  while (
    from > 0 &&
    at - from < 4 &&
    touches(text, words[from - 1], words[from]) &&
    (isCapital(text, words[from - 1]) || isPlace(words[from - 1]))
  )
    from -= 1;
  const to = words[at + 1]?.text === "for" ? endOfEnglish(text, words, at + 2) : at + 1;
  return from < at ? { from, to } : undefined;
}

/** "of Health and Population": on to the next word that is neither capital nor "and" between two. */
function endOfEnglish(text: string, words: readonly Token[], from: number): number {
  let to = from + 1;
  while (to < words.length && to - from < mostWords && touches(text, words[to - 1], words[to])) {
    const word = words[to];
    const joins =
      word !== undefined &&
      small.has(word.text) &&
      isCapital(text, words[to + 1]) &&
      !englishHead.has(words[to + 1]?.text ?? "");
    if (!word || (!joins && !isCapital(text, word))) break;
    to += 1;
  }
  return to;
}

const isCapital = (text: string, word: Token | undefined): boolean =>
  word !== undefined && /^\p{Lu}/u.test(text.slice(word.start, word.end)) && !small.has(fold(word.text));

const touches = (text: string, left: Token | undefined, right: Token | undefined): boolean =>
  left !== undefined && right !== undefined && /^[ \u00a0]{1,3}$/.test(text.slice(left.end, right.start));
