/**
 * What a partner reads of an order: before acceptance what it must know to decide, after it what it needs to carry the order out, and
 * never papers or numbers of identity. Where the flow's contact rule is `relay`, nothing by which it could reach the customer. Pure.
 */
import type { AnswerValue, Fields } from "../domain/answer.ts";
import type { HistoryRow, Order } from "../domain/order.ts";
import { findMoney } from "../language/money/money.ts";
import { latinDigits } from "../language/numbers/digit-runs.ts";
import { findIbans, findNationalIds, findOrderRefs, findUrls } from "../language/people/ids.ts";
import { findPhones } from "../language/people/phones.ts";

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

/** Whether offers of the order show the customer's own words, or have shown some that were changed since. */
export function offerShowsWords(
  questions: readonly ShownQuestion[],
  { fields }: Pick<Order, "fields">,
  { offerShows, history }: Pick<ShownTo, "offerShows"> & { readonly history: readonly HistoryRow[] },
): boolean {
  const shown = questions.filter(({ name, type }) => inWords.has(type) && offerShows.includes(name));
  const wasSet = new Set(history.flatMap(({ field }) => (field?.before === undefined ? [] : field.name)));
  return shown.some(({ name }) => fields[name] !== undefined || wasSet.has(name));
}

/** The text with IBANs and numbers of identity blotted out. */
export function withoutIdentity(text: string): string {
  return blotted(text, [...findIbans(text), ...findNationalIds(text)]);
}

/** A mail address, a handle, or an app's name with what follows it. */
const elsewhere =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])@[\w.]{3,}|(?:\b(?:snap(?:chat)?|insta(?:gram)?|tele(?:gram)?|whats ?app|tiktok|twitter)|سناب(?:ي|شات)?|انستا(?:قرام|غرام)?|تلي?[قجغ]رام|واتس(?: ?اب)?|تيك ?توك|تويتر)(?:\s+(?:هو|هي|اسمي|باسم|is|name))?\s*[:：\-–]?\s*@?[\w.]{3,}/giu;

const mailHouse = "(?:gmail|hotmail|outlook|yahoo|icloud|live|جيميل|هوتميل|ياهو)";
const spelledEnd = "(?:\\s*(?:\\.|\\bdot\\b|دوت|نقط[هة])?\\s*com\\b)";
/** A mail address as it is spelled where an address may not be: `ali at gmail dot com`, `ali gmail com`, `ali@gmail`. */
const spelledMail = new RegExp(
  `[\\w.+-]{2,}(?:\\s*@\\s*|\\s+(?:at|ات|آت)\\s+)${mailHouse}${spelledEnd}?|[\\w.+-]{2,}\\s+${mailHouse}${spelledEnd}`,
  "giu",
);

/** The text with everything blotted out by which somebody can be reached or known. */
export function withoutContacts(text: string): string {
  const { plain, places } = plainly(text);
  const found = [...findPhones(plain), ...findIbans(plain), ...findNationalIds(plain), ...findUrls(plain)];
  const others = [...plain.matchAll(elsewhere), ...plain.matchAll(spelledMail)].map(({ 0: said, index }) => ({
    start: index,
    end: index + said.length,
  }));
  const placed = [...found, ...others].map(({ start, end }) => ({
    start: places[start] ?? text.length,
    end: (places[end - 1] ?? text.length - 1) + 1,
  }));
  return blotted(text, placed);
}

/** As many digits as a telephone number has, beside dates, hours, sums and references of orders: who counts them may be dialled. */
const dialled = 7;

/** Whether a text may hold a number that is split or spelled so that it can't be found: somebody should look at it. */
export function mayHideNumber(text: string): boolean {
  const plain = latinDigits(plainly(text).plain).replace(/\d{1,4}[-/:]\d{1,2}(?:[-/]\d{2,4})?/g, " ");
  const known = [...findOrderRefs(plain), ...findMoney(plain)];
  return (blotted(plain, known).match(/\d/g)?.length ?? 0) >= dialled;
}

type Plain = { readonly plain: string; readonly places: readonly number[] };

/** The text as an eye reads it: without signs that nobody sees, in one line, with `o` between digits as a zero; and where each sign stood. */
function plainly(text: string): Plain {
  const places: number[] = [];
  let plain = "";
  for (const { 0: sign, index } of text.matchAll(/\P{Default_Ignorable_Code_Point}/gsu)) {
    plain += sign;
    for (let unit = 0; unit < sign.length; unit += 1) places.push(index + unit);
  }
  plain = plain.replace(/[\r\n\u2028\u2029]/g, " ").replace(/(?<=\d)o|(?<![\p{L}])o(?=\d{2})/giu, "0");
  return { plain, places };
}

function blotted(text: string, found: readonly { readonly start: number; readonly end: number }[]): string {
  let [left, done] = ["", 0];
  for (const { start, end } of [...found].sort((a, b) => a.start - b.start)) {
    // What overlaps is one.
    if (start >= done) left += `${text.slice(done, start)}•••`;
    done = Math.max(done, end);
  }
  return left + text.slice(done);
}
