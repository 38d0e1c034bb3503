/**
 * The words of «إيقاف الرسائل» and «تفعيل الرسائل»: data that `message-words.ts` puts together. Gulf, Egyptian and standard Arabic, Arabizi,
 * English; spelled as people spell them, apart by `|`, folded before use. A test says each of them once.
 */

/** Change nothing of such a wish, wherever they stand. */
export const around =
  "السلام|عليكم|ورحمه|وبركاته|سلام|مرحبا|هلا|اهلا|صباح|مساء|الخير|منكم|لو|سمحت|سمحتم|سمحتوا|سمحتو|فضلك|فضلكم|رجاء|الرجاء|رجاءا|ارجوكم|ارجوك|ارجو|نرجو|يرجى|يرجا|خلاص|خلص|عاد|الحين|الان|دحين|دلوقتي|حالا|نهائيا|مره|مرات|ثانيه|تاني|تانيه|ثاني|اخرى|هنا|يا|جماعه|اخي|اخوي|الله|يعافيكم|يعافيك|يسعدكم|يخليكم|يوفقكم|والله|بقى|ياريت|طيب|اوكي|انا|احنا|نحن|شكرا|مشكورين|فضلا|please|pls|plz|plss|kindly|من الحين|من الحين ورايح|من الان|من الان فصاعدا|من دحين|من دلوقتي|now|from now on|anymore|again|ever|ok|okay|just|thanks|thx|here|immediately|already|hi|hello|yalla|khalas|5alas|khalass|law|lw|sama7t|sama7to|sama7tom|samaht|samahto|3ad|ba2a|b2a|min|fadlak|fadlkom|tany|tani|tanya|marra|mara|لو تكرمتم|لو تكرمتوا|لو تكرمتو|لو تكرمت|تكرما|سمحتي|من فضلك|من فضلكم|رجاء خاص|ياليت|يا ليت|ليتكم|يا عم|يا ناس|قلت لكم|قلتلكم|قلنالكم|طلبت|طلبت منكم|كل شويه|كل شوي|كل يوم|اقول|t3ad|sir|team|guys|every day|all the time|تكفون|تكفى|تكفين|طلبتكم|طلبتك|ارجو منكم|نرجو منكم|اطلب منكم|بليز|thanya|thania|tanyah|kida|keda|i said|ياخي|يا اخي|يا خي|مجددا";

/** Of those, what is said of this moment. */
export const moments = "الحين|الان|دحين|دلوقتي|حالا|now|immediately";

/** What is said so is said of this moment and of all that follow: «لا ترسلون الحين ولا أبدًا». */
export const forGood = "ابدا|نهائيا|مجددا|مره ثانيه|مره اخرى|تاني|again|ever|anymore|any more";

/** Complaints that may stand beside the wish. Alone, with messages, they are asked about. */
export const complaints =
  "ازعجتونا|ازعجتوني|ازعجتوا|تزعجوني|تزعجونا|ذبحتونا|ذبحتوني|كثرتوا|كثرتو|كثرت|صدعتونا|صدعتوني|طفشتونا|طفشتوني|زهقتونا|زهقتوني|تعبتونا|تعبتوني|تعبت من|زهقت من|مليت من|طفشت من|قرفت من|leave me alone|its annoying|so annoying|annoying|tired of|sick of|fed up with|خلوني بحالي|خلوني في حالي|سيبوني في حالي|سيبوني|حلوا عني|مزعجه|مزعجين|مزعج|no longer interested|not interested|im not interested|i am not interested|كفايه كده|كفايه كدا|make it stop";

/** What ends. */
export const notices =
  "رسائل|رسايل|رساءل|رسالات|مسجات|مسدجات|ماسجات|ماسيجات|اشعارات|تنبيهات|تذكيرات|تذكير|نوتفكيشن|نوتفيكيشن|نوتيفيكيشن";
