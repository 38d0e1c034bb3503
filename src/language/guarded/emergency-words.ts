/**
 * The words that emergencies.ts reads by: what is said of a life in danger, and what makes the same words innocent. All patterns are for
 * folded text (ا for أ إ آ, ه for ة, ي for ى ئ, no lone hamza). Data only.
 */

/** A sign of danger, and the words that make it innocent where they stand near. */
export type Sign = {
  readonly means: RegExp;
  /** Near it, it is not meant («ميت من الضحك»). */
  readonly unless?: RegExp;
  /** The thing may also be over, feared or talked about («جلطة قبل سنتين»): then `elsewhere` makes it innocent. */
  readonly maybeOver?: true;
};

const own = (body: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${body})(?![\\p{L}\\d])`, "u");

const person =
  "(?:ابوي|ابويا|ابي|والدي|امي|ماما|بابا|والدتي|ولدي|ابني|طفلي|طفلتي|بنتي|البيبي|زوجي|زوجتي|جوزي|مراتي|اخوي|اخويا|اختي|جدي|جدتي|عمي|خالي|صديقي|صاحبي|زميلي|السواق|الشغاله|الخدامه|الولد|البنت|الطفل|الرجال|الراجل|واحد|شخص)";
const who =
  "(?:he|she|they|dad|mum|mom|father|mother|son|daughter|baby|child|kid|husband|wife|brother|sister|friend|driver|maid|nanny|grandmother|grandfather|grandma|grandpa|uncle|aunt|colleague|boss|guy|man|woman|boy|girl|someone|somebody)";

const bleeding = "(?:naz(?:ee|i|ii|ie)f|nz(?:ee|i)f)";
const haveIt =
  "3[aei]n?d(?:o|oh|ah?|ha|aha|eha|i|y|ena|hom|ohom|uh|eh)|m3?[ae]3(?:o|ah?|aha|i|y)|ga(?:lo|laha|tlo|tlaha)|j(?:ah|aha|atah|at?ha|aha)|ga(?:h|ha)|sar ?(?:lo|laha|la|feeh|feeha)|7asal ?(?:lo|laha)|[t6]ale3 ?(?:menno|mennaha)|fee?ha";
const bodyOrBlood =
  "dam+|el ?dam+|damm?[oy]|shadeed|shdeed|7ad|7aad|gamed|jamed|gawy|gawi|qawi|2awi|da5li|da5ly|dakhli|ra7em|ra7m|mo5|mokh|el ?mo5|el ?mokh|ras(?:o|ha|y|i)?|el ?ras|ba[t6]n(?:o|ha|y|i)?|el ?ba[t6]n|anf(?:o|ha|y|i)?|el ?anf|ma3ed[ah]+|el ?ma3da|[7h]amel|[7h]amil|weladah?|welada|wiladah?|wilada|el7a2\\p{L}*|el7ag\\p{L}*|e?l7ag[ou]na?|sa3doon\\p{L}*|es3af|is3af|tawar[ei2]+|mosta[sc]hfa|el ?mosta[sc]hfa|y[ou]?2af|b?yo2af|yu?wag+[ae]f|m[aeou]sab|magroo?[h7]|majroo?[h7]";
/** Said of goods and places: there «nazif» is clean. */
const ofThings =
  "m[ou]sta3mal\\p{L}*|[7h]al[ah]+|el ?[7h]al[ah]+|ba[6t]ar\\p{L}*|%|jawal|gawal|mobile|iphone|samsung|say+ar[ah]+|3arabey\\p{L}*|motor|sha[28qg]+[ah]+|[gq]hor?f[ah]+|8orf[ah]+|oda|makan|mat3am|fondo[2qg]|jedi?id|jdeed|gedid|gdeed|new|used|clean|zero|el ?waraq|shasha|laptop|a[gq]eir|\\d+ k";

export const signs: readonly Sign[] = [
  // Fainted, unconscious.
  {
    means: own(
      "[وف]?(?:مغمي|مغما|مغمن|ا?غمي|اغما|انغمي|يغمي|بيغمي|غشي|مغشي) علي(?:ه|ها|هم)|(?:احس|حاسس|حاسه|بحس)(?: اني)? (?:راح |ه|ب|ح)?(?:بيغمي|يغمي) علي|(?:فقد|فقدت|فاقد|فاقده|غاب|غابت|غايب|غايبه) (?:عن )?(?:ال)?وعي(?:ه|ها)?|(?:مو|مش|ما هو|مهو|مب) (?:راضي|راضيه|قادر|قادره) (?:ي|ت)(?:صحي|فوق|قوم)|وقع(?:ت)? من طول(?:ه|ها)|(?:طاح|طاحت|وقع|وقعت|سقط|سقطت)(?: \\p{L}+){0,4} (?:وما|ولا|ومش|ومو|وم) ?(?:عاد )?(?:بي|ي|ت)(?:تحرك|رد|صحي|تكلم)\\p{L}*",
    ),
    unless: own("ضحك|الضحك|الحر|السعر|الاسعار|الفاتوره"),
    maybeOver: true,
  },
  {
    means: own(
      `unconscious|${who}(?:'?s| is| has| have| just)*(?: suddenly| just)? (?:collapsed|fainted|passed out|blacked out|unresponsive|not responding|knocked out)|(?:won'?t|will not|not|can'?t|cannot|doesn'?t|isn'?t) (?:wake|waking|woken|be woken)(?: (?:him|her|them))? up|(?:lost|losing) consciousness`,
    ),
    unless: own("almost|nearly|price|prices|bill|early|in time|late|website|site|app|page"),
    maybeOver: true,
  },
  {
    means: own(
      "(?:2o|o|a|2)?(?:gh|8)(?:mi|ma|my|miya|mey|oma) ?3al(?:eh|ieh|eih|ih|ay|aih|ayh|eeh|ieha|eha|aiha|eeha)|ma(?:gh|8)m[iay]\\p{L}* 3al\\p{L}+|(?:fa2ed|fa2d|fagad|fagid|faqed|fe2ed|fa8ad|fa2adet) (?:el |al |il )?wa3\\p{L}+",
    ),
    maybeOver: true,
  },
  // Breathing.
  {
    means: own(
      "(?:ما|مو|مش|لا|مب|مهو|موب|ما عاد|مهوب)(?: (?:قادر|قادره|يقدر|تقدر|اقدر|نقدر|عارف|عارفه|راضي|راضيه|عم|قاعد))? ?(?:بي|بت|ب|ي|ت|ا|ن)?تنفس\\p{L}*|م(?:ا)?بي?ي?تنفسش|(?:ما|مو|مش|لا) ?(?:قادر|قادره|يقدر|تقدر|اقدر|يستطيع|تستطيع|استطيع|عارف|عارفه)(?: \\p{L}+)? (?:ا|ي|ت)(?:خد|اخد|اخذ|خذ|سحب) ?نفس\\p{L}*|(?:انقطع|مقطوع|وقف|توقف) (?:ال)?(?:نفس|تنفس)(?:ه|ها)?|نفس(?:ه|ها) (?:مقطوع|انقطع|وقف|واقف)|(?:بي|بت|ي|ت)(?:ختنق|تخنق)|اختنق(?:ت)?|صعوبه شديده (?:في|ب) ?(?:ال)?تنفس|ضيق تنفس شديد|(?:شفايف|شفاه|شفت)\\p{L}* زرق\\p{L}*",
    ),
    unless: own("الشغل|شغل|العمل|ضغط|ضحك|الضحك|مرور|زحمه|الزحمه|القهر|الملل|الغلا|الاسعار|بدونك|بدونكم"),
  },
  {
    means: own(
      `(?:can'?t|cannot|can not|couldn'?t|could not|not able to|unable to|struggling to|struggles to|stopped|stops|barely|hardly|isn'?t|is not|not|aren'?t|difficulty|trouble) (?:even |really )?breath(?:e|ing|e properly)?|not breathing|chok(?:ing) (?:on|to death|right|and)|${who}(?:'?s| is) choking|turning blue|gasping for (?:air|breath)`,
    ),
    unless: own("work|busy|laughing|laugh|deadlines?|prices?|hazard|traffic|exams?|without you"),
  },
  {
    means: own(
      "(?:ma|mo|mu|mesh|mish|msh|mosh|mob|la|mafi)(?: (?:[2gq8]a?a?d[eai]?r\\p{L}*|a[2gq8]dar|ye[2gq8]dar|y[2gq8]dr|byo2dar))? ?(?:b?[yeita]{0,3})?t(?:n|a?n)?(?:afas|afes|nafas|nafes|anaffas|naffas|naffes|nffs|nfs)\\p{L}*|e5tana[2gq]|yekhtene[2gq]|yi5tini[2gq]",
    ),
  },
  // Heart and brain.
  {
    means: own(
      "[بو]?(?:ال)?جلطه(?: (?:قلبيه|دماغيه|بالقلب|بالمخ|في القلب|في المخ))?|[بو]?(?:سكته|نوبه|ازمه) (?:قلبيه|دماغيه)|[بو]?ذبحه صدريه|(?:وقف|توقف) قلب(?:ه|ها)|قلب(?:ه|ها) (?:وقف|توقف|واقف)|(?:الم|وجع|الام) (?:شديد|قوي|فظيع|رهيب|حاد|جامد)(?: جدا| اوي| مره)? (?:في |ب)?(?:ال)?صدر(?:ي|ه|ها)?|(?:صدري|صدره|صدرها) (?:يالمني|يوجعني|بيوجعني|يعورني|يالمه|يوجعه|يعوره|بيوجعه) (?:بقوه|مره|جامد|اوي|كثير)(?: \\p{L}+){0,6} (?:يدي|ايدي|ذراعي|يده|ايده|كتفي|كتفه)\\p{L}*|نص وجه(?:ه|ها) (?:مايل|نايم|ما يتحرك)",
    ),
    unless: own(
      "(?:[يتبهح]+)?(?:جيب|جيبون|جيبوا|جيبولي|جبت|جبتوا|جبتولي|جابوا|جابولي)(?: لي)?|(?:ب|راح |رح |ه|ح|بت)?تجي(?:ني|لي|يني|بلي)|هتجي\\p{L}*|حتجي\\p{L}*|جلطتوني|تجلط|من (?:الاسعار|اسعاركم|الضحك|القهر|العصبيه|خدمتكم|تاخيركم|تعاملكم|الحماس|الخوف|الشغل)|منكم|بسببكم",
    ),
    maybeOver: true,
  },
  {
    means: own(
      `heart attack|cardiac arrest|heart (?:has |just )?stopped|(?:having|had|has|have|having had|suffer(?:ed|ing)|got|like|maybe|possibl[ey]) (?:just )?(?:had )?a (?:massive )?stroke|(?:severe|crushing|terrible|bad|sudden|sharp|strong|intense) (?:pain in (?:his|her|my|the) chest|chest pains?)|chest pains? (?:and|with|in) (?:\\p{L}+ ){0,3}(?:left )?arm|face is drooping`,
    ),
    unless: own(
      "almost|nearly|gave me|giving me|give me|prices?|bill|stroke of|about to have|going to have|gonna have|will have|of laughter",
    ),
    maybeOver: true,
  },
  {
    means: own(
      "(?:3and(?:o|ha|ah|eh)|3end(?:o|ah|ha)|gat(?:lo|laha|o)|jat(?:ah|ha|o|eh)|gal(?:o|ha)|jah|sar(?:lo|t)|abo?oy?a?|ommi) (?:\\p{L}+ )?[gj]al6?[t6]a?h?|[gj]al6?[t6]ah? (?:2alb|8alb|galb|qalb|dema8|demagh)\\p{L}*|sakta (?:2alb|8alb|galb|qalb)\\p{L}*",
    ),
    unless: own("menkom|mnkm|el as3ar|elas3ar|hatgebo\\p{L}*|bitjib\\p{L}*"),
    maybeOver: true,
  },
  // Bleeding.
  {
    means: own(
      "[بول]?(?:ال)?نزيف|(?:بي|بت|ي|ت|ا|ب)نزف|(?:قاعد|قاعده) (?:ي|ت)نزف|(?:ال)?دم (?:كثير|كتير|وايد)? ?(?:ما|مو|مش|لا|مب) ?(?:بي|ي|ت|راضي ي|قادر ي)?(?:وقف|قف|نقطع|توقف)|(?:غرقان|غرقانه|غارق|مليان) (?:في |ب)?(?:ال)?دم\\p{L}*",
    ),
    unless: own(
      "(?:ال)?(?:اسعار|خساير|خسارات|مالي|فلوس|ماليه|اقتصادي|نقاط|بطاريه|بطاريته|ميزانيه|راتب|لثه|لثتي|لثته)|بسيط|خفيف|من الاسنان|داخلي بالشركه|الوظايف|العقول|حساب|حسابي",
    ),
    maybeOver: true,
  },
  {
    means: own(
      `(?:bleeding|bleeds|bled) (?:very |really |so )?(?:heavily|badly|a lot|out|much|profusely|everywhere|non ?stop|from (?:his|her|my|the) (?:head|neck|leg|arm|stomach|mouth|nose|ear|ears))|(?:won'?t|will not|doesn'?t|can'?t|cannot|not|isn'?t) stop(?:ping)? (?:the )?bleeding|bleeding (?:that )?(?:won'?t|will not|doesn'?t|isn'?t|not) stop\\p{L}*|${who}(?:'?s| is) bleeding|(?:severe|heavy|massive|internal) (?:bleeding|hemorrhage)|losing (?:a lot of |so much |too much )?blood|blood everywhere`,
    ),
    unless: own("money|cash|gums?|battery|budget|out money|screen"),
    maybeOver: true,
  },
  {
    means: own("(?:by?e?|ye?|te?|bt|b)nzi?e?f|el dam? (?:mesh|mish|msh|ma|mo) (?:b?y\\p{L}+)"),
    unless: own("lethah?|lesa|as3ar|floos|feloos"),
    maybeOver: true,
  },
  // In Latin letters «نزيف» and «نظيف» are one word: it is blood beside blood, a body, a person who has it, or a call for help.
  {
    means: own(
      `(?:${haveIt})(?: (?:she?wa?yy?et?|dah?|kaman|3ala tool|fag2a|faj2a))? ${bleeding}|${bleeding}(?: [\\p{L}\\d]+){0,2} (?:${bodyOrBlood})|(?:${bodyOrBlood})(?: [\\p{L}\\d]+){0,3} ${bleeding}`,
    ),
    unless: own("lethah?|lesa|as3ar|floos|feloos"),
    maybeOver: true,
  },
  {
    means: own("nazif|naziif|nzif"),
    unless: own(`lethah?|lesa|as3ar|floos|feloos|${ofThings}`),
    maybeOver: true,
  },
  // Fits, poison, drowning, accidents, birth.
  {
    means: own(
      "(?:بي|بت|ي|ت|م)تشنج(?:ه)?|(?:عنده|عندها|جاه|جاها|جاله|جالها|جته|جتها) (?:حاله )?تشنج\\p{L}*|(?:شرب|شربت|بلع|بلعت|اكل|اكلت)(?: \\p{L}+)? (?:كلوركس|كلور|ديتول|سم|مبيد|بطاريه|مغناطيس|منظف|اسيد|بنزين|فلاش|حبوب كثيره|حبوب كتير|شريط حبوب|علبه حبوب)|جرعه زايده|تسمم (?:شديد|حاد)|(?:دهس|صدم|دعم|خبط)(?:ته|تها|ت)? (?:ه|ها)?(?:سياره|عربيه|باص|دباب|موتوسيكل)|(?:اندهس|اندعس|انكهرب|انكهربت|انصعق|انصعقت)|حادث(?:ه)?(?: \\p{L}+){0,6} (?:مصاب|مصابين|اصابات|مصابه|محبوس|محبوسين|ينزف|متوفي)|(?:لدغ|لسع|قرص|عض)(?:ت)?(?:ه|ها|ني|ته|تها|تني)? (?:حيه|ثعبان|افعي|عقرب|تعبان)|(?:جا|جاها|جالها|عندها|معها) (?:ال)?طلق|بتولد (?:الحين|دلوقتي|الان|اللحين|في البيت|بالبيت|في السياره)|نزل(?:ت)? (?:ماء|ميه|مويه) (?:ال)?راس",
    ),
    maybeOver: true,
  },
  {
    means: own(
      `${person} (?:قاعد |قاعده )?(?:غرق|غرقت|يغرق|تغرق|بيغرق|بتغرق)|(?:غرق|غرقت) (?:في |ب)?(?:ال)?(?:مسبح|بحر|بسين|حمام السباحه)|${person} (?:قاعد |قاعده )?(?:بي|بت|ي|ت)موت`,
    ),
    unless: own("(?:بي|بت|ي|ت)موت (?:في|علي|عليه|عليها|من)(?: \\p{L}+)?|الشغل|الديون|ديون|الامتحانات"),
  },
  {
    means: own(
      `(?:having|had|has|have) (?:\\p{L}+ ){0,2}(?:seizures?|convulsions?)|convulsing|overdos(?:e|ed|ing)|(?:took|taken|swallowed) (?:too many|all (?:his|her|my|the)) (?:pills|tablets|medicine)|(?:swallowed|drank|ate) (?:\\p{L}+ ){0,2}(?:battery|bleach|poison|magnets?|detergent|chlorine)|poisoned|${who}(?:'?s| is| has)? (?:been )?(?:drown(?:ing|ed)|electrocuted|dying)|(?:hit|run over|knocked down) by (?:a|the) (?:car|bus|truck|bike)|(?:snake|scorpion) bite|bitten by a (?:snake|scorpion)|stung by a scorpion|water(?:s)? (?:just )?broke|(?:in|into) labou?r (?:now|right now)|giving birth (?:now|right now|at home|in the car)`,
    ),
    unless: own("in work|in debt|in paperwork|dying (?:to|for|of)"),
    maybeOver: true,
  },
  // A life that its owner wants to end.
  {
    means: own(
      "(?:ابي|ابغي|ابغا|اريد|عايز|عايزه|عاوز|عاوزه|ودي|افكر|بفكر|قررت|ناوي|ناويه|راح|رح|ب|ه|ح)? ?(?:اني |في اني )?(?:ا|ب|ه|ح)?نتحر|(?:افكر|بفكر|تفكر|يفكر) (?:في |ب)?(?:ال)?انتحار|(?:ا|ب|ه|بي|ي|ت)?(?:قتل|موت|ادبح|نهي|اموت) (?:نفسي|حياتي|روحي)|(?:ابي|ابغي|عايز|عايزه|عاوز|عاوزه|اريد|ودي|نفسي) اموت|(?:ما|مو|مش) ?(?:عاد )?(?:ابي|ابغي|عايز|عايزه|عاوز|عاوزه|اريد|قادر|ودي) (?:اعيش|اكمل حياتي)|(?:حاول|حاولت) (?:ال|ت|ي)?انتحار|(?:حاول|حاولت) (?:ي|ت|ا)?نتحر|اذي نفسي|ااذي نفسي|اوذي نفسي|اجرح نفسي",
    ),
    unless: own("ضحك|الضحك|الجوع|جوع|الحر|البرد|الملل|التعب|من كثر"),
  },
  {
    means: own(
      "suicidal|commit(?:ting)? suicide|kill(?:ing)? (?:myself|himself|herself)|(?:end|ending|take) my (?:own )?life|want(?:s)? to die|(?:don'?t|do not|no longer) want to (?:live|be alive)|(?:hurt|harm|cut)(?:ing)? myself|(?:a3?antaher|antaher|entahar|enta7ar|anta7er|hanta7er|hantaher)|(?:a2tel|a8tel|agtel|hamawet|amawet|hmawet) nafs[iy]",
    ),
    unless: own("squad|laughing|bombing|bomber"),
  },
  // An ambulance is asked for.
  {
    means: own(
      "(?:ابي|ابغي|ابغا|نبي|نبغي|اريد|نريد|عايز|عايزه|عايزين|عاوز|عاوزين|محتاج|محتاجه|محتاجين|نحتاج|احتاج|ارسل|ارسلوا|ارسلولي|ابعت|ابعتوا|ابعتولي|اطلب|اطلبوا|اطلبولي|كلم|كلموا|اتصل|اتصلوا|جيبوا|هاتوا|وين|فين|رقم)(?: \\p{L}+)? (?:علي |ب)?(?:ال)?(?:اسعاف|هلال الاحمر)|سياره اسعاف (?:بسرعه|الان|الحين|فورا|ضروري|دلوقتي)|الحقونا? (?:ب)?(?:ال)?اسعاف|(?:abi|abgha|3ayez|3ayzeen|me7tag|m7tageen|e6lbo|otlobo|kallemo|ersel\\p{L}*|eb3at\\p{L}*) (?:\\p{L}+ )?(?:el |al )?[ei]s3a+f",
    ),
    unless: own("للبيع|للايجار|ايجار|شراء|شركه|شركات|دوره|حقيبه|شنطه|وظيفه|توظيف|مستعمله|شحن"),
  },
  {
    means: own(
      "(?:call|send|get|need|want|order) (?:\\p{L}+ )?(?:an |the )?ambulance|ambulance (?:please|pls|now|asap|right now|quick(?:ly)?)|medical emergency|(?:call|dial) (?:997|911|999)",
    ),
    unless: own("for sale|rent|rental|buy|company|driver job|insurance|lease|toy"),
  },
];

