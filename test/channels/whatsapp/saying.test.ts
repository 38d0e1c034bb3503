/** What is said, through the real library before a page of our own: nothing here is proved of today's WhatsApp. */
import { describe, expect, it, vi } from "vitest";
import { omar, sara } from "./account.ts";
import { openStarted, soon } from "./started.ts";

async function openKnown(settings?: Parameters<typeof openStarted>[0]) {
  const started = await openStarted(settings);
  started.desk.heard.set(sara.lid, Date.now());
  return started;
}

describe("a message", () => {
  it("is followed on its way to the customer", async () => {
    const { account, desk, send } = await openKnown();
    const { id } = await send("أهلًا");
    const [sent] = await account.inPage((page) => page.sent);
    expect(id).toBe(sent?.id);
    for (const ack of [2, 3])
      await account.inPage((page, given) => page.ack(...given), [sent?.id ?? "", ack] as const);
    await vi.waitFor(() => expect(desk.progress).toHaveLength(2), soon);
    expect(desk.progress).toEqual(
      ["delivered", "read"].map((progress) => ({ address: sara.lid, id, progress })),
    );
  });

  it("that fails later is told as failed", async () => {
    const { account, desk, send } = await openKnown();
    const { id } = await send("أهلًا");
    await account.inPage((page, given) => page.ack(given, -1), id ?? "");
    await vi.waitFor(
      () => expect(desk.progress).toEqual([{ address: sara.lid, id, progress: "failed" }]),
      soon,
    );
  });

  it("that the library resolves without a message was not handed over", async () => {
    const { account, send } = await openKnown();
    await account.inPage((page) => {
      page.trouble = "nothing";
    });
    await expect(send("أهلًا")).rejects.toMatchObject({ problem: { type: "retry_later", whole: false } });
    await send("مرة أخرى");
    expect((await account.inPage((page) => page.sent)).map(({ text }) => text)).toEqual(["مرة أخرى"]);
  });

  it("that WhatsApp refuses at once is tried again later", async () => {
    const { account, send } = await openKnown();
    await account.inPage((page) => {
      page.trouble = "fails";
    });
    await expect(send("أهلًا")).rejects.toMatchObject({ problem: { type: "retry_later" } });
  });

  it("that the page has only queued is told as sent when the server has it, and not sent again", async () => {
    const { account, send } = await openKnown();
    await account.inPage((page) => {
      page.trouble = "queues";
    });
    const unsure = { problem: { type: "retry_later", unsure: true } };
    await expect(send("أهلًا", { key: "queued" })).rejects.toMatchObject(unsure);
    const [queued] = await account.inPage((page) => page.sent);
    await account.inPage((page, given) => page.ack(given, 1), queued?.id ?? "");
    expect((await send("أهلًا", { key: "queued" })).id).toBe(queued?.id);
    expect(await account.inPage((page) => page.sent)).toHaveLength(1);
  });

  it("that left though the page did not answer is not sent again", async () => {
    const { account, send } = await openKnown({ timings: { sendMs: 300 } });
    await account.inPage((page) => {
      page.trouble = "hangs";
    });
    const { id } = await send("أهلًا");
    expect(id).toBe((await account.inPage((page) => page.sent))[0]?.id);
  });

  it("never goes to somebody who never wrote", async () => {
    const { account, send } = await openKnown();
    await expect(send("عرض خاص", { address: omar })).rejects.toMatchObject({ problem: { type: "refused" } });
    await account.arrives(omar, { body: "سلام" });
    await vi.waitFor(() => send("وعليكم السلام", { address: omar }), soon);
  });

  it("is typed before it is sent", async () => {
    const { account, send } = await openKnown({ timings: { types: true } });
    const began = Date.now();
    await send("أهلًا");
    expect(Date.now() - began).toBeGreaterThan(700);
    expect(await account.inPage((page) => page.typed)).toEqual([sara.lid]);
  });

  it("that carries a picture shows it, and a paper comes as a file", async () => {
    const { account, desk, send } = await openKnown();
    const picture = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
    for (const [mediaType, bytes] of [
      ["image/jpeg", picture],
      ["application/pdf", Buffer.from("%PDF-1.4")],
    ] as const) {
      const kept = await desk.keepFile({ address: sara.lid }, { name: "عقد", body: one(bytes) });
      if (kept === "not_now" || !("document" in kept)) throw new Error("The desk kept no file.");
      await send("المرفق", {
        document: { document: kept.document, name: "عقد", mediaType, bytes: bytes.length },
      });
    }
    const sent = await account.inPage((page) => page.sent);
    expect(sent.map(({ type, text }) => [type, text])).toEqual([
      ["image", "المرفق"],
      ["document", "المرفق"],
    ]);
    expect(Buffer.from(sent[0]?.file ?? "", "base64")).toEqual(picture);
  });

  it("whose file is not there any more is refused", async () => {
    const { send } = await openKnown();
    const document = { document: "gone" as never, name: "x", mediaType: "image/png", bytes: 1 };
    await expect(send("المرفق", { document })).rejects.toMatchObject({ problem: { type: "refused" } });
  });

  it("is answered in the middle of a hand-over without being taken for a colleague's", async () => {
    const { account, office, send, taken } = await openKnown();
    await Promise.all([send("أهلًا"), account.arrives(sara.lid, { body: "سلام" })]);
    await taken(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(office.contents()).toEqual([{ type: "text", text: "سلام" }]);
  });
});

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