/** Before and behind such a noun: «برسايلكم», «هالرسايل», «والإشعارات». */
export const noticePrefixes = "ال|بال|ب|هال|وال|و|لل|ل|كال|عال";
export const noticeSuffixes = "كم|ك|كو|هم|نا|ات";
/** One that is none at all: «ولا رسالة». */
export const anyNotices =
  "اي رساله|ولا رساله|ايه رساله|اي مسج|ولا مسج|اي اشعار|ولا اشعار|اي تنبيه|ولا تنبيه|اي تذكير|ولا تذكير";
export const latinNotices =
  "rasayel|rasayil|rasayl|rasael|rasail|rasa2el|rasa2il|resayel|rsayel|rsayl|rsael|elrasayel|elrasael|alrasael|alrasail|rasayelkom|rasaelkom|rsayelkom|rasayelko|msgat|mesagat|messagat|esh3arat|ish3arat|esharat|tanbihat|messages|mesages|messeges|messges|msgs|msg|texts|text messages|sms|notifications|notification|reminders|alerts|communication|communications|messaging";

/** Notices that an office may also be asked to make or to sell, one that may be a bank's slip or a note of delivery, and what somebody may want spared by a room. */
export const doubtfulNotices =
  "التنبيه|الاشعار|ازعاج|الازعاج|اعلانات|الاعلانات|اعلاناتكم|دعايات|الدعايات|دعاياتكم|عروض|العروض|عروضكم|ads|adverts|advertisements|promotions|offers|marketing|e3lanat|3orood|3orod";

/** Beside a notice, before or behind it. */
export const beside =
  "كل|كلها|جميع|جميعها|كافه|اي|هذي|هذه|هاذي|هاي|ذي|دي|دول|التلقائيه|تلقائيه|الترويجيه|ترويجيه|الدعائيه|دعائيه|الاعلانيه|اعلانيه|المزعجه|المتكرره|الجماعيه|النصيه|نصيه|اللي توصلني|اللي تجيني|اللي بتجيلي|التي تصلني|حقتكم|حقكم|بتاعتكم|تبعكم|el|al|il|all|any|the|these|those|this|your|more|such|further|of|my|automatic|automated|promotional|marketing|annoying|unwanted|whatsapp|text|kol|kil|ay|di|dee|hathi|مزعجه|لديكم|المرسله|مرسله|البريديه|اخري|other|extra|التذكيريه|تذكيريه|auto|الاليه|اليه";

/** Behind the wish: for whom, where, since when, nothing at all. */
export const tails =
  "لي|لنا|ليا|لينا|الي|الينا|علي|علينا|عني|عنا|معي|معنا|معايا|معانا|مني|منكم|منك|عندكم|من عندكم|من طرفكم|من قبلكم|من المكتب|من جديد|من اليوم|بعد|بعد الان|بعد اليوم|بعد كذا|بعد كده|كمان|ابدا|شي|شيء|شيئا|حاجه|ولا شي|ولا حاجه|اي شي|اي شيء|اي حاجه|عن جوالي|على جوالي|لجوالي|عن رقمي|على رقمي|لرقمي|الى رقمي|عن هذا الرقم|على هذا الرقم|الى هذا الرقم|لهذا الرقم|هالرقم|على هالرقم|الواتساب|الواتس|واتساب|واتس|على الواتس|على الواتساب|بالواتس|التليجرام|تليجرام|من فضلك|من فضلكم|li|lee|ly|leya|lna|3anni|3anna|3any|3ni|menkom|mnkom|minkum|ba3d|shay|shi|7aga|haga|to me|to us|me|us|from you|from your office|to this number|to my number|to my phone|on whatsapp|on telegram|here|any more|from today|at all|thank you|تجيني|توصلني|تجينا|توصلنا|تيجيلي|تصلني|3ny|منكو";

