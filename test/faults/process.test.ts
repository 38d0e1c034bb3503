/** The whole process as its owner starts it: asked to stop, without anybody who reads its log, and where it can't begin. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkFile } from "./checker.ts";
import { startOffice } from "./office-process.ts";
import { live, makeFolder, removeFolder, startLife } from "./processes.ts";

let folder: string;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => removeFolder(folder));

const timeout = 120_000;

async function post(url: string, body: object): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** A code module that Node runs before the office. */
function before(code: string): string[] {
  return ["--import", `data:text/javascript,${encodeURIComponent(code)}`];
}

describe("the process", () => {
  it("serves without anybody who reads its log, and ends in order when it is asked to", {
    timeout,
  }, async () => {
    const office = await startOffice(folder);
    office.process.stdout?.destroy();
    await office.open;
    const opened = await post(`${office.url}/api/v1/chat/sessions`, { language: "en" });
    const { session } = (await opened.json()) as { session: string };
    const chat = `${office.url}/api/v1/chat/sessions/${session}/messages`;
    for (const [n, text] of ["hello", "send a parcel", "menu"].entries()) {
      const sent = await post(chat, { id: `m${n}`, text });
      expect(sent.status).toBe(202);
    }
    expect((await fetch(`${office.url}/readyz`)).status).toBe(200);
    office.process.kill("SIGTERM");
    const { code, signal } = await office.ended;
    expect({ code, signal }).toEqual({ code: 0, signal: null });
    expect(checkFile(join(folder, "data", "wasit.db"))).toEqual([]);
    expect(existsSync(join(folder, "data", "lock.pid"))).toBe(false);
  });

  it("refuses a damaged database and says how to go back", { timeout }, async () => {
    await live(folder, { customers: 5, seed: 1 });
    const file = join(folder, "data", "wasit.db");
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 3 * 8_192, 4 * 8_192);
    writeFileSync(file, bytes);
    const { ended } = await startOffice(folder);
    const { code, stderr } = await ended;
    expect(code).toBe(1);
    expect(stderr).toContain("npm run restore -- --from FILE");
    expect(stderr).not.toContain("    at ");
    expect(readFileSync(file)).toEqual(bytes);
  });

  it.each([
    ["better-sqlite3", /better.sqlite3.*\.node$/],
    ["@node-rs/argon2", /argon2.*\.node$/],
  ])("says in one sentence that the machine code of %s is missing", { timeout }, async (name, file) => {
    const node = before(`
      const { dlopen } = process;
      process.dlopen = function (module, path, ...rest) {
        if (${file}.test(path)) throw new Error(path + ": cannot open shared object file: No such file or directory");
        return dlopen.call(process, module, path, ...rest);
      };`);
    const { ended } = await startOffice(folder, { node });
    const { code, stderr } = await ended;
    expect(code).toBe(1);
    expect(stderr.trim().split("\n")).toHaveLength(2);
    expect(stderr).toMatch(new RegExp(`The package ${name} can't be loaded by Node v.*: npm ci\\n$`));
  });

  it("says in one sentence which process has its data folder", { timeout }, async () => {
    const first = startLife(folder, { customers: 1, seed: 1, fault: "stay" });
    await first.said("played");
    const { code, stdout, stderr } = await live(folder, { customers: 1, seed: 2, lockWaitMs: 300 });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`is in use by process ${first.process.pid}.`);
    first.process.kill("SIGTERM");
    expect((await first.ended).code).toBe(0);
  });
});
