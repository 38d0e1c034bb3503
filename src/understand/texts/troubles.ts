/**
 * What is wrong, in the customer's words: «النت فاصل», "keeps dropping calls", «مش بيطلع مكالمات». The clause that says it, without the
 * line, the number and the company that it is about, and without what is asked of us.
 */
import type { FieldSpec, ServiceSpec } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { denyingWords } from "../../language/replies/denials.ts";
import { type Phrases, phraseAt } from "../phrases.ts";
import type { Candidate } from "../values/candidate.ts";
import { cuesOf } from "../values/cues.ts";
import type { Extraction } from "../values/extraction.ts";
import type { Span, Word } from "../words.ts";
import { sinceAt } from "./since-when.ts";
import { textAt } from "./text-bounds.ts";
import { owners, requests, signs } from "./trouble-words.ts";
import { mayBeVerb } from "./verb-forms.ts";

/** «عنه», "for me" at the end point back and say nothing. */
const tails = new Set(
  "عندي عندنا في من عنه عنها فيه فيها له لها عليه عليها لدي معي عندي و او ف على عن and or but on at for with from in to is the my fi fe mn men 3la 3ala w".split(
    " ",
  ),
);

/** What is longer tells a story, and is asked for. */
const mostTold = 7;

/** The first clause that says what is wrong. `used`: other values and their cues. */
export function findTrouble(
  field: FieldSpec,
  words: readonly Word[],
  used: readonly Span[],
  { text, spec }: Extraction,
): Candidate | undefined {
  const around = aboutLines(field, spec);
  for (const clause of clausesOf(text, words)) {
    const said = toldIn(clause, used, around);
    const [first, last] = [said[0], said.at(-1)];
    if (first && last && said.length <= mostTold && !isMereNo(said) && isWrong(said))
      return textAt(text, withoutAnd(first), last);
  }
  return undefined;
}

/** "no. 0543…", «مو»: a word of denial alone tells nothing. */
const isMereNo = (words: readonly Word[]): boolean =>
  words.every(({ text }) => denyingWords.has(text) || /^(?:no|never|nothing|zero|ما|لا)$/.test(text));

/** A denial needs its verb: «ما أسعار الباقات» asks. */
function isWrong(words: readonly Word[]): boolean {
  return words.some((word, index) => {
    // "no problem"
    if (fine.test(words[index + 1]?.text ?? "") && isMereNo([word])) return false;
    if (phraseAt(signs, words, index) > 0) return true;
    const next = words[index + 1];
    const isDenial = denials.has(word.key.replace(/^[وف](?=..)/, "")) || denials.has(word.text);
    return isDenial && next !== undefined && isDone(next);
  });
}

const fine = /^(?:problem|problems|worries|issue|issues|مشكله|مشاكل|باس|moshkela|mushkila)$/;
const denials = new Set("ما لا لم ma la lam".split(" "));
const isDone = (word: Word): boolean =>
  mayBeVerb(word) || /^[بحه][\u0620-\u064a]{3,}/.test(word.key) || /^(?:في|فيه|عندي)$/.test(word.key);

/**
 * Does the message say that something is wrong: by a word for it anywhere, or by a denial in the clause of these words? A clause that
 * begins by asking («شوفوا لي فاتورتي ليش عالية») asks for what it names.
 */
export function tellsWrong(text: string, words: readonly Word[], span: Span): boolean {
  const clauses = clausesOf(text, words);
  const own = clauses.find((clause) => overlapsAny(span, clause));
  if (own === undefined || phraseAt(requests, own, 0) > 0) return false;
  const saysState = (clause: readonly Word[]) =>
    clause.some((word, at) => phraseAt(signs, clause, at) > 0 && !isMereNo([word]));
  return isWrong(own) || clauses.some(saysState);
}

/** Cues and names of the other fields that are no text: a line, a company. */
function aboutLines({ name }: FieldSpec, { fields }: ServiceSpec) {
  return fields.filter((one) => one.name !== name && one.type !== "text").map((one) => cuesOf(one).phrases);
}

function clausesOf(text: string, words: readonly Word[]): Word[][] {
  const clauses: Word[][] = [];
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    const between = before ? text.slice(before.end, word.start) : "";
    const isBut = buts.test(word.text);
    if (!before || isBut || /[.!?؟;؛\n،,:()]|\s[-–—]+\s/.test(between)) clauses.push([]);
    if (!isBut) clauses.at(-1)?.push(word);
  }
  return clauses;
}

