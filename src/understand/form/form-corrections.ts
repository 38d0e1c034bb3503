/** A message that changes what the open form holds: words of correction with a value, or with the name of a field. */
import { isMoney, numberIn } from "../../domain/answer.ts";
import type { ServiceSpec, Understanding } from "../../domain/understanding.ts";
import { fold } from "../../language/letters/normalise.ts";
import { findAddresses } from "../../language/places/addresses.ts";
import { denyingWords } from "../../language/replies/denials.ts";
import { chances } from "../chances.ts";
import { type Task, topOf } from "../requests.ts";
import { type Extracted, extractFields } from "../values/extract.ts";
import { isKinWord } from "../values/kin.ts";
import { leavesForAnother } from "../wishes/leaving.ts";
import type { Span } from "../words.ts";
import { fieldsNamed, hintsOf, saysCorrection } from "./correction.ts";
import { deniedNumber, holdersOfNumber } from "./denied-number.ts";
import { isHeldIn } from "./held-values.ts";
import { loneName } from "./lone-name.ts";
import { baseOf, type Form, insideOf, type Open, partition } from "./open-form.ts";
import { addsWish } from "./wishes-beside.ts";

/** Words of correction with a value, or with the name of a field that has one, are a correction whatever else they look like. */
export function corrected(task: Task, form: Form): Understanding[] | undefined {
  const { meanings } = task;
  const changes = topOf(meanings[0]).label === "change_order" && topOf(meanings[0]).chance >= chances.clear;
  if (form.open.filled.length === 0) return undefined;
  const says = saysCorrection(task) || (changes && !answersAsked(task, form)) || namesHeld(task, form);
  if (!says) return undefined;
  if (leavesForAnother(task, form)) return undefined;
  // «لا خلاص، خليها ثلاث ليالي» leaves nothing: it goes on.
  if (meanings.some(({ rule }) => rule && rule.type !== "cancel")) return undefined;
  const found = correctionsIn(task, form);
  const gives = (one: Understanding) =>
    "fields" in one && (Object.keys(one.fields ?? {}).length > 0 || ("bad" in one && one.bad !== undefined));
  if (asksAboutOrder(task) && !found.some(gives)) return undefined;
  if (found.some((one) => one.type === "correct" && !repeats(one, form.open))) return found;
  // «عدلوها ١٥ شخص مو ٢٠» under a read-back that names no number: it is to be 15.
  const adds = found.some((one) => one.type === "answers" && Object.keys(one.fields).length > 0);
  return changes && adds && form.open.awaiting === "read_back" ? found : undefined;
}

/** «مبلغ الاشتراك ١٣٨٠» of a form that waits, or an order: what it holds is named, with a number. */
function namesHeld(task: Task, { open, spec }: Form): boolean {
  if (open.awaiting !== "nothing" || !open.values || !/\p{Nd}/u.test(task.text)) return false;
  return fieldsNamed(insideOf(task, undefined), spec).some((name) => open.filled.includes(name));
}

/** «رقم اللي يستلم ٠٥٠…» under the question for it may sound like a change, and is the answer; so is «العنوان حي الصفا» to the second of two addresses. */
function answersAsked(task: Task, form: Form): boolean {
  const { asked, open } = form;
  if (asked?.type === "address" && open.awaiting === "answer" && findAddresses(task.text).length > 0)
    return true;
  return asked !== undefined && extractFields(baseOf(task, form, undefined)).fields[asked.name] !== undefined;
}

/** "Any update on my order?" changes nothing of it. */
function asksAboutOrder({ meanings }: Task): boolean {
  const { label, chance } = topOf(meanings[0]);
  return label === "order_status" && chance >= chances.overAnswer;
}

/** Words that only say again what the form holds correct nothing: «من غير مكافأة» of a labour case. */
function repeats(
  { fields, ask, bad }: Extract<Understanding, { type: "correct" }>,
  { values }: Open,
): boolean {
  if (!values || ask || bad) return false;
  const said = Object.entries(fields);
  return said.length > 0 && said.every(isHeldIn(values));
}

/** What a correction changes, and what it adds; the fields that it only names are asked again. */
function correctionsIn(task: Task, form: Form): Understanding[] {
  const { spec, open } = form;
  const hints = hintsOf(task, spec, open);
  const extracted = extractFields({ ...baseOf(task, form, undefined), correcting: hints });
  const step = stepped(task, form, extracted);
  if (step) return [{ type: "correct", fields: {}, ask: [step] }];
  const sure = withDeniedHeld(task, form, extracted);
  const kept = withoutOtherKind(task, form, withoutWishedKind(task, form, sure));
  const found = partition(withoutKindWords(spec, kept), open);
  if (found.length === 0 && sure !== extracted) return [{ type: "correct", fields: {} }];
  if (found.length > 0) return found.map((one) => (one.type === "correct" ? withSamePerson(one, form) : one));
  if (deniesText(task, form)) return [{ type: "correct", fields: {} }];
  const name = loneName(task, spec, (field) => open.filled.includes(field));
  if (name) return [{ type: "correct", fields: Object.fromEntries([name]) }];
  const ask = fieldsNamed(insideOf(task, undefined), spec).filter((field) => open.filled.includes(field));
  return ask.length > 0 ? [{ type: "correct", fields: {}, ask }] : [];
}

