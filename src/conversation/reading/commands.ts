/**
 * What can be said in fixed words at any time, as data: the whole message is the command, in either language, in dialect or Arabizi.
 * Anything longer is the classifier's to read.
 */
import type { Understanding } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { keepRecent } from "../../language/recent-texts.ts";

type Means = readonly [words: string, means: Understanding];

/** Phrases as they are said, folded (ا for أ إ آ, ه for ة, ي for ى), apart by `|`. */
const table: readonly Means[] = [
  [
    "الغاء|الغي|الغ|الغ طلب|الغي طلب|الغاء طلب|الغ طلبي|الغي طلبي|الغاء طلبي|كنسل طلب|كنسل طلبي|الغي الطلب|الغ الطلب|الغاء الطلب|كنسل|كنسل الطلب|خلاص ما ابي|خلاص ما ابغي|هونت|بطلت|وقف|توقف|ايقاف|cancel|cancel it|cancel order|cancel the order|cancel my order|cancel this|stop|quit|abort|never mind|nevermind|forget it|kansel|batalt|khalas ma abi|el8a2|elgha2|elghaa",
    { type: "cancel" },
  ],
  [
    "وين طلبي|فين طلبي|اين طلبي|وين الطلب|حاله الطلب|حاله طلبي|ايش صار علي طلبي|وش صار علي طلبي|وش صار بطلبي|ايش صار بطلبي|وصل طلبي|متابعه|متابعه الطلب|طلبي وين|طلبي فين|وين شكواي|وين وصلت شكواي|شكواي وين|وش صار علي شكواي|ايش صار علي شكواي|وش صار بشكواي|شكوتي فين|فين شكوتي|where is my complaint|where's my complaint|status of my complaint|my complaint status|طلباتي|where is my order|where's my order|wheres my order|order status|status|track|track order|track my order|my order|my orders|wen talabi|wain talabi|fen talaby|wein talabi|fein talabi",
    { type: "order_status" },
  ],
  [
    "موظف|ابي موظف|ابغي موظف|كلمني موظف|ابي اكلم موظف|ابغي اكلم موظف|اكلم موظف|عايز اكلم موظف|عايز موظف|خدمه العملاء|انسان|شخص|ابي انسان|تحويل لموظف|حولني لموظف|حولني علي موظف|ابغي اكلم شخص|agent|human|person|a person|talk to a human|talk to a person|talk to someone|speak to a human|speak to a person|speak to an agent|real person|customer service|operator|mowazaf|mwazaf|abi mowazaf|abgha mowazaf",
    { type: "human_agent" },
  ],
  [
    "القائمه|قائمه|الخدمات|خدماتكم|وش خدماتكم|ايش خدماتكم|مساعده|ساعدني|menu|main menu|services|your services|help|start|khadamat",
    { type: "office", topic: "services" },
  ],
  [
    "كيف ادفع|كيف الدفع|كيف يتم الدفع|كيف طريقه الدفع|كيف ادفع لكم|طريقه الدفع|طرق الدفع|وش طرق الدفع|وش طريقه الدفع|ايش طرق الدفع|ما هي طرق الدفع|ما طرق الدفع|ما طريقه الدفع|الدفع كيف|ادفع كيف|وشلون ادفع|شلون ادفع|شلون الدفع|وشلون الدفع|وين ادفع|فين ادفع|ادفع وين|ادفع فين|متى ادفع|متى الدفع|الدفع متى|كيف احول|كيف احول لكم|كيف اسدد|كيفيه الدفع|كيفيه السداد|الدفع",
    { type: "office", topic: "payment" },
  ],
  [
    "ازاي ادفع|ادفع ازاي|بدفع ازاي|هدفع ازاي|الدفع ازاي|ازاي الدفع|ادفع امتى|امتى ادفع|هدفع امتى|هدفع فين|طريقه الدفع ايه|طرق الدفع ايه|ezay adfa3|adfa3 ezay|hadfa3 ezay|ezzay adfa3|kaif adfa3|keef adfa3|kif adfa3|kef adfa3|kaif eldaf3|keif el daf3|kaif el daf3|shlon adfa3|wain adfa3|fen adfa3|mata adfa3|emta adfa3",
    { type: "office", topic: "payment" },
  ],
  [
    "how do i pay|how to pay|how can i pay|how do we pay|how will i pay|how should i pay|how do i pay you|how do i pay for it|how do i pay for this|where do i pay|when do i pay|payment|payment method|payment methods|how does payment work|how is payment made|what are the payment methods|how do you take payment|do i pay now|can i pay now|pay now",
    { type: "office", topic: "payment" },
  ],
  [
    "how long it takes|how long does it take|how long will it take|how long would it take|how long it will take|how long is it going to take|how long for it|how many days does it take|how many days will it take|how many days it takes|when will it be done|when will it be ready|كم ياخذ|كم ياخذ وقت|كم ياخذ من الوقت|كم يستغرق|كم يستغرق ذلك|كم تاخذ|كم يوم ياخذ|بياخد قد ايه|بتاخد قد ايه|بياخد كام يوم|kam yakhod|kam ya5eth|bya5od 2ad eh",
    { type: "office", topic: "duration" },
  ],
  [
    "english|in english|english please|انجليزي|بالانجليزي|بالانجليزيه|الانجليزيه|انقليزي|بالانقليزي",
    { type: "language", language: "en" },
  ],
  [
    "arabic|in arabic|arabic please|عربي|بالعربي|العربيه|بالعربيه|3arabi|bel3arabi",
    { type: "language", language: "ar" },
  ],
  ["بياناتي|بيانات|معلوماتي|my data|my information|bayanati", { type: "privacy", what: "see" }],
  [
    "حذف بياناتي|احذف بياناتي|احذفوا بياناتي|امسح بياناتي|امسحوا بياناتي|مسح بياناتي|delete my data|erase my data|remove my data",
    { type: "privacy", what: "delete" },
  ],
  [
    "تصحيح بياناتي|صحح بياناتي|صححوا بياناتي|تعديل بياناتي|correct my data|fix my data|change my data|update my data",
    { type: "privacy", what: "correct" },
  ],
  [
    "سحب الموافقه|سحب موافقتي|اسحب الموافقه|اسحب موافقتي|اسحبوا موافقتي|ابي اسحب موافقتي|ابغي اسحب موافقتي|عايز اسحب موافقتي|الغي موافقتي|الغاء الموافقه|الغاء موافقتي|الغوا موافقتي|الغ موافقتي|تراجعت عن موافقتي|تراجعت عن الموافقه|اتراجع عن موافقتي|لم اعد اوافق|لم اعد موافقا|withdraw consent|withdraw my consent|i withdraw my consent|i withdraw consent|i want to withdraw my consent|revoke my consent|i revoke my consent|take back my consent|i take back my consent|cancel my consent|remove my consent|i no longer agree|i no longer consent|es7ab mowafa2ti|es7ab el mowaf2a|s7ab mowafgti|as7ab mwafgti|sa7b el mowafaqa",
    { type: "privacy", what: "withdraw" },
  ],
  [
    "نكمل|كمل|كملوا|اكمل|نتابع|تابع|نواصل|استمرار|متابعه الطلب السابق|continue|resume|go on|carry on|kamel|nkamel",
    { type: "resume" },
  ],
  [
    "لاحقا|بعدين|تخطي|تخط|تجاوز|ما عندي|ماعندي|لا اعرف|ما ادري|مدري|ما اعرف|skip|later|pass|skip it|not now|i don't know|i dont know|don't know|ba3dain|ba3den|madri",
    { type: "skip" },
  ],
  [
    "تعديل|تعديل الطلب|عدل|اعدل|ابي اعدل|ابغي اعدل|عايز اعدل|تغيير|change|edit|modify|change something|ta3deel",
    { type: "change" },
  ],
  [
    "السلام عليكم|السلام عليكم ورحمه الله|السلام عليكم ورحمه الله وبركاته|سلام عليكم|سلام|السلام|salam|salam alaikum|assalamu alaikum|salam 3alaikum|alsalam alaikum|salamu alaikum|asalam alaikum|slm",
    { type: "greeting", salam: true },
  ],
  [
    "كيف الحال|كيفكم|كيف حالكم|كيف حالك|شخباركم|شخبارك|اخباركم|وش اخباركم|الحمدلله|الحمد لله|بخير|بخير الحمدلله|تمام الحمدلله|الحمدلله تمام|ازيكم|عاملين ايه|ازيك|how are you|how r u|how are you doing|hows it going|kefkom|kif 7alkom|ezayak|ezayokom|shlonkom|shakhbarkom|مرحبا|هلا|اهلا|هلا والله|صباح الخير|مساء الخير|اهلين|هاي|hello|hi|hey|good morning|good evening|good afternoon|hala|marhaba|ahlan",
    { type: "greeting" },
  ],
  [
    "يسلمو|يسلموا|يسلم ايدك|تسلم ايديك|متشكر|متشكره|متشكرين|الف شكر|شكرا كتير|شكرا كثير|ربنا يخليك|الله يسعدك|yeslamo|yslamo|yslmo|teslam|tslm|teslamo|mersi|merci|ty|tysm|thx a lot|thanks a lot|cheers|شكرا|مشكور|مشكورين|شكرا لكم|شكرا جزيلا|تسلم|تسلمون|يعطيك العافيه|يعطيكم العافيه|الله يعطيك العافيه|جزاك الله خير|جزاكم الله خير|ما قصرتوا|تسلم ايدك|thanks|thank you|thx|thank you so much|many thanks|shukran|mashkoor",
    { type: "thanks" },
  ],
];

