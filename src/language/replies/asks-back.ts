/**
 * Questions about the question that is open: what it is for («ليش تبون رقمي؟», "do I have to?"), and what it means («وش تقصدون؟»). Language
 * data in five varieties; what is answered is the conversation's to decide.
 */
import { fold, tokens } from "../letters/normalise.ts";
import { keepRecent } from "../recent-texts.ts";

/**
 * `why`: the reason is wanted, or whether it must be. `meaning`: the words of the question were not clear. `known`: we are said to
 * have it («نفس رقم الواتساب»). `told`: it is said to have been told before («عطيتكم ياه», "I already gave you that"). `asked`: the question itself is wanted once more («وش كان السؤال؟»).
 */
export type AskBack = "why" | "meaning" | "known" | "told" | "wait" | "asked";

const you =
  "(?:ت(?:بون|بغون|بغوا|بغو|بي|بغي|حتاجون|حتاجوا|حتاجو|حتاج|ريدون|ريد|طلبون|طلبوا|سالون عن|عرفون|حتاجونه|حتاجونها|بونه|بونها|بغونه|بغونها)|بدكم|بدكن|محتاجين|محتاجينه|محتاجينها|محتاج|عايزين|عايزينه|عايزينها|عاوزين|عاوزينه|عاوزينها|عايز|بتسالوا عن|بتطلبوا|لازم|ضروري|مهم)";
const thing =
  "(?:ال)?(?:رقم|رقمي|جوال|جوالي|موبايل|تليفون|اسم|اسمي|عنوان|عنواني|هويه|هويتي|اقامه|وزن|محتوي|تاريخ|معلومه|معلومات|بيانات|بياناتي|كلام|شي|ده|دي|هذا|هذي|هاد|ذا)";
/** What is one's own to tell: «مش هقول اسمي» asks why, «ما ابي شي» only wants nothing. */
const own = "(?:رقمي|جوالي|اسمي|عنواني|هويتي|بياناتي)";
/** In Arabizi, as it is spelled. */
const latinThing =
  "(?:el |al |il )?(?:esm|ism|esmi|ismi|raqam|ra2am|ra2m|rakam|ragam|raqmi|ra2mi|rakmi|3enwan|3inwan|3onwan|howeya|hawiya|jawal|mobile|tare5|wazn)";
const latinWhy = "(?:leh|leih|leish|leesh|lesh|lish|leyh)";
const refuses =
  "(?:ما|مو|مش|لا|لن) ?(?:ابي|ابغي|عايز|عايزه|عاوز|اريد|ارغب|بدي|راح|ودي|احب|حاب|هقول|هدي)(?: ان)?";
const gives =
  "(?:اعطي|اعطيكم|اعطيك|اديكم|ادي|اديك|اقول|اقوله|اكتب|اكتبه|اشارك|ارسل|احط|اذكر|في اعطاء|مشاركه)";
const whyWord = "و?(?:ليش|ليه|لماذا|علاش)";

