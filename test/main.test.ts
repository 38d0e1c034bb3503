/** What a start says that can't go on, and who is let in at one that can: the whole process, as its owner starts it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { startOffice } from "./faults/office-process.ts";
import { origin, Visitor } from "./web/queue/visitor.ts";

const folder = mkdtempSync(join(tmpdir(), "wasit-main-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const whole = { timeout: 120_000 };

async function refusal(
  environment: Readonly<Record<string, string>>,
  node: readonly string[] = [],
): Promise<string> {
  const { ended } = await startOffice(folder, { environment, node });
  const { code, stderr } = await ended;
  expect(code).toBe(1);
  expect(stderr, "no stack helps here").not.toContain("    at ");
  return stderr;
}

describe("a start that is refused", () => {
  it("names the data folder that is a file", whole, async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    const said = await refusal({ WASIT_DATA: file });
    expect(said).toContain(`The data folder ${file} can't be made or written (EEXIST). Set WASIT_DATA`);
  });

  it("names the host that is no address of this machine", whole, async () => {
    const said = await refusal({ WASIT_HOST: "203.0.113.9", WASIT_DATA: join(folder, "elsewhere") });
    expect(said).toContain("203.0.113.9 is no address of this machine. Set WASIT_HOST");
  });
});

describe("a start on the Node of an older machine", () => {
  it("says which it needs, and that it lies in the packages", whole, async () => {
    const pretend =
      'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.20.2"}})';
    const said = await refusal({}, ["--import", pretend]);
    expect(said).toContain("This is Node 20.20.2; the office needs 22 or newer and brings its own.");
  });
});

describe("the demo of an office that once had an administrator", () => {
  const admin = {
    WASIT_DEMO: "",
    WASIT_ADMIN_EMAIL: "owner@example.com",
    WASIT_ADMIN_PASSWORD: "four-random-words-joined",
  };

  it("stays off when the settings of the first administrator are taken out again", whole, async () => {
    const first = await startOffice(folder, { environment: admin });
    await first.open;
    first.process.kill("SIGTERM");
    await first.ended;
    const second = await startOffice(folder, { environment: { WASIT_DEMO: "" } });
    await second.open;
    second.process.kill("SIGTERM");
    const { stderr } = await second.ended;
    expect(stderr).toContain("/queue");
    expect(stderr).not.toContain("demo.example");
  });
});

describe("a demo beside the settings of an administrator", () => {
  it("lets the owner in by their own password, too", whole, async () => {
    const environment = {
      ...{ WASIT_DATA: join(folder, "both"), WASIT_DEMO: "on", WASIT_PUBLIC_URL: origin },
      ...{ WASIT_ADMIN_EMAIL: "owner@example.com", WASIT_ADMIN_PASSWORD: "four-random-words-joined" },
    };
    const { open, process, ended, url } = await startOffice(folder, { environment });
    await open;
    const web = {
      request: (to: string, init?: RequestInit) =>
        fetch(to.replace(origin, url), { ...init, redirect: "manual" }),
    };
    const owner = new Visitor(web, "/queue");
    const answer = await owner.logIn("owner@example.com", "four-random-words-joined");
    expect(answer.headers.get("location")).toBe("/queue");
    process.kill("SIGTERM");
    expect((await ended).stderr).toContain("demo.example");
  });
});
