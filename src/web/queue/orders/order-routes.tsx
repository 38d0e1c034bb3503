/** `/orders/{ref}`: one order, and everything that staff do with it. Each act answers with the newest state of the page. */

import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { isComplaintFlow } from "../../../conversation/flow/complaint-flow.ts";
import { findFlow } from "../../../conversation/flow/pinned.ts";
import type { AgentAct } from "../../../domain/act.ts";
import type { Agent } from "../../../domain/agent.ts";
import { parseOrderRef } from "../../../domain/ids.ts";
import type { Order } from "../../../domain/order.ts";
import type { Acted } from "../../../engine.ts";
import { formatList } from "../../../language/format.ts";
import { isAnswered, isOpenComplaint } from "../../../orders/complaint.ts";
import type { Signed } from "../../auth/guard.ts";
import { readForm, textOf } from "../../form.ts";
import { visibleText } from "../../plain-text.tsx";
import { answerAgain } from "../chats/again.ts";
import { parseFrom, readLineFinder, readShownLines } from "../chats/lines.ts";
import { complaintsFor, readAnswer, readComplaint, readHeard, readTie } from "../complaints/complaints.ts";
import { handoffFor, mayReadOrder, readHandOff, readHandOffBack } from "../departments/departments.ts";
import type { Desk, QueueContext } from "../frame/desk.tsx";
import { notFound } from "../frame/missing.tsx";
import type { Notice } from "../frame/scene.ts";
import {
  type ReadAct,
  readAgreedPay,
  readCorrection,
  readMove,
  readPrice,
  readText,
  readWithdrawnRequest,
  unreadText,
} from "./acts.ts";
import { choiceFor, readGive, readGiveBack, readOffer, readPriceChoice, readWithdrawal } from "./choice.ts";
import type { TypedCorrection } from "./facts-view.tsx";
import { whatHappened } from "./history-view.tsx";
import { OrderView } from "./order-view.tsx";
import { findQuestion, refusalText, serviceTitle } from "./order-words.ts";
import { readTold, toTell } from "./told.ts";

type Answer = {
  readonly notice?: Notice;
  readonly status?: ContentfulStatusCode;
  readonly typed?: TypedCorrection;
};

export function orderRoutes(desk: Desk): Hono<Signed> {
  const { catalogue, config, engine } = desk.parts;
  const app = new Hono<Signed>();

  app.get("/:ref", async (c) => {
    const order = await findOrder(desk, c);
    return order ? showOrder(desk, c, order) : notFound(c, desk);
  });

  /** A route that reads an act from its form. `isBound`: the form names the version that it was made on. */
  const acts = (
    verb: string,
    isBound: boolean,
    read: (form: URLSearchParams, order: Order, agent: Agent) => ReadAct | Promise<ReadAct>,
  ) =>
    app.post(`/:ref/${verb}`, async (c) => {
      const order = await findOrder(desk, c);
      if (!order) return notFound(c, desk);
      const form = await readForm(c);
      // A form without its version was made on none that there is.
      const seen = isBound ? { expect: Number(form.get("version") ?? "") } : {};
      const answer = await perform(desk, c, order, await read(form, order, c.get("agent")), seen);
      const newest = (await desk.parts.orders.get(order.ref)) ?? order;
      return showOrder(desk, c, newest, { ...answer, ...(answer.status !== undefined && typedIn(form)) });
    });

  for (const type of ["claim", "release", "take", "search", "stop_search"] as const)
    acts(type, false, () => ({ type: "act", act: { type } }));
  for (const type of ["reply", "note"] as const) acts(type, false, (form) => readText(form, type));
  app.post("/:ref/again", async (c) => {
    const order = await findOrder(desk, c);
    return order
      ? showOrder(desk, c, order, await answerAgain(desk, c, order.conversation))
      : notFound(c, desk);
  });
  acts("move", true, readMove);
  acts("keep_appointment", true, () => ({ type: "act", act: { type: "keep_appointment" } }));
  acts("partner_told", true, (form, order) => readTold(desk.parts, form, order));
  acts("no_show", true, () => ({ type: "act", act: { type: "no_show" } }));
  acts("price", true, readPrice);
  acts("give", true, (form, order) => readGive(desk.parts, form, order));
  acts("give_back", true, readGiveBack);
  acts("agree_pay", true, readAgreedPay);
  acts("hand_off", true, (form, order, agent) => readHandOff(desk.parts, form, order, agent));
  acts("hand_off_back", true, readHandOffBack);
  acts("withdraw_request", false, readWithdrawnRequest);
  // An order is offered to several at once: what one of them answers meanwhile takes nothing from the next.
  acts("offer", false, (form, order) => readOffer(desk.parts, form, order));
  acts("withdraw_offer", false, readWithdrawal);
  acts("answer_complaint", true, (form, order) => readAnswer(desk.parts, form, order));
  acts("complain", false, readComplaint);
  acts("hear_complaint", true, readHeard);
  acts("tie_complaint", true, (form, order) => readTie(desk.parts, form, order));
  acts("show_prices", false, () => ({ type: "act", act: { type: "show_prices" } }));
  acts("choose_price", true, readPriceChoice);
  acts("correct", true, (form, order) => {
    const question = findQuestion(catalogue(), order, form.get("field") ?? "");
    return readCorrection(form, question, { now: engine.now(), zone: config.zone });
  });
  return app;
}

