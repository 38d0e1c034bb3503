/**
 * The queue's pages in the browser: our header on every request, words kept while something changes, and live changes over one
 * stream a browser. The server renders everything; nothing here writes HTML.
 */

const htmx = window.htmx;
const token = document.querySelector('meta[name="wasit-csrf"]')?.content ?? "";
const say = document.getElementById("live");
const page = () => document.getElementById("page");
const part = () => page()?.querySelector("[data-live]");

/** True while a live change is being put in place: what the reader has open, and the last notice, then stay. */
let isLiveSwap = false;

htmx.registerExtension("wasit", {
  htmx_config_request(_element, { ctx }) {
    ctx.request.headers["X-Wasit-CSRF"] = token;
  },
  /** A form that was accepted is emptied; one that was refused keeps its words. */
  htmx_before_swap(element, { ctx }) {
    if (ctx.request.method === "POST" && ctx.response.status < 400 && element.matches?.("form")) {
      element.reset();
      element.closest("details.act")?.removeAttribute("open");
    }
  },
  htmx_before_morph_node(node) {
    return !(isLiveSwap && node.id === "notice");
  },
  /** The server doesn't know which parts the reader has unfolded. */
  htmx_before_morph_attr(element, { attrName, newValue }) {
    return !(attrName === "open" && newValue === null && element.tagName === "DETAILS");
  },
  htmx_after_swap(_element, { ctx }) {
    if (ctx.request.method !== "POST") return;
    focusNotice();
    showLatest();
  },
  htmx_error() {
    showProblem(document.body.dataset.offline ?? "");
  },
});

/** After an act the button that was pressed may be gone; the notice says what happened, so reading goes on there. */
function focusNotice() {
  const notice = document.getElementById("notice");
  if (notice?.textContent && (document.activeElement === document.body || !document.activeElement))
    notice.focus();
  notice?.scrollIntoView({ block: "nearest" });
}

function showProblem(text) {
  const notice = document.getElementById("notice");
  if (!notice) return;
  notice.className = "notice bad";
  notice.textContent = text;
  notice.scrollIntoView({ block: "nearest" });
}

/* ---------- live changes ---------- */

/** Milliseconds to wait for more changes before asking for the page again: soon for what is shown, later for counts alone. */
const soon = 120;
const later = 3000;
let timer;
let timerAt = Number.POSITIVE_INFINITY;

function reloadIn(ms) {
  const at = Date.now() + ms;
  if (at >= timerAt) return;
  clearTimeout(timer);
  timerAt = at;
  timer = setTimeout(reload, ms);
}

/** Asks for the page's part again and puts it in place; what is being typed and unfolded stays. */
async function reload() {
  timerAt = Number.POSITIVE_INFINITY;
  const shown = part();
  if (!shown || shown.dataset.live === "off" || document.hidden) return;
  const cards = document.getElementById("cards");
  const address = new URL(shown.dataset.part, location.origin);
  const before = refsIn(cards);
  // As many pages of 25 as "more" has brought so far.
  if (shown.dataset.live === "list" && before.size > 25) {
    address.searchParams.set("limit", String(Math.ceil(before.size / 25) * 25));
  }
  let response;
  try {
    response = await fetch(address, {
      headers: { "HX-Request": "true", Accept: "text/html" },
      redirect: "error",
    });
  } catch {
    return reloadIn(5000 + Math.random() * 5000);
  }
  const elsewhere = response.headers.get("HX-Redirect");
  if (elsewhere) return location.assign(elsewhere);
  if (!response.ok) return;
  const text = await response.text();
  if (part() !== shown) return;
  const lines = document.getElementById("lines");
  const wasAtEnd = lines && lines.scrollHeight - lines.scrollTop - lines.clientHeight < 40;
  isLiveSwap = true;
  try {
    await htmx.swap({
      text,
      target: page(),
      swap: "outerMorph",
      sourceElement: page(),
      request: { method: "GET" },
    });
  } finally {
    isLiveSwap = false;
  }
  if (wasAtEnd) showLatest();
  announce(before);
}

function refsIn(list) {
  return new Set([...(list?.querySelectorAll("[data-ref]") ?? [])].map((card) => card.dataset.ref));
}

