/**
 * What can be said at any time in fixed words: leave, skip, go on, a language, "my data", questions about the office, an order by its
 * number. Exact rules: they hold whatever the classifier has learnt, and say nothing about words that they do not know.
 */
import type { Language } from "../../domain/language.ts";
import type { OfficeTopic, Understanding } from "../../domain/understanding.ts";
import {
  begunAmong,
  hasPhrase,
  joinPhrases,
  onlyPhrases,
  type Phrases,
  phraseAt,
  phrasesOf,
} from "../phrases.ts";
import type { Word } from "../words.ts";
import { keepsOrder } from "./keeps.ts";
import { asksPrice, asksWhetherIncluded } from "./price-asked.ts";
import { asksWhen, asksWhenAtAll } from "./when-asked.ts";

const leave = phrasesOf(
  "لم اعد ارغب|لم اعد ارغب في ذلك|لم اعد ارغب بذلك|لم اعد ارغب في الطلب|لم نعد نرغب|لم اعد اريد|لم اعد اريد ذلك|لم اعد اريده|لا ارغب في ذلك|لا اريد ذلك|صرفت النظر|صرفت النظر عن ذلك|خلاص ما ابي شي|هونت خلاص ما ابي شي|خلاص ما ابي|خلاص ما ابغى|ما ابي خلاص|ما ابي|ما ابيه|ما ابغاه|ما عاد ابي|ماعاد ابي|خلاص بطلت|بطلت|هونت|خلاص هونت|بلاش|بلاش خلاص|خلاص بلاش|مش عايز خلاص|خلاص مش عايز|مش عايز|الغاء|الغي|الغ|الغوه|كنسل|انسى|انس الموضوع|انسى الموضوع|توقف|قف|وقف|اوقف|خروج|تراجعت|غيرت رايي|لا خلاص|خلاص",
  "cancel|cancel it|cancel this|cancel that|cancle|cancle it|cancle this|cancle that|cancell it|cancell this|cansel|cansel it|cansel this|stop|quit|exit|never mind|nevermind|forget it|forget about it|i changed my mind|changed my mind|no longer needed|not anymore|not any more|i don't want it|i dont want it|i don't want this anymore|leave it|abort",
  "khalas|5alas|batalt|mabi|ma abi|ma abeeh|khalas ma abi|kansel|cansel",
);
const skipping = phrasesOf(
  "ما اعرفه|ما اعرفها|ما ادري عنه|ما ادري عنها|معرفوش|معرفهوش|مش عارفه|مش عارفها|مش عارفينه|ما عندي اياه|لا اعرفه|لا اعرفها|تخطي|تخطى|تخط|تجاوز|لاحقا|بعدين|بعدين ارسله|ارسله بعدين|ارسلها بعدين|ابعته بعدين|مو الحين|مو الان|مو معي الحين|مو معي|مش معايا|مش معاي|مش معانا|معيش|معنديش|ما معي|ليس معي|ليست معي|ليس لدي|ليس عندي|لا املكه الان|mesh ma3aya|msh ma3aya|mish ma3aya|mo ma3i|ma ma3i|ma3ndish|ما عندي|ماعندي|لا يوجد|ما ادري|مدري|ما اعرف|معرفش|مش عارف|لا اعرف|بدون|skip|skip it|skip this|pass|later|not now|i'll send it later|will send later|i don't know it|i dont know it|don't know it|dont know it|no clue|i have no idea|don't have it|dont have it|i don't have|i dont have|don't have|dont have|i don't have it|i dont have it|don't have one|don't know|dont know|i don't know|not sure|none|no idea|idk|dunno|i dunno|n/a|ba3dein|ba3dain|ba3deen|ba3den|b3den|b3dein|b3deen|b3dain|ba3din|la7e2an|la7san ma 3andi|ma 3andi|ma3andi|ma 3andy|ma3andy|ma 3indi|ma3indi|ma a3ref|madri|ma a3refo|ma a3refa|ma3rafoosh|mesh 3arfo|mish 3aref|mesh 3aref|msh 3aref|ma adri|ma 2adri|maadri|ma adry|mo 3aref|mish 3arfa|mesh 3arfa|لسه ما قررت|ما قررت|ما حددت|ما تحدد|لسه محددتش|haven't decided|havent decided|not decided",
);
/** «ما وزنتهم», «ما قسته», «موزنتهاش»: what was not measured is not known. */
const unmeasured = /^(?:وزنت|قست|قيست|حسبت|عديت|شفت|شيكت|جربت|سالت|تاكدت)(?:ه|ها|هم|هن|و|وا)?$/;
const unmeasuredWhole = /^ما?(?:وزنت|قست|حسبت|عديت|شفت|سالت)(?:ه|ها|هم)?و?ش$/;
/** What is not at hand, and until when: beside a skip they change nothing. */
const besideSkip = phrasesOf(
  "حاجه بسيطه|حاجه خفيفه|شي بسيط|شي خفيف|مش تقيل|مو ثقيل|خفيف|خفيفه|light|not much|not heavy|something small|بسالها|بساله|اسالها|اساله|هسالها|هساله|بسال|اسال|لازم اسال|بشوف|بشوفها|بشوفه|هشوف|اشوف|بدور|بدورها|لسا|للحين|لين الحين|lel7een|lil7een|la7een|lil7in|lelheen|as2al|bas2al|has2al|hasal|i'll ask|i will ask|let me ask|ask her|ask him|i'll check|let me check|check|no|any|كم|كام|كم بالضبط|كام بالظبط|قد ايه|قديش|عن|how much|how many|how|it is|it|is|exactly|kam|add eh|2ad eh|هبعته|هبعتها|هبعتهولكم|هبعتهالكم|ابعثه|ابعثها|بارسله|برسله|بارسلها|بعطيكم|بعطيكم اياه|اعطيكم اياه|اجيبه|i'll send|i will send|will send|i'll give you|i can send|send you|the|to you|مو عندي|مش عندي|مو معي|مش معايا|هو|هي|ارسله|ابعته|mo 3endi|mo 3indi|mesh ma3aya|abe3to|arselo|لا|والله|للاسف|العنوان|عنوانه|عنوانها|الرقم|رقمه|رقمها|اياه|الحين|الان|حاليا|دلوقتي|دحين|هسه|لسه|now|right now|yet|at the moment|the address|his address|her address|the number|his number|her number|el3enwan|el 3enwan|el3inwan|al3enwan|el rakam|el ra2m|elra2am|7aleyan|dlwa2ty|delwa2ty|al7een|el7een|alheen|lessa",
);
const going = phrasesOf(
  "نكمل|كمل|كملوا|اكمل|تابع|نتابع|نواصل|واصل|استمر|خلنا نكمل|نرجع للطلب|كمل الطلب|نكملها|نكمله|خلينا نكمل|يلا نكمل|نكمل الطلب|اكمل الطلب|كملي|كملوا الطلب|كمل معي|كمل معايا|كملي معي|كملي معايا|كملوا معي|continue|keep going|go ahead and continue|continue here|let us continue|let me continue|i want to continue|go on|resume|carry on|let's continue|lets continue|proceed|back to my order|where were we|kamel|kammel|nkamel|nkammel|nkml|nkaml|nekamel|nekammel|nkamil|yalla nkamel|5alna nkaml|khalina nkamel",
);
/** «لا يا وليدي نكمل هنا»: to whom it is said, the no to what was offered, and where. */
const goingOrBeside = joinPhrases(
  going,
  phrasesOf(
    "لا|لالا|لأ|لا لا|كلا|طيب|تمام|اوكي|خلاص|هنا|هني|هون|معك|معكم|معاك|معاكم|وياك|من فضلك|من فضلكم|لو سمحت|لو سمحتم|وش اسوي|ايش اسوي|اعمل ايه|يا|يابني|يابنتي|وليدي|ولدي|ابني|بنتي|بنيتي|اخي|اخوي|اختي|خوي|عمي|باشا|حبيبي|حبيبتي|غالي|الغالي|استاذ|no|nope|nah|ok|okay|please|pls|here|with you|thanks|la|la2|hena|hna|hina|ma3ak|ma3akom|law sama7t|tayeb|ya|akhi|a5i|basha",
  ),
);
const changing = phrasesOf(
  "تعديل|اعدل|ابي اعدل|ابغى اعدل|ابي تعديل|عدل|عدلوا|غير|اغير|ابي اغير|ابغى اغير|عايز اعدل|عايز اغير|اريد التعديل|اريد تعديل|تغيير|فيه غلط|في غلط|فيه خطا|مو صحيح|مش صح|غلط|خطا|change|edit|modify|change it|change something|i want to change something|i need to change something|something is wrong|wrong|that's wrong|not correct|incorrect|ta3deel|3adel|ghayer",
);