/** How a wish is put politely, before its verb. */
export const asking =
  "ممكن|هل ممكن|هل يمكن|يمكن|هل يمكنكم|يمكنكم|هل يمكنني|يمكنني|كيف|كيف اقدر|كيف يمكنني|كيف يمكن|كيف ممكن|شلون|شلون اقدر|وشلون|ازاي|ازاي اقدر|اقدر|هل اقدر|ابي|ابغى|ابغا|ابيكم|ابغاكم|نبي|نبغى|اريد|اريد ان|اريدكم ان|نريد|اود|اود ان|احتاج|عايز|عايزه|عاوز|عاوزه|عايزكم|عاوزكم|محتاج|بدي|ودي|حاب|حابه|اطلب|اطلب منكم|ارغب في|ارغب ب|momken|mumkin|mmkn|3ayez|3ayz|3ayza|3awez|abi|abgha|abghakom|abikom|can you|could you|would you|will you|can u|can i|could i|how do i|how can i|how to|how do you|i want to|i want you to|i wanna|i would like to|i would like you to|id like to|id like you to|i need to|i need you to|i wish to|want to|is it possible to|you must|you should|امل|نامل|اتمنى|نتمنى|ياريت|i am asking you to|i asked you to|i told you to|i said|وش طريقه|ايش طريقه|ما طريقه|طريقه|ما هي طريقه|what is the way to|i ask you to|i ask to|i asked to|i demand to|can we|could we|i want|make";

/** Ends messages, before such a noun. */
export const stopVerbs =
  "ايقاف|وقف|وقفي|وقفوا|وقفو|وقفولي|وقفوا لي|وقفولنا|اوقف|اوقفي|اوقفوا|اوقفو|توقيف|توقفوا|توقفو|توقفون|توقفي|توقف عن|توقفوا عن|توقفون عن|التوقف عن|كفوا عن|كفو عن|بطل|بطلوا|بطلو|تبطلون|تبطلوا|الغاء|الغوا|الغو|الغي|الغ|تلغون|تلغوا|كفايه|كفايا|كفى|كفا|يكفي|طفوا|طفو|اطفوا|اطفئوا|تعطيل|عطلوا|عطلو|اقطعوا|قطعوا|منع|امنعوا|سكروا|سكرو|قفلوا|قفلو|اقفلوا|اقفلو|اقفل|اغلقوا|اغلاق|شيلوا|شيلو|فكونا من|فكوني من|فكنا من|الغاء تفعيل|ايقاف تفعيل|الغاء الاشتراك في|الغاء الاشتراك من|الغاء اشتراكي في|الغاء اشتراكي من|الغوا اشتراكي في|الغوا اشتراكي من|لا تزعجوني|لا تزعجونا|لا تزعجني|wa2af|wa2afo|wa2fo|wa2efo|wa22afo|waqfo|waqefo|waqqfo|wagfo|wagfoo|waggfo|waggfoo|wagfou|twagfoon|twagfon|twaqfoon|twa2afo|batalo|battalo|batlo|batelo|balash|kefaya|kfaya|kifaya|eeqaf|iqaf|eqaf|e2af|ee2af|i2af|elgho|el8o|elghi|el8i|elgha2|stop|stop with|cease|quit|end|block|mute|disable|turn off|switch off|shut off|deactivate|cancel|enough|enough with|enough of|unsubscribe from|unsubscribe me from|opt out of|opt me out of|no|no more|الغاء الاشتراك|الغاء اشتراكي|الغي الاشتراك|الغي الاشتراك في|الغي اشتراكي|الغي اشتراكي في|الغوا الاشتراك|الغوا الاشتراك في|الغوا اشتراكي|cancel subscription to|cancel my subscription to|cancel the subscription to|ابطل|نوقف|stop it with|stop all this|stop getting|prevent|ايقاف خدمه|الغاء خدمه|اوقفوا خدمه|وقفوا خدمه|الغوا خدمه|الغاء الاشتراك في خدمه|ريحونا من|ريحوني من|حوشوا عني|حوشوا|بلاها";
