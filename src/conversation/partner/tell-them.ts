/**
 * «قولوا للمندوب يتصل قبل ما يجي», "tell him the gate is closed": a customer asks in plain words that something be said to whoever carries the order
 * out. Only what can mean nothing else; «خلها الأحد» changes an order. Pure.
 */

const who =
  "(?:ال)?(?:مندوب|سائق|سواق|سايق|عامل|فني|موصل|كابتن|دكتور|طبيب|عياد[هة]|فندق|استقبال|محامي|معقب|جه[هة]|شرك[هة]|شريك|منف[ّ]?ذ|بائع|بايع|مشتري)";
const toWhom = `(?:ل[هوا]?|لها|لهم|لل?${who}|ال?${who})`;
/** Verbs of telling, in all varieties, each before the person. */
const say =
  "(?:قل|تقول|تقولو|تقولوا|تبلغ|تبلغو|تبلغوا|تخبروا|تخبرو|قول|قولي|قولو|قولوا|قللي|بل[ّ]?غ|بلغي|بلغو|بلغوا|خب[ّ]?ر|خبري|خبرو|خبروا|علّ?م|علمو|علموا|ابلغوا|أبلغوا|اخبروا|أخبروا|وصلوا|وص[ّ]?ل|اسال|اسأل|اسالوا|اسألوا|نبه|نبهوا)";
const told =
  "(?:ت?قول(?:و|وا)?ل?[هو]|قولله|قله|ت?بلغ(?:و|وا)?ه|بلغهم|خبر(?:و|وا)?ه|خبرهم|علم(?:و|وا)?ه|نبه(?:و|وا)?ه|اسال(?:و|وا)?ه|اسأل(?:و|وا)?ه)";
/** "Let him …": what follows is what he is to do. */
const let_ = "(?:خل[يو]?|خلوا|خلّ?ه|خليه|خلوه|خليها|خلوها|خليهم|خلوهم)";
const doing = "(?!يوم|يكون|يصير|يصبح)ي[\\u0621-\\u064a]{2,}";
const arabic = new RegExp(
  `^\\s*(?:(?:لو سمحت(?:وا|م)?|من فضلك(?:م)?|ممكن|رجاء|ارجوكم|يا اخي|طيب|بس)\\s+)*(?:` +
    `${say}\\s+${toWhom}\\s+\\S.+|${told}\\s+\\S.+|(?:خل|خلي|خلو|خلوا)\\s+${toWhom}\\s+${doing}.*|${let_}\\s+${doing}.*|اطلب(?:وا|و|ي)?\\s+(?:منه|منها|منهم|من\\s+${who})\\s+\\S.+)$`,
  "su",
);
const english =
  /^\s*(?:(?:please|pls|can you|could you|kindly)\s+)*(?:tell|ask|let|inform|remind|have)\s+(?:him|her|them|(?:the |my )?(?:courier|driver|partner|provider|clinic|doctor|hotel|lawyer|seller|buyer))\s+(?!that's all)\S.{2,}$/isu;
const arabizi =
  /^\s*(?:[2q2]+[ou]l+[aeiou]*\s*l[aeiou]*h?|2ollo|2ollu|2olo|2olelo|olo|ollo|golo|goolo|gool lah|gollah|qolo|qolloh|gul lah|ballegh\w*|bal8o\w*|5ali[hy]?|5aleh|5alleh|5aly|khal[iy]h?|khaleh|khalleh)\s+\S.{2,}$/iu;

/** Whether the words ask for something to be told to whoever carries the order out. */
export function tellsToTell(text: string): boolean {
  if (text.length > 1_000) return false;
  const folded = text.replace(/[\u064b-\u0652\u0640]/g, "");
  return arabic.test(folded) || english.test(text) || arabizi.test(text);
}
