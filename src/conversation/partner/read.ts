/**
 * What a partner's words mean, from a closed list and by exact phrases alone: an order of somebody else is at stake, so what is nearly an
 * answer is none. Customers' understanding has no part in it. Pure.
 */
import type { OrderRef } from "../../domain/ids.ts";
import type { Language } from "../../domain/language.ts";
import type { Money } from "../../domain/money.ts";
import { longestRead, tokens } from "../../language/letters/normalise.ts";
import { findMoney } from "../../language/money/money.ts";
import { latinDigits } from "../../language/numbers/digit-runs.ts";
import { findOrderRefs } from "../../language/people/ids.ts";
import { readMessageWish } from "../customer/message-words.ts";
import { commandOf } from "../reading/commands.ts";
import * as said from "./words.ts";

export type PartnerWish =
  | {
      readonly type:
        | "no_answer"
        | "no_show"
        | "seen"
        | "steps"
        | "other_price"
        | "other_date"
        | "busy"
        | "available"
        /** It declined, and can do it after all. */
        | "take_back"
        | "list"
        | "help"
        | "person"
        | "data";
    }
  /** `sure`: the words can mean nothing but an offer. */
  | { readonly type: "accept"; readonly sure: boolean }
  /** `reason`: in the partner's words, or empty. */
  | { readonly type: "decline"; readonly sure: boolean; readonly reason: string }
  /** `text` is empty where only the wish was said. */
  | { readonly type: "to_customer" | "problem"; readonly text: string }
  | { readonly type: "price"; readonly total: Money }
  | { readonly type: "language"; readonly language: Language }
  | { readonly type: "messages"; readonly wanted: boolean }
  /** Nothing but a greeting, thanks or a blessing. */
  | { readonly type: "courtesy"; readonly salam: boolean }
  /** Nothing but the number or the reference. */
  | { readonly type: "number" }
  | { readonly type: "unclear" };

/** The order that a message names. `number`: one that stands beside the wish; as a digit it may also stand for a choice. */
export type Named = {
  readonly number?: number;
  readonly ref?: OrderRef;
};

export type PartnerSaying = Named & { readonly wish: PartnerWish };

export const namesNone = ({ number, ref }: Named): boolean => number === undefined && ref === undefined;

