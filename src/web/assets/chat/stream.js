// @ts-check
/**
 * Following a chat: server-sent events while they work, a held request after the other where they do not, nothing while the page
 * is hidden. Whatever happened in between, it goes on after the last line that was shown.
 */
import { sessionUrl } from "./session.js";

/** @typedef {import("./view.js").Line} Line */

/** Streams that fail this often before a line came make room for held requests. */
const maxStreamFailures = 3;
const holdSeconds = 25;

/**
 * @param {{
 *   session: string,
 *   last: () => number,
 *   line: (line: Line) => void,
 *   caughtUp: () => void,
 *   state: (state: "open" | "lost") => void,
 *   ended: () => void,
 * }} follow
 */
export function followChat({ session, last, line, caughtUp, state, ended }) {
  let stopped = false;
  let failures = 0;
  let tries = 0;
  let polls = false;
  /** @type {EventSource | undefined} */
  let source;
  /** @type {AbortController | undefined} */
  let asking;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /**
   * Everything after the last line. True where the office answered; undefined where `pause` broke it off: whoever goes on then
   * has begun, or will begin, by itself.
   * @param {number} wait seconds
   */
  async function ask(wait) {
    const asked = new AbortController();
    asking = asked;
    try {
      for (;;) {
        const url = sessionUrl(session, `/messages?after=${last()}&wait=${wait}`);
        const answer = await fetch(url, { signal: asked.signal });
        if (stopped) return false;
        if (answer.status === 404) {
          stop();
          ended();
          return false;
        }
        if (!answer.ok) return false;
        /** @type {{ messages: Line[], more: boolean }} */
        const { messages, more } = await answer.json();
        for (const message of messages) line(message);
        if (!more) return true;
      }
    } catch {
      return asked.signal.aborted ? undefined : false;
    } finally {
      if (asking === asked) asking = undefined;
    }
  }

  async function begin() {
    if (stopped || document.hidden || source || asking) return;
    const answered = await ask(0);
    if (stopped || answered === undefined) return;
    if (!answered) return again();
    tries = 0;
    state("open");
    caughtUp();
    if (document.hidden) return;
    if (polls) return poll();
    listen();
  }

  function listen() {
    source?.close();
    source = new EventSource(sessionUrl(session, `/events?after=${last()}`));
    source.onopen = () => state("open");
    source.onmessage = ({ data }) => {
      failures = 0;
      line(JSON.parse(data));
    };
    source.onerror = () => {
      failures += 1;
      polls = failures >= maxStreamFailures;
      source?.close();
      source = undefined;
      state("lost");
      again();
    };
  }

  async function poll() {
    while (!stopped && !document.hidden) {
      const answered = await ask(holdSeconds);
      if (answered === undefined) return;
      if (!answered) return again();
      tries = 0;
      state("open");
    }
  }

  function again() {
    if (stopped) return;
    state("lost");
    clearTimeout(timer);
    timer = setTimeout(begin, Math.min(15_000, 500 * 2 ** tries) * (0.75 + Math.random() / 2));
    tries += 1;
  }

  function pause() {
    clearTimeout(timer);
    source?.close();
    source = undefined;
    asking?.abort();
    asking = undefined;
  }

  function seen() {
    if (document.hidden) pause();
    else begin();
  }

  function online() {
    pause();
    failures = 0;
    tries = 0;
    begin();
  }

  function stop() {
    stopped = true;
    pause();
    document.removeEventListener("visibilitychange", seen);
    window.removeEventListener("online", online);
  }

  document.addEventListener("visibilitychange", seen);
  window.addEventListener("online", online);
  begin();
  return {
    stop,
    /** Lines that should have come did not: something on the way holds events back, so requests are held instead. */
    async check() {
      const before = last();
      if (stopped || polls || !source) return;
      await ask(0);
      if (last() === before || !source) return;
      polls = true;
      source.close();
      source = undefined;
      poll();
    },
  };
}
