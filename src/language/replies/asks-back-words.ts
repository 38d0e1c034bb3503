/** The patterns of questions about a question, by what is asked, in five varieties. */

const you =
  "(?:ت(?:بون|بغون|بغوا|بغو|بي|بغي|حتاجون|حتاجوا|حتاجو|حتاج|ريدون|ريد|طلبون|طلبوا|سالون عن|عرفون|حتاجونه|حتاجونها|بونه|بونها|بغونه|بغونها)|بدكم|بدكن|محتاجين|محتاجينه|محتاجينها|محتاج|عايزين|عايزينه|عايزينها|عاوزين|عاوزينه|عاوزينها|عايز|بتسالوا عن|بتطلبوا|لازم|ضروري|مهم)";
const thing =
  "(?:ال)?(?:رقم|رقمي|جوال|جوالي|موبايل|تليفون|اسم|اسمي|عنوان|عنواني|هويه|هويتي|اقامه|وزن|محتوي|تاريخ|معلومه|معلومات|بيانات|بياناتي|كلام|شي|ده|دي|هذا|هذي|هاد|ذا)";
/** What is one's own to tell: «مش هقول اسمي» asks why, «ما ابي شي» only wants nothing. */
const own = "(?:رقمي|جوالي|اسمي|عنواني|هويتي|بياناتي)";
/** In Arabizi, as it is spelled. */
const latinThing =
  "(?:el |al |il )?(?:esm|ism|esmi|ismi|raqam|ra2am|ra2m|rakam|ragam|raqmi|ra2mi|rakmi|3enwan|3inwan|3onwan|howeya|hawiya|jawal|mobile|tare5|wazn)";
export const latinWhy = "(?:leh|leih|leish|leesh|lesh|lish|leyh)";
const refuses =
  "(?:ما|مو|مش|لا|لن) ?(?:ابي|ابغي|عايز|عايزه|عاوز|اريد|ارغب|بدي|راح|ودي|احب|حاب|هقول|هدي)(?: ان)?";
const gives =
  "(?:اعطي|اعطيكم|اعطيك|اديكم|ادي|اديك|اقول|اقوله|اكتب|اكتبه|اشارك|ارسل|احط|اذكر|في اعطاء|مشاركه)";
export const whyWord = "و?(?:ليش|ليه|لماذا|علاش)";

