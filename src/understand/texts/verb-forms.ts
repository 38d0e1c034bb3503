/**
 * Verbs told by their form, where no list could hold them all: the one behind a word of wanting («عايز أسيب عربيتي»), and the one that
 * ends a noun's words («لابتوب يروح الخبر», «شنطة أبيها»). A likeness: broken plurals begin with the same letter, and are left out.
 */
import type { Word } from "../words.ts";

/** Nouns that begin as a verb in the present tense does. */
const nouns =
  /^(?:ا(?:وض|سم(?:ه|ها|ي|هم|نا)?$|يفون|يباد|يربود|بل|ثاث|جهز|حذي|كسسوار|قلام|سوار|دوات|ل|سمنت|كواب|قمش|نابيب|سطوان|ستشار|قتراح|ختبار|عمال|موال|حد|ي|خو|خت|م|بو|هل|صحاب|صدقا|طارات?)|ن(?:يكون|وكيا|يسان|ايك|ستله$|يفيا|نتندو|ظاف|ظار|سخ|عال|حاس|باتات|سكافيه|فقه?)|ت(?:لفزيون|لفون|ابل|لاج|مر|ونر|يشيرت|كييف|صوير|غليف|ذاكر|ذكر|حف|راب|ركيب|ويوتا|كسي|رابيز|سع|لات|لت|امين)|ي(?:وم|ارس|خت|اسمين|د))/;
/** «اوراق», «أجهزة»: the plurals that begin with ا. */
const brokenPlural = /^ا[\u0620-\u064a]{2}ا[\u0620-\u064a]$|^ا[\u0620-\u064a]{2}ي?[\u0620-\u064a]ه$/;

/** «سأرسل», «سنشحن»: what somebody will do. Behind «س» many nouns begin so («سيارة», «ستارة»): the verbs of our trade alone. */
const future = /^س[انتي](?:رسل|شحن|بعث|حتاج|سافر|شتري|نقل|خزن|حجز|قوم|كون|رغب|صل|زور|سكن|دفع|سدد)/;

/** May the word behind one of wanting be a verb in the present tense («اسيب», «نودي», «يودي»)? */
export function mayBeVerb({ key }: Word): boolean {
  if (future.test(key)) return true;
  if (nouns.test(key) || brokenPlural.test(key) || /[\u0620-\u064a]+ات$/.test(key)) return false;
  return /^(?:ا[\u0620-\u064a]{2}|[نتي][\u0620-\u064a]{3})/.test(key);
}

/** What is done with no thing: to know, to ask, to go. What stands behind them is no object of ours. */
const noObject = new Set(
  "اعرف اسال استفسر استعلم اكلم احجز اقدم اسوي اعمل اجدد اتابع الغي اشتكي اكون اروح اسافر اسكن انام ادفع اسدد اتكلم افهم نعرف نسال نستفسر نحجز نقدم نعمل نجدد نروح نسافر ندفع نسدد تعرف تكون يكون يعرف يرد يتصل يكلمني يكلم يساعدني تساعدوني يدفع know ask talk speak check see book cancel make track go travel pay renew apply find rent hire be do understand complain call want need am are is was have had think wonder hope live work arrange organise organize schedule tell give know".split(
    " ",
  ),
);
/** Is the verb one of those that give no thing? */
export const hasNoObject = ({ key, text }: Word): boolean => noObject.has(key) || noObject.has(text);

/** Behind a noun: it is moved, wanted, somebody's or somewhere, and no longer named. */
const behindNoun = new Set(
  `يروح تروح يوصل توصل يوصلني توصلني يوصلها يوصله ترجع يرجع يرجعه يرجعها تنرسل ينرسل تنشحن ينشحن تتبعت يتبعت تسلم يسلم تتسلم تتنقل ينقل تنقل يجي تجي يجيني تجيني تحتاج يحتاج تستلم تستلمون تستلموها تستلموه
  ابيه ابيها ابيهم ابيكم ابغاه ابغاها نبيه نبيها عايزه عايزها عايزاه عايزاها عاوزه اوديه اوديها ارسله ارسلها ابعته ابعتها ابيعه ابيعها اشيله اشيلها احطه احطها اخزنه اخزنها اطلبه اطلبها اطلبوه اطلبوها تطلبونها تطلبونه
  رايح رايحه رايحين طالع طالعه جاي جايه موجود موجوده لازم لازمها لازمه مطلوب مطلوبه بتاعي بتاعتي بتاعنا بتاعت بتاع بتاعه بتوعي حقي حقتي حقنا حقتنا حقت حق حقه حقها تبعي تبعنا تبع مالي
  جالي جاني حصل حصلي حصلت صار صارلي صارت صار وقع يورد يوردون
  كده كدا كذا تقريبا اوي خالص مره جدا كتير كثير برضو برضه هناك هنا ضروري عبركم فيه فيها عندي عندنا لدي لدينا معي معنا معاه معاها عليه عليها منه منها الي اللي التي الذي
  بصيغه بشكل بصوره بتاريخ بسعر بحدود بميزانيه بمبلغ بقيمه بمساحه بوزن بلون
  ده دي دا هذا هذي هذه دول عندكوا عندكو وانا da di dah
  brought bought ordered purchased posted taken delivered sent collected moved picked shipped stored gone done
  online ahead behind back over away across off somewhere here there inside left stuck myself lazem troo7 yroo7 tro7 yewsal yewsel beta3i beta3ti bta3i beta3y bta3y 7agi 7aggi 7agti 7a2i 7agty 3andokom 3andko 3endkom 3endokom keda kda kida awi`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
/** «تودوها», «يرجعونه»: a verb with its object written onto it; «ه» alone could be a noun's ending. */
const withPronoun = /^(?!ال)[وف]?[بحه]?[ايتن][\u0620-\u064a]{3,}(?:ها|هم|وه|نه)$/;

/** Does the word end what a noun before it names? */
export function endsNoun({ key, text }: Word): boolean {
  return behindNoun.has(key) || behindNoun.has(text) || withPronoun.test(key);
}

/** «ويكون (فيه حراسة)», "should (have a guard)": what follows says how a thing is to be, and names none. */
export const isToBeSo = (word: Word | undefined): boolean =>
  word !== undefined && /^(?:و[يت]كون|should|must)$/.test(word.text);