/** Says politely that something new is in the list, and marks it for the eye. */
function announce(before) {
  const list = document.getElementById("cards");
  if (part()?.dataset.live !== "list" || !list) return;
  const fresh = [...list.querySelectorAll("[data-ref]")].filter((card) => !before.has(card.dataset.ref));
  if (fresh.length === 0) return;
  for (const card of fresh) card.classList.add("fresh");
  const isChat = fresh.some((card) => card.dataset.ref.startsWith("c_"));
  const words = isChat ? document.body.dataset.newWaiting : document.body.dataset.newOrder;
  if (say && words)
    say.textContent = `${words}: ${fresh[0].querySelector(".card-link")?.textContent.trim() ?? ""}`;
}

/** Does this change touch what is on the page? */
function onChange(type, change) {
  const shown = part();
  if (!shown || shown.dataset.live === "off") return;
  const { live, order, version, chat, last } = shown.dataset;
  if (type === "line") {
    reloadIn(soon);
  } else if (live === "lines") {
    reloadIn(later);
  } else if (type === "delivery") {
    if (change.conversation === chat) reloadIn(soon);
  } else if (live === "list") {
    if (type !== "chat") reloadIn(soon);
  } else if (type === "order" && change.ref === order) {
    if (String(change.version) !== version) reloadIn(soon);
  } else if (change.conversation === chat) {
    if (type !== "chat" || change.lastSeq > Number(last)) reloadIn(soon);
  } else if (type !== "chat") {
    reloadIn(later);
  }
}

/** Last event that any tab has seen, so that whichever tab takes over goes on after it; at first, that of the page itself. */
let lastId = document.body.dataset.since ?? "";
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("wasit-queue") : undefined;
tabs?.addEventListener("message", ({ data }) => take(data, false));

function take(message, isOwn) {
  lastId = message.id || lastId;
  if (isOwn) tabs?.postMessage(message);
  if (message.type === "over") location.assign("/queue/login");
  else if (message.type === "reset") reloadIn(soon);
  else onChange(message.type, message.change);
}

/** Holds the stream until `signal` ends it. */
function listen(signal) {
  return new Promise((resolve) => {
    let source;
    let retry;
    const open = () => {
      source = new EventSource(`/queue/events${lastId ? `?since=${encodeURIComponent(lastId)}` : ""}`);
      for (const type of ["order", "chat", "person", "delivery", "line", "reset", "over"]) {
        source.addEventListener(type, (event) =>
          take({ type, id: event.lastEventId, change: JSON.parse(event.data) }, true),
        );
      }
      source.addEventListener("error", () => {
        if (source.readyState !== EventSource.CLOSED) return;
        // Refused for good (logged out, or the office is starting): the page's own request finds out which.
        clearTimeout(retry);
        retry = setTimeout(
          () => {
            reloadIn(soon);
            open();
          },
          4000 + Math.random() * 4000,
        );
      });
    };
    signal.addEventListener("abort", () => {
      clearTimeout(retry);
      source?.close();
      resolve();
    });
    open();
  });
}

/** While this tab is visible it stands in line for the one stream of the browser. */
let standing;
function stand() {
  if (standing || document.hidden || !part()) return;
  standing = new AbortController();
  const { signal } = standing;
  if (!navigator.locks) {
    listen(signal);
    return;
  }
  navigator.locks.request("wasit-queue", { signal }, () => listen(signal)).catch(() => {});
}

function stepDown() {
  standing?.abort();
  standing = undefined;
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) return stepDown();
  stand();
  reloadIn(soon);
});
window.addEventListener("pagehide", stepDown);
window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    stand();
    reloadIn(soon);
  }
});
stand();

/** Ages are words: once a minute they are asked for again. */
setInterval(() => {
  if (!document.hidden) reloadIn(later);
}, 60_000);

/* ---------- the conversation ---------- */

/** A picture of which there is no small copy leaves its plain link. */
document.addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLImageElement && target.classList.contains("thumb")) target.remove();
  },
  true,
);

/** The latest line is the one to see, unless a link named another. */
function showLatest() {
  const lines = document.getElementById("lines");
  if (lines && !location.hash.startsWith("#line-")) lines.scrollTop = lines.scrollHeight;
}
showLatest();

/** A line that is on the page already is gone to without asking for the page again. */
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-line]");
  const line = link && document.getElementById(`line-${link.dataset.line}`);
  if (!line) return;
  event.preventDefault();
  line.scrollIntoView({ block: "center" });
  line.focus({ preventScroll: true });
});
