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
import type { Desk, QueueContext } from "../frame/desk.tsx";
import { readForm } from "../frame/form.ts";
import { notFound } from "../frame/missing.tsx";
import type { Notice } from "../frame/scene.ts";
import { readText, unreadText } from "../orders/acts.ts";
import { answerTo } from "../orders/order-routes.tsx";
import { answerAgain } from "./again.ts";
import { ChatView } from "./chat-view.tsx";
import { parseFrom, readShownLines } from "./lines.ts";

type Answer = { readonly notice?: Notice; readonly status?: ContentfulStatusCode };

export function chatRoutes(desk: Desk): Hono<Signed> {
  const { engine, orders, doors, catalogue, log } = desk.parts;
  const app = new Hono<Signed>();

  const find = async (c: QueueContext): Promise<Conversation | undefined> => {
    const id = parseConversationId(c.req.param("conversation") ?? "");
    const found = id && (await engine.conversation(id));
    // A chat that stands for a colleague is for heads, whom its case is for.
    return found && (found.channel !== staffChannel || leads(c.get("agent"))) ? found : undefined;
  };

  /** The customer's newest orders, whichever chat they were placed in. */
  const listOrders = async (conversation: Conversation) => {
    const page = await orders.list({ customer: conversation.customer }, { limit: 10 });
    const found = page.type === "page" ? page.orders : [];
    const others = conversation.doors ? await orders.chatsOf(found.map(({ ref }) => ref)) : [];
    return { orders: found, chats: new Map([...others, [conversation.id, conversation]]) };
  };

  const show = async (
    c: QueueContext,
    conversation: Conversation,
    answer: Answer = {},
  ): Promise<Response> => {
    const from = parseFrom(c.req.query("from"));
    const [shown, theirs, joins] = await Promise.all([
      readShownLines(engine, conversation, from),
      listOrders(conversation),
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
  };

  /** A complaint of this chat that its writer holds: whoever waits for an answer to it reads it here, too. */
  const complaintHeld = async (c: QueueContext, { id, complaints = [] }: Conversation) => {
    const open = await Promise.all(complaints.filter(isOpenComplaint).map(({ ref }) => orders.get(ref)));
    const held = open.filter((one) => one?.claim?.agent === c.get("agent").id && one.conversation === id);
    return held.length === 1 ? held[0]?.ref : undefined;
  };

  const perform = async (c: QueueContext, conversation: Conversation, act: AgentAct): Promise<Response> => {
    const about = act.type === "reply" ? await complaintHeld(c, conversation) : undefined;
    const where = about === undefined ? { conversation: conversation.id } : { ref: about };
    const acted = await engine.act(desk.agentName(c), act, where);
    log.info(
      { agent: c.get("agent").id, conversation: conversation.id, act: act.type, result: acted.type },
      "an act",
    );
    const newest = (await engine.conversation(conversation.id)) ?? conversation;
    return show(c, newest, answerTo(acted, act, c, desk));
  };

  app.get("/:conversation", async (c) => {
    const conversation = await find(c);
    return conversation ? show(c, conversation) : notFound(c, desk);
  });

  for (const type of ["take_chat", "hand_back", "test_line", "split_doors"] as const) {
    app.post(`/:conversation/${type}`, async (c) => {
      const conversation = await find(c);
      return conversation ? perform(c, conversation, { type }) : notFound(c, desk);
    });
  }

  app.post("/:conversation/again", async (c) => {
    const conversation = await find(c);
    return conversation
      ? show(c, conversation, await answerAgain(desk, c, conversation.id))
      : notFound(c, desk);
  });

  app.post("/:conversation/reply", async (c) => {
    const conversation = await find(c);
    if (!conversation) return notFound(c, desk);
    const read = readText(await readForm(c), "reply");
    if (read.type === "act") return perform(c, conversation, read.act);
    const text = unreadText(read, desk.sceneFor(c).words);
    return show(c, conversation, { status: 422, notice: { tone: "bad", text } });
  });
  return app;
}