/** Wants none of them. */
export const unwanted =
  "ما ابي|مابي|ما ابغى|ما ابغا|مابغى|مابغا|ما اريد|لا اريد|ما نبي|مانبي|ما نبغى|مانبغى|ما نريد|لا نريد|ما بدي|مابدي|ما ودي|مش عايز|مش عايزه|مش عاوز|مش عاوزه|مش عايزين|مش محتاج|مش محتاجه|مو محتاج|ما احتاج|لا احتاج|لا ارغب|لا ارغب في|لا ارغب ب|لا نرغب في|لم اعد ارغب|لم اعد ارغب في|لم اعد اريد|ما عدت ابي|ما عدت اريد|لا داعي|ما له داعي|ماله داعي|عدم|بدون|بلا|بلاش|من غير|لا اود|ma abi|mabi|maby|ma aby|ma abgha|mabgha|ma abga|ma areed|ma aridd|la oreed|la ureed|ma nabi|ma baddi|msh 3ayez|mesh 3ayez|mish 3ayez|msh 3ayz|mesh 3ayz|msh 3ayza|mesh 3ayza|mish 3ayza|msh 3awez|mesh 3awez|mish 3awez|bedoon|i dont want|i do not want|we dont want|dont want|do not want|i dont need|i do not need|i dont wish|i do not wish|i no longer want|i no longer wish|i dont like|not interested in|dont send|dont send me|do not send|do not send me|dont send us|never send|never send me|مبقتش عايز|مبقيتش عايز|مابقتش عايز|مبقتش عايزه|مابقتش عايزه|مش حابب|مو حاب|ما عاد ابي|ما عاد ابغى|ما عاد اريد|i dont wanna|i do not wanna|i never want|i want no|i want no more|id rather not|i prefer not|اعتذر عن|ما له حاجه|i dont want to be sent|im not interested in|i am not interested in|i dont care about|ما عندي رغبه في|ليس لدي رغبه في|افتك من|ابي افتك من|فكني من";
/** The same, put together. */
export const negations = "ما|مو|مب|مهب|مش|موب|لا|لم اعد|ما عاد|لست|ماني|مانيب|msh|mesh|mish|mu|mo|ma|la";
export const wants =
  "ابي|ابغى|ابغا|اريد|عايز|عايزه|عاوز|عاوزه|ناقص|ناقصه|محتاج|محتاجه|بحاجه|مهتم|مهتمه|راغب|راغبه|حاجه|حاجه لي|ارغب|احتاج|اود|ودي|بدي|حاب|حابه|نبي|نبغى|نريد|abi|abgha|areed|3ayez|3ayz|3ayza|3awez|naqes|me7tag|mohtaj";
export const wantsOf = "في|ب|الى|ان";

/** Between the verb and the noun. */
export const receiving =
  "ارسال|لارسال|بارسال|استقبال|باستقبال|تلقي|بتلقي|استلام|باستلام|اشوف|استقبل|استلم|اتلقى|ان اتلقى|ان استقبل|ان استلم|توصلني|توصلنا|تجيني|تجينا|تصلني|ان تصلني|يوصلني|تجيلي|بعت|sending|sending me|sending us|receiving|getting|to receive|to get|receive|get|from|me|esteqbal|estelam";
/** Of what is done to the customer, behind a word that ends it: no noun is needed. */
export const bothering =
  "مراسلتي|مراسلتنا|المراسله|مراسله|ازعاجي|ازعاجنا|التواصل معي|التواصل معنا|تواصلكم معي|التواصل معايا|تواصل|اي تواصل|التواصل|messaging|mesaging|texting|writing|spamming|sending me anything|sending anything|sending me stuff|sending me things|sending me spam|sending spam";
/** Also what is done with a parcel. */
export const doubtfulSending = "ارسال|الارسال|sending|irsal|ersal";