const languagePhrases: Readonly<Record<Language, Phrases>> = {
  ar: phrasesOf(
    "عربي|العربيه|بالعربي|بالعربيه|كلمني عربي|كلمني بالعربي|تكلم عربي|اتكلم عربي|حول عربي|باللغه العربيه|اللغه العربيه|arabic|arabic please|in arabic|speak arabic|switch to arabic|arabic language|3arabi|bel 3arabi|bil 3arabi",
  ),
  en: phrasesOf(
    "انجليزي|الانجليزيه|بالانجليزي|بالانجليزيه|بالانقليزي|انقليزي|كلمني انجليزي|كلمني بالانجليزي|تكلم انجليزي|ابي انجليزي|اللغه الانجليزيه|باللغه الانجليزيه|english|english please|in english|in english please|speak english|do you speak english|can we speak english|can you speak english|switch to english|english language|could you write in english|ingleezy|bel engleezy",
  ),
};

type Privacy = "see" | "correct" | "delete";
const privacyPhrases: readonly (readonly [Privacy, Phrases])[] = [
  [
    "delete",
    phrasesOf(
      "احذف بياناتي|احذفوا بياناتي|حذف بياناتي|امسح بياناتي|امسحوا بياناتي|مسح بياناتي|حذف بياناتي الشخصيه|احذفوا معلوماتي|امسحوا معلوماتي|حذف معلوماتي|delete my data|erase my data|remove my data|delete my information|delete my personal data|delete everything you have about me|forget me|delete my account|em7o bayanaty|e7zefo bayanati",
    ),
  ],
  [
    "correct",
    phrasesOf(
      "صحح بياناتي|صححوا بياناتي|تصحيح بياناتي|عدلوا بياناتي|تعديل بياناتي|تحديث بياناتي|correct my data|update my data|change my data|fix my data|correct my personal data|update my personal data",
    ),
  ],
  [
    "see",
    phrasesOf(
      "بياناتي|بياناتى|معلوماتي|معلوماتي عندكم|وش عندكم عني|ايش عندكم عني|بياناتي الشخصيه|my data|see my data|show my data|my personal data|what do you know about me|what data do you have about me|bayanati|bayanaty",
    ),
  ],
];

