/**
 * A message cut into what can be understood alone: the greeting in front and the thanks behind taken off, several requests parted,
 * and the words that are denied («مو توصيل», "not Saturday") set aside. Fillers of voice transcripts say nothing and are left out.
 */
import { findPhrases, hasPhrase, type Phrases, phraseAt, phrasesOf } from "../phrases.ts";
import type { Span, Word } from "../words.ts";

/** A part of the message that may be a request of its own. `also`: it began with a word that adds («وبعد», "also"). */
export type Clause = {
  readonly words: readonly Word[];
  readonly start: number;
  readonly end: number;
  readonly also: boolean;
  /** Parted only by «و» or "and": a request of its own only when it surely is one. */
  readonly soft: boolean;
};

/** Words that are denied, with the denial in front; `inner` is where what is denied begins. */
export type Denied = Span & { readonly inner: number };

export type Parts = {
  readonly greeting?: { readonly salam: boolean };
  readonly thanks: boolean;
  readonly clauses: readonly Clause[];
  /** What is denied: no service is started from these words and no value taken. */
  readonly denied: readonly Denied[];
  /** What is not to be done («لا تلغون شي», "don't cancel"): it is not asked for where something else is. */
  readonly forbidden: readonly Denied[];
};

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
const politeness = phrasesOf(
  "لو سمحت|لو سمحتوا|لو سمحتو|لو سمحتم|لوسمحت|لوسمحتوا|من فضلك|من فضلكم|فضلا|الله يعافيك|الله يخليك|الله يحفظك|الله يرضى عليك|يا اخي|اخوي|اختي|يا وليدي|يا ولدي|يا بني|ياخوي|يا خوي|يا اخوي|يا خوك|ياخوك|يا حبيبي|يا غالين|تكفى|تكفون|عفوا|معليش|بليز|ياخي|حبيبي|يا غالي|استاذ|يا جماعه|يا شباب|ارجوكم|اذا ممكن|بعد اذنك|بعد اذنكم|law sama7t|law sam7t|please|pls|plz|kindly|excuse me|sorry|bro|sir|dear|guys",
);
const fillers = phrasesOf(
  "يعني|اممم|امم|ممم|مم|طيب يعني|والله|بصراحه|زي ما تقول|شوف|اقولك|اسمع|hmm|hm|um|umm|uh|uhh|er|erm|you know|ya3ni|i mean like",
);

