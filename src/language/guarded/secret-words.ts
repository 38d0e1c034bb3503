/** The words and prefixes that secrets.ts reads by. All patterns are for folded text. Data only. */

const start = "(?<![\\p{L}\\d])";
const stop = "(?![\\p{L}\\d])";
const clitics = "(?:[وفبل]{0,2}(?:ال|ل)?)";

/** Words beside which a number is a one-time code. */
export const codeWord = new RegExp(
  `${start}(?:${clitics}(?:رمز|رمزي|رموز|كود|كودي|اكواد|نفاذ|اوتيبي|او تي بي|اوتي بي|بن كود|بين كود|cvv)|(?:رقم|رقمي) (?:ال|في )?(?:نفاذ|تحقق|تاكيد|تفعيل)|otp|o\\.t\\.p|code|codes|passcode|pin|cvv2?|cvc2?|nafath|nafaz|nfath|2fa|verification|ramz|rmz|ramez|kod|kood|el kod|elcode|alramz|elramz)${stop}`,
  "gu",
);

/** Between the word and its number: words that say whose or what it is, signs, nothing else. */
const filler =
  "(?:بوابه|البوابه|منصه|المنصه|تطبيق|التطبيق|ناجز|قوي|مقيم|بلدي|النفاذ|الوطني|الموحد|الالكترونيه|najiz|tawakkalna|qiwa|muqeem|portal|platform|app|التحقق|تحقق|التاكيد|تاكيد|التفعيل|تفعيل|الدخول|دخول|الامان|امان|السري|سري|الموقت|موقت|المتغير|الجديد|الخاص|خاصتي|بك|بي|بكم|للدخول|للبطاقه|للحساب|حق|حقي|حقه|حقك|حقكم|حقت|تبع|تبعي|تبعكم|بتاع|bta3|beta3|بتاعي|بتاعك|بتاعكم|اللي|الي|جاني|جا|جاء|وصل|وصلني|وصلي|جالي|ارسلوه|ارسلتوه|طلع|ظهر|لي|لك|لكم|عندي|في|من|علي|هو|هي|هذا|هاذا|ده|دا|هاه|هاك|خذ|خذوا|تفضل|تفضلوا|ابشر|نفاذ|توكلنا|البنك|الراجحي|الاهلي|الانماء|stc|رقم|رقمه|الرقم|الرساله|بالرساله|الجوال|بالجوال|كان|يقول|is|the|my|your|for|was|i|got|received|me|here|it|it's|its|came|says|number|no|you|verification|confirmation|security|login|one|time|from|absher|nafath|bank|to|enter|wasalni|gani|jani|wesel|wasal|ely|elly|illi|elli|howa|huwa|hatha|hada|dah|da|el|al|7ag|7a2|betaa3|beta3|bta3|raqam|ra2m|tahaqoq|ta7a2o2|ta7aqoq|el-ta7a2o2|nafaz|code|رمز|الرمز|otp|ال)";

/** From behind the word: fillers and signs, then 2–10 digits (in groups), or letters with digits as Google's G-123456. */
export const codeNumber = new RegExp(
  `^(?:[\\s:=#."'()*>\\-–]|${filler}(?![\\p{L}\\d]))*(?<![\\p{L}\\d])(?<value>(?:[a-z]-)?\\d(?:[ -]?\\d){1,9}(?!\\d)|(?=[a-z]*\\d[a-z]*\\d)(?=[a-z0-9]*(?:[014]|\\d\\d))[a-z0-9]{4,10}(?![a-z0-9]))`,
  "u",
);

