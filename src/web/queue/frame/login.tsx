/** The login page, logging in and out. What it says of a failure is the same whether an account exists or not. */
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Agent } from "../../../domain/agent.ts";
import type { Language } from "../../../domain/language.ts";
import { parseEmail, verifyPassword } from "../../auth/agents.ts";
import { isLoginToken, isOwnOrigin, loginToken } from "../../auth/csrf.ts";
import type { Door, Signed } from "../../auth/guard.ts";
import { type Lockout, loginTries } from "../../auth/lockout.ts";
import { readForm } from "../../form.ts";
import { createAddressOf, createLimiter } from "../../limits.ts";
import { type Desk, goTo } from "./desk.tsx";
import { Document, type Frame } from "./layout.tsx";
import { spanOfTime } from "./moments.ts";
import { wordsIn } from "./words.ts";

const passwordBytes = 8 * 1024;

type Shown = {
  readonly language: Language;
  readonly next: string;
  readonly email?: string;
  readonly problem?: string;
  readonly out?: boolean;
};

/** Why a login was not let in: the words for it, the status, and when to come back. */
type Turned = { readonly problem: string; readonly status: 401 | 403 | 429; readonly retryAfterMs?: number };

/** `GET` and `POST /login`: the only routes of the queue that need no session. */
export function loginRoutes(desk: Desk, door: Door, lockout: Lockout): Hono {
  const { config, realNow, randomBytes, log } = desk.parts;
  const check = createCheck(desk, door, lockout);
  const app = new Hono();

  const show = (c: Context, shown: Shown, status: ContentfulStatusCode = 200) => {
    const cookie = door.jar.login(c) ?? Buffer.from(randomBytes(32)).toString("base64url");
    door.jar.setLogin(c, cookie);
    c.header("Cache-Control", "no-store");
    const frame = desk.frame(shown.language);
    return c.html(<LoginPage frame={frame} shown={shown} token={loginToken(cookie)} />, status);
  };

  app.get("/login", async (c) => {
    const key = door.jar.session(c);
    const next = ownPath(c.req.query("next"));
    const entry = key === undefined ? undefined : await door.sessions.enter(key, realNow());
    if (entry?.renewed) door.jar.setSession(c, entry.renewed);
    if (entry) return c.redirect(next, 303);
    return show(c, { language: languageOf(c, config.language), next, out: c.req.query("out") === "1" });
  });

  app.post("/login", async (c) => {
    const form = await readForm(c, passwordBytes);
    const language = form.get("language") === "en" ? "en" : "ar";
    const next = ownPath(form.get("next"));
    const checked = await check(c, form, language);
    if ("problem" in checked) {
      const { problem, status, retryAfterMs } = checked;
      if (retryAfterMs !== undefined) c.header("Retry-After", String(Math.ceil(retryAfterMs / 1_000)));
      return show(c, { language, next, email: (form.get("email") ?? "").slice(0, 254), problem }, status);
    }
    door.jar.setSession(c, await door.sessions.begin(checked, door.jar.session(c), realNow()));
    log.info({ agent: checked.id }, "an agent logged in");
    return c.redirect(next, 303);
  });
  return app;
}

/** Proves the form, then its limits, then the password: the agent, or why not. */
function createCheck(desk: Desk, door: Door, lockout: Lockout) {
  const { config, people, realNow, log } = desk.parts;
  const addressOf = createAddressOf(config.trustProxy);
  const limiter = createLimiter(loginTries, realNow);

  return async (c: Context, form: URLSearchParams, language: Language): Promise<Agent | Turned> => {
    const words = wordsIn(language).login;
    const isOurs =
      isOwnOrigin(c, config.publicUrl) && isLoginToken(door.jar.login(c), form.get("token") ?? "");
    if (!isOurs) return { problem: words.stale, status: 403 };

    const wait = (retryAfterMs: number, words: (span: string) => string): Turned => ({
      problem: words(spanOfTime(retryAfterMs, language)),
      status: 429,
      retryAfterMs,
    });
    const taken = limiter.take(addressOf(c));
    if (!taken.ok) return wait(taken.retryAfterSeconds * 1_000, words.tooMany);
    const email = parseEmail(form.get("email") ?? "") ?? "";
    const lockedMs = lockout.waitMs(email, realNow());
    if (lockedMs > 0) return wait(lockedMs, words.locked);

    // Counted before the slow comparison and forgiven after it: tries sent all at once count too.
    lockout.failed(email, realNow());
    const found = email === "" ? undefined : await people.findAgentByEmail(email);
    const matches = await verifyPassword(found?.passwordHash, form.get("password") ?? "");
    if (!found || !matches || found.disabled) {
      log.info(found ? { agent: found.id } : {}, "a login failed");
      return { problem: words.wrong, status: 401 };
    }
    lockout.clear(email);
    const { passwordHash: _hash, ...agent } = found;
    return agent;
  };
}

/** `POST /logout`, behind the guard. */
export function logoutRoutes(desk: Desk, door: Door): Hono<Signed> {
  return new Hono<Signed>().post("/logout", async (c) => {
    const key = door.jar.session(c);
    if (key !== undefined) await door.sessions.end(key, desk.parts.realNow());
    door.jar.clearSession(c);
    desk.parts.log.info({ agent: c.get("agent").id }, "an agent logged out");
    return goTo(c, "/queue/login?out=1");
  });
}

/** A path inside the queue to go on to; anything else leads to the first page (no open redirect). */
export function ownPath(path: string | null | undefined): string {
  return path && /^\/queue(?:[/?][\w\-./?=&%~]*)?$/.test(path) && !path.startsWith("/queue/login")
    ? path
    : "/queue";
}

function languageOf(c: Context, office: Language): Language {
  const asked = c.req.query("language");
  return asked === "ar" || asked === "en" ? asked : office;
}

function LoginPage({
  frame,
  shown,
  token,
}: {
  readonly frame: Frame;
  readonly shown: Shown;
  readonly token: string;
}) {
  const { words } = frame.scene;
  const { language, next, email = "", problem, out } = shown;
  const other: Language = language === "ar" ? "en" : "ar";
  const otherPath = `/queue/login?language=${other}&next=${encodeURIComponent(next)}`;
  return (
    <Document frame={frame} title={`${words.login.title} · ${frame.office}`} scripts={false}>
      <main id="main" class="login">
        <h1>
          <bdi dir="auto">{frame.office}</bdi>
        </h1>
        <h2>{words.login.title}</h2>
        {problem !== undefined && (
          <p class="notice bad" role="alert" id="problem">
            {problem}
          </p>
        )}
        {out && problem === undefined && (
          <p class="notice good" role="status">
            {words.login.out}
          </p>
        )}
        <form method="post" action="/queue/login">
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="next" value={next} />
          <input type="hidden" name="language" value={language} />
          <label for="email">{words.login.email}</label>
          <input
            id="email"
            name="email"
            type="email"
            dir="ltr"
            autocomplete="username"
            value={email}
            required
            maxlength={254}
            aria-describedby={problem === undefined ? undefined : "problem"}
          />
          <label for="password">{words.login.password}</label>
          <input
            id="password"
            name="password"
            type="password"
            dir="ltr"
            autocomplete="current-password"
            required
            maxlength={200}
          />
          <button type="submit" class="primary">
            {words.login.enter}
          </button>
        </form>
        <p>
          <a href={otherPath} lang={other} hreflang={other}>
            {words.otherLanguage}
          </a>
        </p>
      </main>
    </Document>
  );
}