/** Words that deny what follows, up to the next boundary. */
const denials = phrasesOf(
  "مو|مهو|ماهو|ما هو|مب|مهب|مش|موب|مهوب|ليس|ليست|لست مهتما ب|لست مهتمه ب|لست بصدد|لسنا بصدد|لسنا نبحث عن|خل عنك|خلي عنك|خلك من|خليك من|سيبك من|دعك من|لست اطلب|لست اريد|لست ابحث|وليس|وليست|ومو|ومش|ما اقصد|ما قصدت|مو قصدي|ما ابي|ماابي|مابي|ما ابغى|ما ابغا|مابغى|ما نبي|ما نبغى|ماني ابي|مش عايز|مش عاوز|مش عايزه|مش عايزين|مو ابي|لا اريد|لا نريد|لا ارغب|ما احتاج|مو محتاج|مش محتاج|مو لازم|بدل|بدال|بدلا من|عوضا عن|من غير|مو عن|بلاش|لست بحاجه الي|لست بحاجه ل|لست بحاجه|لسنا بحاجه الي|لسنا بحاجه|لا احتاج الي|لا احتاج|لا نحتاج الي|لا نحتاج|ما نحتاج|غير محتاج|ما لي حاجه ب|مالي حاجه ب|لا حاجه ل|لا داعي ل|ما اطلب|ما طلبت|ما يحتاج|مش محتاجين|مش محتاجه|ما بدي|مو بدي|مش بدي|ما بدنا|لا يلزمني|مش لازم|ما لازمني|ما ودي|ما ودنا|ما ابيكم|ما ابغاكم|ماني محتاج|ماني طالب|ماني ابغى|مني محتاج|ما قلت|ما اقول|ما اسال عن|ماني اسال عن|ما عم اطلب|ما عم اسال عن|مانا بحاجه|مش طالب|مش بطلب|مش بسال عن|مش قصدي|مش محتاجين|مش عاوزه|مش عاوزين|لا اقصد|لا اسال عن|لست اسال عن|لم اطلب|لا اطلب|لا اود|لا نود|لا انوي|لا نقصد|لا حاجه لي ب|لا حاجه لي الي|لا حاجه لنا ب|ليس المقصود|لا يتعلق الامر ب|لا اتحدث عن|ما له داعي",
  "scratch|not|isn't|isnt|i'm not asking for|im not asking for|i am not asking for|not asking for|i don't want|i dont want|i do not want|don't want|dont want|don't need|dont need|i don't need|do not need|we don't need|instead of|rather than|no need for|not about|it's not|its not|this is not|i didn't mean|not looking for|not interested in|i am not after|i'm not after|no need of|we don't want|we do not want|we do not need|i never asked for|i didn't ask for|not asking about|not here for|this isn't about|isn't about|i have no need for|i'm not asking about|i am not asking about|i wasn't asking for",
  "msh 3ayez|mosh 3ayez|mesh 3ayez|mesh 3ayza|msh 3ayza|mesh me7tag|msh me7tag|ma a7taj|ma nabi|ma abgha|mabgha|mabagha|mish 3ayez|mesh ayez|msh ayez|mesh 2asdi|ma bedi|mo bedi|ma talabt|mesh talab|mani me7taj|ma abi|mabi|ma abgha|mu|moo|mo|mesh|mosh|msh",
);
/** Whom one speaks to in the middle of a sentence: what is denied ends there. */
const vocatives = phrasesOf(
  "يا عم|يا عمي|يا باشا|يا ابني|يا بني|يا راجل|يا ريس|يا معلم|يا اخي|ياخي|يا خوي|يا اخوي|يا غالي|يا حبيبي|يا جماعه|يا شباب|يا ناس|يا اخوان|يا طويل العمر|ya 3am|ya basha|ya akhi|ya a5i|ya ba4a|ya gama3a|ya jama3a|bro|mate|guys|man",
);
/** Behind «مش», «مو», "not": how somebody or something is, and nothing that is wanted or not. */
const states = phrasesOf(
  "راضي|راضيه|راضين|لاقي|لاقيه|لاقين|قادر|قادره|قادرين|عارف|عارفه|عارفين|فاهم|فاهمه|فاهمين|شغال|شغاله|شغالين|شايف|شايفه|فاضي|فاضيه|حلو|حلوه|كويس|كويسه|زين|زينه|معقول|معقوله|مقبول|مقبوله|مبسوط|مبسوطه|مرتاح|مرتاحه|متاكد|متاكده|نافع|نافعه|طبيعي|طبيعيه|سهل|سهله|صحيح|عدل|كذا|كده|مفهوم|مفهومه|مضبوط|مضبوطه|موجود|موجوده|واضح|واضحه|قصير|قليل|بعيد|بسيط|بسيطه",
  "acceptable|able|sure|working|happy|good|fair|ok|okay|right|possible|easy|cheap|far|bad|funny|normal|clear|available|allowed|here|there|well|feeling|great|enough|serious|professional|going|coming|answering|responding|opening|accepting|sleeping",
  "radi|radya|radyeen|rady|la2i|la2y|la2ya|la8i|ladi|2ader|ader|8ader|gader|gadir|3aref|3arf|3arfa|fahem|fahma|shaghal|shaghala|shghal|sh8al|4aghal|7elw|7elwa|kwayes|kwayesa|zain|zaina|ma32ol|ma38ool|mabsoot|mabsoota|met2aked|mit2akid|mawjood|wade7",
);
/** Words that end what is denied. */
const affirmations = phrasesOf(
  "محتاجه|محتاجين|محتاجين|نحتاج|بدي|بدنا|حابب|ابي|ابغى|ابغا|نبي|نبغى|عايز|عاوز|عايزه|عايزين|اريد|نريد|احتاج|محتاج|ودي|بل|عاوزكو|عاوزكم|عايزكو|عايزكم|عايزاكو|عايزاكم|ابيكم|ابغاكم|نبيكم|نبغاكم|ابغاك|ابيك|انما|وانما|اسال عن|بسال عن|بسال بس|لكن|بس|ولكن|اقصد|قصدي|انا ابي|أنا أبي|i want|i need|i'd like|i would like|but|we want|we need|just|only|i mean|rather|make it|خلها|خليها|خله|خليه|خلوها|خلوه|abi|abgha|3ayez|3awez",
);
/** Words that begin another request without a boundary before them. */
const additions = phrasesOf(
  "وعلي فكره|علي فكره|وعلي فكره يلزمني ايضا|علي فكره يلزمني ايضا|وبالمناسبه|بالمناسبه|وترا كمان|وتري كمان|وترا بعد|تري بعد|ترا بعد|ترا كمان|يلزمني ايضا|ويلزمني ايضا|ويلزمني|by the way|btw|oh and also|3ala fekra|w 3ala fekra|3la fekra|w tara|tara kaman|ولدي ايضا|ولدينا ايضا|وعندي ايضا|وعندنا ايضا|وعندي كمان|وعندي بعد|وعندي برضو|وعندي برضه|وعندي طلب ثاني|ومعي ايضا|ومعايا كمان|w 3andi kaman|w 3indi ba3ad|w 3andi ba3d|and i also have|i also have|and i have another|and i also need|and i also want|i also need|and we also need|and also need|وبدي|وبدنا|وكمان بدي|وحابب|وابي|وابغى|وابغا|وابغي|ونبي|ونبغى|وعايز|وعاوز|وعايزه|وعايزين|واريد|ونريد|واحتاج|ومحتاج|وودي|وارغب|ونود|واود|وكمان|كمان|وكذلك|كذلك|وايضا|ايضا|وبرضو|برضو|وبرضه|برضه|وبعد ابي|وبعدها|وبعدين|بعدين|وبعد كذا|بعد كذا|ثم|وثم|بالاضافه الى|وبالاضافه|وزياده على كذا|وحاجه ثانيه|وشي ثاني|وطلب ثاني|وفي نفس الوقت|واحجز|واحجزوا|واحجزلي|وارسل|واشحن|والغي|والغوا|والغ|وجدد|وجددوا|واطلب|واطلبوا|ووين|وفين|ومتى|وحولني|وابعت|واشتروا|واخزن|واجدد|وهل ممكن|وممكن|ولو سمحت|وبالمره|بالمره|وبالمرة|وبعد ارسل|وبعد احجز|وبعد ابي",
  "and also|also|and then|then|plus|as well as|and i want|and i need|and i'd like|and we need|and we want|and can you|and could you|and please|and book|and send|and ship|and deliver|and reserve|and renew|and cancel|and store|and where|and find|and buy|and rent|and get me|in addition|besides|another thing|second thing|one more thing|secondly|and what about|oh and",
  "w abi|w abgha|w 3ayez|w 3awez|w kaman|kaman|wabi|wabgha|w a7jez|w ba3dein|wa kaman|w b3dain",
);
/** Among the additions, those that say nothing else: left out of the clause that they begin. */
const bareAdditions = phrasesOf(
  "وعلي فكره|علي فكره|وبالمناسبه|بالمناسبه|وترا كمان|وتري كمان|وترا بعد|تري بعد|ترا بعد|ترا كمان|by the way|btw|oh and also|3ala fekra|w 3ala fekra|3la fekra|w tara|tara kaman|ولدي ايضا|ولدينا ايضا|وعندي ايضا|وعندنا ايضا|وعندي كمان|وعندي بعد|وعندي برضو|وعندي برضه|ومعي ايضا|ومعايا كمان|w 3andi kaman|w 3indi ba3ad|w 3andi ba3d|and i also have|i also have|وكمان|كمان|وكذلك|كذلك|وايضا|ايضا|وبرضو|برضو|وبرضه|برضه|وبعدها|وبعدين|بعدين|ثم|وثم|and also|also|and then|then|plus|as well as|in addition|besides|w kaman|kaman|w ba3dein|oh and|one more thing|another thing|وحاجه ثانيه|وشي ثاني",
);

