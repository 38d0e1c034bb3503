/**
 * What words for whoever carries an order out are clearly about: a matter that only the office can settle, or something else than the order says. By
 * exact phrases alone, as people write them: what is nearly one is a plain instruction («لا يلغي الطلب», «يتأكد ان ما في شي ناقص»). Pure.
 */
import { findDates } from "../../language/days/dates.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { findTimes } from "../../language/times/times.ts";

/** A matter of the office's own, by the understanding that it is. `move`: a new day or a new address of the order. */
export type OfficeMatter = "cancel_order" | "complaint" | "human_agent" | "order_status" | "privacy" | "move";

/** Words apart by one space each, folded: «أبي» and «ابي» meet. */
const plain = (text: string): string =>
  tokens(text.replace(/['’]/g, ""))
    .map((token) => token.text)
    .join(" ");
const phrase = (...sources: readonly string[]): RegExp =>
  new RegExp(`(?:^| )(?:${sources.join("|")})(?= |$)`, "u");

const want =
  "(?:(?:انا )?[او]?(?:ابي|ابغي|ابغا|نبي|نبغي|اريد|نريد|بدي|ودي|عايز|عايزه|عاوز|عاوزه|احتاج|محتاج|محتاجه)|3ayez|3ayz|abi|abgha|badi|baddi|i (?:also |just |really )?(?:want|need)|id like|i would like)";
const order =
  "(?:(?:ال|هال)?(?:طلب|طلبيه|اوردر|شحنه|طرد|خدمه|حجز)|طلبي|طلبيتي|شحنتي|order|talab|el talab|el order)";
const nothing =
  "(?:و?(?:ما|مو|مش|مب|ماعاد|لا) (?:عاد )?(?:عدت )?(?:ابيه?ا?|ابغي|ابغاه|ابغاها|اريد|اريده|اريدها|بدي|بدي ياه|بدي ياها|ودي|عايز|عايزه|عايزها|عاوز|عاوزه|عاوزها|نبي|نبيه))";

/** Said of ending the order; «لا يلغي» and "not to cancel" ask for the contrary. */
const ends = new RegExp(
  `(?:^| )(?<!(?:^| )(?:لا|ما|مو|مش|لن|not|dont|never|wont|didnt|without|la|ma)(?: to)? )(?:` +
    `[ياتنب]{0,2}(?:ل?لغي|لغا|لغو|لغوا)(?:ها|ه|وها|وه|ت|نا|ته|تها)?|الغاء|بالغاء|الغاءه|الغاؤه|للالغاء|[ياتنب]?كنسل(?:ها|ه|وها|وه|وا|ت|نا|ته|تها)?|` +
    `[ybtan]{0,2}[ae2]?l8i|[ybtan]{0,2}[ae2]?lghi|[ybtan]{0,2}lghy|y?kansel|cancel(?:led|ling)?)(?= |$)`,
  "u",
);
const wantsNone = new RegExp(
  `(?:^| )(?:${nothing}(?: ${order})?|i (?:dont|do not|no longer|dont even) (?:need|want) (?:it|the order|this|that|anything|the parcel|the package))(?: (?:خلاص|شكرا|any ?more|now|please|بعد الحين))*$`,
  "u",
);

/** What is only to be seen to, or may yet come: «يتأكد ان ما في شي ناقص», "in case it gets lost". */
const guarded = phrase(
  ...[
    "[يتا]تاكد(?:وا)?",
    "تاكدوا",
    "[يت]ن?تبه",
    "[يت]شيك",
    "ما ?في[هش]?",
    "ما (?:يكون|يصير|يضيع|ينكسر)",
    "لا",
    "عشان ما",
    "علشان ما",
    "اذا",
    "لو",
  ],
  ...[
    "make sure",
    "check(?: that)?",
    "nothing",
    "not",
    "dont",
    "if",
    "in case",
    "so that",
    "careful",
    "unless",
  ],
);
const angry = phrase(
  ...[
    "(?:ال)?شكو[يه]",
    "شكاوي",
    "[بتن]?[ا]?شتكي(?:ت|ه|ك)?",
    "[بحه]شتكي(?:ه|ها|ك)?(?: عليه)?",
    "تعويض(?:ي)?",
    "[يت]عوض(?:ني|نا|وني|ونا)",
  ],
  ...[
    "استرداد",
    "استرد",
    "استرجع",
    "[يت]?رجعو?ا? لي (?:فلوسي|المبلغ)",
    "فلوسي",
    "[a-z]*complain(?:t|ts|ing)?",
    "refund(?:ed)?",
    "compensat(?:e|ion)",
    "my money back",
  ],
);
const rude = phrase(
  ...[
    "كذاب(?:ين)?",
    "حرامي(?:ه)?",
    "نصاب(?:ين)?",
    "وقح(?:ين)?",
    "قليل(?:ين)? ادب",
    "عديم ادب",
    "اسلوب(?:ه|ك|هم|كم)?(?: \\S+)? (?:زفت|سيء|سيي|سي|وسخ|خايس|وقح|مو حلو|مش حلو|تعبان)",
  ],
  ...[
    "و?(?:صرخ|صارخ|شتم|سب|هزا|هزء|ضرب|تلفظ)(?:ني|نا| علي| علينا)",
    "(?:he|she|they|you)(?: (?:was|were|is|are))? (?:so |very )?(?:rude|yelled|shouted|insulted|swore|lied)",
    "liar",
    "thief",
    "scammers?",
  ],
);
const spoilt =
  "(?:و?مكسور(?:ه)?|مكسره?|و?ناقص(?:ه)?|تالف(?:ه)?|خربان(?:ه)?|متبهدل(?:ه)?|فاضي(?:ه)?|مفتوح(?:ه)?|مسروق(?:ه)?|مفقود(?:ه)?|منتهي|غلط|broken|damaged|missing|open(?:ed)?|empty|wrong|stolen|spilled|smashed|ruined)";
const happened = phrase(
  `(?:وصل|وصلت|وصلني|وصلتني|وصلي|طلع|طلعت|لقيته?ا?|جاني|جاتني|جتني|جا|استلمته?ا?|لقينا|arrived|came|was|were|is|got)(?: \\S+){0,4} ${spoilt}`,
  ...[
    "و?ضاع(?:ت|وا)?(?: \\S+)?",
    "انسرق(?:ت)?",
    "سرق(?:ه|ها|وه|وا|ت)?",
    "و?كسر(?:ه|ها|وا|وه|ت)? (?:ال|لي)\\S*",
    "خرب(?:ه|ها|وا)? ال\\S*",
  ],
  ...["(?:is|was|got|he|she|they) (?:lost|stole|broke|damaged|stolen)(?: \\S+)*"],
);

const talk = "(?:ا?كلم|اتكلم|احكي|احاكي|اتواصل|اخاطب|speak|talk|chat)";
const role =
  "(?:ال)?(?:موظف|موظفه|مدير|مديرك|مديركم|مسؤول|مسوول|مشرف|خدمه العملاء|human|agent|manager|supervisor|customer service|colleague|person)";
const person = phrase(
  `${want}(?: ان)? (?:to )?${talk}(?: (?:مع|ل|to|with|a|an|the|your|احد|واحد))* ${role}`,
  `${want} (?:a |an |the )?${role}`,
);
const where = phrase(
  "(?:وين|فين|وينه|اين) (?:هو |صار |وصل |راح )?(?:ال)?(?:طلبي|طلب|طلبيتي|شحنتي|شحنه|طردي|طرد)",
  "where(?:s| is| are)? (?:my|the) (?:order|parcel|package|shipment)",
  "(?:ليش|ليه|لماذا|why)(?: \\S+){0,3} (?:ما (?:جا|وصل|رد|سلم)\\S*|[ابتي]*تاخر\\S*|late|delayed|not here|didnt (?:come|show up|arrive))",
);
const data = phrase(
  "(?:(?:ي|ت|ا)?حذف(?:وا|و)?|(?:ي|ت|ا)?مسح(?:وا|و)?) (?:كل )?(?:بياناتي|معلوماتي)",
  "(?:delete|erase|remove) (?:all )?my (?:data|information|details)",
);

/** To come, bring, take or hand over, said of whoever carries the order out. */
const carries =
  "(?:و?ل?(?:[يت]ي?جي(?:ني|لي|نا|ب|بها|به|بلي|بلنا)?|[يت]جيب(?:ها|ه|لي)?|[يت]اجي|[يت]وصل(?:ها|ه|ني|نا|لي|لنا)?|[يت]ودي(?:ها|ه)?|[يت]سلم(?:ها|ه|ني|نا)?|[يت]اخذ(?:ها|ه)?|[يت]اخد(?:ها|ه)?|[يت]استلم(?:ها|ه)?|[يت]ستلم(?:ها|ه)?|[يت]مر(?: علي)?|[يت]رجع|[يت]نزل(?:ها|ه)?|[يت]حط(?:ها|ه)?)|" +
  "تعال|تعالوا|جيب(?:ها|ه)|ود(?:ها|وها|يها)|وصل(?:ها|وها)|come|deliver|bring|pick|drop|arrive|take|be here|leave|yegi|yigi|yeegi|yji|ywasal|ywasel)";
const moves = phrase(
  carries,
  "(?:ال)?موعد(?:ي|نا|ه)?",
  "(?:ال)?توصيل",
  "(?:ال)?استلام",
  "appointment",
  "delivery",
  "maw3ed",
);
/** A part of the day that is no time by itself: «المغرب». */
const partOfDay = phrase(
  "(?:ال|ع ?ال|بال)(?:صبح|ظهر|عصر|مغرب|عشا|عشاء|ليل|فجر)|(?:in the |this )?(?:morning|noon|afternoon|evening)|tonight|later|بعدين|بدري",
);
const other = "(?:ثاني|ثانيه|تاني|تانيه|اخر|اخري|جديد|جديده|غير|other|another|different|new|second)";
const kin =
  "(?:اختي|اخوي|اخويا|اهلي|امي|ابوي|ابويا|جدتي|جدي|خالي|خالتي|عمي|عمتي|صديقي|صاحبي|صديقتي|بنتي|ولدي|my (?:sister|brother|mother|father|mom|dad|friend|parents|aunt|uncle|daughter|son)s?)";
const place =
  "(?:بيت|شقه|فيلا|مكتب|دوام|محل|فرع|عنوان|مكان|موقع|حي|house|place|office|home|apartment|flat|address|location|building|work)";
const elsewhere = new RegExp(
  `(?:^| )${carries}(?: \\S+){0,3} (?:ل|ب|ال|لل|ع)*${place}(?: (?:ال)?${other}| ${kin})(?= |$)|` +
    `(?:^| )${carries}(?: \\S+){0,3} (?:(?:ال)?${other}|${kin}) ${place}(?= |$)`,
  "u",
);
const instead = phrase(
  "بدال(?:ه|ها)?",
  "بدل(?:ه|ها)?",
  "instead(?: of \\S+)*",
  "مو (?:في|من|علي|الي|ب\\S+|ل\\S+)",
  "مش (?:في|من|علي|ب\\S+|ل\\S+)",
  "not (?:at|to|from|in) (?:the |my )?\\S+",
);
const back = phrase(
  "[يت]?رجع(?:ها|ه)?(?: (?:ال)?\\S+)? (?:لي|لنا|لعندي|للمرسل|للمحل|للمتجر)",
  "(?:bring|send|take) (?:it|them|the \\S+) back",
  "return (?:it|them|the \\S+)(?: to \\S+)*",
);
const postpones = phrase(
  "[يت]?ا?[اء]?جل(?:ها|ه|وها|وه)?",
  "[ي]?وجل(?:ها|ه|وها|وه)?",
  "تاجيل(?:ها|ه)?",
  "y(?:e)?2agg?el(?:ha|o)?",
  "y[ae]{1,2}jj?el(?:ha|ah)?",
  "postpone(?: \\S+)*",
  "reschedul\\S*",
  "delay (?:it|the \\S+)",
);
const addressChanged = phrase(
  `(?:ال)?(?:عنوان|عنواني|موقع|موقعي|لوكيشن)(?: \\S+){0,2} (?:تغير|اتغير|غيرته|صار|صارت|جديد|الجديد|بيتغير)`,
  `(?:new|changed) (?:address|location)`,
  `(?:address|location)(?: (?:is|has|was))* (?:changed|different|now)`,
);
const negated = phrase("ما تغير", "ما اتغير", "لا [يت]غير", "not changed?", "didnt change", "hasnt changed");
/** Whether a day is named is the same in every zone. */
const anyMoment = { now: 0, zone: "UTC" } as const;

/** The office's own matter that the words clearly are; undefined where they may as well be for somebody else. */
export function officeMatter(words: string): OfficeMatter | undefined {
  const said = plain(words);
  if (ends.test(said) || wantsNone.test(said)) return "cancel_order";
  if (data.test(said)) return "privacy";
  if (person.test(said)) return "human_agent";
  if (where.test(said)) return "order_status";
  if (angry.test(said) || (!guarded.test(said) && (rude.test(said) || happened.test(said))))
    return "complaint";
  return movesOrder(said, words) ? "move" : undefined;
}

/** A new day, or that the address is another: fields of the order. */
function movesOrder(said: string, words: string): boolean {
  if (addressChanged.test(said) && !negated.test(said)) return true;
  return (
    findDates(words, anyMoment).length > 0 && (moves.test(said) || postpones.test(said) || instead.test(said))
  );
}

/** Whether whoever carries the order out is asked for something else than the order says: another hour or place, to wait, or to bring it back. */
export function changesOrder(words: string): boolean {
  const said = plain(words);
  if (elsewhere.test(said) || back.test(said) || postpones.test(said)) return true;
  const isTimed = findTimes(words, anyMoment).length > 0 || partOfDay.test(said);
  return moves.test(said) && (isTimed || instead.test(said));
}

/** A wish of the customer's own («أبي أطلب شحنة ثانية»), where somebody is not told what to do («أبيه يتصل»). */
export const wantsOwn = (words: string): boolean => ownWish.test(plain(words));
const ownWish = new RegExp(
  `(?:^| )${want}(?! (?:ان |انه |انها )?(?:[يت][\\u0621-\\u064a]{2,}|him|her|them|you)(?: |$))(?= \\S)`,
  "u",
);

/** Says of the order that it is not to end. */
export const keepsOrder = (words: string): boolean => keeps.test(plain(words));
const keeps = phrase("(?:لا|ما|مو) [يتن]?(?:لغي|كنسل|الغي)\\S*", "(?:not|dont|never|wont)(?: to)? cancel");
