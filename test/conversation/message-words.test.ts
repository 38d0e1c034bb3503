import { describe, expect, it } from "vitest";
import * as lists from "../../src/conversation/customer/message-wish-words.ts";
import { readMessageWish } from "../../src/conversation/customer/message-words.ts";
import type { OrderSummary } from "../../src/domain/conversation.ts";
import type { DraftId } from "../../src/domain/ids.ts";
import { askedSayings, doubtfulSayings, otherSayings, startSayings, stopSayings } from "./message-sayings.ts";

type Chat = Parameters<typeof readMessageWish>[0];
const idle: Chat = { orders: [] };
const inForm: Chat = { active: "3.1" as DraftId, orders: [] };
const withOrder: Chat = { orders: [{ status: "placed" } as OrderSummary] };
const optedOut = { optedOut: { at: 1, messageId: "m", text: "stop" } };
const stopped: Chat = { ...optedOut, orders: [] };
const deciding: Chat = {
  open: { type: "cancel_draft", draft: "3.1" as DraftId, token: "q1" },
  active: "3.1" as DraftId,
  orders: [],
};
const everywhere = [idle, inForm, withOrder, stopped, deciding];

/** What a saying is taken for, in one word. */
function taken(chat: Chat, text: string): "stop" | "start" | "ask" | "nothing" {
  const wish = readMessageWish(chat, text);
  if (wish?.type !== "messages") return "nothing";
  if (wish.unsure) return "ask";
  return wish.wanted ? "start" : "stop";
}

const varieties = <T extends object>(sayings: T) =>
  Object.entries(sayings).flatMap(([variety, said]: [string, readonly string[]]) =>
    said.map((text) => [variety, text] as const),
  );