export const why = [
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
  "why (?:you|u) (?:need|want|ask for|asking for)\\b.*",
  "why (?:is|are) (?:that|this|it|these|they) (?:needed|necessary|required|important)|why (?:that|this|my \\S+)",
  "why does (?:it|that|this) matter",
  "what(?:'s| is| s)? (?:it|this|that) for|what for|what do you need (?:it|that|this|my \\S+) for",
  "(?:do|must|should) i (?:really )?(?:have to|need to|must|give)(?: (?:give|tell|say|send|answer|share|provide|it|that|this|my|you|the|a|name|number|phone|address))*",
  "must i",
  "is (?:it|that|this|my \\S+|the \\S+) (?:really )?(?:necessary|required|mandatory|needed|a must|obligatory|compulsory)",
  "(?:that'?s |thats |it'?s )?none of your business",
  "(?:and )?is (?:it|this|that) (?:really )?safe(?: \\S+)?|هل (?:هو |هي |هذا |ذلك )?(?:امن|امنه|امان)",
  "(?:هو|هذا) امان|في امان|فيها امان",
  `${refuses} (?:${gives} ${thing}|${own})(?: لاحد)?`,
  "(?:i'?d |i would |id )?(?:rather|prefer) not(?: to)?(?: (?:say|tell|share|give)(?: (?:it|that|my \\S+))?)?",
  "(?:i )?(?:don'?t|dont|won'?t|wont|do not|will not|would rather not|prefer not to)(?: (?:want|wanna|like))?(?: to)? (?:give|share|tell|say|provide|write)(?: (?:you|out|away))?(?: (?:my|a|any|the|that|it|this))?(?: \\S+)?(?: (?:before|until|till|unless|without)(?: \\S+)*)?",
  "no (?:name|number|phone)",
  `(?:انا )?${refuses} (?:حد|احد|اي حد|اي احد) (?:يتصل|يكلم|يزعج|يعرف|يدري|يراسل|يدق|يتواصل|يطلع)\\S*(?: (?!بعد|قبل|وقت|الا)\\S+){0,2}`,
  "(?:i )?(?:don'?t|dont|do not) want (?:(?:any ?body|any ?one|people) (?:to |who )?(?:call|contact|bother|know|text|message|disturb)\\S*(?: (?!after|before|during)\\S+){0,2}|calls?|to be (?:called|contacted|bothered|disturbed|texted|messaged)(?: \\S+)?)",
  "(?:mish|mesh|msh|mosh|ma) (?:3ayez|3ayza|abi|abgha|abghi|wedi) (?:7ad|a7ad) (?:y\\S*t[9s]\\S*l|y\\S*k\\S*l\\S*m|y\\S*3r\\S*f|yez3\\S*|yedri)\\S*(?: (?!ba3d|2abl|gabl|abl|bel|fel)\\S+){0,2}",
  `${latinWhy} (?:tabon|tebon|teboon|tabghon|tabghoon|tebghoon|ta7tajon|t7tajoon|te7tajo|me7tageen|m7tajeen|me7tagin|3ayzeen|3ayzin|3awzeen|bedkom|lazem|lazim|darori|raqmi|ra2mi|rakami|el ra2am|el raqam|ismi|esmi)\\b.*`,
  "(?:howa|hwa|hal) (?:lazem|lazim|darori)\\b.*|lazem ya3ni|lazim ya3ni|ya3ni lazem",
];
/** «أكتب إيه؟», «وش أحط؟»: what is to be written under the question. */
const told = "(?:اكتب|اكتبه|اكتبلكم|اقول|اقوله|اقولكم|احط|احطه|اذكر|ارسل|ارسله|ابعت|المطلوب اكتبه)";
/** "hers or mine?", «رقمي ولا رقمها؟»: whose is asked for. */
const whoseArabic =
  "(?:(?:رقم|اسم|عنوان|جوال|هوي[هت])(?:ي|ها|ه|هم|نا|تي|تها|ته)|(?:حق|بتاع|تبع|مال)(?:ي|ها|ه|هم|تي|تها|ته)|انا|هو|هي)";
const whoseLatin =
  "(?:his|hers|her|mine|my|my own|ours|theirs|me|him|(?:7a[gq2]|bta3|taba3|ra2m|raqm|ragm|esm|ism)(?:i|y|ha|o|ah|aha|ak))";
export const meaning = [
  `${whoseArabic} (?:ولا|او|والا|ام) ${whoseArabic}`,
  `${whoseLatin}(?: number| name| address)? (?:or|wala|walla|wla|aw) ${whoseLatin}(?: number| name| address)?`,
  "(?:(?:وش|ايش|شو|شنو|ماذا|ما|يعني|ايه|اش) )?(?:تقصد|تقصدون|تقصدوا|تقصدي|قصدك|قصدكم|قصدكو|المقصود|بتقصد|بتقصدوا|تعنون|تعني)(?: (?:ب|من|في)?\\S+)?(?: (?:ايه|وش))?",
  "(?:وش|ايش|شو|شنو|ايه) (?:يعني|معني|معناه|معناها|هو ذا|هذا|ده)(?: \\S+)?",
  `(?:(?:يعني|طيب) )?(?:(?:ايه|وش|ايش|شو|شنو|ماذا) )?(?:يعني (?:ايه|وش|شو|شنو|ايش) )?(?:(?:ال)?(?:تفاصيل|موضوع|محتوي|وصف) )?(?:${told} (?:ايه|وش|ايش|شو|شنو)|(?:ايه|وش|ايش|شو|شنو|ماذا) ${told})(?: (?:هنا|لكم|فيه|فيها|بالضبط|بالظبط))?`,
  "(?:and )?what (?:should|do|must|can|am) i (?:to |supposed to )?(?:write|say|put|tell you|describe|type)(?: (?:here|there|in it|about it|exactly))?",
  "like what|such as what|zay eh|mesl shno|akteb (?:eh|eih|wesh|esh|shno)|a2ool (?:eh|eih)",
  "(?:wesh|esh|shno) (?:akteb|agool|a7ot)",
  "(?:زي|مثل|متل) (?:ايه|وش|ايش|شو|شنو|ماذا)|يعني (?:ايه|وش|شو|شنو|ايش)(?: \\S+)?|مش فاهم(?: \\S+)?(?: \\S+)?",
  "مش فاهمه|مو فاهم(?: \\S+)?(?: \\S+)?|مو فاهمه|ما فهمت(?: \\S+)?(?: \\S+)?|مافهمت(?: \\S+)?|لم افهم(?: \\S+)?",
  "ما المطلوب (?:هنا|مني)|ما معني ذلك|اي رقم|رقم ايه|اي عنوان|عنوان ايه|اسم مين|اسم من",
  "what do (?:you|u) mean(?: \\S+){0,5}|what does (?:that|it|this)(?: \\S+)? mean|what'?s that(?: mean)?",
  "(?:i )?(?:don'?t|dont|do not|didn'?t|didnt) (?:understand|get it|get that|get the question)(?: \\S+)?(?: \\S+)?",
  "meaning|which (?:number|address|name|one do you mean)|what (?:number|address|name)",
  "whose (?:number|name|address)|huh|what is (?:that|this)",
  "(?:shno|shnu|wesh|wsh|esh|eish|eh) (?:t2sdon|te2sdo|ya3ni|ta2sed|ta2sod|te2sod|tegsid|tgsdon|el ma2sood)(?: \\S+)?",
  "ya3ni (?:eh|eih|shno|wesh|esh)|mesh fahem|msh fahem|mo fahem|ma fhemt|mafhemt|t2sod eh|te2sod eh|2asdak eh",
];

