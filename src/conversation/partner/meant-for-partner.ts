/**
 * Words without a frame («يحطها عند الحارس لو ما رديت», "i am on the third floor") while a partner carries an order out: what the model only guessed of
 * them may as well be for that partner. Pure.
 */

import type { Reading, Understanding } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { blames } from "../../language/replies/blames.ts";
import { officeMatter } from "./office-matters.ts";

/** A guess that is less sure than this opens nothing by itself where somebody else may be meant. */
const sureEnough: Readonly<Partial<Record<Understanding["type"], number>>> = {
  complaint: 0.9,
  human_agent: 0.9,
  order_status: 0.5,
  cancel: 0.5,
  cancel_order: 0.5,
  office: 0.5,
  unclear: 1,
};

/** One of a service of which nothing is said. */
const sureOfService = 0.8;

function isGuess(one: Understanding, confidence: number): boolean {
  if (one.type === "request") return Object.keys(one.fields).length === 0 && confidence < sureOfService;
  return confidence < (sureEnough[one.type] ?? 0);
}

/** What says that something is asked of the office: a question, a want, a grievance, a person. */
const ofOffice = new RegExp(
  `(?:^| )(?:${[
    "و?(?:ابي|ابغي|ابغا|نبي|نبغي|اريد|بدي|ودي|عايز|عايزه|عاوز|عاوزه|احتاج|محتاج|محتاجه|ممكن|لو سمحتوا|احجز\\S*|اطلب|طلب|طلبي|طلبيتي|شحنتي|خدمه|خدمتكم|تامين|فندق|تاشيره|مكتب|شركه|رخصه|استشاره|حساب)",
    "(?:وين|فين|متي|امتي|كم|بكم|ليش|ليه|شو|وش|ايش|كيف|هل|للحين|لسه|لسا|لسي|الي الان|حتي الان)",
    "(?:تاخر\\S*|متاخر\\S*|اتاخر\\S*|تاخير|مشكله|غلط|سيء|سيي|زفت|خايس|تعبان\\S*|زعلان\\S*|حرام|قله|ما (?:وصل\\S*|جا|جاني|رد|ردوا|حد|احد)|محد|ماحد|مقصر\\S*|استهتار|اهمال)",
    "(?:موظف\\S*|مدير\\S*|احد|حد|كلموني|كلمني|اتصلوا|اتصلو|دقوا|ساعدوني|ساعدني|مساعده|الغ\\S*|كنسل\\S*|شكو\\S*|[ابن]?شتك\\S*)",
    "(?:i|we) (?:want|need|would|am (?:not happy|upset|angry|still))|want|need|book|order|service|insurance|hotel|visa|help|someone|anyone|agent|human|person|call me|manager",
    "why|when|where|what|how|who|late|never|still|waiting|bad|terrible|rude|wrong|worst|broken|missing|unhappy|disappointed|nobody|cancel|complain\\S*|refund",
    "abi|abgha|3ayez|3ayz|badi|wein|fein|emta|leh|leish|lesh|kam|t2akhar\\S*|et2akhar\\S*|mowazaf|mwazaf",
  ].join("|")})(?= |$)`,
  "u",
);

/** Whether such words are to be asked about before anything else is made of them. */
export function mayBeForPartner({ by, confidence, understandings }: Reading, text: string): boolean {
  if (by !== "embedded" || /[?؟]/.test(text) || blames(text) || officeMatter(text)) return false;
  const isGuessed = understandings.every((one) => isGuess(one, confidence));
  const said = tokens(text.replace(/['’]/g, ""))
    .map((token) => token.text)
    .join(" ");
  return isGuessed && !ofOffice.test(said);
}
