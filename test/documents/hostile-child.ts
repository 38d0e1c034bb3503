/**
 * An office with its pages in a process of its own, to which hostile files come by a channel's desk and by the web upload. Prints what
 * became of each and how much memory the process held meanwhile. Arguments: a folder; a picture of many pixels in few bytes.
 */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { openDesk } from "../../src/desk.ts";
import type { DocumentId } from "../../src/domain/ids.ts";
import type { Content } from "../../src/domain/message.ts";
import { openOffice } from "../../src/office.ts";
import { listen } from "../../src/serve.ts";
import { webOn } from "../web/real-office.ts";
import { gifWithMore, hostileFiles, twoGigabytes } from "./hostile-files.ts";
import { pdf } from "./sample-files.ts";

const [, , folder = "", denseFile = ""] = process.argv;
const office = await openOffice({ dataDir: folder, manualClock: true });
const web = webOn(office);
const { port, stop } = await listen(web, { host: "127.0.0.1", port: 0 });
const origin = `http://127.0.0.1:${port}/api/v1/chat/sessions`;

const desk = openDesk("hostile", {
  engine: office.engine,
  documents: office.documents,
  language: "ar",
  report: () => undefined,
});
let messages = 0;

/** By a channel: what is kept, and what the customer reads about it. */
async function byDesk(name: string, body: AsyncIterable<Uint8Array>, announced?: number) {
  messages += 1;
  const address = `sender-${messages}`;
  const content = await desk.keepFile(
    { address, language: "en" },
    { name, body, ...(announced && { announced }) },
  );
  if (content === "not_now") return { content: "not_now", said: "" };
  await office.receive({ channel: "web", address, id: `m${messages}`, content, language: "en" });
  await office.idle();
  const chat = await office.store.engine.findConversation("web", address);
  const lines = chat ? await office.engine.lines(chat.id, 0, 10) : [];
  return { content: toldOf(content), said: lines.find(({ from }) => from === "office")?.text ?? "" };
}

function toldOf(content: Content): string {
  if (content.type === "unsupported") return content.what;
  return "document" in content ? `${content.type} ${content.mediaType} ${content.name}` : content.type;
}

async function openSession(): Promise<string> {
  const answer = await fetch(origin, {
    method: "POST",
    body: "{}",
    headers: { "content-type": "application/json" },
  });
  return ((await answer.json()) as { session: string }).session;
}

/** By the web: the status, and how many bytes the office let come. */
async function byWeb(name: string, body: AsyncIterable<Uint8Array>, announced?: number) {
  messages += 1;
  const session = await openSession();
  const head = `--x\r\nContent-Disposition: form-data; name="id"\r\n\r\nhostile-${messages}\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  return new Promise<{ status: number; answer: string; sent: number }>((resolve) => {
    let sent = 0;
    let status = 0;
    let answer = "";
    const upload = request(`${origin}/${session}/messages`, {
      method: "POST",
      headers: {
        "content-type": "multipart/form-data; boundary=x",
        ...(announced && { "content-length": announced }),
      },
    });
    // Each full pipe is waited for with two listeners more.
    upload.setMaxListeners(0);
    const end = () => resolve({ status, answer, sent });
    upload.on("response", (response) => {
      status = response.statusCode ?? 0;
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        answer += text;
      });
      response.on("close", end);
      response.on("end", () => upload.destroy());
    });
    upload.on("error", end);
    void (async () => {
      upload.write(head);
      for await (const chunk of body) {
        if (upload.destroyed || status !== 0) return;
        sent += chunk.length;
        if (!upload.write(chunk)) await Promise.race([once(upload, "drain"), once(upload, "close")]);
      }
      upload.end("\r\n--x--\r\n");
    })();
  });
}

async function* inOne(bytes: Uint8Array) {
  yield bytes;
}

/** A file as large as may be, both ways: what an ordinary day costs. */
async function warmUp(): Promise<void> {
  const largest = Buffer.alloc(20 * 1024 * 1024 - 1, "a");
  await byDesk("a.txt", inOne(largest));
  await byWeb("a.txt", inOne(largest));
  await byDesk("a.pdf", inOne(pdf()));
}

const files = hostileFiles();
await warmUp();
global.gc?.();
const before = process.memoryUsage().rss;
let peak = before;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 2);

const desks: Record<string, unknown> = {};
const webs: Record<string, unknown> = {};
for (const { title, name, bytes } of files) {
  desks[title] = await byDesk(name, inOne(bytes));
  webs[title] = await byWeb(name, inOne(bytes));
}
const streamed = twoGigabytes();
desks.streamed = { ...(await byDesk("film.mp4", streamed.body)), given: streamed.given() };
desks.announced = await byDesk("film.mp4", inOne(pdf()), 2 * 1024 ** 3);
webs.streamed = await byWeb("film.mp4", twoGigabytes().body);
webs.announced = await byWeb("film.mp4", inOne(pdf()), 2 * 1024 ** 3);

/** A picture within the cap that unpacks to forty million pixels, looked at by staff. */
const chat = await office.engine.openConversation({ channel: "web", address: "dense", language: "en" });
const dense = await office.documents.put(inOne(readFileSync(denseFile)), {
  conversation: chat.id,
  name: "dense.png",
  at: 1,
});
const drawn =
  dense.type === "stored" ? await office.documents.thumbnail(dense.document.id as DocumentId) : undefined;
const both = await office.documents.put(inOne(gifWithMore()), {
  conversation: chat.id,
  name: "page.html",
  at: 1,
});
const bothDrawn =
  both.type === "stored" && (await office.documents.thumbnail(both.document.id)) !== undefined;

clearInterval(watch);
process.stdout.write(
  JSON.stringify({ before, peak, desks, webs, dense: dense.type, drawn: drawn?.length ?? 0, bothDrawn }),
);
await stop();
await office.close();
