/** `/chats/{conversation}`: a chat in the hands of a person. */
import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { staffChannel } from "../../../conversation/order/news.ts";
import type { AgentAct } from "../../../domain/act.ts";
import { leads } from "../../../domain/agent.ts";
import type { Conversation } from "../../../domain/conversation.ts";
import { parseConversationId } from "../../../domain/ids.ts";
import { isOpenComplaint } from "../../../orders/complaint.ts";
import type { Signed } from "../../auth/guard.ts";
import { readForm } from "../../form.ts";
import type { Desk, QueueContext } from "../frame/desk.tsx";
import { notFound } from "../frame/missing.tsx";
import type { Notice } from "../frame/scene.ts";
import { readText, unreadText } from "../orders/acts.ts";
import { answerTo } from "../orders/order-routes.tsx";
import { answerAgain } from "./again.ts";
import { ChatView } from "./chat-view.tsx";
import { parseFrom, readShownLines } from "./lines.ts";

type Answer = { readonly notice?: Notice; readonly status?: ContentfulStatusCode };

export function chatRoutes(desk: Desk): Hono<Signed> {
  const app = new Hono<Signed>();
  const onChat =
    (answer: (c: QueueContext, conversation: Conversation) => Promise<Response>) =>
    async (c: QueueContext): Promise<Response> => {
      const conversation = await find(desk, c);
      return conversation ? answer(c, conversation) : notFound(c, desk);
    };
  app.get(
    "/:conversation",
    onChat((c, conversation) => show(desk, c, conversation)),
  );
  for (const type of ["take_chat", "hand_back", "test_line", "split_doors"] as const)
    app.post(
      `/:conversation/${type}`,
      onChat((c, conversation) => perform(desk, c, conversation, { type })),
    );
  app.post(
    "/:conversation/again",
    onChat(async (c, conversation) =>
      show(desk, c, conversation, await answerAgain(desk, c, conversation.id)),
    ),
  );
  app.post(
    "/:conversation/reply",
    onChat((c, conversation) => reply(desk, c, conversation)),
  );
  return app;
}

async function find({ parts }: Desk, c: QueueContext): Promise<Conversation | undefined> {
  const id = parseConversationId(c.req.param("conversation") ?? "");
  const found = id && (await parts.engine.conversation(id));
  // A chat that stands for a colleague is for heads, whom its case is for.
  return found && (found.channel !== staffChannel || leads(c.get("agent"))) ? found : undefined;
}

async function show(
  desk: Desk,
  c: QueueContext,
  conversation: Conversation,
  answer: Answer = {},
): Promise<Response> {
  const { engine, doors, catalogue } = desk.parts;
  const from = parseFrom(c.req.query("from"));
  const [shown, theirs, joins] = await Promise.all([
    readShownLines(engine, conversation, from),
    listOrders(desk, conversation),
    doors.history([conversation.id]),
  ]);
  const scene = desk.sceneFor(c);
  const path = `/queue/chats/${conversation.id}`;
  return desk.page(
    c,
    { title: scene.words.chat.title, tab: conversation.person ? "waiting" : undefined, ...answer },
    <ChatView
      {...{ scene, conversation, shown, path }}
      isHeldUp={desk.isHeldUp(conversation.channel)}
      catalogue={catalogue()}
      agent={c.get("agent")}
      {...theirs}
      joins={joins.get(conversation.id) ?? []}
      part={from === undefined ? path : `${path}?from=${from}`}
    />,
  );
}

/** The customer's newest orders, whichever chat they were placed in. */
async function listOrders({ parts: { orders } }: Desk, conversation: Conversation) {
  const page = await orders.list({ customer: conversation.customer }, { limit: 10 });
  const found = page.type === "page" ? page.orders : [];
  const others = conversation.doors ? await orders.chatsOf(found.map(({ ref }) => ref)) : [];
  return { orders: found, chats: new Map([...others, [conversation.id, conversation]]) };
}

async function reply(desk: Desk, c: QueueContext, conversation: Conversation): Promise<Response> {
  const read = readText(await readForm(c), "reply");
  if (read.type === "act") return perform(desk, c, conversation, read.act);
  const text = unreadText(read, desk.sceneFor(c).words);
  return show(desk, c, conversation, { status: 422, notice: { tone: "bad", text } });
}

async function perform(
  desk: Desk,
  c: QueueContext,
  conversation: Conversation,
  act: AgentAct,
): Promise<Response> {
  const { engine, log } = desk.parts;
  const about = act.type === "reply" ? await complaintHeld(desk, c, conversation) : undefined;
  const where = about === undefined ? { conversation: conversation.id } : { ref: about };
  const acted = await engine.act(desk.agentName(c), act, where);
  log.info(
    { agent: c.get("agent").id, conversation: conversation.id, act: act.type, result: acted.type },
    "an act",
  );
  const newest = (await engine.conversation(conversation.id)) ?? conversation;
  return show(desk, c, newest, answerTo(acted, act, c, desk));
}

/** A complaint of this chat that its writer holds: whoever waits for an answer to it reads it here, too. */
async function complaintHeld(
  { parts: { orders } }: Desk,
  c: QueueContext,
  { id, complaints = [] }: Conversation,
) {
  const open = await Promise.all(complaints.filter(isOpenComplaint).map(({ ref }) => orders.get(ref)));
  const held = open.filter((one) => one?.claim?.agent === c.get("agent").id && one.conversation === id);
  return held.length === 1 ? held[0]?.ref : undefined;
}