const topics: readonly (readonly [OfficeTopic, Phrases])[] = [
  [
    "hours",
    phrasesOf(
      "متى تفتحون|متى تفتحوا|متى تفتح|متى تسكرون|متى تقفلون|متى تغلقون|بتفتحوا امتى|بتقفلوا امتى|ساعات العمل|ساعات الدوام|اوقات الدوام|اوقات العمل|وقت الدوام|وقت العمل|مواعيد العمل|مواعيدكم|دوامكم|دوام المكتب|متى دوامكم|متى الدوام|كم دوامكم|ساعات عملكم|اوقات عملكم|انتم مفتوحين|انتو فاتحين|فاتحين الحين|فاتحين اليوم|شغالين الجمعه|تداومون|تشتغلون الجمعه|مفتوحين اليوم",
      "opening hours|working hours|office hours|business hours|what time do you open|what time do you close|when do you open|when do you close|when are you open|are you open|are you closed|hours of operation|your hours|till what time are you open|what time u open|what time u close|wat time u open|wat time u close|wat time do u close|wat time do u open|what time do u open|what time do u close|when u open|when u close|when do u open|when do u close|wen u open|wen u close|are u open|r u open|u open today|u open now|emta btefta7o|mata tefta7oon|sa3at el dawam|sa3at el 3amal|dawamkom",
    ),
  ],
  [
    "place",
    phrasesOf(
      "وين مكانكم|وين موقعكم|وين مكتبكم|وينكم فيه|فين مكتبكم|فين مكانكم|مكتبكم فين|مكانكم فين|مكانكم وين|مكتبكم وين|موقعكم وين|عنوانكم|عنوان المكتب|موقع المكتب|موقعكم|اين انتم|اين يقع مكتبكم|اين مكتبكم|اين مقركم|اين موقعكم|كيف اوصل لكم|كيف اجيكم",
      "where are you located|where is your office|where's your office|your address|your location|your office address|the office address|office address please|your office location|the office location|office location please|where are you based|where are you guys|where can i find you|how do i get to your office|wain maktabkom|fen maktabko|wen mawqe3kom|fen maktabkom",
    ),
  ],
  [
    "licence",
    phrasesOf(
      "ترخيصكم|رقم الترخيص حقكم|رقم ترخيصكم|رقم الترخيص|رقم رخصتكم|رخصتكم|انتم مرخصين|مرخصين|هل انتم مرخصون|مرخصون|مكتب مرخص|عندكم ترخيص|عندكم رخصه|هل لديكم ترخيص|سجلكم التجاري|رقم سجلكم|are you licensed|are you licenced|are you a licensed|are you registered|your licence|your license|licence number|license number|do you have a licence|do you have a license|is your office licensed|mora5aseen|morakhaseen",
    ),
  ],
  [
    "services",
    phrasesOf(
      "وش خدماتكم|ايش خدماتكم|ما هي خدماتكم|ما خدماتكم|خدماتكم|الخدمات عندكم|وش الخدمات|ايش الخدمات|ما الخدمات|وش تقدمون|ايش تقدمون|وش تسوون|ايش تسوون|وش تقدر تسوي|وش عندكم خدمات|بتقدموا ايه|بتعملوا ايه|خدماتكو ايه|ماذا تقدمون|بماذا تساعدوني|كيف تساعدوني|كيف تقدرون تساعدوني|قائمه الخدمات",
      "what services|which services|what do you do|what can you do|what can you help|your services|list of services|what do you offer|what do you guys do|how can you help|main menu|wesh khadamatkom|khadamatkom|khadamatko eh",
    ),
  ],
  [
    "contact",
    phrasesOf(
      "رقمكم|رقم جوالكم|رقم هاتفكم|رقم المكتب|هاتف المكتب|كيف اتواصل معكم|كيف نتواصل معكم|ايميلكم|بريدكم|واتسابكم|ارقامكم|نمرتكم|your phone number|your number|your email|your phone|your contact|contact details|how can i contact you|how do i contact you|how can i reach you|how do i reach you|phone number of the office|raqamkom|raqmkom",
    ),
  ],
  [
    "identity",
    phrasesOf(
      "من انت|مين انت|من انتم|مين انتم|مين معي|من معي|مين معايا|انت مين|انتو مين|انت بوت|انت روبوت|هل انت بوت|هل انت روبوت|هل انت انسان|انت انسان|انت بشر|انت حقيقي|انت موظف ولا بوت|انت الي|ذكاء اصطناعي|هل اتحدث مع روبوت|هل اتحدث مع انسان|اكلم بوت|who are you|are you a bot|are you bot|are you human|are you a human|are you a robot|are you real|are you a real person|am i talking to a bot|am i talking to a robot|am i talking to a human|who am i talking to|is this a bot|is this a robot|what are you|enta meen|inta meen|meen ma3aya|enta robot|enta bot",
    ),
  ],
  [
    "papers",
    phrasesOf(
      "المستندات المطلوبه|الاوراق اللي تحتاجونها|وش اوراق|ايش اوراق|ايه اوراق|وش تحتاجون مني|ايش تحتاجون مني|وش تحتاجون|وش احتاج|ايش احتاج|وش محتاج|وش يحتاج|ايش يحتاج|وش لازم|شنو المطلوب|شنو الاوراق|الورق المطلوب ايه|محتاج ورق ايه|عايز ورق ايه|ورق ايه|wesh el awra2|esh el awra2|wesh el matloob|eh el wara2|الاوراق المطلوبه|الوثائق المطلوبه|وش المطلوب|ايش المطلوب|ايه المطلوب|ما المطلوب|وش الاوراق|ايش الاوراق|ما الاوراق|ما المستندات|ايه الورق المطلوب|الورق المطلوب|المتطلبات|ما هي المتطلبات|what documents|which documents|what papers|which papers|required documents|documents required|documents are needed|what do i need to bring|what do i need for|what do you need from me|what do i have to bring|what should i bring|papers do i need|documents do i need|paperwork do i need|papers are needed|papers needed|documents needed|papers required|requirements|what is required|el awra2 el matlooba",
    ),
  ],
  [
    "duration",
    phrasesOf(
      "كم ياخذ|كم بتاخذ|كم بياخذ|تاخذ كم|ياخذ كم|كم تطول|كم يطول|كم بتطول|بتطول كم|كم وقت تاخذ|كم وقت ياخذ|كم يوم يستغرق|بتاخد قد ايه|بياخد قد ايه|هتاخد قد ايه|بتاخد وقت قد ايه|بتطلع في كام يوم|how many days|how many days will|how many days would|how quickly|how fast|kam ta5eth|kam takhoth|kam ya5oth|كم تاخذ|كم تاخذ من وقت|كم ياخذ وقت|كم يستغرق|كم تستغرق|كم يوم ياخذ|كم يوم تاخذ|كم يوم ياخد|بياخد كام يوم|بتاخد كام يوم|بياخد وقت قد ايه|كم المده|كم مده|ما مده|ما المده|كم يحتاج وقت|how long does|how long will|how long would|how long is|how many days does|kam yom ya5eth|kam yakhod|byakhod kam yom|beyakhod kam yom|beya5od 2ad eh|beyakhod 2ad eh|beya5od ad eh|beyakhod ad eh|btakhod 2ad eh|bta5od ad eh|ياخد قد ايه|تاخد قد ايه|بتاخدوا قد ايه|بتاخدوا وقت قد ايه|بتاخدوا كام يوم|هتاخدوا قد ايه|هتاخدوا وقت قد ايه|كم تستغرقون|كم ستستغرقون|كم ستستغرق|كم سيستغرق|كم تستغرقوا|كم تستغرق المعامله|كم تاخذون وقت|كم بتاخذون وقت|كم وقت تاخذون|كم بتطولون|كم تطولون|كم راح تطولون|بتطولون|هتطولوا|تستغرق كم|يستغرق كم|تستغرقون كم",
    ),
  ],
  [
    "price",
    phrasesOf(
      "كم اتعابكم|اتعابكم كم|كم اتعابك|كم اجوركم|كم تطلبون|كم سعر|كم السعر|كم اسعار|كم الاسعار|وش اسعار|وش الاسعار|ايش اسعار|ايش الاسعار|وش سعر|ايش سعر|ما سعر|ما السعر|ما اسعار|ما هي اسعار|ما هو سعر|السعر كم|السعر|الاسعار|اسعاركم|كم تكلفه|كم التكلفه|ما تكلفه|التكلفه|كم رسوم|كم الرسوم|ما رسوم|الرسوم كم|رسومكم|كم تاخذون|كم تحسبون|كم يكلف|كم تكلف|كم يطلع|كم يطلع علي|كم بيكلف|بكم|بكام|كم ايجار|كم قيمه|كم القيمه|كم عمولتكم|كم العموله|شنو العموله|وش العموله|ايش العموله|العموله كم|عمولتكم كم|العموله ايه|ايه العموله|كم نسبتكم|نسبتكم كم|كم نسبه|المصاريف كام|كام المصاريف|كام السعر|السعر كام|كم المصاريف|هتكلفني كام|بتكلفني كام|تكلف كام|بيكلف كام|كم تكلفني|كم يكلفني|كم بتكلف|كم بتكلفني|كم بيكلفني|كم تكلفنا|كم تكلفه|بتكلف كم|تكلف كم|كم ادفع|كم ندفع|كم عليها|كم عليه|فيها رسوم|فيه رسوم|عليها رسوم|بتاخدوا كام",
      "how much|what does it cost|does it cost|will it cost|would it cost|to cost|cost me|does that cost|how much does|what is the fee|what are the fees|what's the fee|what fee|kam el rosoom|kam rosoom|kam tekalef|kam tkalef|be kam el|what will it cost|what's the price|whats the price|what is the price|price of|prices|price|what are your prices|your prices|what's the cost|whats the cost|wats the cost|wats the price|what the cost|cost of|how expensive|what are your fees|your fees|what do you charge|rates|your commission|what commission|commission do you|your cut|how much commission|do u charge|do you charge|kam el 3moola|shno el 3moola|wesh el 3moola|esh el 3moola|el 3moola kam|el 3omola kam|kam el 3omola|kam el|kam se3r|kam si3r|bkam|b kam|bekam|kam else3r",
    ),
  ],
];

