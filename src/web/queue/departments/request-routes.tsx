/** `/requests`: what an agent asks of the office's departments, for everybody who is logged in. */
import { Hono } from "hono";
import type { Flow } from "../../../conversation/flow/flow.ts";
import { staffChannel } from "../../../conversation/order/news.ts";
import type { Fields } from "../../../domain/answer.ts";
import type { Acted } from "../../../engine.ts";
import { createRecent, type Recent } from "../../../store/recent.ts";
import type { Signed } from "../../auth/guard.ts";
import { textOf } from "../../form.ts";
import { type Desk, goTo, isPart, noticeOnly, type QueueContext } from "../frame/desk.tsx";
import { notFound } from "../frame/missing.tsx";
import { pageLength } from "../lists/list-routes.tsx";
import { OrderCards } from "../lists/list-view.tsx";
import { readRequestForm } from "./request-files.ts";
import { ChooseRequest, RequestForm, type RequestFormProps, RequestsView } from "./request-view.tsx";
import { requestWordsIn } from "./request-words.ts";
import { fieldOf, freshlyOver, internalFlows, readRequest } from "./requests.ts";

/** Forms of which it is remembered that they were sent. */
const mostSent = 1_000;
const path = "/queue/requests";

export function requestRoutes(desk: Desk): Hono<Signed> {
  const app = new Hono<Signed>();
  const askOnce = ask(desk, createRecent(mostSent));
  app.get("/", (c) => showOwn(desk, c));
  app.get("/new", (c) => {
    const scene = desk.sceneFor(c);
    const flows = internalFlows(desk.parts.catalogue());
    const { title } = about(desk, c);
    return desk.page(c, { title, tab: "requests" }, <ChooseRequest scene={scene} flows={flows} />);
  });
  app.get("/new/:service", (c) => {
    const flow = flowIn(desk, c);
    return flow
      ? showForm(desk, c, { flow, typed: new URLSearchParams(), problems: new Map() })
      : notFound(c, desk);
  });
  app.post("/:service", (c) => {
    const flow = flowIn(desk, c);
    return flow ? askOnce(c, flow) : notFound(c, desk);
  });
  return app;
}

const randomMark = ({ parts }: Desk): string => Buffer.from(parts.randomBytes(16)).toString("base64url");

const about = (desk: Desk, c: QueueContext) => requestWordsIn(desk.sceneFor(c).language);

function flowIn(desk: Desk, c: QueueContext): Flow | undefined {
  return internalFlows(desk.parts.catalogue()).find(({ id }) => id === c.req.param("service"));
}

/** Looking at them is what takes the mark away: what has finished since stands first, wherever it would be in the list. */
async function showOwn(desk: Desk, c: QueueContext): Promise<Response> {
  const { orders, departments, engine, catalogue, staffChatOf } = desk.parts;
  const agent = c.get("agent");
  const now = engine.now();
  const chat = await staffChatOf(agent.id);
  const after = c.req.query("after");
  const limit = pageLength(c.req.query("limit"));
  const finished = after ? [] : await freshlyOver(desk.parts, agent);
  const page = chat
    ? await orders.list({ conversation: chat.id }, { limit, ...(after && { after }) })
    : ({ type: "page", orders: [] } as const);
  if (page.type === "bad_cursor") return c.redirect(path, 303);
  if (chat && !after) await departments.look(agent.id, now);
  const fresh = new Set(finished.map(({ ref }) => ref));
  const shown = [...finished, ...page.orders.filter(({ ref }) => !fresh.has(ref))];
  const more =
    "next" in page && page.next !== undefined ? `${path}?after=${encodeURIComponent(page.next)}` : undefined;
  const list = {
    ...{ scene: desk.sceneFor(c), catalogue: catalogue(), agent, more, fresh, orders: shown },
    chats: await orders.chatsOf(shown.map(({ ref }) => ref)),
  };
  if (after && isPart(c)) return c.html(<OrderCards {...list} />);
  const sent = shown.find(({ ref }) => ref === c.req.query("sent"));
  const words = about(desk, c);
  return desk.page(
    c,
    {
      ...{ title: words.title, tab: "requests" },
      ...(sent && { notice: { tone: "good", text: words.sent(sent.ref) } }),
    },
    <RequestsView {...list} />,
  );
}

function showForm(
  desk: Desk,
  c: QueueContext,
  form: Omit<RequestFormProps, "scene" | "once">,
): Promise<Response> {
  const scene = desk.sceneFor(c);
  const { wrong } = about(desk, c);
  const isWrong = form.problems.size > 0;
  const status = [...form.problems.values()].includes("file_too_large") ? 413 : 422;
  const once = randomMark(desk);
  return desk.page(
    c,
    {
      ...{ title: form.flow.title[scene.language], tab: "requests" },
      ...(isWrong && { notice: { tone: "bad", text: wrong }, status }),
    },
    <RequestForm {...{ scene, once }} {...form} />,
  );
}

/** Sent again (a second press, a lost answer), a form leads to what it asked for the first time; one that asked for nothing is sent anew. */
function ask(desk: Desk, sent: Recent<string, Promise<Acted>>) {
  return async (c: QueueContext, flow: Flow): Promise<Response> => {
    const { engine, config } = desk.parts;
    const form = await readRequestForm(desk, c, flow);
    const { typed, files } = form;
    const { fields, problems } = readRequest(flow, form, { now: engine.now(), zone: config.zone });
    if (problems.size > 0) return showForm(desk, c, { flow, typed, problems });
    // A form without its mark is a program's own, which knows what it sends twice.
    const mark = textOf(typed, "once") || randomMark(desk);
    // The same form with other answers (a browser keeps a page) is another request.
    const words = Object.entries(fields).filter(([name]) => !files.has(name));
    const contents = [...files].map(([name, { stored }]) => [name, ...stored.map(({ sha256 }) => sha256)]);
    const once = JSON.stringify([c.get("agent").id, mark, flow.id, words, contents]);
    const asking = sent.get(once) ?? enter(desk, c, flow, fields);
    sent.put(once, asking);
    const acted = await asking.catch((error: unknown) => {
      sent.delete(once);
      throw error;
    });
    if (acted.type === "done" && acted.order) return goTo(c, `${path}?sent=${acted.order.ref}`);
    sent.delete(once);
    const { refused } = desk.sceneFor(c).words;
    return noticeOnly(c, acted.type === "not_now" ? refused.not_now : refused.nothing_to_do, 409);
  };
}

async function enter(desk: Desk, c: QueueContext, flow: Flow, fields: Fields): Promise<Acted> {
  const { engine, log } = desk.parts;
  const { id, name, role, language } = c.get("agent");
  const chat = await engine.openConversation({ channel: staffChannel, address: id, language });
  const acted = await engine.enterOrder({
    ...{ conversation: chat.id, service: flow.id, fields, by: { id, name, role } },
    known: { customer_name: fieldOf(name, name) },
  });
  log.info({ agent: id, service: flow.id, result: acted.type }, "a department was asked");
  return acted;
}
