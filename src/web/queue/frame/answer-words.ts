/** What the queue answers to an act: that it is done, or why not. Table-like: the English must have all of the Arabic. */

import { fileNumbers } from "../../../domain/files.ts";
import type { Language } from "../../../domain/language.ts";
import type { BadReason } from "../../../domain/understanding.ts";
import { isolate } from "../../../language/format.ts";

/** «500 حرف», «4096 حرفًا»: round hundreds take another case. */
const letters = (count: number): string => (arabic.select(count) === "many" ? "حرفًا" : "حرف");
const arabic = new Intl.PluralRules("ar");

const ar = {
  acted: {
    claim: "الطلب لديك الآن.",
    release: "عاد الطلب إلى المتاحة.",
    take: "انتقل الطلب إليك.",
    move: "تم تسجيل الخطوة.",
    no_show: "سُجّل عدم الحضور، وأُبلغ العميل.",
    keep_appointment: "يبقى الموعد كما هو، وأُبلغ العميل والجهة.",
    partner_told: "سُجّل أن الجهة أُبلغت.",
    complain: "سُجّل كلام العميل في الشكوى، وهي في قائمة الشكاوى.",
    hear_complaint: "سُجّل رأي العميل في الرد باسمك.",
    tie_complaint: "رُبطت الشكوى بالطلب.",
    answer_complaint:
      "سُجّل الرد، وهو في محادثة العميل مع السؤال إن كانت المشكلة حُلّت. ومن لا محادثة له يُبلَّغ هاتفيًا.",
    correct: "تم حفظ التصحيح.",
    note: "تم حفظ الملاحظة.",
    price: "أُرسل السعر إلى العميل ليعتمده.",
    give: "أُسند الطلب، وأُبلغ العميل.",
    agree_pay: "سُجّلت الأجرة، وأُبلغت الجهة.",
    give_back: "استُرجع الطلب من الجهة.",
    withdraw_request: "أُلغي الطلب، وظهر ذلك للقسم.",
    hand_off: "أُحيل الطلب إلى القسم.",
    hand_off_back: "أُعيد الطلب إلى من أحاله.",
    offer: "العرض جاهز. يُرسَل رابطه إلى الجهة، ومن سبق إلى القبول فالطلب له.",
    withdraw_offer: "سُحب العرض.",
    search: "بدأ سؤال الجهات.",
    stop_search: "لن تُسأل جهة أخرى. العروض المرسلة باقية حتى تُسحب.",
    show_prices: "عُرضت الأسعار على العميل ليختار.",
    choose_price: "سُجّل اختيار العميل، وأُسند الطلب بهذا السعر.",
    reply: "أُرسل الرد.",
    test_line: "أُرسلت الرسالة التجريبية. يظهر في المحادثة هل وصلت.",
    split_doors: "انفصلت هذه المحادثة عن غيرها، وعادت إلى كل منها طلباتها وبياناتها.",
    take_chat: "المحادثة لديك الآن، والرد الآلي ساكت.",
    hand_back: "عادت المحادثة إلى الرد الآلي.",
    language: "تغيّرت اللغة.",
  },

  refused: {
    already_claimed: (by: string) => `سبق إلى هذا الطلب ${by}، وهو لديه الآن.`,
    not_yours: (by: string) => `هذا الطلب لدى ${by}. يمكن لرئيس القسم نقله.`,
    not_yours_chat: (by: string) => `يتحدث ${by} مع هذا العميل الآن. يمكن لرئيس القسم استلام المحادثة.`,
    not_yours_free: "هذا الطلب ليس لديك. الاستلام أولًا، ثم الإجراء.",
    illegal_move: (from: string, legal: string) =>
      legal
        ? `لا تصح هذه الخطوة والطلب في حالة «${from}». الممكن الآن: ${legal}.`
        : `لا تصح أي خطوة والطلب في حالة «${from}».`,
    reason_missing: "السبب مطلوب لهذا الإجراء.",
    unknown_field: (field: string) => `لا يوجد حقل باسم «${field}» في هذه الخدمة.`,
    complaint_exists: (ref: string) =>
      `توجد شكوى على هذا الطلب: ${isolate(ref)}. يُكتب في صفحتها ما قاله العميل، ومنه إن كان راضيًا عن الرد.`,
    unknown_service: (service: string) => `الخدمة «${service}» غير معروفة.`,
    holds_a_secret: "في النص ما يشبه كلمة مرور أو رمز تحقق أو رقم بطاقة. لا يُحفظ ولا يُرسل مثل هذا.",
    empty: "لم يُكتب شيء.",
    not_allowed: "هذا الإجراء ليس ضمن صلاحياتك.",
    nothing_to_do: "لا حاجة إلى هذا الإجراء الآن.",
    opted_out: "أوقف العميل الرسائل في هذه المحادثة ولم يكتب بعدها، فلم يُرسل شيء. يمكن الاتصال به هاتفيًا.",
    changed: "تغيّر الطلب أثناء فتح الصفحة. هذه حالته الجديدة، ولم يُحفظ الإجراء بعد.",
    whatChanged: (what: string) => `ما تغيّر: ${what}.`,
    offer_over: "انتهى هذا العرض.",
    bad_quote: "لا يصح هذا السعر.",
    not_fit: "لا يمكن إسناد الطلب إلى هذه الجهة: هي متوقفة، أو انتهى ترخيصها، أو لا تقدّم هذه الخدمة.",
    bad_due: "موعد الإحالة لا يصح: يلزم يوم وساعة لم يمضيا، خلال 90 يومًا.",
    no_department: "لا يوجد قسم بهذا الاسم، أو هو متوقف.",
    bad_pay: "الأجرة رقم بالريال أكبر من صفر، مثل 150 أو 99.50.",
    bad_amount: "المبلغ رقم بالريال، مثل 150 أو 99.50، ولا بد أن يكون أحدهما أكبر من صفر.",
    too_long: (most: number) => `النص أطول من ${most} ${letters(most)}.`,
    forbidden: "لم يُقبل الطلب لأن الصفحة قديمة. تحديث الصفحة يحل ذلك.",
    gone: "لا يوجد هنا شيء بهذا الرقم.",
    not_now: "لم يُحفظ شيء: القرص ممتلئ أو المكتب قيد الإيقاف. تمكن المحاولة بعد قليل.",
    disk_full: "امتلأ قرص الخادم، فلم يُحفظ شيء. يجب إبلاغ مدير النظام.",
    failed: "لم يُحفظ الإجراء بسبب عطل في الخادم. تمكن المحاولة من جديد.",
  },

  badValue: {
    too_small: "القيمة أصغر من المسموح.",
    too_big: "القيمة أكبر من المسموح.",
    not_whole: "يجب أن يكون العدد صحيحًا.",
    in_the_past: "هذا الموعد مضى.",
    too_far: "هذا الموعد بعيد جدًا.",
    no_such_date: "لا يوجد تاريخ بهذا الشكل.",
    ambiguous_weekday: "لم يتضح أي يوم هو المقصود.",
    vague_date: "لم يتحدد التاريخ بيوم بعينه.",
    not_a_choice: "هذه القيمة ليست من الخيارات.",
    unknown_place: "هذه المدينة غير معروفة.",
    bad_phone: "رقم الجوال غير مكتمل.",
    not_mobile: "الرقم هاتف ثابت، ويلزم رقم جوال.",
    bad_checksum: "في الرقم خطأ: رقم التحقق لا يطابق.",
    bad_format: "القيمة ليست بالشكل المطلوب لهذا الحقل.",
    not_unified: "هذا رقم سجل تجاري أو هوية؛ الرقم الوطني الموحد أوله 7.",
    contradiction: "القيمة تخالف حقلًا آخر.",
    too_long: "النص أطول من المسموح.",
    needs_a_file: "هذا الحقل يحتاج إلى ملف.",
    too_many_files: `الحد الأعلى للملفات ${fileNumbers.most}.`,
    file_too_large: `أحد الملفات أكبر من ${fileNumbers.mb} ميغابايت.`,
    needs_a_picture: "تُقبل هنا الصور وحدها.",
    file_type: "نوع أحد الملفات غير مقبول. تُقبل الصور وملفات PDF وWord وExcel والملفات النصية.",
    needs_permit: "يحتاج إلى تصريح لا يملكه المكتب الآن",
  } satisfies Record<BadReason, string>,
};

