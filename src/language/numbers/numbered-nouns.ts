/** Nouns that a number belongs to as their name or their place in a row: «الدور ال٥», «شقة ٣/٤», "the 3rd floor", "room 5:30". No day, no hour. */
import { withoutArticle } from "../letters/article.ts";
import { type Pieces, wordAt } from "../pieces.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Before the number, folded and without article: storeys, ways, doors, parts of a course or a book, turns. */
const arabic = set(`
  دور طابق ادوار طوابق شقه شقق مبني عماره برج فيلا فله بلوك غرفه مكتب محل معرض بوابه باب مدخل ممر مخرج شارع طريق كيلو دائري حاره لفه دوار تقاطع اشاره
  محطه رصيف رحله موقف صف صفوف فصل ترم سنه مستوي مرحله درجه حلقه جزء سوره ايه صفحه ماده بند فقره درس محاضره جلسه زياره مره دفعه قسط طلب طلبيه محاوله مكالمه
  اسبوع شهر قطعه صندوق كرتون نسخه موديل نمره رقم مقاس قياس نسبه مقياس فئه خيار بديل مركز ترتيب جيل
`);
const latin = set(`
  floor storey story level apt apartment flat unit villa building bldg tower block room office shop door gate entrance exit street st avenue ave road rd
  highway ring lane junction signal roundabout station platform terminal parking row seat grade class year semester term module stage phase part episode
  season chapter page verse lesson session lecture visit time attempt call ring reminder message request order instalment installment payment invoice
  box bag parcel copy version model edition size scale ratio score option choice item number no place position week quarter
  dor door el-dor sha22a sha2a sh2a 3omara bawaba share3 tareeq saff mostawa marra 7ala2a gez2
`);

const article = /^(?:el|al|il|the)$/;
/** Between the noun and its number. */
const fillers = /^(?:ال|رقم|نمره|no|number|nr|#|\.|el|al|il|the|:)$/;

const isArabic = (word: string): boolean =>
  [word, withoutArticle(word), word.replace(/^[وفبل](?=..)/, "")].some((noun) => arabic.has(noun));

/** Does a noun stand before piece `at` that the number there belongs to? */
export function isNumbered(pieces: Pieces, at: number): boolean {
  let before = at - 1;
  while (fillers.test(wordAt(pieces, before)) && before > at - 4) before -= 1;
  const word = wordAt(pieces, before);
  if (latin.has(word)) return true;
  // «رقم ٥» and «شهر ٥» alone may be anything.
  return isArabic(word) && !(word === "شهر" || word === "رقم" || word === "سنه");
}

/** Right behind an ordinal: "3rd floor", "the 2nd visit". */
export function isOrdinalNoun(pieces: Pieces, at: number): boolean {
  return latin.has(wordAt(pieces, article.test(wordAt(pieces, at)) ? at + 1 : at));
}
