/** The words that tell what is wrong with a line, what is asked of us about it, and whose it is. Data for `findTrouble`. */
import { phrasesOf } from "../phrases.ts";

/** Words that something is wrong by: denials, and states that nobody orders. */
export const signs = phrasesOf(
  "مش|مو|مب|موب|ليس|ليست|مافي|مافيه|ما فيه|مفيش|ماكو|بطي|بطيء|بطيئه|ابطا|فاصل|فاصله|يفصل|تفصل|بيفصل|بتفصل|فصل|مفصول|مفصوله|مقطوع|مقطوعه|يقطع|تقطع|بيقطع|بتقطع|قطع|انقطع|انقطعت|انقطاع|ضعيف|ضعيفه|ضعف|واقف|واقفه|موقوف|موقوفه|وقف|توقف|توقفت|متوقف|متوقفه|معلق|معلقه|طافي|طافيه|عالي|عاليه|غاليه|خصم|خصمت|خصموا|خصمتوا|سحب|سحبت|سحبوا|سحبتوا|زياده|بالغلط|خربان|خربانه|عطل|عطلان|عطلانه|متعطل|متعطله|بايظ|بايظه|محجوب|محظور|ملغي|اختفى|اختفت|مرفوض|يعلق|تعلق|طفى|طفت|طفا|بلوك|مسروق|ضاعت|ضاع|انسحب|انخصم|تخصم|يخصم|يسحب|تنقطع|ينقطع|بينقطع|بتنقطع|يتقطع|تتقطع|بيتقطع|يروح ويجي|تروح وتجي|معطل|معطله|معطوب|تعطل|تعطلت|طايح|طايحه|مقفول|مقفوله|مقفل|قفل|قفلوا|قفلت|محظوره|ممنوع|مرفوضه|انتهت|تعبان|تعبانه|زباله|سيء|سيئه|سيئ|يهنق|تهنق|بيهنق|بتهنق|يطيح|تطيح|قاطع|قاطعه|اتقفل|اتقطع|اتقطعت|اتسحب|اتخصم|باظ|باظت|بتخصم|مكرر|مرتين",
  "no|not|can't|cannot|cant|doesn't|doesnt|don't|dont|won't|wont|isn't|isnt|hasn't|never|stopped|keeps|keep|slow|down|weak|drops|dropping|dropped|cut|dead|lost|blocked|high|wrong|error|failed|fails|broken|unable|suspended|disconnected|disconnects|charged|overcharged|deducted|stuck|lagging|unstable|took|taken|stopped|crashing|dies|died|disappeared|terrible|awful|poor|bad|drains|barely|hardly|without|slowly|cuts|cutting|outage|stops|freezes|freezing|expired|deactivated|barred|inactive|hacked|stolen|overcharge|twice|intermittent|crawling|useless|lags|loses|losing|nothing|zero|poorly",
  "mafeesh|mafish|mafe|mesh|mish|msh|mo|bati2|bati|bate2|batee2|batee|da3eef|da3eefa|d3eef|ma2too3|ma2toua|magtoo3|mafsool|wa2ef|wagef|waagef|mawgoof|maw2oof|bey2ta3|beye2ta3|yefsel|byefsel|fasel|faasel|tafi|ghali|ghalya|khasam|5asam|5asamo|khasamo|khasamet|khasmo|tal3an|batee|da3if|da3ifa|dha3eef|tha3eef|m2ato3|ma2to3|ma2too3a|mafsol|maqtoo3|magtou3|mosh|moo|mub|mab|maku|mako|byo2ta3|bye2ta3|yegta3|y2ta3|ya2ta3|yn2ta3|yenga6e3|ynga6e3|m3allag|m3alla2|mo3atal|mo3attal|3atlan|5arban|kharban|bayez|bayza|wa2fa|wagfa|waqef|mota3atel|zeft|sa7abo|sa7abou|malosh|malhash",
);
/** What is asked of us, and what is only wondered: no part of what is wrong. */
export const requests = phrasesOf(
  "ورقمي|ورقم جوالي|وجوالي|ورقمها|ورقمه|رقمي هو|w raqmi|w ra2mi|w ragmi|my number",
  ...spelled(
    "شوفوا|شوفولي|شوفوا لي|شوف|شوفلي|شوف لي|تشوفون|شيكوا|شيك|تاكدوا|استعلموا|الاستعلام|استعلام|يرجى|ارجو|ممكن|ابي|ابغى|ابغا|عايز|عايزه|عاوز|اريد|محتاج|نرجو|حلوا|حلولي|ساعدوني|كلموا|كلموهم|اسالوا|اعرفوا|وش|ايش|ليش|ليه|مدري|ما ادري|لماذا|وش فيها|وش فيه|ايش المشكله|وش السالفه|وش المشكله|كم|كيف|ازاي|هل|اكلم|كلم|شوفي|دبروني|راجعوا|راجعولي|من فضلكم|لو سمحتوا|لو سمحت|شف|شفوا|افحصوا|افحص|تاكد|تحققوا|بلغوهم|بلغوا|خلوهم|تواصلوا|اتصلوا|حلوها|صلحوا|صلحوه|اسالوهم|كلمولي|شيكولي|شيكوا لي|تشيكون|تشوفوا|تكلمون|تكلموا|تسالون|اعرفولي|اعرفوا لي|السبب|شسالفته|شسالفه|السالفه|شنو|شنهو|شو|كانه|كانها|لدرجه|عشان|علشان|لان|لانه|كلما|كل ما|من امس|من البارح|من مبارح|من امبارح|من يومين|من اسبوع|من الصبح|من شهر|من زمان|صار له|صارله|صار لها|بقاله|بقالها|له يومين|له اسبوع|منذ|وابي|وابغى|وعايز|نهائيا|بالكامل|ياليت|يا ليت|الرجاء|الله يخليكم|تكفون|خالص|ابدا|بالمره|نهائي|اوي|جدا|خلاص",
  ),
  "please|pls|plz|check|can you|could you|kindly|look into|look up|find out|why|help|sir|fix|ask them|let me know|what's wrong|what is wrong|law sama7t|leh|leih|3ayez|abgha|abi|shofo|shoofo|shofoli|momken|mn fadlak|aklem|akalem|how|what|who|which|not asking|not complaining|don't want|do not want|don't need|since|because|for the last|for two|for three|for a week|for days|and i|so i|looks like|as if|like a|see what|find|tell them|ask|talk to|call them|any idea|would you|would like|i want|i need|now|today|yesterday|at all|again|bro|for me|for us|cheko|shiko|sheko|chayyko|chayko|shofoo|shof|shu|sho|eih|eh|3ashan|mn embare7|men embare7|mn ams|men ams|mn yomen|ba2alo|ba2aloh|khales|5ales|abadan|kallemo|kallemoo|es2alo|es2aloo|is2alo|ektshefo|ya3ni|w ana|yareet",
);
/** Whose line it is. */
export const owners = phrasesOf(
  "من امس|من البارح|من امبارح|من يومين|من اسبوع|من الصبح|صار له|خط|الخط|خطي|شريحه|الشريحه|شريحتي|رقمي|جوالي|مال|تبع|بتاع|هذا|هذي|هذه|ده|دي|السعودي|بتاعي|بتاعتي|بتاعنا|حقي|حقتي|حقنا|حقتنا|تبعي|عندي|عندنا|شركه|على|عن|رقم|الرقم|انا|مشترك|في|من|ل|my|our|the|on|for|with|i|we|line|sim|sim card|number|num|is|are|was|has been|has|have|having|has got|showing|is showing|getting|gets|hi|hello|since yesterday|since last night|khatt|khatti|5at|5att|5atti|khat|rakm|rakmi|raqmi|ra9mi|ragmi|ra8mi|raqam|beta3i|bta3i|beta3y|7agi|7aggi|3andi|3endi",
);
/** As they are written by those who write as they speak, too: «شوفو» for «شوفوا». */
function spelled(list: string): string[] {
  return [list, list.replaceAll(/وا(?=$|[ |])/g, "و")];
}
