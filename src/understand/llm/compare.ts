/**
 * Two readings of one message, the embedded one and the model's, become one. Where they name the same, each adds the fields that the
 * other missed; where they name different services nobody guesses: the customer is asked. Nothing that needs the customer's own word
 * (placing, approving, deleting) can come from a model, so no reading of its own can do harm here.
 */
import type { AnswerValue } from "../../domain/answer.ts";
import type {
  BadField,
  ReadField,
  ReadFields,
  Reading,
  ReadingContext,
  Understanding,
} from "../../domain/understanding.ts";
import { overlaps } from "../../language/found.ts";
import { withHeardHere } from "./heard-here.ts";

export type Compared = { readonly reading: Reading; readonly disagree: boolean };

/** Chances by how the two readings stand to each other; measured by `npm run eval -- --by llm`. */
const sure = { both: 0.95, model: 0.8, neither: 0.5 };

export type Comparison = {
  readonly first: Reading;
  readonly model: readonly Understanding[];
  readonly context: ReadingContext;
  readonly promptVersion: string;
};

/** The reading that counts. @param comparison `model` is not empty */
export function compareReadings({ first, model, context, promptVersion }: Comparison): Compared {
  const made = decide(first, model, context);
  if (!made) return { reading: first, disagree: false };
  const understandings = withCourtesy(first, withHeardHere(first, made.understandings, context));
  const confidence = made.how === "both" ? Math.max(first.confidence, sure.both) : sure[made.how];
  return {
    reading: { understandings, confidence, by: "llm", promptVersion },
    disagree: made.how === "neither",
  };
}

type Decided = { readonly understandings: readonly Understanding[]; readonly how: keyof typeof sure };

/** Undefined: the first reading stands as it is. */
function decide(
  first: Reading,
  model: readonly Understanding[],
  context: ReadingContext,
): Decided | undefined {
  const told = model.filter(({ type }) => type !== "greeting" && type !== "thanks");
  const [only] = told;
  const nothing = !only || (told.length === 1 && only.type === "out_of_scope");
  if (nothing) return afterNothing(first, model);
  if (answersHold(first, told, context)) return undefined;
  const requests = told
    .filter((one) => one.type === "request")
    .filter(({ service }) => service !== context.open?.service);
  const own = servicesOf(first);
  const [fresh] = requests.filter(
    ({ service }) => !own.includes(service) && !candidatesOf(first).includes(service),
  );
  const agreed = requests.some(
    ({ service }) => own.includes(service) || candidatesOf(first).includes(service),
  );
  const rival = own.find((service) => !requests.some((request) => request.service === service));
  if (fresh && rival !== undefined && !agreed) return asked(first, told, [rival, fresh.service]);
  if (requests.length === 0 && rival !== undefined && told.every(({ type }) => type === "answers"))
    return asked(first, told, [rival]);
  const understandings = told.map((one) => enriched(one, first));
  // A second wish that only the first reading heard is asked about, not lost.
  const missed = agreed
    ? own.filter((service) => !requests.some((request) => request.service === service))
    : [];
  if (missed.length > 0) {
    const [question] = asked(first, told, missed).understandings;
    return { understandings: question ? [...understandings, question] : understandings, how: "neither" };
  }
  return { understandings, how: agrees(first, told) ? "both" : "model" };
}

/** The model finds nothing: a service that the first reading is sure of is asked about, anything else of it stands. */
function afterNothing(first: Reading, model: readonly Understanding[]): Decided | undefined {
  const services = servicesOf(first);
  const plain = first.understandings.every(({ type }) => type === "request" || type === "greeting");
  if (services.length === 0 || !plain || !model.some(({ type }) => type === "out_of_scope")) return undefined;
  return asked(first, [], services.slice(0, 2));
}

/**
 * An answer to the open question beats a new request of the model's; an answer in free words gives way to a command: «وين طلبي؟» is
 * never the contents of a parcel.
 */
function answersHold(
  first: Reading,
  told: readonly Understanding[],
  { open, services }: ReadingContext,
): boolean {
  const asked = open?.asked;
  if (!open || asked === undefined || open.awaiting !== "answer") return false;
  const answered = first.understandings.some(
    (one) => one.type === "answers" && one.fields[asked] !== undefined,
  );
  if (!answered) return false;
  const type = services
    .find(({ id }) => id === open.service)
    ?.fields.find(({ name }) => name === asked)?.type;
  const isFree = type === "text" || type === "address" || type === "person_name";
  const leads = told.every((one) => one.type === "request" && one.service !== open.service);
  return leads || (!isFree && told.every((one) => !("fields" in one)));
}

function asked(first: Reading, told: readonly Understanding[], candidates: readonly string[]): Decided {
  const fields = Object.fromEntries(
    candidates.map((service) => [service, fieldsFor(service, [...told, ...first.understandings])]),
  );
  const rest = told.filter((one) => one.type !== "request" || !candidates.includes(one.service));
  const others = rest.filter(({ type }) => type !== "out_of_scope");
  return { understandings: [{ type: "unclear", candidates, fields }, ...others], how: "neither" };
}

function fieldsFor(service: string, understandings: readonly Understanding[]): ReadFields {
  for (const one of understandings) {
    if (one.type === "request" && one.service === service) return one.fields;
    if (one.type === "unclear" && one.fields?.[service]) return one.fields[service];
  }
  return {};
}

