/**
 * A message that begins with its thing and goes on with what else is to be known: "Safety boots, 8 kg, to Tabuk", «تنكة سمن لخوي بالطايف»,
 * "12 hard hats, yellow". No verb says what is to be done with it; the service is known from the rest.
 */
import type { FieldSpec } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { phraseAt, phrasesOf } from "../phrases.ts";
import { cuesOf } from "../values/cues.ts";
import type { Span, Word } from "../words.ts";
import { had, isCount, isImperative, ownLam, skip, verbs, wants } from "./objects.ts";
import { isSmall } from "./small-words.ts";
import { isFigure, saysNothing } from "./text-bounds.ts";
import { pieces } from "./thing-ends.ts";
import { endsNoun, mayBeVerb } from "./verb-forms.ts";

/** Where it goes and whence: behind them the next value begins. */
const ways = new Set("to from for mn men le l la lel من الى ل لين".split(" "));
/** How a message begins that names nothing yet. */
const openings = phrasesOf(
  "sa7bi|sa7by|9a7bi|zojti|omi|ommi|emmi|umi|weldi|waldi|bnti|benti|akhoy|akhooy|abooy|shayeb|ragel|el ragel|rajjal|fellow|guy|lady|buyer|seller|idk|dunno|maybe|about|around|approx|only|just|hi|hello|hey|hi there|hey there|good|salam|ok|okay|so|well|yes|no|sorry|please|pls|kindly|thanks|thank|dear|sir|madam|guys|morning|evening|afternoon|my|our|your|his|her|the|this|that|these|i|we|you|he|she|it|they|someone|somebody|anyone|there|question|quick|if|when|what|where|who|how|why|is|are|was|were|do|does|did|can|could|would|will|not|let|a|an|as|here|same|another|first|second|both|number|boss|friend|client|customer",
  "الراجل|الرجال|راجل|رجال|جاري|جارتي|زبون|المطلوب|الشحن|التوصيل|التخزين|السعر|الخدمه|الرابط|رابط|وصيه|طلبيه|ملاحظه|موضوع|الموضوع|يا|يعم|يابني|قلت|قلنا|قلتلك|قولت|قولتلك|يمكن|حوالي|تقريبا|هلا|مرحبا|السلام|سلام|صباح|مساء|لو|اذا|هل|كم|وش|ايش|ليش|متى|وين|فين|كيف|ازاي|مين|انا|احنا|نحن|هو|هي|هم|هذا|هذي|هذه|في|فيه|عند|مع|بعد|قبل|اليوم|بكره|امس|طيب|تمام|نعم|ايه|ايوه|لا|مو|مش|ما|لم|لن|ليس|من|عن|على|الى|كل|بس|والله|الله|امي|ابوي|اخوي|اختي|ولدي|بنتي|ابني|زوجتي|زوجي|صديقي|صاحبي|اخي|والدتي|والدي|المدير|العميل|الشركه|شركتنا|رقم|رقمي|طلب|طلبي|استاذ|دكتور",
);

/** Most words of such a thing. */
const most = 4;

/**
 * The index where a thing begins that stands first in the message or behind a full stop, and ends at a mark or a small word with another
 * value behind it. `closed`: all other values; `ends`: words of the service itself, and of other things.
 */
export function listedStarts(
  field: FieldSpec,
  text: string,
  words: readonly Word[],
  closed: readonly Span[],
  isService: (word: Word) => boolean,
): number[] {
  const first = words[0];
  if (!first || words.length < 3 || phraseAt(cuesOf(field).phrases, words, 0) > 0) return [];
  const counted = countLength(words);
  const from = skip(words, 0, []);
  if (from > counted + 2 || (counted === 0 && phraseAt(openings, words, 0) > 0)) return [];
  const isClosed = (word: Word | undefined) => word !== undefined && overlapsAny(word, closed);
  for (let to = from; to <= from + most && to < words.length; to++) {
    const [before, word] = [words[to - 1], words[to] as Word];
    const isApart = to > from && /[.,،؛;:\n]/.test(text.slice(before?.end ?? 0, word.start));
    const isWay = ways.has(word.text) || (/^ل[\u0620-\u064a]{3,}/.test(word.text) && !ownLam.test(word.text));
    if (to > from && (isApart || isWay || (counted > 0 && isClosed(word)))) {
      if (counted === 0 && phraseAt(wants, words, to) > 0) return [];
      const next = isClosed(word) || isFigure(word) || isClosed(words[to + 1]) || isClosed(words[to + 2]);
      const said = words.slice(from, to);
      const isThing = (!saysNothing(said) || pieces.test(said[0]?.key ?? "")) && !said.every(isService);
      return isThing && (next || counted > 0) ? [from] : [];
    }
    if (isClosed(word) || phraseAt(verbs, words, to) > 0 || mayBeVerb(word)) return [];
    if (phraseAt(wants, words, to) > 0 || phraseAt(had, words, to) > 0) return [];
    if (
      isImperative(word, words[to + 1]) ||
      isSmall(word) ||
      endsNoun(word) ||
      phraseAt(pronounced, words, to) > 0
    )
      return [];
  }
  return [];
}

/** Verbs and helpers of a whole sentence. */
const pronounced = phrasesOf(
  "this|that|these|those|my|our|the|his|her|your|we're|i'm|they're|im|going|moving|leaving|travelling|traveling|relocating|flying|heading|looking|trying|coming|working|living|tabi|yabi|tbi|ybi|is|are|was|were|am|be|has|have|had|will|would|can|could|should|must|may|need|needs|want|wants|got|gets|went|goes|please|not|i|we|you|he|she|they|it|that|which|who|and i|مو|مش|ما|لا|كان|كانت|راح|وانا|انا|هل",
);

/** How many words count the thing at the beginning: "two", «عشر», "12". */
function countLength(words: readonly Word[]): number {
  const [first] = words;
  return first && (isFigure(first) || isCount(words, 0)) ? 1 : 0;
}