const burns =
  "(?:ال)?(?:بيت|شقه|عماره|مبني|بنايه|مكتب|محل|مطبخ|مستودع|مخزن|سياره|غرفه|فندق|شاليه|استراحه|مدرسه|مصنع|دور|فيلا|سيارت|شقت|عمارت|غرفت|مدرست)(?:نا|ي|ه|ها|هم|تي|تنا|تهم|ته|تها)?";
const burning =
  "(?:house|home|flat|apartment|building|office|shop|kitchen|warehouse|store|car|room|hotel|villa|school|factory|place|roof)";

/** A fire or gas: it is the fire brigade that is to be called. */
export const fires: readonly Sign[] = [
  {
    means: own(
      `${burns} (?:قاعد |قاعده |الحين |دلوقتي )?(?:[يت]حترق|بي?تحرق|بتتحرق|بيتحرق|بيولع|بتولع|[يت]ولع|محروق|مولع|مولعه|احترق|احترقت|اتحرق|اتحرقت|ولع|ولعت)|(?:احترق|احترقت|ولع|ولعت) ${burns}|(?:فيه?|صار|شب|اندلع|عندنا|شبت?) (?:في (?:ال)?\\p{L}+ )?(?:ال)?حريق(?:ه)?|حريق(?:ه)? (?:في|ب) ?${burns}|(?:شب|شبت|ولعت|اشتعلت) (?:ال)?(?:نار|نيران)|(?:ال)?نار (?:شابه|شبت|ولعت|مولعه|وصلت|تاكل|قاعده تاكل)|(?:فيه?|عندنا) (?:تسريب|تسرب|ريحه) (?:ال)?غاز|(?:تسريب|تسرب) (?:ال)?غاز (?:في|ب|عندنا|الحين|قوي)|(?:ارسلوا|ابعتوا|نبي|نبغي|ابي|عايزين|عايز|كلموا|اتصلوا)(?: \\p{L}+)? (?:علي |ب)?(?:ال)?(?:مطافي|اطفاء|اطفائيه|دفاع المدني)|(?:ال)?(?:مطافي|اطفائيه) (?:بسرعه|الحين|دلوقتي)`,
    ),
    unless: own(
      "(?:ال)?اسعار\\p{L}*|سعر\\p{L}*|رخصه|رخص|ترخيص|شهاده|تصريح|تقرير|متطلبات|شروط|اشتراطات|معامله|تجديد|عروض|العروض|عرض|الشمس|الجو|الحر|السوق|التخفيضات|قلبي|اعصابي|طفايه|طفايات|انذار|كاشف|تامين|وثيقه|فلوسي|دمي",
    ),
    maybeOver: true,
  },
  {
    means: own(
      `(?:there'?s|there is|we have|we've got) (?:a )?(?:big |huge |small )?(?:fire|gas leak)|${burning}(?:'s| is|s are)? (?:on fire|burning|in flames)|${burning} (?:has )?(?:just )?(?:caught|catching) fire|fire in (?:the|my|our) ${burning}|(?:call|send|need) (?:the |a )?fire ?(?:brigade|department|fighters?|truck|engine)|(?:el |al )?(?:bayt|beit|bet|sha22a|shaga|sayara|ma6bakh|matbakh|maktab)(?:na|i|y)? (?:b?(?:yi|ye|ta|te|yt)?7ta?re[gq2]\\p{L}*|b?y?t7[ae]?r[aei]?[2gq]\\p{L}*|btet7er[e2gq]\\p{L}*|wal3|wel3et)|(?:fe|fee|fi|feeh|3ndna|3andna) (?:7aree[2gq]\\p{L}*|7ari[2gq]\\p{L}*)`,
    ),
    unless: own("sale|prices?|insurance|policy|extinguishers?|alarms?|drill|safety|sauce|deals?|stove"),
    maybeOver: true,
  },
];