export const known = [
  `(?:عندكم|موجود عندكم|معكم) ${thing}`,
  `${thing} (?:عندكم|موجود عندكم|موجود|معروف|الواتساب|واتساب|هو اللي اكلمكم منه)`,
  "(?:you )?(?:already )?have my \\S+",
  "(?:you )?(?:already )?(?:have|got|see) it (?:on|in|from|through|via) \\S+(?: \\S+)?",
  "my (?:number|phone|name) is (?:on|in) \\S+|you (?:already )?(?:have|know|got) (?:it|my \\S+)",
  "(?:it'?s |its |use )?(?:the )?(?:same )?(?:number )?(?:as |like |on )?(?:my |the )?(?:whatsapp|this chat)(?: number| one)?",
  "(?:it'?s |its |use )?this (?:same )?number",
  "(?:the )?(?:number|one) (?:that )?(?:i'?m|i am|im|you'?re|you are) (?:writing|texting|messaging|chatting|talking)(?: to me| you)? (?:from|on|with)",
  "(?:هو )?(?:نفس |نفسه )?(?:ال)?(?:رقم|جوال|رقمي)? ?(?:ال|حق ال|بتاع ال|رقم ال)?(?:واتساب|واتس|واتس اب|محادثه)(?: نفسه)?",
  "(?:هو )?(?:نفس )?(?:هذا|هذي|ده|دا|ذا) (?:ال)?(?:رقم|جوال)|(?:هو )?نفس (?:ال)?(?:رقم|جوال) (?:هذا|ده|دا|ذا)",
  "(?:هو )?(?:نفس )?(?:ال)?(?:رقم|جوال)? ?(?:اللي|الذي) (?:اكلمكم|بكلمكم|اراسلكم|اكتب لكم|تكلموني|بتكلموني|تراسلوني) (?:منه|عليه)",
  "(?:nafs )?(?:el |al )?(?:raqam|ra2am|ra2m|ragam|raqm)? ?(?:el |al |bta3 el |7ag el )?(?:whatsapp|wats|watsapp|whats)",
  "nafs (?:el )?(?:ra2m|raqam|ra2am) (?:dah|da|hatha|hada)",
];
export const toldBefore = [
  "(?:ما |مو |مش )?(?:انا |ما انا )?(?:لسه |توي |سبق و?|قد |اصلا )?(?:عطيتكم|اعطيتكم|عطيتك|اديتكم|اديتكو|اديتهولكم|ارسلته|ارسلتها|بعته|بعتها|كتبته|كتبتها|قلته|قلتها|قايله|قايلها|ذكرته|ذكرتها|قلت|قايل|ذكرت|كتبت|قلت لكم|قلتلكم|قولتلكم|قلت لك)(?: (?:ياه|ياها|اياه|اياها|هو|لكم|لك|قبل|فوق|من قبل|قبل شوي|قبل شويه|في (?:اول )?(?:رسالتي|رسالتي الاولي|الرساله الاولي|اول رساله|الاول|البدايه)|اول))*",
  "(?:but )?(?:i )?(?:have )?(?:already |just )?(?:gave|given|sent|told|wrote|said|mentioned|typed)(?: (?:it|that|them|you|u|to you|already|before|above|earlier|once|in my first message|in the first message))+",
  "(?:زي|مثل|كما|متل) ?(?:ما )?(?:(?:قد|سبق و?) ?)?(?:قلت|قولت|ذكرت|اخبرت|كتبت|حكيت|خبرت|وضحت|شرحت)(?:كم|ك|لكم|لك|لكو)?(?: (?:لكم|لك|فوق|قبل|سابقا|من قبل|اعلاه|في (?:اول رساله|البدايه|الرساله الاولي)))*",
  "(?:لقد )?(?:سبق|سبق و|سبق ان) ?(?:ذكره|ذكرها|ذكرته|ذكرتها|ذكرت ذلك|قلته|قلتها|كتبته|كتبتها|اخبرتكم|وضحته|ذكرت)(?: (?:به|بها|بذلك|لكم))?",
  "(?:خبرتكم|اخبرتكم|حكيت لكم|حكيتلكم|شرحت لكم|شرحتلكم|موجود فوق|مكتوب فوق|مذكور فوق|مذكور اعلاه|في رسالتي(?: الاولي)?|قلت لكم(?: في)? اول رساله)",
  "(?:like|as) (?:i )?(?:said|wrote|told you|mentioned|stated|explained)(?: (?:it|that|you|before|already|above|earlier))*",
  "(?:see|as in) (?:my )?(?:first message|above|message above)",
  "already (?:said|told|mentioned|wrote|given|explained)(?: (?:it|that|you|u|to you))*",
  "(?:it'?s|its|it is) (?:in my (?:first )?message|above|up there)",
  "(?:scroll|look|read|check) (?:up|above|my first message|my message)(?: i (?:already )?(?:wrote|said|sent|told you|gave)(?: (?:it|that|you))?)?",
  "(?:ana )?(?:3atetkom|a3tetkom|edetko|ersalto|ba3ato|katabto|gelto|golto|olto|2olto|olt|gelt|golt)(?: (?:yah|yaha|lakom|2abl|gabl|foog))*",
];