/** «زودوا 100», "make it less by 100": by how much a sum is to change, and not what it is to be. */
function stepped({ text }: Task, { open }: Form, { fields }: Extracted): string | undefined {
  const [name] =
    Object.entries(fields).find(
      ([field, { value, start }]) =>
        open.filled.includes(field) && isMoney(value) && byStep.test(text.slice(0, start)),
    ) ?? [];
  return name;
}

const byStep =
  /(?:^|\s)(?:(?:زود|زيد|ضيف|اضيف|نقص|قلل|شيل)(?:وا?|ي)?|add|(?:اقل|أقل|اكثر|أكثر|اكتر|أكتر|ازيد|أزيد)\s+بـ?|(?:less|more|lower|higher|up|down)?\s*by|zawed(?:o|y)?|zeed(?:o)?|na2as(?:o|y)?)\s*(?:ب|بـ)?$/iu;

/** «ايفون ١٤ مو ١٥» of a form whose item has the 15: no other number is what changes. */
function withDeniedHeld(task: Task, form: Form, extracted: Extracted): Extracted {
  const denied = deniedNumber(task.text);
  const holders = denied === undefined ? undefined : holdersOfNumber(denied, form);
  if (!holders || holders.length === 0) return extracted;
  const kept = Object.entries(extracted.fields).filter(
    ([name, { value }]) =>
      numberIn(value) === undefined || holders.includes(name) || !form.open.filled.includes(name),
  );
  return kept.length === Object.keys(extracted.fields).length
    ? extracted
    : { ...extracted, fields: Object.fromEntries(kept) };
}

/** «لا مو ورث قصدي طلاق»: a text that the form holds is denied in its own words; what replaces it is read by who holds it. */
function deniesText({ text }: Task, { spec, open }: Form): boolean {
  const said = ` ${fold(text)} `;
  return spec.fields.some(({ name, type }) => {
    const held = type === "text" ? open.values?.[name]?.value : undefined;
    if (typeof held !== "string" || held === "") return false;
    return [...denyingWords].some((no) => said.includes(` ${no} ${fold(held)} `));
  });
}

/** Whose it is and how they are kin were told in the same words: with another person both change. */
function withSamePerson(
  correct: Extract<Understanding, { type: "correct" }>,
  { spec, open }: Form,
): Understanding {
  const held = (name: string) => kinSaid(open.values?.[name]?.value);
  const changed = Object.entries(correct.fields).filter(
    ([name, { value }]) => held(name) !== undefined && kinSaid(value) !== undefined,
  );
  const also = changed.flatMap(([name, read]) =>
    spec.fields
      .filter((field) => field.type === "text" && field.name !== name && !correct.fields[field.name])
      .filter((field) => held(field.name) === held(name))
      .map((field) => [field.name, read] as const),
  );
  return also.length > 0
    ? { ...correct, fields: { ...correct.fields, ...Object.fromEntries(also) } }
    : correct;
}

/** The folded word for somebody of the customer's; undefined for anything else. */
function kinSaid(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const word = fold(value).replace(/^(?:my|our) /, "");
  return isKinWord(word) || /^(?:امي|ابوي|ابويا|mother|mum|mom|dad|father|ommi|omi|abooy)$/.test(word)
    ? word
    : undefined;
}

/** «والقضية عمالية» says of what kind it is: words that name an option tell no text of their own. */
function withoutKindWords({ fields: specs }: ServiceSpec, extracted: Extracted): Extracted {
  const said = Object.entries(extracted.fields);
  const typeOf = (name: string) => specs.find((field) => field.name === name)?.type;
  const kinds = said.filter(([name]) => typeOf(name) === "choice").map(([, field]) => field);
  const isKind = (name: string, { start, end }: Span) =>
    typeOf(name) === "text" && kinds.some((kind) => start >= kind.start && end <= kind.end);
  const fields = Object.fromEntries(said.filter(([name, field]) => !isKind(name, field)));
  return { ...extracted, fields };
}

/** «وحط عليهم شهادة ميلاد ابني» under a question for words: the answer may name what would be another kind, and changes none that is not denied. */
function withoutOtherKind(task: Task, { spec, open, asked }: Form, extracted: Extracted): Extracted {
  const kind = spec.fields.find(({ hasFacts }) => hasFacts)?.name ?? "";
  const { [kind]: said, ...fields } = extracted.fields;
  const tells = open.awaiting === "answer" && asked?.type === "text" && !asked.format;
  if (!said || !tells || !open.filled.includes(kind)) return extracted;
  return task.parts.denied.length > 0 || leavesForAnother(task, { spec, open, asked })
    ? extracted
    : { ...extracted, fields };
}

/** «خلوها ثلاث شهور، وابي سيارة تنقله»: what is wished for beside a change is no other kind of the request. */
function withoutWishedKind(task: Task, { spec, open }: Form, extracted: Extracted): Extracted {
  const kind = spec.fields.find(({ type }) => type === "choice")?.name ?? "";
  const { [kind]: said, ...fields } = extracted.fields;
  if (!said || !open.filled.includes(kind) || Object.keys(fields).length === 0) return extracted;
  const clause = task.parts.clauses.find(({ start, end }) => said.start >= start && said.end <= end);
  return clause && addsWish(task, clause) ? { ...extracted, fields } : extracted;
}
