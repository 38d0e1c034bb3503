/**
 * Staff: heads say who is in which department; an administrator adds, disables and gives new passwords as well; everybody changes their own password and
 * language.
 */
import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type Agent, leads, type Role } from "../../../domain/agent.ts";
import { parseAgentId } from "../../../domain/ids.ts";
import type { Language } from "../../../domain/language.ts";
import {
  createAgent,
  generatePassword,
  passwordProblem,
  setPassword,
  verifyPassword,
} from "../../auth/agents.ts";
import type { Door, Signed } from "../../auth/guard.ts";
import type { Lockout } from "../../auth/lockout.ts";
import { readForm, textOf } from "../../form.ts";
import { departmentWordsIn } from "../departments/department-words.ts";
import { departmentsToMake, readMembership } from "../departments/departments.ts";
import { type Desk, noticeOnly, type QueueContext } from "../frame/desk.tsx";
import type { LiveDoor } from "../frame/live-routes.ts";
import { notFound } from "../frame/missing.tsx";
import { spanOfTime } from "../frame/moments.ts";
import type { Notice } from "../frame/scene.ts";
import { AccountView, type Revealed, StaffView, type TypedAgent } from "./staff-view.tsx";

type Answer = {
  readonly notice?: Notice;
  readonly status?: ContentfulStatusCode;
  readonly revealed?: Revealed;
  readonly typed?: TypedAgent;
};

/** `/agents`, for heads and administrators; accounts are the latter's alone. */
export function staffRoutes(desk: Desk, lockout: Lockout, live: LiveDoor): Hono<Signed> {
  const { people, log, randomBytes } = desk.parts;
  const app = new Hono<Signed>();

  const notAllowed = (c: QueueContext) => noticeOnly(c, desk.sceneFor(c).words.refused.not_allowed, 403);
  app.use(async (c, next) => (leads(c.get("agent")) ? next() : notAllowed(c)));
  app.get("/", (c) => showStaff(desk, c));
  app.post("/", (c) => (c.get("agent").role === "admin" ? addAgent(desk, c) : notAllowed(c)));
  app.post("/departments", (c) => makeDepartments(desk, c));

  /** A route that changes one agent: an administrator's, but for departments. */
  const changes = (verb: string, change: (c: QueueContext, agent: Agent) => Promise<Answer>) =>
    app.post(`/:id/${verb}`, async (c) => {
      if (verb !== "departments" && c.get("agent").role !== "admin") return notAllowed(c);
      const id = parseAgentId(c.req.param("id") ?? "");
      const agent = id && (await people.getAgent(id));
      return agent ? showStaff(desk, c, await change(c, agent)) : notFound(c, desk);
    });

  changes("password", async (c, agent) => {
    const password = generatePassword(randomBytes);
    await setPassword(people, agent.id, password);
    live.end(agent.id);
    lockout.clear(agent.email);
    log.info({ agent: c.get("agent").id, changed: agent.id }, "an agent was given a new password");
    return { revealed: { name: agent.name, password } };
  });

  changes("departments", async (c, agent) => {
    const { departments, partners } = desk.parts;
    const ticked = readMembership(await readForm(c), await partners.departments());
    await departments.put(agent.id, ticked);
    log.info(
      { agent: c.get("agent").id, changed: agent.id, departments: ticked },
      "an agent's departments were set",
    );
    return { notice: good(departmentWordsIn(desk.sceneFor(c).language).saved) };
  });

  for (const [verb, disabled] of [
    ["disable", true],
    ["enable", false],
  ] as const) {
    changes(verb, async (c, agent) => {
      const { staff } = desk.sceneFor(c).words;
      if (agent.id === c.get("agent").id) return { status: 409, notice: bad(staff.notSelf) };
      await people.changeAgent(agent.id, { disabled });
      live.end(agent.id);
      log.info({ agent: c.get("agent").id, changed: agent.id, disabled }, "an agent was changed");
      return { notice: good(disabled ? staff.disabledDone : staff.enabledDone) };
    });
  }
  return app;
}

async function showStaff(desk: Desk, c: QueueContext, answer: Answer = {}): Promise<Response> {
  const scene = desk.sceneFor(c);
  const { people, partners, departments, catalogue } = desk.parts;
  const [agents, all, members] = await Promise.all([
    people.listAgents(),
    partners.departments(),
    departments.members(),
  ]);
  const toMake = departmentsToMake([...catalogue().flows.values()], all).length;
  return desk.page(
    c,
    { title: scene.words.staff.title, tab: "agents", ...answer },
    <StaffView
      {...{ scene, agents, ...answer }}
      self={c.get("agent")}
      memberships={{ departments: all, members, toMake }}
    />,
  );
}