/** Behind «لا»، «ما» or a word that wants none: to several, or to the customer. */
export const youSend =
  "ترسلون|ترسلوا|ترسلو|ترسلولي|ترسلوا لي|ترسلوني|ترسلونلي|ترسلون لي|ترسلولنا|ترسلونا|ترسللي|ترسليلي|تراسلون|تراسلوا|تراسلوني|تراسلونني|تراسلونا|تراسلني|تراسلنا|تكتبولي|تكتبون لي|تكلموني|تكلمونا|تزعجوني|تزعجونا|تزعجني|تتواصلون|تتواصلوا|تتواصلو|تتواصل معي|تبعتوا|تبعتو|تبعتولي|تبعتولنا|تبعتوني|تبعتلي|تبعثون|تبعثوا|تبعثولي|تبعثولنا|teb3ato|tib3ato|teb3atoli|tersloon|tersloun|terslon|tersiloon|tarseloon|terseloon|tirsloon|trsloon|trsloun|trslon|troslo|terslo|tersilo|tersloli|tersloly|tersiloli|tersilooli|trslooli|trsloli|trasloni|traslooni|teraslooni|تواصلون|تزعجوا|تبعثلي|teb3atly|tb3atoli|teb3atolee|tekalmoni|tkalmoni|tz3ejoni|tb3ton|teb3athoon|tb3athon";
/** To one: of whom more must be said, «لي» or a noun. */
export const youSendOne = "ترسل|ترسلي|ترسلين|تبعت|تبعتي|terslee";
/** «ما ترسلون؟» asks why nothing comes, or when: «ما» is no "don't". */
export const not = "لا|ولا|لا تعودون|لا تعودوا|لا ترجعون|la|wala";
/** Wants none of you sending. */
export const unwantedYou =
  "ما ابيكم|ما ابغاكم|مابيكم|مابغاكم|ما اريدكم|ما اريدكم ان|لا اريدكم ان|لا اريدكم|لا اريد ان|ما اريد ان|ما ابي|ما ابغى|مابي|مابغى|ما نبيكم|مش عايز|مش عايزه|مش عايزكم|مش عاوزكم|مش عايزكو|بطلوا|بطلو|وقفوا|بلاش|كفايه|ma abikom|ma abghakom|mabikom|batalo|battalo|balash|mesh 3ayzko|بطل|وقف|وقفو|مبقتش عايزكم|batal|mabghakom|mabekom";
/** Egyptian, with its own "not"; made of a stem and an end: «متبعتوليش». */
export const egyptianStems = "تبعت|تبعث|ترسل";
export const egyptianEnds = "وش|وليش|ولناش|ليش|يليش|لناش|ولوناش|وليناش";
export const egyptianMeStems = "تراسل|تكلم|تزعج";
export const egyptianMeEnds = "ونيش|نيش|وناش|يناش|ينيش|ناش";

/** The same in Latin letters, and in English. */
export const latinStems = "matb3at|matb3t|mateb3at|mateb3t|matib3at|matb3as";
export const latinEnds = "oosh|osh|olish|oolish|oleesh|olnash|lish|leesh|leish|olesh";
export const dont = "dont|do not|never|no need to";
export const writeTo =
  "message|text|write|write to|contact|spam|bother|disturb|notify|ping|whatsapp|pester|annoy";
export const writingTo =
  "messaging|mesaging|texting|writing|writing to|contacting|spamming|bothering|disturbing|notifying|pinging|whatsapping|pestering|annoying|reminding|msging";
export const whom = "me|us|this number|my number|my phone|this phone";
export const toMe =
  "send me anything|send anything|send us anything|send me stuff|send me things|send me spam|message|contact";

/** Before a wish that says of what. */
export const leads = "stop|stop it|وقفوا|وقفو|بس|كذا|كده|enough";

