/** `/partners`: the directory, one partner, its form, and what heads and administrators do with it. Everybody who is logged in reads. */
import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { standingsAt } from "../../../dispatch/standings.ts";
import { leads } from "../../../domain/agent.ts";
import { type PartnerId, parsePartnerId } from "../../../domain/ids.ts";
import { type Partner, partnerStatuses } from "../../../domain/partner.ts";
import type { PartnerFilter } from "../../../store/partners.ts";
import { freshPartnerCode, hashOfPartnerCode, partnerCodeMs } from "../../../turn/partner-codes.ts";
import { webhookSecretOf } from "../../../webhooks/secret.ts";
import type { Signed } from "../../auth/guard.ts";
import { readForm, textOf } from "../../form.ts";
import { longestReason } from "../../lengths.ts";
import { type Desk, isPart, noticeOnly, type QueueContext } from "../frame/desk.tsx";
import { notFound } from "../frame/missing.tsx";
import type { Notice } from "../frame/scene.ts";
import { type CodeLink, codeLinks } from "./partner-code-view.tsx";
import { PartnerCards, PartnerListView } from "./partner-list-view.tsx";
import { type MailState, PartnerView } from "./partner-view.tsx";
import { type PartnerWords, partnerWordsIn } from "./partner-words.ts";

const pageLength = 25;

type Answer = {
  readonly notice?: Notice;
  readonly status?: ContentfulStatusCode;
  readonly revealed?: string;
  readonly code?: { readonly code: string; readonly links: readonly CodeLink[] };
  readonly typedReason?: string;
};

export function partnerRoutes(desk: Desk): Hono<Signed> {
  const { partners, log } = desk.parts;
  const app = new Hono<Signed>();

  app.get("/", (c) => showList(desk, c));
  app.get("/:id{p_[a-z0-9_]+}", async (c) => {
    const partner = await findPartner(desk, c);
    if (!partner) return notFound(c, desk);
    const words = partnerWordsIn(desk.sceneFor(c).language);
    const isSaved = c.req.query("saved") === "1";
    return showPartner(desk, c, partner, isSaved ? { notice: good(words.saved) } : {});
  });

  app.post("/silent_seen", async (c) => {
    await desk.parts.silentPartners?.putAway(await seenIn(c));
    log.info({ agent: c.get("agent").id }, "paused partners were put away");
    return isPart(c) ? c.body("") : c.redirect("/queue/partners", 303);
  });

  app.post("/licences_seen", async (c) => {
    await desk.parts.licences?.putAway(await seenIn(c));
    log.info({ agent: c.get("agent").id }, "reminders of licences were put away");
    return isPart(c) ? c.body("") : c.redirect("/queue/partners", 303);
  });

  for (const [verb, change] of Object.entries({ ...changes, code: makeCode, unlink })) {
    app.post(`/:id{p_[a-z0-9_]+}/${verb}`, async (c) => {
      const partner = await findPartner(desk, c);
      if (!partner) return notFound(c, desk);
      const words = partnerWordsIn(desk.sceneFor(c).language);
      const { partner: changed, ...answer } = await change({ desk, c, partner, words });
      const saved = changed && (await partners.save([changed]));
      const isStale = saved?.type === "stale";
      log.info({ agent: c.get("agent").id, partner: partner.id, verb, isStale }, "a partner was tended");
      const newest = (await partners.get(partner.id)) ?? partner;
      return showPartner(desk, c, newest, isStale ? bad(words.notNow, 409) : answer);
    });
  }
  return app;
}

type Change = (asked: {
  readonly desk: Desk;
  readonly c: QueueContext;
  readonly partner: Partner;
  readonly words: PartnerWords;
}) => Promise<Answer & { readonly partner?: Partner }>;

/** What heads do with one partner; what it makes of the newest state is saved unless somebody was faster. */
const changes: Readonly<Record<string, Change>> = {
  async pause({ desk, c, partner, words }) {
    const reason = textOf(await readForm(c), "reason");
    if (partner.state.status !== "active") return bad(words.notNow, 409);
    if (reason === "" || reason.length > longestReason)
      return { ...bad(words.badReason, 422), typedReason: reason };
    const { id, name } = c.get("agent");
    const state = {
      status: "paused_by_staff",
      reason,
      at: desk.parts.engine.now(),
      by: { id, name },
    } as const;
    return { partner: { ...partner, state }, notice: good(words.pausedDone) };
  },
  async resume({ desk, partner, words }) {
    if (partner.state.status === "active") return bad(words.notNow, 409);
    if (await hasStopped(desk, partner)) return bad(words.resumeStopped, 409);
    const { silent: _silent, silentAt: _at, ...rest } = partner;
    return { partner: { ...rest, state: { status: "active" } }, notice: good(words.resumedDone) };
  },
  async secret({ desk, partner, words }) {
    if (partner.contacts.webhook === undefined) return bad(words.secretNeedsWebhook, 409);
    const revealed = webhookSecretOf(desk.parts.randomBytes(32));
    await desk.parts.partners.setSecret(partner.id, revealed);
    return { revealed };
  },
};

/** Whether it is asked in its chat alone, and wants no messages there: an offer would reach nobody. */
async function hasStopped({ parts: { engine } }: Desk, { contacts }: Partner): Promise<boolean> {
  if (!contacts.chat || contacts.webhook !== undefined) return false;
  const chat = await engine.conversation(contacts.chat.conversation);
  return chat?.optedOut !== undefined;
}

