/** What a message denies («مو توصيل», "not Saturday"), and what it forbids («لا تلغون شي», "don't cancel"). */
import { denyingWords } from "../../language/replies/denials.ts";
import { findPhrases, hasPhrase, joinPhrases, type PhraseFound, phraseAt, phrasesOf } from "../phrases.ts";
import type { Span, Word } from "../words.ts";
import { additions, affirmations, between, isBounded } from "./clause-bounds.ts";

/** Words that are denied, with the denial in front; `inner` is where what is denied begins. */
export type Denied = Span & { readonly inner: number };

/** "Not" alone, which tells a state as often as it denies. */
const plainDenials = phrasesOf(...denyingWords, "ما هو|isn't|isnt|it's not|its not|this is not");
/** Words that deny what follows, up to the next boundary. */
const denials = joinPhrases(
  plainDenials,
  phrasesOf(
    "لست مهتما ب|لست مهتمه ب|لست بصدد|لسنا بصدد|لسنا نبحث عن|خل عنك|خلي عنك|خلك من|خليك من|سيبك من|دعك من|لست اطلب|لست اريد|لست ابحث|وليس|وليست|ما اقصد|ما قصدت|مو قصدي|ما ابي|ماابي|مابي|ما ابغى|ما ابغا|مابغى|ما نبي|ما نبغى|ماني ابي|مش عايز|مش عاوز|مش عايزه|مش عايزين|مو ابي|لا اريد|لا نريد|لا ارغب|ما احتاج|مو محتاج|مش محتاج|مو لازم|بدل|بدال|بدلا من|عوضا عن|من غير|مو عن|بلاش|لست بحاجه الي|لست بحاجه ل|لست بحاجه|لسنا بحاجه الي|لسنا بحاجه|لا احتاج الي|لا احتاج|لا نحتاج الي|لا نحتاج|ما نحتاج|غير محتاج|ما لي حاجه ب|مالي حاجه ب|لا حاجه ل|لا داعي ل|ما اطلب|ما طلبت|ما يحتاج|مش محتاجين|مش محتاجه|ما بدي|مو بدي|مش بدي|ما بدنا|لا يلزمني|مش لازم|ما لازمني|ما ودي|ما ودنا|ما ابيكم|ما ابغاكم|ماني محتاج|ماني طالب|ماني ابغى|مني محتاج|ما قلت|ما اقول|ما اسال عن|ماني اسال عن|ما عم اطلب|ما عم اسال عن|مانا بحاجه|مش طالب|مش بطلب|مش بسال عن|مش قصدي|مش عاوزه|مش عاوزين|لا اقصد|لا اسال عن|لست اسال عن|لم اطلب|لا اطلب|لا اود|لا نود|لا انوي|لا نقصد|لا حاجه لي ب|لا حاجه لي الي|لا حاجه لنا ب|ليس المقصود|لا يتعلق الامر ب|لا اتحدث عن|ما له داعي",
    "scratch|i'm not asking for|im not asking for|i am not asking for|not asking for|i don't want|i dont want|i do not want|don't want|dont want|don't need|dont need|i don't need|do not need|we don't need|instead of|rather than|no need for|not about|i didn't mean|not looking for|not interested in|i am not after|i'm not after|no need of|we don't want|we do not want|we do not need|i never asked for|i didn't ask for|not asking about|not here for|this isn't about|isn't about|i have no need for|i'm not asking about|i am not asking about|i wasn't asking for",
    "msh 3ayez|mosh 3ayez|mesh 3ayez|mesh 3ayza|msh 3ayza|mesh me7tag|msh me7tag|ma a7taj|ma nabi|ma abgha|mabgha|mabagha|mish 3ayez|mesh ayez|msh ayez|mesh 2asdi|ma bedi|mo bedi|ma talabt|mesh talab|mani me7taj|ma abi|mabi",
  ),
);
/** Whom one speaks to in the middle of a sentence: what is denied ends there. */
const vocatives = phrasesOf(
  "يا عم|يا عمي|يا باشا|يا ابني|يا بني|يا راجل|يا ريس|يا معلم|يا اخي|ياخي|يا خوي|يا اخوي|يا غالي|يا حبيبي|يا جماعه|يا شباب|يا ناس|يا اخوان|يا طويل العمر|ya 3am|ya basha|ya akhi|ya a5i|ya ba4a|ya gama3a|ya jama3a|bro|mate|guys|man",
);
/** Behind «مش», «مو», "not": how somebody or something is, and nothing that is wanted or not. */
const states = phrasesOf(
  "راضي|راضيه|راضين|لاقي|لاقيه|لاقين|قادر|قادره|قادرين|عارف|عارفه|عارفين|فاهم|فاهمه|فاهمين|شغال|شغاله|شغالين|شايف|شايفه|فاضي|فاضيه|حلو|حلوه|كويس|كويسه|زين|زينه|معقول|معقوله|مقبول|مقبوله|مبسوط|مبسوطه|مرتاح|مرتاحه|متاكد|متاكده|نافع|نافعه|طبيعي|طبيعيه|سهل|سهله|صحيح|عدل|كذا|كده|مفهوم|مفهومه|مضبوط|مضبوطه|موجود|موجوده|واضح|واضحه|قصير|قليل|بعيد|بسيط|بسيطه",
  "acceptable|able|sure|working|happy|good|fair|ok|okay|right|possible|easy|cheap|far|bad|funny|normal|clear|available|allowed|here|there|well|feeling|great|enough|serious|professional|going|coming|answering|responding|opening|accepting|sleeping",
  "radi|radya|radyeen|rady|la2i|la2y|la2ya|la8i|ladi|2ader|ader|8ader|gader|gadir|3aref|3arf|3arfa|fahem|fahma|shaghal|shaghala|shghal|sh8al|4aghal|7elw|7elwa|kwayes|kwayesa|zain|zaina|ma32ol|ma38ool|mabsoot|mabsoota|met2aked|mit2akid|mawjood|wade7",
);

