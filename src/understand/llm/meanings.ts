/** From what a model claims to the closed union of meanings: a service with checked fields, a command with the order that the words name. */
import type { OrderRef } from "../../domain/ids.ts";
import type { OfficeTopic, ReadingContext, ServiceSpec, Understanding } from "../../domain/understanding.ts";
import { findOrderRefs } from "../../language/people/ids.ts";
import { topicsOfServices } from "../wishes/commands.ts";
import { type Checked, type Checking, checkFields } from "./claims.ts";
import { type Claimed, officeTopics, orderField } from "./schema.ts";

export type Meant = {
  readonly understandings: readonly Understanding[];
  /** Fields that did not pass. */
  readonly dropped: number;
};

export type Claims = Omit<Checking, "spec"> & {
  readonly context: ReadingContext;
  readonly claimed: readonly Claimed[];
};

/** What of the claims stands, in their order. */
export function meaningsOfClaims(claims: Claims): Meant {
  let dropped = 0;
  const understandings = claims.claimed.flatMap((one) => {
    const { meaning, lost } = meaningOf(one, claims);
    dropped += lost;
    return meaning ? [meaning] : [];
  });
  return {
    understandings: withTopicsOfServices(understandings.flatMap(withNoteApart), claims.context),
    dropped,
  };
}

/** A note for staff is added to those that the form has: as an answer it would stand in their place. */
function withNoteApart(one: Understanding): readonly Understanding[] {
  const { notes, ...fields } = one.type === "answers" ? one.fields : {};
  if (one.type !== "answers" || !notes) return [one];
  const { text, start, end } = notes;
  const rest: Understanding = { ...one, fields };
  return [...(isEmpty(rest) ? [] : [rest]), { type: "wish", text, start, end }];
}

type One = { readonly meaning: Understanding | undefined; readonly lost: number };

function meaningOf({ intent, fields }: Claimed, claims: Claims): One {
  const { context } = claims;
  const spec = context.services.find(({ id }) => id === intent);
  if (spec)
    return ofFields({
      spec,
      fields,
      claims,
      make: (read) => ({ type: "request", service: intent, ...read }),
    });
  const open = context.services.find(({ id }) => id === context.open?.service);
  switch (intent) {
    case "answers":
    case "correct": {
      if (!open)
        return { meaning: intent === "correct" ? { type: "correct", fields: {} } : undefined, lost: 0 };
      const made = ofFields({ spec: open, fields, claims, make: (read) => ({ type: intent, ...read }) });
      return isEmpty(made.meaning) && intent === "answers" ? { ...made, meaning: undefined } : made;
    }
    case "order_status":
    case "cancel_order":
    case "complaint": {
      const ref = refIn(claims, fields);
      return { meaning: { type: intent, ...(ref !== undefined && { ref }) }, lost: 0 };
    }
    case "cancel":
      // At a read-back one word throws the whole form away: that word is the customer's.
      if (context.open?.awaiting === "read_back") return { meaning: undefined, lost: 0 };
      return { meaning: { type: context.open ? "cancel" : "cancel_order" }, lost: 0 };
    case "human_agent":
    case "greeting":
    case "thanks":
    case "out_of_scope":
      return { meaning: { type: intent }, lost: 0 };
    default:
      return { meaning: officeMeaning(intent), lost: 0 };
  }
}

type Making = {
  readonly spec: ServiceSpec;
  readonly fields: Claimed["fields"];
  readonly claims: Claims;
  readonly make: (read: Pick<Checked, "fields"> & Partial<Pick<Checked, "bad">>) => Understanding;
};

function ofFields({ spec, fields, claims, make }: Making): One {
  const { fields: read, bad, dropped } = checkFields(fields, { ...claims, spec });
  const wrong = Object.keys(bad).length > 0 && { bad };
  return { meaning: make({ fields: read, ...wrong }), lost: dropped };
}

const isEmpty = (meaning: Understanding | undefined): boolean =>
  meaning !== undefined &&
  "fields" in meaning &&
  Object.keys(meaning.fields ?? {}).length === 0 &&
  !("bad" in meaning && meaning.bad);

/** An order's number is read in the message itself: the model may only point at one of several. */
function refIn({ text, restore }: Claims, fields: Claimed["fields"]): OrderRef | undefined {
  const refs = findOrderRefs(text).map(({ value }) => value);
  const named = fields.find(({ name }) => name === orderField);
  const [pointed] = named ? findOrderRefs(restore(named.words)).map(({ value }) => value) : [];
  return refs.find((ref) => ref === pointed) ?? (refs.length === 1 ? refs[0] : undefined);
}

function officeMeaning(intent: string): Understanding | undefined {
  const topic = officeTopics.find((name) => intent === `office.${name}`);
  return topic && { type: "office", topic };
}

/** "What does a hotel cost?": a question and a service without a value are one question about that service. */
function withTopicsOfServices(
  understandings: readonly Understanding[],
  { open }: ReadingContext,
): readonly Understanding[] {
  const asksAbout = (topic: OfficeTopic): boolean => topicsOfServices.has(topic);
  const asks = understandings.some((one) => one.type === "office" && asksAbout(one.topic));
  if (!asks) return understandings;
  const named = understandings.find((one) => one.type === "request");
  const service = named?.service ?? open?.service;
  return understandings.flatMap((one) => {
    if (one.type === "office" && asksAbout(one.topic) && service !== undefined) return [{ ...one, service }];
    return one === named && isEmpty(one) ? [] : [one];
  });
}
