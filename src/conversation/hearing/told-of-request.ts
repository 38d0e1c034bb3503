/**
 * What is told of the request itself while it is read back, and that no reading understood («فيها رشة بسيطة بالكبوت», «لازم يكون مطبوع عليها شعارنا»):
 * kept with it for whoever does the work. It has to speak of what is wanted, by a word that points to it, by one that the form holds, or by
 * what it must be; chatter («الجو حر اليوم») and what is said of the office stay a misunderstanding.
 */
import type { Draft } from "../../domain/conversation.ts";
import { withoutArticle } from "../../language/letters/article.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { accuses } from "../../language/replies/telling.ts";
import { keepNote } from "../form/keep-note.ts";
import { activeDraft, type Work } from "../work.ts";
import { isStatement } from "./told-besides.ts";

/** Fewer words are a scrap. */
const fewestWords = 3;

/** False where the words tell nothing of the request. */
export function noteOfRequest(work: Work, text: string): boolean {
  const draft = activeDraft(work);
  if (!draft || work.open?.type !== "read_back" || !tellsOf(draft, text)) return false;
  return keepNote(work, draft, text);
}

function tellsOf(draft: Draft, whole: string): boolean {
  const text = whole.replace(beCareful, " ");
  const words = tokens(text).map(({ text: word }) => word);
  if (words.length < fewestWords || !isStatement(text) || accuses(text)) return false;
  if (words.some((word) => ofTalk.test(word)) || leaves.test(words.join(" "))) return false;
  const isArticled = /^ال\p{L}{3,}/u.test(words[0] ?? "");
  if (pointing.test(words[0] ?? "") || (isArticled && within.test(words[1] ?? ""))) return true;
  if (words.slice(0, fewestWords).some((word) => needing.test(word))) return true;
  const held = heldWords(draft);
  return words.some((word) => held.has(withoutArticle(word)));
}

/** «فيها», "it has": of what is wanted. */
const pointing =
  /^[وف]?(?:في(?:ها|ه|هم|هن)|علي(?:ها|ه|هم)|مع(?:ها|ه|هم|اها|اه|اهم|ايا|اي|ي|نا|انا)|لون(?:ها|ه|هم)|حجم(?:ها|ه)|وزن(?:ها|ه)|شكل(?:ها|ه)|اسم(?:ها|ه)|it|its|it's|they|they're|there|there's|feeha|fiha|feeh|fih|3aleha|3aliha|3aleh|m3aya|ma3aya|ma3i|m3ah|ma3ha)$/;

/** «الكرتونة فيها زجاج». */
const within = /^(?:في(?:ها|ه|هم)|علي(?:ها|ه|هم)|مع(?:ها|ه|هم)|لون(?:ها|ه)|داخل(?:ها|ه)|بداخل(?:ها|ه))$/;
/** Said with what is told, as "please". */
const beCareful = /(?:^|\s)(?:خل[يو]ا?|خذوا|خدوا|خد) بال(?:ك|كم|كو)(?=\s|$)/u;

/** «لازم يكون …», "it must be …", «بدون …». */
const needing =
  /^[وف]?(?:لازم|يلزم|يجب|ضروري|المهم|اهم|بدون|بلا|يشترط|شرط|انتبه(?:وا|و|ي)?|تاكد(?:وا|و|ي)?|اتاكد(?:وا|و|ي)?|احرص(?:وا|و)?|lazem|lazim|laazem|bedoon|bdoon|bidoon|mohem|must|needs|should|ensure|without|remember|mind)$/;

/** About the talk, the price or a trouble: for a person to hear, or asked about. */
const ofTalk =
  /^[وفب]?(?:ال)?(?:سوال|سوالي|استفسار|شكوي|شكوى|مشكله|مشكلتي|غلط|خطا|ناقص|ناقصه|غالي|غاليه|كثير|كتير|رخيص|متاخر|تاخرتوا|بطيء|نصب|نصابين|غش|حرامي\S*|كذاب\S*|زباله|زفت|سيئ|سيئه|question|complaint|problem|issue|mistake|wrong|missing|expensive|costly|too|late|slow|scam|bad|stupid|useless|rubbish|liar\S*|ghalat|8alat|moshkela|mushkila|ghali|8ali)$/;

/** «لازم أروح الحين»: whoever says it goes. */
const leaves =
  /(?:^| )(?:لازم|ضروري|must|should|lazem|lazim) (?:i )?(?:ا(?:روح|مشي|طلع|نام|خرج|قفل|سكر|ستاذن|فكر|شوف|سال)|go|leave|think|sleep|ask|check|aroo7|arooh|amshi)/;

/** The telling words of the texts that the form holds. */
function heldWords({ fields }: Draft): ReadonlySet<string> {
  const texts = Object.entries(fields).flatMap(([name, { value }]) =>
    name !== "notes" && typeof value === "string" && /\p{L}/u.test(value) ? [value] : [],
  );
  return new Set(
    texts.flatMap((text) => tokens(text).map(({ text: word }) => withoutArticle(word))).filter(isTelling),
  );
}

const isTelling = (word: string): boolean => word.length > 3 && !/\d/.test(word);