/** «مين يشوف بياناتي», "do you share my data": what is done with data, not a wish to see it. */
const dataUse = phrasesOf(
  "مين يشوف بياناتي|من يشوف بياناتي|مين يشوف معلوماتي|مين بيشوف بياناتي|مين بيشوف معلوماتي|من يطلع على بياناتي|من يطلع على معلوماتي|مين يطلع على بياناتي|تشاركون بياناتي|تشاركون معلوماتي|بتشاركوا بياناتي|بتشاركوا معلوماتي|تعطون رقمي|بتدوا رقمي|وش تسوون ببياناتي|ايش تسوون ببياناتي|وين تروح بياناتي|هل بياناتي بامان|بياناتي بامان|معلوماتي بامان|هل معلوماتي سريه|هل الاستشاره سريه|الاستشاره سريه|هل الموضوع سري|الموضوع يبقي سري|هل هذا سري|الكلام ده سري|هل تحافظون علي السريه|بياناتي سريه|سياسه الخصوصيه|بتعملوا ايه ببياناتي",
  "who sees my data|who can see my data|who sees my information|who can see my information|who has access to my data|do you share my data|do you share my information|do you share my number|do you share my phone|do you sell my data|is my data safe|is my information safe|what do you do with my data|what happens to my data|is it confidential|is this confidential|is that confidential|is the consultation confidential|kept confidential|stay confidential|privacy policy|meen yshoof bayanati|meen beyshoof bayanati|sharing my data",
);

