/** Reads a yes or a no that is the whole message, as the office's voice counts them («إن شاء الله» and «بشوف» are neither). */

import { fold, tokens } from "./normalise.ts";
import { keepRecent } from "./recent-texts.ts";

const list = (words: string): ReadonlySet<string> => new Set(fold(words).trim().split(/\s+/));

const yesWords = list(`
تمام اه ايوه ايوا ايوة ايه اي ايي نعم اعتمد اعتمدها اعتمده اعتمدوا اعتمدوه اعتمدوها اعتماد معتمد يعتمد نعتمد نعتمده اكدوا اكدوه اكدوها اكد اكيد اكده اكدها تاكيد موكد مؤكد ابشر طيب اوكي اوكيه اوك اوكى
موافق موافقه موافقين اوافق نوافق صح صحيح بالضبط بالظبط مظبوط اها بالتاكيد طبعا زين ماشي يب يس يلا اجل بلي حاضر مضبوط اوكيك
yes fine y aih yep yeah yea yup yess yeh ya ok okay okey okk k sure correct right confirm confirmed approved approve agree agreed absolutely definitely
aywa aiwa aywah aywaa ewa eewa eywa eywah akked akkedo akkido akedo akido a3temed e3temed e3temdo na3am naam n3m tamam tmam 9a7 9a77 9a7ee7 sa7ee7 mazboot mazbout mazboo6 mzboot tayeb tayyeb taib okeh akeed akid sa7 sah mwafe2 mowafe2 mwafeg mwafiq ee eeh mashi mashy zain zein
`);
const noWords = list(`
لا لأ لاا لالا مو كلا ابدا مستحيل ارفض رفض مرفوض غلط خطا
no n noo nope nah nop never wrong incorrect reject la2 laa la la2a la2aa mo mesh
`);
/** Both at once, or a doubt: these decide nothing, whatever stands beside them. */
const doubtWords = list(`
بشوف اشوف بشاور افكر بفكر يمكن ممكن احتمال مدري لكن بس اذا الا متي كم ليش كيف وين ايش شنو هل maybe perhaps but if later when
how why what inshallah inshalla nshallah
`);
/** Words that may stand beside a yes or a no and change nothing: thanks, names of respect, the thing that is meant. */
const besideWords = list(`
يا شكرا مشكور مشكورين تسلم تسلمون لو سمحت سمحتو من فضلك فضلكم اخي اخوي استاذ حبيبي طال عمرك والله جدا مره كذا كده كدا keda kida kda kidda kedda هذا هو كله كلها ذلك ذا ده دا برضو برضه برضك kitha kithaa kidha kza hatha
خلص خلصنا خلصونا خلصوني yalla yala yallah الطلب طلبي الحجز عليه عليها علي الله يعطيك يعطيكم العافيه يعافيك يعافيكم يسعدك يسعدكم بارك فيك فيكم جزاك جزاكم خير ان انا يلا و thats actually it that is i the thanks thank you please pls plz sir do
etwakal etwakalo etwakelo twakalo tawakalo tawakalna 3ala 3la allah alla اتكل اتكلوا اتكلو نتوكل توكلوا توكلو توكلت توكلنا توكل so lets let's go ahead place order booking book submit proceed w ya
بسرعه سريع سريعا خلصونا خلصوني خلصنا خلص بالله عليكم عليك بليز عاد بقي طولتوا bsor3a besor3a besra3a yalla khallesona khalasoni quickly fast
`);
const phrases: readonly (readonly [string, "yes" | "no"])[] = [
  ["طبعا لا", "no"],
  ["اكيد لا", "no"],
  ["لا طبعا", "no"],
  ["لا اكيد", "no"],
  ["of course not", "no"],
  ["definitely not", "no"],
  ["absolutely not", "no"],
  ["not really", "no"],
  ["لا مو صح", "no"],
  ["لا مش صح", "no"],
  ["لا مو صحيح", "no"],
  ["لا غلط", "no"],
  ["go ahead", "yes"],
  ["place it", "yes"],
  ["book it", "yes"],
  ["submit it", "yes"],
  ["of course", "yes"],
  ["do it", "yes"],
  ["thats right", "yes"],
  ["looks good", "yes"],
  ["looks right", "yes"],
  ["looks correct", "yes"],
  ["sounds good", "yes"],
  ["all good", "yes"],
  ["all correct", "yes"],
  ["علي بركه الله", "yes"],
  ["توكلنا علي الله", "yes"],
  ["توكلوا علي الله", "yes"],
  ["توكل علي الله", "yes"],
  ["توكلو علي الله", "yes"],
  ["اتكل علي الله", "yes"],
  ["اتكلوا علي الله", "yes"],
  ["مش موافق", "no"],
  ["مو موافق", "no"],
  ["غير موافق", "no"],
  ["ما ابي", "no"],
  ["ما ابغي", "no"],
  ["مابي", "no"],
  ["مابغي", "no"],
  ["مش عايز", "no"],
  ["مو صح", "no"],
  ["مش صح", "no"],
  ["مو صحيح", "no"],
  ["غير صحيح", "no"],
  ["مو تمام", "no"],
  ["مش تمام", "no"],
  ["not ok", "no"],
  ["not correct", "no"],
  ["not right", "no"],
  ["no thanks", "no"],
  ["do not", "no"],
  ["dont", "no"],
];

