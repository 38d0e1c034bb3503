/**
 * «إيقاف الرسائل», "unsubscribe", «تفعيل الرسائل»: whether the office may write what was not asked for. A whole message alone is such a
 * wish, so that «لا ترسلون المندوب اليوم» is not; one that nearly is, is asked about. The words are data (`message-wish-words.ts`).
 */
import type { Conversation } from "../../domain/conversation.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { keepRecent } from "../../language/recent-texts.ts";
import { isClosed } from "../../orders/status.ts";
import * as said from "./message-wish-words.ts";

/** Folded words, one space apart. */
const plain = (text: string): string =>
  tokens(text.replace(/['’]/g, ""))
    .map((token) => token.text)
    .join(" ");
const listed = (text: string): readonly string[] => [...new Set(text.split("|").map(plain))];
/** One of these words or phrases, the longest first. */
const oneOf = (...lists: readonly string[]): string =>
  `(?:${lists
    .flatMap(listed)
    .toSorted((one, other) => other.length - one.length)
    .join("|")})`;
const only = (pattern: string): RegExp => new RegExp(`^${pattern}$`);
const within = (pattern: string): RegExp => new RegExp(`(?:^| )${pattern}(?= |$)`);

const arabicNotice = `${oneOf(said.noticePrefixes)}?${oneOf(said.notices)}${oneOf(said.noticeSuffixes)}?`;
const beside = oneOf(said.beside);
const tail = `(?: ${oneOf(said.tails, said.beside)})*`;
const sureNotice = `(?:${arabicNotice}|${oneOf(said.anyNotices, said.latinNotices)})`;
const anyNotice = `(?:${sureNotice}|${oneOf(said.doubtfulNotices)})`;
const asking = `(?:${oneOf(said.asking)} )?`;
const egyptian = `(?:ما |م)(?:${oneOf(said.egyptianStems)}${oneOf(said.egyptianEnds)}|${oneOf(said.egyptianMeStems)}${oneOf(said.egyptianMeEnds)})`;
const unwanted = `(?:${oneOf(said.unwanted)}|${oneOf(said.negations)} ${oneOf(said.wants)}(?: ${oneOf(said.wantsOf)})?)`;
const ends = `${asking}(?:${oneOf(said.stopVerbs)}|${unwanted})`;
const bothering = `(?:${oneOf(said.bothering)}|${oneOf(said.writingTo)} ${oneOf(said.whom)})`;
const doNot = `(?:${oneOf(said.not)} ${oneOf(said.youSend)}|${egyptian}|${oneOf(said.latinStems)}${oneOf(said.latinEnds)}|${oneOf(said.dont)} (?:${oneOf(said.toMe)}|${oneOf(said.writeTo)} ${oneOf(said.whom)}))`;
const youSend = `(?:${doNot}|${oneOf(said.unwantedYou)} ${oneOf(said.youSend)})`;

/** A notice with what may stand around it: «كل هالرسائل والإشعارات منكم». */
const noticesIn = (notice: string): string => `(?:${beside} )*${notice}(?: (?:${beside} )*${notice})*${tail}`;
/** Between a verb and its noun. */
const links = `(?:(?:${oneOf(said.receiving, said.tails, said.beside)}) )*`;

/** The ways in which messages are stopped; `notice` is a noun that counts as one. */
const stopsOf = (notice: string): string =>
  [
    `${ends} ${links}${noticesIn(notice)}`,
    `${ends} ${bothering}${tail}(?: (?:with |by )?${noticesIn(notice)})?`,
    `${asking}${youSend}${tail}(?: (?:with |by )?${noticesIn(notice)})?`,
    `${oneOf(said.not)} ${oneOf(said.youSendOne)}${tail} ${noticesIn(notice)}`,
    `${oneOf(said.not)} ${oneOf(said.youSendOne)} (?:لي|لنا|li|lna)${tail}`,
    `${asking}${noticesIn(notice)} (?:${oneOf(said.thoseEnd)}|${youSend})${tail}`,
    `${asking}${oneOf(said.stops)}${tail}`,
    `${asking}${oneOf(said.removing)} ${oneOf(said.outOf)} (?:${oneOf(said.lists)}|${notice})${tail}`,
  ].join("|");
/** Once, or said twice in one breath: «خلاص وقفوا الرسايل لا ترسلون». */
const repeated = (wish: string): RegExp => only(`(?:${oneOf(said.leads)} )?(?:(?:${wish})(?: |$))+`);

const sureStop = repeated(stopsOf(sureNotice));
const doubtfulStop = only(
  `(?:${stopsOf(anyNotice)}|${ends} ${oneOf(said.doubtfulSending)}${tail}|${oneOf(said.doubtfulStops)})`,
);
const barelyStop = only(oneOf(said.barelyStops));

const sureStart = only(
  `(?:${asking}${oneOf(said.startVerbs)} ${links}${noticesIn(sureNotice)}|${oneOf(said.starts)}${tail})`,
);
/** Of somebody who has stopped them. */
const wishedStart = only(
  `(?:${asking}${oneOf(said.startVerbs)} ${links}${noticesIn(sureNotice)}(?: ${oneOf(said.comeBack)})?|${oneOf(said.barelyStarts)})`,
);
/** The same, and where something is open it may answer that: "i need sms" is what somebody wants written. */
const idleStart = only(
  `(?:${asking}${oneOf(said.wanting)} ${links}${noticesIn(sureNotice)}(?: ${oneOf(said.comeBack)})?|${oneOf(said.wanting)} ${oneOf(said.comeBack)} ${links}${noticesIn(sureNotice)}|${oneOf(said.idleStarts)})`,
);

const complaint = within(oneOf(said.complaints, said.annoyed));
const stopWord = within(`(?:${oneOf(said.stopVerbs, said.annoyed)}|${unwanted}|${youSend})`);
const noticeWord = within(`(?:${sureNotice}|messaging me|texting me|spamming me)`);
/** «قلت لكم من أمس لا ترسلون»: what is not to be sent isn't said. */
const lastWords = new RegExp(`(?:^| )${youSend}$`);
/** «لا ترسلون الحين»: not now, perhaps; behind "from" or "after" it is from now on. */
const doNotSend = within(doNot);
const atThisMoment = new RegExp(`(?<=^| )(?<!(?:من|بعد|from|min|ba3d) )${oneOf(said.moments)}(?= |$)`);
const forGood = within(oneOf(said.forGood));
const condition = within(oneOf(said.conditions));
const mostBefore = 5;
const somethingElse = within(oneOf(said.ofSomethingElse));

const letter = /\p{L}/u;
const longest = 110;
/** Nobody needs more for it. */
const mostWords = 18;
/** Words of a message that may still be a mere wish about messages with a limit or a complaint. */
const mostAsked = 8;

const fillers = new RegExp(`(?<=^| )${oneOf(said.around)}(?: |$)`, "g");
const complaints = new RegExp(`(?<=^| )${oneOf(said.complaints)}(?: |$)`, "g");

/** Every such wish has one of these words, or of those that are built from parts. Most messages have none, and are looked at no further. */
const core: ReadonlySet<string> = new Set(
  [
    ...[said.notices, said.anyNotices, said.latinNotices, said.doubtfulNotices, said.doubtfulSending],
    ...[said.stopVerbs, said.unwanted, said.unwantedYou, said.bothering, said.writingTo],
    ...[said.youSend, said.youSendOne, said.toMe, said.writeTo, said.stops, said.removing, said.lists],
    ...[said.thoseEnd, said.barelyStops, said.doubtfulStops, said.startVerbs, said.starts],
    ...[said.barelyStarts, said.idleStarts, said.annoyed, said.complaints, "messaging|texting|spamming"],
  ]
    .flatMap(listed)
    .flatMap((phrase) => phrase.split(" ")),
);
const built = only(
  `(?:${arabicNotice}|م?(?:${oneOf(said.egyptianStems)}${oneOf(said.egyptianEnds)}|${oneOf(said.egyptianMeStems)}${oneOf(said.egyptianMeEnds)})|${oneOf(said.latinStems)}${oneOf(said.latinEnds)})`,
);
const mayBeWish = (words: readonly string[]): boolean =>
  words.some((word) => core.has(word) || built.test(word));

/** Whether a whole message is about messages that were not asked for: that they end here, or come again; or may be, and is to be asked about. */
export function readMessageWish(
  conversation: Pick<Conversation, "open" | "active" | "optedOut" | "orders">,
  text: string,
): Understanding | undefined {
  const whole = wordsOfWish(text);
  if (whole === undefined) return undefined;
  const meant = whole.replace(fillers, "").trim();
  if (conversation.optedOut && isStart(conversation, meant, text)) return { type: "messages", wanted: true };
  if (sureStop.test(meant) || sureStop.test(meant.replace(complaints, "").trim()))
    return { type: "messages", wanted: false, ...(isForNow(whole) && { unsure: true }) };
  if (sureStart.test(meant)) return { type: "messages", wanted: true };
  if (barelyStop.test(meant)) return isIdle(conversation) ? { type: "messages", wanted: false } : undefined;
  if (doubtfulStop.test(meant)) {
    const free = isIdle(conversation) && !conversation.orders.some(({ status }) => !isClosed(status));
    return { type: "messages", wanted: false, ...(!free && { unsure: true }) };
  }
  return isNearly(whole) ? { type: "messages", wanted: false, unsure: true } : undefined;
}

/** The plain words of a message that may be such a wish. */
const wordsOfWish: (text: string) => string | undefined = keepRecent((text) => {
  if (text.length > longest || !letter.test(text)) return undefined;
  const whole = plain(text).replace(joined, "$1 ");
  const words = whole.split(" ");
  return words.length > mostWords || !mayBeWish(words) ? undefined : whole;
});

/** «لاترسلون» as two words. */
const joined = /(?<= |^)(لا|ما|la|ma)(?=ت(?:رسل|راسل|بعت|بعث|كتب|كلم|زعج|تواصل)|tersl|trsl)/g;

/** Said of this moment alone, and not of messages by their name: «لا ترسلون الحين» may be of a courier, or mean "later". */
function isForNow(words: string): boolean {
  if (forGood.test(words) || noticeWord.test(words)) return false;
  return atThisMoment.test(words) && doNotSend.test(words);
}

/** In a chat where messages were stopped. */
function isStart(conversation: Pick<Conversation, "open" | "active">, meant: string, text: string): boolean {
  if (wishedStart.test(meant)) return true;
  return idleStart.test(meant) && isIdle(conversation) && !never.test(text);
}

/** «أبدًا»: never; «ابدأ»: start. */
const never = /أبد|ابد(?:ًا|اً)/;

/** «وقفوا كل الرسائل الا تحديثات طلبي»: the wish itself, with an exception or something else beside it. */
const wishWithin = within(
  `(?:${oneOf(said.stopVerbs)}|${oneOf(said.not)} ${oneOf(said.youSend)}) (?:\\S+ ){0,2}${sureNotice}`,
);
/** An order that is to end is no less so for what stands beside it. */
const ending = /(?:^| )و?(?:ال|ا)غ|كنسل|cancel/;

/** Speaks of messages and of stopping, in few words, and of nothing else that we know. */
function isNearly(words: string): boolean {
  if (wishWithin.test(words) && !ending.test(words)) return true;
  const count = words.split(" ").length;
  if (count > mostAsked || somethingElse.test(words)) return false;
  if (count <= mostBefore && lastWords.test(words) && !condition.test(words)) return true;
  return noticeWord.test(words) && (stopWord.test(words) || complaint.test(words));
}

/** Nothing is open that "stop" could mean: no form, and no question but the menu or another mere offer. */
function isIdle({ open, active }: Pick<Conversation, "open" | "active">): boolean {
  if (active !== undefined) return false;
  return open === undefined || (open.type === "which_service" && open.text === "");
}

/** Patterns are built when they are first used, twice: a tenth of a second, better at a start than in a customer's first message. */
export function warmMessageWords(): void {
  const optedOut = { at: 0, messageId: "", text: "" };
  const texts = [
    "وقفوا كذا رسايل",
    "ابي شي",
    "لا ترسلون الحين",
    "stop",
    "ليش كل رسايل",
    "وقفوا الرسائل الا طلبي",
  ];
  for (const chat of [{ orders: [] }, { orders: [], optedOut }])
    for (const text of [...texts, ...texts]) readMessageWish(chat, text);
}
