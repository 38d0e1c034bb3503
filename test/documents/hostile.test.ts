/** Hostile files on a whole office in a process of its own, by a channel and by the web: refused in words, with flat memory. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../src/root.ts";

type ByDesk = { readonly content: string; readonly said: string; readonly given?: number };
type ByWeb = { readonly status: number; readonly answer: string; readonly sent: number };
type Told = {
  readonly before: number;
  readonly peak: number;
  readonly desks: Readonly<Record<string, ByDesk>>;
  readonly webs: Readonly<Record<string, ByWeb>>;
  readonly dense: string;
  readonly drawn: number;
  readonly bothDrawn: boolean;
};

const folder = mkdtempSync(join(tmpdir(), "wasit-hostile-"));
let told: Told;

beforeAll(async () => {
  const dense = join(folder, "dense.png");
  const many = { create: { width: 6_300, height: 6_300, channels: 3, background: "#336699" } } as const;
  writeFileSync(dense, await sharp(many).png({ compressionLevel: 9 }).toBuffer());
  const program = ["--expose-gc", "--import", "tsx", join(import.meta.dirname, "hostile-child.ts")];
  const child = spawn(process.execPath, [...program, join(folder, "data"), dense], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.on("data", (data) => {
    out += data;
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`The office ended with ${code}: ${out}`);
  told = JSON.parse(out) as Told;
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a hostile file", () => {
  it("is refused by a channel's desk, and the customer reads why", () => {
    const { desks } = told;
    const words: Readonly<Record<string, readonly [string, string]>> = {
      "zip bomb": ["file_type", "can't take files of this type"],
      "huge png": ["file_too_many_pixels", "larger than 40 megapixels"],
      svg: ["file_type", "can't take files of this type"],
      "svg as png": ["file_type", "can't take files of this type"],
      empty: ["file_empty", "The file is empty"],
      streamed: ["file_too_large", "larger than 20 MB"],
      announced: ["file_too_large", "larger than 20 MB"],
    };
    for (const [title, [what, said]] of Object.entries(words)) {
      expect([title, desks[title]?.content]).toEqual([title, what]);
      expect(desks[title]?.said).toContain(said);
    }
  });

  it("is refused by the web upload, with a reason that the page puts into words", () => {
    const { webs } = told;
    const answers: Readonly<Record<string, readonly [number, string]>> = {
      "zip bomb": [415, "file_type"],
      "huge png": [422, "too_many_pixels"],
      svg: [415, "file_type"],
      "svg as png": [415, "file_type"],
      empty: [422, "empty"],
      announced: [413, "file_too_large"],
      streamed: [413, "file_too_large"],
    };
    for (const [title, [status, word]] of Object.entries(answers)) {
      expect([title, webs[title]?.status]).toEqual([title, status]);
      expect(webs[title]?.answer).toContain(word);
    }
  });

  it("that never ends is read no further than the cap and what is on its way", () => {
    const cap = 20 * 1024 * 1024;
    expect(told.desks.streamed?.given).toBeLessThan(1.1 * cap);
    expect(told.webs.streamed?.sent).toBeLessThan(2 * cap);
  });

  it("with a path or a device for a name is kept under its content, and called something harmless", () => {
    const { desks, webs } = told;
    expect(desks.path?.content).toBe("document application/pdf passwd.pdf");
    expect(desks["windows path"]?.content).toBe("document application/pdf win.ini.pdf");
    expect(desks.device?.content).toBe("document application/pdf CON_.pdf");
    expect(desks["other device"]?.content).toBe("document application/pdf NUL_.pdf");
    for (const title of ["path", "device"]) expect(webs[title]?.status).toBe(202);
    const names = readdirSync(join(folder, "data", "documents"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{64}(\.webp)?$/);
    expect(existsSync(join(folder, "etc"))).toBe(false);
  });

  it("that is two things at once is only the one that its first bytes say, and no copy of it shows the other", () => {
    expect(told.desks.polyglot?.content).toBe("photo image/gif page.html.gif");
    expect(told.bothDrawn).toBe(false);
  });

  it("that unpacks to forty million pixels is drawn small elsewhere", () => {
    expect(told.dense).toBe("stored");
    expect(told.drawn).toBeGreaterThan(0);
  });

  it("leaves the memory flat, whatever comes", () => {
    // 2 GB, 200 MB unpacked, 119 MB of pixels: any one of them held whole would be far above.
    expect(told.peak / told.before).toBeLessThan(1.35);
  });
});
