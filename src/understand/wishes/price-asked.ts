/**
 * «كم بتاخذون علي», «طيب كم المجموع», "hatakhdo kam": that a price is asked for, however the verb and the noun are bent. A word for "how much"
 * and one for what is taken, or for what has a price, are enough; «كم المدة», «كم شخصًا» ask for something else.
 */
import type { Word } from "../words.ts";

const howMuch = /^(?:و|ف)?(?:ب)?(?:كم|كام)$|^(?:b|be|bi)?ka+m$/;

/** What you take, in the plural: «كم تاخذ» asks how long. */
const takes =
  /^[وف]?[بهح]?ت(?:اخذ|اخد|حسب|طلب|تقاض)و+ن?(?:ا|ه|ها|ني|نا)?$|^(?:b|ha|7a|hat|bet|bt)?t?a?(?:kh|5|7')[dzt]h?[ou]+n?$|^[بهح]?[تي]كلف(?:ني|نا|و|ه|ها)?$/;

/** «كم بتطلع علي»: comes to, for somebody. */
const comesTo = /^[بهح]?[تي]طلع$/;
const onWhom = /^(?:علي|عليا|علينا|لي|لنا|عليه|عليها)$/;

const sums =
  "(?:كشفيه|كشف|مجموع|اجمالي|حساب|عموله|عمولتكم|عمولتكو|اتعاب|اتعابكم|رسوم|رسومها|سعر|سعره|سعرها|تكلفه|تكلفته|تكلفتها|تكلفتكم|تكاليف|تكاليفها|ثمن|تمن|قيمه|قيمته|قيمتها|اجره|ايجار|ايجاره|ايجارها|توصيل|شحن|نقل|مصاريف|فيزيت|فيزيتا)";
/** A measure has a price where it is a certain one: «كم الليلة», «بكم الحبة», «كم بالشهر»; «كم ليلة» counts. */
const each =
  "(?:شهر|شهري|سنه|سنوي|ليله|يوم|يوميه|وحده|واحده|حبه|قطعه|متر|كيلو|ساعه|جلسه|نفر|شخص|كرتون|طن|موعد|طلب)";
const hasPrice = new RegExp(
  `^[وف]?(?:ال|بال|لل|ل|ب|عال|في ال)?${sums}$|^(?:ال|بال|لل|عال)${each}$|^(?:بشهر|شهريا|سنويا|يوميا)$|^(?:kashfeya|kashfiya|magmoo3|majmoo3|rosoom|rusum|se3r|si3r|tawseel|shahar|shahr|sha7n|leila|laila|wa7da|wahda|7abba|tekalfa|taklefa)$`,
);

/** «تاخذون نسبه ولا كيف»: whether something is taken. */
function takesSomething(words: readonly Word[]): boolean {
  return words.some(
    ({ key }, index) => takes.test(key) && shares.test(words[index + 1]?.key ?? "") && index < 3,
  );
}

const shares = /^(?:نسبه|عموله|رسوم|فلوس|مقابل|اجره|حاجه زياده)$/;

const mostWords = 9;

/** «الاستشارة بفلوس؟», "is it free": whether anything is charged, of the service and nothing beside it. */
const charged = /^(?:بفلوس|بمقابل|ببلاش|مجانا|مجانيه|free|beflos|b?ebalash)$/;
const service =
  /^(?:هل|هو|هي|هذا|هذي|هذه|ده|دي|ولا|او|يعني|طيب|ال(?:استشاره|خدمه|كشف|طلب|معامله|استعلام)|is|it|this|that|the|consultation|service|or|el|estshara)$/;

function asksWhetherCharged(words: readonly Word[]): boolean {
  const isOf = (pattern: RegExp, { key, text }: Word) => pattern.test(key) || pattern.test(text);
  const at = words.filter((word) => isOf(charged, word)).length;
  return at > 0 && words.length <= 6 && words.every((word) => isOf(charged, word) || isOf(service, word));
}

const including =
  /^(?:[وفب]?(?:شامل|شامله|يشمل|تشمل|داخل|داخله|ضمن|محسوب|محسوبه|متضمن)|included|including|includes?|inclusive|shamel|shamla)$/;
const tax = /^(?:ال)?(?:ضريبه|vat|tax)$/;

/** «السعر شامل الفطار؟», "is breakfast in the price": whether something is part of it, and not how much it is. The tax we know ourselves. */
export function asksWhetherIncluded(words: readonly Word[]): boolean {
  const some = (pattern: RegExp) => words.some(({ key, text }) => pattern.test(key) || pattern.test(text));
  return some(including) && !some(howMuch) && !some(tax) && !some(/^(?:much|what)$/);
}

/** Who takes a fee: of them «بياخد كام» asks for money, where no day or hour is counted. */
const whoCharges =
  /^[وفلب]?(?:ال)?(?:دكتور|دكتوره|طبيب|طبيبه|محامي|محاميه|محاسب|محاسبه|مترجم|مترجمه|مندوب|مندوبه|مستشار|خبير|سمسار|وسيط)$|^(?:doctor|doktor|doktora|mo7ami|mohami|mo7aseb|mohaseb|mandoob|mandob|motarjem)$/;
const charges =
  /^[وف]?[بهح]?[يت]ا?(?:خذ|خد|اخذ|اخد)(?:ها|ه)?$|^(?:b|be|bi|by|y|ye)a?y?a?(?:kh|5|7')[oue]?[dzt]h?$/;
const timeCounted =
  /^(?:ال)?(?:يوم|يوما|ايام|ساعه|ساعات|دقيقه|دقايق|اسبوع|شهر|وقت|مده|جلسه|مريض|yom|sa3a|wa2t|wagt|days?|hours?)$/;

/** «الدكتور دا بياخد كام؟», «المحامي ياخذ كم». */
function asksFee(words: readonly Word[]): boolean {
  const some = (pattern: RegExp) => words.some(({ key, text }) => pattern.test(key) || pattern.test(text));
  return some(whoCharges) && some(charges) && !some(timeCounted);
}

/** Do the words ask what something costs? */
export function asksPrice(words: readonly Word[]): boolean {
  const at = words.findIndex(({ key, text }) => howMuch.test(key) || howMuch.test(text));
  if (words.length > mostWords || asksWhetherIncluded(words)) return false;
  if (at === -1) return takesSomething(words) || asksWhetherCharged(words);
  if (asksFee(words)) return true;
  return words.some(
    ({ key, text }, index) =>
      index !== at &&
      (takes.test(key) ||
        takes.test(text) ||
        (comesTo.test(key) && onWhom.test(words[index + 1]?.key ?? "")) ||
        (index > at - 3 && (hasPrice.test(key) || hasPrice.test(text)))),
  );
}
