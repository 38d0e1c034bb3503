/** `/orders/{ref}`: one order, and everything that staff do with it. Each act answers with the newest state of the page. */
import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AgentAct } from "../../domain/event.ts";
import { parseOrderRef } from "../../domain/ids.ts";
import type { Order } from "../../domain/order.ts";
import type { Acted } from "../../engine.ts";
import type { Signed } from "../auth/guard.ts";
import { type ReadAct, readCorrection, readMove, readText } from "./acts.ts";
import type { Desk, QueueContext } from "./desk.tsx";
import type { TypedCorrection } from "./facts-view.tsx";
import { readForm, textOf } from "./form.ts";
import type { Notice } from "./layout.tsx";
import { parseFrom, readLineFinder, readShownLines } from "./lines.ts";
import { notFound } from "./missing.tsx";
import { OrderView, suggestedPartners } from "./order-view.tsx";
import { questionOf, refusalText, serviceTitle } from "./order-words.ts";

type Answer = {
  readonly notice?: Notice;
  readonly status?: ContentfulStatusCode;
  readonly typed?: TypedCorrection;
};

export function orderRoutes(desk: Desk): Hono<Signed> {
  const { orders, engine, catalogue, log } = desk.parts;
  const app = new Hono<Signed>();

  /** The order of the address, and its page as it is now. */
  const find = async (c: QueueContext): Promise<Order | undefined> => {
    const ref = parseOrderRef(c.req.param("ref") ?? "");
    return ref && (await orders.get(ref));
  };

  /** Refuses what was decided on an older state; hands the rest to the engine. */
  const perform = async (c: QueueContext, order: Order, read: ReadAct, seen?: string): Promise<Answer> => {
    const scene = desk.sceneFor(c);
    const { refused } = scene.words;
    if (read.type === "bad_value")
      return { status: 422, notice: { tone: "bad", text: scene.words.badValue[read.reason] } };
    if (read.type !== "act") return { status: 422, notice: { tone: "bad", text: refused[read.type] } };
    if (seen !== undefined && seen !== String(order.version))
      return { status: 409, notice: { tone: "bad", text: refused.changed } };
    const acted = await engine.act(desk.agentName(c), read.act, { ref: order.ref });
    log.info(
      { agent: c.get("agent").id, order: order.ref, act: read.act.type, result: acted.type },
      "an act",
    );
    return answerTo(acted, read.act, c, desk);
  };

  const show = async (c: QueueContext, order: Order, answer: Answer = {}): Promise<Response> => {
    const conversation = await engine.conversation(order.conversation);
    if (!conversation) return notFound(c, desk);
    const from = parseFrom(c.req.query("from"));
    const [shown, lineOf, history, partners] = await Promise.all([
      readShownLines(engine, conversation, from),
      readLineFinder(engine, conversation),
      orders.history(order.ref),
      desk.parts.directory.listPartners({ service: order.service, activeOnly: true }),
    ]);
    const scene = desk.sceneFor(c);
    const path = `/queue/orders/${order.ref}`;
    return desk.page(
      c,
      { title: `${order.ref} ${serviceTitle(catalogue(), order, scene.language)}`, ...answer },
      <OrderView
        {...{ scene, order, conversation, shown, lineOf, history, path }}
        catalogue={catalogue()}
        agent={c.get("agent")}
        partners={suggestedPartners(order, partners)}
        part={from === undefined ? path : `${path}?from=${from}`}
        typed={answer.typed}
      />,
    );
  };

  /** The page after an act: always the newest state, whatever became of the act. */
  const showAfter = async (c: QueueContext, order: Order, answer: Answer): Promise<Response> =>
    show(c, (await orders.get(order.ref)) ?? order, answer);

  app.get("/:ref", async (c) => {
    const order = await find(c);
    return order ? show(c, order) : notFound(c, desk);
  });

  for (const type of ["claim", "release", "take"] as const) {
    app.post(`/:ref/${type}`, async (c) => {
      const order = await find(c);
      if (!order) return notFound(c, desk);
      return showAfter(c, order, await perform(c, order, { type: "act", act: { type } }));
    });
  }

  for (const type of ["reply", "note"] as const) {
    app.post(`/:ref/${type}`, async (c) => {
      const order = await find(c);
      if (!order) return notFound(c, desk);
      return showAfter(c, order, await perform(c, order, readText(await readForm(c), type)));
    });
  }

  app.post("/:ref/move", async (c) => {
    const order = await find(c);
    if (!order) return notFound(c, desk);
    const form = await readForm(c);
    return showAfter(c, order, await perform(c, order, readMove(form), form.get("version") ?? ""));
  });

  app.post("/:ref/correct", async (c) => {
    const order = await find(c);
    if (!order) return notFound(c, desk);
    const form = await readForm(c);
    const field = form.get("field") ?? "";
    const question = questionOf(catalogue(), order, field);
    const read = readCorrection(form, question, { now: engine.now(), zone: desk.parts.config.zone });
    const answer = await perform(c, order, read, form.get("version") ?? "");
    const typed = { field, value: textOf(form, "value"), reason: textOf(form, "reason") };
    return showAfter(c, order, answer.status === undefined ? answer : { ...answer, typed });
  });
  return app;
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
