/** Small copies with real pictures and real processes: drawn, kept, and given up where a picture misbehaves. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesDocuments } from "../../src/documents/files.ts";
import { type Drawn, thumbnailMaker } from "../../src/documents/thumbnail-maker.ts";
import type { ConversationId } from "../../src/domain/ids.ts";
import { openMemoryStore } from "../../src/store/memory/store.ts";
import { gif, jpeg, ogg, png } from "./sample-files.ts";

const conversation = "c_0000000000000000000000" as ConversationId;
let folder: string;
/** A camera's photo: lying on its side, with the place where it was taken. */
let photo: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "wasit-thumbnails-"));
  photo = await sharp({ create: { width: 1_600, height: 900, channels: 3, background: "#2f7d6b" } })
    .withExif({
      IFD0: { Make: "Somebody", Copyright: "Sara" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "24/1 42/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* whole(bytes: Uint8Array) {
  yield bytes;
}

function open(name: string, draw = thumbnailMaker()) {
  const dataDir = join(folder, name);
  const store = openMemoryStore();
  const drawn: string[] = [];
  const documents = filesDocuments({
    ...{ dataDir, directory: store.directory },
    draw: (path) => {
      drawn.push(path);
      return draw(path);
    },
  });
  const put = async (bytes: Uint8Array) => {
    const result = await documents.put(whole(bytes), { conversation, name: "a", at: 1 });
    if (result.type !== "stored") throw new Error(result.reason);
    return result.document;
  };
  const names = () =>
    readdirSync(join(dataDir, "documents"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  return { documents, put, names, drawn };
}

describe("the small copy of a picture", { timeout: 30_000 }, () => {
  it("is upright, of bounded size, and carries nothing of where and by whom it was taken", async () => {
    expect((await sharp(photo).metadata()).exif?.includes("Somebody")).toBe(true);
    const { documents, put } = open("metadata");
    const copy = await documents.thumbnail((await put(photo)).id);
    if (!copy) throw new Error("no copy");
    const about = await sharp(copy).metadata();
    expect(about).toMatchObject({ format: "webp", width: 270, height: 480 });
    expect([about.exif, about.xmp, about.iptc, about.orientation]).toEqual(Array(4).fill(undefined));
    expect(Buffer.from(copy).includes("Somebody")).toBe(false);
  });

  it("is drawn once for a content, however many look at once, and lies beside it", async () => {
    const { documents, put, names, drawn } = open("once");
    const [one, other] = [await put(photo), await put(photo)];
    const copies = await Promise.all([one, other, one].map(({ id }) => documents.thumbnail(id)));
    expect(copies.every((copy) => copy?.length === copies[0]?.length)).toBe(true);
    await documents.thumbnail(other.id);
    expect(drawn).toHaveLength(1);
    expect(names().sort()).toEqual([one.sha256, `${one.sha256}.webp`]);
  });

  it("goes when the last document of its content goes", async () => {
    const { documents, put, names } = open("removed");
    const [one, other] = [await put(photo), await put(photo)];
    await documents.thumbnail(one.id);
    await documents.remove(one.id);
    expect(names()).toHaveLength(2);
    await documents.remove(other.id);
    expect(names()).toEqual([]);
    expect(await documents.thumbnail(one.id)).toBeUndefined();
  });

  it("is not kept of a picture that was removed while it was drawn", async () => {
    let finish = () => {};
    const drawing = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { documents, put, names } = open("raced", async () => {
      await drawing;
      return Buffer.from("copy");
    });
    const { id } = await put(photo);
    const copy = documents.thumbnail(id);
    await documents.remove(id);
    finish();
    await copy;
    expect(names()).toEqual([]);
  });

  it("is not made of what is no picture, nor twice tried of one that can't be decoded", async () => {
    const { documents, put, drawn } = open("broken");
    expect(await documents.thumbnail((await put(ogg())).id)).toBeUndefined();
    expect(drawn).toEqual([]);
    for (const bytes of [png(640, 480), jpeg(640, 480), gif(9, 9)]) {
      const { id } = await put(bytes);
      expect(await documents.thumbnail(id)).toBeUndefined();
      expect(await documents.thumbnail(id)).toBeUndefined();
    }
    expect(drawn).toHaveLength(3);
  });

  it("is tried again after others stood in its way, and at last given up where it always takes too long", async () => {
    const answers: Drawn[] = ["busy", "too_long", "busy", Buffer.from("copy")];
    const { documents, put } = open("later", async () => answers.shift() ?? "too_long");
    const { id } = await put(photo);
    for (const _ of ["busy", "too long", "busy"]) expect(await documents.thumbnail(id)).toBeUndefined();
    expect(Buffer.from((await documents.thumbnail(id)) ?? []).toString()).toBe("copy");
    const slow = open("slow", async () => "too_long");
    const { id: heavy } = await slow.put(photo);
    for (let looks = 0; looks < 6; looks += 1) expect(await slow.documents.thumbnail(heavy)).toBeUndefined();
    expect(slow.drawn).toHaveLength(3);
  });
});

describe("thumbnailMaker", { timeout: 30_000 }, () => {
  const fileOf = (name: string, bytes: Uint8Array | string) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };

  it("opens four formats and no other, whatever a file is called", async () => {
    const square = { create: { width: 60, height: 60, channels: 3, background: "#fff" } } as const;
    const draw = thumbnailMaker();
    for (const format of ["jpeg", "png", "webp", "gif"] as const)
      expect(await draw(fileOf(`a.${format}`, await sharp(square)[format]().toBuffer()))).toBeInstanceOf(
        Buffer,
      );
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60"/></svg>';
    expect(await draw(fileOf("a.png", svg))).toBe("impossible");
    expect(await draw(fileOf("a.jpg", await sharp(square).tiff().toBuffer()))).toBe("impossible");
  });

  it("ends a process that hangs, and goes on with the next picture", async () => {
    const hangs = fileOf("hangs.mjs", "setInterval(() => {}, 1000);");
    const began = performance.now();
    const draw = thumbnailMaker({ ms: 300 }, hangs);
    expect(await Promise.all([draw("a"), draw("b")])).toEqual(["too_long", "too_long"]);
    // One after the other: the second began when the first was ended.
    expect(performance.now() - began).toBeGreaterThan(600);
  });

  it("goes on with the next picture after one for which no process could be begun", async () => {
    const draw = thumbnailMaker();
    const good = fileOf("good.jpg", photo);
    // Node refuses such an argument before there is a process.
    expect(await Promise.all([draw("a\u0000b"), draw(good)])).toEqual(["busy", expect.any(Buffer)]);
  });

  it("takes no flood for a picture", async () => {
    const floods = fileOf(
      "floods.mjs",
      "const b = Buffer.alloc(65536); (function f() { process.stdout.write(b, f); })();",
    );
    expect(await thumbnailMaker({ bytes: 100_000 }, floods)("a")).toBe("impossible");
  });

  it("ends a process that takes too much memory", async () => {
    // Interlaced, so that it must be held whole: far above what the process takes without it.
    const large = await sharp({ create: { width: 5_000, height: 5_000, channels: 4, background: "#123456" } })
      .png({ progressive: true, compressionLevel: 1 })
      .toBuffer();
    const path = fileOf("large.png", large);
    expect(await thumbnailMaker()(path)).toBeInstanceOf(Buffer);
    expect(await thumbnailMaker({ rss: 90 * 1024 * 1024 })(path)).toBe("impossible");
  });

  it("gives the process none of the office's settings", async () => {
    const out = join(folder, "environment.txt");
    const tells = fileOf(
      "tells.mjs",
      `import { writeFileSync } from "node:fs"; writeFileSync(${JSON.stringify(out)}, JSON.stringify(process.env));`,
    );
    await thumbnailMaker({}, tells)("a");
    expect(existsSync(out)).toBe(true);
    expect(Object.keys(JSON.parse(readFileSync(out, "utf8"))).filter((name) => name !== "LC_CTYPE")).toEqual(
      [],
    );
  });
});