/** «انسوا الطرد», "forget the parcel": what is open is not wanted any more. */
export const forgetting: Phrases = phrasesOf(
  "انسى|انسي|انسوا|انسو|forget the|forget about|forget this|forget my|ensa|enso|ensoo",
);

/** A command that is all that a clause says. `formOpen`: a form is open, so «إلغاء» leaves it. */
export function commandOf(words: readonly Word[], formOpen: boolean): Understanding | undefined {
  if (hasPhrase(dataUse, words) && words.length <= 12) return { type: "office", topic: "data_use" };
  for (const [what, phrases] of privacyPhrases) {
    if (hasPhrase(phrases, words) && words.length <= 8) return { type: "privacy", what };
  }
  if (formOpen && asksWhatIsLeft(words)) return { type: "whats_left" };
  if (formOpen && asksWhen(words)) return { type: "office", topic: "duration" };
  // «متى بتكلموني؟» of what was ordered: nobody is called.
  if (!formOpen && asksWhenAtAll(words)) return { type: "order_status" };
  if (keepsOrder(words)) return { type: "resume" };
  if (words.length <= 7 && hasPhrase(going, words) && onlyPhrases(goingOrBeside, words))
    return { type: "resume" };
  if (words.length > 5) return undefined;
  for (const language of ["ar", "en"] as const) {
    if (onlyPhrases(languagePhrases[language], words)) return { type: "language", language };
  }
  if (formOpen && onlyPhrases(leave, words)) return { type: "cancel" };
  return undefined;
}

