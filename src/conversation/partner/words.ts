/**
 * What partners write, as data: phrases of all varieties, folded as tokens are, apart by `|`. A whole message is one of them, beside
 * numbers, references and courtesies. What stands here twice would be a guess.
 */

export const accepts =
  "تم|نعم صحيح|yes that is right|نعم التاريخ صحيح|التاريخ صحيح|yes the date is right|تمم|تمت|موافق|موافقه|موافقين|اوافق|نوافق|ابشر|ابشروا|ابشرو|ابشري|قبول|اقبل|اقبله|اقبلها|قبلت|قبلته|قبلتها|قبلنا|نقبل|مقبول|بقبل|اوكي|اوك|اوكيه|تمام|ماشي|حاضر|نعم|ايه|ايوه|ايوا|اي|اكيد|طيب|زين|يلا|جاهز|جاهزين|علي الرحب|علي|علينا|عندي|عندنا|لي|انا له|انا لها|اخذه|اخذها|باخذه|باخذها|بخذه|باخده|باخدها|هاخده|هاخدها|حاخده|حاخدها|رح اخده|رح اخدها|اخذته|اخذتها|خذيته|خذيتها|انا اخذه|انا باخذه|ناخذه|ناخذها|استلمه|استلمها|بستلمه|انا مستعد|مستعد|مستعدين|اعتمد|معتمد|متاكد|سم|لبيه|من عيوني|علي راسي|لا مانع|لا مانع لدي|لا مانع لدينا|ما عندي مانع|ما عندنا مانع|ما في مانع|مافي مانع|" +
  "ok|okay|oke|oki|okey|k|kk|yes|y|yep|yeah|sure|accept|accepted|accepting|i accept|we accept|agree|agreed|i agree|deal|done deal|taken|take it|i take it|i will take it|i'll take it|ill take it|we take it|we will take it|mine|on it|i am on it|i'm on it|fine|alright|all right|good|yalla|ready|i can|can do|will do|" +
  "tamam|tmam|tm|mwafe2|mowafe2|mwafeg|mowafeg|mwafiq|mowafiq|muwafiq|mwafq|abshr|abshir|absher|ebshr|okk|aywa|aiwa|ewa|eywa|eh|na3am|n3m|akeed|akid|7ader|hader|mashi|mashy|zain|a5tho|a5etho|bakhtho|ba5do|hakhdo|ha5do|hakhodha|3ndi|3aly|3alay|" +
  "👍|✅|👌|✔|✔️|☑️|🤝";

export const declines =
  "لا ليس بعد|ليس بعد|no not yet|not yet|لا يمكن|لا يمكن ذلك|لا يمكن تنفيذه|ما يمكن|مايمكن|غير ممكن|not possible|that is not possible|لا|لاا|كلا|لا شكرا|اعتذر|اعتذار|معتذر|نعتذر|معتذرين|بعتذر|عذرا|العذر|السموحه|معليش|ارفض|رفض|رفضت|نرفض|مرفوض|ما اقدر|ماقدر|مقدر|ما اقدره|ما نقدر|مانقدر|لا اقدر|لا استطيع|لا نستطيع|ما استطيع|ما يمديني|مايمديني|ما يمدي|مايمدي|ما يمدينا|ما بقدر|مابقدر|ما فيني|مافيني|مش قادر|مش هقدر|مش حقدر|مش هينفع|مينفعش|ما ينفع|ماينفع|مو قادر|صعب|صعبه|مستحيل|ما يناسبني|مايناسبني|ما يناسب|ما يناسبنا|مايناسبنا|لا يناسبني|لا يناسبنا|ما يصلح|ما ابيه|ما ابيها|ما ابي|ما ابغاه|ما ابغى|ما بدي|مش عايز|مش عايزه|مش عاوز|مو لي|ليس لي|تعذر|يتعذر|بعيد|بعيد علي|بعيد عني|بعيد عنا|السعر قليل|قليل|الاجره قليله|" +
  "no|n|nope|nah|no thanks|no thank you|decline|declined|i decline|reject|rejected|refuse|pass|i pass|skip|cannot|can't|cant|i can't|i cant|i cannot|can not|impossible|unable|sorry|sorry no|no sorry|too far|too low|won't|i won't|not me|not today|" +
  "la|la2|laa|laa2|ma agdar|ma 2adr|ma 2der|ma a2dar|magdr|mgdr|m2dr|ma2dar|ma b2dar|mab2dar|mab2darsh|mesh 2ader|mish 2ader|mesh hayenfa3|ma ynaseb|a3tther|a3tzer|ba3tzer|m3lesh|maalesh|sa3b|b3eed|ba3eed|" +
  "👎|❌|✖|🚫";

