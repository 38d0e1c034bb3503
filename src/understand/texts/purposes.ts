/** What a place is wanted for: «مستودع في أبها لأثاث بيتي», "20 sqm in Jubail for steel plate", «مساحة عشان الباك اب». */
import type { FieldSpec } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { phraseAt, phrasesOf } from "../phrases.ts";
import { cuesOf } from "../values/cues.ts";
import type { Span, Word } from "../words.ts";
import { ownLam } from "./objects.ts";
import { isFigure, stops } from "./text-bounds.ts";
import { mayBeVerb } from "./verb-forms.ts";

/** Words that lead to it, apart from the ل written onto it. */
const leads = new Set("for عشان علشان 3ashan 3shan lel lil l le la ll ل حق 7g 7ag مال بتاع".split(" "));
const articles = new Set("my our the a an some el al his her their".split(" "));
/** Whose it is, how long and to what end: no things. */
const others =
  /^(?:ال)?(?:شرك|محل|متجر|مكتب|مصنع|مطعم|موسس|مشروع|موظف|عمي?ل|زب[اوي]|فرع|ايجار|استئجار|استيجار|تاجير|اخو|اخت|ام[يه]?$|ابو|ابي|بنت|ولد|زوج|صدي[قق]|صاحب|شهر|اشهر|شهور|سن[هو]|سنين|عام|مد[هة]|غاي|اخر|يوم|ايام|اسبوع|اسابيع|موسم|فتر|اجل|بعد|حد|ما$|ان|لي|نا$|ه$|ها$|تخزين|حفظ|خزن|وضع|نقل|شخص|فرد|واحد|وحد|سعر|توصيل|سياح|عائل|عايل)/;
const otherWords = phrasesOf(
  "rent|rental|sale|me|us|my company|our company|my shop|our shop|company|shop|store|office|business|client|clients|customer|customers|long|short|term|winter|summer|months|month|weeks|week|year|years|how|less|more|that|storage|storing|keeping|parking|now|free|while|few|couple|delivery|pickup|quick|which|him|her|them|you|it|sharika|sherka|mo2asasa|modet|moddat|shahr|sana",
);

/** Where such a thing's words may begin, for a field that «ل» leads to. */
export function purposeStarts(field: FieldSpec, words: readonly Word[], closed: readonly Span[]): number[] {
  if (!cuesOf(field).prefixes.has("ل")) return [];
  return words.flatMap((word, index) => {
    if (index === 0 || overlapsAny(word, closed)) return [];
    if (leads.has(word.text)) {
      const from = index + 1 + (articles.has(words[index + 1]?.text ?? "") ? 1 : 0);
      const next = words[from];
      const isThing =
        next && !overlapsAny(next, closed) && !isFigure(next) && !isOther(words, from, next.key);
      return isThing && phraseAt(otherWords, words, index + 1) === 0 ? [from] : [];
    }
    const bare = /^ل(ل?[\u0620-\u064a]{3,})$/.exec(word.text)?.[1]?.replace(/^ل(?=..)/, "ال");
    return bare &&
      !ownLam.test(word.text) &&
      phraseAt(stops, words, index) === 0 &&
      !isOther(words, index, bare)
      ? [index]
      : [];
  });
}

/** Is the word, without the letters joined to it, no thing that is kept? */
function isOther(words: readonly Word[], index: number, bare: string): boolean {
  const word = words[index];
  if (!word || others.test(bare) || phraseAt(otherWords, words, index) > 0) return true;
  return (
    /^[\u0620-\u064a]/.test(bare) && !bare.startsWith("ال") && mayBeVerb({ ...word, key: bare, text: bare })
  );
}