/** Those that services name and that have no record yet. Whoever made one meanwhile was first. */
async function makeDepartments(desk: Desk, c: QueueContext): Promise<Response> {
  const { partners, catalogue, log } = desk.parts;
  const made = departmentsToMake([...catalogue().flows.values()], await partners.departments());
  const saved = await partners.save(made);
  const count = saved.type === "saved" ? saved.partners.length : 0;
  log.info({ agent: c.get("agent").id, count }, "departments were made");
  return showStaff(desk, c, { notice: good(departmentWordsIn(desk.sceneFor(c).language).made(count)) });
}

async function addAgent(desk: Desk, c: QueueContext): Promise<Response> {
  const { people, log, realNow, randomBytes } = desk.parts;
  const { staff } = desk.sceneFor(c).words;
  const form = await readForm(c);
  const typed = { name: textOf(form, "name"), email: textOf(form, "email") };
  const password = generatePassword(randomBytes);
  const role = roleOf(form.get("role"));
  const language = languageOf(form.get("language"));
  const input = { ...typed, role, language, password };
  const created = await createAgent(people, input, { now: realNow(), randomBytes });
  if (created.type === "taken") return showStaff(desk, c, { typed, status: 409, notice: bad(staff.taken) });
  if (created.type === "bad") {
    const text = created.field === "email" ? staff.badEmail : staff.badName;
    return showStaff(desk, c, { typed, status: 422, notice: bad(text) });
  }
  log.info({ agent: c.get("agent").id, added: created.agent.id, role }, "an agent was added");
  return showStaff(desk, c, { notice: good(staff.added), revealed: { name: created.agent.name, password } });
}

/** `/account` and `/language`: what every agent may change of their own. */
export function accountRoutes(desk: Desk, door: Door, lockout: Lockout, live: LiveDoor): Hono<Signed> {
  const { people, log, realNow } = desk.parts;
  const app = new Hono<Signed>();

  const show = (c: QueueContext, notice?: Notice, status?: ContentfulStatusCode) => {
    const scene = desk.sceneFor(c);
    return desk.page(c, { title: scene.words.password.title, notice, status }, <AccountView scene={scene} />);
  };

  app.get("/account", (c) =>
    show(c, c.req.query("changed") === "1" ? good(desk.sceneFor(c).words.password.changed) : undefined),
  );

  app.post("/account/password", async (c) => {
    const { words, language } = desk.sceneFor(c);
    const { password } = words;
    const form = await readForm(c);
    const agent = c.get("agent");
    // Whoever sits down at an open page may not guess here what they may not guess at the login.
    const lockedMs = lockout.waitMs(agent.email, realNow());
    if (lockedMs > 0) return show(c, bad(words.login.locked(spanOfTime(lockedMs, language))), 429);
    lockout.failed(agent.email, realNow());
    const next = form.get("next") ?? "";
    const stored = await people.findAgentByEmail(agent.email);
    if (!(await verifyPassword(stored?.passwordHash, form.get("current") ?? "")))
      return show(c, bad(password.wrong), 422);
    lockout.clear(agent.email);
    const problem = passwordProblem(next);
    if (problem) return show(c, bad(password[problem]), 422);
    await setPassword(people, agent.id, next);
    live.end(agent.id);
    log.info({ agent: agent.id }, "an agent changed their password");
    // The new epoch ended this session too: a new one begins, and the page is loaded anew with its token.
    const changed = await people.getAgent(agent.id);
    if (changed) door.jar.setSession(c, await door.sessions.begin(changed, door.jar.session(c), realNow()));
    c.header("HX-Redirect", "/queue/account?changed=1");
    return c.body(null, 204);
  });

  app.post("/language", async (c) => {
    const language = languageOf((await readForm(c)).get("language"));
    await people.changeAgent(c.get("agent").id, { language });
    c.header("HX-Refresh", "true");
    return c.body(null, 204);
  });
  return app;
}

const good = (text: string): Notice => ({ tone: "good", text });
const bad = (text: string): Notice => ({ tone: "bad", text });

function roleOf(text: string | null): Role {
  return text === "head" || text === "admin" ? text : "agent";
}

function languageOf(text: string | null): Language {
  return text === "en" ? "en" : "ar";
}
