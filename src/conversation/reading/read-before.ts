/**
 * What was written before a form begins from a question («هل المقصود …؟», "shall we begin?", the menu) is read once more for the service
 * that may begin, so that nothing told is asked. The shell reads the chat's own lines for it; nothing more is kept than what is taken.
 */
import type { Fields } from "../../domain/answer.ts";
import type { Conversation } from "../../domain/conversation.ts";
import type { Event } from "../../domain/event.ts";
import type { HeldSaying, ToldBefore } from "../../domain/said.ts";
import type { ReadFields, Reading, ReadingContext, Understanding } from "../../domain/understanding.ts";
import { localDate } from "../../language/times/clock.ts";
import type { Catalogue, Flow } from "../flow/flow.ts";
import { fill } from "../form/fill.ts";
import { sourceOf } from "../form/source.ts";
import type { Work } from "../work.ts";

/** Lines that are read again, newest ones; older or longer ones are left alone. */
const mostLines = 3;
const longestAgoMs = 30 * 60_000;
const longest = 500;
const mostServices = 2;

/** The services whose forms this event may begin from a question of ours, or instead of a form that was not meant; none while a form is open. */
export function mayBegin({ open, active, drafts }: Conversation, event: Event): readonly string[] {
  const draft = drafts.find(({ id }) => id === active);
  if (draft && notMeant(event).includes(draft.service)) return requested(event).slice(0, mostServices);
  if (active !== undefined || (open?.type !== "which_service" && open?.type !== "begin_service")) return [];
  const all = open.type === "begin_service" ? [open.service] : open.candidates;
  const only =
    open.type === "begin_service" || open.text !== "" ? all.slice(0, all.length === 1 ? 1 : 0) : [];
  const offered = open.type === "begin_service" ? all : [...all, ...(open.hidden ?? [])];
  const chosen = (id: string): readonly string[] => {
    if (id === "yes") return only;
    if (id === "all") return all;
    return offered.includes(id) ? [id] : [];
  };
  const named =
    event.type === "chose"
      ? chosen(event.value.slice(event.value.indexOf(":") + 1))
      : event.type === "understood"
        ? event.reading.understandings.flatMap((one) => begunBy(one, only, chosen))
        : [];
  return [...new Set(named)].slice(0, mostServices);
}

const understood = (event: Event): readonly Understanding[] =>
  event.type === "understood" ? event.reading.understandings : [];

/** What was said of a form that was not meant is said of what is. */
const notMeant = (event: Event): readonly string[] =>
  understood(event).flatMap((one) => (one.type === "not_meant" ? one.services : []));

const requested = (event: Event): readonly string[] =>
  understood(event).flatMap((one) => (one.type === "request" ? [one.service] : []));

function begunBy(
  one: Understanding,
  only: readonly string[],
  chosen: (id: string) => readonly string[],
): readonly string[] {
  if (one.type === "request") return [one.service];
  if (one.type === "chosen") return chosen(one.id);
  return one.type === "confirm" || one.type === "answers" || one.type === "correct" ? only : [];
}

/** What the lines say of those services, oldest first. Of a protected kind nothing is read. */
export function readBefore(
  catalogue: Catalogue,
  conversation: Conversation,
  event: Event,
  lines: readonly ToldBefore[],
  read: (text: string, context: ReadingContext) => Reading,
): readonly HeldSaying[] {
  const services = mayBegin(conversation, event).filter((id) => !catalogue.flows.get(id)?.sensitive);
  const { drafts, orders, language } = conversation;
  const dropped = notMeant(event);
  const others = drafts.filter(({ service }) => !dropped.includes(service));
  const used = new Set(others.flatMap(({ fields }) => Object.values(fields).map(messageOf)));
  const since = Math.max(event.at - longestAgoMs, ...orders.map(({ placedAt }) => placedAt));
  const sayings: HeldSaying[] = [];
  const usable = lines.filter(({ at, messageId }) => at > since && !used.has(messageId));
  for (const line of usable.slice(-mostLines).toReversed()) {
    if (line.text.length > longest || line.text.includes("•")) continue;
    const context = { now: line.at, zone: catalogue.zone, language, services: catalogue.specs };
    const alone = read(line.text, context).understandings;
    // What stood before somebody left a form belonged to that one.
    if (alone.some(({ type }) => type === "cancel" || type === "cancel_order")) break;
    const known = [...services, ...dropped];
    const another = alone.some((one) => one.type === "request" && !known.includes(one.service));
    if (another || alone.some(({ type }) => type === "complaint")) continue;
    const said = Object.fromEntries(
      services.map((service) => {
        // What sounded like the form that was not meant is read as if there were no such service.
        const only = catalogue.specs.filter(({ id }) => id === service);
        const { understandings } =
          dropped.length > 0
            ? read(line.text, {
                ...context,
                services: only,
                open: { service, awaiting: "answer", filled: [] },
              })
            : read(line.text, { ...context, open: { service, awaiting: "nothing", filled: [] } });
        return [service, { fields: valuesFor(service, [...alone, ...understandings]) }];
      }),
    );
    sayings.unshift({ messageId: line.messageId, at: line.at, by: "embedded", said });
  }
  return sayings;
}

const messageOf = ({ evidence }: { readonly evidence: { readonly messageId: string } }): string =>
  evidence.messageId;

function valuesFor(service: string, understandings: readonly Understanding[]): ReadFields {
  return Object.assign(
    {},
    ...understandings.map((one) => {
      if (one.type === "unclear") return one.fields?.[service] ?? {};
      return one.type === "answers" || (one.type === "request" && one.service === service) ? one.fields : {};
    }),
  );
}

/** The values that the customer's earlier lines give this form; later words win. What can't stand is left out, and so is asked. */
export function toldEarlier(work: Work, flow: Flow): Fields {
  const { event, catalogue } = work;
  const sayings = ((event.type === "understood" || event.type === "chose") && event.earlier) || [];
  let fields: Fields = {};
  for (const { said, messageId, at, by } of sayings) {
    const source = { ...sourceOf(work), by, messageId, today: localDate(at, catalogue.zone) };
    const filled = fill(flow, fields, said[flow.id]?.fields ?? {}, undefined, source);
    if (filled.bad.every(({ reason }) => reason !== "contradiction")) fields = filled.fields;
  }
  return fields;
}