/** «لاحقًا», "skip", «ما عندي»: only said to a question. */
export function isSkip(words: readonly Word[]): boolean {
  if (words.length <= 6 && isUnmeasured(words)) return true;
  return words.length <= 6 && hasPhrase(skipping, words) && onlyPhrases(skippingOrBeside, words);
}

function isUnmeasured(words: readonly Word[]): boolean {
  const left = words.filter(
    (_, index) => phraseAt(besideSkip, words, index) === 0 || words[index]?.key === "ما",
  );
  const [no, verb, ...others] = left.filter(({ key }) => key !== "لسه" && key !== "انا");
  if (!no || others.length > 0) return false;
  if (unmeasuredWhole.test(no.key)) return verb === undefined;
  return /^(?:ما|لم)$/.test(no.key) && verb !== undefined && unmeasured.test(verb.key);
}

/** «خلصنا؟», "what else?": how much is still to come. */
const left = phrasesOf(
  "خلصنا|كم باقي سؤال|باقي كم|كم سؤال|كم سؤال باقي لكم|كم باقي لكم|باقي كثير|باقي كتير|لسه كتير|لسه كثير|مطولين|مطوليين|كم باقي علي ما نخلص|خلصنا ولا لسه|خلصنا ولا لا|خلصتوا|وش باقي|ايش باقي|وش بقى|ايش بقى|شنو باقي|كم باقي|باقي شي|فيه شي باقي|باقي كم سؤال|كم سؤال باقي|باقي ايه|فاضل ايه|فاضل كام|فاضل كام سؤال|فاضل حاجه|لسه ايه|لسه في ايه|لسه فيه ايه|ايه تاني|وش بعد|ايش بعد|وش تبون بعد|وش تبغون بعد|ايش تبغون بعد|عايزين ايه تاني|ماذا تبقى|ما المتبقي|ما الذي تبقى|هل انتهينا|انتهينا|هل بقي شيء|بقي شيء|بقي الكثير|بقي الكثير من الاسئله|بقي كثير|كم سؤالا بقي|كم سؤال بقي|كذا خلاص|كده خلاص|كذا خلصنا|كده خلصنا|كم سؤال بعد",
  "are we done|are we done yet|are we finished|we done|is that all|is that it|is that everything|is that enough|what else|what else do you need|anything else|anything else you need|what's left|whats left|what is left|what remains|how many more|how many more questions|how many questions|how many questions left|how much longer|how long is this going to take|are we there yet",
  "khalasna|5alasna|khelesna|wesh ba3ad|wsh ba3ad|esh ba3ad|wesh bagi|wesh ba2i|esh bagi|eish bagi|kam ba2i|kam bagi|ba2i kam|fadel kam|fadel eh|fadel eih|kam so2al|kam su2al|ba2y kam|lessa keteer|ba2i keteer|eh tany|eih tany|lessa eh|kam bagi|keda khalas|kida khalas",
);
/** «ليش كل هالأسئلة»: said among other words. */
const tooMuch = phrasesOf(
  "اسالتكم كثيره|اسالتكم كتيره|اسئلتكم وايد|اسالتكم وايد|وايد اسئله|اسئله وايد|اسئلتكم ما تخلص|اسالتكم ما تخلص|اسئلتكم طويله|تحقيق هذا|ده تحقيق|هو تحقيق|كل هالاسئله|كل ذي الاسئله|كل هذي الاسئله|كل هذه الاسئله|كل الاسئله دي|كل الاسئله|الاسئله دي كلها|اسئله كثيره|اسئلتكم كثيره|كثرتوا اسئله|كثرتوا الاسئله|كثرتو الاسئله|كترتوا الاسئله|اسئله كتير|اسئلتكم كتير|اسئلتكم كتيره|بتسالوا كتير|ليش تسالون|ليه بتسالوا|لماذا تسالون|كثره الاسئله",
  "taking forever|takes forever|taking so long|taking too long|keep asking|another question|more questions|interrogation|all this info|so much info|so many questions|too many questions|all these questions|stop asking|why are you asking|why do you ask|enough questions",
  "kol hal as2ela|kol hal as2la|kol el as2ela|kol el as2la|hal as2ela|as2ela kteer|as2ela ketir|as2ela kteera|as2ela katheera|as2elatkom katheera|as2elatkom keteera",
);
/** Bare abuse of whoever asks: said to a form it is impatience, and is met with how little is left. */
const insults = phrasesOf(
  "غبي|غبيه|اغبياء|يا غبي|يا غبيه|يا اغبياء|غباء|حمار|حمير|يا حمار|بهايم|تافه|تافهين|سخيف|سخيفين|فاشل|فاشلين|متخلف|متخلفين|مجانين|زفت|قرف|ارف|زهقتوني|طفشتوني|طفشت|زهقت|مليت|مليت منكم|قرفتوني|انطقوا|اخلصوا|خلصوني|خلصني|عجلوا",
  "stupid|idiot|idiots|dumb|moron|morons|useless|wtf|damn|fuck|fuck you|fuck off|shit|bullshit|ffs|hurry up|come on|for god's sake|jesus",
  "ghabi|ghabeya|aghbeya|aghbia|7mar|7omar|hmar|hmeer|7ameer|sakheef|tafeh|fashel|fashleen|zeft|ze2t|zhe2t|tafasht|malet|khallesona|khalasoni",
);
const toWhom = phrasesOf(
  "انت|انتم|انتو|انتوا|يا|والله|جد|مره|مرره|وربي|بجد|اوي|قوي|هذا|بوت|روبوت|البوت|you|you're|youre|you are|u|are|r|so|such|a|an|this|bot|is|such an|really|bunch of|enta|entom|entu|into|wallah|ya|awi",
);
const insultOrBeside = joinPhrases(insults, toWhom);
const mostImpatient = 12;
const leftOrPolite = joinPhrases(
  left,
  phrasesOf("هل|طيب|يعني|الحين|دلوقتي|يا|اخي|so|ok|okay|now|then|yet|tayeb|ya3ni|ha|ها|هاه"),
);

