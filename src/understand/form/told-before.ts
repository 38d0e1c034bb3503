/** Words to the office about the talk itself, and what was told before: «قلت لكم …», "I already told you", "let's do the hotel first". */
import { hasPhrase, phraseAt, phrasesOf } from "../phrases.ts";
import type { Word } from "../words.ts";

/** Words to the office about the talk itself: «قولتلك …», "let's do the hotel first". */
export function isTalk(run: readonly Word[]): boolean {
  const [first, second] = run;
  const tells = second !== undefined && /^(?:قلت|قلنا|ذكرت|ذكرنا)$/.test(first?.key ?? "");
  return tells || hasPhrase(talk, run);
}

/** «قلت لكم ليست لي»: what was told, where more than "before" stands behind it. */
export function behindTalk(words: readonly Word[]): readonly Word[] {
  const length = phraseAt(told, words, 0);
  const at = length > 0 ? -1 : toldBehind(words);
  if (at > 0) return words.slice(0, at);
  const rest = withoutCall(words.slice(length));
  const says = rest.filter(({ text }) => !before.test(text));
  const [first, ...others] = rest;
  const bare = first && toWhom.test(first.text) && others.length > 0 ? others : rest;
  return length > 0 && says.length > 1 ? bare : words;
}

/** «يا باشا الشركة …»: whom it is told comes before what is told. */
const withoutCall = (words: readonly Word[]): readonly Word[] =>
  /^(?:يا|ya)$/.test(words[0]?.text ?? "") && words.length > 3 ? words.slice(2) : words;

/** «ليا انا قلت لك», "perfume n oud, already told": where it begins to say that this was said before; -1 where it does not. */
function toldBehind(words: readonly Word[]): number {
  return words.findIndex((_, at) => {
    const length = phraseAt(toldLast, words, at);
    return at > 0 && length > 0 && words.slice(at + length).every(({ text }) => before.test(text));
  });
}

const toldLast = phrasesOf(
  "قلت لكم|قلت لك|قلتلكم|قلتلك|قولتلكم|قولتلك|قولتلكو|قلتها|قلته|ما انا قلت|ما انا قلته|زي ما قلت|مثل ما قلت|كما قلت|كما ذكرت|ما انا لسه قايل|لسه قايل|لسه قايله|انا قايل|ذكرت لكم|ذكرتها|كتبتها|كتبته",
  "i told you|i told u|told you|told u|i already told you|i already told u|already told you|already told u|already told|as i told you|i said|i already said|already said|as i said|like i said",
  "gulta leek|gulta lek|golta leek|gult lk|gelt lakom|golt lakom|gelt lk|golt lk|gilt lk|gelt lak|golt lak|gelt lkm|golt lkm|olt lak|olt lko|olt lokom|2olt lak|2olt loko|oltelko|2oltelko|oltelak|2oltelak|ma ana 2olt|ma ana olt|ma 2olt|ma olt|zay ma 2olt|mithl ma gelt|gelteh|geltha",
);

/** Does «قلت لكم …» go on with what was told? */
export const tellsAgain = (words: readonly Word[]): boolean => behindTalk(words) !== words;

const told = phrasesOf(
  "ما انا قلت|ما انا قلتلكم|ما انا قلتلكو|ما انا لسه قايل|انا قلت|انا قلتلكم|ma ana 2olt|ma ana olt|ma ana 2oltlko|ana 2olt|ana olt|قلت لكم|قلت لك|قلتلكم|قلتلك|قولتلكم|قولتلك|ما قلت لكم|يا اخي قلت لكم|ذكرت لكم|i told you|i already told you|i said|i already said|gelt lakom|golt lakom|gelt lk|golt lk|gilt lk|gelt lak|golt lak|gelt lkm|golt lkm|olt lak|olt lko|olt lokom|2olt lak|2olt loko|gilt lakom|gilt|gelt|golt|gltlkom|ma gilt|ma gelt|oltelko|2oltelko|olt|2olt|ma olt|ma 2olt",
);
const before =
  /^(?:قبل|شوي|شويه|فوق|من|مره|مرتين|الف|في|اول|رساله|رسالتي|الاول|كذا|كذه|كده|already|before|that|it|twice|this|above|earlier|so|you|a|hundred|times|once)$/;

const toWhom = /^(?:lel|lil|l|le|ل)$/;

const talk = phrasesOf(
  "قولتلك|قلتلك|قلت لك|قلت لكم|قلتلكم|قولتلكم|قولتلكو|سبق وقلت|ذكرت لك|ذكرت لكم|مو قلت لك|خلنا في|خلينا في|نبدا ب|انسى الطرد|انسوا الطرد|ما فهمت|مو فاهم|مش فاهم",
  "i told you|i already told|already told you|i said|already said|i already said|as i said|let's do|lets do|let's start|let's first|let us do|forget the|forget about|forget this|forget it|i don't understand|dont understand|what do you mean|2oltelak|oltelak|2oltlak|2oltlk|oltlk|gelt lak|golt lak|galtlak",
);