/** Every word is held against every denial: nobody denies more things in a message. */
const mostDenials = 16;

/** What is denied. */
export function deniedIn(text: string, words: readonly Word[]): Denied[] {
  const places = findPhrases(denials, words).filter(
    (place) => !meansInstead(words, place) && !tellsState(words, place) && !setsLimit(words, place),
  );
  return behind(places, text, words);
}

/** What is not to be done. */
export function forbiddenIn(text: string, words: readonly Word[]): Denied[] {
  return behind(forbidding(words), text, words);
}

const mostDeniedWords = 6;

/** Spans from each denial to a boundary, an affirmation, or six words on. */
function behind(places: readonly PhraseFound[], text: string, words: readonly Word[]): Denied[] {
  return places.slice(0, mostDenials).flatMap(({ index, length }) => {
    const from = index + length;
    let to = from;
    while (to < words.length && to - from < mostDeniedWords) {
      if (to > from && isBounded(text, words, to)) break;
      // «مب هالاسبوع، يعني ٢ ديسمبر»: behind it stands what is meant.
      if (to > from && /(?:^|\s)(?:يعني|ya3ni)\s/.test(between(text, words, to))) break;
      if ([affirmations, additions, vocatives].some((ends) => phraseAt(ends, words, to) > 0)) break;
      to++;
    }
    const [first, last] = [words[index], words[to - 1]];
    return to > from && first && last && !isBounded(text, words, from)
      ? [{ start: first.start, end: last.end, inner: words[from]?.start ?? last.end }]
      : [];
  });
}

const noIMean = phrasesOf("لا اقصد|لا نقصد");

/** «لا اقصد نقل كفالة» and no more is "no, I mean …"; "I do not mean" goes on with what is meant («… بل …»، «… أقصد …»). */
function meansInstead(words: readonly Word[], { index, length }: PhraseFound): boolean {
  if (index > 0 || phraseAt(noIMean, words, 0) !== length) return false;
  return !hasPhrase(affirmations, words.slice(length));
}

/** «التطبيق مش راضي يسدد», "this is not acceptable": what does not work is told, not denied. Nor «مش هعديها»: what is not going to be done. */
function tellsState(words: readonly Word[], { index, length }: PhraseFound): boolean {
  if (phraseAt(plainDenials, words, index) !== length) return false;
  const next = words[index + length];
  return (
    phraseAt(states, words, index + length) > 0 ||
    (next !== undefined && /^ه[اتني][\u0620-\u064a]{3,}$/.test(next.key))
  );
}

const limits = phrasesOf(
  "اغلي|اكثر|اكتر|ازيد|اقل|ابعد|تتجاوز|يتجاوز|نتجاوز|تزيد|يزيد|تتعدي|يتعدي",
  "exceeding|exceed|more|over|above|beyond|later|less|aghla|a8la|aktar|akthar|azyad",
);

/** «مش أغلى من ١٨٠٠», "not exceeding SAR 720", "don't want to pay more than 500": a bound that is wished for. */
function setsLimit(words: readonly Word[], { index, length }: PhraseFound): boolean {
  const from = index + length;
  return [from, from + 1, from + 2].some(
    (at) => phraseAt(limits, words, at) > 0 && (at === from || pays.test(words[at - 1]?.text ?? "")),
  );
}

const pays = /^(?:[اتني]?دفع|ا?صرف|pay|spend|adfa3|edfa3)$/;

const forbids = phrasesOf(
  "please don't|please dont|don't|dont|do not|never|no|without|forget the|forget about the|skip the|لا عاد|بلا|بدون|من دون|دون|من غير|انسوا|la",
);

/** «لست أشتكي» is a verb behind "I do not", «لست اشخاص» are six people. */
const notDoing = /^ا(?!شخاص|فراد|نفار|يام|سابيع|شهر|طفال|وراق|جنحه|صدقا|ولاد)[\u0620-\u064a]{3,}/;

/** "Don't …", and «لا» before a verb in the second person («لا تشترون»). */
function forbidding(words: readonly Word[]): PhraseFound[] {
  const inArabic = words.flatMap(({ key }, index) =>
    (key === "لا" && /^ت[\u0620-\u064a]{2,}/.test(words[index + 1]?.key ?? "")) ||
    (key === "لست" && notDoing.test(words[index + 1]?.key ?? ""))
      ? [{ index, length: 1 }]
      : [],
  );
  // «متلغوش حاجة»: the verb itself forbids; the denial is its first letter.
  const egyptian = words.flatMap(({ key }, index) =>
    /^ما?ت[\u0620-\u064a]{2,}ش$/.test(key) ? [{ index, length: 0 }] : [],
  );
  // "No, forget the parcel": the no answers, and forbids nothing.
  const said = findPhrases(forbids, words).filter(
    ({ index, length }) => length > 1 || words[index + 1]?.text !== "forget",
  );
  return [...said, ...inArabic, ...egyptian];
}