/** Takes a message apart. `text` is what the words' offsets are of. */
export function partsOf(text: string, all: readonly Word[]): Parts {
  const words = withoutFillers(all);
  const front = takeFront(words);
  const behind = takeBehind(words.slice(front.taken));
  const middle = words.slice(front.taken, words.length - behind.taken);
  const clauses = cut(text, middle);
  return {
    ...(front.greeted && { greeting: { salam: front.salam } }),
    thanks: behind.thanked || front.thanked,
    clauses,
    denied: deniedIn(
      text,
      middle,
      findPhrases(denials, middle).filter(
        (place) => !meansInstead(middle, place) && !tellsState(middle, place) && !setsLimit(middle, place),
      ),
    ),
    forbidden: deniedIn(text, middle, forbidding(middle)),
  };
}

/** Is the word among the politenesses, or a phrase of them? For taking lead-ins off an answer. */
export const politeWords: Phrases = politeness;

function withoutFillers(words: readonly Word[]): Word[] {
  const left: Word[] = [];
  for (let index = 0; index < words.length; ) {
    const length = isMother(words[index]) ? 0 : phraseAt(fillers, words, index);
    if (length === 0) left.push(words[index] as Word);
    index += Math.max(1, length);
  }
  return left.length > 0 ? left : [...words];
}

