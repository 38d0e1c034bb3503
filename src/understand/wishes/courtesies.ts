/** Greeting in front, thanks behind, and politeness at either end: what a message says beside what it wants. */
import { type Phrases, phraseAt, phrasesOf } from "../phrases.ts";
import type { Word } from "../words.ts";

const salams = phrasesOf(
  "السلام عليكم ورحمة الله وبركاته|السلام عليكم ورحمه الله|السلام عليكم|سلام عليكم|سلام|السلام|وعليكم السلام|سلامو عليكو",
  "salam 3alaikom|salam alaikum|assalamu alaikum|assalam alaikum|as salamu alaykum|asalam 3alaikom|salamu alaikum|salam 3alikom|elsalam 3aleko|salam",
);
const greetings = phrasesOf(
  "هلا والله|هلا|هلا وغلا|ياهلا|يا هلا|مرحبا|مرحبتين|مراحب|اهلا وسهلا|اهلا|اهلين|اهلا بك|حياك الله|حياكم الله|صباح الخير|صباح النور|صباحو|مساء الخير|مساء النور|مسا الخير|يسعد مساكم|يسعد صباحكم",
  "كيف حالك|كيف حالكم|كيف الحال|كيفك|كيفكم|شلونك|شلونكم|اخبارك|ايش اخبارك|وش اخبارك|كيف اخباركم|ازيك|ازيكم|عامل ايه|عاملين ايه|تحية طيبة وبعد|تحيه طيبه|طاب يومك|الو|هاي|كيفكن|كيفكون|شلونكن|يسعد صباحكن|يسعد مساكن|صباحو|مرحبا كيفكن",
  "hi there|hi|hello there|hello|hey there|hey|good morning|good evening|good afternoon|good day|greetings|how are you|how are you doing|how do you do|hiya|howdy|dear team|dear sir|dear all|hi team|hello team",
  "hala|hala wallah|marhaba|mar7aba|ahlan|ahlan wa sahlan|sabah el kheir|sabah elkhair|saba7 el 5er|saba7 el kheir|masa el kheir|masa2 el kheir|ezayak|ezayek|ezayko|ezay el sa7a|keefak|kefak|kif 7alak|keif 7alak|shlonak|shlonkom",
);
const thanks = phrasesOf(
  "شكرا جزيلا|شكرا لكم|شكرا لك|شكرا|الف شكر|مشكور|مشكورين|مشكوره|متشكر جدا|متشكره جدا|متشكرين جدا|شكرا جدا|متشكر|متشكره|متشكرين|يعطيك العافيه|الله يعطيك العافيه|الله يعطيكم العافيه|يعطيكم العافيه|تسلم|تسلمون|تسلم ايدك|تسلملي|جزاك الله خير|جزاكم الله خير|الله يجزاك خير|ما قصرت|ماقصرتوا|ما قصرتوا|الله يسعدك|الله يوفقك|مع الشكر|بالتوفيق|يسلمو|يسلموا|تسلموا|يعطيكن العافيه|الله يعطيكن العافيه|يعطيكم الف عافيه|شكرا كتير|شكرا كثير|الله يخليكن|كثر خيرك|ربنا يخليك|تشكر",
  "thank you very much|thank you so much|thank you|thanks a lot|many thanks|thanks so much|thanks|thx|thnx|ty|cheers|much appreciated|appreciate it|regards|best regards|kind regards",
  "shokran|shukran|shokran gazilan|mashkoor|mashkour|tslm|tislam|yateek el 3afya|ya3teek el 3afya|ya3tik el 3afia|mersi|merci",
);
/** Politeness at either end; also taken off an answer. */
export const politeWords = phrasesOf(
  "لو سمحت|لو سمحتوا|لو سمحتو|لو سمحتم|لوسمحت|لوسمحتوا|من فضلك|من فضلكم|فضلا|الله يعافيك|الله يخليك|الله يحفظك|الله يرضى عليك|يا اخي|اخوي|اختي|يا وليدي|يا ولدي|يا بني|ياخوي|يا خوي|يا اخوي|يا خوك|ياخوك|يا حبيبي|يا غالين|تكفى|تكفون|عفوا|معليش|بليز|ياخي|حبيبي|يا غالي|استاذ|يا جماعه|يا شباب|ارجوكم|اذا ممكن|بعد اذنك|بعد اذنكم|law sama7t|law sam7t|please|pls|plz|kindly|excuse me|sorry|bro|sir|dear|guys",
);

type Front = {
  readonly taken: number;
  readonly greeted: boolean;
  readonly salam: boolean;
  readonly thanked: boolean;
};

export function takeFront(words: readonly Word[]): Front {
  let taken = 0;
  let [greeted, salam, thanked] = [false, false, false];
  for (;;) {
    const salamLength = phraseAt(salams, words, taken);
    const greetingLength = phraseAt(greetings, words, taken);
    const length = Math.max(salamLength, greetingLength);
    const thanksLength = length === 0 ? phraseAt(thanks, words, taken) : 0;
    const rest = length + thanksLength || phraseAt(politeWords, words, taken);
    if (rest === 0) return { taken, greeted, salam, thanked };
    greeted ||= length > 0;
    salam ||= salamLength > 0;
    thanked ||= thanksLength > 0;
    taken += rest;
  }
}

export function takeBehind(words: readonly Word[]): { readonly taken: number; readonly thanked: boolean } {
  let thanked = false;
  let end = words.length;
  for (;;) {
    const courtesy = lengthBefore(thanks, words, end);
    const rest = courtesy || lengthBefore(politeWords, words, end);
    if (rest === 0) return { taken: words.length - end, thanked };
    thanked ||= courtesy > 0;
    end -= rest;
  }
}

/** How many words before `end` are one of the phrases. */
function lengthBefore(phrases: Phrases, words: readonly Word[], end: number): number {
  for (let length = Math.min(5, end); length > 0; length--) {
    if (phraseAt(phrases, words.slice(0, end), end - length) === length) return length;
  }
  return 0;
}