/** A code for the partner's chat: kept as a hash, in place of an earlier one. */
const makeCode: Change = async ({ desk, partner }) => {
  const { randomBytes, engine, lines, config } = desk.parts;
  const code = freshPartnerCode(randomBytes);
  const linkCode = { code: hashOfPartnerCode(code), until: engine.now() + partnerCodeMs };
  const contacts = { ...partner.contacts, linkCode };
  return {
    partner: { ...partner, contacts },
    code: { code, links: codeLinks(code, lines.list(), config.publicUrl) },
  };
};

/** In the chat, which is told so; the directory follows in the same commit. */
const unlink: Change = async ({ desk, partner, words }) => {
  const { chat } = partner.contacts;
  const acted = chat && (await desk.parts.engine.partPartner(partner, chat.conversation));
  return acted?.type === "done" ? { notice: good(words.unlinked) } : bad(words.notNow, 409);
};

/** What the banner has shown: only that goes. */
async function seenIn(c: QueueContext): Promise<readonly string[]> {
  const { seen = [] } = await c.req.parseBody({ all: true });
  return [seen].flat().filter((key) => typeof key === "string");
}

/** Before every route that changes partners or gives all of them out. */
export function tendersOnly(desk: Desk, app: Hono<Signed>): void {
  const refuse = (c: QueueContext) => noticeOnly(c, desk.sceneFor(c).words.refused.not_allowed, 403);
  app.use(async (c, next) => {
    const isReading = c.req.method === "GET" && !/\/(?:new|edit|import|export\.csv)$/.test(c.req.path);
    return isReading || leads(c.get("agent")) ? next() : refuse(c);
  });
}

export async function findPartner(desk: Desk, c: QueueContext): Promise<Partner | undefined> {
  const id: PartnerId | undefined = parsePartnerId(c.req.param("id") ?? "");
  return id && (await desk.parts.partners.get(id));
}

async function showList(desk: Desk, c: QueueContext): Promise<Response> {
  const { partners, catalogue } = desk.parts;
  const scene = desk.sceneFor(c);
  const filter = filterOf(c);
  const after = c.req.query("after");
  const page = await partners.list(filter, {
    sortedIn: scene.language,
    limit: pageLength,
    ...(after !== undefined && { after }),
  });
  if (page.type === "bad_cursor") return c.redirect("/queue/partners", 303);
  const more =
    page.next === undefined
      ? undefined
      : `/queue/partners?${new URLSearchParams({ ...queryOf(c), after: page.next })}`;
  const about = {
    scene,
    catalogue: catalogue(),
    agent: c.get("agent"),
    filter,
    partners: page.partners,
    more,
  };
  if (after !== undefined && isPart(c)) return c.html(<PartnerCards {...about} />);
  const { title } = partnerWordsIn(scene.language);
  return desk.page(c, { title, tab: "partners" }, <PartnerListView {...about} />);
}

/** Only what is set: an empty box filters nothing. */
function queryOf(c: QueueContext): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ["q", "service", "state"].flatMap((name) => {
      const value = (c.req.query(name) ?? "").trim().slice(0, 200);
      return value === "" ? [] : [[name, value]];
    }),
  );
}

function filterOf(c: QueueContext): PartnerFilter {
  const { q, service, state } = queryOf(c);
  const status = partnerStatuses.find((one) => one === state);
  return {
    ...(q !== undefined && { query: q }),
    ...(service !== undefined && { service }),
    ...(status !== undefined && { status }),
  };
}

/** Orders shown on a partner's page; who has more has them in the queue's search. */
const mostOrders = 20;

async function showPartner(
  desk: Desk,
  c: QueueContext,
  partner: Partner,
  { notice, status, ...answer }: Answer = {},
): Promise<Response> {
  const { partners, orders: store, catalogue } = desk.parts;
  const scene = desk.sceneFor(c);
  const orders = await store.ofPartner(partner.id, mostOrders);
  const chats = await store.chatsOf(orders.map(({ ref }) => ref));
  return desk.page(
    c,
    { title: partner.name[scene.language], tab: "partners", notice, status },
    <PartnerView
      {...{ scene, partner, orders, chats, ...answer }}
      catalogue={catalogue()}
      agent={c.get("agent")}
      mail={await mailStateOf(desk, partner.id)}
      systemTrouble={desk.parts.systemTroubleOf?.(partner.id)}
      standing={(await standingsAt(desk.parts, desk.parts.engine.now()))(partner.id)}
      hasSecret={(await partners.secretOf(partner.id)) !== undefined}
    />,
  );
}

const endOf = (problem: string | undefined) => (problem === "moot" ? "moot" : "failed");

/** By the last line of the chat that records its mail. */
async function mailStateOf({ parts: { mailChatOf, engine } }: Desk, partner: PartnerId): Promise<MailState> {
  if (!mailChatOf) return { type: "off" };
  const chat = await mailChatOf(partner);
  const [last] = chat ? await engine.lines(chat.id, chat.lastSeq - 1, 1) : [];
  if (!chat || !last) return { type: "none" };
  const isUnderWay = last.delivery === "waiting" || last.delivery === "in_flight";
  const state = last.delivery === "failed" ? endOf(last.problem) : isUnderWay ? "waiting" : "sent";
  return { type: "told", chat: chat.id, at: last.at, state };
}

const good = (text: string): Notice => ({ tone: "good", text });
const bad = (text: string, status: ContentfulStatusCode): Answer => ({
  status,
  notice: { tone: "bad", text },
});
