// @ts-check
/**
 * What the customer wrote and the office has not yet: a list in the browser's storage, sent one at a time in its order. Each entry
 * keeps the id that it was born with, so an answer that got lost, a reload, or a second tab can repeat it and doubles nothing.
 */
import { dropFile, keepFile, keptFile } from "./files.js";
import { alone } from "./page.js";
import { currentSession, openSession, retryAfterMs, sessionUrl } from "./session.js";

/**
 * @typedef {{ text: string } | { choice: string } | { location: { latitude: number, longitude: number } }
 *   | { contact: { name: string, phone: string } } | { file: { name: string, type: string, bytes: number } }} Body
 * @typedef {"waiting" | "sent" | "failed"} State `sent`: durable at the office; the entry stays until its line is in the chat.
 * @typedef {{ id: string, session?: string, body: Body, label: string, at: number, state: State, problem?: string }} Entry
 */

const storedAs = "chat.outbox";
/** First and longest wait after a failure that may pass. */
const waitMs = { first: 1_000, longest: 30_000 };

/** @returns {Entry[]} */
function read() {
  try {
    return JSON.parse(localStorage.getItem(storedAs) ?? "[]");
  } catch {
    return [];
  }
}

/** @param {Entry[]} entries */
function write(entries) {
  if (entries.length === 0) localStorage.removeItem(storedAs);
  else localStorage.setItem(storedAs, JSON.stringify(entries));
}

/** A new id: 128 random bits. `crypto.randomUUID` is missing where the page is not served safely. */
function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

/**
 * @param {{
 *   changed: () => void,
 *   progress: (id: string, part: number) => void,
 *   opened: (session: string) => void,
 *   sent: (id: string) => void,
 *   ended: () => void,
 *   held: (reason: "offline" | "slow" | undefined) => void,
 * }} tell
 */
export function createOutbox(tell) {
  let sending = false;
  let failures = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** Entries of the chat that is open now; those without a session yet will begin one. */
  function mine() {
    const session = currentSession();
    return read().filter((entry) => entry.session === undefined || entry.session === session);
  }

  /** @param {string} id @param {Partial<Entry>} change */
  function change(id, change) {
    write(read().map((entry) => (entry.id === id ? { ...entry, ...change } : entry)));
    tell.changed();
  }

  /** @param {string} id */
  function drop(id) {
    const before = read();
    const after = before.filter((entry) => entry.id !== id);
    if (after.length === before.length) return;
    write(after);
    void dropFile(id);
    tell.changed();
  }

  /** @param {Body} body @param {string} label @param {File} [file] */
  async function add(body, label, file) {
    const session = currentSession();
    /** @type {Entry} */
    const entry = { id: newId(), body, label, at: Date.now(), state: "waiting", ...(session && { session }) };
    if (file) await keepFile(entry.id, file);
    write([...read(), entry]);
    tell.changed();
    flush();
  }

  function flush() {
    clearTimeout(timer);
    if (sending) return;
    sending = true;
    alone("chat.outbox", sendAll)
      .catch(() => later(undefined))
      .finally(() => {
        sending = false;
      });
  }

  /** @param {number | undefined} afterMs */
  function later(afterMs) {
    failures += 1;
    const backOff = Math.min(waitMs.longest, waitMs.first * 2 ** (failures - 1));
    clearTimeout(timer);
    timer = setTimeout(flush, afterMs ?? backOff * (0.75 + Math.random() / 2));
  }

  async function sendAll() {
    for (;;) {
      const entry = mine().find(({ state }) => state === "waiting");
      if (!entry) break;
      const session = await sessionFor(entry);
      if (!session) return;
      const { status, retryMs, code } = await post(session, entry, (part) => tell.progress(entry.id, part));
      if (!(await settle(entry, { status, retryMs, code }))) return;
    }
    failures = 0;
    tell.held(undefined);
  }

  /** @param {Entry} entry */
  async function sessionFor(entry) {
    const known = entry.session ?? currentSession();
    if (known) return known;
    const opened = await openSession();
    if ("session" in opened) {
      write(
        read().map((other) => (other.session === undefined ? { ...other, session: opened.session } : other)),
      );
      tell.opened(opened.session);
      return opened.session;
    }
    tell.held(opened.problem === 429 ? "slow" : "offline");
    later(opened.retryAfterMs);
    return undefined;
  }

  /**
   * True where the next entry may go.
   * @param {Entry} entry @param {Answer} answer
   */
  async function settle(entry, { status, retryMs, code }) {
    if (status === 202) {
      // Its line may already have come and taken the entry away; then this changes nothing.
      change(entry.id, { state: "sent" });
      failures = 0;
      tell.held(undefined);
      tell.sent(entry.id);
      return true;
    }
    if (status === 404) {
      // The chat is over: what was written stays in sight, and trying again begins a new chat.
      const left = mine().filter(({ state }) => state === "waiting");
      for (const { id } of left) change(id, { state: "failed", problem: "ended", session: undefined });
      tell.ended();
      return false;
    }
    if (status === 0 || status === 429 || status >= 500) {
      tell.held(status === 429 ? "slow" : "offline");
      later(retryMs);
      return false;
    }
    change(entry.id, { state: "failed", problem: problemOf("file" in entry.body, status, code) });
    return true;
  }

  return {
    add,
    flush,
    drop,
    entries: mine,
    /** @param {string} id */
    retry(id) {
      write(
        read().map((entry) => (entry.id === id ? { ...entry, state: "waiting", problem: undefined } : entry)),
      );
      tell.changed();
      failures = 0;
      flush();
    },
    /** The chat's line with this id has come. @param {string} id */
    arrived: drop,
    /** Entries that the office has; asked when their lines were expected long ago. */
    dropSent() {
      for (const { id, state } of mine()) if (state === "sent") drop(id);
    },
  };
}

/**
 * The word for what a refusal says.
 * @param {boolean} isFile @param {number} status @param {string | undefined} code
 */
function problemOf(isFile, status, code) {
  if (status === 413) return isFile ? "fileTooLarge" : "textTooLong";
  if (status === 415) return "fileRefused";
  if (code === "too_many_pixels") return "filePixels";
  return isFile && code === "empty" ? "fileEmpty" : "notAccepted";
}

/** @typedef {{ status: number, retryMs?: number | undefined, code?: string | undefined }} Answer `code`: what of a field was refused */

/**
 * One POST. XMLHttpRequest, because only it tells how much of a file has gone.
 * @param {string} session @param {Entry} entry @param {(part: number) => void} progress
 * @returns {Promise<Answer>}
 */
async function post(session, { id, body, label }, progress) {
  /** @type {FormData | string} */
  let content = JSON.stringify({ id, ...body });
  if ("file" in body) {
    const file = await keptFile(id);
    if (!file) return { status: 422 };
    content = new FormData();
    content.append("id", id);
    content.append("file", file, label);
  }
  const sent = content;
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", sessionUrl(session, "/messages"));
    if (typeof sent === "string") request.setRequestHeader("content-type", "application/json");
    request.timeout = typeof sent === "string" ? 20_000 : 10 * 60_000;
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onloadend = () =>
      resolve({
        status: request.status,
        retryMs: retryAfterMs(request.getResponseHeader("retry-after")),
        code: codeIn(request.responseText),
      });
    request.send(sent);
  });
}

/** @param {string} text @returns {string | undefined} */
function codeIn(text) {
  try {
    return JSON.parse(text).errors?.[0]?.code;
  } catch {
    return undefined;
  }
}