/** Does a customer ask how much is still to come? Only said to a form. */
export function asksWhatIsLeft(words: readonly Word[]): boolean {
  if (words.length <= 6 && hasPhrase(left, words) && onlyPhrases(leftOrPolite, words)) return true;
  if (words.length <= 5 && hasPhrase(insults, words) && onlyPhrases(insultOrBeside, words)) return true;
  const givesDigits = words.some(({ text }) => /\d{3}/.test(text));
  return words.length <= mostImpatient && !givesDigits && hasPhrase(tooMuch, words);
}

/** «0501234567 خلصنا؟»: how many words stand before such a question at the end of a message; 0 where there is none. */
export function lengthBeforeLeft(words: readonly Word[]): number {
  for (let from = Math.max(1, words.length - 4); from < words.length; from++)
    if (from + phraseAt(left, words, from) === words.length) return from;
  return 0;
}

const skippingOrBeside = joinPhrases(skipping, besideSkip);

/** "Change", without saying what: only said at a read-back. */
export function isChange(words: readonly Word[]): boolean {
  return words.length <= 5 && onlyPhrases(changing, words);
}

/** The list of services, where the word is about all that is said: "help", but not "help me sell my sofa". */
const menu = phrasesOf("القائمه|قائمة|menu|help");

const topicsBegun = begunAmong(topics, ([, phrases]) => phrases);