/** Undefined also for what the agent may not read: to them it is not there. */
async function findOrder(desk: Desk, c: QueueContext): Promise<Order | undefined> {
  const ref = parseOrderRef(c.req.param("ref") ?? "");
  const order = ref && (await desk.parts.orders.get(ref));
  return order && (await mayReadOrder(desk.parts, c.get("agent"), order)) ? order : undefined;
}

/** Hands what was read to the engine, which refuses what was decided on another state (`seen`). */
async function perform(
  desk: Desk,
  c: QueueContext,
  order: Order,
  read: ReadAct,
  seen: { readonly expect?: number },
): Promise<Answer> {
  const { words } = desk.sceneFor(c);
  const refuse = (status: 409 | 422, text: string): Answer => ({ status, notice: { tone: "bad", text } });
  if (read.type !== "act") return refuse(422, unreadText(read, words));
  const { ref } = read.act.type === "complain" ? await complaintOf(desk, order) : order;
  const acted = await desk.parts.engine.act(desk.agentName(c), read.act, { ref, ...seen });
  const { type: act } = read.act;
  desk.parts.log.info({ agent: c.get("agent").id, order: order.ref, act, result: acted.type }, "an act");
  if (acted.type === "refused" && acted.refusal.reason === "stale") {
    const changes = acted.refusal.version - (seen.expect ?? 0);
    const what = words.refused.whatChanged(await whatChanged(desk, c, order, changes));
    return refuse(409, `${words.refused.changed} ${what}`);
  }
  return answerTo(acted, read.act, c, desk);
}

/** One matter is one complaint: what is said of it again goes into the one that is open. */
async function complaintOf({ parts }: Desk, order: Order): Promise<Order> {
  if (order.kind !== undefined) return order;
  const complaints = await parts.orders.about(order.ref, 20);
  return complaints.find((one) => one.kind === "complaint" && takesMore(parts, one)) ?? order;
}

/** What is said to an answer has its own place: whether the customer is content. */
function takesMore({ catalogue }: Desk["parts"], complaint: Order): boolean {
  const flow = findFlow(catalogue(), complaint);
  const waits = flow !== undefined && isComplaintFlow(flow) && isAnswered(complaint, flow.complaint);
  return isOpenComplaint(complaint.state) && !waits;
}

/** The last changes of an order in one line. More than three are told apart in its history, right below. */
async function whatChanged(desk: Desk, c: QueueContext, order: Order, changes: number): Promise<string> {
  const scene = desk.sceneFor(c);
  const rows = await desk.parts.orders.history(order.ref);
  const catalogue = desk.parts.catalogue();
  const happened = rows.slice(-Math.min(Math.max(changes, 1), 3)).map((row) => {
    const what = whatHappened({ scene, catalogue, order, row });
    return row.by.name === undefined ? what : `${what} (${visibleText(row.by.name)})`;
  });
  return formatList(happened, scene.language);
}

/** What a refused correction had in its boxes. */
function typedIn(form: URLSearchParams): Pick<Answer, "typed"> {
  const field = form.get("field");
  return field === null
    ? {}
    : { typed: { field, value: textOf(form, "value"), reason: textOf(form, "reason") } };
}

async function showOrder(desk: Desk, c: QueueContext, order: Order, answer: Answer = {}): Promise<Response> {
  const { engine, orders, catalogue } = desk.parts;
  const conversation = await engine.conversation(order.conversation);
  if (!conversation) return notFound(c, desk);
  const from = parseFrom(c.req.query("from"));
  const [shown, lineOf, history, shownChoice, shownHandoff, shownComplaints] = await Promise.all([
    readShownLines(engine, conversation, from),
    readLineFinder(engine, conversation),
    orders.history(order.ref),
    choiceFor(desk.parts, order),
    handoffFor(desk.parts, order),
    complaintsFor(desk.parts, order),
  ]);
  const scene = desk.sceneFor(c);
  const path = `/queue/orders/${order.ref}`;
  return desk.page(
    c,
    { title: `${order.ref} ${serviceTitle(catalogue(), order, scene.language)}`, ...answer },
    <OrderView
      {...{ scene, order, conversation, shown, lineOf, history, path }}
      isHeldUp={desk.isHeldUp(conversation.channel)}
      catalogue={catalogue()}
      agent={c.get("agent")}
      toTell={await toTell(desk.parts, order, history)}
      shownChoice={shownChoice}
      shownHandoff={shownHandoff}
      shownComplaints={shownComplaints}
      part={from === undefined ? path : `${path}?from=${from}`}
      typed={answer.typed}
    />,
  );
}

/** What became of an act, in words. */
export function answerTo(acted: Acted, act: AgentAct, c: QueueContext, desk: Desk): Answer {
  const { words, language } = desk.sceneFor(c);
  switch (acted.type) {
    case "done":
      return { notice: { tone: "good", text: words.acted[act.type] } };
    case "refused": {
      const text = refusalText(acted.refusal, acted.order, desk.parts.catalogue(), language, words);
      return { status: 409, notice: { tone: "bad", text } };
    }
    case "not_now":
      return { status: 503, notice: { tone: "bad", text: words.refused.not_now } };
    case "unknown":
      return { status: 404, notice: { tone: "bad", text: words.refused.gone } };
    default:
      return acted satisfies never;
  }
}