/** The thing is over, feared, studied or insured against; near a sign that may be over. */
export const elsewhere = own(
  [
    "قبل (?:كم )?(?:سنه|سنتين|سنين|سنوات|شهر|شهرين|شهور|اشهر|اسبوع|اسبوعين|\\d+|ثلاث|اربع|خمس|عشر)",
    "من (?:سنه|سنتين|شهر|شهرين|زمان|\\d+ سن\\p{L}+)|السنه (?:اللي فاتت|الماضيه|اللي راحت)|العام (?:الماضي|اللي راح)|زمان|سابقا|سابقه|قديمه|سبق|كان عنده|كان عندها|كانت عندها|تعافي|تعافت|شفي",
    "بعد (?:ال)?(?:جلطه|سكته|نزيف|ازمه|عمليه|تشنج)|اعراض|اسباب|الوقايه|علاج|علاجات|فحص|تحليل|تحاليل|سيوله|متابعه|مراجعه|تامين|وثيقه|ادويه|دوا|كتاب|كتب|فيلم|مقال|دوره|محاضره|تاهيل|خايف من|اخاف من|وقايه",
    "ago|last (?:year|month|winter|summer|week)|in (?:19|20)\\d\\d|history of|used to|years? back|back in|recover(?:ed|ing|y)|rehab\\p{L}*|after (?:a|the|his|her|my|a mild) (?:\\p{L}+ )?(?:stroke|attack|surgery|seizure|stent)|follow.?up|symptoms of|signs of|causes of|prevent\\p{L}*|treatment|risk of|afraid of|insurance|policy|book about|books? on|course|training|first aid|movie|film|article|survivors?",
    "men zaman|mn zaman|2abl|gabl|el sana elly fatet|metab3a|mutaba3a",
  ].join("|"),
);

