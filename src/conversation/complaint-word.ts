/**
 * What customers say to our answer to their complaint in words of their own: «لسه ما وصلني شي», "still not fixed", «مو كافي» are a no to the
 * question whether that settles it. What says plainly that the trouble is still there counts whatever else is open. Pure.
 */
import type { Conversation, OrderSummary } from "../domain/conversation.ts";
import type { Understanding } from "../domain/understanding.ts";
import { tokens } from "../language/normalise.ts";
import { isClosed } from "../orders/status.ts";
import { type ComplaintFlow, isComplaintFlow } from "./complaint-flow.ts";
import type { Catalogue } from "./flow.ts";
import { isOffer } from "./offers-open.ts";
import { flowOf } from "./pinned.ts";

/** Longer messages tell more than a no. */
const mostWords = 14;
const dayMs = 86_400_000;

/** The press that the button "no" would be, under whatever was answered last before `at`; undefined for other words. */
export function readComplaintWord(
  catalogue: Catalogue,
  conversation: Conversation,
  text: string,
  at: number,
): Understanding | undefined {
  const { complaints = [], open } = conversation;
  const [meant] = complaints.filter((one) => isAnsweredOne(catalogue, one) || mayOpen(catalogue, one, at));
  if (!meant) return undefined;
  const words = tokens(text.replace(/['’]/g, "")).map((token) => token.text);
  if (words.length === 0 || words.length > mostWords || words.some((word) => wishes.test(word)))
    return undefined;
  const said = ` ${words.join(" ")} `;
  const asks = open?.type === "about_order" && open.of === "complaint";
  const ref = asks ? open.ref : meant.ref;
  const no: Understanding = { type: "chosen", id: `complaint-${ref}-${at.toString(36)}:no` };
  if (asks) return refuses(said, text) ? no : undefined;
  if (isClosed(meant.status)) return isFree(conversation) && remains.test(said) ? no : undefined;
  return unsettled.test(said) || (isFree(conversation) && remains.test(said)) ? no : undefined;
}

/** Nothing else is under way that such words could be about. */
function isFree({ open, active, orders }: Conversation): boolean {
  const waits = open !== undefined && !isOffer(open);
  return !waits && active === undefined && orders.every(({ status }) => isClosed(status));
}

function rulesOf(catalogue: Catalogue, one: OrderSummary): ComplaintFlow["complaint"] | undefined {
  const flow = flowOf(catalogue, one);
  return isComplaintFlow(flow) ? flow.complaint : undefined;
}

function isAnsweredOne(catalogue: Catalogue, one: OrderSummary): boolean {
  return one.stage !== undefined && one.stage === rulesOf(catalogue, one)?.answered;
}

/** Closed, and so lately that the customer's word opens it again. */
function mayOpen(catalogue: Catalogue, one: OrderSummary, at: number): boolean {
  const days = rulesOf(catalogue, one)?.reopen_days ?? 0;
  return one.status === "done" && one.reopened !== true && at - one.changedAt <= days * dayMs;
}

/** Whoever wants something more has not only answered. */
const wishes =
  /^و?(?:[اني]?ب[يغ]ي?|ابغ[اي]|اريد|نريد|ع[اي]وز(?:ه|ين)?|عايز(?:ه|ين)?|بدي|ودي|احجز\p{L}*|سدد\p{L}*|want|book|pay|order|abi|abgha|3ayez|3awez)$/u;

const not = "(?:ما|لم|مو|مش|موب|لا|لسه|لسا|ماهي|ماهو|ma|mo|msh|mesh|mosh)";
/** «ما انحلت», «متحلتش», "not solved": of the trouble itself. */
const unsettled = new RegExp(
  ` (?:${not} (?:ا?ن?حل(?:ت|يت|يتو|يتوا|يتوها)?|ا?تحل(?:ت|تش|ش)?|تنحل|ينحل|محلوله|محلول|n7al+at|et7al+et)|م(?:ا)?ا?ت?حلت?ش|مانحلت|ماانحلت|ماتحلت` +
    "|(?:not|isnt|wasnt|hasnt|havent|didnt|never|un)(?: (?:been|get|got|really|yet))* ?(?:solved?|settled?|resolved?|fix(?:ed)?)|unsolved|unresolved) ",
  "u",
);
/** «لسه ما وصلني شي», «المشكلة موجودة»: what was promised has not come, or nothing has changed. */
const remains = new RegExp(
  `${unsettled.source}| (?:${not}|محد|ماحد) (?:صار|تغير|زبط|ضبط|نفع|استفدت|[وي]صل(?:ني|نا|تني|ت)?|[ات]?ستلم(?:ت|نا)|جاني|جانا|رجع|رجعتو|رجعتوا|رد|ردوا|كلمني|تواصل|sar|wasal(?:ni|na)?|wesel(?:ni)?|gani|jani) ` +
    "| م(?:ا)?(?:وصل|جا|رجع|حصل|اتغير)(?:ني|نا|لي)?ش | ما(?:وصلني|جاني|وصل|صار) | لم (?:[يت]صل(?:ني|نا)?|[يت]تغير|يحدث|استلم|يتم|يرد) " +
    "| (?:ال)?مشكل[هت]?(?:ي|تي)? (?:\\S+ )?(?:موجوده|نفسها|قائمه|باقيه|مستمره|مازالت|زي ما) | نفس المشكله | (?:لسه|لسا|مازالت|ما زالت|لا تزال) (?:ال)?مشكل" +
    "| (?:still|nothing) (?:not|no|nothing|broken|waiting|the same|have|havent|happen\\S*|chang\\S*|came|arriv\\S*|yet)" +
    "| (?:hasnt|havent|didnt|not|never) (?:arrived?|come|came|receiv\\S*|got|get|chang\\S*) ",
  "u",
);

/** Under the question itself. */
const denies = new RegExp(
  "^ (?:لا|لاء|للاسف|لسه|لسا|لساته|للحين|ليس|no|nope|nah|still|unfortunately|la2|laa|lesa|lissa) " +
    "|^ (?:و?الله )?(?:ما|مو|مش|موب|مب|مهوب|غير|ليس|not|msh|mesh|mo) (?:ب?كافي|كافيه|يكفي|تكفي|كفي|مقبول|مقبوله|راضي|راضيه|مقتنع|مقتنعه|معقول|منطقي|صحيح|عدل|مرضي|مرضيه|عاجبني|عجبني|حل|في|فيه|صار|enough|acceptable|good|really|satisfied|happy|yet|true|kafi) ",
  "u",
);
/** «لا مشكلة», «ما قصرتوا», "no problem", «لا خلاص انحلت»: no refusal at all. */
const content =
  / (?:لا|مو|مش|ما|no|not) (?:مشكل\S*|باس|شكرا|عادي|قصرت\S*|عليه|عليك\S*|شاء|داعي|problem|worries|bad|thanks|thank|issue) |^ لا (?:خلاص|تمام|انحلت|اتحلت|حلت) /u;

function refuses(said: string, text: string): boolean {
  if (remains.test(said)) return true;
  return denies.test(said) && !content.test(said) && !/[?؟]/.test(text);
}
