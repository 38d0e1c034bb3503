/**
 * What agrees to a read-back in more words than a bare yes: the deed itself («تمام احجز»), a trust in God («توكلوا على الله»), and what was
 * read, said once more («ايه الخميس تمام»). Every word is agreement or changes nothing, and one truly agrees; anything else in the message,
 * and it is no yes yet.
 */
import { numberIn } from "../../domain/answer.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { agreesBy, type ReplyKind } from "../../language/replies/agreeing.ts";
import { kindOfReply, yesPhrases } from "../../language/replies/reply-words.ts";
import { isVetoed } from "../../language/replies/yes-no.ts";
import { type Phrases, phraseAt, phrasesOf } from "../phrases.ts";
import type { Task } from "../requests.ts";
import { extractFields } from "../values/extract.ts";
import type { Word } from "../words.ts";
import { isHeldIn } from "./held-values.ts";
import { anyField, baseOf, type Form } from "./open-form.ts";

const agreeing = phrasesOf(
  ...yesPhrases,
  "that's right",
  "احجز|احجزوا|احجزها|احجزه|احجزوها|احجزوه|ارسلوها|ارسلوه|ابداوا|نفذوا|نفذوه|اعتمدوا الطلب|اعتمد الطلب",
  "place the order|place this order|yes place|ok place|okay place|sure place|send it|ship it|e7jez|a7jez|e7gez|ماشي الحال|كده تمام|توكلنا|looks great|looks perfect|that is right|proceed|confirm it|alright|e3tamed",
  "مشوها|مشوه|امشوا فيها|امشوا فيه|امشي فيها|امشوا بها|تفضلوا|تفضل|ميه ميه|ميه بالميه|ميه في الميه|مئه بالمئه|100 100|زي الفل|عال العال|علي عيني|عداكم العيب|عداك العيب|ما عليه كلام|ما عليها كلام|كل شي صحيح|كل شي صح|كل حاجه صح|كله صح|كل شي مظبوط|كل شي مضبوط|kol shay sa7|kolo sa7|kol 7aga sa7|kol shay tamam|everything ok|all correct|كل شي تمام|كله صحيح|كله سليم|كله مظبوط|خوش كذا|خوش چذي|خوش جذي|حلو كذا|حلو كده|حلو اوي كده|كده حلو|كذا حلو|كده جميل|كده سليم|كذا زين|زين كذا|جميل كده|علي خيره الله|لا ملاحظات|مفيش ملاحظات|ما عندي ملاحظات|ما في ملاحظات|لا تعديل|بدون تعديل|ما في تعديل|مافي تعديل|ما فيه تعديل|مفيش تعديل|ما يحتاج تعديل|مش محتاج تعديل|لا تغيير|بدون تغيير|ما في تغيير|لا تغير شي|لا تغيرون شي|لا تعدل شي|متغيرش حاجه|لا كله تمام|لا كل شي تمام|لا كله صح|لا تمام كذا|لا كده تمام|ايه كذا|اي كذا|اي كده|تمام التمام|البيانات صحيحه|البيانات صح|المعلومات صحيحه|المعلومات صح|التفاصيل صحيحه|عز الله تمام",
  "correct only|yes correct only|it is correct only|spot on|why not|don't change anything|dont change anything|everything is right|everything is correct|everything's right|details are correct|details are right|run with it|perfect run with it|go for it|crack on|send it off|that works|works for me|no changes|no remarks|no comments|nothing to change|as it is|mya mya|meya meya|mya blmya|meya bel meya|mia bel mia|miyya bel miyya|bel zabt|belzabt|bel zabet|bzzabt|bilzabt|bel6abt|bil dabt|zay el fol|zay el foll|7elw keda|7elw kda|helw keda|keda 7elw|keda gamil|kda gamil|gamil keda|gamil kda|kda tamam|zain kitha|zain chthi",
  "هذا هو المطلوب|هذا المطلوب|ده المطلوب|هو ده المطلوب|هو ده|كما طلبت|exactly|exactly that|exactly right|that's the one|thats the one|that is the one|exactly what i wanted|exactly what i want|kolo tamam|kollo tamam|kulo tamam|kullo tamam|kolloh tamam|kolo tmam|kelo tamam|book it in|sounds fine|looks fine|all fine|yes indeed|eb3at|ابعتهولي|done|تم|كفو|ebda2|ebda2o|ebda2oo|ibda2|ebda|ebdao|abda2o|هذه بياناتي|هذي بياناتي|دي بياناتي|hatha elmatloob|hatha el matloob|hatha almatloob|hada elmatloob|da el matlob|dah el matlob|howa dah|howa da",
);
/** Praise, an end and a manner: they agree to nothing of their own («خلاص شكرا» is as often "never mind"). */
const filling = phrasesOf(
  "خلاص|خلص|100|لا باس|كده|كذا|لا ملاحظات|بيض الله وجهك|بيض الله وجهكم|ربنا يبارك|شيخنا|حبايبي|اخي الكريم|الكريم|ربنا يبارك لكم|ربنا يباركلكم|ربنا يبارك فيكم|ربنا يخليكم|ربنا يخليك|ربنا يكرمكم|ربنا يكرمك|ربنا يبارك لك|ربنا يباركلك|ربنا يوفقك|ربنا يوفقكم|ربنا يسعدك|ربنا يسعدكم|الله يعافيكم|الله يعافيك|الله يبارك لكم|الله يبارك فيكم|بارك الله فيكم|بارك الله فيك|الله يجزاكم خير|الله يوفقكم|جزاكم الله خيرا|جزيتم خيرا|then|perfect|great|good|excellent|khalas|khalaas|khlas|ممتاز|حلو|جميل",
);
const meant = phrasesOf(
  "الطلب|المطلوب|هو المطلوب|حجز|كما هو|كما هي|كما ذكرتم|كما ذكرت|كما كتبتم|زي ما قلت|زي ما هو|مثل ما قلت|مثل ما هو|على كل شي|على التفاصيل|على الكل|على كل حاجه|as above|as is|to me|by me|for me|with me|3la kol 7aga|3ala kol haga|that's it|thats it|that is it|that's all|thats all|as i said|book|the order|the booking",
);
const kindsOfPhrases: readonly (readonly [Phrases, ReplyKind])[] = [
  [agreeing, "yes"],
  [filling, "filler"],
  [meant, "about"],
];