const why = [
  `${whyWord} ${you}(?: \\S+){0,4}`,
  `${whyWord}|why|${latinWhy}`,
  `${whyWord} ${thing}|${latinWhy} ${latinThing}|${latinThing} ${latinWhy}`,
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
  "(?:i'?d |i would |id )?(?:rather|prefer) not(?: to)?(?: (?:say|tell|share|give)(?: (?:it|that|my \\S+))?)?",
  "(?:i )?(?:don'?t|dont|won'?t|wont|do not|will not|would rather not|prefer not to)(?: (?:want|wanna|like))?(?: to)? (?:give|share|tell|say|provide|write)(?: (?:you|out|away))?(?: (?:my|a|any|the|that|it|this))?(?: \\S+)?(?: (?:before|until|till|unless|without)(?: \\S+)*)?|no (?:name|number|phone)",
  `(?:انا )?${refuses} (?:حد|احد|اي حد|اي احد) (?:يتصل|يكلم|يزعج|يعرف|يدري|يراسل|يدق|يتواصل|يطلع)\\S*(?: (?!بعد|قبل|وقت|الا)\\S+){0,2}`,
  "(?:i )?(?:don'?t|dont|do not) want (?:(?:any ?body|any ?one|people) (?:to |who )?(?:call|contact|bother|know|text|message|disturb)\\S*(?: (?!after|before|during)\\S+){0,2}|calls?|to be (?:called|contacted|bothered|disturbed|texted|messaged)(?: \\S+)?)",
  "(?:mish|mesh|msh|mosh|ma) (?:3ayez|3ayza|abi|abgha|abghi|wedi) (?:7ad|a7ad) (?:y\\S*t[9s]\\S*l|y\\S*k\\S*l\\S*m|y\\S*3r\\S*f|yez3\\S*|yedri)\\S*(?: (?!ba3d|2abl|gabl|abl|bel|fel)\\S+){0,2}",
  "(?:leh|leih|leish|leesh|lesh|lish|leyh) (?:tabon|tebon|teboon|tabghon|tabghoon|tebghoon|ta7tajon|t7tajoon|te7tajo|me7tageen|m7tajeen|me7tagin|3ayzeen|3ayzin|3awzeen|bedkom|lazem|lazim|darori|raqmi|ra2mi|rakami|el ra2am|el raqam|ismi|esmi)\\b.*",
  "(?:howa|hwa|hal) (?:lazem|lazim|darori)\\b.*|lazem ya3ni|lazim ya3ni|ya3ni lazem",
];
/** «أكتب إيه؟», «وش أحط؟»: what is to be written under the question. */
const told = "(?:اكتب|اكتبه|اكتبلكم|اقول|اقوله|اقولكم|احط|احطه|اذكر|ارسل|ارسله|ابعت|المطلوب اكتبه)";
/** "hers or mine?", «رقمي ولا رقمها؟»: whose is asked for. */
const whoseArabic =
  "(?:(?:رقم|اسم|عنوان|جوال|هوي[هت])(?:ي|ها|ه|هم|نا|تي|تها|ته)|(?:حق|بتاع|تبع|مال)(?:ي|ها|ه|هم|تي|تها|ته)|انا|هو|هي)";
const whoseLatin =
  "(?:his|hers|her|mine|my|my own|ours|theirs|me|him|(?:7a[gq2]|bta3|taba3|ra2m|raqm|ragm|esm|ism)(?:i|y|ha|o|ah|aha|ak))";