const polite: ReadonlySet<string> = new Set(["لو", "سمحت", "سمحتوا", "فضلك", "من", "please", "pls", "plz"]);

const commands: ReadonlyMap<string, Understanding> = new Map(
  table.flatMap(([words, means]) => words.split("|").map((phrase) => [keyOf(phrase), means] as const)),
);

const ways =
  "(?:ال|ب|بال|عن طريق (?:ال)?)?(?:كاش|نقد|نقدا|مدي|فيزا|ماستر|ماستركارد|شبكه|تحويل|حواله|بطاقه|بطاقات|ايبل باي|ابل باي|اس تي سي|stc pay|stc|apple pay|cash|card|cards|credit card|credit cards|visa|mastercard|mada|bank transfer|transfer|fisa|kash|tahweel|ta7weel)";
/** «تقبلون مدى؟», «ممكن ادفع كاش», "do u take cash": whether we are paid in a certain way, and nothing else. */
const asksWayToPay = new RegExp(
  `^(?:(?:هل |طيب |عادي |هو |و)?(?:ت|بت)(?:قبل|قبلون|قبلوا|قبلو|اخذ|اخذون|اخذوا|اخدوا|اخدو|تعاملون|تعاملوا|تعاملو|دعمون)|(?:هل |طيب |عادي )?(?:ممكن|اقدر|ينفع|يصير|يمكن|ينفعش|عادي|في|فيه|عندكم|عندكو|يجوز|يصلح)(?: (?:ا|ن|ب|ه)?دفع(?:لكم)?| (?:ا|ن|ه)?حول(?:لكم)?| الدفع| دفع)?|(?:ادفع|الدفع)|(?:do|can) (?:you|u|i|we) (?:guys )?(?:take|accept|pay|have)(?: (?:by|with|in|via))?|(?:is |are )?(?:it )?(?:ok|possible|fine)? ?(?:to )?pay(?: (?:by|with|in|via))?|(?:mumkin|momken|a2dar|agdar|t2blon|te2balo|btakhdo|yenfa3) ?(?:adfa3)?) (?:ب |by |with |in |the )?${ways}(?: (?:و|او|ولا|or|and|w)? ?${ways})*(?: (?:عندكم|accepted|ok|ولا لا|ولا لازم \\S+))?$`,
);

