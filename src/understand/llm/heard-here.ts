/**
 * What the embedded reading heard and a model has no word for: a yes at a read-back, "like my last order", a wish for staff. A model that
 * reads the rest of the message right must not make the customer say it again.
 */
import type { ReadFields, Reading, ReadingContext, Understanding } from "../../domain/understanding.ts";
import { overlaps } from "../../language/found.ts";
import type { Span } from "../words.ts";

/** The meanings made of a model's, with those that only the embedded reading could hear, in the order of the message. */
export function withHeardHere(
  first: Reading,
  meanings: readonly Understanding[],
  context: ReadingContext,
): readonly Understanding[] {
  const told = withoutRepeatedQuestion(first, withAgain(first, meanings));
  const kept = first.understandings.flatMap((one, at) => {
    const left = leftOf(one, { told, first, context });
    return left ? [{ left, at }] : [];
  });
  const begins = first.understandings.findIndex((one) => !kept.some(({ left }) => left.type === one.type));
  const isAhead = ({ at }: { readonly at: number }) => begins < 0 || at < begins;
  const ahead = kept.filter(isAhead).map(({ left }) => left);
  const behind = kept.filter((one) => !isAhead(one)).map(({ left }) => left);
  return [...ahead, ...told, ...behind];
}

type Beside = {
  readonly told: readonly Understanding[];
  readonly first: Reading;
  readonly context: ReadingContext;
};

/** One meaning of the embedded reading, as far as it still stands beside what the model told. */
function leftOf(one: Understanding, beside: Beside): Understanding | undefined {
  const { told, context } = beside;
  const gives = (field: string | undefined) => field !== undefined && told.some((it) => valuesOf(it)[field]);
  switch (one.type) {
    case "emergency":
    case "refuse":
    case "privacy":
    case "messages":
    case "language":
    case "link":
    case "link_code":
    case "resume":
    case "whats_left":
    case "asks_back":
      return one;
    case "confirm":
    case "chosen":
      return isHeldUp(beside) ? undefined : one;
    case "change":
      return told.some(({ type }) => type === "correct") ? undefined : one;
    case "wish":
      return isLeftOver(one, beside) ? one : undefined;
    case "skip":
      return gives(one.field ?? context.open?.asked) ? undefined : one;
    case "same_phone":
      return gives(context.open?.asked) ? undefined : one;
    case "again":
      return told.some(({ type }) => type === "again") ? undefined : one;
    case "not_meant": {
      const services = one.services.filter(
        (service) => !told.some((it) => it.type === "request" && it.service === service),
      );
      return services.length > 0 ? { ...one, services } : undefined;
    }
    case "office":
    case "order_status":
      return isAskedBeside(one, beside) ? one : undefined;
    default:
      return undefined;
  }
}

/** Words that the model made nothing of: neither a value nor a meaning of their own. */
function isLeftOver(wish: Span, { told, first }: Beside): boolean {
  const isValue = told.some((it) => Object.values(valuesOf(it)).some((field) => overlaps(field, wish)));
  const isHeard = told.some((it) => !first.understandings.some((other) => isSameWish(it, other)));
  return !isValue && !isHeard && !told.some(({ type }) => type === "wish");
}

/** A change or an end that only the model heard: no yes stands beside it. */
function isHeldUp({ told, first }: Beside): boolean {
  const ends = new Set<Understanding["type"]>(["correct", "cancel", "cancel_order", "human_agent"]);
  return told.some(
    ({ type }) => ends.has(type) && !first.understandings.some((heard) => heard.type === type),
  );
}

/** A question that the model passed over, beside something that both heard. */
function isAskedBeside(one: Understanding, { told, first }: Beside): boolean {
  if (told.some(({ type }) => type === one.type || type === "unclear" || type === "complaint")) return false;
  return first.understandings.some(
    (other) => other !== one && other.type !== "out_of_scope" && told.some((it) => isSameWish(it, other)),
  );
}

const isSameWish = (one: Understanding, other: Understanding): boolean =>
  one.type === other.type &&
  (one.type !== "request" || (other.type === "request" && one.service === other.service));

/** «نفس طلبي الأخير بس لثلاثة»: a model calls it a new order, or a change of one. */
function withAgain(first: Reading, told: readonly Understanding[]): readonly Understanding[] {
  const again = first.understandings.find((one) => one.type === "again");
  if (!again) return told;
  const at = told.findIndex(
    (one) => one.type === "request" && (again.service === undefined || one.service === again.service),
  );
  const same = told[at];
  const made: Understanding =
    same?.type === "request"
      ? { ...again, service: same.service, fields: { ...again.fields, ...same.fields } }
      : again;
  const others = told.filter((one, n) => n !== at && !(one.type === "correct" && isBare(one)));
  return [made, ...others];
}

/** "What does a passport cost?" names the paper for the question alone: nothing begins by it. */
function withoutRepeatedQuestion(first: Reading, told: readonly Understanding[]): readonly Understanding[] {
  const { understandings } = first;
  return told.filter((one) => {
    if (one.type !== "request" || understandings.some((other) => isSameWish(one, other))) return true;
    const question = understandings.find((other) => other.type === "office" && other.service === one.service);
    const isAsked = told.some(({ type }) => type === "office");
    if (question?.type !== "office" || !isAsked) return true;
    return Object.keys(one.fields).some((name) => question.about?.[name] === undefined);
  });
}

const isBare = (one: Understanding): boolean => Object.keys(valuesOf(one)).length === 0;

function valuesOf(one: Understanding): ReadFields {
  const has =
    one.type === "request" || one.type === "answers" || one.type === "correct" || one.type === "again";
  return has ? one.fields : {};
}
