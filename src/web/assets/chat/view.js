// @ts-check
/** The lines as they are seen: the chat's own, and below them what still waits in this browser. Everything is put in as text. */
import { byId, language, make, makeButton, word, zone } from "./page.js";

/**
 * @typedef {{
 *   seq: number, from: "customer" | "office" | "agent" | "partner", at: string, id?: string, text?: string, name?: string,
 *   choices?: { value: string, label: string }[], document?: { id: string, name: string, type: string, bytes: number }, order?: string,
 * }} Line
 * @typedef {import("./outbox.js").Entry} Entry
 */

const locale = language === "ar" ? "ar-u-ca-gregory-nu-latn" : "en";
const time = new Intl.DateTimeFormat(locale, {
  hour: "numeric",
  minute: "2-digit",
  hour12: true,
  timeZone: zone,
});
const day = new Intl.DateTimeFormat(locale, {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: zone,
});
const dayKey = new Intl.DateTimeFormat("en-CA", { timeZone: zone });
const pictures = new Set(["image/jpeg", "image/png", "image/webp", "image/gif"]);

/**
 * @param {{
 *   choose: (value: string, label: string) => void,
 *   retry: (id: string) => void,
 *   remove: (id: string) => void,
 *   fileUrl: (id: string) => string,
 * }} acts
 */