const meaning = [
  `${whoseArabic} (?:ولا|او|والا|ام) ${whoseArabic}|${whoseLatin}(?: number| name| address)? (?:or|wala|walla|wla|aw) ${whoseLatin}(?: number| name| address)?`,
  "(?:(?:وش|ايش|شو|شنو|ماذا|ما|يعني|ايه|اش) )?(?:تقصد|تقصدون|تقصدوا|تقصدي|قصدك|قصدكم|قصدكو|المقصود|بتقصد|بتقصدوا|تعنون|تعني)(?: (?:ب|من|في)?\\S+)?(?: (?:ايه|وش))?",
  "(?:وش|ايش|شو|شنو|ايه) (?:يعني|معني|معناه|معناها|هو ذا|هذا|ده)(?: \\S+)?",
  `(?:(?:يعني|طيب) )?(?:(?:ايه|وش|ايش|شو|شنو|ماذا) )?(?:يعني (?:ايه|وش|شو|شنو|ايش) )?(?:(?:ال)?(?:تفاصيل|موضوع|محتوي|وصف) )?(?:${told} (?:ايه|وش|ايش|شو|شنو)|(?:ايه|وش|ايش|شو|شنو|ماذا) ${told})(?: (?:هنا|لكم|فيه|فيها|بالضبط|بالظبط))?`,
  "(?:and )?what (?:should|do|must|can|am) i (?:to |supposed to )?(?:write|say|put|tell you|describe|type)(?: (?:here|there|in it|about it|exactly))?|like what|such as what|zay eh|mesl shno|akteb (?:eh|eih|wesh|esh|shno)|a2ool (?:eh|eih)|(?:wesh|esh|shno) (?:akteb|agool|a7ot)",
  "(?:زي|مثل|متل) (?:ايه|وش|ايش|شو|شنو|ماذا)|يعني (?:ايه|وش|شو|شنو|ايش)(?: \\S+)?|مش فاهم(?: \\S+)?(?: \\S+)?|مش فاهمه|مو فاهم(?: \\S+)?(?: \\S+)?|مو فاهمه|ما فهمت(?: \\S+)?(?: \\S+)?|مافهمت(?: \\S+)?|لم افهم(?: \\S+)?|ما المطلوب (?:هنا|مني)|ما معني ذلك|اي رقم|رقم ايه|اي عنوان|عنوان ايه|اسم مين|اسم من",
  "what do (?:you|u) mean(?: \\S+){0,5}|what does (?:that|it|this)(?: \\S+)? mean|what'?s that(?: mean)?|(?:i )?(?:don'?t|dont|do not|didn'?t|didnt) (?:understand|get it|get that|get the question)(?: \\S+)?(?: \\S+)?|meaning|which (?:number|address|name|one do you mean)|what (?:number|address|name)|whose (?:number|name|address)|huh|what is (?:that|this)",
  "(?:shno|shnu|wesh|wsh|esh|eish|eh) (?:t2sdon|te2sdo|ya3ni|ta2sed|ta2sod|te2sod|tegsid|tgsdon|el ma2sood)(?: \\S+)?|ya3ni (?:eh|eih|shno|wesh|esh)|mesh fahem|msh fahem|mo fahem|ma fhemt|mafhemt|t2sod eh|te2sod eh|2asdak eh",
];
/** Words that may stand before and after, and say nothing of their own; «ما أعرفه، ليش تبونه؟» asks, too. */
const before =
  "(?:(?:ما اعرفه|ما اعرفها|ما اعرف|ما ادري|مدري|مادري|معرفش|معرفوش|مش عارف|مش عارفه|مو معي|مش معايا|لا اعرفه|لا اعرف|ما عندي|i don'?t know(?: it)?|don'?t know(?: it)?|dont have it|i don'?t have it|madri|ma a3ref|ma3rafsh|طيب|طب|و|يعني|بس|لا|اوكي|عفوا|معليش|يا|اخي|هلا|ok|okay|but|and|so|sorry|wait|hmm|um|tab|tayeb|ya3ni|bas|أنا|انا) )*";
const after =
  "(?: (?:يعني|اصلا|بالضبط|بالظبط|انتم|انت|اخي|طيب|هنا|الحين|sir|please|pls|exactly|here|anyway|though|now|asln))*";

const anyOf = (list: readonly string[]): RegExp =>
  new RegExp(`^${before}(?:${list.map((one) => one.replaceAll("\\b", "(?![a-z0-9])")).join("|")})${after}$`);