/** The partner wants no new offers for now. */
export const busy =
  "مشغول|مشغوله|مشغولين|انا مشغول|مشغول الان|مشغول الحين|مشغول دلوقتي|مشغول هلا|مشغول هلق|مو فاضي|مش فاضي|مو فاضيه|مش فاضيه|مب فاضي|مهو فاضي|غير متاح|مو متاح|مش متاح|غير متاحين|غير متوفر|خارج الدوام|خلصت دوامي|خلص دوامي|انتهى دوامي|اجازه|في اجازه|انا في اجازه|باجازه|موقف|موقف اليوم|وقفوا العروض|وقف العروض|اوقفوا العروض|ايقاف العروض|لا عروض|" +
  "busy|i am busy|i'm busy|im busy|busy now|unavailable|not available|away|off|off duty|offline|pause|paused|on leave|no offers|stop offers|" +
  "mash3'ool|mshghol|mashghool|mashghoul|mash8ol|mash8ool|mshgool|mesh fady|mish fadi|mo fadi|mo fady|mu fadi";

export const available =
  "متاح|متاحه|متاحين|انا متاح|متاح الان|متاح الحين|متاح دلوقتي|متاح هلا|متوفر|متوفره|متوفرين|فاضي|فاضيه|فاضيين|انا فاضي|فاضي الحين|رجعت|رجعنا|انا رجعت|بديت الدوام|بديت دوامي|في الدوام|مداوم|استئناف|استانف|شغال|شغالين|ارسلوا العروض|" +
  "available|i am available|i'm available|im available|free|i am free|i'm free|im free|back|i am back|i'm back|online|on duty|resume|active|" +
  "mota7|mta7|mutah|motah|fadi|fady|ana fadi|ana fady|rj3t|rege3t";

/** A decline was a mistake: they can do it after all. */
export const takesBack =
  "تراجع|تراجعت|تراجع عن الاعتذار|اتراجع|تراجعنا|نتراجع|تراجعت عن الاعتذار|اتراجع عن الاعتذار|رجعت عن الاعتذار|رجعت عن اعتذاري|رجعنا عن الاعتذار|الغاء الاعتذار|الغوا الاعتذار|الغي الاعتذار|سحب الاعتذار|اسحب الاعتذار|اعتذرت بالغلط|اعتذرت غلط|اعتذرت بالخطا|اعتذرنا بالخطا|اعتذرنا بالغلط|الاعتذار بالغلط|الاعتذار بالخطا|الاعتذار غلط|اعتذرت سهوا|غيرت رايي|غيرت راي|غيرنا راينا|طلع اقدر|طلعت اقدر|طلعت فاضي|صرت اقدر|صار يناسبني|صار يناسبنا|اقدر الحين|اقدر الان|اقدر دلوقتي|بقدر هلا|اقدر اخذه|اقدر اخذها|بقدر اخده|بقدر اخدها|اقدر عليه|اقدر عليها|" +
  "i can after all|we can after all|i can do it after all|we can do it after all|after all i can|i can take it after all|i changed my mind|changed my mind|we changed our mind|i declined by mistake|declined by mistake|we declined by mistake|my decline was a mistake|undo|undo decline|undo my decline|undo the decline|take back my decline|take my decline back|cancel my decline|" +
  "tarajjat|taraja3t|traj3t|8ayyart rayi|ghayart rayi|ghayyart rayi|a3tthart bel8alat|e3tzart bel8alat";

export const lists =
  "طلبات اليوم|طلبات|الطلبات|طلباتي|طلبي|طلباتنا|قائمه|القائمه|قائمه اليوم|قائمه الطلبات|العروض|عروضي|عروض|المهام|مهامي|شغل اليوم|وش عندي|ايش عندي|شو عندي|عندي ايه|عندي ايش|وش عندي اليوم|ايش عندي اليوم|شو عندي اليوم|عندي ايه النهارده|وش باقي|ايش باقي|شو باقي|فاضل ايه|جدول اليوم|جدولي|كم باقي|كم طلب عندي|كم طلب باقي|الوضع|وين وصلنا|" +
  "list|orders|my orders|today|today's orders|todays orders|orders today|today's list|todays list|offers|open offers|my offers|jobs|my jobs|tasks|what do i have|what's left|status|schedule|" +
  "talabat elyoum|talabat el yom|talabat alyoum|talabati|talabaty|elkayma|wesh 3ndi|esh 3ndi|shu 3ndi|3andi eh";