/**
 * «احجزوها», «ادفعيها», «سددوها»: told to do it. A stem without the form of an order is a past or a noun («بعتها» is "I have sold it",
 * «دفعوا» "they paid"), and agrees to nothing.
 */
const doIt =
  /^[وف]?(?:ا?(?:عتمد|حجز)وا?|ا(?:دفع|عتمد|حجز|رسل|بعت|بعث|شحن|كد)(?:(?:وا?|ي)(?:ه|ها|هم)?|ه|ها|هم)|ابدا?وا?|اعملو(?:ا|ه|ها)|(?:سدد|نفذ|ا?كمل|سجل|تمم)(?:و|ي)(?:ه|ها|هم)|(?:نفذ|ا?كمل|تمم)وا?)$/;
/** The same told to one, or without its thing: as often what somebody did, or does. Beside a yes it changes nothing. */
const mayDoIt =
  /^[وف]?(?:ا(?:دفع|رسل|بعت|بعث|شحن)|(?:سدد|سجل)(?:وا?|ي)?|(?:سدد|نفذ|ا?كمل|سجل|تمم)(?:ه|ها|هم)?|اعمل(?:ه|ها)?|سو+(?:ا|ه|ها|هه|ي|يه|يها)?)$/;

/** Longer messages tell more than an agreement. */
const longest = 10;

/** «تمام احجز», "that's it, book it" under a read-back: nothing but agreement. */
export function isApproval(words: readonly Word[]): boolean {
  return words.length > 0 && words.length <= longest && isAgreement(words);
}

const calling =
  /^[وف]?(?:كلموني|كلمني|كلمونا|اتصلوا|اتصلو|اتصل|دقوا|دقو|تواصلوا|تواصلو|call|ring|kalmooni|kallemooni|kalemni)$/;
const whom = /^(?:علي|عليا|علينا|معي|معايا|معنا|بي|بنا|me|us)$/;

/**
 * «طيب خلاص اعتمدها وكلموني», "place it and call me": where the wish to be called begins, behind an order to place it. «تمام كلموني» places
 * nothing yet.
 */
export function placesAndWantsCall(words: readonly Word[]): number | undefined {
  const at = words.findIndex((word) => calling.test(word.text) || calling.test(word.key));
  const called = words[at];
  if (!called || words.slice(at + 1).some((word) => !whom.test(word.key) && !whom.test(word.text)))
    return undefined;
  const joined = /^[وف]/.test(called.key) || /^(?:and|w|wa)$/.test(words[at - 1]?.text ?? "");
  const before = words.slice(0, at).filter(({ text }, n) => n < at - 1 || !/^(?:and|w|wa)$/.test(text));
  const told = before.some(({ key, text }) => doIt.test(key) || /^(?:place|book|submit|send)$/.test(text));
  return joined && told && isApproval(before) ? called.start : undefined;
}

/** One reading of a word or of several, and how many they are. */
type Unit = { readonly kind: ReplyKind; readonly length: number };

/** @param isIdle says of a word that is none of an agreement whether it changes nothing */
function isAgreement(words: readonly Word[], isIdle: (word: Word) => boolean = () => false): boolean {
  const kinds: ReplyKind[] = [];
  for (let index = 0; index < words.length; ) {
    const { kind, length } = unitAt(words, index, kinds.at(-1));
    const word = words[index] as Word;
    kinds.push(kind === "other" && isIdle(word) ? "filler" : kind);
    index += length;
  }
  return agreesBy(kinds);
}

