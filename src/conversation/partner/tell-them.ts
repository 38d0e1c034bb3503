/**
 * «قولوا للمندوب يتصل قبل ما يجي», "tell him the gate is closed": a customer asks in plain words that something be said to whoever carries the order
 * out. Only what can mean nothing else: «وصل المندوب» reports, «تقول المندوب بيوصل» reproaches, «خلها الأحد» changes an order. Pure.
 */
const who =
  "(?:ال)?(?:مندوب|سائق|سواق|سايق|شوفير|دريول|عامل|فني|موصل|كابتن|دكتور|طبيب|عياد[هة]|فندق|استقبال|محامي|معقب|جه[هة]|شرك[هة]|شريك|منفذ|بائع|بايع|مشتري)";
/** Somebody, behind a verb that needs «ل»: a bare «لا», «لو», «لي» is nobody. */
const toThem = `(?:له|لها|لهم|لل?${who})`;
const saying = "(?:قل|قول|قولي|قولو|قولوا|تقول|تقولي|تقولو|تقولوا|تقولون)";
/** Verbs of telling in the forms that ask for it, before the person. In «خبر المندوب» and «بلغ السائق» somebody may have told already. */
const tell =
  "(?:تبلغو|تبلغوا|تبلغون|تخبرو|تخبروا|تخبرون|بلغي|بلغو|بلغوا|خبري|خبرو|خبروا|علمو|علموا|ابلغوا|أبلغوا|اخبروا|أخبروا|اسالوا|اسألوا|نبهو|نبهوا)";
const message = "(?:هال|ال)?(?:رسال[هة]|رسالتي|خبر|كلامي|سلامي)";
/** Verbs that carry the person themselves. */
const told =
  "(?:ت?قول(?:و|وا)?له(?:ا|م)?|قول(?:و|ي)?ه|قلله|قله|ت?بلغوه(?:م|ا)?|بلغه(?:م|ا)?|ت?خبروه(?:م|ا)?|خبره(?:م|ا)?|علموه(?:م|ا)?|نبهوه(?:م|ا)?|نبهه|اس[اأ]لوه(?:م|ا)?|اس[اأ]له(?:م|ا)?)";
/** "Let him …": what follows is what he is to do. */
const let_ =
  "(?:(?:انا )?(?:ابيه|ابغاه|ابغيه|اريده|أبيه|أبغاه|أريده|عايزه|عاوزه)|خله|خلها|خلهم|خليه|خلوه|خليها|خلوها|خليهم|خلوهم)";
const doing = "(?!يوم|يكون|يصير|يصبح)ي[\\u0621-\\u064a]{2,}";
const polite =
  "(?:(?:لو سمحت(?:وا|م)?|من فضلك(?:م)?|ممكن|لا تنس(?:ون|وا|و|ى|ي)|رجاء|ارجوكم|يا اخي|طيب|بس)\\s+)*";
/** What stands before the words that are to be told. */
const arabic = new RegExp(
  `^\\s*${polite}(?:` +
    `(?:${saying}\\s+${toThem}|${tell}\\s+(?:${toThem}|ال${who.slice("(?:ال)?".length)})|${told}|وصلوا?\\s+${toThem}\\s+${message}|` +
    `اطلب(?:وا|و|ي)?\\s+(?:منه|منها|منهم|من\\s+${who}))\\s+(?=\\S)|` +
    `(?:${let_}|(?:خل|خلي|خلو|خلوا)\\s+ال${who.slice("(?:ال)?".length)})\\s+(?=${doing}))`,
  "su",
);
const courtesy = "(?:(?:please|pls|can you|could you|kindly)\\s+)*";
const them =
  "(?:him|her|them|(?:the |my )?(?:courier|driver|partner|provider|clinic|doctor|hotel|lawyer|seller|buyer))";
const english = new RegExp(
  `^\\s*${courtesy}(?:(?:tell|ask|let|inform|remind|have)\\s+${them}\\s+(?!that's all)|i (?:want|need|would like|'d like)\\s+${them}\\s+to\\s+)(?=\\S.{2,})`,
  "isu",
);
/** The pronoun is part of the verb («2ollo», "khalleh"): «khaly el maw3ed bokra» changes the order. */
const arabizi =
  /^\s*(?:(?:2ollo|2ollu|2olo|2olelo|2olilo|olelo|ollo|2oloulo|gool lah|gollah|gul lah|qol lah|qolloh|ballegho\w*|bal8oh)\s+(?=\S.{2,})|(?:5alih|5aleeh|5aleh|5alleh|khalih|khaleeh|khaleh|khalleh|khallih)\s+(?=y[a-z0-9']{2,}))/iu;

const marks = /[\u064b-\u0652\u0640]/;

/** The words that are to be told to whoever carries the order out, each where it stands in the message; undefined where nothing asks for that. */
export function toldWords(text: string): string | undefined {
  if (text.length > 1_000) return undefined;
  const read = [...text.matchAll(/./gsu)].filter(([sign]) => !marks.test(sign));
  const folded = read.map(([sign]) => sign).join("");
  const [lead] = [arabic, english, arabizi].flatMap((one) => one.exec(folded)?.[0] ?? []);
  if (lead === undefined) return undefined;
  const begin = read[[...lead].length]?.index ?? text.length;
  return " ".repeat(begin) + text.slice(begin);
}
