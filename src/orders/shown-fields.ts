/**
 * What a partner reads of an order: before acceptance what it must know to decide, after it what it needs to carry the order out, and
 * never papers or numbers of identity. Where the flow's contact rule is `relay`, nothing by which it could reach the customer. Pure.
 */
import type { AnswerValue, Fields } from "../domain/answer.ts";
import { findIbans, findNationalIds, findUrls } from "../language/ids.ts";
import { findPhones } from "../language/phones.ts";

/** A question as far as showing its answer goes. */
export type ShownQuestion = { readonly name: string; readonly type: string };

export type ShownTo = {
  /** The partner has the order, not only an offer of it. */
  readonly hasIt: boolean;
  readonly contact: "after_acceptance" | "relay";
  /** Answers in customers' own words that an offer shows. */
  readonly offerShows: readonly string[];
};

/** Stay with the office whoever carries the order out. */
const never: ReadonlySet<string> = new Set([
  "national_id",
  "establishment_number",
  "iban",
  "photo",
  "document",
]);
/** Who and where the customer is. */
const ofCustomer: ReadonlySet<string> = new Set(["phone", "person_name", "address", "location"]);
/** In the customer's own words, which may say anything. */
const inWords: ReadonlySet<string> = new Set(["text", "url"]);

/** The answers that the partner may read, in the order of the questions; what tells of the customer in their own words is blotted out. */
export function shownFields<Q extends ShownQuestion>(
  questions: readonly Q[],
  fields: Fields,
  { hasIt, contact, offerShows }: ShownTo,
): readonly { readonly question: Q; readonly value: AnswerValue }[] {
  const mayReach = hasIt && contact === "after_acceptance";
  return questions.flatMap((question) => {
    const { name, type } = question;
    const value = fields[name]?.value;
    if (value === undefined || never.has(type)) return [];
    if (!mayReach && ofCustomer.has(type)) return [];
    if (!inWords.has(type) || typeof value !== "string") return [{ question, value }];
    if (!hasIt && !offerShows.includes(name)) return [];
    // A link that was asked for is the thing itself: the shop's page.
    if (type === "url") return [{ question, value }];
    return [{ question, value: mayReach ? withoutIdentity(value) : withoutContacts(value) }];
  });
}

/** The text with IBANs and numbers of identity blotted out. */
export function withoutIdentity(text: string): string {
  return blotted(text, [...findIbans(text), ...findNationalIds(text)]);
}

/** A mail address, a handle, or an app's name with what follows it. */
const elsewhere =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])@[\w.]{3,}|(?:\b(?:snap(?:chat)?|insta(?:gram)?|tele(?:gram)?|whats ?app|tiktok|twitter)|سناب(?:ي|شات)?|انستا(?:قرام|غرام)?|تلي?[قجغ]رام|واتس(?: ?اب)?|تيك ?توك|تويتر)\s*[:：\-–]?\s*@?[\w.]{3,}/giu;

/** The text with everything blotted out by which somebody can be reached or known. */
export function withoutContacts(text: string): string {
  const found = [...findPhones(text), ...findIbans(text), ...findNationalIds(text), ...findUrls(text)];
  const others = [...text.matchAll(elsewhere)].map(({ 0: said, index }) => ({
    start: index,
    end: index + said.length,
  }));
  return blotted(text, [...found, ...others]);
}

function blotted(text: string, found: readonly { readonly start: number; readonly end: number }[]): string {
  let [left, before] = [text, text.length];
  for (const { start, end } of [...found].sort((a, b) => b.start - a.start)) {
    if (end > before) continue;
    left = `${left.slice(0, start)}•••${left.slice(end)}`;
    before = start;
  }
  return left;
}
