/** Files that are larger than may be, sent over a real socket to each door that takes one: refused at the limit, and nothing of them stays. */
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileLimits } from "../../src/domain/files.ts";
import { listen, type Served } from "../../src/serve.ts";
import { samplePartner } from "../store/sample-partner.ts";
import { openStaffedOffice, type StaffedOffice, tourism } from "./partner/staffed-office.ts";
import { origin } from "./queue/visitor.ts";
import { sure } from "./tiny-office.ts";

/** What lies in the buffers of both ends of a line. */
const underWay = 12 * 1024 * 1024;
const piece = Buffer.alloc(64 * 1024, 1);
const png = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex");

let staffed: StaffedOffice;
let served: Served;
type Door = { readonly path: string; readonly box: string; readonly headers: Record<string, string> };
const doors = new Map<string, Door>();

beforeAll(async () => {
  staffed = await openStaffedOffice({ partners: [samplePartner("linked", tourism)] });
  const { app, sara } = staffed;
  served = await listen({ app, close: () => undefined }, { host: "127.0.0.1", port: 0 });
  const { ref } = await staffed.claimed();
  const html = await (await sara.post(`/orders/${ref}/offer`, { partner: "p_linked" })).text();
  const path = sure(/value="http:\/\/localhost(\/offer\/[^"]+)"/.exec(html)?.[1]);
  await staffed.post(`${path}/accept`);
  doors.set("a partner's proof", { path: `${path}/proof?lang=en`, box: "file", headers: { origin } });
  const opened = await app.request(`${origin}/api/v1/chat/sessions`, { method: "POST", body: "{}" });
  const { session } = (await opened.json()) as { session: string };
  const messages = `/api/v1/chat/sessions/${session}/messages`;
  doors.set("a picture of a chat", { path: messages, box: "file", headers: {} });
  const cookie = [...sara.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const signed = { origin, cookie, "hx-request": "true", "x-wasit-csrf": sara.csrf };
  doors.set("a colleague's request", { path: "/queue/requests/it_request", box: "files", headers: signed });
}, 60_000);

afterAll(async () => {
  await served.stop();
  await staffed.close();
});

const head = (box: string) =>
  `--x\r\nContent-Disposition: form-data; name="${box}"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n`;

function open({ path, headers }: Door, more: Record<string, string>): ClientRequest {
  const type = "multipart/form-data; boundary=x";
  const all = { ...headers, host: "localhost", "content-type": type, ...more };
  const sent = request({ host: "127.0.0.1", port: served.port, path, method: "POST", headers: all });
  // What is still under way when the office has had enough.
  sent.on("error", () => undefined);
  return sent;
}

async function read(answer: IncomingMessage): Promise<{ status: number; text: string }> {
  const pieces: Buffer[] = [];
  for await (const one of answer) pieces.push(one as Buffer);
  return { status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString() };
}

/** Sends without an end until an answer is there; resolves with it and with how much had left by then. */
async function sendsOn(door: Door) {
  const sent = open(door, { "transfer-encoding": "chunked" });
  const answered = once(sent, "response").then(([answer]) => answer as IncomingMessage);
  let isAnswered = false;
  void answered.then(() => {
    isAnswered = true;
  });
  let bytes = 0;
  function* form(): Generator<Uint8Array> {
    yield Buffer.concat([Buffer.from(head(door.box)), png]);
    for (; !isAnswered && bytes < 200 * 1024 * 1024; bytes += piece.length) yield piece;
  }
  Readable.from(form()).pipe(sent);
  const answer = await read(await answered);
  sent.destroy();
  return { ...answer, bytes };
}

const storedFiles = () => {
  const folder = join(staffed.dataDir, "documents");
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
};

describe.each([
  ["a partner's proof", /larger than 20 MB/],
  ["a picture of a chat", /file_too_large/],
  ["a colleague's request", /larger than 20 MB/],
])("%s", (name, says) => {
  it("is refused as soon as the limit is passed, however much would follow", async () => {
    const { status, text, bytes } = await sendsOn(sure(doors.get(name)));
    expect(status).toBe(413);
    expect(text).toMatch(says);
    expect(bytes).toBeLessThan(fileLimits.bytes + underWay);
    expect(storedFiles()).toEqual([]);
  });
});

describe.each([["a partner's proof"], ["a picture of a chat"]])(
  "%s whose length is told beforehand",
  (name) => {
    it("is refused before any of it has left", async () => {
      const door = sure(doors.get(name));
      const sent = open(door, { "content-length": String(80 * 1024 * 1024) });
      sent.write(head(door.box));
      const [answer] = (await once(sent, "response")) as [IncomingMessage];
      expect((await read(answer)).status).toBe(413);
      // A body that never comes holds no connection.
      const began = Date.now();
      await once(sent, "close");
      expect(Date.now() - began).toBeLessThan(5_000);
    });
  },
);
