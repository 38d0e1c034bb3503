/**
 * The words of a reply in five varieties, as data: what agrees, what refuses, what may stand beside either and changes nothing. Whether they
 * agree together is agreeing.ts's to say.
 */

import { fold } from "../letters/normalise.ts";
import type { ReplyKind } from "./agreeing.ts";

/** Folded words of a list, parted by spaces. */
export const listOf = (words: string): ReadonlySet<string> => new Set(fold(words).trim().split(/\s+/));

const yesWords = listOf(`
تمام اه ايوه ايوا ايوة نعم اعتمد اعتمدها اعتمده اعتمدوا اعتمدوه اعتمدوها اعتمدو اعتماد معتمد يعتمد نعتمد نعتمده اكدوا اكدوه اكدوها اكد اكيد اكده اكدها تاكيد موكد مؤكد ابشر طيب اوكي اوكيه اوك اوكى
موافق موافقه موافقين اوافق نوافق صح صحيح صحيحه بالضبط بالظبط مظبوط اها بالتاكيد طبعا زين سليم مزبوط مظبوطه مضبوطه مزبوطه ماشي اشطه اشطا قشطه هيه اه يب يس بلي حاضر حسنا مضبوط اوكيك
yes fine y aih yep yeah yea yup yess yeh ok okay okey okk k sure correct right confirm confirmed approved approve agree agreed absolutely definitely
aywa aiwa aywah aywaa ewa eewa eywa eywah akked akkedo akkido akedo akido a3temed e3temed e3temdo na3am naam n3m tamam tmam 9a7 9a77 9a7ee7 sa7ee7 mazboot mazbout mazboo6 mzboot tayeb tayyeb taib okeh akeed akid sa7 sah mwafe2 mowafe2 mwaf2a mwafga mwafeg mwafiq ee eeh mashi mashy zain zein mazbot mazbota mzbot mazboota ashta eshta 2eshta tmm
`);
const noWords = listOf(`
لا لأ لاا لالا مو كلا ابدا مستحيل ارفض رفض مرفوض غلط خطا
no n noo nope nah nop never wrong incorrect reject la2 laa la la2a la2aa mo mesh
`);
/** «ايه» is also "what?", «اي» "which", «اجل» also "postpone": a yes by what stands behind them (agreeing.ts). */
const halfWords = listOf("ايه اي ايي اجل");
/** "eh" is "what?" as often as a yes. */
const faintWords = listOf("eh eih");
/** "ya" calls somebody as often as it agrees. */
const hailWords = listOf("ya");
/** Thanks and politeness. */
const courtesyWords = listOf(`
شكرا مشكور مشكورين تسلم تسلمون لو سمحت سمحتو سمحتوا سمحتم فضلا من فضلك فضلكم والله بالله عليكم عليك بليز يعطيك يعطيكم العافيه يعافيك يعافيكم
يسعدك يسعدكم بارك فيك فيكم جزاك جزاكم خير بسرعه سريع سريعا خلصونا خلصوني خلصنا خلص طولتوا thanks thank you please pls plz po dear mate buddy chief boss habibi wonderful lovely now lah na
bsor3a besor3a besra3a khallesona khalasoni quickly fast
`);
/** Fillers and names of respect. */
const fillerWords = listOf(`
يا اخي اخوي استاذ حبيبي طال عمرك باشا عم جدا مره كذا كده كدا كدة چذي جذي جي چي اوي قوي خالص بقي بعد كمان ايضا وده وهذا وهذي ربنا keda kida kda kdh awi awy 2awi b3d ba3ad kidda kedda kitha kithaa kidha kza برضو برضه برضك يلا yalla yala yallah
ان انا عليه عليها علي 3ala 3la عاد بقي و w and so i do sir basha actually
`);
const godWords = listOf(`
الله allah alla etwakalna 2twakalna tawakkalna خيره etwakal etwakalo etwakelo twakalo tawakalo tawakalna اتكل اتكلوا اتكلو نتوكل توكلوا توكلو توكلت توكلنا توكل
`);
/** The thing that is meant, and what is done with it. */
const aboutWords = listOf(`
el al talab eltalab altalab هذا هو كله كلها كل ذلك ذا ده دا hatha da dah الطلب طلبي الحجز thats that it is the lets let's go ahead place order booking book submit proceed
`);
/** Fixed replies of several words that agree and say nothing else, as must be agreed to what asks for an express yes. */
const plainYesPhrases = phrasesIn(
  "ماعندي مانع|ما عندي مانع|ما في مانع|مافي مانع|ما فيه مانع|مفيش مانع|معنديش مانع|ما لدي مانع|لا مانع لدي|لا مانع|لا مانع عندي|عادي مفيش مشكله|عادي ما في مشكله|عادي مافي مشكله",
  "go ahead|of course|no objection|i have no objection|i dont mind|mafeesh mane3|ma 3indi mane3",
);
/** Others that agree: they tell of the thing, or trust in God. */
const otherYesPhrases = phrasesIn(
  "علي بركه الله|توكلنا علي الله|توكلوا علي الله|توكل علي الله|توكلو علي الله|اتكل علي الله|اتكلوا علي الله",
  "place it|book it|submit it|do it|thats right|looks good|looks right|looks correct|sounds good|all good|all correct|go on then|carry on then",
);
const noPhrases = phrasesIn(
  "طبعا لا|اكيد لا|لا طبعا|لا اكيد|لا مو صح|لا مش صح|لا مو صحيح|لا غلط|مش موافق|مو موافق|غير موافق|ما ابي|ما ابغي|مابي|مابغي|مش عايز|مو صح|مش صح|مو صحيح|غير صحيح|ليس صحيحا|ليست صحيحه|مو تمام|مش تمام",
  "of course not|definitely not|absolutely not|not really|not ok|not correct|not right|no thanks|do not|dont",
);

