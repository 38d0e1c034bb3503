/** What staff do in a chat: write to the customer, take it from the bot and hand it back, and try whether its line carries. */
import { type AgentName, leads } from "../../domain/agent.ts";
import type { AgentId } from "../../domain/ids.ts";
import type { Order } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import { moveOrder, noteOrder, withPromise } from "../../orders/change.ts";
import { holderOf } from "../../orders/status.ts";
import { promiseMetByWords, withAnswerPromise } from "../complaint/complaint-news.ts";
import { mayWrite } from "../customer/messages.ts";
import { complaintFlow } from "../flow/complaint-flow.ts";
import { refusalOf } from "../order/moves.ts";
import { hasReader } from "../order/news.ts";
import { asOrders, ordersOfCase } from "../person/case.ts";
import { sayText } from "../show/render.ts";
import { showMoment } from "../show/show.ts";
import { muteMs } from "../wake.ts";
import { addLine, type Work } from "../work.ts";
import { byAgent, commit, nothingToDo, type On, type Outcome, refusedWords } from "./staff-rights.ts";

/** Who writes with the platform's own app is not known by name: any colleague may go on in the queue. */
const officePhone = "office_phone" as AgentId;

/** Words to the customer; the bot is mute for two hours from then. */
export function reply(work: Work, agent: AgentName, act: On<"reply">, order: Order | undefined): Outcome {
  const text = act.text.trim();
  const unfit = refusedWords(text, "empty");
  if (unfit) return unfit;
  const refusal = refusedChat(work, agent);
  if (refusal) return refusal;
  if (!mayWrite(work.before, work.at)) return { reason: "opted_out" };
  joinChat(work, agent, order);
  if (order && holderOf(order, work.fresh.realNow)?.agent === agent.id) actByWords(work, agent, order, text);
  work.says.push({
    type: "say",
    kind: "staff",
    from: "agent",
    name: agent.name,
    language: work.language,
    text,
    ...(order && { order: order.ref }),
  });
  return undefined;
}

/** Words are an act, which makes a claim last; to a complaint they are the first answer, and somebody looks into it from then on. */
function actByWords(work: Work, agent: AgentName, order: Order, text: string): void {
  const stage = complaintFlow(work.catalogue)?.complaint.looking;
  const move = { to: "in_progress", ...(stage !== undefined && { stage }) } as const;
  if (order.kind === "complaint" && !refusalOf(work.catalogue, order, move))
    commit(work, withAnswerPromise(work, moveOrder(order, move, byAgent(agent), work.at)));
  else {
    const promised = promiseMetByWords(work, order);
    const noted = noteOrder(order, text, byAgent(agent), work.at);
    if (promised !== undefined) commit(work, withPromise(noted, promised));
    else if (order.claim?.until !== undefined) commit(work, noted);
  }
}

/** A colleague who speaks with the customer is not interrupted, but by a head. */
function refusedChat(work: Work, agent: AgentName): Outcome {
  const other = work.person?.agent;
  const speaking =
    other &&
    other.id !== agent.id &&
    other.id !== officePhone &&
    work.person !== undefined &&
    work.at < work.person.mutedUntil;
  return speaking && !leads(agent) ? { reason: "not_yours", by: other.name } : undefined;
}

function joinChat(work: Work, agent: Pick<AgentName, "id" | "name">, order: Order | undefined): void {
  const { person } = work;
  work.person = {
    since: person?.since ?? work.at,
    reason: person?.reason ?? "agent_joined",
    ...asOrders([...(order ? [order.ref] : []), ...ordersOfCase(person)]),
    agent: { id: agent.id, name: agent.name },
    mutedUntil: work.at + muteMs,
  };
  // What is said from now on is said to the colleague: our own question is answered by its buttons, or by plain words of the matter.
  if (work.open?.type === "about_order" && work.open.of === "complaint") work.open = undefined;
}

/** A colleague answers on the office phone: the bot is mute here until handed back, or two hours after their last word. */
export function joinFromPhone(work: Work): void {
  joinChat(work, { id: officePhone, name: work.catalogue.office.name[work.language] }, undefined);
  work.silent = true;
}

export function takeChat(work: Work, agent: AgentName): Outcome {
  const refusal = refusedChat(work, agent);
  if (refusal) return refusal;
  if (work.person?.agent?.id === agent.id && work.at < work.person.mutedUntil) return nothingToDo;
  joinChat(work, agent, undefined);
  if (hasReader(work)) {
    const { office } = work.catalogue;
    addLine(work, "talk_to_human.joined", { name: isolate(agent.name), office: office.name[work.language] });
  }
  work.asked = true;
  return undefined;
}

/** Says something that harms nobody, and changes nothing else. Nobody is written to who did not write first. */
export function testLine(work: Work, agent: AgentName): Outcome {
  if (!leads(agent)) return { reason: "not_allowed" };
  if (work.before.heardAt === 0 || !hasReader(work)) return nothingToDo;
  if (!mayWrite(work.before, work.at)) return { reason: "opted_out" };
  const { catalogue, language, at } = work;
  const office = catalogue.office.name[language];
  const time = isolate(showMoment(at, at, catalogue.zone, language));
  const text = sayText(catalogue, language, "line_test.sent", { office, time });
  work.says.push({ type: "say", kind: "staff", from: "office", language, text });
  return undefined;
}

/** The bot is back, and repeats what was open. */
export function handBack(work: Work, agent: AgentName): Outcome {
  if (!work.person) return nothingToDo;
  const refusal = refusedChat(work, agent);
  if (refusal) return refusal;
  const wasMuted = work.at < work.person.mutedUntil;
  work.person = undefined;
  work.aside = true;
  if (!hasReader(work)) work.silent = true;
  else if (wasMuted) addLine(work, "talk_to_human.handed_back");
  else work.silent = true;
  return undefined;
}