describe("readMessageWish", () => {
  it.each(varieties(stopSayings))("hears that messages end (%s): «%s»", (_variety, text) => {
    expect(everywhere.map((chat) => taken(chat, text))).toEqual(everywhere.map(() => "stop"));
  });

  it.each(varieties(startSayings))("hears that they come again (%s): «%s»", (_variety, text) => {
    expect(taken(stopped, text)).toBe("start");
    for (const chat of [idle, inForm, withOrder, deciding])
      expect(["start", "nothing"]).toContain(taken(chat, text));
  });

  it.each(otherSayings)("leaves «%s» alone", (text) => {
    expect(everywhere.map((chat) => taken(chat, text))).toEqual(everywhere.map(() => "nothing"));
  });

  it.each(askedSayings)("asks about «%s»", (text) => {
    expect(everywhere.map((chat) => taken(chat, text))).toEqual(everywhere.map(() => "ask"));
  });

  it.each(doubtfulSayings)("asks about «%s» where an order or a form could be meant", (text) => {
    expect(taken(idle, text)).toBe("stop");
    expect([inForm, withOrder, deciding].map((chat) => taken(chat, text))).toEqual(["ask", "ask", "ask"]);
  });

  it.each([
    ...["لا ترسلون الحين", "لا ترسلون شي الحين", "لا ترسلون لي الان", "لا تكلموني الحين", "الحين لا ترسلون"],
    ...["متبعتوش دلوقتي", "don't message me now", "please don't text me now"],
  ])("takes «%s» for no wish that lasts: asks", (text) => {
    expect(everywhere.map((chat) => taken(chat, text))).toEqual(everywhere.map(() => "ask"));
  });

  it.each([
    ...["وقفوا الرسايل الحين", "لا ترسلون رسايل الحين", "بطلوا ترسلون الحين", "لا ترسلون لي من الحين"],
    ...["don't message me from now on", "stop texting me now", "لا ترسلون"],
    ...["لا ترسلون بعد الآن", "لا تراسلوني بعد الآن", "لا ترسلوا لي شيئا بعد الآن", "لا تراسلوني الآن أبدا"],
    ...["don't contact me ever again now", "do not message me now anymore", "لا تكلموني الحين نهائيا"],
  ])("takes «%s» for one that lasts", (text) => {
    expect(everywhere.map((chat) => taken(chat, text))).toEqual(everywhere.map(() => "stop"));
  });

  it.each(["i need sms", "ابي رسائل", "ابي ارسال رسائل", "ابغى تذكير", "i need reminders", "send sms"])(
    "takes «%s» for consent where messages were stopped and nothing else is open, and never inside a form",
    (text) => {
      expect(taken(stopped, text)).toBe("start");
      expect(taken({ ...stopped, active: "3.1" as DraftId }, text)).toBe("nothing");
      expect(taken({ ...deciding, ...optedOut }, text)).toBe("nothing");
    },
  );

  it("takes a wish in so many words everywhere", () => {
    for (const text of ["تفعيل الرسائل", "فعلوا الرسايل", "start messages"])
      expect(taken({ ...stopped, active: "3.1" as DraftId }, text)).toBe("start");
  });

  it.each(["أبي الإشعار", "ابغى التنبيه", "ابي الاشعار لو سمحتوا"])(
    "takes «%s» for no consent: it may be a bank's slip",
    (text) => {
      expect([stopped, idle, withOrder].map((chat) => taken(chat, text))).toEqual([
        "nothing",
        "nothing",
        "nothing",
      ]);
    },
  );

  it.each([
    "الغاء التنبيه",
    "إلغاء الإشعار",
    "لا أريد الإشعار",
    "بدون ازعاج",
    "كفاية إزعاج",
    "لا رسائل",
    "no text",
  ])("hears «%s», and asks where it may answer what a form asks", (text) => {
    expect(taken(idle, text)).toBe("stop");
    expect([inForm, withOrder, deciding].map((chat) => taken(chat, text))).toEqual(["ask", "ask", "ask"]);
  });

  it("reads no long row of small words", () => {
    expect(taken(idle, `وقفوا الرسائل ${"كل ".repeat(10)}`)).toBe("stop");
    expect(taken(idle, `وقفوا الرسائل ${"كل ".repeat(30)}`)).toBe("nothing");
  });

  it("takes a bare stop for one only where nothing is open", () => {
    for (const text of ["Stop", "plz stop", "لا ترسل", "إلغاء الاشتراك"]) {
      expect(taken(idle, text)).toBe("stop");
      expect(taken(inForm, text)).toBe("nothing");
      expect(taken(deciding, text)).toBe("nothing");
    }
  });

  it("takes a bare start for one only where messages were stopped", () => {
    for (const text of ["start", "subscribe", "تفعيل", "فعّلوا", "اشتراك", "ابدأ"]) {
      expect(taken(stopped, text)).toBe("start");
      expect(taken(idle, text)).toBe("nothing");
    }
  });

  it("leaves what a form asks for alone where messages were stopped", () => {
    for (const text of ["start", "resume", "résumé", "اشتراك"])
      expect(taken({ ...stopped, active: "3.1" as DraftId }, text)).toBe("nothing");
  });

  it("takes a wish for messages for one only where they were stopped", () => {
    for (const text of ["أبي رسائل", "عايز رسايل", "send me messages"]) {
      expect(taken(stopped, text)).toBe("start");
      expect(taken(idle, text)).toBe("nothing");
    }
  });

  it("tells «ابدأ» from «أبدًا», and inside a form takes neither", () => {
    expect(taken(stopped, "أبدًا")).toBe("nothing");
    expect(taken(stopped, "ابداً")).toBe("nothing");
    expect(taken({ ...stopped, active: "3.1" as DraftId }, "ابدأ")).toBe("nothing");
  });

  it("never takes a wish for advertisements for consent", () => {
    for (const text of ["أبي إعلانات", "ابغى اعلانات", "i want ads", "ابي عروض"])
      expect(taken(stopped, text)).toBe("nothing");
  });
});

const entries = (list: string): readonly string[] => list.split("|");

