// @ts-check
/** The chat page at work: composer, attachments, the return link and new chats, over the outbox, the stream and the view. */
import { ask, createMenu } from "./chat/menus.js";
import { createOutbox } from "./chat/outbox.js";
import { byId, language, maxFileBytes, publicUrl, word } from "./chat/page.js";
import {
  currentSession,
  keepSession,
  openSession,
  sessionUrl,
  takeLinkedCode,
  takeLinkedSession,
} from "./chat/session.js";
import { followChat } from "./chat/stream.js";
import { createView } from "./chat/view.js";

/** @typedef {import("./chat/view.js").Line} Line */

/** How long "typing" is shown at most. */
const typingMs = 4_000;
/** A line that was acknowledged this long ago and is not in the chat yet was held up on its way. */
const lateMs = 6_000;

const text = /** @type {HTMLTextAreaElement} */ (byId("text"));
const send = /** @type {HTMLButtonElement} */ (byId("send"));
const files = /** @type {HTMLInputElement} */ (byId("files"));
const connection = byId("connection");
/** @type {ReturnType<typeof followChat> | undefined} */
let following;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let typingTimer;
let lost = false;

const view = createView({
  choose: (value, label) => void outbox.add({ choice: value }, label),
  retry: (id) => outbox.retry(id),
  remove: (id) => outbox.drop(id),
  fileUrl: (id) => sessionUrl(currentSession() ?? "", `/documents/${id}`),
});

const outbox = createOutbox({
  changed: () => view.showPending(outbox.entries()),
  progress: view.progress,
  opened: follow,
  ended,
  sent(id) {
    // Where its line has come already, so may have the reply.
    if (outbox.entries().some((entry) => entry.id === id)) showTyping(true);
    setTimeout(checkLate, lateMs);
  },
  held(reason) {
    view.slowDown(reason === "slow");
    view.showPending(outbox.entries());
    lost = reason === "offline";
    showConnection();
  },
});

/** @param {string} session */
function follow(session) {
  following?.stop();
  following = followChat({
    session,
    last: view.last,
    line,
    caughtUp: view.announce,
    ended,
    state(state) {
      lost = state === "lost";
      showConnection();
      if (!lost) outbox.flush();
    },
  });
}

/** @param {Line} arrived */
function line(arrived) {
  if (arrived.id !== undefined) outbox.arrived(arrived.id);
  else if (arrived.from === "customer") outbox.dropSent();
  showTyping(arrived.from === "customer" && Math.abs(Date.now() - Date.parse(arrived.at)) < typingMs);
  view.append(arrived);
}

async function checkLate() {
  if (!outbox.entries().some(({ state }) => state === "sent")) return;
  await following?.check();
}

/** The key opens nothing any more: what is shown stays readable, and writing begins a new chat. */
function ended() {
  following?.stop();
  following = undefined;
  keepSession(undefined);
  view.note(word("ended"));
}

/** @param {boolean} on */
function showTyping(on) {
  clearTimeout(typingTimer);
  byId("typing").hidden = !on;
  if (!on) return;
  view.toEnd();
  typingTimer = setTimeout(() => showTyping(false), typingMs);
}

function showConnection() {
  const offline = !navigator.onLine;
  connection.hidden = !offline && !lost;
  const said = offline ? word("offline") : word("reconnecting");
  if (!connection.hidden && connection.textContent !== said) connection.textContent = said;
}

// Composer

function fitText() {
  send.disabled = text.value.trim() === "";
  text.dir = text.value === "" ? document.documentElement.dir : "auto";
  if (CSS.supports("field-sizing", "content")) return;
  text.rows = Math.min(5, text.value.split("\n").length);
}

function sendText() {
  const said = text.value.trim();
  if (said === "") return;
  text.value = "";
  fitText();
  view.toEnd();
  void outbox.add({ text: said }, said);
}

text.addEventListener("input", fitText);
text.addEventListener("keydown", (event) => {
  // While a word is being composed, Enter belongs to the input method.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  sendText();
});
text.addEventListener("paste", (event) => {
  const pasted = [...(event.clipboardData?.files ?? [])];
  if (pasted.length === 0) return;
  event.preventDefault();
  sendFiles(pasted);
});
byId("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  sendText();
  text.focus();
});
for (const example of document.querySelectorAll("[data-example]")) {
  example.addEventListener("click", () => {
    text.value = example.getAttribute("data-example") ?? "";
    fitText();
    text.focus();
  });
}

// Attachments

/** @param {File[]} chosen */
async function sendFiles(chosen) {
  for (const file of chosen) {
    if (file.size > maxFileBytes) view.note(`${file.name}: ${word("fileTooLarge")}`);
    else await outbox.add({ file: { name: file.name, type: file.type, bytes: file.size } }, file.name, file);
  }
  view.toEnd();
}