/** «أم فهد» is a name, «امم» is a filler: folded they are the same. */
const isMother = (word: Word | undefined): boolean => word?.key === "ام" && word.end - word.start === 2;

type Front = {
  readonly taken: number;
  readonly greeted: boolean;
  readonly salam: boolean;
  readonly thanked: boolean;
};

function takeFront(words: readonly Word[]): Front {
  let taken = 0;
  let [greeted, salam, thanked] = [false, false, false];
  for (;;) {
    const salamLength = phraseAt(salams, words, taken);
    const greetingLength = phraseAt(greetings, words, taken);
    const length = Math.max(salamLength, greetingLength);
    const thanksLength = length === 0 ? phraseAt(thanks, words, taken) : 0;
    const rest = length + thanksLength || phraseAt(politeness, words, taken);
    if (rest === 0) return { taken, greeted, salam, thanked };
    greeted ||= length > 0;
    salam ||= salamLength > 0;
    thanked ||= thanksLength > 0;
    taken += rest;
  }
}

function takeBehind(words: readonly Word[]): { readonly taken: number; readonly thanked: boolean } {
  let thanked = false;
  let end = words.length;
  for (;;) {
    const courtesy = lengthBefore(thanks, words, end);
    const rest = courtesy || lengthBefore(politeness, words, end);
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

/** Where the text between two words ends a sentence or a part of one; a point inside a number is not among words. */
const boundary = /[.!?؟;؛\n،,&+]|\s[-–—]\s/;

/** «1) …  2) …»: what stands behind the number of a list is a part of its own. */
const listed = /^\s*[)\-–.:]\s*/;

/** Every clause costs a reading: what is cut more often is a list, and its rest is read as one. */
const mostClauses = 40;

/** Soft cuts cost a reading each; beyond these a message is a list, not several requests. */
const mostSoftCuts = 8;

function cut(text: string, words: readonly Word[]): Clause[] {
  const clauses: Clause[] = [];
  let [from, also, soft, softCuts] = [beginsListed(text, words, 0) ? 1 : 0, false, false, 0];
  const close = (to: number) => {
    const part = words.slice(from, to);
    const [first, last] = [part[0], part.at(-1)];
    if (first && last) clauses.push({ words: part, start: first.start, end: last.end, also, soft });
  };
  for (let index = 1; index < words.length && clauses.length < mostClauses; index++) {
    const added = phraseAt(additions, words, index);
    const inList = beginsListed(text, words, index);
    const hard = added > 0 || inList || boundary.test(between(text, words, index));
    if (!hard && !(softCuts < mostSoftCuts && mayJoin(words[index] as Word))) continue;
    close(index);
    from = index + (added > 0 ? phraseAt(bareAdditions, words, index) : inList ? 1 : 0);
    also = added > 0;
    soft = !hard;
    if (soft) softCuts++;
    index = Math.max(index, from);
  }
  close(words.length);
  return clauses;
}

function beginsListed(text: string, words: readonly Word[], index: number): boolean {
  const word = words[index];
  return word !== undefined && /^[1-9]$/.test(word.text) && listed.test(between(text, words, index + 1));
}

/** Words that begin with و and are not joined by it, by their beginnings … */
const notJoined =
  /^(?:وزن|ورق|وقت|واحد|وحد|وسيط|واصل|وظيف|وكال|وطني|وثايق|وثيق|وضع|واجد|وايد|وحيد|والد|وعد|واتس|والله|وعليكم)/;
/** … or whole, where another word goes on with the same letters («وين», but «وينقلوه»; «وش», but «وشوفوا»). */
const notJoinedWhole =
  /^(?:وين(?:ه|ها|هم|ك|كم|ي)?|وصل(?:ه|ها|هم|ت|تها|ني|نا|كم|وا|و|وه|وها|ولي|وني)?|ودي|وش|وشو|وبين(?:ي|نا|ه|ها|هم)?|وصف(?:ه|ات)?|وصي(?:ه|ت)?|ولد(?:ي|ه|ها|نا|هم|ك|ين)?|وجه(?:ه|ي|ك|كم)?|وقف(?:ت|ه|وا)?|وافق(?:ت|وا|و)?|وصول(?:ه|ها|ي)?)$/;

const joints = /^(?:and|w|wa|wel|wal|و)$/;

/** «وطرد …», "and …": what follows may be another thing that is wanted. */
function mayJoin({ key, text }: Word): boolean {
  if (joints.test(text)) return true;
  return /^و[\u0620-\u064a]{3,}/.test(key) && !notJoined.test(key) && !notJoinedWhole.test(key);
}

function between(text: string, words: readonly Word[], index: number): string {
  return text.slice(words[index - 1]?.end ?? 0, words[index]?.start ?? text.length);
}

/** Every word is held against every denial: nobody denies more things in a message. */
const mostDenials = 16;

/** Denied spans: from the denial to a boundary, an affirmation, or six words on. */
function deniedIn(text: string, words: readonly Word[], denying: readonly PhrasePlace[]): Denied[] {
  return denying.slice(0, mostDenials).flatMap(({ index, length }) => {
    const from = index + length;
    let to = from;
    while (to < words.length && to - from < 6) {
      if (to > from && boundary.test(between(text, words, to))) break;
      // «مب هالاسبوع، يعني ٢ ديسمبر»: behind it stands what is meant.
      if (to > from && /(?:^|\s)(?:يعني|ya3ni)\s/.test(between(text, words, to))) break;
      if ([affirmations, additions, vocatives].some((ends) => phraseAt(ends, words, to) > 0)) break;
      to++;
    }
    const [first, last] = [words[index], words[to - 1]];
    return to > from && first && last && !boundary.test(between(text, words, from))
      ? [{ start: first.start, end: last.end, inner: words[from]?.start ?? last.end }]
      : [];
  });
}

const noIMean = phrasesOf("لا اقصد|لا نقصد");

/** «لا اقصد نقل كفالة» and no more is "no, I mean …"; "I do not mean" goes on with what is meant («… بل …»، «… أقصد …»). */
function meansInstead(words: readonly Word[], { index, length }: PhrasePlace): boolean {
  if (index > 0 || phraseAt(noIMean, words, 0) !== length) return false;
  return !hasPhrase(affirmations, words.slice(length));
}

const plainDenials = phrasesOf(
  "مو|مهو|ماهو|ما هو|مب|مهب|مش|موب|مهوب|ليس|ليست|ومو|ومش|not|isn't|isnt|it's not|its not|this is not|mu|moo|mo|mesh|mosh|msh",
);

/** «التطبيق مش راضي يسدد», "this is not acceptable": what does not work is told, not denied. Nor «مش هعديها»: what is not going to be done. */
function tellsState(words: readonly Word[], { index, length }: PhrasePlace): boolean {
  if (phraseAt(plainDenials, words, index) !== length) return false;
  const next = words[index + length];
  return (
    phraseAt(states, words, index + length) > 0 ||
    (next !== undefined && /^ه[اتني][\u0620-\u064a]{3,}$/.test(next.key))
  );
}

const limits = phrasesOf(
  "اغلي|اكثر|اكتر|ازيد|اقل|ابعد|تتجاوز|يتجاوز|نتجاوز|تزيد|يزيد|تتعدي|يتعدي",
  "exceeding|exceed|more|over|above|beyond|later|less|aghla|a8la|aktar|akthar|azyad",
);

/** «مش أغلى من ١٨٠٠», "not exceeding SAR 720", "don't want to pay more than 500": a bound that is wished for. */
function setsLimit(words: readonly Word[], { index, length }: PhrasePlace): boolean {
  const from = index + length;
  return [from, from + 1, from + 2].some(
    (at) => phraseAt(limits, words, at) > 0 && (at === from || pays.test(words[at - 1]?.text ?? "")),
  );
}

const pays = /^(?:[اتني]?دفع|ا?صرف|pay|spend|adfa3|edfa3)$/;

const forbids = phrasesOf(
  "please don't|please dont|don't|dont|do not|never|no|without|forget the|forget about the|skip the|لا عاد|بلا|بدون|من دون|دون|من غير|انسوا|la",
);

/** «لست أشتكي» is a verb behind "I do not", «لست اشخاص» are six people. */
const notDoing = /^ا(?!شخاص|فراد|نفار|يام|سابيع|شهر|طفال|وراق|جنحه|صدقا|ولاد)[\u0620-\u064a]{3,}/;

/** "Don't …", and «لا» before a verb in the second person («لا تشترون»). */
function forbidding(words: readonly Word[]): PhrasePlace[] {
  const inArabic = words.flatMap(({ key }, index) =>
    (key === "لا" && /^ت[\u0620-\u064a]{2,}/.test(words[index + 1]?.key ?? "")) ||
    (key === "لست" && notDoing.test(words[index + 1]?.key ?? ""))
      ? [{ index, length: 1 }]
      : [],
  );
  // «متلغوش حاجة»: the verb itself forbids; the denial is its first letter.
  const egyptian = words.flatMap(({ key }, index) =>
    /^ما?ت[\u0620-\u064a]{2,}ش$/.test(key) ? [{ index, length: 0 }] : [],
  );
  // "No, forget the parcel": the no answers, and forbids nothing.
  const said = findPhrases(forbids, words).filter(
    ({ index, length }) => length > 1 || words[index + 1]?.text !== "forget",
  );
  return [...said, ...inArabic, ...egyptian];
}

type PhrasePlace = { readonly index: number; readonly length: number };

/** Does one of these words ask for something («أبي», "I need")? */
export function wantsSomething(words: readonly Word[]): boolean {
  return hasPhrase(affirmations, words) || hasPhrase(additions, words);
}

const introductions = phrasesOf(
  "شركتنا|مؤسستنا|مكتبنا|مطعمنا|حنا شركه|احنا شركه|نحن شركه|نحن مؤسسه|انا صاحب|انا مالك|انا مدير|انا اعمل|انا اشتغل|عندي شركه|عندي محل|عندي مطعم|عندي مؤسسه|لدي شركه|لدينا شركه|لدينا مصنع|عندنا شركه|عندنا مصنع|اسمها|اسمي",
  "i run|i own|i have a company|i manage|i work|we already have|i already have|we have already|i've already|عندنا اصلا|عندي اصلا|لدينا بالفعل|we run|we own|my company|our company|our firm|we are a|we're a|i am a|i'm a|my name is|ana sa7eb|3andi sherka|3endi sharika|e7na sherka",
);

/** Does a clause begin by saying who writes («عندي شركة شحن», "I run a hotel")? Such words ask for nothing themselves. */
export function introduces(words: readonly Word[]): boolean {
  return phraseAt(introductions, words, 0) > 0;
}

const restrictions = phrasesOf("only|just|فقط|بس|وبس|bas|w bas|لا غير|nothing else|that is all");

/** Does a clause say that nothing else is wanted ("I only need …", «فقط»)? */
export function restricts(words: readonly Word[]): boolean {
  return hasPhrase(restrictions, words);
}

/** The words without the «و», "and" or "w" that joins them to what stands before. */
export function withoutJoint(words: readonly Word[]): readonly Word[] {
  const [first, ...rest] = words;
  if (!first || rest.length === 0) return words;
  if (joints.test(first.text)) return rest;
  if (!mayJoin(first) || /^[a-z]/.test(first.text)) return words;
  const bare = first.key.slice(1);
  return [{ ...first, text: bare, key: bare }, ...rest];
}
