/**
 * That somebody asks when, or how long it takes: «هتوصل امتى؟», «ومتى الموعد بالضبط», "ok but how long". Said to a form it asks how long
 * that takes; said of an order, where it is; and it calls nobody.
 */
import { kindOfReply } from "../../language/replies/reply-words.ts";
import { hasPhrase, phrasesOf } from "../phrases.ts";
import type { Word } from "../words.ts";

/** «متى يكلمني؟», "when will it be ready?": said to a form it asks how long that takes, and calls nobody. */
const untilWhen = phrasesOf(
  "متى يكلمني|متى تكلموني|متى تكلمونا|متى بتكلموني|متى بيكلمني|متى يتصل|متى يتصلون|متى تتصلون|متى يتواصل|متى تتواصلون|متى يردون|متى تردون|متى يرد علي|متى الرد|متى يوصلني الرد|متى اسمع منكم|متى تخلص|متى تخلصون|متى تخلصونها|متى يخلص|متى تنتهي|متى ينتهي|متى يجهز|متى تجهز|متى يكون جاهز|متى تطلع|هيخلص امتى|هتخلص امتى|امتى يخلص|امتى تخلص|هتكلموني امتى|هيكلموني امتى|امتى هتكلموني|امتى هتردوا|هتردوا امتى",
  "when will you call|when will he call|when will they call|when will she call|when do you call|when will i hear|when do i hear|when can i expect|when will it be ready|when is it ready|when will it be done|when will you reply|when do you reply|how soon",
  "emta tredo|emta tredoo|emta tredoon|emta tred|emta hatredo|emta betredo|emta btredo|emta hatkalemoni|mata trdoon|mata tredoon|mata tardoon|mata btredon|mata el rad|emta el rad|mata btredoon|mata tkalmooni|mata ykalemni|mata yekalemni|mata tkalmoni|mata bt5alleson|mata tekhlas|mata te5las|mata yeb2a gahez|emta te5las|emta tekhlas|hatkalemooni emta",
);

const when = /^[وفب]?(?:متي|امتي|امتا)$|^(?:emta|imta|mata|meta|amta)$/;
/** "When I get back" tells; "when will I" asks. */
const aux = /^(?:will|do|does|can|could|would|should|is|are|am|might|s)$/;

function asksAt({ key, text }: Word, next: Word | undefined): boolean {
  return when.test(key) || when.test(text) || (text === "when" && aux.test(next?.text ?? ""));
}
/** What is done with the thing that is wanted, in the future or the present: «هتوصل», «يوصل», «تتباع», "tewsal". */
const comes =
  /^[وف]?[بهح]?[تين](?:وصل|جي|جيب|جهز|خلص|طلع|كون|ستلم|تسلم|تباع|تبيع|نتهي|رجع|صير|تم|ستغرق|جيني|وصلني|وصلنا|وصلو|جهزو|خلصو)(?:ني|نا|ها|ه|و|وا|ون|لي)?$|^(?:[bh7]a?)?[ty]e?[aiou]?(?:wsal|wasal|usal|osal|oosal|oosel|wsel|eegy|egi|eji|iji|khlas|khallas|gahez|jahez)(?:ni|na|o|oo|oon)?$/;
/** That somebody gets in touch: «يكلموني», «حيتصل», "ykalemni". */
const getsInTouch =
  /^[وف]?[بهح]?[تين](?:ت)?(?:كلم|كلمو|تصل|تصلو|تواصل|تواصلو|رد|ردو)(?:ني|نا|ون|وا|ونا|ونني)?$|^(?:[bh7]a?)?[ty]e?(?:kal+[aei]?m|tasel|tesel|etsel|rd|red)(?:o|oo|oon|ni|na|ooni|oni)?$/;
/** An order of one's own is asked after elsewhere. */
const mine = /^(?:طلبي|طلبيتي|طلبنا|شحنتي|طردي|اوردري|talabi|talaby|orderi)$/;

/** «هتوصل امتى؟», «متى يخلص», "when will it be ready?": asked of what is being ordered. */
export function asksWhen(words: readonly Word[]): boolean {
  if (words.length > 6) return false;
  if (hasPhrase(untilWhen, words) || isBare(words)) return true;
  const inDays = words.some(
    ({ key }, at) =>
      /^(?:كام|كم)$/.test(key) && /^(?:يوم|يوما|ايام|ساعه|اسبوع|اسبوعا)$/.test(words[at + 1]?.key ?? ""),
  );
  const asks = inDays || words.some((word, at) => asksAt(word, words[at + 1]));
  if (!asks || words.some(({ key, text }) => mine.test(key) || mine.test(text))) return false;
  return words.some(({ key, text }) =>
    [key, text].some((one) => comes.test(one) || getsInTouch.test(one) || coming.test(one)),
  );
}

/** «متى الموعد», «امتى الرد», "when will I get it back": the thing that comes, by its name. */
const coming =
  /^(?:ال)?(?:موعد|رد|توصيل|تسليم|وصول|جواب|نتيجه|تنفيذ|معاد|ميعاد)$|^(?:get|getting|back|hear|ready|done|finished|arrive|arrives|receive|delivered|delivery|reply|answer|radd?|maw3ed|me3ad)$/;

/** "How long" without a noun, «كم يوم»: behind nothing but a yes, a "but" or an "and". */
function isBare(words: readonly Word[]): boolean {
  const from = words.findIndex(({ key, text }) => !leads(text) && !leads(key));
  const said = words.slice(Math.max(0, from)).map(({ key }) => key);
  return bare.test(said.join(" "));
}

const leads = (word: string): boolean =>
  /^(?:but|بس|لكن|طب|bas|bs)$/.test(word) || ["yes", "courtesy", "filler"].includes(kindOfReply(word));
const bare =
  /^(?:(?:for )?how long(?: for| then| exactly| now| roughly)?|how many days|how much time|كم يوم|كام يوم|في كام يوم|خلال كم يوم|(?:كم|قد ايه) وقت|kam yo?u?m)$/;

/** «متى بتكلموني؟», "what about my hotel, when do I hear?": where nothing is being ordered, asked of what was. */
export function asksWhenAtAll(words: readonly Word[]): boolean {
  if (words.length > mostWords) return false;
  if (hasPhrase(untilWhen, words)) return true;
  const asks = words.some((word, at) => asksAt(word, words[at + 1]));
  return asks && words.some(({ key, text }) => getsInTouch.test(key) || getsInTouch.test(text));
}

const mostWords = 8;
