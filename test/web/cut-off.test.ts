/** Requests whose sender goes away in the middle, on a real port. */
import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { listen } from "../../src/serve.ts";
import { createWeb } from "../../src/web/app.tsx";
import { tinyOffice } from "./tiny-office.ts";

const json = 'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"id":';
const form =
  'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000\r\n\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n\x89PNG';

describe("a request that is cut off", () => {
  it.each([
    ["JSON", json],
    ["a file", form],
  ])("in the middle of %s is no failure of the office", async (_, body) => {
    const office = tinyOffice();
    const served = await listen(createWeb(office), { host: "127.0.0.1", port: 0 });
    const origin = `http://127.0.0.1:${served.port}`;
    const opened = await fetch(`${origin}/api/v1/chat/sessions`, { method: "POST", body: "{}" });
    const { session } = (await opened.json()) as { session: string };
    const socket = connect(served.port, "127.0.0.1");
    socket.write(`POST /api/v1/chat/sessions/${session}/messages HTTP/1.1\r\nHost: office\r\n${body}`);
    await expect.poll(() => socket.bytesWritten).toBeGreaterThan(body.length);
    await fetch(`${origin}/healthz`);
    socket.destroy();
    await once(socket, "close");
    await expect.poll(() => office.logged.filter(({ fields }) => "status" in fields).length).toBe(3);
    expect(office.logged.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
    await served.stop();
  });
});