/** The clause from behind the line and the company on, up to what is asked or a value of its own. */
function toldIn(clause: readonly Word[], used: readonly Span[], around: readonly Phrases[]): readonly Word[] {
  const isUsed = (word: Word) => overlapsAny(word, used);
  let from = 0;
  while (from < clause.length) {
    const word = clause[from] as Word;
    const length = isUsed(word)
      ? 1
      : phraseAt(requests, clause, from) ||
        phraseAt(owners, clause, from) ||
        Math.max(0, ...around.map((phrases) => phraseAt(phrases, clause, from)));
    if (length === 0 || phraseAt(signs, clause, from) > 0) break;
    from += length;
  }
  // «ابي الغي باقه …» asks for something else.
  const [before, next] = [clause[from - 1], clause[from]];
  if (before && next && wishes.test(before.key) && mayBeVerb(next)) return [];
  const to = endOfTold(clause, from);
  const told = upToNext(clause.slice(from, to));
  // «أنا مشترك في فيرجن ولا تصلني …»: what is wrong stands behind the company, unless that owns it («النت حق موبايلي فاصل»).
  const inner = told.findLastIndex(
    (word, n) => isUsed(word) && n > 0 && !ownedBy.has(told[n - 1]?.key ?? ""),
  );
  const rest = pastSince(
    inner >= 0 && isWrong(told.slice(inner + 1))
      ? told.slice(inner + 1)
      : told.slice(0, inner >= 0 ? inner : told.length),
  );
  return rest.slice(0, rest.findLastIndex(({ key, text }) => !tails.has(key) && !tails.has(text)) + 1);
}

/** «من لما انتقلنا للبيت الجديد والواي فاي يفصل», "I paid twice and they still cut me off": the trouble stands behind «و» and is told on its own. */
function pastSince(told: readonly Word[]): readonly Word[] {
  if (!openings.test(told[0]?.text ?? "")) return told;
  const at = told.findIndex(
    ({ text }, n) =>
      n > 0 && (/^و(?=ال|لا$|ما$|مو$|مش$)[\u0620-\u064a]+$/.test(text) || /^(?:and|w|و)$/.test(text)),
  );
  const behind = at < 0 ? [] : told.slice(at + (/^(?:and|w|و)$/.test(told[at]?.text ?? "") ? 1 : 0));
  return isWrong(behind) ? behind : told;
}

/** «البنق عالي عندي وما اقدر العب»: behind what is wrong, what comes of it. */
function upToNext(told: readonly Word[]): readonly Word[] {
  const at = told.findIndex(({ key, text }, n) => n > 1 && (/^و(?:ما|لا|مش|مو)$/.test(key) || text === "w"));
  const isState = told.slice(0, at).some((word, n) => phraseAt(signs, told, n) > 0 && !isMereNo([word]));
  return at > 0 && isState ? told.slice(0, at) : told;
}

const openings = /^(?:لما|يوم|منذ|since|when|after|ever|lamma|lma|twice|paid|سددت|دفعت|حاسبت|جددت)$/;

/** Up to what is asked, and up to "since when", which `withSince` adds where it stands right behind. */
function endOfTold(clause: readonly Word[], from: number): number {
  let to = from;
  while (to < clause.length) {
    if (to > from && sinceAt(clause, to) > 0) break;
    // "stopped working after we crossed …": what led to it.
    if (to > from && leadsTo(clause, to) && isWrong(clause.slice(from, to))) break;
    if (phraseAt(requests, clause, to) > 0) break;
    to += 1;
  }
  return to;
}

const buts = /^(?:but|however|although|though|لكن|ولكن|بينما|lakin|laken|lakn)$/;
const ledTo = /^(?:after|when|whenever|once|while|unless|unlike|even|لما|وقت|حين|عندما|بعدما|رغم|lamma|lma)$/;
/** "after we crossed the border" is what led to it; "after a minute" is when it happens. */
const leadsTo = (clause: readonly Word[], at: number): boolean =>
  ledTo.test(clause[at]?.text ?? "") && !someTime.test(clause[at + 1]?.text ?? "");
const someTime = /^(?:a|an|one|two|three|few|some|several|about|\d+|دقيقه|ساعه|ثواني|دقايق)$/;
const wishes = /^(?:ابي|ابغي|ابغا|عايز|عايزه|عاوز|اريد|محتاج)$/;
const ownedBy = new Set("حق بتاع تبع of by from من bta3 7ag".split(" "));

/** «فالخدمة مفصولة», «ولا تصلني»: the joined letter is no part of it. */
function withoutAnd(word: Word): Word {
  const joined = /^(?:[وف](?=ال|لا$|ما$|مش$|مو$|لم$))/.exec(word.text)?.[0] ?? "";
  return { ...word, start: word.start + joined.length };
}