/** The whole wish. */
export const stops =
  "ما ترسلون لي شي|unsubscribe|unsubscribe me|unsubscribe us|opt out|optout|opt me out|stop all|stopall|لا تدقون ولا ترسلون|لا تتصلون ولا ترسلون|unsubscribe my number|unsubscribe this number|i dont want to be contacted|i do not want to be contacted|i dont want to be messaged|i do not want to be messaged|i dont want to be texted|i dont want to hear from you|i dont want to be disturbed";
/** Out of the list of those whom messages go to. */
export const removing =
  "شيلوني|شيلونا|احذفوني|ازيلوني|امسحوني|طلعوني|شيلوا رقمي|شيلو رقمي|احذفوا رقمي|احذفو رقمي|ازيلوا رقمي|امسحوا رقمي|طلعوا رقمي|حذف رقمي|ازاله رقمي|remove me|remove us|remove my number|take me|take us|take my number|delete me|delete my number|حذفوني|احذفني|شيلني|take my name|remove my name|حذفي|حذف اسمي|شيلوا اسمي|احذفوا اسمي|ازيلوا اسمي|get me|get my number|take this number|remove this number|تشيلوا رقمي|تشيلون رقمي|تحذفون رقمي|تحذفوا رقمي";
export const lists =
  "القائمه|قائمتكم|قائمه الرسائل|قايمه الرسايل|قوائمكم|الليسته|الليست|ليستتكم|الرسائل|رسايلكم|القروب|your list|the list|this list|your lists|your mailing list|the mailing list|your contact list|your messages|the messages|قائمه المراسلات|قائمه الاتصال|list|your contacts";
export const outOf = "من|عن|off|from|out of|off of";
/** Behind the noun: «رسايلكم ما ابيها». */
export const thoseEnd =
  "وقفوها|وقفوهم|اوقفوها|وقفها|اوقفها|الغوها|الغيها|بطلوها|قفلوها|سكروها|ما ابيها|مابيها|ما ابغاها|ما نبيها|مش عايزها|مش عاوزها|لا اريدها|ما اريدها|stop them|stop it|stop that|to stop|stop|must stop|have to stop|to end|wagfooha|wa2fooha|waqfooha";

/** Also of a form, an order or something bought: a wish about messages only where nothing else is open. */
export const barelyStops =
  "stop|stop it|stop that|لا ترسل|لاترسل|الغاء الاشتراك|الغي الاشتراك|الغاء اشتراكي|الغي اشتراكي|الغوا اشتراكي";
/** The same, and asked about where an order is on its way. */
export const doubtfulStops =
  "لا رسائل|لا رسايل|لا اشعارات|لا تنبيهات|no text|لا ترسلي|لا ترسلين|لا تبعت|stop sending";

/** Brings messages back, before such a noun. */
export const startVerbs =
  "تفعيل|اعاده تفعيل|اعيدوا تفعيل|اعيدو تفعيل|فعل|فعلوا|فعلو|فعلولي|فعلولنا|تفعلون|تفعلوا|افعل|اعاده|اعيدوا|اعيدو|ارجاع|ارجع|ارجعوا|رجع|رجعوا|رجعو|رجعولي|رجعولنا|ترجعون|ترجعوا|ترجعولي|ترجيع|تشغيل|شغل|شغلوا|شغلو|شغلولي|استئناف|استانفوا|العوده الى|الغاء ايقاف|الغوا ايقاف|افتحوا|ابدا|ابداوا|taf3eel|taf3il|tafeel|fa3elo|fa3lo|fa33lo|fa33elo|rag3o|raj3o|ragga3o|rajj3o|shaghlo|shaghalo|shaghelo|resume|start|restart|turn on|turn back on|switch on|activate|reactivate|enable|unmute|bring back|unblock|اعد تفعيل|اعد|اعيد تفعيل|لا مانع من|موافق على|اسمحوا|allow|re enable|unpause|continue";