const phrasesFrom = Map.groupBy(phrases, ([start]) => start.split(" ")[0] ?? "");

/** "no problem" and «لا بأس» agree to nothing and refuse nothing. */
const neither = /^(?:no (?:problem|worries)|لا (?:باس|مشكله|شكر(?= |$))|مو مشكله|مافي مشكله|لا اله)/;

/**
 * "yes" or "no" when the message is nothing but that (with thanks or "please" beside it, or a 👍); undefined for everything else: a
 * yes with a "but", with a question, with other words, both at once, «إن شاء الله».
 */
export const readYesNo: (text: string) => "yes" | "no" | undefined = keepRecent(readWord);

function readWord(text: string): "yes" | "no" | undefined {
  if (text.length > 120) return undefined;
  const words = withoutHurry(tokens(text).map((token) => token.text.replaceAll("'", "")));
  const emoji = /[\u{1F44D}\u{1F44C}\u2705]/u.test(text);
  if (words.length === 0) return readSign(text, emoji);
  const message = words.join(" ");
  if (words.length > 7 || /[?\u061f]/.test(text) || neither.test(message)) return undefined;
  if (words.some((word) => doubtWords.has(word)) || /ان ?شا ?الله/.test(message)) return undefined;
  const phrase = phraseIn(words);
  const rest = phrase ? words.toSpliced(phrase.at, phrase.length) : words;
  const said = new Set([...rest.map(kindOfReply), phrase?.says ?? "beside"]);
  if (said.has("other") || said.has("yes") === said.has("no")) return undefined;
  return said.has("yes") ? "yes" : "no";
}

/** The first fixed phrase; behind words of a yes or beside one it counts, too ("yep that's right"). */
function phraseIn(words: readonly string[]) {
  for (const [at, word] of words.entries()) {
    const left = words.slice(at).join(" ");
    const found = phrasesFrom.get(word)?.find(([one]) => left === one || left.startsWith(`${one} `));
    if (found) return { at, length: found[0].split(" ").length, says: found[1] };
  }
  return undefined;
}

const hurries = list(
  "بسرعه سريع سريعا خلصونا خلصوني عجلوا استعجلوا quickly fast quick hurry bsor3a besor3a besra3a",
);

/** «ايه بس بسرعة», "yes but quickly": the "but" doubts nothing. */
function withoutHurry(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word, index) => index > 0 && isHurry(word) && buts.has(words[index - 1] ?? ""));
  return at < 0 ? words : words.filter((_, index) => index !== at && index !== at - 1);
}
const buts = list("بس لكن but bas");

/** «اخلصوا», «استعجلوا», «انجزونا»: to be quick, told to several. */
const hurryForm = /^ا?(?:خلص|نجز|ستعجل|سرع|عجل)و(?:ا|نا|ني|ه|ها)?$/;
const isHurry = (word: string): boolean => hurries.has(word) || hurryForm.test(word);

/** What a folded word of a reply is: a yes, a no, a courtesy or a filler beside one, or something else. */
export function kindOfReply(word: string): "yes" | "no" | "beside" | "other" {
  if (yesWords.has(word)) return "yes";
  if (noWords.has(word)) return "no";
  // «وخلصونا» says no more than «خلصونا».
  const bare = word.replace(/^و(?=.{3})/, "");
  return besideWords.has(word) || besideWords.has(bare) || isHurry(bare) ? "beside" : "other";
}

function readSign(text: string, agrees: boolean): "yes" | "no" | undefined {
  const refuses = /[\u{1F44E}\u274c\u{1F645}]/u.test(text);
  if (agrees === refuses) return undefined;
  return agrees ? "yes" : "no";
}
