/** Words that hurry us, and nothing else: no answer, no part of one, and no text of their own. */
import { onlyPhrases, phraseAt, phrasesOf } from "../phrases.ts";
import type { Word } from "../words.ts";

/** «بسرعة الله يعافيكم», "asap pls": said to us, and no answer. */
export const hurry = phrasesOf(
  "بسرعه|بسرعة|باسرع وقت|عاجل|ضروري|مستعجل|مستعجله|مستعجلين|عجلوا|الله يعافيك|الله يعافيكم|الله يسعدكم|الله يوفقكم|الله يخليكم|ربنا يخليكم|لو سمحتوا|لو سمحت|يا جماعه|asap|quickly|quick|hurry|urgent|please|pls|bsor3a|bsur3a|besor3a|bsr3a|3ajel|allah y3afeekom|allah y3afikom|allah y3afeek|allah yes3edkom|law sama7to|law sama7tom|law sam7t|darori|daroory|mesta3jel|mosta3jel",
  "ارجو السرعه|نرجو السرعه|ارجوا السرعه|السرعه|بالسرعه الممكنه|باسرع ما يمكن|في اسرع وقت|في اقرب وقت|باقرب وقت|ارجو الاستعجال|نرجو الاستعجال|الاستعجال|على وجه السرعه|ارجو الرد|نرجو الرد|ارجو سرعه الرد|سرعه الرد|على السريع|علي السريع|حالا|فورا",
  "as soon as possible|right away|right now|hurry up|be quick|make it quick|quick please|fast please|darouri|daruri|dharoori|drory|3al saree3|3ala el saree3|b2sra3 wa2t|fawran|7alan|law sama7ta|law sama7ty|law sama7te",
);

/** «مستعجل والله الرخصة بتوقف»: why it is urgent answers no question for words. */
export const inHaste = phrasesOf(
  "مستعجل|مستعجله|مستعجلين|بسرعه|ارجو السرعه|نرجو السرعه|باسرع وقت|mesta3jel|mosta3jel|mesta3gel|bsor3a|bsur3a|besor3a|bsr3a|hurry up|hurry|asap",
);

/** «أرجو السرعة», «بسرعه السفر قرب»: to be quick is asked of us, whatever the reason, and nothing else. */
export const isHaste = (words: readonly Word[]): boolean =>
  words.length > 0 && (phraseAt(inHaste, words, 0) > 0 || onlyPhrases(hurry, words));
