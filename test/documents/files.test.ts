import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Documents } from "../../src/documents/documents.ts";
import { filesDocuments } from "../../src/documents/files.ts";
import type { ConversationId, DocumentId } from "../../src/domain/ids.ts";
import { StoreError } from "../../src/store/engine.ts";
import { openMemoryStore } from "../../src/store/memory/store.ts";
import type { Store } from "../../src/store/store.ts";
import { inboxOf, turnOf } from "../store/sample-turns.ts";
import { docx, gif, jpeg, ogg, pdf, png, webp, zip } from "./sample-files.ts";

const conversation = "c_0000000000000000000000" as ConversationId;

describe("filesDocuments", () => {
  let dataDir: string;
  let documents: Documents;
  let store: Store;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "wasit-documents-"));
    store = openMemoryStore();
    documents = filesDocuments({ dataDir, directory: store.directory });
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  async function* chunks(bytes: Uint8Array, size = 1_000) {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const put = (bytes: Uint8Array | string, name = "file") =>
    documents.put(chunks(Buffer.from(bytes)), { conversation, name, at: 7 });
  async function stored(bytes: Uint8Array | string, name?: string) {
    const result = await put(bytes, name);
    if (result.type !== "stored") throw new Error(`refused: ${result.reason}`);
    return result.document;
  }
  const refusal = async (bytes: Uint8Array | string, name?: string) => {
    const result = await put(bytes, name);
    return result.type === "refused" ? result.reason : `stored as ${result.document.mediaType}`;
  };
  const filesOnDisk = () =>
    readdirSync(join(dataDir, "documents"), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );

  it("keeps a file under the name of its content and gives it back", async () => {
    const bytes = png(640, 480);
    const document = await stored(bytes, "صورة.png");
    expect(document).toMatchObject({ mediaType: "image/png", bytes: bytes.length, name: "صورة.png", at: 7 });
    const { sha256, id } = document;
    expect(readFileSync(join(dataDir, "documents", sha256.slice(0, 2), sha256))).toEqual(bytes);
    expect(await documents.get(id)).toEqual(document);
    const stream = await documents.open(id);
    if (!stream) throw new Error("the file is gone");
    expect(Buffer.from(await new Response(stream).arrayBuffer())).toEqual(bytes);
  });

  it("keeps the same content once, each sending with its own label", async () => {
    const first = await stored(pdf(), "a.pdf");
    const second = await stored(pdf(), "b.pdf");
    expect(second.sha256).toBe(first.sha256);
    expect(second.id).not.toBe(first.id);
    expect(filesOnDisk()).toHaveLength(1);
    expect((await documents.get(first.id))?.name).toBe("a.pdf");
  });

  /** A message with the file in it. */
  const say = (document: DocumentId) => {
    const content = { type: "photo", document, name: "a", mediaType: "image/png", bytes: 1 } as const;
    return store.engine.commitTurns([turnOf("a", 1, 1, { inbox: inboxOf("a", 1, { content }) })], []);
  };

  it("removes a file to which nothing refers, once it is old enough", async () => {
    const left = await stored(pdf(), "left.pdf");
    const said = await stored(png(10, 10), "said.png");
    await say(said.id);
    expect(await documents.removeUnused(7)).toBe(0);
    expect(await documents.removeUnused(8)).toBe(1);
    expect(await documents.get(left.id)).toBeUndefined();
    expect(filesOnDisk().map(({ name }) => name)).toEqual([said.sha256]);
    expect(await documents.removeUnused(9)).toBe(0);
  });

  it("keeps a content that another message needs when the upload beside it was given up", async () => {
    const left = await stored(pdf(), "left.pdf");
    const said = await stored(pdf(), "said.pdf");
    await say(said.id);
    expect(await documents.removeUnused(8)).toBe(1);
    expect(await documents.open(left.id)).toBeUndefined();
    expect(await documents.open(said.id)).toBeDefined();
  });

  it("removes one that may not be kept, and no other of the same content", async () => {
    const [one, other] = [await stored(pdf(), "one.pdf"), await stored(pdf(), "other.pdf")];
    await documents.remove(one.id);
    expect(await documents.get(one.id)).toBeUndefined();
    expect(await documents.open(other.id)).toBeDefined();
    await documents.remove(other.id);
    expect(filesOnDisk()).toEqual([]);
    await documents.remove(other.id);
  });

  it("never takes away what is being uploaded at the same moment", async () => {
    for (let round = 0; round < 20; round += 1) {
      await stored(pdf(), "left.pdf");
      const [uploaded] = await Promise.all([
        documents.put(chunks(pdf()), { conversation, name: "new.pdf", at: 1_000 }),
        documents.removeUnused(8 + round),
      ]);
      if (uploaded.type !== "stored") throw new Error("refused");
      expect(await documents.open(uploaded.document.id)).toBeDefined();
      await store.directory.setMark("documents_looked_at", "0");
    }
  });

  it("tells the type by the bytes, not by the name", async () => {
    const types: [Uint8Array | string, string, string][] = [
      [jpeg(100, 100), "a.exe", "image/jpeg"],
      [webp(100, 100), "a", "image/webp"],
      [gif(10, 10), "a.html", "image/gif"],
      [pdf(), "a.jpg", "application/pdf"],
      [docx(), "a.zip", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
      ["الاسم,المدينة\nسارة,جدة\n", "قائمة.csv", "text/csv"],
      ["BMW ٢٠٢٤ سطحة", "note", "text/plain"],
      [ogg(), "v.ogg", "audio/ogg"],
    ];
    for (const [bytes, name, type] of types)
      expect(await stored(bytes, name)).toMatchObject({ mediaType: type });
  });

  it("refuses pages, vector pictures, programs and archives, whatever they are called", async () => {
    const bad: [Uint8Array | string, string][] = [
      ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "a.png"],
      ['\ufeff \n<?xml version="1.0"?><svg onload="alert(1)"/>', "a.svg"],
      ["<!doctype html><script>alert(1)</script>", "a.txt"],
      ["hello <script>alert(1)</script>", "a.csv"],
      [Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]), "a.pdf"],
      [Buffer.concat([Buffer.from("\x7fELF"), Buffer.alloc(200, 1)]), "a.pdf"],
      [zip(["a.txt"]), "a.docx"],
      [docx(["word/vbaProject.bin"]), "a.docx"],
      [Buffer.from([0xff, 0xfe, 0x41, 0xd8]), "a.txt"],
      ["line\u0000line", "a.txt"],
    ];
    for (const [bytes, name] of bad) expect(await refusal(bytes, name)).toBe("type_not_allowed");
    expect(filesOnDisk()).toEqual([]);
  });

  it("leaves a zip bomb packed, as a letter that promises 4 GB of words", async () => {
    const before = process.memoryUsage().rss;
    const document = await stored(docx([], 0xffff_fff0), "bomb.docx");
    expect(document.bytes).toBeLessThan(2_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
    expect(await refusal(zip(["bomb"], 0xffff_fff0), "bomb.zip")).toBe("type_not_allowed");
  });

  it("refuses pictures of more pixels than anybody should decode", async () => {
    const big = [png(20_000, 20_000), jpeg(20_000, 20_000), gif(20_000, 20_000), webp(16_000, 16_000)];
    for (const bytes of big) expect(await refusal(bytes)).toBe("too_many_pixels");
    expect(await refusal(jpeg(4_000, 3_000))).toBe("stored as image/jpeg");
  });

  it("refuses a picture whose header does not say its size", async () => {
    expect(await refusal(jpeg(100, 100).subarray(0, 12))).toBe("too_many_pixels");
  });

  it("stores a file that is two things at once as the one its first bytes say, under an ending of that one", async () => {
    const both = Buffer.concat([gif(10, 10), Buffer.from("<script>alert(1)</script>"), zip(["a.class"])]);
    expect(await stored(both, "page.html")).toMatchObject({ mediaType: "image/gif", name: "page.html.gif" });
  });

  it("stops reading an endless file at the cap, with flat memory and nothing left behind", async () => {
    let given = 0;
    let stopped = false;
    async function* endless() {
      try {
        for (; given < 50; given += 1) yield Buffer.alloc(1024 * 1024, given + 65);
      } finally {
        stopped = true;
      }
    }
    const before = process.memoryUsage().rss;
    const result = await documents.put(endless(), { conversation, name: "big", at: 1 });
    expect(result).toEqual({ type: "refused", reason: "too_large" });
    expect({ given, stopped }).toEqual({ given: 20, stopped: true });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    expect(filesOnDisk()).toEqual([]);
  });

  it("takes a file of exactly 20 MiB", async () => {
    const bytes = Buffer.alloc(20 * 1024 * 1024, "a");
    expect((await stored(bytes, "a.txt")).bytes).toBe(bytes.length);
  });

  it("refuses nothing at all", async () => {
    expect(await refusal("")).toBe("empty");
  });

  it("says that the disk is full when the database says so", async () => {
    const full = filesDocuments({
      dataDir,
      directory: {
        ...store.directory,
        putDocument: () => Promise.reject(new StoreError("disk_full", "full")),
      },
    });
    const result = await full.put(chunks(pdf()), { conversation, name: "a", at: 1 });
    expect(result).toEqual({ type: "refused", reason: "disk_full" });
  });

  it("leaves nothing of a file whose sender breaks off", async () => {
    async function* broken() {
      yield pdf();
      throw new Error("connection reset");
    }
    await expect(documents.put(broken(), { conversation, name: "a", at: 1 })).rejects.toThrow(
      "connection reset",
    );
    expect(filesOnDisk()).toEqual([]);
  });

  it("clears away at a start what a killed process had not finished", async () => {
    await stored(pdf());
    const incoming = join(dataDir, "documents", "incoming");
    writeFileSync(join(incoming, "half"), "half a file");
    filesDocuments({ dataDir, directory: openMemoryStore().directory });
    expect(existsSync(incoming)).toBe(false);
    expect(filesOnDisk()).toHaveLength(1);
  });

  it("knows nothing of an unknown document", async () => {
    const unknown = "f_0000000000000000000000" as DocumentId;
    expect(await documents.get(unknown)).toBeUndefined();
    expect(await documents.open(unknown)).toBeUndefined();
  });
});