export const helps =
  "مساعده|المساعده|ساعدوني|ساعدني|ابي مساعده|كيف|كيف اقبل|كيف ارد|كيف الطريقه|وش اسوي|ايش اسوي|شو اعمل|اعمل ايه|الاوامر|اوامر|تعليمات|شرح|الشرح|" +
  "help|how|how does this work|how do i accept|how to accept|commands|instructions|menu|what can i do|start|musa3ada|mosa3da|kaif|keef|ezay";

export const noAnswers =
  "العميل لا يرد|العميل ما يرد|العميل مايرد|العميل ما رد|العميل مارد|العميله لا ترد|العميله ما ترد|الزبون ما يرد|الزبون مش بيرد|الزبون ما عم يرد|لا يرد|ما يرد|مايرد|ما ترد|ماترد|ما رد|مارد|ما ردت|ما ردوا|ما يردون|لا يجيب|لا احد يرد|محد يرد|ما حد يرد|مش بيرد|مبيردش|مابيردش|العميل مبيردش|ما عم يرد|ما بيرد|جواله مغلق|جواله مقفل|جواله مسكر|الجوال مغلق|الجوال مقفل|تلفونه مغلق|تليفونه مقفول|موبايله مقفول|مغلق جواله|مقفل جواله|" +
  "customer does not answer|the customer does not answer|customer doesn't answer|customer doesnt answer|client does not answer|client doesn't answer|customer not answering|client not answering|no answer|no reply|not answering|not picking up|doesn't answer|doesnt answer|does not answer|doesn't pick up|customer unreachable|unreachable|phone off|phone is off|his phone is off|nobody answers|" +
  "ma yrd|ma yrod|ma yred|mayrd|mabyrodsh|mesh byrod|ma byrod|la yrod|el 3ameel ma yrod|jawalo mo8l8|jawalo m2fol";

/** The customer did not come to the appointment. */
export const noShows =
  "نعم لم يحضر|yes no show|لم يحضر|لم يحضر العميل|العميل لم يحضر|ما حضر|ماحضر|ما حضر العميل|العميل ما حضر|العميله ما حضرت|ما حضرت|المراجع ما حضر|المراجع لم يحضر|المريض ما حضر|المريض لم يحضر|ما جا|ما جاء|ما جا العميل|العميل ما جا|العميل ماجا|محد حضر|ما احد حضر|الزبون ما اجا|ما اجا|العميل مجاش|مجاش|ما جاش|العميل محضرش|محضرش|ما حضرش|" +
  "no show|no-show|noshow|did not come|didn't come|didnt come|did not show up|didn't show up|didnt show up|customer did not come|customer didn't come|the customer did not come|customer no show|patient did not come|patient did not show up|" +
  "ma 7adar|ma hadar|ma7adar|ma ga|magash|ma ja|maja";

/** They know of a change that they were told of. */
export const seens =
  "وصلني|وصلنا التعديل|وصلني التعديل|وصلني التغيير|وصلنا التغيير|وصلني الالغاء|وصلنا الالغاء|وصلني ذلك|وصلنا ذلك|وصلني الخبر|علم|تم العلم|علم وينفذ|علمت|علمنا|عرفت|عرفنا|شفته|شفت التعديل|شفت التغيير|شفت الالغاء|استلمت التعديل|استلمنا التعديل|تم الاطلاع|اطلعت|اطلعنا|" +
  "seen|got it|noted|i know|we know|understood|acknowledged|received the change|saw it|saw the change|roger|copy that|" +
  "wslni|wasalni|wesalni|3lm|3elm|shfto|sheftoh";

/** The partner speaks of a step of the work, not of which: the legal ones are shown. */
export const steps =
  "وصلت|وصلنا|استلمت|استلمتها|استلمته|استلمنا|سلمت|سلمتها|سلمته|سلمنا|تسلم|تم التسليم|تم التوصيل|تم الاستلام|بدات|بديت|بدينا|بدانا|خلصت|خلصنا|خلص|انتهيت|انتهينا|انهيت|جاهزه|في الطريق|بالطريق|طالع|طلعت|مشيت|تحركت|مكتمل|اكتمل|تم تنفيذه|تم التنفيذ|الخطوه التاليه|التالي|الخطوه|خطوات|" +
  "delivered|picked up|picked|collected|arrived|on the way|on my way|started|begun|done|finished|completed|complete|next|next step|steps|" +
  "wasalt|wslt|estalamt|stlmt|sallamt|slmt|5alast|khalast|bdeet|bdit";