const plain = (text: string): string =>
  tokens(text.replace(/['’]/g, ""))
    .map((token) => token.text)
    .join(" ");
const listed = (text: string): readonly string[] => text.split("|").map((one) => plain(one) || one.trim());

type Phrased =
  | "accept"
  | "decline"
  | "busy"
  | "available"
  | "take_back"
  | "list"
  | "help"
  | "no_answer"
  | "no_show"
  | "seen"
  | "steps"
  | "other_price"
  | "other_date"
  | "to_customer"
  | "problem";
const phrases: ReadonlyMap<string, Phrased> = new Map(
  (
    [
      ["steps", said.steps],
      ["other_price", said.otherPrices],
      ["other_date", said.otherDates],
      ["to_customer", said.writes],
      ["problem", said.problems],
      ["help", said.helps],
      ["list", said.lists],
      ["available", said.available],
      ["take_back", said.takesBack],
      ["busy", said.busy],
      ["no_answer", said.noAnswers],
      ["no_show", said.noShows],
      ["seen", said.seens],
      ["decline", said.declines],
      ["accept", said.accepts],
    ] as const
  ).flatMap(([wish, words]) => listed(words).map((phrase) => [phrase, wish] as const)),
);
const pricePolite: ReadonlySet<string> = new Set(listed(said.priceWords));
const greetings: ReadonlySet<string> = new Set(listed(said.greetings));
const polite: ReadonlySet<string> = new Set(listed(said.courtesies));
const things: ReadonlySet<string> = new Set(listed(said.thingNames));

/** Who writes this much tells something, and answers nothing. */
const longestAnswer = 200;
const nobody = { orders: [] } as const;

/** The meaning of a partner's whole message. */
export function readPartner(text: string): PartnerSaying {
  const words = text.slice(0, longestRead).trim();
  const led = readLed(words);
  if (led) return led;
  const command = readCommand(words);
  if (command) return { wish: command };
  if (words.length > longestAnswer) return { wish: { type: "unclear" } };
  const [named] = findOrderRefs(words);
  const ref = named?.value;
  const rest = named ? `${words.slice(0, named.start)} ${words.slice(named.end)}` : words;
  return { ...readAnswer(rest), ...(ref !== undefined && { ref }) };
}

/** «للعميل: …», «مشكلة: …»: the words behind are passed on as they are. A number before them says of which order. */
function readLed(text: string): PartnerSaying | undefined {
  const [, lead = "", number, message = ""] = ledBy.exec(text) ?? [];
  if (lead === "") return undefined;
  const isProblem = phrases.get(plain(lead)) === "problem";
  const type = isProblem ? "problem" : "to_customer";
  const wish = { type, text: message.trim() } as const;
  return number === undefined ? { wish } : { wish, number: Number(latinDigits(number)) };
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const leads = [...said.toCustomer.split("|"), ...said.problems.split("|")]
  .toSorted((one, other) => other.length - one.length)
  .map((one) =>
    escaped(one)
      .replace(/ه(?= |$)/g, "[هة]")
      .replace(/ا/g, "[اأإآ]")
      .replace(/ي/g, "[يى]"),
  )
  .join("|");
const ledBy = new RegExp(`^(${leads})(?:\\s+([\\d٠-٩]{2,3}))?\\s*[:：،,\\-–]\\s*(.*)$`, "isu");

/** What can be said at any time. */
function readCommand(text: string): PartnerWish | undefined {
  const messages = readMessageWish(nobody, text);
  if (messages?.type === "messages") return { type: "messages", wanted: messages.wanted };
  const command = commandOf(text);
  if (command?.type === "language") return { type: "language", language: command.language };
  if (command?.type === "human_agent") return { type: "person" };
  if (command?.type === "privacy") return { type: "data" };
  return undefined;
}

/** "No 18", "nr. 18": the number's name there, and a refusal elsewhere. */
const numberMark = /\b(?:no|nr)\b\.?(?=\s*[\d٠-٩])/giu;

function readAnswer(text: string): PartnerSaying {
  const price = readPrice(text);
  const rest = price ? price.rest : text;
  const all = emojiApart(rest.replace(numberMark, " ")).split(" ");
  const numbers = all.filter((word) => /^\d{1,6}$/.test(word));
  const words = all.filter((word) => word !== "" && !polite.has(word) && !/^\d+$/.test(word));
  const bare = words.filter((word) => !things.has(word));
  const [number] = numbers;
  const about = number === undefined ? {} : { number: Number(number) };
  if (numbers.length > 1) return { wish: { type: "unclear" } };
  if (price) {
    const others = bare.filter((word) => !pricePolite.has(word));
    return others.length === 0 ? { wish: price.wish, ...about } : { wish: { type: "unclear" } };
  }
  const phrase = phrases.get(words.join(" ")) ?? phrases.get(bare.join(" ")) ?? wrapped(bare);
  // Who asks has not answered.
  if (/[?؟]/.test(text) && phrase !== "list" && phrase !== "help")
    return { wish: { type: "unclear" }, ...about };
  if (phrase) return { wish: wishOf(phrase, bare), ...about };
  if (bare.length === 0 && number !== undefined) return { wish: { type: "number" }, ...about };
  if (bare.length === 0) return { wish: courtesyOf(all) ?? { type: "unclear" } };
  return { wish: readRepeated(bare) ?? readReasoned(rest) ?? { type: "unclear" }, ...about };
}

function wishOf(phrase: Phrased, words: readonly string[]): PartnerWish {
  const sure = words.some((word) => offerWord.test(word));
  if (phrase === "decline") return { type: "decline", sure, reason: "" };
  if (phrase === "accept") return { type: "accept", sure };
  return phrase === "problem" || phrase === "to_customer" ? { type: phrase, text: "" } : { type: phrase };
}

/** «قبول», «نعتذر», "accept": said of offers, where «تمام» and «لا» are said of anything. */
const offerWord = /قبول|قبل|عتذ|رفض|accept|declin|reject|a3tther|a3tzer/;

/** «السلام عليكم», «شكرا», «الله يعطيك العافية»: they answer nothing, and are no misunderstanding. */
function courtesyOf(words: readonly string[]): PartnerWish | undefined {
  if (!words.some((word) => greetings.has(word))) return undefined;
  const isAnswer = words.includes("وعليكم");
  return { type: "courtesy", salam: !isAnswer && (words.includes("السلام") || words.includes("salam")) };
}

/**
 * «طيب وصلت», «تم التسليم ✅», «اوكي وصلني»: a step, or that a change is known, with words of agreement around it. Whether the step is taken is for
 * `said-step.ts` to say.
 */
function wrapped(words: readonly string[]): "steps" | "seen" | undefined {
  const spoken = words.filter(
    (word) => !/\p{Extended_Pictographic}/u.test(word) || phrases.get(word) !== "accept",
  );
  const others = spoken.filter((word) => phrases.get(word) !== "accept");
  const meant = [spoken, others].map((some) => phrases.get(some.join(" ")));
  return (["steps", "seen"] as const).find((one) => meant.includes(one));
}

/** Emoji as words of their own: `tokens` leaves them out. */
function emojiApart(text: string): string {
  const emoji = [...text.matchAll(/\p{Extended_Pictographic}/gu)].map(([one]) => one);
  return [...plain(latinDigits(text)).split(" "), ...new Set(emoji)].join(" ").trim();
}

/** «تمام موافق», «ok 👍»: several words for the same. */
function readRepeated(words: readonly string[]): PartnerWish | undefined {
  const meant = new Set(words.map((word) => phrases.get(word)));
  const [only] = meant;
  return meant.size === 1 && only !== undefined ? wishOf(only, words) : undefined;
}

/** «ما اقدر لأن السيارة عطلانة»: a refusal with its reason behind a word for one, or a mark. */
const because =
  /^(.{1,30}?)\s*(?:[،,:\-–]\s*|\s+)((?:لأن|لان|لأني|لاني|عشان|علشان|بسبب|because|cause|since)\s.{2,}|(?<=[،,:\-–]\s*).{2,})$/su;

function readReasoned(text: string): PartnerWish | undefined {
  const [, head = "", reason = ""] = because.exec(text.trim()) ?? [];
  const words = plain(head)
    .split(" ")
    .filter((word) => !things.has(word) && !/^\d+$/.test(word));
  const declines = phrases.get(words.join(" ")) === "decline";
  return declines ? { type: "decline", sure: true, reason: reason.trim() } : undefined;
}

/** «45 ريال», "SAR 45", «السعر 45»: a sum with its currency or a word for a price, and the text without it. */
function readPrice(text: string): { readonly wish: PartnerWish; readonly rest: string } | undefined {
  const found = findMoney(text);
  const [one] = found;
  if (!one || found.length > 1) return undefined;
  const rest = `${text.slice(0, one.start)} ${text.slice(one.end)}`;
  return { wish: { type: "price", total: one.value.money }, rest };
}