function phrasesIn(...lists: readonly string[]): readonly string[] {
  return lists.flatMap((list) => list.split("|"));
}

export const yesPhrases: readonly string[] = [...plainYesPhrases, ...otherYesPhrases];

/** A fixed reply; `plain`: it agrees and says nothing else. */
export type FixedReply = {
  readonly words: readonly string[];
  readonly says: "yes" | "no";
  readonly plain: boolean;
};

/** Every fixed reply by its first word, the longest first. */
export const fixedReplies: ReadonlyMap<string, readonly FixedReply[]> = Map.groupBy(
  [
    ...plainYesPhrases.map((phrase) => fixedReply(phrase, "yes", true)),
    ...otherYesPhrases.map((phrase) => fixedReply(phrase, "yes", false)),
    ...noPhrases.map((phrase) => fixedReply(phrase, "no", false)),
  ].sort((one, other) => other.words.length - one.words.length),
  ({ words }) => words[0] ?? "",
);

function fixedReply(phrase: string, says: FixedReply["says"], plain: boolean): FixedReply {
  return { words: phrase.split(" "), says, plain };
}

const hurries = listOf(
  "بسرعه سريع سريعا خلصونا خلصوني عجلوا استعجلوا quickly fast quick hurry bsor3a besor3a besra3a",
);

/** «اخلصوا», «استعجلوا», «انجزونا»: to be quick, told to several. */
const hurryForm = /^ا?(?:خلص|نجز|ستعجل|سرع|عجل)و(?:ا|نا|ني|ه|ها)?$/;
export const isHurry = (word: string): boolean => hurries.has(word) || hurryForm.test(word);

const kinds: readonly (readonly [ReplyKind, ReadonlySet<string>])[] = [
  ["yes", yesWords],
  ["half", halfWords],
  ["faint", faintWords],
  ["hail", hailWords],
  ["no", noWords],
];
const besideKinds: readonly (readonly [ReplyKind, ReadonlySet<string>])[] = [
  ["courtesy", courtesyWords],
  ["filler", fillerWords],
  ["god", godWords],
  ["about", aboutWords],
];

/** "mwafe2", "mowaf8", "moafiq": the same word of agreement, however its letters are chosen. */
const latinAgreeing = /^m(?:[ou]w?|w)[ao]*f+[aeiy]?(?:[28gqk]|6')(?:[ae]h?|[ei]{1,2}n)?$/;

/** What a folded word is in a reply. */
export function kindOfReply(word: string): ReplyKind {
  const whole = kinds.find(([, words]) => words.has(word));
  if (whole) return whole[0];
  // «وتمام» and «وخلصونا» say no more than «تمام» and «خلصونا».
  const bare = word.replace(/^و(?=.{3})/, "");
  if (yesWords.has(bare) || latinAgreeing.test(word)) return "yes";
  const beside = besideKinds.find(([, words]) => words.has(word) || words.has(bare));
  return beside?.[0] ?? (isHurry(bare) ? "courtesy" : "other");
}