type AnswerWords = typeof ar;

const en: AnswerWords = {
  acted: {
    claim: "The order is yours.",
    release: "The order is open again.",
    take: "You have taken over the order.",
    move: "The step is recorded.",
    no_show: "It is noted that the customer did not come, and they were told.",
    keep_appointment: "The appointment stays; the customer and the partner were told.",
    partner_told: "It is noted that the partner was told.",
    complain: "The complaint is noted, and stands among the complaints.",
    hear_complaint: "What the customer said to the answer is noted in your name.",
    tie_complaint: "The complaint is tied to the order.",
    answer_complaint:
      "The answer is noted, and stands in the customer's chat with the question whether it settles the matter. Who has no chat is to be phoned.",
    correct: "The correction is saved.",
    note: "The note is saved.",
    price: "The price went to the customer for approval.",
    give: "The order is given, and the customer is told.",
    agree_pay: "The pay is recorded, and the partner was told.",
    give_back: "The order is taken back from the partner.",
    withdraw_request: "The request is called off, and the department sees it.",
    hand_off: "The order is handed to the department.",
    hand_off_back: "The order is handed back.",
    offer: "The offer is ready. Send its link to the partner; whoever accepts first has the order.",
    withdraw_offer: "The offer is taken back.",
    search: "Partners are being asked.",
    stop_search: "No other partner is asked. Offers that were made stand until they are taken back.",
    show_prices: "The prices are before the customer, who may choose.",
    choose_price: "The customer's choice is recorded, and the order is given at that price.",
    reply: "Your reply is on its way.",
    test_line: "The test message is on its way. The chat shows whether it arrives.",
    split_doors: "This chat is parted from the others, and each has its own orders and details again.",
    take_chat: "The chat is yours; the bot is silent.",
    hand_back: "The bot looks after the chat again.",
    language: "Language changed.",
  },

  refused: {
    already_claimed: (by) => `${by} was faster and has this order now.`,
    not_yours: (by) => `${by} has this order. A head of department can take it over.`,
    not_yours_chat: (by) => `${by} is talking with this customer. A head of department can take the chat.`,
    not_yours_free: "You do not hold this order. Claim it first.",
    illegal_move: (from, legal) =>
      legal
        ? `That step does not fit while the order is “${from}”. Possible now: ${legal}.`
        : `No step fits while the order is “${from}”.`,
    reason_missing: "Please give a reason for this.",
    unknown_field: (field) => `This service has no field called “${field}”.`,
    complaint_exists: (ref) =>
      `There is a complaint about this order: ${isolate(ref)}. What the customer says goes on its page, also whether they are content with the answer.`,
    unknown_service: (service) => `The service “${service}” is unknown.`,
    holds_a_secret:
      "The text holds what looks like a password, a code or a card number. Such things are neither kept nor sent.",
    empty: "There was nothing to save.",
    not_allowed: "Your role does not allow this.",
    nothing_to_do: "There is nothing to do here just now.",
    opted_out:
      "The customer has stopped messages in this chat and has not written since, so nothing was sent. A phone call is possible.",
    changed:
      "The order changed while you had the page open. This is its newest state; yours was not saved yet.",
    whatChanged: (what) => `What changed: ${what}.`,
    offer_over: "This offer is over.",
    bad_quote: "This price can't be taken.",
    not_fit:
      "The order can't be given to this partner: it is paused, its licence has expired, or it does not offer this service.",
    bad_due: "That due time can't be: a day and an hour to come are needed, within 90 days.",
    no_department: "There is no such department, or it is paused.",
    bad_pay: "The pay is a number of riyals above zero, like 150 or 99.50.",
    bad_amount: "An amount is a number of riyals like 150 or 99.50, and one of the two has to be above zero.",
    too_long: (most) => `The text is longer than ${most.toLocaleString("en")} characters.`,
    forbidden: "This page is out of date, so the request was not accepted. Reloading the page helps.",
    gone: "There is nothing here by that number.",
    not_now: "Nothing was saved: the disk is full or the office is stopping. Please try again shortly.",
    disk_full: "The server's disk is full, so nothing was saved. Please tell the administrator.",
    failed: "A fault on the server kept this from being saved. Please try again.",
  },

  badValue: {
    too_small: "The value is smaller than allowed.",
    too_big: "The value is larger than allowed.",
    not_whole: "It must be a whole number.",
    in_the_past: "That moment has passed.",
    too_far: "That moment is too far away.",
    no_such_date: "There is no such date.",
    ambiguous_weekday: "It is not clear which day is meant.",
    vague_date: "No particular day is named.",
    not_a_choice: "That is not one of the choices.",
    unknown_place: "This city is not known.",
    bad_phone: "The phone number is not complete.",
    not_mobile: "The number is a landline; a mobile is needed.",
    bad_checksum: "The number has a mistake: its check digit does not fit.",
    bad_format: "The value does not have the form that this field needs.",
    not_unified: "This is the number of a register or a person; a unified number begins with 7.",
    contradiction: "The value contradicts another field.",
    too_long: "The text is longer than allowed.",
    needs_a_file: "This field needs a file.",
    too_many_files: `These are more than ${fileNumbers.most} files.`,
    file_too_large: `One of the files is larger than ${fileNumbers.mb} MB.`,
    needs_a_picture: "Only pictures are taken here.",
    file_type: "One of the files is of a kind that is not taken. Pictures, PDF, Word, Excel and text are.",
    needs_permit: "needs a permit that the office does not hold now",
  },
};

export const answerWordsIn = (language: Language): AnswerWords => (language === "ar" ? ar : en);
