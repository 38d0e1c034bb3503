/** The office's departments as pages ask for them: which an order is in, which are an agent's, and what a form hands to one. */
import { departments as departmentIds, type Flow } from "../../../conversation/flow/flow.ts";
import { flowOf } from "../../../conversation/flow/pinned.ts";
import { staffChannel } from "../../../conversation/order/news.ts";
import { type Agent, leads } from "../../../domain/agent.ts";
import { type PartnerId, parsePartnerId } from "../../../domain/ids.ts";
import type { Order } from "../../../domain/order.ts";
import { newPartner, type Partner, type PartnerName } from "../../../domain/partner.ts";
import { addDays, instantOf, isDate, localDate, localTime } from "../../../language/times/clock.ts";
import { promisedBy } from "../../../orders/promise.ts";
import { type Insider, mayRead, type OrderFilter } from "../../../store/orders.ts";
import type { WebParts } from "../../deps.ts";
import { textOf } from "../../form.ts";
import { longestNote } from "../../lengths.ts";
import { type ReadAct, tooLong } from "../orders/acts.ts";
import { departmentNames } from "./department-words.ts";

/** The longest time that a department may be given. */
const mostDays = 90;

export type ShownHandoff = {
  /** To which it may go now. */
  readonly others: readonly Partner[];
  /** Where it is: handed there, or by its service. */
  readonly current: readonly PartnerName[];
  /** What is suggested, as a box for a moment takes it: `2026-11-22T15:30` in the office's zone. */
  readonly due: string;
};

export async function handoffFor(parts: WebParts, order: Order): Promise<ShownHandoff> {
  const all = await parts.partners.departments();
  const current = currentOf(order, all);
  const { office } = parts.catalogue();
  const { handoff_minutes: own } = flowOf(parts.catalogue(), order).dispatch;
  const now = parts.engine.now();
  const { zone } = parts.config;
  const due = promisedBy(office, zone, now, own ?? office.handoff_minutes);
  return {
    // Of several that do its service each may hand it to another.
    others: all.filter(
      ({ id, state }) => state.status === "active" && !(current.length === 1 && current[0]?.id === id),
    ),
    current,
    due: `${localDate(due, zone)}T${localTime(due, zone)}`,
  };
}

/** The department that it was handed to; else those that do its service. */
function currentOf({ department, service }: Order, all: readonly Partner[]): readonly PartnerName[] {
  return department ? [department] : all.filter(({ services }) => services.includes(service)).map(nameOf);
}

const nameOf = ({ id, name }: Partner): PartnerName => ({ id, name });

/** `to=p_…&due=2026-11-22T15:30&note=…` */
export async function readHandOff(
  parts: WebParts,
  form: URLSearchParams,
  order: Order,
  agent: Agent,
): Promise<ReadAct> {
  const all = await parts.partners.departments();
  const to = all.find(({ id, state }) => id === form.get("to") && state.status === "active");
  if (!to) return { type: "no_department" };
  const note = textOf(form, "note");
  if (note === "") return { type: "reason_missing" };
  const long = tooLong(note, longestNote);
  if (long) return long;
  const due = dueOf(parts, textOf(form, "due"));
  if (due === undefined) return { type: "bad_due" };
  const from = await fromOf(parts, order, agent, { all, to });
  return { type: "act", act: { type: "hand_off", to: nameOf(to), ...(from && { from }), due, note } };
}

/**
 * Where it was handed to; of those that do its service the agent's own, or the only one; where there is none, the one department that the agent is in.
 * Never the one that it goes to: of two that do its service, either may get it.
 */
async function fromOf(
  { departments }: WebParts,
  order: Order,
  { id }: Agent,
  { all, to }: { readonly all: readonly Partner[]; readonly to: Partner },
): Promise<PartnerName | undefined> {
  const current = currentOf(order, all);
  const own = await departments.of(id);
  const mine = all.filter((one) => own.includes(one.id));
  const only = mine.length === 1 ? mine[0] : undefined;
  const ofService = current.length === 1 ? current[0] : undefined;
  const from = current.find((one) => own.includes(one.id)) ?? ofService ?? (only && nameOf(only));
  return !order.department && from?.id === to.id ? undefined : from;
}

function dueOf({ engine, config }: WebParts, text: string): number | undefined {
  const [, date = "", time = ""] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/.exec(text) ?? [];
  if (!isDate(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
  const due = instantOf(date, time, config.zone);
  const now = engine.now();
  const isNear = date <= addDays(localDate(now, config.zone), mostDays);
  return due > now && isNear ? due : undefined;
}

/** Why it is handed back, for colleagues. */
export function readHandOffBack(form: URLSearchParams): ReadAct {
  const reason = textOf(form, "reason");
  if (reason === "") return { type: "reason_missing" };
  const done = textOf(form, "done") !== "" && { done: true as const };
  return tooLong(reason, longestNote) ?? { type: "act", act: { type: "hand_off_back", reason, ...done } };
}

/** What the list of an agent's departments holds; undefined for whoever is in none. */
export async function filterOf(
  parts: WebParts,
  agent: Pick<Agent, "id">,
): Promise<OrderFilter["ofDepartments"]> {
  const own = await parts.departments.of(agent.id);
  if (own.length === 0) return undefined;
  const mine = (await parts.partners.departments()).filter(({ id }) => own.includes(id));
  return { departments: mine.map(({ id }) => id), services: mine.flatMap(({ services }) => services) };
}

/** What of requests between departments an agent may read; undefined for heads and administrators, who read all. */
export async function insiderOf(
  parts: WebParts,
  agent: Pick<Agent, "id" | "role">,
): Promise<Insider | undefined> {
  if (leads(agent)) return undefined;
  const { id } = agent;
  const [of, chat] = await Promise.all([filterOf(parts, { id }), parts.staffChatOf(id)]);
  const { departments, services } = of ?? { departments: [], services: [] };
  return { agent: id, channel: staffChannel, ...(chat && { chat: chat.id }), departments, services };
}

/** Whether an agent may read an order: any but requests between departments that are no business of theirs. */
export async function mayReadOrder(
  parts: WebParts,
  agent: Pick<Agent, "id" | "role">,
  order: Order,
): Promise<boolean> {
  if (order.kind !== "internal") return true;
  const insider = await insiderOf(parts, agent);
  return !insider || mayRead(insider, order);
}

/** The departments that were ticked, of those that there are. */
export function readMembership(form: URLSearchParams, all: readonly Partner[]): readonly PartnerId[] {
  const ticked = form.getAll("department").flatMap((id) => parsePartnerId(id) ?? []);
  return ticked.filter((id) => all.some((one) => one.id === id));
}

/** A record for each department that flows name and that has none yet, with the services that name it. */
export function departmentsToMake(flows: readonly Flow[], all: readonly Partner[]): readonly Partner[] {
  return departmentIds.flatMap((name): Partner[] => {
    const services = flows.filter(({ dispatch }) => dispatch.department === name).map(({ id }) => id);
    const id = parsePartnerId(`p_${name}`);
    if (!id || services.length === 0 || all.some((one) => one.id === id)) return [];
    return [{ ...untouched, id, name: departmentNames[name], services }];
  });
}

const untouched = {
  ...newPartner,
  ...{ kind: "office", cities: [], state: { status: "active" }, demo: false },
} as const satisfies Partial<Partner>;
