/**
 * What is told soon after an order was placed («ياريت تكون قريبة من حي الصفا», "put us in the garden please") and is no request of its own: it is
 * offered as a note of that order, and changes it only by a yes.
 */
import type { OrderSummary } from "../../domain/conversation.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { addsSomething } from "../../language/replies/added.ts";
import { blames } from "../../language/replies/blames.ts";
import { isClosed } from "../../orders/status.ts";
import { correct } from "../form/correct.ts";
import { officeMatter } from "../partner/office-matters.ts";
import { soundsLikeCorrection } from "../reading/commands.ts";
import { activeDraft, type Work } from "../work.ts";
import { soundsAsked } from "./notes.ts";
import { isStatement } from "./told-besides.ts";

/** Later words are about something else as likely as not. */
const soonMs = 2 * 3600_000;
const fewestWords = 3;
const mostWords = 40;

export function addedAfterwards(work: Work, said: readonly Understanding[], text: string): boolean {
  const [newest] = work.orders;
  if (!newest || activeDraft(work) || isClosed(newest.status) || work.at - newest.placedAt > soonMs)
    return false;
  const count = tokens(text).length;
  if (count < fewestWords || count > mostWords || !isAddition(text) || !isOf(newest, said, text))
    return false;
  const notes = { value: text.trim().replace(/\s+/g, " "), text, start: 0, end: text.length };
  correct(work, { fields: { notes } }, newest.ref);
  return true;
}

function isAddition(text: string): boolean {
  if (soundsAsked(text) || blames(text) || soundsLikeCorrection(text) || officeMatter(text) !== undefined)
    return false;
  return addsSomething(text) || isStatement(text) || (asksKindly.test(text) && !wants.test(text));
}

const asksKindly = /(?:^|\s)(?:please|pls|plz|لو سمحت\p{L}*|من فضلك\p{L}*)(?=$|[\s،,.!])/iu;
/** Whoever wants something may want another thing. */
const wants =
  /(?:^|\s)و?(?:[أا]ب[يغ]\p{L}*|نب[يغ]\p{L}*|[أا]ريد|نريد|عايز\p{L}*|عاوز\p{L}*|بدي|ودي|[أا]حتاج|محتاج\p{L}*|want|need|abi|abgha|3ayez|3ayza)(?=\s|$)/iu;

/** Nobody understood it, or it may be meant for the order's own service; with words of adding, whatever it resembles and nothing tells of. */
function isOf({ service }: OrderSummary, said: readonly Understanding[], text: string): boolean {
  const adds = addsSomething(text);
  return said.every(
    (one) =>
      one.type === "out_of_scope" ||
      (one.type === "unclear" && (adds || one.candidates.includes(service))) ||
      (one.type === "request" && adds && Object.keys(one.fields).length === 0),
  );
}