/** It is happening: then it is not over, whatever else is said. */
export const now = own(
  "الحين|الان|اللحين|دلوقتي|حالا|فجاه|توه|توها|للحين|لسه|now|right now|just now|suddenly|dilwa2ti|delwa2ty|al7een|el7een|fag2a|faj2a",
);

/** Right before a sign that is no denial itself: «ما عنده نزيف», "no bleeding". */
export const denied =
  /(?<![\p{L}\d])(?:ما (?:عنده|عندها|عندي|فيه|في|صار|حصل|كان)|مافيه?|مافي|ماعند\p{L}*|مفيش|ما|لا يوجد|ليس|بدون|من غير|من دون|مو|مش|لم|no|not|without|never|didn'?t|did not|hasn'?t|haven'?t|isn'?t|wasn'?t|nor|mafeesh|mafi|mesh|bedoon)(?: (?:have|had|having|a|any|be|been|عنده|عندها|هناك|اي))* ?$/u;

/** One of these letters' runs stands in every sign: what has none is not looked at further. */
export const hint =
  /حر[يق]|حترق|محروق|ولع|نار|نيران|غاز|مطافي|اطفا|دفاع|fire|burning|flames|gas leak|7tar|7tre|7er|7ar[ei]|wal3|wel3|غم[يا]|غشي|مغمن|وعي|راضي|طول[هه]|طاح|وقع|سقط|نفس|ختن|تخنق|زرق|جلط|سكت|نوب|ازم|ذبح|صدر|قلب[هه]|وجه|نز[يف]|دم|تشنج|شرب|بلع|اكل|جرع|تسمم|دهس|صدم|دعم|خبط|اندع|كهرب|نصعق|حادث|لدغ|لسع|قرص|عض|طلق|بتولد|راس|غرق|موت|نتحر|انتحار|نهي|عيش|حياتي|اسعاف|هلال|conscious|collaps|faint|pass|black|respon|knock|wak|breath|chok|blue|gasp|heart|cardiac|stroke|chest|face|bleed|bled|blood|hemorr|seiz|convul|overdos|pills|tablets|medicine|swallow|drank|poison|drown|electroc|dying|by (?:a|the)|bit|stung|water|labou?r|birth|suicid|kill|life|to die|to live|alive|myself|ambulance|emergency|997|911|999|[gj]al6?[t6]|sakta|nazi|nazee|nzee|nze?f|nzif|el da|nafs|tnaf|tanaf|afas|afes|tnf|3al|wa3|e5t|yekht|yi5t|nta|s3a/u;