const known = [
  `(?:عندكم|موجود عندكم|معكم) ${thing}|${thing} (?:عندكم|موجود عندكم|موجود|معروف|الواتساب|واتساب|هو اللي اكلمكم منه)|(?:you )?(?:already )?have my \\S+|(?:you )?(?:already )?(?:have|got|see) it (?:on|in|from|through|via) \\S+(?: \\S+)?|my (?:number|phone|name) is (?:on|in) \\S+|you (?:already )?(?:have|know|got) (?:it|my \\S+)`,
  "(?:it'?s |its |use )?(?:the )?(?:same )?(?:number )?(?:as |like |on )?(?:my |the )?(?:whatsapp|this chat)(?: number| one)?|(?:it'?s |its |use )?this (?:same )?number|(?:the )?(?:number|one) (?:that )?(?:i'?m|i am|im|you'?re|you are) (?:writing|texting|messaging|chatting|talking)(?: to me| you)? (?:from|on|with)",
  `(?:هو )?(?:نفس |نفسه )?(?:ال)?(?:رقم|جوال|رقمي)? ?(?:ال|حق ال|بتاع ال|رقم ال)?(?:واتساب|واتس|واتس اب|محادثه)(?: نفسه)?|(?:هو )?(?:نفس )?(?:هذا|هذي|ده|دا|ذا) (?:ال)?(?:رقم|جوال)|(?:هو )?نفس (?:ال)?(?:رقم|جوال) (?:هذا|ده|دا|ذا)|(?:هو )?(?:نفس )?(?:ال)?(?:رقم|جوال)? ?(?:اللي|الذي) (?:اكلمكم|بكلمكم|اراسلكم|اكتب لكم|تكلموني|بتكلموني|تراسلوني) (?:منه|عليه)`,
  "(?:nafs )?(?:el |al )?(?:raqam|ra2am|ra2m|ragam|raqm)? ?(?:el |al |bta3 el |7ag el )?(?:whatsapp|wats|watsapp|whats)|nafs (?:el )?(?:ra2m|raqam|ra2am) (?:dah|da|hatha|hada)",
];
const toldBefore = [
  "(?:ما |مو |مش )?(?:انا |ما انا )?(?:لسه |توي |سبق و?|قد |اصلا )?(?:عطيتكم|اعطيتكم|عطيتك|اديتكم|اديتكو|اديتهولكم|ارسلته|ارسلتها|بعته|بعتها|كتبته|كتبتها|قلته|قلتها|قايله|قايلها|ذكرته|ذكرتها|قلت|قايل|ذكرت|كتبت|قلت لكم|قلتلكم|قولتلكم|قلت لك)(?: (?:ياه|ياها|اياه|اياها|هو|لكم|لك|قبل|فوق|من قبل|قبل شوي|قبل شويه|في (?:اول )?(?:رسالتي|رسالتي الاولي|الرساله الاولي|اول رساله|الاول|البدايه)|اول))*",
  "(?:but )?(?:i )?(?:have )?(?:already |just )?(?:gave|given|sent|told|wrote|said|mentioned|typed)(?: (?:it|that|them|you|u|to you|already|before|above|earlier|once|in my first message|in the first message))+",
  "(?:زي|مثل|كما|متل) ?(?:ما )?(?:(?:قد|سبق و?) ?)?(?:قلت|قولت|ذكرت|اخبرت|كتبت|حكيت|خبرت|وضحت|شرحت)(?:كم|ك|لكم|لك|لكو)?(?: (?:لكم|لك|فوق|قبل|سابقا|من قبل|اعلاه|في (?:اول رساله|البدايه|الرساله الاولي)))*|(?:لقد )?(?:سبق|سبق و|سبق ان) ?(?:ذكره|ذكرها|ذكرته|ذكرتها|ذكرت ذلك|قلته|قلتها|كتبته|كتبتها|اخبرتكم|وضحته|ذكرت)(?: (?:به|بها|بذلك|لكم))?|(?:خبرتكم|اخبرتكم|حكيت لكم|حكيتلكم|شرحت لكم|شرحتلكم|موجود فوق|مكتوب فوق|مذكور فوق|مذكور اعلاه|في رسالتي(?: الاولي)?|قلت لكم(?: في)? اول رساله)",
  "(?:like|as) (?:i )?(?:said|wrote|told you|mentioned|stated|explained)(?: (?:it|that|you|before|already|above|earlier))*|(?:see|as in) (?:my )?(?:first message|above|message above)|already (?:said|told|mentioned|wrote|given|explained)(?: (?:it|that|you|u|to you))*|(?:it'?s|its|it is) (?:in my (?:first )?message|above|up there)",
  "(?:scroll|look|read|check) (?:up|above|my first message|my message)(?: i (?:already )?(?:wrote|said|sent|told you|gave)(?: (?:it|that|you))?)?",
  "(?:ana )?(?:3atetkom|a3tetkom|edetko|ersalto|ba3ato|katabto|gelto|golto|olto|2olto|olt|gelt|golt)(?: (?:yah|yaha|lakom|2abl|gabl|foog))*",
];
/** What a pause does not say: who cancels, changes or goes elsewhere is heard for that. */
const noPause = "(?!.*(?:cancel|change|edit|stop|الغ|كنسل|اغير|اعدل|غيركم|ابدل|بطل|8ayar|kansel|el8i))";
/** «ثانيه واحده بدور عليه», "one minute, I will see the paper": the answer is being looked for. */
const seeking =
  "(?:انا )?(?:(?:ب|ه|ح|راح |رح )?(?:دور|ادور|اشوف|شوف|اجيب|جيب|هجيب|اطلع|طلع|اسال|سال|ابحث|اتاكد|تاكد|اراجع|ارجع|رجع|ارد|رد|صلي|اصلي)(?:ه|ها|هم|لك|لكم)?|(?:i(?:'?ll| will|'?m| am)?|let me|going to|gonna) (?:look|check|see|get|find|fetch|bring|search|ask|grab|send|come back|be back|looking|checking|getting|searching|finding)|b?adawar|hageeb|hageebo|ha?shoof|b?ashoof|ba?shoof|a?shoof)(?: \\S+){0,6}";
