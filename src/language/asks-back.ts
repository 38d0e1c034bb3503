/**
 * Questions about the question that is open: what it is for («ليش تبون رقمي؟», "do I have to?"), and what it means («وش تقصدون؟»). Language
 * data in five varieties; what is answered is the conversation's to decide.
 */
import { fold, tokens } from "./normalise.ts";

/** `why`: the reason is wanted, or whether it must be. `meaning`: the words of the question were not clear. */
export type AskBack = "why" | "meaning";

const you =
  "(?:ت(?:بون|بغون|بغوا|بغو|بي|بغي|حتاجون|حتاجوا|حتاجو|حتاج|ريدون|ريد|طلبون|طلبوا|سالون عن|عرفون|حتاجونه|حتاجونها|بونه|بونها|بغونه|بغونها)|بدكم|بدكن|محتاجين|محتاجينه|محتاجينها|محتاج|عايزين|عايزينه|عايزينها|عاوزين|عاوزينه|عاوزينها|عايز|بتسالوا عن|بتطلبوا|لازم|ضروري|مهم)";
const thing =
  "(?:ال)?(?:رقم|رقمي|جوال|جوالي|موبايل|تليفون|اسم|اسمي|عنوان|عنواني|هويه|هويتي|اقامه|وزن|محتوي|تاريخ|معلومه|معلومات|بيانات|بياناتي|كلام|شي|ده|دي|هذا|هذي|هاد|ذا)";
/** What is one's own to tell: «مش هقول اسمي» asks why, «ما ابي شي» only wants nothing. */
const own = "(?:رقمي|جوالي|اسمي|عنواني|هويتي|بياناتي)";
const refuses =
  "(?:ما|مو|مش|لا|لن) ?(?:ابي|ابغي|عايز|عايزه|عاوز|اريد|ارغب|بدي|راح|ودي|احب|حاب|هقول|هدي)(?: ان)?";
const gives =
  "(?:اعطي|اعطيكم|اعطيك|اديكم|ادي|اديك|اقول|اقوله|اكتب|اكتبه|اشارك|ارسل|احط|اذكر|في اعطاء|مشاركه)";
const whyWord = "و?(?:ليش|ليه|لماذا|علاش)";