/** Longer than any phrase of the table, whatever the punctuation. */
const longest = 60;

/** How a bot's chat begins: by its button, or by a link with a code in it, which says nothing to the office's words. */
const botStart = /^\/start(?:\s+\S+)?\s*$/i;

/** The command that a whole message is, if any. */
export const commandOf: (text: string) => Understanding | undefined = keepRecent(readCommand);

function readCommand(text: string): Understanding | undefined {
  if (!/\p{L}/u.test(text)) return undefined;
  if (botStart.test(text)) return { type: "greeting" };
  if (text.length > longest) return undefined;
  const key = keyOf(text);
  return commands.get(key) ?? (asksWayToPay.test(key) ? { type: "office", topic: "payment" } : undefined);
}

/** Folded words without politeness: «إلغاء لو سمحت» is «الغاء». */
function keyOf(text: string): string {
  const words = tokens(text).map((token) => token.text);
  const bare = words.filter((word) => !polite.has(word));
  return (bare.length === 0 ? words : bare).join(" ");
}

const another: ReadonlySet<string> = new Set(
  "ثاني ثانيه تاني تانيه اخر اخري كمان جديد جديده ايضا another second also new other thani tani kaman".split(
    " ",
  ),
);

const corrections: ReadonlySet<string> = new Set(
  [
    "اقصد قصدي اقصدت غلط غلطت خطا عدل عدلوا عدلي عدلها عدله تعديل اعدل نعدل تعدل تعدلون غير غيروا غيرت اغير نغير تغير تغيرون غيرها",
    "غيره تغيير بدل بدلا ابدل صحح صححوا صححها التصحيح خلها خليها خله خليه خلوها خلوه اجلوها اجلها اجلوه نااجل ناجل تاجيل قدموها قدمها",
    "meant mean actually instead correct correction change changed wrong not mistake make move reschedule postpone update rather",
    "a2sod 2asdi aqsed ghalat ghayer agayer 3adel 3adlo khaleha khaliha 5aleha khalleeha khaleeha khalliha khalleha 5aleeha 5aliha 5alleeha 5alleha khaleeh khalih khallih",
  ].flatMap((line) => line.split(" ")),
);

/** Whether a message corrects something, as far as a word tells: then the newest open order is read against, too. */
export function soundsLikeCorrection(text: string): boolean {
  const words = tokens(text).map((token) => token.text);
  return words.some(
    (word, at) =>
      (corrections.has(word) || corrections.has(word.replace(/^و/, ""))) &&
      // «من غير مكالمات» is "without calls".
      !(word === "غير" && words[at - 1] === "من"),
  );
}

/** Whether a request for the service that is open already asks for a second one of it («وأبي شحنة ثانية»). */
export function asksForAnother(text: string): boolean {
  const words = tokens(text).map((token) => token.text);
  return words.some(
    (word, at) =>
      (another.has(word) || another.has(word.replace(/^و/, ""))) &&
      // "The other is correct" wants no other.
      !(word === "other" && /^(?:is|are|was|details?|things?|stays?)$/.test(words[at + 1] ?? "")),
  );
}
