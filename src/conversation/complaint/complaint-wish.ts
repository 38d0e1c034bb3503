/**
 * «عندي شكوى على BR-10001», "I want to complain about my order": whoever says outright that they have a complaint, and of what of ours, needs no
 * guessing. A complaint that is to be written to somebody else is a paper, and none of ours. Pure.
 */
import type { Understanding } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { findOrderRefs } from "../../language/people/ids.ts";

/** Longer messages tell more than that, and are the classifier's. */
const mostWords = 20;

const complaint = "(?:ال)?(?:شكوي|شكوه|شكاوي|شكيه|shakwa|shakwe|shakwi)";
const wants =
  "(?:ابي|ابغي|ابغا|اريد|نريد|نبي|بدي|ودي|عايز|عاوز|عايزه|عاوزه|حاب|حابه|ارغب|اود|بغيت|محتاج|محتاجه|abi|abgha|3ayez|3ayz|badi|baddi|biddi)";
const files =
  "(?:ا?قدم|اتقدم|نقدم|بقدم|ارفع|نرفع|برفع|اسجل|نسجل|اعمل|احط|ارسل|افتح|اسوي|تقديم|رفع|تسجيل|عمل|فتح|a2adem|agadem|a3mel)";
const complains = "(?:اشتكي|اشكي|نشتكي|بشتكي|هشتكي|ashtaki|ashteki)";

/** The first person has one. */
const has = `(?:عندي|عندنا|لدي|لدينا|معي|3andi|3indi|endi|3andy) ${complaint}|i(?: have|ve| got|ve got| have got) (?:a |an )?(?:\\S+ )?complaint`;
/** The first person is about to make one. */
const makes =
  `(?:${wants} )?(?:في |ان )?${files} (?:لكم |عندكم )?(?:ب)?${complaint}|${wants} (?:ان )?${complains}|${complains}|بشتكي` +
  "|i(?:d| would)?(?: want| need| like| wanna| am going| have)?(?: to)? (?:complain|(?:make|file|raise|submit|lodge|register|report) (?:a |an |my )?(?:\\S+ )?complaint)";
const of = "(?:علي|عن|بخصوص|ضد|حول|من|ب|بشان|في|3ala|3an|about|on|against|regarding|with|of|for)";
const ours =
  "(?:ref|ال(?:طلب|طلبيه|اوردر|حجز|شحنه|معامله|خدمه|مندوب|سايق|سواق|مكتب|موعد|فاتوره)|طلب|طلبي|طلبيتي|طلبنا|اوردري|حجزي|حجزنا|شحنتي|معاملتي|موعدي|فاتورتي|(?:خدم|مندوب|موظف|مكتب|شغل|تعامل|شركت|سايق|سواق)(?:ت|ات|ين)?(?:كم|كو)|عليكم|عليكو|منكم|فيكم|ضدكم" +
  "|(?:my|the|this|your|ur) (?:\\S+ )?(?:order|booking|parcel|shipment|request|service|courier|driver|staff|office|company|delivery)|you|order|talabi|el talab|eltalab|al talab|altalab|order)";
const outright = new RegExp(
  `(?<! (?:ما|مو|مش|ليس|no|not|dont|never)) (?:(?:${has}|${makes})(?: \\S+)? (?:${of} )?(?:رقم |هذا |هذه |number |order )*${ours}|${complaint} ${of} (?:\\S+ ){0,2}ref|complaint (?:about|on|against|regarding) (?:\\S+ ){0,2}ref)(?= )`,
  "u",
);
/** Nothing but that. */
const alone = new RegExp(
  `^ (?:(?:السلام|عليكم|سلام|هلا|مرحبا|اهلا|لو|سمحت|سمحتوا|hi|hello|انا|والله|يا|اخي|اخوي) )*(?:${has}) (?:(?:لو|سمحت|سمحتوا|please|من|فضلكم|عليكم) )*$`,
  "u",
);

/** To be written for them, or to somebody else; or more is wanted in the same breath. */
const another =
  / (?:[ا-ي]*كتب\S*|كتابه|صياغه|صيغه|خطاب|معروض|لايحه|نموذج|وزاره|محكمه|بلديه|امانه|write|draft|letter|template|ministry|court) | و?(?:الغ\S*|كنسل\S*|cancel|اكلم|كلموني|احجز\S*|human|manager) | (?:و|and|wa|w) ?(?:ابي|ابغي|اريد|عايز|عاوز|بدي|ودي|i want|i need|abi|abgha|3ayez) | و(?:ابي|ابغي|اريد|عايز|عاوز|بدي|ودي) /u;

/** The complaint that a message is by its own words, with the order that it names; undefined where that is not said outright. */
export function readComplaintWish(text: string): Understanding | undefined {
  const [named] = findOrderRefs(text);
  const without = named ? `${text.slice(0, named.start)} ref ${text.slice(named.end)}` : text;
  const words = tokens(without.replace(/['’]/g, "")).map((token) => token.text);
  if (words.length === 0 || words.length > mostWords) return undefined;
  const said = ` ${words.join(" ")} `;
  if (another.test(said) || !(outright.test(said) || alone.test(said))) return undefined;
  return { type: "complaint", ...(named && { ref: named.value }) };
}