/** Services that the first reading would begin. */
function servicesOf({ understandings }: Reading): readonly string[] {
  return understandings.flatMap((one) => {
    const begins = one.type === "request" || one.type === "again";
    return begins && one.service !== undefined ? [one.service] : [];
  });
}

/** Services between which the first reading was in doubt, or that it was asked about. */
function candidatesOf({ understandings }: Reading): readonly string[] {
  return understandings.flatMap((one) => {
    if (one.type === "unclear") return one.candidates;
    return one.type === "office" && one.service !== undefined ? [one.service] : [];
  });
}

function agrees(first: Reading, told: readonly Understanding[]): boolean {
  const keys = (all: readonly Understanding[]) =>
    all
      .map((one) => (one.type === "request" ? one.service : one.type))
      .filter((key) => key !== "greeting" && key !== "thanks");
  const own = keys(first.understandings);
  return keys(told).every((key) => own.includes(key));
}

/** A meaning of the model with what the first reading says of the same. */
function enriched(one: Understanding, first: Reading): Understanding {
  if (one.type === "request") {
    const same = first.understandings.find((other) => sameRequest(one, other));
    const { fields, bad } = together(one, same, one.service);
    const ahead = same?.type === "request" && same.first ? { first: same.first } : {};
    return { type: "request", service: one.service, ...ahead, fields, ...(bad && { bad }) };
  }
  if (one.type === "office") {
    const same = first.understandings.find((other) => other.type === "office" && other.topic === one.topic);
    return { ...one, ...same };
  }
  if (one.type !== "answers" && one.type !== "correct") {
    return one;
  }
  const same = first.understandings.find(({ type }) => type === "answers" || type === "correct");
  const { fields, bad } = together(one, same);
  const corrects = one.type === "correct" || same?.type === "correct";
  const ask = same?.type === "correct" && same.ask ? { ask: same.ask } : {};
  const ref = same?.type === "correct" && same.ref !== undefined ? { ref: same.ref } : {};
  return corrects
    ? { type: "correct", ...ref, fields, ...ask, ...(bad && { bad }) }
    : { type: "answers", fields, ...(bad && { bad }) };
}

const sameRequest = (one: Extract<Understanding, { type: "request" }>, other: Understanding): boolean =>
  (other.type === "request" && other.service === one.service) ||
  (other.type === "unclear" && other.candidates.includes(one.service)) ||
  (other.type === "office" && other.service === one.service && other.about !== undefined);

type Read = { readonly fields: ReadFields; readonly bad?: Readonly<Record<string, BadField>> | undefined };

/**
 * Fields of both. Different values from different words are nobody's: the form asks. The same words, cut differently, or given to another
 * field, are the model's; cut alike, they keep what the first reading made of them within the whole message.
 */
function together(one: Read, same: Understanding | undefined, service?: string): Read {
  const other = readOf(same, service);
  const corrects = same?.type === "correct";
  const given = Object.values(one.fields);
  const moved = ([name, field]: readonly [string, ReadField]): boolean =>
    one.fields[name] === undefined && (isGiven(field, given) || (corrects && isWithin(field, given)));
  const fields: Record<string, ReadField> = Object.fromEntries(
    Object.entries(other.fields).filter((entry) => !moved(entry)),
  );
  for (const [name, field] of Object.entries(one.fields)) {
    const before = other.fields[name];
    if (before && !isSame(before.value, field.value) && !overlaps(before, field)) delete fields[name];
    else if (!before || !isSameSpan(before, field)) fields[name] = field;
  }
  const bad = Object.fromEntries(
    Object.entries({ ...other.bad, ...one.bad }).filter(([name]) => fields[name] === undefined),
  );
  return { fields, ...(Object.keys(bad).length > 0 && { bad }) };
}

function readOf(one: Understanding | undefined, service: string | undefined): Read {
  if (one?.type === "unclear") return { fields: (service !== undefined && one.fields?.[service]) || {} };
  if (one?.type === "office") return { fields: one.about ?? {} };
  const has = one?.type === "request" || one?.type === "answers" || one?.type === "correct";
  return has ? { fields: one.fields, bad: one.bad } : { fields: {} };
}

/** The same value, or free words, of which the model made fields of other names: no more than a word of them is left. */
function isGiven(field: ReadField, given: readonly ReadField[]): boolean {
  if (given.some((its) => isSameSpan(its, field) && isSame(its.value, field.value))) return true;
  const inside = given.filter(({ start, end }) => start >= field.start && end <= field.end);
  if (inside.length === 0 || field.value !== field.text) return false;
  const left = inside.reduce((words, its) => words.replace(its.text, " "), field.text);
  return (left.match(/[\p{L}\p{Nd}]+/gu) ?? []).length <= 1;
}

/** «خلي الشاشة ٦٥»: the number is in the words of the thing, and replaces no other value. */
const isWithin = ({ start, end }: ReadField, given: readonly ReadField[]): boolean =>
  given.some((its) => its.start <= start && its.end >= end && its.end - its.start > end - start);

const isSameSpan = (one: ReadField, other: ReadField): boolean =>
  one.start === other.start && one.end === other.end;

const isSame = (one: AnswerValue, other: AnswerValue): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** A greeting is answered whoever heard it. */
function withCourtesy(first: Reading, understandings: readonly Understanding[]): readonly Understanding[] {
  const courtesy = first.understandings.filter(
    ({ type }) =>
      (type === "greeting" || type === "thanks") && !understandings.some((one) => one.type === type),
  );
  return [...courtesy, ...understandings];
}