/** How each list is used, where messages were neither stopped nor is anything open. */
const said: readonly (readonly [string, string, (entry: string) => string])[] = [
  ["around", lists.around, (word) => `${word} إيقاف الرسائل`],
  ["moments", lists.moments, (word) => `${word} إيقاف الرسائل`],
  ["complaints", lists.complaints, (word) => `${word} لا ترسلون`],
  ["notices", lists.notices, (word) => `وقفوا ${word}`],
  ["noticePrefixes", lists.noticePrefixes, (word) => `وقفوا ${word}رسايل`],
  ["noticeSuffixes", lists.noticeSuffixes, (word) => `وقفوا مسج${word === "ات" ? "" : "ات"}${word}`],
  ["anyNotices", lists.anyNotices, (word) => `ما ابي ${word}`],
  ["latinNotices", lists.latinNotices, (word) => `stop ${word}`],
  ["doubtfulNotices", lists.doubtfulNotices, (word) => `stop ${word}`],
  ["forGood", lists.forGood, (word) => `لا ترسلون الحين ${word}`],
  ["beside", lists.beside, (word) => `stop ${word} messages`],
  ["tails", lists.tails, (word) => `وقفوا الرسائل ${word}`],
  ["asking", lists.asking, (word) => `${word} stop messages`],
  ["stopVerbs", lists.stopVerbs, (word) => `${word} الرسائل`],
  ["unwanted", lists.unwanted, (word) => `${word} الرسائل`],
  ["negations", lists.negations, (word) => `${word} عايز رسايل`],
  ["wants", lists.wants, (word) => `مش ${word} رسايل`],
  ["wantsOf", lists.wantsOf, (word) => `لا ارغب ${word} الرسائل`],
  ["receiving", lists.receiving, (word) => `ما ابي ${word} رسائل`],
  ["bothering", lists.bothering, (word) => `عدم ${word}`],
  ["doubtfulSending", lists.doubtfulSending, (word) => `وقفوا ${word}`],
  ["youSend", lists.youSend, (word) => `لا ${word}`],
  ["youSendOne", lists.youSendOne, (word) => `لا ${word} لي رسائل`],
  ["not", lists.not, (word) => `${word} ترسلون`],
  ["unwantedYou", lists.unwantedYou, (word) => `${word} ترسلون`],
  ["egyptianStems", lists.egyptianStems, (word) => `م${word}وش`],
  ["egyptianEnds", lists.egyptianEnds, (word) => `متبعت${word}`],
  ["egyptianMeStems", lists.egyptianMeStems, (word) => `م${word}ونيش`],
  ["egyptianMeEnds", lists.egyptianMeEnds, (word) => `ما تكلم${word}`],
  ["latinStems", lists.latinStems, (word) => `${word}osh`],
  ["latinEnds", lists.latinEnds, (word) => `matb3at${word}`],
  ["dont", lists.dont, (word) => `${word} text me`],
  ["toMe", lists.toMe, (word) => `don't ${word}`],
  ["writeTo", lists.writeTo, (word) => `don't ${word} me`],
  ["writingTo", lists.writingTo, (word) => `stop ${word} me`],
  ["whom", lists.whom, (word) => `stop texting ${word}`],
  ["leads", lists.leads, (word) => `${word} no more messages`],
  ["stops", lists.stops, (word) => word],
  ["removing", lists.removing, (word) => `${word} from your list`],
  ["lists", lists.lists, (word) => `remove me from ${word}`],
  ["outOf", lists.outOf, (word) => `remove me ${word} your list`],
  ["thoseEnd", lists.thoseEnd, (word) => `الرسائل ${word}`],
  ["barelyStops", lists.barelyStops, (word) => word],
  ["doubtfulStops", lists.doubtfulStops, (word) => word],
];

const broughtBack: readonly (readonly [string, string, (entry: string) => string])[] = [
  ["startVerbs", lists.startVerbs, (word) => `${word} الرسائل`],
  ["wanting", lists.wanting, (word) => `${word} الرسائل`],
  ["comeBack", lists.comeBack, (word) => `ابي الرسائل ${word}`],
  ["starts", lists.starts, (word) => word],
  ["barelyStarts", lists.barelyStarts, (word) => word],
  ["idleStarts", lists.idleStarts, (word) => word],
];

describe("the words of such a wish", () => {
  it.each(said)("stop messages by each entry of %s", (_name, list, say) => {
    expect(entries(list).filter((entry) => taken(idle, say(entry)) !== "stop")).toEqual([]);
  });

  it.each(broughtBack)("bring them back by each entry of %s", (_name, list, say) => {
    expect(entries(list).filter((entry) => taken(stopped, say(entry)) !== "start")).toEqual([]);
  });

  it("are asked about by each entry of annoyed, and not beside what speaks of something else", () => {
    expect(entries(lists.annoyed).filter((entry) => taken(idle, `${entry} رسايل`) !== "ask")).toEqual([]);
    const others = entries(lists.ofSomethingElse);
    expect(others.filter((entry) => taken(idle, `ليش كل رسايل ${entry}`) !== "nothing")).toEqual([]);
  });

  it("are asked about behind each entry of moments where no message is named", () => {
    const now = entries(lists.moments);
    expect(now.filter((word) => taken(idle, `لا ترسلون ${word}`) !== "ask")).toEqual([]);
  });

  it("leave each condition to what it is a condition of", () => {
    expect(taken(idle, "قلت من امس لا ترسلون")).toBe("ask");
    const conditional = entries(lists.conditions).map((entry) => `${entry} كذا لا ترسلون`);
    expect(conditional.filter((text) => taken(idle, text) !== "nothing")).toEqual([]);
  });

  it("are all in a list that is read above", () => {
    const read = [...said, ...broughtBack].map(([name]) => name);
    expect(Object.keys(lists).toSorted()).toEqual(
      [...read, "annoyed", "conditions", "ofSomethingElse"].toSorted(),
    );
  });
});