createMenu("attach-button", "attach");
byId("attach-file").addEventListener("click", () => files.click());
files.addEventListener("change", () => {
  void sendFiles([...(files.files ?? [])]);
  files.value = "";
});
byId("attach-location").addEventListener("click", () => {
  if (!navigator.geolocation) return view.note(word("locationOff"));
  connection.hidden = false;
  connection.textContent = word("locating");
  navigator.geolocation.getCurrentPosition(
    ({ coords: { latitude, longitude } }) => {
      showConnection();
      void outbox.add(
        { location: { latitude, longitude } },
        `📍 ${latitude.toFixed(5)}, ${longitude.toFixed(5)}`,
      );
    },
    () => {
      showConnection();
      view.note(word("locationOff"));
    },
    { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
  );
});
byId("attach-contact").addEventListener("click", async () => {
  /** @type {HTMLFormElement} */ (byId("contact-form")).reset();
  if ((await ask("contact-dialog")) !== "send") return;
  const name = /** @type {HTMLInputElement} */ (byId("contact-name")).value.trim();
  const phone = /** @type {HTMLInputElement} */ (byId("contact-phone")).value.trim();
  if (name && phone) void outbox.add({ contact: { name, phone } }, `👤 ${name}\n${phone}`);
});

// The chat itself: its link, another one, the language

createMenu("menu-button", "menu");
byId("open-link").addEventListener("click", () => {
  const session = currentSession();
  if (!session) return text.focus();
  const link = `${publicUrl}/chat?lang=${language}#s=${session}`;
  /** @type {HTMLInputElement} */ (byId("link")).value = link;
  /** @type {HTMLImageElement} */ (byId("qr")).src = sessionUrl(session, "/qr");
  byId("link-note").textContent = "";
  byId("copy-link").textContent = word("copy");
  byId("share-link").hidden = !navigator.share;
  void ask("link-dialog");
});
byId("copy-link").addEventListener("click", async () => {
  const link = /** @type {HTMLInputElement} */ (byId("link"));
  link.select();
  const copied = navigator.clipboard
    ? await navigator.clipboard.writeText(link.value).then(
        () => true,
        () => false,
      )
    : false;
  if (!copied && !document.execCommand("copy")) return;
  byId("copy-link").textContent = `${word("copied")} ✓`;
  byId("link-note").textContent = word("copied");
});
byId("share-link").addEventListener("click", () => {
  const url = /** @type {HTMLInputElement} */ (byId("link")).value;
  navigator.share({ title: document.title, url }).catch(() => undefined);
});

/** @param {"newChat" | "otherChat"} what */
async function confirmed(what) {
  byId("confirm-title").textContent = word(`${what}Title`);
  byId("confirm-text").textContent = word(`${what}Text`);
  byId("confirm-yes").textContent = word(`${what}Yes`);
  return (await ask("confirm-dialog")) === "yes";
}

/** @param {string | undefined} session */
function change(session) {
  following?.stop();
  following = undefined;
  keepSession(session);
  view.clear();
  view.showPending(outbox.entries());
  showTyping(false);
  if (session) follow(session);
  text.focus();
}

byId("new-chat").addEventListener("click", async () => {
  if (currentSession() && (await confirmed("newChat"))) change(undefined);
});
byId("language").addEventListener("click", async (event) => {
  if (!currentSession()) return;
  event.preventDefault();
  const { href } = /** @type {HTMLAnchorElement} */ (event.currentTarget);
  // The office is told in words, as if the customer had asked for it; the entry survives the change of page.
  await outbox.add({ text: word("tellLanguage") }, word("tellLanguage"));
  location.assign(href);
});

window.addEventListener("online", () => {
  showConnection();
  outbox.flush();
});
window.addEventListener("offline", () => {
  showConnection();
  view.showPending(outbox.entries());
});
// Another tab sent something, or opened the chat that this one will show too.
window.addEventListener("storage", ({ key, newValue }) => {
  if (key === "chat.outbox") view.showPending(outbox.entries());
  if (key === "chat.session") change(newValue ?? undefined);
});
window.addEventListener("hashchange", openLinked);

async function openLinked() {
  const linked = takeLinkedSession();
  const present = currentSession();
  if (!linked || linked === present) return;
  if (!present || (await confirmed("otherChat"))) change(linked);
}

// A partner's code opens a chat of its own, in place of whatever this browser had; one that is not good any more leaves all as it is.
const code = takeLinkedCode();
if (code) await openSession(code);
const linkedAtStart = takeLinkedSession();
const kept = currentSession();
if (linkedAtStart && !kept) keepSession(linkedAtStart);
const present = currentSession();
if (present) {
  byId("welcome").hidden = true;
  follow(present);
}
view.showPending(outbox.entries());
outbox.flush();
showConnection();
if (matchMedia("(pointer: fine)").matches) text.focus();
if (linkedAtStart && kept && linkedAtStart !== kept && (await confirmed("otherChat"))) change(linkedAtStart);