/** «ايش كنتم تسالوني», "what was the question": whoever lost the thread. */
const question = "(?:ال)?(?:سوال|سءال)(?:كم|ك)?";
export const askedLast = [
  `(?:وش|ايش|اش|شنو|شو|ايه|ما|ماذا|عن ايش|عن وش) (?:(?:كان|كانت|كنتم|كنتوا|كنتو|كنت|هو) )?(?:${question}|تسال(?:وني|ونني|وا|ون|ني|و)?(?: عن\\S*)?)(?: (?:الاخير|اللي قبل|مره ثانيه))?`,
  `(?:ه?و? ?)?(?:كان )?(?:${question} (?:كان )?(?:ايه|وش|ايش|شنو|شو)|(?:كنت|كنتو|كنتوا|كنتم) (?:ب?تسال\\S*) (?:علي |عن )?(?:ايه|وش|ايش|شنو|شو))`,
  `(?:عيد|عيدوا|اعيدوا|اعد|كرر|كرروا|ممكن تعيدوا|ممكن تعيد) ${question}|${question} مره (?:ثانيه|تانيه|اخري)`,
  "what(?:'s| was| is|s)? (?:the|your|ur) (?:last )?question(?: again)?",
  "what (?:were|was|did) (?:you|u) (?:just )?ask(?:ing)?(?: me)?(?: for| about)?",
  "(?:can you |please )?(?:repeat|ask|say) (?:the|your) question(?: again)?|question again",
  "(?:wesh|esh|eish|shno|eh) (?:kan )?(?:el |al )?(?:so2al|soal|su2al|so2alkom)",
  "(?:el |al )?(?:so2al|soal) (?:kan )?(?:eh|eih|wesh|esh|shno)",
  "kont(?:o|om)? (?:b?tes2al\\S*) (?:3ala |3an )?(?:eh|eih|esh|wesh)",
];