const moment =
  "(?:(?:ثانيه|ثواني|دقيقه|دقايق|دقيقتين|لحظه|لحظات) ?(?:واحده|وحده|بس)?|(?:خمس|عشر|ربع|نص) ?(?:دقايق|دقيقه|ساعه)|اصبر|اصبروا|اصبري|صبر|استنى|استني|استنوا|انتظر|انتظروا|مهله|(?:just )?(?:a|one|1) (?:min|minute|mins|sec|second|moment)|(?:give me |in )?(?:\\d+|a few|two|five|ten) (?:min|mins|minutes|seconds)|hold on|wait|hang on|brb|be right back|sanya|thanya|d2ee2a|dageega|la7za|estana|istanna|osbor|usbur)";
const waiting = [
  `${noPause}${moment}(?: (?:بس|please|pls|wa7da|wahda|لو سمحت|من فضلك|من فضلكم|يا \\S+))?(?: و?${seeking})?`,
  `${noPause}(?:ب|ه|ح|راح |رح )(?:رجع|ارجع|رد|ارد)(?: ?(?:لك|لكم|عليك|عليكم))+`,
  "i(?:'?ll| will) (?:get|come|be) back(?: to you)?(?: (?:soon|later|shortly))?",
];
const thinkingTail =
  "(?: (?:و?ارد|و?برد|و?ارجع|و?برجع|و?راجع|عليك|عليكم|لك|لكم|خبر|اهلي|زوجي|زوجتي|جوزي|مراتي|الاهل|ابوي|امي|شوي|شويه|الاول|اول|معه|معها|معاه|فيها|فيه))*";
/** Under a read-back, who wants to think or to ask somebody. */
const thinking = [
  `${noPause}(?:خل[يو]?ني|خل[يو]?نا|دعني|دعوني|لسه|لازم)? ?(?:(?:ب|ه|ح|راح |رح )(?:ا?شوف|ا?فكر|ا?شاور|ا?سال|ا?تاكد|ا?راجع|ا?ستشير)|اشوف|افكر|اشاور|اسال|اتاكد|استشير|نشوف|نفكر)${thinkingTail}`,
  `${noPause}(?:let me|lemme|i need to|i have to|i want to|i'?ll|i will|gotta|need to) (?:think|check|see|ask|talk|consult|sleep on it)(?: (?:to|with|about|it|over|you|and|get|come|back|first|my|wife|husband|family|boss|mom|dad|mother|father|brother|sister|again|later))*`,
];
/** What neither agrees nor refuses: «إن شاء الله», «مو الحين», "hmm". */
const undecided = [
  "(?:ان شاء الله|انشاء الله|انشالله|باذن الله|inshallah|inshalla|nshallah|in sha allah)",
  "(?:بعدين|بعد شوي|بعد شويه|لاحقا|مو الحين|مو الان|مو دلوقتي|مش دلوقتي|مش الحين|لسه|لسا|ليس الان|ما قررت|باقي ما قررت|لسه ما قررت|not now|later|not yet|maybe later|in a bit|ba3deen|mesh delwa2ty|mo al7een)",
  "(?:ه?م{2,}|ا?م{3,}|hm+|mm+|يمكن|احتمال|محتار|محتاره|مدري|ما ادري|مش عارف|مش عارفه|maybe|perhaps|not sure|i'?m not sure)",
];
/** «ايش كنتم تسالوني», "what was the question": whoever lost the thread. */
const question = "(?:ال)?(?:سوال|سءال)(?:كم|ك)?";
const askedLast = [
  `(?:وش|ايش|اش|شنو|شو|ايه|ما|ماذا|عن ايش|عن وش) (?:(?:كان|كانت|كنتم|كنتوا|كنتو|كنت|هو) )?(?:${question}|تسال(?:وني|ونني|وا|ون|ني|و)?(?: عن\\S*)?)(?: (?:الاخير|اللي قبل|مره ثانيه))?`,
  `(?:ه?و? ?)?(?:كان )?(?:${question} (?:كان )?(?:ايه|وش|ايش|شنو|شو)|(?:كنت|كنتو|كنتوا|كنتم) (?:ب?تسال\\S*) (?:علي |عن )?(?:ايه|وش|ايش|شنو|شو))`,
  `(?:عيد|عيدوا|اعيدوا|اعد|كرر|كرروا|ممكن تعيدوا|ممكن تعيد) ${question}|${question} مره (?:ثانيه|تانيه|اخري)`,
  "what(?:'s| was| is|s)? (?:the|your|ur) (?:last )?question(?: again)?|what (?:were|was|did) (?:you|u) (?:just )?ask(?:ing)?(?: me)?(?: for| about)?|(?:can you |please )?(?:repeat|ask|say) (?:the|your) question(?: again)?|question again",
  "(?:wesh|esh|eish|shno|eh) (?:kan )?(?:el |al )?(?:so2al|soal|su2al|so2alkom)|(?:el |al )?(?:so2al|soal) (?:kan )?(?:eh|eih|wesh|esh|shno)|kont(?:o|om)? (?:b?tes2al\\S*) (?:3ala |3an )?(?:eh|eih|esh|wesh)",
];
const patterns: readonly (readonly [AskBack, RegExp])[] = [
  ["asked", anyOf(askedLast)],
  ["told", anyOf(toldBefore)],
  ["wait", anyOf(waiting)],
  ["known", anyOf(known)],
  ["meaning", anyOf(meaning)],
  ["why", anyOf(why)],
];