/** Before the word: "123456 is my code", «4821 هذا الرمز». */
export const reversedCode =
  /(?:^|([^\p{L}\d.,:/+-]))(?<value>(?:[a-z]-)?\d(?:[ -]?\d){1,9})[\s,.:-]*(?:(?:هذا|هاذا|هذي|هو|ده|دا|هي|is|that's|thats|this|the|my|your|hatha|hada|howa|da|dah|el|al|رقم)[\s]*)+$/u;

/** Kinds of codes that anybody may know: postal, discount, country, order, product. Beside the word, before or behind. */
export const innocentLabel =
  /(?:رمز|كود|رموز|اكواد|كودي|رمزي|code|codes|kod|ramz|rmz)\s?(?:ال|لل|ل)?(?:بريد|دول|منطق|مدين|خصم|كوبون|تخفيض|عرض|شحن|طلب|اوردر|منتج|صنف|تتبع|احال|دعو|ترويج|هدي|سويفت|مقاس|لون|حي\b|موقع|عنوان|مبني|فرع|شركه|مورد|عميل|فاتور|نشاط|جمرك|ضريب|لوح|مطار|عمله|ايبان|qr|hs|باب|عمار|كراج|بوابه(?! (?:ال)?(?:ابشر|ناجز|نفاذ|الكتروني|موحد|وطني|حكوم|توكلنا|قوي|مقيم|بلدي|بنك|راجحي|اهلي|انماء|دخول|تسجيل|تحقق)))|(?:(?<!(?:absher|nafath|najiz|tawakkalna|qiwa|muqeem|payment|bank|online|portal) )gate|door|building|entrance|lobby|garage|compound|intercom|postal|post|zip|country|area|dial|dialing|city|discount|promo|promotion|coupon|voucher|gift|referral|invite|invitation|product|item|order|booking|tracking|colour|color|dress|source|swift|bic|branch|airport|iata|qr|bar|hs|customs|sort|error|model|el khasm|khasm|5asm|e5asm|الخصم|خصم|كوبون)\s?(?:code|codes|kod|كود)|code of conduct|(?:drop|dropped|map|location|send|share|my|the) (?:a |the )?(?:location |map )?pin (?:on|at|for the|to|location|is at)|map pin|pin (?:point|location|drop)|بريدي|البريدي|\b(?:el|al)?(?:barid|bareed|bareedi|baridi|5asm|khasm|dawla)\b/u;

/** Directly before a long or short number: it is an order's, a bill's, a parcel's, a device's. */
export const innocentBefore =
  /(?:طلب|طلبي|الطلب|طلبيه|اوردر|الاوردر|شحنه|الشحنه|شحنتي|حجز|حجزي|الحجز|معامله|المعامله|سداد|فاتوره|الفاتوره|المفوتر|مفوتر|تتبع|التتبع|بوليصه|البوليصه|ايبان|الايبان|جوال|الجوال|هويه|الهويه|اقامه|الاقامه|سيريال|السيريال|تسلسلي|التسلسلي|ايمي|الايمي|ضريبي|الضريبي|بريدي|البريدي|\b(?:order|booking|shipment|request|sadad|bill|biller|invoice|tracking|awb|waybill|iban|imei|serial|vat|tax|ref|reference|br|phone|mobile|talab|talabi|postal|zip|barcode|sku))[\s:#.-]*(?:رقم|الرقم|رقمه|no|nr|number|num|is|هو|code)?[\s:#.-]*$/u;

/** Behind a number: it counts something, and is no secret. */
export const measureAfter =
  /^\s*(?:ريال|ر\.?\s?س|sar\b|sr\b|riyal|درهم|دولار|جنيه|دينار|يورو|هلل|\$|€|%|دقيق|دقايق|ثاني|ثواني|ساع|يوم|ايام|اسبوع|شهر|اشهر|سنه|سنوات|مره|مرات|ارقام|رقم\b|خان|حرف|احرف|حروف|كيلو|كجم|شخص|ليل|غرف|minutes?|mins?|seconds?|secs?|hours?|days?|weeks?|months?|years?|times?|digits?|characters?|chars?|letters?|attempts?|nights?|kg|kilos?|people|guests?|da2ay2|da2i2a|d2ay2|daqiqa|marat|marrat|arqam)/u;

/** Words beside which what follows is a password. */
export const passwordWord = new RegExp(
  `${start}(?:${clitics}(?:كلمه|كلمت|كلمات) (?:ال|ل)?(?:سر|سري|سريه|مرور|دخول)|${clitics}كلمه سري|(?:ال)?رقمي? (?:ال)?سري|رقمي السري|(?:ال)?رمز (?:ال)?سري|${clitics}(?:باسورد|باسوورد|باسوردي|باسووردي|بسورد|باسوورت|باسوورد|باسووردى|باسورت|باص وورد|باس وورد|باس ورد|باسوردها|باسورده|الباس|باس)|password|passwords|passwrod|pasword|passwd|pwd|pass|pw|passphrase|basword|basswrod|bassword|elbassword|kelmet el ?serr?|kelmat el ?serr?|kilmat el ?sirr?|kalimat el ?serr?|kelmet el ?morour|kelmat al ?sirr?|kalimat al ?murur|kelmet al ?sirr?|raqam serri|el raqam el serri|ra2m serry|el ra2am el serry|ramz serri)${stop}`,
  "gu",
);

/** Whose a password is, and which: words between «كلمة السر» and the password itself. */
const owners =
  "حق|حقي|حقتي|حقت|بتاع|بتاعي|بتاعتي|بتاعه|تبع|تبعي|مال|الخاص|الخاصه|بي|اللي|التي|هذي|هذه|هاذي|الجديد|الجديده|القديم|القديمه|for|of|to|my|the|7agi|7a2i|beta3i|bta3i|beta3ty|new|old";

/** What it opens. Only before one of these do «في» and "on" lead on to a password: «غيرتها في 2024» names none. */
const account =
  "(?:(?:[بل]|لل|لحساب )?(?:ابشر|نفاذ)|حسابي|لحسابي|بحسابي|الحساب|للحساب|بالحساب|البطاقه|للبطاقه|الايميل|للايميل|بالايميل|الراجحي|الاهلي|الانماء|البنك|للبنك|توكلنا|account|email|absher|2absher|nafath|bank|(?:ال|لل|بال)?(?:واي ?فاي|وايفاي|شبكه|راوتر|مودم|نت|انترنت|لابتوب|كمبيوتر|جهاز|جوال|ايفون|واتس|واتساب|سناب|انستا|انستقرام|فيسبوك|تويتر|جيميل|قوقل|جوجل|نتفلكس|ايكلاود|منصه|موقع|حساب|تطبيق)|(?:el |al )?(?:wi-?fi|router|modem|network|net|laptop|phone|whatsapp|snap|insta|instagram|gmail|google|netflix|icloud|el7esab|7esab))";

/** «باسورد الخزنة الكبيرة: …»: whatever it opens, a colon behind it announces the password; not where another thing is named. */
const anything =
  "(?:\\s+(?!و(?!اي|اتس)|رقم|طلب|الطلب|جوال|رقمي|جوالي|المبلغ|الموعد|order|phone|number|policy|and|policy)\\p{L}[\\p{L}\\d'-]*){1,3}(?=\\s*[:=]\\s*\\S)";

/** Behind the word: whose it is, a mark («:», «هي», "is") that announces it, and one word. */
export const passwordValue = new RegExp(
  `^(?<lead>(?:\\s*(?:${owners}|${account}|(?:في|علي|فى|in|on|fe|fi|3ala|at)\\s+(?:(?:منصه|موقع|تطبيق|برنامج|حساب|حسابي|my|the)\\s+)*${account})(?!\\p{L})|${anything})*\\s*(?<mark>[:=]|->|(?:هي|هو|is|heya|howa|hiya|huwa|يساوي)(?![\\p{L}\\d]))?\\s*["'(]?)(?<value>[^\\s"'،,]+)`,
  "u",
);

/** "abc@123 is my password", «Ali@1234 هذا الباسورد». */
export const reversedPassword =
  /(?<=^|[\s"'(])(?<value>[\x21-\x7e]{4,40})["')]?[\s,]*(?:(?:هذا|هذي|هاذا|هو|هي|ده|دي|is|this|that's|thats|the|my|hatha|hada|howa|heya|da|di)\s*)+$/u;

/** What people say about a password instead of the password. */
export const notAPassword =
  /^(?:نسيت|نسي|ضاع|ضاعت|غلط|خطا|خاطي|خاطيه|صح|صحيح|صحيحه|قديم|قديمه|جديد|جديده|مو|مش|ما|لا|لم|لن|ليس|ليست|مافي|تغير|تغيرت|تغيير|انتهت|انتهي|منتهي|منتهيه|معلق|معلقه|موقوف|مقفل|مقفله|ناسيها|ناسيه|ضايعه|عندي|عندكم|لازم|يجب|كيف|ازاي|وين|ليش|هل|ايش|وش|شو|اللي|التي|الي|من|في|علي|عن|ثم|بعد|قبل|سهله|سهل|صعبه|صعب|طويله|قويه|ضعيفه|نفس|نفسها|نفسه|اي|كل|سري|سريه|سر|بدون|غير|مع|او|و|ابشر|نفاذ|محفوظ|محفوظه|تعبان|خربان|ممنوع|مطلوب|مطلوبه|المطلوب|ايه|not|wrong|incorrect|correct|invalid|expired|forgotten|forgot|lost|reset|resetting|locked|changed|change|required|needed|necessary|secret|private|safe|secure|weak|strong|same|old|new|too|very|so|still|always|never|no|none|being|what|why|how|where|when|which|that|this|it|in|on|at|to|for|of|from|the|a|an|and|or|but|with|without|only|important|policy|field|page|box|link|email|manager|protected|saved|here|there|ok|okay|fine|please|gone|empty|blank|mandatory|optional|stolen|hacked|compromised|ghalat|8alat|nasi|nasitha|neseetha|msh|mesh|mo|mish|port|number|visa|passport|دايم|دايما|\.+|-+|…)$/u;

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, n) => String(from + n)).join("|");

/** Issuers' prefixes and whole lengths (ISO/IEC 7812 ranges as the networks publish them; mada and Meeza by their own BINs). */
export const cardPrefixes: readonly { readonly prefix: RegExp; readonly lengths: readonly number[] }[] = [
  // Visa, and the mada cards that carry it.
  { prefix: /^4/, lengths: [13, 16, 19] },
  // Mastercard, and the mada cards that carry it.
  { prefix: new RegExp(`^(?:5[1-5]|${range(2221, 2720)})`), lengths: [16] },
  // American Express.
  { prefix: /^3[47]/, lengths: [15] },
  // mada alone.
  { prefix: /^(?:9682|5888|6046|6054|5087|6361|5852|5890|5892|5881|5885|6061)/, lengths: [16] },
  // Meeza (Egypt).
  { prefix: /^5078/, lengths: [16, 19] },
  // Discover, UnionPay, JCB, Diners.
  { prefix: /^(?:6011|64[4-9]|65)/, lengths: [16, 19] },
  { prefix: /^62/, lengths: [16, 17, 18, 19] },
  { prefix: new RegExp(`^(?:${range(3528, 3589)})`), lengths: [16] },
  { prefix: /^3(?:0[0-5]|[689])/, lengths: [14] },
  // Maestro.
  { prefix: /^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, lengths: [13, 14, 15, 16, 17, 18, 19] },
];