/** Wants them: that they come again, where they were stopped. */
export const wanting =
  "ابي|ابغى|ابغا|نبي|نبغى|اريد|نريد|عايز|عايزه|عاوز|عاوزه|ودي|بدي|احب|ارغب في|ارغب ب|ارسلوا|ارسلو|ارسلولي|ابعتوا|ابعتو|ابعتولي|ارسل|ابعت|abi|abgha|3ayez|3ayz|3ayza|3awez|ersloo|erslo|eb3ato|i want|we want|i would like|id like|i need|send me|send us|send";
export const comeBack =
  "ترجع|ترجعون|ترجعوا|ترجعوها|تعود|رجعوها|فعلوها|شغلوها|back|on|back on|teraga3|terja3|عادي|زي اول|مثل اول|زي الاول|مثل قبل";
/** The whole wish. */
export const starts =
  "ارجعوا ارسلوا|رجعوا ارسلوا|ارجعو ارسلو|ارسلوا عادي|عادي ارسلوا|عادي ارسلوا لي|ارسلوا لي عادي|ارسلولي عادي|ابعتوا عادي|ابعتولي عادي|عادي ابعتوا|عادي ابعتولي|راسلوني|ارجعوا راسلوني|فعلوا الارسال|تفعيل الارسال|الغاء الايقاف|ersloo 3adi|erslo 3adi|3adi ersloo|unstop|opt in|optin|opt me in|opt me back in|opt back in|you can message me|you may message me|you can text me|you can send me messages|you can send messages|start messaging me|start texting me|start sending me messages|resume messaging me|messages on|turn messages on|turn messages back on|turn the messages on|turn the messages back on|turn notifications on|turn notifications back on|turn the notifications on|turn the notifications back on|ارجعوا ترسلون|ارجعوا ترسلون لي|ترجعون ترسلون|ودي ترجعون ترسلون|رجعوا ترسلون|لا مانع ارسلوا";
/** Greets an office, too, or begins something: brings messages back only where they were stopped. */
export const barelyStarts =
  "subscribe|subscribe me|تفعيل|فعل|فعلوا|تفعيل الاشتراك|resubscribe|sign me up|فعلوها|شغلوها|رجعوها";
/** The same, and only where nothing else is open: «ابدأ» is one letter from "never", "resume" an answer to what is to be written. */
export const idleStarts = "ابدا|ابداوا|ارسلوا|ابعتوا|ابعتولي|start|restart|resume|اشتراك";

/** Of messages, with a complaint or a limit: asked about. */
export const annoyed =
  "ليش كل|ليه كل|كثيره|كتير|كثير|بس|keep messaging me|keep texting me|keep sending me|keep spamming me|are annoying|too many|so many";
/** «إذا ما كنت موجود لا ترسلون»: not of messages. */
export const conditions =
  "اذا|لو ما|الين|لين|حتى|قبل|الا|غير|بدون ما|من دون ما|if|until|unless|before|when|today|tomorrow|اليوم|بكره|بكرا|النهارده";
/** With one of these a message speaks of something else: an order, a service about messages, messages that do not arrive. */
export const ofSomethingElse =
  "طلب|الطلب|طلبي|طلبيه|حجز|الحجز|حجزي|شحنه|الشحنه|شحنتي|طرد|الطرد|فاتوره|الفاتوره|المندوب|السائق|خدمه|خدمات|ترجمه|كتابه|تصميم|حمله|عملائي|عملاء|زبائن|متجري|متجر|مشكله|عطل|خراب|وصول|توصل|تصل|يستقبل|تستقبل|ما توصلني|ما تجيني|لا تصلني|ما تصلني|ما توصل|ما تصل|order|booking|parcel|delivery|courier|bill|invoice|service|translate|translation|write|clients|customers|bulk|problem|not receiving|didnt get|dont get|phone|talab|el talab|why did|stopped|وقفت|توقفت|جواب|بشر|بشرا|موظف|انسان|شخص|human|person|agent|answer|reply|واحد اكلمه|اكلم احد|موعد|الموعد|موعدي|بالموعد|appointment";