const why = [
  `${whyWord} ${you}(?: \\S+){0,4}`,
  `${whyWord}|why|leh|leih|leish|leesh|lesh`,
  `${whyWord} ${thing}`,
  `${you} ليه`,
  "(?:وش|ايش|شنو|ما) (?:ال)?(?:داعي|سبب|فايده|فائده|لازمه)(?: (?:ل|من|في)?\\S+)?",
  "(?:لازمته|لازمتها|فايدته|فايدتها) (?:ايه|وش)",
  "(?:وش|ايش) (?:تبون|تبغون|تسوون|بتسووا|بتعملوا) (?:في|ب|فيه|فيها)\\S*",
  "(?:وش|ايش) (?:دخلكم|دخلك|لكم|يهمكم)(?: \\S+)?",
  "(?:هل |هو |هي )(?:هو |هي |هذا |هذه |ذلك |ده |دي )?(?:لازم|ضروري|ضروريه|الزامي|الزاميه|اجباري|مطلوب)(?: \\S+)?",
  `هل (?:هو |هي |هذا |هذه |ذلك |ده |دي )?مهم(?: \\S+)?|(?:هو|هي) مهم ${thing}`,
  `(?:لازم|ضروري) (?:يعني|${thing})`,
  "يعني لازم|اجباري|الزامي|هل يلزم (?:ذلك|هذا|الرقم|الاسم|العنوان)|هل من الضروري(?: \\S+)?",
  "(?:why|what) (?:do|would|did|should) (?:you|u|i|we) (?:guys )?(?:even )?(?:need|want|require|have to|give|tell|ask for)\\b.*",
  "why (?:you|u) (?:need|want|ask for|asking for)\\b.*|why (?:is|are) (?:that|this|it|these|they) (?:needed|necessary|required|important)|why (?:that|this|my \\S+)|why does (?:it|that|this) matter",
  "what(?:'s| is| s)? (?:it|this|that) for|what for|what do you need (?:it|that|this|my \\S+) for",
  "(?:do|must|should) i (?:really )?(?:have to|need to|must|give)(?: (?:give|tell|say|send|answer|share|provide|it|that|this|my|you|the|a|name|number|phone|address))*|must i",
  "is (?:it|that|this|my \\S+|the \\S+) (?:really )?(?:necessary|required|mandatory|needed|a must|obligatory|compulsory)",
  "(?:that'?s |thats |it'?s )?none of your business",
  "(?:and )?is (?:it|this|that) (?:really )?safe(?: \\S+)?|هل (?:هو |هي |هذا |ذلك )?(?:امن|امنه|امان)|(?:هو|هذا) امان|في امان|فيها امان",
  `${refuses} (?:${gives} ${thing}|${own})(?: لاحد)?`,
  "(?:i )?(?:don'?t|dont|won'?t|wont|do not|will not|would rather not|prefer not to)(?: (?:want|wanna|like))?(?: to)? (?:give|share|tell|say|provide|write)(?: (?:you|out|away))?(?: (?:my|a|any|the|that|it|this))?(?: \\S+)?|no (?:name|number|phone)",
  `(?:عندكم|موجود عندكم|معكم) ${thing}|${thing} (?:عندكم|موجود عندكم|موجود|معروف|الواتساب|واتساب|هو اللي اكلمكم منه)|(?:you )?(?:already )?have my \\S+|my (?:number|phone|name) is (?:on|in) \\S+|you (?:already )?(?:have|know|got) (?:it|my \\S+)`,
  "(?:leh|leih|leish|leesh|lesh|lish|leyh) (?:tabon|tebon|teboon|tabghon|tabghoon|tebghoon|ta7tajon|t7tajoon|te7tajo|me7tageen|m7tajeen|me7tagin|3ayzeen|3ayzin|3awzeen|bedkom|lazem|lazim|darori|raqmi|ra2mi|rakami|el ra2am|el raqam|ismi|esmi)\\b.*",
  "(?:howa|hwa|hal) (?:lazem|lazim|darori)\\b.*|lazem ya3ni|lazim ya3ni|ya3ni lazem",
];
const meaning = [
  "(?:(?:وش|ايش|شو|شنو|ماذا|ما|يعني|ايه|اش) )?(?:تقصد|تقصدون|تقصدوا|تقصدي|قصدك|قصدكم|قصدكو|المقصود|بتقصد|بتقصدوا|تعنون|تعني)(?: (?:ب|من|في)?\\S+)?(?: (?:ايه|وش))?",
  "(?:وش|ايش|شو|شنو|ايه) (?:يعني|معني|معناه|معناها|هو ذا|هذا|ده)(?: \\S+)?",
  "يعني (?:ايه|وش|شو|شنو|ايش)(?: \\S+)?|مش فاهم(?: \\S+)?(?: \\S+)?|مش فاهمه|مو فاهم(?: \\S+)?(?: \\S+)?|مو فاهمه|ما فهمت(?: \\S+)?(?: \\S+)?|مافهمت(?: \\S+)?|لم افهم(?: \\S+)?|ما المطلوب (?:هنا|مني)|ما معني ذلك|اي رقم|رقم ايه|اي عنوان|عنوان ايه|اسم مين|اسم من",
  "what do (?:you|u) mean(?: \\S+){0,5}|what does (?:that|it|this)(?: \\S+)? mean|what'?s that(?: mean)?|(?:i )?(?:don'?t|dont|do not|didn'?t|didnt) (?:understand|get it|get that|get the question)(?: \\S+)?(?: \\S+)?|meaning|which (?:number|address|name|one do you mean)|what (?:number|address|name)|whose (?:number|name|address)|huh|what is (?:that|this)",
  "(?:shno|shnu|wesh|wsh|esh|eish|eh) (?:t2sdon|te2sdo|ya3ni|ta2sed|ta2sod|te2sod|tegsid|tgsdon|el ma2sood)(?: \\S+)?|ya3ni (?:eh|eih|shno|wesh|esh)|mesh fahem|msh fahem|mo fahem|ma fhemt|mafhemt|t2sod eh|te2sod eh|2asdak eh",
];
/** Words that may stand before and after, and say nothing of their own. */
const before =
  "(?:(?:طيب|طب|و|يعني|بس|لا|اوكي|عفوا|معليش|يا|اخي|هلا|ok|okay|but|and|so|sorry|wait|hmm|um|tab|tayeb|ya3ni|bas|أنا|انا) )*";
const after =
  "(?: (?:يعني|اصلا|بالضبط|بالظبط|انتم|انت|اخي|طيب|هنا|الحين|sir|please|pls|exactly|here|anyway|though|now|asln))*";

const anyOf = (list: readonly string[]): RegExp =>
  new RegExp(`^${before}(?:${list.map((one) => one.replaceAll("\\b", "(?![a-z0-9])")).join("|")})${after}$`);
const patterns: readonly (readonly [AskBack, RegExp])[] = [
  ["meaning", anyOf(meaning)],
  ["why", anyOf(why)],
];

const mostWords = 9;

/** «وش العنوان الوطني؟»: before the name of what is asked for. */
const whatIs =
  /^(?:(?:وش|ايش|شو|شنو|ما|ايه|يعني)(?: (?:هو|هي|يعني|معني|ايه))?|(?:what(?:'s| is|s)|what do you mean by)(?: an?| the| my)?|(?:wesh|esh|eish|shno|ya3ni eh)(?: hwa| heya)?) /;

/**
 * What a whole message asks of the question before it; undefined where it says anything else, or gives a number.
 * @param names what the thing that is asked for is called, folded; called only where it matters
 */
export function readAskBack(text: string, names: () => readonly string[] = () => []): AskBack | undefined {
  if (text.length > 120) return undefined;
  const words = tokens(text);
  if (words.length === 0 || words.length > mostWords || /\p{Nd}{3}/u.test(text)) return undefined;
  const said = fold(words.map((word) => word.text).join(" "));
  const asked = said.replace(whatIs, "");
  if (asked !== said && names().includes(asked)) return "meaning";
  return patterns.find(([, pattern]) => pattern.test(said))?.[0];
}
