import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { newFolder, openStore } from "./data-folder.ts";
import { chatId, turnOf } from "./sample-turns.ts";

const modulePath = join(import.meta.dirname, "..", "..", "src", "store", "sqlite", "store.ts");

/** A folder with an office's database in it, closed. */
async function usedFolder(): Promise<{ readonly folder: string; readonly path: string }> {
  const folder = newFolder();
  const store = await openStore(folder);
  for (let n = 1; n <= 200; n += 1) await store.engine.commitTurns([turnOf("a", n, n)], []);
  await store.close();
  return { folder, path: join(folder, "wasit.db") };
}

describe("the lock of a data folder", () => {
  it("refuses a second office, naming the process that has the folder", async () => {
    const folder = newFolder();
    await openStore(folder);
    await expect(openStore(folder)).rejects.toMatchObject({
      problem: "locked",
      message: expect.stringContaining(`in use by process ${process.pid}`),
    });
  });

  it("lets a start wait for the office before it", async () => {
    const folder = newFolder();
    const first = await openStore(folder);
    const second = openStore(folder, { lockWaitMs: 10_000 });
    await sleep(150);
    await first.close();
    const { engine } = await second;
    expect(await engine.highest()).toEqual({ order: 0, inbox: 0 });
  });

  it("is free as soon as its holder is killed, whatever files are left", async () => {
    const folder = newFolder();
    const program = `import { openSqliteStore } from ${JSON.stringify(modulePath)};
      await openSqliteStore({ dataDir: ${JSON.stringify(folder)}, clock: "real" });
      console.log("open"); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    await expect(openStore(folder)).rejects.toThrow(`process ${child.pid}`);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(readFileSync(join(folder, "lock.pid"), "utf8")).toBe(`${child.pid}\n`);
    await openStore(folder);
  });
});

describe("the clock of a data folder", () => {
  it("is what the folder was born with, for good", async () => {
    const [real, rehearsal] = [newFolder(), newFolder()];
    await (await openStore(real)).close();
    await (await openStore(rehearsal, { clock: "rehearsal" })).close();
    await expect(openStore(real, { clock: "rehearsal" })).rejects.toMatchObject({
      problem: "rehearsal_mismatch",
    });
    await expect(openStore(rehearsal)).rejects.toMatchObject({
      problem: "rehearsal_mismatch",
      message: expect.stringContaining("WASIT_DATA"),
    });
    expect(await (await openStore(rehearsal, { clock: "rehearsal" })).directory.getMark("clock")).toBe(
      "rehearsal",
    );
  });
});

describe("a damaged database", () => {
  const refusal = { problem: "corrupt", message: expect.stringContaining("npm run restore -- --from FILE") };

  it("is refused where a page in its middle is wrong, and left as it is", async () => {
    const { folder, path } = await usedFolder();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 8192 * 8, 8192 * 9);
    writeFileSync(path, bytes);
    await expect(openStore(folder)).rejects.toMatchObject(refusal);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it("is refused where its end is missing", async () => {
    const { folder, path } = await usedFolder();
    truncateSync(path, statSync(path).size - 8192 * 2);
    await expect(openStore(folder)).rejects.toMatchObject(refusal);
  });

  it("is refused where it is something else altogether", async () => {
    const { folder, path } = await usedFolder();
    writeFileSync(path, "my notes\n".repeat(100));
    await expect(openStore(folder)).rejects.toMatchObject(refusal);
    writeFileSync(path, "SQLite");
    await expect(openStore(folder)).rejects.toMatchObject(refusal);
  });

  it("leaves the folder free for whoever mends it", async () => {
    const { folder, path } = await usedFolder();
    const whole = readFileSync(path);
    writeFileSync(path, "no database");
    await expect(openStore(folder)).rejects.toMatchObject(refusal);
    writeFileSync(path, whole);
    expect((await (await openStore(folder)).engine.getConversation(chatId("a")))?.version).toBe(200);
  });
});
