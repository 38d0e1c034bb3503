/** Things that people send, buy and store, by their names alone: what is contents wherever it is said, and never an address. Data. */
import { phraseAt, phrasesOf } from "../phrases.ts";
import type { Word } from "../words.ts";

const goods = phrasesOf(
  "مستندات|مستند|وثائق|وثيقه|اوراق|ورق|ملفات|ملف|عقد|عقود|شهاده|شهادات|كتب|كتاب|ملابس|هدوم|ثياب|فستان|فساتين|عبايه|عبايات|جزم|احذيه|شنط|حقائب|هدايا|هديه|ورد|باقه ورد|بوكيه|مفاتيح|مفتاح|عطر|عطور|بخور|عود|مكياج|اكسسوارات|ساعه يد|مجوهرات",
  "جوال|جوالات|لابتوب|كمبيوتر|شاشه|طابعه|اجهزه|جهاز|الكترونيات|قطع غيار|عده|ادوات|ادويه|دواء|علاج|نظارات|العاب|لعب اطفال|اثاث|عفش|كنب|كنبه|كنبات|طاوله|طاولات|ترابيزه|كرسي|كراسي|مكتبه|خزانه|مرتبه|مراتب|سرير|دولاب|ثلاجه|غساله|تلفزيون|سجاد|تمر|تمور|قهوه|عسل|حلويات|كيك|اكل|طعام|طبخ|بهارات|ملابس اطفال|العاب اطفال",
  "documents|papers|files|contract|certificate|books|clothes|clothing|dress|shoes|bags|gifts|gift|flowers|keys|passport|perfume|perfumes|makeup|jewelry|jewellery|watch|phone|phones|laptop|computer|screen|monitor|printer|electronics|spare parts|tools|medicine|medication|glasses|toys|furniture|sofa|sofas|table|tables|chair|chairs|desk|mattress|wardrobe|bed|fridge|tv|carpet|dates|coffee|honey|sweets|cake|food|spices",
  "awra2|wara2|kotob|malabes|hedoum|hedom|hadaya|3otoor|oud|tamr|2ahwa|adweya|mostanadat|hodoom|hdoom|kanaba|kanab|tarabeza|tawla|6awla|korsi|karasi",
);
/**
 * The first such things in a sentence, when no word leads to them («عندي لابتوب ابيه يروح الدمام», "my clothes and shoes …"), with what they
 * are of («مفاتيح البيت»). Empty where none are named.
 */
export function goodsIn(words: readonly Word[]): readonly Word[] {
  const from = words.findIndex(
    (_, index) => phraseAt(goods, words, index) > 0 && !whose.test(words[index + 1]?.key ?? ""),
  );
  if (from < 0) return [];
  let to = from + phraseAt(goods, words, from);
  for (;;) {
    const next = words[to];
    const skipped = next && (next.key === "و" || next.text === "and") ? 1 : 0;
    const more = phraseAt(goods, words, to + skipped);
    if (more === 0) break;
    to += skipped + more;
  }
  const behind = words[to];
  return words.slice(from, behind && /^ال[\u0620-\u064a]{3,}$/.test(behind.key) ? to + 1 : to);
}

/** «جوال المستلم» is his number. */
const whose = /^(?:المستلم|المستلمه|المرسل|المندوب|العميل|الزبون|الضيف|المريض)$/;

const joiners = new Set([
  "و",
  "and",
  "or",
  "او",
  "w",
  "بس",
  "some",
  "a",
  "an",
  "فقط",
  "only",
  "just",
  "شويه",
  "كم",
  "شوي",
]);

/** Are the words nothing but such things («ملابس وكتب», "some documents")? */
export function areGoods(words: readonly Word[]): boolean {
  let things = 0;
  for (let index = 0; index < words.length; ) {
    const length = phraseAt(goods, words, index);
    const word = words[index];
    if (length > 0) things++;
    else if (!word || !(joiners.has(word.key) || joiners.has(word.text))) return false;
    index += Math.max(1, length);
  }
  return things > 0;
}