/** Which of the office's own facts a clause asks for, if any. */
export function topicOf(words: readonly Word[]): OfficeTopic | undefined {
  if (words.length > 24) return undefined;
  if (words.length <= 3 && hasPhrase(menu, words)) return "services";
  const begun = topicsBegun(words);
  const topic = topics.find((one) => begun.has(one) && hasPhrase(one[1], words))?.[0];
  if (topic === "price" && asksWhetherIncluded(words)) return undefined;
  return topic ?? (asksPrice(words) ? "price" : undefined);
}

/** For a field that is put off by its name. */
export const skipsBeside = { skipping, beside: besideSkip };

/** All that a clause asks for, in the order of the list: «كم تكلف وكم تاخذ». */
export function topicsOf(words: readonly Word[]): readonly OfficeTopic[] {
  if (words.length > 24) return [];
  const found = topics.filter(([, phrases]) => hasPhrase(phrases, words)).map(([topic]) => topic);
  return found.length === 0 && asksPrice(words) ? ["price"] : found;
}

/** Topics that are asked of a service, not of the office: what is asked of comes along. */
export const topicsOfServices: ReadonlySet<OfficeTopic> = new Set<OfficeTopic>([
  "price",
  "duration",
  "papers",
]);

const harm = phrasesOf(
  "شتمني|شتمنا|سبني|ضربني|ضربنا|اهانني|اهاني|تحرش|تحرش بي|هددني|يهددني|صرخ علي",
  "hit me|insulted me|insulted my wife|swore at me|abused me|threatened me|harassed me",
);
const ourPeople = phrasesOf(
  "المندوب|مندوبكم|السائق|سائقكم|السواق|سواقكم|الموظف|موظفكم|الموظفه|موظفتكم|العامل|عاملكم",
  "driver|your driver|courier|your courier|your guy|employee|your employee|agent|your agent|staff",
);

/** «السائق ضربني»: what somebody of ours did to the customer is a complaint, whatever the form asks. */
export const tellsHarm = (words: readonly Word[]): boolean =>
  words.length <= 12 && hasPhrase(harm, words) && hasPhrase(ourPeople, words);