const mostWords = 12;

const agreedFirst = "(?:(?:تمام|ايوه|ايه|نعم|اوك|yes|yeah) )?";
const takesTime = anyOf([...waiting, ...thinking, ...undecided].map((one) => `${agreedFirst}${one}`));

/** Does the whole message, under a read-back, put the decision off? «بشوف وأرد عليكم», "let me think", «إن شاء الله». */
export function readPause(text: string): boolean {
  if (text.length > 120) return false;
  const words = tokens(text);
  return words.length <= mostWords && takesTime.test(fold(words.map((word) => word.text).join(" ")));
}

/** «وش العنوان الوطني؟»: before the name of what is asked for. */
const whatIs =
  /^(?:(?:وش|ايش|شو|شنو|ما|ايه|يعني)(?: (?:هو|هي|يعني|معني|ايه))?|(?:what(?:'s| is|s)|what do you mean by)(?: an?| the| my)?|(?:wesh|esh|eish|shno|ya3ni eh)(?: hwa| heya)?) /;

/**
 * What a whole message asks of the question before it; undefined where it says anything else, or gives a number.
 * @param names what the thing that is asked for is called, folded; called only where it matters
 */
export function readAskBack(text: string, names: () => readonly string[] = () => []): AskBack | undefined {
  const read = askedOf(text);
  return read?.name !== undefined && names().includes(read.name) ? "meaning" : read?.what;
}

/** `name`: what stands behind «وش», if it does. */
type Asked = { readonly name?: string; readonly what?: AskBack };

const askedOf: (text: string) => Asked | undefined = keepRecent((text) => {
  if (text.length > 120 || !/\p{L}/u.test(text)) return undefined;
  const words = tokens(text);
  if (words.length > mostWords || /\p{Nd}{3}/u.test(text)) return undefined;
  const said = fold(words.map((word) => word.text).join(" "));
  const name = said.replace(whatIs, "");
  const what = patterns.find(([, pattern]) => pattern.test(said))?.[0];
  return { ...(name !== said && { name }), ...(what && { what }) };
});

const whyAtAll = new RegExp(`^${before}(?:${whyWord}|why|${latinWhy})(?: \\S+)*$`);

/** «ليه وش يفرق», «ليش؟ ما يكفي رقم اللوحة»: a question that begins with "why", whatever follows. For words that nothing else understood. */
export function beginsWithWhy(text: string): boolean {
  const words = tokens(text);
  if (words.length === 0 || words.length > mostWords) return false;
  return whyAtAll.test(fold(words.map((word) => word.text).join(" ")));
}
