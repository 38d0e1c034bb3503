// @ts-check
/**
 * The key of this browser's chat. It comes from the office or from a return link's fragment, lives in the browser's storage, and
 * goes nowhere but into the paths of the API.
 */
import { api, language } from "./page.js";

const storedAs = "chat.session";
const pattern = /^[\w-]{43}$/;

/** @returns {string | undefined} */
export function currentSession() {
  const stored = localStorage.getItem(storedAs) ?? "";
  return pattern.test(stored) ? stored : undefined;
}

/** @param {string | undefined} session */
export function keepSession(session) {
  if (session === undefined) localStorage.removeItem(storedAs);
  else localStorage.setItem(storedAs, session);
}

/** The key in `#s=…`, which is taken out of the address at once so that no history or screenshot keeps it. */
export function takeLinkedSession() {
  const linked = new URLSearchParams(location.hash.slice(1)).get("s") ?? "";
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  return pattern.test(linked) ? linked : undefined;
}

/** @param {string} session @param {string} rest */
export function sessionUrl(session, rest) {
  return `${api}/chat/sessions/${session}${rest}`;
}

/** A partner's one-time code in `#p=…`, which is taken out of the address at once. */
export function takeLinkedCode() {
  const code = new URLSearchParams(location.hash.slice(1)).get("p") ?? "";
  if (code) history.replaceState(null, "", location.pathname + location.search);
  return /^pt[a-z2-9]{26}$/.test(code) ? code : undefined;
}

/**
 * Opens a new chat and keeps its key.
 * @param {string} [code] makes it a partner's
 * @returns {Promise<{ session: string } | { problem: number, retryAfterMs?: number }>} `problem` 0: the office was not reached.
 */
export async function openSession(code) {
  try {
    const answer = await fetch(`${api}/chat/sessions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ language, ...(code && { code }) }),
    });
    if (answer.status !== 201)
      return { problem: answer.status, retryAfterMs: retryAfterMs(answer.headers.get("retry-after")) };
    const { session } = await answer.json();
    keepSession(session);
    return { session };
  } catch {
    return { problem: 0 };
  }
}

/** @param {string | null} header */
export function retryAfterMs(header) {
  const seconds = Number(header ?? "");
  return seconds > 0 ? seconds * 1000 : undefined;
}
