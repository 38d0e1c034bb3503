/** The agents' queue under `/queue`: the login, and behind the guard everything else. */
import { Hono } from "hono";
import { StoreError } from "../../store/engine.ts";
import { cookieJar } from "../auth/cookies.ts";
import { type Door, needsAgent, type Signed } from "../auth/guard.ts";
import { createLockout } from "../auth/lockout.ts";
import { createSessions } from "../auth/sessions.ts";
import type { WebParts } from "../deps.ts";
import { chatRoutes } from "./chats/chat-routes.tsx";
import { fileRoutes } from "./chats/files-routes.ts";
import { requestRoutes } from "./departments/request-routes.tsx";
import { createDesk, goTo, isPart, noticeOnly } from "./frame/desk.tsx";
import { liveRoutes } from "./frame/live-routes.ts";
import { loginRoutes, logoutRoutes } from "./frame/login.tsx";
import { notFound } from "./frame/missing.tsx";
import { wordsIn } from "./frame/words.ts";
import { integrationRoutes } from "./integrations/integration-routes.tsx";
import { lineRoutes } from "./lines/line-routes.tsx";
import { listRoutes } from "./lists/list-routes.tsx";
import { orderRoutes } from "./orders/order-routes.tsx";
import { partnerFormRoutes } from "./partners/partner-form-routes.tsx";
import { partnerImportRoutes } from "./partners/partner-import-routes.tsx";
import { partnerRoutes, tendersOnly } from "./partners/partner-routes.tsx";
import { accountRoutes, staffRoutes } from "./staff/staff-routes.tsx";

/** All routes of the queue, to be mounted at `/queue`. */
export function queueRoutes(parts: WebParts): Hono {
  const desk = createDesk(parts);
  const lockout = createLockout();
  const door: Door = {
    sessions: createSessions(parts.people, parts.randomBytes),
    jar: cookieJar(parts.config.publicUrl),
    publicUrl: parts.config.publicUrl,
    now: parts.realNow,
    toLogin(c) {
      // A part or a stream can't follow a redirection to a page; a fresh visit comes back to where it wanted to go.
      const next = c.req.method === "GET" && !isPart(c) ? `?next=${encodeURIComponent(c.req.path)}` : "";
      if ((c.req.header("accept") ?? "").startsWith("text/event-stream")) return c.body(null, 401);
      return goTo(c, `/queue/login${next}`);
    },
    refuse: (c) => noticeOnly(c, desk.sceneFor(c).words.refused.forbidden, 403),
  };
  const live = liveRoutes(desk);

  const inside = new Hono<Signed>();
  inside.use(needsAgent(door), (c, next) => {
    c.set("since", parts.live.lastId());
    return next();
  });
  inside.route("/", listRoutes(desk));
  inside.route("/", logoutRoutes(desk, door));
  inside.route("/", accountRoutes(desk, door, lockout, live));
  inside.route("/agents", staffRoutes(desk, lockout, live));
  inside.route("/lines", lineRoutes(desk));
  if (parts.hooks) inside.route("/integrations", integrationRoutes(desk, parts.hooks));
  const partners = new Hono<Signed>();
  tendersOnly(desk, partners);
  partners.route("/", partnerImportRoutes(desk));
  partners.route("/", partnerFormRoutes(desk));
  partners.route("/", partnerRoutes(desk));
  inside.route("/partners", partners);
  inside.route("/orders", orderRoutes(desk));
  inside.route("/requests", requestRoutes(desk));
  inside.route("/chats", chatRoutes(desk));
  inside.route("/", fileRoutes(desk));
  inside.route("/events", live.routes);
  inside.get("/*", (c) => notFound(c, desk));

  const app = new Hono();
  app.onError((error, c) => {
    const { refused } = wordsIn(parts.config.language);
    const isFull = error instanceof StoreError && error.problem === "disk_full";
    if (!isFull) parts.log.error({ err: error }, "a page of the queue failed");
    return noticeOnly(c, isFull ? refused.disk_full : refused.failed, isFull ? 503 : 500);
  });
  app.route("/", loginRoutes(desk, door, lockout));
  app.route("/", inside);
  return app;
}
