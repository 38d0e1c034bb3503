/** The two cookies of the queue: the session's, and the one that the login form's token belongs to. */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { CookieOptions } from "hono/utils/cookie";
import { sessionRule } from "./sessions.ts";

export type Jar = {
  readonly session: (c: Context) => string | undefined;
  setSession(c: Context, key: string): void;
  clearSession(c: Context): void;
  /** Has this answer a session cookie already, or its removal? */
  readonly setsSession: (c: Context) => boolean;
  readonly login: (c: Context) => string | undefined;
  setLogin(c: Context, key: string): void;
};

/** Behind https the names carry `__Host-`: no other host, path or plain connection can set them (RFC 6265bis, 4.1.3.2). */
export function cookieJar(publicUrl: string): Jar {
  const secure = publicUrl.startsWith("https:");
  const prefix = secure ? "__Host-" : "";
  const names = { session: `${prefix}wasit_agent`, login: `${prefix}wasit_login` };
  // Lax, so that a link to an order opens while logged in; every change needs its own proofs (csrf.ts).
  const common = { path: "/", httpOnly: true, secure, sameSite: "Lax" } as const satisfies CookieOptions;
  return {
    session: (c) => getCookie(c, names.session),
    setSession: (c, key) =>
      setCookie(c, names.session, key, { ...common, maxAge: sessionRule.idleMs / 1_000 }),
    clearSession: (c) => {
      deleteCookie(c, names.session, common);
    },
    setsSession: (c) => c.res.headers.getSetCookie().some((line) => line.startsWith(`${names.session}=`)),
    login: (c) => getCookie(c, names.login),
    setLogin: (c, key) =>
      setCookie(c, names.login, key, { ...common, sameSite: "Strict", maxAge: 2 * 3_600 }),
  };
}