export function createView(acts) {
  const scroller = byId("scroller");
  const lines = byId("lines");
  const pending = byId("pending");
  const jump = byId("jump");
  /** @type {{ line: Line, group: HTMLElement }[]} */
  let offered = [];
  let lastDay = "";
  let last = 0;
  let customerSeq = 0;
  let waits = false;
  let slow = false;
  /** @type {Map<string, HTMLProgressElement>} */
  const bars = new Map();

  const isAtEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 120;
  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
    jump.hidden = true;
  }
  jump.addEventListener("click", toEnd);
  scroller.addEventListener("scroll", () => {
    if (isAtEnd()) jump.hidden = true;
  });
  // The keyboard of a phone makes the page smaller: the newest line stays in sight.
  new ResizeObserver(() => {
    if (jump.hidden) toEnd();
  }).observe(scroller);

  /** @param {Line} line */
  function append(line) {
    if (line.seq <= last) return;
    last = line.seq;
    const stays = isAtEnd();
    byId("welcome").hidden = true;
    addDay(line.at);
    lines.append(lineElement(line));
    if (line.from === "customer") {
      customerSeq = line.seq;
      markChosen(line);
    }
    settleChoices();
    if (stays || line.from === "customer") toEnd();
    else jump.hidden = false;
  }

  /** @param {string} at */
  function addDay(at) {
    const moment = new Date(at);
    const key = dayKey.format(moment);
    if (key === lastDay) return;
    lastDay = key;
    const now = Date.now();
    const name =
      key === dayKey.format(now)
        ? word("today")
        : key === dayKey.format(now - 86_400_000)
          ? word("yesterday")
          : day.format(moment);
    lines.append(make("li", "day", name));
  }

  /** @param {Line} line */
  function lineElement(line) {
    const own = line.from === "customer";
    const moment = make("time", "", time.format(new Date(line.at)));
    moment.dateTime = line.at;
    const ref = line.order && !line.text?.includes(line.order) ? make("bdi", "ref", line.order) : undefined;
    const bubble = make("div", "bubble", [
      speaker(line),
      line.document && fileElement(line.document),
      line.text === undefined ? undefined : textElement(line.text, !own),
      make("div", "meta", [ref, moment]),
    ]);
    const element = make("li", own ? "line line-own" : "line", [bubble, choicesElement(line)]);
    element.dataset.seq = String(line.seq);
    return element;
  }

  /** The office and the customer are told apart by their sides; to a screen reader by words. @param {Line} line */
  function speaker({ from, name }) {
    if (from === "agent" || from === "partner")
      return make("p", "speaker", name ? [make("bdi", "", name)] : word(from));
    return make("span", "unseen", `${word(from === "customer" ? "you" : "office")}: `);
  }

  /** @param {Line} line */
  function choicesElement(line) {
    if (!line.choices?.length) return undefined;
    const buttons = line.choices.map(({ value, label }) => {
      const button = makeButton("choice", label, () => acts.choose(value, label));
      button.dir = "auto";
      return button;
    });
    const group = make("div", "choices", buttons);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", word("choices"));
    offered.push({ line, group });
    return group;
  }

  /** Only the newest question may be answered by a button, and only once. */
  function settleChoices() {
    const newest = offered.at(-1);
    for (const { line, group } of offered) {
      const open = line === newest?.line && line.seq > customerSeq && !waits;
      for (const button of group.querySelectorAll("button")) {
        // A disabled button would drop the focus that a keyboard had on it.
        if (!open && button === document.activeElement) byId("text").focus();
        button.disabled = !open;
      }
    }
    if (newest && newest.line.seq < customerSeq) offered = [];
  }

  /** @param {Line} said */
  function markChosen(said) {
    for (const button of offered.at(-1)?.group.querySelectorAll("button") ?? []) {
      if (button.textContent === said.text) button.setAttribute("aria-pressed", "true");
    }
  }

  /** @param {NonNullable<Line["document"]>} file */
  function fileElement({ id, name, type, bytes }) {
    const link = make("a", "file", []);
    link.href = acts.fileUrl(id);
    link.download = name;
    if (pictures.has(type)) {
      const picture = make("img", "picture");
      picture.loading = "lazy";
      picture.alt = name || word("file");
      picture.src = link.href;
      picture.addEventListener("load", () => jump.hidden && toEnd());
      link.append(picture);
    } else link.append(nameAndSize(name, bytes));
    return link;
  }

  /** @param {Entry[]} entries */
  function showPending(entries) {
    const stays = isAtEnd();
    bars.clear();
    pending.replaceChildren(...entries.map(pendingElement));
    waits = entries.some(({ state }) => state !== "failed");
    if (entries.length > 0) byId("welcome").hidden = true;
    settleChoices();
    if (stays) toEnd();
  }

  /** @param {Entry} entry */
  function pendingElement(entry) {
    const { id, body, label, at, state } = entry;
    const content = "file" in body ? nameAndSize(label, body.file.bytes) : textElement(label, false);
    const meta = make("div", "meta", [
      make("span", state === "failed" ? "state-failed" : "", stateWord(entry)),
      make("time", "", time.format(at)),
    ]);
    const bubble = make("div", "bubble", [
      make("span", "unseen", `${word("you")}: `),
      content,
      bar(entry),
      meta,
    ]);
    const redo = make("div", "redo", [
      makeButton("", word("retry"), () => acts.retry(id)),
      makeButton("", word("remove"), () => acts.remove(id)),
    ]);
    return make("li", "line line-own", [bubble, state === "failed" ? redo : undefined]);
  }

  /** @param {Entry} entry */
  function stateWord({ state, problem }) {
    if (state === "failed") return `${word("failed")}: ${word(problem ?? "notAccepted")}`;
    if (state === "sent") return word("sent");
    return word(slow ? "slowedDown" : navigator.onLine ? "sending" : "waiting");
  }

  /** @param {Entry} entry */
  function bar({ id, body, state }) {
    if (!("file" in body) || state !== "waiting") return undefined;
    const progress = make("progress", "");
    progress.max = 1;
    progress.value = 0;
    progress.setAttribute("aria-label", word("sending"));
    bars.set(id, progress);
    return progress;
  }

  return {
    append,
    showPending,
    toEnd,
    last: () => last,
    /** @param {string} id @param {number} part */
    progress(id, part) {
      const progress = bars.get(id);
      if (progress) progress.value = part;
    },
    /** @param {boolean} isSlow */
    slowDown(isSlow) {
      slow = isSlow;
    },
    /** A sentence of the page itself, in the chat. @param {string} text */
    note(text) {
      lines.append(make("li", "note", text));
      toEnd();
    },
    /** From now on new lines are read aloud; the ones before were history. */
    announce() {
      byId("log").setAttribute("aria-live", "polite");
    },
    clear() {
      lines.replaceChildren();
      byId("log").setAttribute("aria-live", "off");
      offered = [];
      lastDay = "";
      last = 0;
      customerSeq = 0;
      byId("welcome").hidden = false;
    },
  };
}

/** @param {string} name @param {number} bytes */
function nameAndSize(name, bytes) {
  const size =
    bytes >= 1_048_576
      ? `${(bytes / 1_048_576).toFixed(1)} MB`
      : `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return make("span", "", [
    make("bdi", "", name || word("file")),
    make("small", "", [make("bdi", "", size)]),
  ]);
}

/**
 * Words, with the office's own web addresses as links. What a customer wrote never becomes a link.
 * @param {string} text @param {boolean} links
 */
function textElement(text, links) {
  const element = make("p", "words");
  element.dir = "auto";
  let at = 0;
  for (const match of links ? text.matchAll(/https?:\/\/[^\s<>"'«»⁦-⁩]+[^\s<>"'«»⁦-⁩.,،؛:!?؟)\]]/g) : []) {
    const link = make("a", "", match[0]);
    link.href = match[0];
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    link.dir = "ltr";
    element.append(text.slice(at, match.index), link);
    at = match.index + match[0].length;
  }
  element.append(text.slice(at));
  return element;
}