/** What leads words to the customer: a colon or a space behind it, and the words. */
export const toCustomer =
  "للعميل|للعميله|للزبون|للزبونه|الي العميل|الى العميل|لعميل|قل للعميل|قولوا للعميل|قولو للعميل|بلغوا العميل|بلغ العميل|رساله للعميل|ارسلوا للعميل|كتابه للعميل|to the customer|to customer|to client|to the client|tell the customer|tell customer|tell the client|message the customer|lel 3ameel|ll3meel|lel3ameel|lelzboon";

/** Only the wish to write: what is to be told is asked for. */
export const writes =
  "كتابه للعميل|اكتب للعميل|رساله للعميل|مراسله العميل|write to the customer|write to customer|message the customer|message to the customer";

/** Not the date that was read back. */
export const otherDates = "تاريخ اخر|التاريخ غلط|another date|other date|wrong date";

/** Not the price that was read back. */
export const otherPrices = "سعر اخر|السعر غلط|another price|other price|wrong price";

export const problems =
  "مشكله|المشكله|عندي مشكله|عندنا مشكله|بلاغ|بلاغ عن مشكله|ابلاغ|فيه مشكله|في مشكله|حصل مشكله|صارت مشكله|عطل|حادث|problem|a problem|i have a problem|there is a problem|issue|report|report a problem|report problem|mushkila|moshkela|mushkela|3ndi mushkila";

/** Words around an answer that change nothing. */
export const courtesies =
  "يا|غالي|الغالي|اخوي|اخي|اخ|اختي|استاذ|طال|عمرك|شكرا|مشكور|مشكورين|تسلم|تسلمون|الله|يعطيك|يعطيكم|العافيه|يعافيك|يعافيكم|جزاك|جزاكم|خير|خيرا|لو|سمحت|سمحتم|من|فضلك|فضلكم|ان|شاء|والله|السلام|عليكم|ورحمه|وبركاته|وعليكم|مرحبا|هلا|اهلا|صباح|الخير|النور|مساء|حياكم|حياك|please|pls|plz|thanks|thank|you|thx|sir|dear|brother|bro|hi|hello|salam|shukran|shokran";

/** Names of what a number is of. */
export const thingNames =
  "عرض|العرض|للعرض|لعرض|للطلب|لطلب|على|علي|for|عروض|طلب|الطلب|رقم|الرقم|نمره|هذا|هذه|دا|ده|هاذا|offer|order|number|num|the|this|it|3ard|el3ard|talab|eltalab|raqam|rakam|الشحنه|شحنه|الطرد|طرد|الطلبيه|طلبيه|الغرض|shipment|parcel|package";

/** Of the courtesies those that greet, thank or bless by themselves. */
export const greetings =
  "شكرا|مشكور|مشكورين|تسلم|تسلمون|العافيه|يعافيك|يعافيكم|جزاك|جزاكم|السلام|مرحبا|هلا|اهلا|صباح|مساء|حياكم|حياك|thanks|thank|thx|hi|hello|salam|shukran|shokran";

/** Words around a price that change nothing. */
export const priceWords =
  "نعم|yes|السعر|سعر|سعري|سعرنا|بسعر|بس|فقط|شامل|شامله|شاملا|الضريبه|ضريبه|مع|ابي|ابغي|ابغا|نبي|نبغي|بكم|عندي|عندنا|price|my|our|is|only|just|tax|included|incl|vat";

/** Words around the last day of what was issued that change nothing, beside courtesies. */
export const aroundDates = `${courtesies}|حتي|حتى|الي|لغايه|لين|ساري|ساريه|يسري|تسري|صالح|صالحه|تاريخ|بتاريخ|التاريخ|ينتهي|تنتهي|انتهاء|الانتهاء|نهايه|يوم|اليوم|سنه|هجري|ميلادي|هـ|م|هو|هي|تمام|طيب|نعم|until|till|til|valid|expires|expiry|expire|date|on|to|the|ends|end|is|it|yes|ok|its`;