function unitAt(words: readonly Word[], index: number, before: ReplyKind | undefined): Unit {
  const word = words[index] as Word;
  const alone = { kind: kindOfWord(word), length: 1 };
  // «ايه ده المطلوب» asks; «ايه هذا المطلوب» agrees.
  if (before === "half" && alone.kind === "about" && !here.test(word.key)) return alone;
  const called = calledAt(words, index);
  if (called > 0) return { kind: "filler", length: called };
  const wished = wishedAt(words, index);
  if (wished > 0) return { kind: "yes", length: wished };
  for (const [phrases, kind] of kindsOfPhrases) {
    const length = phraseAt(phrases, words, index);
    if (length > 0) return { kind, length };
  }
  return alone;
}

/** «يا كبير», «يالغالي», "ya basha": whom it is said to, in one word or two; how many, or 0. */
function calledAt(words: readonly Word[], index: number): number {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined) return 0;
  if (/^(?:يا|ya)$/.test(word.text))
    return next && !wishes.test(next.key) && kindOfWord(next) === "other" ? 2 : 0;
  return /^يا.{3,}$/.test(word.key) && kindOfWord(word) === "other" ? 1 : 0;
}

/** «يا ريت» wishes. */
const wishes = /^(?:[ا]?ريت|ليت|يت|rait|reet|ret|layt)$/;

const here = /^هذ[اهي]$/;
const pointing = /^(?:هذ[اهي]|هو|ده|دا|دي|that'?s|this|it'?s|hatha|hadha|hada|dah?)$/;
const relative = /^(?:ال+ي|الذي|ما|what|[ei]ll?[iy]|ally)$/;
const wanting =
  /^(?:[ان]?(?:بيه|بيها|بغاه|بغاها|بغيه|ريده|ريدها|ردته|ردتها|ردناه)|عا[يو]ز(?:ه|ها|ينه|ينها)?|طلبت(?:ه|ها)?|طلبنا(?:ه|ها)?|want(?:ed)?|need(?:ed)?|asked|ordered|abee?h|abg[h]?ah|3a?[yw]e?z[a-z]*|talabto?)$/;

/** «هذا اللي ابيه», «ده اللي انا عايزه», "that's what we need": how many words say that this is what was wanted, or 0. */
function wishedAt(words: readonly Word[], index: number): number {
  const is = (at: number, pattern: RegExp) => {
    const word = words[at];
    return word !== undefined && (pattern.test(word.text) || pattern.test(word.key));
  };
  let at = index;
  if (!is(at, pointing)) return 0;
  at += is(at, /^(?:that|this)$/) && is(at + 1, /^is$/) ? 2 : 1;
  if (!is(at, relative)) return 0;
  at += is(at + 1, /^(?:انا|احنا|نحن|i|we|ana)$/) ? 2 : 1;
  return is(at, wanting) ? at + 1 - index : 0;
}

/** A word in Latin letters is known as it is written, or by its Arabic. */
function kindOfWord({ text, key }: Word): ReplyKind {
  if (doIt.test(key)) return "yes";
  const written = kindOfReply(text);
  const kind = written === "other" ? kindOfReply(key) : written;
  return kind === "other" && mayDoIt.test(key) ? "filler" : kind;
}

/**
 * «ايه ٢٩٥٠ تمام اعتمد», "yes 6 months, correct": a yes at its beginning or end, and beside it only what the read-back says already.
 * Undefined for a question, for any other value and for any other word.
 */
export function agreesAgain(task: Task, form: Form): Understanding | undefined {
  const { words, text } = task;
  const { awaiting, values } = form.open;
  const [first, last] = [words[0], words.at(-1)];
  if (awaiting !== "read_back" || !values || !first || !last || words.length > longest) return undefined;
  if (!mayAgree(first) && !mayAgree(last)) return undefined;
  if (isVetoed(text) || task.parts.denied.length > 0) return undefined;
  const { fields, used } = extractFields({ ...baseOf(task, form, undefined), correcting: anyField });
  if (!Object.entries(fields).every(isHeldIn(values))) return undefined;
  const numbers = new Set(Object.values(values).map(({ value }) => numberIn(value)));
  // «ابدأوا الأسبوع الجاي»: words that were read as something and give nothing that is held are more than a yes.
  const said = used.filter((span) => overlapsAny(span, Object.values(fields)));
  const isHeld = (word: Word): boolean => numbers.has(Number(word.text)) || overlapsAny(word, said);
  return isAgreement(words, isHeld) ? { type: "confirm" } : undefined;
}

const mayAgree = (word: Word): boolean => ["yes", "half"].includes(kindOfWord(word));
