/** `/integrations`, for administrators alone: keys for programs, and the office's own systems that are told what happens. */
import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AgentId } from "../../../domain/ids.ts";
import { type Hook, hookEventTypes, scopes } from "../../../domain/integration.ts";
import { wordOf } from "../../../hooks/outcome.ts";
import type { Hooks } from "../../../hooks/tell-hooks.ts";
import type { IntegrationStore } from "../../../store/integrations.ts";
import { webhookSecretOf } from "../../../webhooks/secret.ts";
import type { Signed } from "../../auth/guard.ts";
import { readForm, textOf } from "../../form.ts";
import { freshKey, hashOfKey } from "../../keys.ts";
import { type Desk, noticeOnly, type QueueContext } from "../frame/desk.tsx";
import type { Notice } from "../frame/scene.ts";
import { type IntegrationProps, IntegrationView } from "./integration-view.tsx";
import { type IntegrationWords, integrationWordsIn } from "./integration-words.ts";

const longestName = 80;

type Answer = Pick<IntegrationProps, "made" | "typed"> & {
  readonly notice?: Notice;
  readonly status?: ContentfulStatusCode;
  /** What was made by it, for the log. */
  readonly of?: string;
};
type Parts = { readonly desk: Desk; readonly store: IntegrationStore; readonly hooks: Hooks };

/** @param hooks tells the office's systems */
export function integrationRoutes(desk: Desk, hooks: Hooks): Hono<Signed> {
  const parts: Parts = { desk, store: hooks.store, hooks };
  const { log } = desk.parts;
  const app = new Hono<Signed>();
  app.use(async (c, next) => {
    if (c.get("agent").role === "admin") return next();
    return noticeOnly(c, desk.sceneFor(c).words.refused.not_allowed, 403);
  });
  app.get("/", (c) => show(parts, c));

  const acts = (path: string, act: (c: QueueContext, words: IntegrationWords) => Promise<Answer>) =>
    app.post(path, async (c) => {
      const answer = await act(c, integrationWordsIn(desk.sceneFor(c).language));
      log.info(
        {
          agent: c.get("agent").id,
          act: path,
          of: answer.of ?? c.req.param("id"),
          status: answer.status ?? 200,
        },
        "integrations were tended",
      );
      return show(parts, c, answer);
    });
  acts("/keys", (c, words) => makeKey(parts, c, words));
  acts("/keys/:id/revoke", async (c, words) => {
    await parts.store.revokeKey(c.req.param("id") ?? "", desk.parts.realNow(), c.get("agent").id);
    return { notice: good(words.revokedDone) };
  });
  acts("/hooks", (c, words) => makeHook(parts, c, words));
  for (const [verb, act] of Object.entries(hookActs))
    acts(`/hooks/:id/${verb}`, async (c, words) => {
      const id = c.req.param("id") ?? "";
      const hook = (await parts.store.listHooks()).find((one) => one.id === id);
      return hook ? act(parts, hook, words) : bad(words.gone, 404);
    });
  return app;
}

async function show({ desk, store, hooks }: Parts, c: QueueContext, answer: Answer = {}): Promise<Response> {
  const scene = desk.sceneFor(c);
  const { title } = integrationWordsIn(scene.language);
  const { notice, status, of: _of, ...about } = answer;
  const people = await desk.parts.people.listAgents();
  const nameOf = (id: AgentId) => people.find((one) => one.id === id)?.name ?? id;
  const shown = await Promise.all(
    (await store.listHooks()).map(async (hook) => ({ hook, state: await hooks.stateOf(hook) })),
  );
  return desk.page(
    c,
    { title, tab: "integrations", notice, status },
    <IntegrationView {...{ scene, keys: await store.listKeys(), hooks: shown, nameOf, ...about }} />,
  );
}

async function makeKey({ desk, store }: Parts, c: QueueContext, words: IntegrationWords): Promise<Answer> {
  const { randomBytes, realNow } = desk.parts;
  const form = await readForm(c);
  const name = textOf(form, "name");
  const asked = form.getAll("scope");
  const chosen = scopes.filter((scope) => asked.includes(scope));
  if (!isName(name) || chosen.length === 0) return bad(words.badName, 422);
  const text = freshKey(randomBytes);
  const about = { name, scopes: chosen, createdAt: realNow(), createdBy: c.get("agent").id };
  const id = freshId("k", randomBytes);
  await store.addKey({ id, ...about }, hashOfKey(text));
  return { made: { kind: "key", name, text }, of: id };
}

async function makeHook(
  { desk, store, hooks }: Parts,
  c: QueueContext,
  words: IntegrationWords,
): Promise<Answer> {
  const { randomBytes, realNow } = desk.parts;
  const form = await readForm(c);
  const typed = { name: textOf(form, "name"), url: textOf(form, "url") };
  const asked = form.getAll("event");
  const events = hookEventTypes.filter((type) => asked.includes(type));
  if (!isName(typed.name) || events.length === 0) return { ...bad(words.badName, 422), typed };
  const why = hooks.whyNot(typed.url);
  if (why !== undefined) return { ...bad(words.badUrl(why), 422), typed };
  const text = webhookSecretOf(randomBytes(32));
  const id = freshId("h", randomBytes);
  const made = { createdAt: realNow(), createdBy: c.get("agent").id };
  await store.addHook({ id, ...typed, events, ...made }, text);
  return { made: { kind: "secret", name: typed.name, text }, of: id };
}

/** What is done with one hook. */
const hookActs: Readonly<
  Record<string, (parts: Parts, hook: Hook, words: IntegrationWords) => Promise<Answer>>
> = {
  async test({ hooks }, hook, words) {
    const outcome = await hooks.test(hook);
    if (outcome === "no_secret") return bad(words.testBad(outcome), 502);
    return outcome.type === "delivered"
      ? { notice: good(words.testGood) }
      : bad(words.testBad(wordOf(outcome)), 502);
  },
  async again({ hooks }, hook, words) {
    await hooks.again(hook);
    return { notice: good(words.againDone) };
  },
  async secret({ desk, store }, { id, name }) {
    const text = webhookSecretOf(desk.parts.randomBytes(32));
    await store.setSecret(id, text);
    return { made: { kind: "secret", name, text } };
  },
  async remove({ store }, { id }, words) {
    await store.removeHook(id);
    return { notice: good(words.removed) };
  },
};

const isName = (name: string): boolean => name !== "" && name.length <= longestName && !/\p{Cc}/u.test(name);

function freshId(prefix: string, randomBytes: (length: number) => Uint8Array): string {
  return `${prefix}_${Buffer.from(randomBytes(12)).toString("base64url")}`;
}

const good = (text: string): Notice => ({ tone: "good", text });
const bad = (text: string, status: ContentfulStatusCode): Answer => ({
  status,
  notice: { tone: "bad", text },
});
