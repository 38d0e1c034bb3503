/**
 * "Like my last order, but for three people": a request for the same as an earlier order, with what is different. Exact words; which
 * order is meant, and what of it still holds, is the conversation's to decide.
 */
import type { Reading, ServiceSpec, Understanding } from "../../domain/understanding.ts";
import { foldWithMap } from "../../language/letters/normalise.ts";
import { chances } from "../chances.ts";
import { deniedValues } from "../form/correction.ts";
import { conceptsOf } from "../learning/concepts.ts";
import { type Task, topOf } from "../requests.ts";
import { extractFields } from "../values/extract.ts";
import type { Span, Word } from "../words.ts";

const order =
  "(?:ال)?(?:طلب|طلبي|طلبيه|طلبيتي|طلبنا|حجز|حجزي|حجزنا|شحنه|شحنتي|اوردر|اوردري|موعد|موعدي|معامله|معاملتي|خدمه)";
const before =
  "(?:الاخير|الاخيره|اخير|السابق|السابقه|الماضي|الماضيه|القديم|القديمه|(?:اللي|الي|الذي|التي) (?:فات|فاتت|قبل|قبله|قبلها|راح|راحت|سويته|طلبته))";
const time = "(?:ال)?(?:مره|مرات)";
const arabic = [
  `نفس ${order}(?: ${before})?`,
  `(?:نفس|مثل|زي|متل|شبه|ك) ?(?:${order}|${time}) ${before}`,
  `(?:نفس|مثل|زي|متل) (?:اخر|اللي) (?:مره|طلب|طلبيه|حجز|شحنه|طلبته|طلبتها|فات|قبل)`,
  `كالمره ${before}`,
  `(?:كرر|كرروا|كررلي|كررولي|تكرار|اعاده|اعيدوا|عيدوا|عيدولي|اعد) (?:لي )?(?:نفس )?(?:اخر )?${order}(?: ${before})?`,
  "(?:زي|مثل) العاده|كالعاده|كالمعتاد|طلبي المعتاد",
];
const noun =
  "(?:order|booking|reservation|time|one|parcel|shipment|delivery|request|stay|appointment|hotel|room|purchase)";
const latin = [
  `(?:same|like|repeat|as|identical|exactly)(?: [a-z]+){0,3}? (?:last|previous|prior|earlier|the other) ${noun}`,
  `(?:the )?same ${noun}(?: as)?(?: (?:again|before|last time|usual))`,
  `(?:repeat|redo|reorder|re-order)(?: (?:my|the|that|this|same|last)){0,3} ${noun}`,
  "same (?:thing )?(?:again|as before|as last time|as usual)|like (?:last time|before)|as last time|my usual(?: order)?|the usual",
  `(?:nafs|nefs|zay|zai|zayy|mithl|methl|mesl) (?:el |al )?(?:talab|talabi|talabiya|7agz|7ajz|order|orderi|mara|marra)(?: (?:el |al )?(?:a5eer|akheer|a5ir|akhir|sabe2|sabeq|elli|illi|ely)(?: ?(?:fat|fatet|fatat|2abl))?)?`,
  "(?:nafs|zay|zai) (?:a5er|akher|a7er) (?:mara|marra|talab|order)",
];
const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${[...arabic, ...latin].join("|")})(?![\\p{L}\\d])`, "u");

/** The words that ask for the same once more: where they stand in the text. */
export function againIn(text: string): Span | undefined {
  const { folded, span } = foldWithMap(text);
  const found = pattern.exec(folded);
  return found ? span(found.index, found.index + found[0].length) : undefined;
}

/** Where an order is to be cancelled, found or complained of, its words are no wish for another. */
const elsewhere = new Set([
  "cancel",
  "dont_want",
  "where",
  "status",
  "complain",
  "modify",
  "refund",
  "broken",
]);
const otherLabels = new Set(["cancel_order", "order_status", "complaint", "human_agent"]);

/** The reading of a message that asks for the same as before; undefined for all others. */
export function readAgain(task: Task): Reading | undefined {
  const span = againIn(task.text);
  if (!span || task.meanings.some(({ rule }) => rule)) return undefined;
  const outside = task.words.filter((word) => word.end <= span.start || word.start >= span.end);
  if (conceptsOf(outside.map(({ key }) => key)).some((concept) => elsewhere.has(concept))) return undefined;
  const { label, chance } = topOf(task.meanings[0]);
  if (otherLabels.has(label) && chance >= chances.clear && outside.length > 0) return undefined;
  const spec = serviceOf(task, outside);
  const said = {
    type: "again" as const,
    ...(spec && { service: spec.id }),
    ...differencesIn(task, spec, span),
  };
  return { understandings: [said], confidence: 0.9, by: "embedded" };
}

/** Words of the wish itself, which name no service. */
const itself =
  /^(?:نفس|مثل|زي|طلب.*|الطلب.*|اخير|الاخير.*|السابق.*|المره|مره|اللي|فات.*|بس|لكن|ابي|ابغي|عايز|اريد|same|like|as|my|the|last|previous|order|time|but|i|want|please|again|usual|one|repeat|just|only|this)$/;

/** The service that is named beside the wish; else the one of the form that is open, else the last one's. */
function serviceOf({ context, meanings, words }: Task, outside: readonly Word[]): ServiceSpec | undefined {
  const byId = (id: string | undefined) => context.services.find((spec) => spec.id === id);
  const { label, chance } = topOf(meanings[0]);
  const names = words.filter(({ key, text }) => !itself.test(key) && !itself.test(text));
  // "… but clothes instead of books" sends them, whatever else deals in clothes.
  const least = swaps.test(words.map(({ key }) => key).join(" ")) ? chances.apart : chances.clear;
  const isNamed = names.length > 0 && chance >= least && speaksOf(names, outside);
  return (isNamed ? byId(label) : undefined) ?? byId(context.open?.service) ?? byId(context.lastService);
}

const swaps = /(?:^| )(?:instead of|rather than|بدل|بدال|بدلا من|عوضا عن)(?: |$)/;

/** People, nights and days are told of any service. */
const measures = new Set(["weekday", "night", "guests", "stars", "child", "what", "you", "time", "my_order"]);

function speaksOf(names: readonly Word[], outside: readonly Word[]): boolean {
  const concepts = conceptsOf([...names, ...outside].map(({ key }) => key));
  return concepts.some((concept) => !measures.has(concept));
}

type Differences = Pick<Extract<Understanding, { type: "again" }>, "fields" | "bad">;

/** What is to be different; the words of the wish give no value. */
function differencesIn(task: Task, spec: ServiceSpec | undefined, span: Span): Differences {
  if (!spec) return { fields: {} };
  const { text, words, context } = task;
  const { fields, bad } = extractFields({
    ...{ text, words, spec },
    denied: [...deniedValues(task, spec), span],
    moment: { now: context.now, zone: context.zone },
  });
  return { fields, ...(Object.keys(bad).length > 0 && { bad }) };
}
