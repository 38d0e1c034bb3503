/**
 * "Paper ones, 8oz", «تكون ورق ٨ أونص», «العفش كنب وثلاجه»: said of the thing that the form already knows while something else is asked for, it says
 * more of that thing.
 */

import type { FieldSpec, Understanding } from "../../domain/understanding.ts";
import { foldWithMap } from "../../language/letters/normalise.ts";
import { isHeldIn } from "../form/held-values.ts";
import { anyField, baseOf, type Form } from "../form/open-form.ts";
import type { Task } from "../requests.ts";
import { extractFields } from "../values/extract.ts";
import { mayJoin } from "../wishes/clause-bounds.ts";
import { andAlso, goodsBehindJoint } from "./more-goods.ts";

const mostWords = 6;
const ones = /^(?:the |some |only |just )?(?:[\p{L}\d-]+ ){1,3}ones?(?:$|[\s,])/iu;
const beIt =
  /^(?:تكون|يكون|يكونون|تكونو|يكونو|اللي|من النوع|نوعها|نوعه|مقاسها|مقاسه|حجمها|حجمه|لونها|لونه|ابيها|ابيه|عايزها|عايزه|اريدها|اريده|tekoon|yekoon|elly|abiha|abeeha)\s+\S/u;

/** The thing with what is said of it. Undefined where the form has no such thing yet, or the words say something else. */
export function describedThing(task: Task, form: Form): Understanding | undefined {
  const { text, words } = task;
  const said = text.trim().replace(/[.!؟?]+$/u, "");
  if (words.length < 2 || words.length > mostWords || /[?؟]/.test(text)) return undefined;
  if (!ones.test(said) && !beIt.test(said)) return undefined;
  const thing = thingOf(form);
  if (!thing) return undefined;
  const { field, held } = thing;
  // «ابيه بكره» says when, and nothing of the thing.
  const { fields } = extractFields({ ...baseOf(task, form, undefined), correcting: anyField });
  if (Object.values(fields).some(({ value }) => typeof value === "string" && /^\d{4}-|^\d\d:/.test(value)))
    return undefined;
  const separator = /[\u0620-\u064a]/.test(said) ? "، " : ", ";
  const start = text.indexOf(said);
  const value = `${held}${separator}${said}`;
  return {
    type: "correct",
    fields: { [field.name]: { value, text: said, start, end: start + said.length } },
  };
}

/** «وطاولة صغيرة بعد», "and a small table too" while something else is asked for: one more of what people send and store, beside the one held. */
function thingAdded({ text, words }: Task, form: Form): Understanding | undefined {
  const thing = form.open.awaiting === "nothing" ? undefined : thingOf(form);
  const [first] = words;
  if (!thing || !first || !mayJoin(first) || /[?؟]/.test(text)) return undefined;
  const also = words.findIndex((word) => more.test(word.key) || more.test(word.text));
  if (also !== -1 && also < words.length - mostBehind) return undefined;
  const said = goodsBehindJoint(also === -1 ? words : words.slice(0, also));
  const [from, to] = [said[0], said.at(-1)];
  if (!from || !to) return undefined;
  const named = text.slice(from.start, to.end);
  const value = andAlso(thing.held, named);
  return {
    type: "correct",
    fields: { [thing.field.name]: { value, text: named, start: from.start, end: to.end } },
  };
}

const more = /^(?:بعد|كمان|برضو|برضه|ايضا|معها|معه|معاها|معاه|too|also|kaman|ba3ad|bardo)$/;
const mostBehind = 2;

/** More of the thing that the form holds: what it is made up of, or one more beside it. */
export const thingTold = (task: Task, form: Form): Understanding | undefined =>
  thingListed(task, form) ?? thingAdded(task, form);

type Thing = { readonly field: FieldSpec; readonly held: string };

/** The form's only text for what it is about, and what that holds. */
function thingOf({ spec, open }: Pick<Form, "spec" | "open">): Thing | undefined {
  const [field, other] = spec.fields.filter(
    ({ name, type, thing, follows, wanted }) =>
      type === "text" && (thing || follows !== undefined || wanted) && open.filled.includes(name),
  );
  const held = field && open.values?.[field.name]?.value;
  return field && !other && typeof held === "string" ? { field, held } : undefined;
}

const mostListed = 16;
const article = /^(?:و|and |w )?(?:ال|لل|the |my |our |el |al |il )?/u;
/** Behind the thing's own name: «هو», "is", "are". */
const copula =
  /^(?:هو|هي|عباره عن|عبارة عن|فيه|فيها|يعني|is|are|:|-|has|includes?|3obara 3an|feeh|howa|heya)\s+/iu;
/** More than one thing: joined, counted or in a dual. */
const several =
  /(?:^|\s)(?:و[\u0620-\u064a]{3,}|and|w|we|plus)(?=\s)|(?:^|\s)و[\u0620-\u064a]{3,}|[,،\d]|تين(?=\s|$)/u;
const states =
  /^(?:ما|مو|مش|لا|لسه|جاهز|موجود|عند|في|ب|not|isn't|ready|in|at|here|still|mesh|mo|fe)(?=\s|$|\p{L}*$)/iu;

/** «العفش غرفتين نوم وكنب وثلاجه»: the thing by its own name, and what it is made up of. Undefined where the words give anything else. */
function thingListed(task: Task, form: Form): Understanding | undefined {
  const { text, words } = task;
  if (words.length < 3 || words.length > mostListed || form.open.awaiting === "nothing" || /[?؟]/.test(text))
    return undefined;
  const thing = thingOf(form);
  if (!thing) return undefined;
  const held = foldWithMap(thing.held).folded.replace(article, "");
  const { folded, span } = foldWithMap(text.trimEnd());
  const lead = article.exec(folded)?.[0].length ?? 0;
  if (held === "" || !folded.startsWith(`${held} `, lead)) return undefined;
  const rest = folded.slice(lead + held.length + 1).replace(copula, "");
  if (states.test(rest) || !several.test(rest)) return undefined;
  const { fields } = extractFields(baseOf(task, form, undefined));
  const isHeld = isHeldIn(form.open.values);
  if (Object.entries(fields).some((said) => said[0] !== thing.field.name && !isHeld(said))) return undefined;
  const { start, end, text: said } = span(lead, folded.length);
  return { type: "correct", fields: { [thing.field.name]: { value: said, text: said, start, end } } };
}
