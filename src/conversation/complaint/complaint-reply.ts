/**
 * What customers say to our answer to their complaint, in every variety: that the trouble is still there («لسه ما وصلني شي», "still not fixed"), that
 * the answer will not do («مو كافي»), or that all is well («ما في مشكلة»). Who is content is never taken for a no. Pure.
 */
import { tokens } from "../../language/letters/normalise.ts";

/** What a message is under the question. `sure`: content or polite, so that the question stays; `unclear`: a no that may be none. */
export type ComplaintReply = "no" | "sure" | "unclear";

/** Folded words of a message between spaces, apostrophes and drawn-out letters gone. */
export function saidIn(text: string): string {
  const words = tokens(text.replace(/['’]/g, "")).map((token) => token.text.replace(/(\p{L})\1{2,}/gu, "$1"));
  return ` ${words.join(" ")} `;
}

/** «لا وصلني» says no first, and then that it came: «لا» denies only what is or will be. */
const notPast =
  "(?:ما|م|لم|مو|مش|موب|مب|مهوب|مهو|ماهو|ماهي|لسه|لسا|لسع|غير|ليس|ma|mo|mu|mub|msh|mesh|mish|mosh)";
const not = `(?:لا|${notPast})`;
const no = "(?:لا|لاء|لالا|كلا|للاسف|ليس|no|nope|nah|noo|never|unfortunately|la|la2|laa)";
const none =
  "(?:ما في|مافي|ما فيه|مافيه|مفيش|ما فيش|مافيش|ماكو|ما كو|ما كاين|ماكاين|ماكاينش|لا يوجد|لا توجد|ليس هناك|ما عندي|ماعندي|ما عاد|ما عاد في|ما ظل|ما بقي|بلا|بدون|ولا|no|no more|not a|without|mafi|ma fi|mafeesh|mafish|mako)";

/** «ما انحلت», «متحلتش», "not solved": of the trouble itself. */
const unsettled = new RegExp(
  ` (?:${notPast} (?:تم )?(?:ا?ن?حل(?:ت|يت|يتو|يتوا|يتوها|ها|وها)?|ا?تحل(?:ت|تش|ش|اتش)?|تنحل|ينحل|محلوله|محلول|حلها|n7al+at|et7al+et|in7al+at)|لا (?:تنحل|ينحل|تحل)|م(?:ا)?ا?ت?حلا?ت?ش|مانحلت|ماانحلت|ماتحلت` +
    "|(?:not|isnt|wasnt|hasnt|havent|didnt|never|un)(?: (?:been|get|got|really|yet))* ?(?:solved?|settled?|resolved?|fix(?:ed)?|sorted)|unsolved|unresolved) ",
  "gu",
);
/** «لسه ما وصلني شي», «المشكلة موجودة»: what was promised has not come, or nothing has changed. */
const remains = new RegExp(
  ` (?:${notPast}|محد|ماحد|ما حد|ما احد|مافي احد|محدش|ماحدش|nobody|no one|ma7ad|ma 7ad|mahad|ma had|ma7adesh) (?:قد |عاد |يوم |has |have |even |ever )?(?:صار|نزل|نزلت|دخل|ظهر|حصل|حصلت|تصلح|اتصلح|شفت (?:اي |ولا )?(?:شي|ريال|فلس|نتيجه|تغيير|حاجه)|kalam\\S*|rad(?:d|do|doo)?|etasal|e?ttasal|صرله|تغير|زبط|ضبط|نفع|ينفع|استفدت|[وي]صل(?:ني|نا|تني|ت|ش|نيش)?|[ات]?ستلم(?:ت|نا)|جاني|جانا|جا|اجا|اجاني|جتني|رجع|رجعت|رجعتو|رجعتوا|ردو|رد|ردوا|ردش|كلمني|كلمنيش|اتصل|اتصلوا|تواصل|تواصلوا|عوضتوني|عوضني|sar|sart|wasal(?:ni|na|sh|neesh)?|wesel(?:ni|sh|neesh)?|gani|jani|ja|ega|egani|called|replied|answered|contacted)(?= )` +
    "| م(?:ا)?(?:وصل|جا|جه|رجع|حصل|اتغير|تغير|نفع|رد|اتصل|كلم)(?:ني|نا|لي|و|ت|وا)?(?:نا)?ش(?= )| ما(?:وصلني|جاني|وصل|صار|رجع|تغير|زبط)(?= )| لم (?:[يت]صل(?:ني|نا)?|[يت]تغير|يحدث|استلم|يتم|يرد|ترد|يتواصل|اتلق)(?= )" +
    "| والو(?= )| (?:ال)?مشكل[هت]?(?:ي|تي|تنا)? (?:\\S+ )?(?:موجوده|موجود|نفسها|قايمه|قايم|باقيه|باقي|مستمره|مستمر|مازالت|رجعت|زي ما|مثل ما|كما|علي حالها)(?= )| نفس (?:المشكله|الشي|الوضع|الموضوع|الخطا)(?= )| (?:لسه|لسا|مازالت|ما زالت|لا تزال|للحين|باقي) (?:عندي )?(?:ال)?مشكل\\S*| (?:رجعت|عادت|تكررت) (?:ال)?مشكل\\S*| علي حال(?:ها|ه)(?= )| (?:زي|مثل|كما) (?:ما )?(?:هو|هي|كان|كانت)(?= )| ولا (?:شي|حاجه) (?:تغير|اتغير|صار|وصل\\S*|حصل|جا\\S*|نزل)(?= )" +
    "| (?:still|nothing) (?:has |have |is |really |even )?(?:not|no|nothing|broken|wrong|bad|waiting|the same|have|havent|happen\\S*|chang\\S*|came|arriv\\S*|yet|works?)(?= )| same (?:problem|issue|thing)(?= )| (?:problem|issue) (?:\\S+ )?(?:remains|persists|is back|came back|again)(?= )" +
    "| (?:hasnt|havent|hadnt|didnt|not|never|doesnt) (?:been |been |yet )?(?:arrived?|come|came|receiv\\S*|got|get|chang\\S*|work\\S*|help\\S*|refunded)(?= )" +
    `| ${none} (?:اي |any |في )?(?:حل|حلول|فايده|نتيجه|رد|ردود|تغيير|تغير|جديد|احد|حد|تجاوب|تعويض|مبلغ|فلوس|solution|reply|answer|response|refund|change|money|result|use|one|fayda|faida|7al|rad)(?= )`,
  "gu",
);
/** «مو كافي», «مرفوض», «كلام فاضي»: the answer is refused. */
const refused = new RegExp(
  ` (?:${not}|لن|ما راح|ماراح|مش ح|مش راح|mesh ra7|ma ra7) (?:اقبل|نقبل|يقبل|يكفي|تكفي|يكفيني|يرضيني|يرضينا|يقنعني|يقنعنا|يعجبني|يناسبني|يعوضني|يعوض|ينفع|ينفعني|يفيد|يفيدني|a2bal|aqbal|akbal)(?= )` +
    `| (?:${notPast}|not|isnt|is not|never) (?:very |really |at all |so )?(?:ب?كافي|ب?كافيه|كفي|كفاني|كفتني|مقبول|مقبوله|قابل|قابله|قبلت|راض|راضي|راضيه|راضين|رضيت|ارضاني|مرض|مرضي|مرضيه|مقتنع|مقتنعه|مقتنعين|اقتنعت|اقنعني|معقول|معقوله|منطقي|صحيح|صح|عدل|عادل|عاجبني|عاجبنا|عجبني|حل|تمام|كويس|كويسه|زين|زينه|منيح|enough|acceptable|satisf\\S*|happy|fine|okay|ok|good|great|fair|true|kafi|radi|radya|tamam|kwayes|zain)(?= )` +
    "| (?:ارفض|ارفضه|رافض|رافضه|مرفوض|مرفوضه|نرفض|reject\\S*|unacceptable|disagree|unhappy|dissatisfied|useless|nonsense|rubbish|ridiculous|scam|liars?|كذب|كذابين|كذاب|نصب|نصابين|مهزله|مسخره|ظلم|هرا|marfood)(?= )| كلام (?:فاضي|فارغ)(?= )| حرام عليكم(?= )| حسبي الله(?= )",
  "gu",
);
/** «ما في مشكلة», "no problem". */
const noTrouble = ` (?:${none}|${not}|not) (?:اي |any |في |هناك |عندي )?(?:مشكل[هت]?|مشاكل|مشكلات|شكوي|شكاوي|خلاف|اشكال\\S*|moshk\\S*|mushk\\S*|mashakel|problems?|issues?|complaints?|trouble|worries|باس|شي ثاني|شي تاني|حاجه تانيه|شي اخر)(?= )`;
/** «ما في مشكلة», «خلاص وصل», «الحمد لله», "no it's fine now": all is well, where no negation stands before it. */
const content = new RegExp(
  `${noTrouble}|(?<! (?:${notPast}|not|isnt|hasnt|wasnt|never|no|ولا|محد|اذا|لو|لين|لما|متي|حتي|when|until|if)(?: (?:قد|عاد|شي|very|so|yet|been|تم))?) (?:ا?ن?حلت|انحل|اتحلت|تحلت|حليتوها|حليتها|محلوله|n7al+at|et7al+et|solved|settled|resolved|fixed|sorted|وصل|وصلت|وصلني|وصلتني|وصلنا|وصلو|استلمت\\S*|استلمنا\\S*|جاني|جتني|اجاني|رجعلي|رجع|received|arrived|wasal|weselni|wasalni|estalamt` +
    "|تمام|خلاص|خلص|ممتاز\\S*|زين|زينه|كويس\\S*|منيح\\S*|مزيان|مليح|باهي|بخير|طيب|اوكي|اوكيه|اوك|ماشي|حسنا|عادي|حلو|رضيت|راضي\\S*|مقتنع\\S*|ok|okay|okey|fine|good|great|perfect|alright|cool|happy|satisfied|tamam|tmam|khalas|5alas|zain|kwayes|mnih|mashi|7elw)(?= )" +
    "| و?(?:الحمد لله|الحمدلله|حمدلله|لله الحمد|el7amdulillah|al7amdulillah|alhamdulillah|hamdulillah|hamdella|elhamdulilah|ما قصرت\\S*|ماقصرت\\S*|لا داعي|ما يحتاج|ما له داعي|مسامح\\S*|سامحت\\S*|حصل خير|ولا يهمك\\S*|عفوا|ما شا الله|ماشا الله|ما عليه|ما عليكم|لا تتعب\\S*|لا تهتم\\S*|no need|never mind|nevermind|all good|not bad)(?= )",
  "gu",
);
/** Courtesy alone says neither. */
const polite =
  / (?:شكرا|مشكور\S*|يسلمو\S*|تسلم\S*|يعطيك\S*|يعطيكو|يعافيك\S*|العافيه|جزاك\S*|بارك|ممنون\S*|thanks?|thx|thank|shukran|shokran|yeslamo\S*|merci|ميرسي|اوكي|اوك|اوكيه|ok|okay|طيب|ماشي|حسنا|بنشوف|نشوف|بشوف)(?= )/u;
/** Said alone, an acknowledgement of what was read. */
const acknowledged = /^ (?:(?:اوكي|اوك|اوكيه|طيب|ماشي|حسنا|حاضر|ok|okay|okey|k|okeh|tayeb|tayyeb|mashi) )+$/u;
/** Nothing but no: «لا والله», «للأسف لا», «لسه», "not yet". */
const bare = new RegExp(
  `^ (?=.*(?:${no}|لسه|لسا|لساته|للحين|ابدا|still|yet|not|lesa|lissa) )(?:(?:${no}|لسه|لسا|لساته|للحين|ابدا|ابد|still|not|yet|really|at|all|lesa|lissa|والله|و|الله|بالله|يا|اخي|اخوي|استاذ|طبعا|اكيد|sorry|wallah|walla|للاسف|no) )+$`,
  "u",
);
const begins = new RegExp(`^ (?:${no}|لسه|لسا|للحين|still|not|ma|ما|مو|مش|موب|مب|ليس|ليست) `, "u");

const asks =
  /[?؟]| (?:وين|فين|وينه|متي|امتي|ايمت|ايمتي|وقتاش|كيف|شلون|ازاي|ليش|ليه|لماذا|كم|شنو|ايش|where|when|how|why|what|wen|feen|emta|mata|leh|lesh)(?= )/u;
/** Whoever wants something more, or somebody, has not only answered. */
const wishes =
  /^و?(?:[اني]?ب[يغ]ي?|ابغ[اي]|اريد|نريد|ع[اي]وز(?:ه|ين)?|عايز(?:ه|ين)?|بدي|ودي|احجز\p{L}*|سدد\p{L}*|want|book|pay|order|abi|abgha|3ayez|3awez)$/u;
const others =
  / (?:الغ\p{L}*|كنسل\p{L}*|cancel|(?:ال)?شكو\S*|(?:ال)?شكاو\S*|complain\S*|اشتكي|موظف\S*|مدير\S*|مسوول\S*|مشرف\S*|human|agent|manager|supervisor|احجز\p{L}*|موعد\S*|فندق|طياره|رحله)(?= )/u;

/** Longer messages tell more than a no. */
const mostWords = 14;
const mostOfCourtesy = 8;

/** A message that can be nothing but words to our answer. */
export function mayReply(said: string): boolean {
  const words = said.trim().split(" ");
  return words[0] !== "" && words.length <= mostWords && !words.some((word) => wishes.test(word));
}

/** Where the last of such words begin; -1 where there are none. */
const lastOf = (pattern: RegExp, said: string): number => [...said.matchAll(pattern)].at(-1)?.index ?? -1;

const endOf = (pattern: RegExp, said: string): number =>
  Math.max(-1, ...[...said.matchAll(pattern)].map(({ index, 0: words }) => index + words.trimEnd().length));

/** Such words stand there, and nobody says after them that it is well all the same. */
function stands(said: string, patterns: readonly RegExp[]): boolean {
  const end = Math.max(...patterns.map((pattern) => endOf(pattern, said)));
  return end >= 0 && lastOf(content, said) < end;
}

const trouble = new RegExp(noTrouble, "u");

/** «ما في مشكلة»: nothing is asked for with it. Not beside something that is. */
export function saysNoTrouble(text: string): boolean {
  const said = saidIn(text);
  return restOfReply(text) === "sure" && trouble.test(said);
}

/** «ما انحلت المشكلة»: of the trouble itself, wherever it is said. */
export const saysUnsettled = (said: string): boolean => stands(said, [unsettled]);

/** What was promised has not come: of the complaint only where nothing else is under way. */
export const saysRemains = (said: string): boolean =>
  stands(said, [unsettled, remains]) && !ofAnother.test(said);

/** «ما وصلني رمز التحقق»: something of another kind. */
const ofAnother =
  / (?:ال)?(?:رمز|كود|رقم|رابط|ايميل|بريد|رساله|فاتوره|otp|code|link|email|mail|invoice)(?:ي|كم|ك)?(?= )/u;

/** Nothing but no. */
export const isNoAlone = (text: string): boolean => bare.test(saidIn(text));

/** Under the question itself, before its own choices are looked for: what is no, and what must not be taken for one. */
export function replyTo(text: string): ComplaintReply | undefined {
  const said = saidIn(text);
  if (!mayReply(said)) return undefined;
  if (stands(said, [unsettled, remains, refused]) || bare.test(said)) return "no";
  if (others.test(said) || asks.test(`${text} `) || asks.test(said)) return undefined;
  if (acknowledged.test(said)) return "sure";
  const isWell = lastOf(content, said) >= 0 || polite.test(said);
  if (isWell && lastOf(refused, said) < 0 && begins.test(said)) return "sure";
  return undefined;
}

/** Under the question, where no choice of it was named: thanks and the like leave it open, what may be a no as well. */
export function restOfReply(text: string): ComplaintReply | undefined {
  const said = saidIn(text);
  if (!mayReply(said) || others.test(said) || asks.test(`${text} `) || asks.test(said)) return undefined;
  if (said.trim().split(" ").length > mostOfCourtesy) return undefined;
  if (lastOf(remains, said) >= 0 || lastOf(refused, said) >= 0) return "unclear";
  if (lastOf(content, said) >= 0 || polite.test(said)) return "sure";
  return begins.test(said) ? "unclear" : undefined;
}
