/** Who may import whom (docs/decisions/002): the table of the architecture, checked on every import of every source file. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "src");

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

const files = filesUnder(root).map((path) => ({
  file: relative(root, path),
  text: readFileSync(path, "utf8"),
}));

function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(/(?:^import |^\} from |^(?:import|export) .* from |import\()"([^"]+)"/gm)].map(
    ([, name = ""]) => (name.startsWith(".") ? relative(root, join(root, dirname(file), name)) : name),
  );
}

type Rule = { readonly where: RegExp; readonly may: readonly RegExp[] };
const core = /^(conversation\/|orders\/|dispatch\/(choose|rank|wanted)|outbox\/retry|schedule\/due)/;
/** What is signed, where it may go, when it is tried again: beside it only `pin`, `exchange` and `send` touch the network. */
const pureWebhooks =
  /^webhooks\/(act|address|allowed-host|check|retry|secret|seen|sign|target|tls-problem|webhook|why-not)\.ts$/;
const ports =
  /^(channels\/channel|understand\/classifier|dispatch\/partner|documents\/documents|webhooks\/seen|store\/(engine|deliveries|departments|doors|integrations|orders|people|directory|partners|standings|store))\.ts$/;

/** Where the installation lies: a fact without behaviour, which adapters with files of their own may ask for. */
const rootFile = /^root\.ts$/;

/** The first rule whose `where` matches a file holds for it. What no rule names is wiring and may import anything. */
const rules: readonly Rule[] = [
  { where: /^domain\//, may: [/^domain\//, /^zod$/] },
  { where: /^language\//, may: [/^language\//, /^domain\//, /^libphonenumber-js/, /^temporal-polyfill/] },
  { where: ports, may: [/^domain\//, ports] },
  {
    where: /^conversation\//,
    may: [/^conversation\//, /^orders\//, /^domain\//, /^language\//, /^zod$/, /^intl-messageformat$/],
  },
  // The policy decides on the port's own words for what went wrong.
  { where: /^outbox\/retry/, may: [/^domain\//, /^channels\/channel\.ts$/] },
  {
    where: core,
    may: [
      /^orders\//,
      /^domain\//,
      /^language\//,
      /^partners\//,
      /^(dispatch\/(choose|rank|wanted)|outbox\/retry|schedule\/due)/,
    ],
  },
  // What a partner is and says of itself: as pure as the core, with a reader of CSV and the rules of where a webhook may go.
  {
    where: /^partners\//,
    may: [
      /^partners\//,
      /^orders\//,
      /^domain\//,
      /^language\//,
      pureWebhooks,
      /^csv-(parse|stringify)\/sync$/,
    ],
  },
  {
    where: pureWebhooks,
    may: [pureWebhooks, /^domain\//, /^outbox\/retry/, /^standardwebhooks$/, /^ipaddr\.js$/, /^node:crypto$/],
  },
  { where: /^webhooks\//, may: [/^webhooks\//, /^domain\//, /^node:/] },
  {
    where: /^store\/sqlite\//,
    may: [
      /^store\/(sqlite\/|[^/]+$)/,
      /^webhooks\/seen/,
      /^domain\//,
      /^language\//,
      /^documents\/documents/,
      rootFile,
      /^node:/,
      /^drizzle-orm/,
      /^better-sqlite3$/,
    ],
  },
  {
    where: /^store\/memory\//,
    may: [
      /^store\/(memory\/|[^/]+$)/,
      /^domain\//,
      /^language\//,
      /^documents\/documents/,
      /^webhooks\/(memory-)?seen/,
    ],
  },
  {
    where: /^channels\/telegram\//,
    may: [
      /^channels\/(channel\.ts$|telegram\/)/,
      /^domain\//,
      /^language\//,
      /^node:/,
      /^telegraf(\/types)?$/,
    ],
  },
  {
    where: /^channels\/whatsapp\//,
    may: [/^channels\/(channel\.ts$|whatsapp\/)/, /^domain\//, /^language\//, /^node:/, /^whatsapp-web\.js$/],
  },
  { where: /^channels\//, may: [/^channels\//, /^domain\//, /^language\//, /^node:/] },
  // The model's server is the one edge of understanding; the library and the network stay in its files.
  {
    where: /^understand\/llm/,
    may: [/^understand\//, /^domain\//, /^language\//, /^zod$/, /^openai/],
  },
  { where: /^understand\//, may: [/^understand\//, /^domain\//, /^language\//] },
  // The one place where a picture is decoded; it runs in a process of its own.
  { where: /^documents\/thumbnail-process/, may: [/^node:/, /^sharp$/] },
  { where: /^documents\//, may: [/^documents\//, /^domain\//, /^store\/directory/, /^node:/, /^file-type/] },
];

describe("imports", () => {
  it("follow the table of the architecture", () => {
    const wrong = files.flatMap(({ file, text }) => {
      const rule = rules.find(({ where }) => where.test(file));
      if (!rule) return [];
      return importsOf(file, text)
        .filter((name) => !rule.may.some((allowed) => allowed.test(name)))
        .map((name) => `${file} imports ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it("never run back up to the process or the office", () => {
    const wrong = files.flatMap(({ file, text }) =>
      /^(main|process|serve|office|cli\/)/.test(file)
        ? []
        : importsOf(file, text)
            .filter((name) => /^(main|process|serve|office|cli\/)/.test(name))
            .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the table of rooms", () => {
  const [table = ""] = /(?:^\|.*\n)+/m.exec(readFileSync(join(root, "README.md"), "utf8")) ?? [];
  const rows = table.split("\n").map((row) => row.split("|")[1] ?? "");
  const rowOf = new Map(
    rows.flatMap((cell, row) => [...cell.matchAll(/`(\w+)\/`/g)].map(([, room = ""]) => [room, row])),
  );

  it("names every room", () => {
    const rooms = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());
    expect([...rowOf.keys()].sort()).toEqual(rooms.sort());
  });

  it.each(["conversation", "understand", "language", "web/queue"])("names every room of %s/", (folder) => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const part = readme.split(/^## /m).find((text) => text.startsWith(`Rooms of \`${folder}/\``)) ?? "";
    const rooms = readdirSync(join(root, folder)).filter((name) =>
      statSync(join(root, folder, name)).isDirectory(),
    );
    expect(rooms.filter((room) => !part.includes(`\`${room}/\``))).toEqual([]);
  });

  it("has no arrow that goes up, but to ports and to rules without an effect", () => {
    const rowAt = (path: string) => rowOf.get(path.split("/", 1)[0] ?? "");
    const wrong = files.flatMap(({ file, text }) =>
      importsOf(file, text)
        .filter((name) => (rowAt(name) ?? Number.POSITIVE_INFINITY) < (rowAt(file) ?? 0))
        .filter((name) => ![ports, pureWebhooks, core].some((open) => open.test(name)))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the pure core", () => {
  it("knows no clock, chance, network, environment or async", () => {
    const banned =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|\bprocess\.|\basync\b|\bperformance\.now\(|\bsetTimeout\(/;
    const wrong = files
      .filter(
        ({ file }) =>
          core.test(file) || pureWebhooks.test(file) || /^(domain|language|partners)\//.test(file),
      )
      .flatMap(({ file, text }) =>
        text
          .split("\n")
          .map((line, index) => ({ line, at: `${file}:${index + 1}` }))
          .filter(({ line }) => !/^\s*(\*|\/\/|\/\*)/.test(line) && banned.test(line.replace(/\/\/.*/, "")))
          .map(({ at, line }) => `${at} ${line.trim()}`),
      );
    expect(wrong).toEqual([]);
  });

  it("leaves the environment to config.ts alone", () => {
    const wrong = files
      .filter(({ file, text }) => file !== "config.ts" && /process\.env/.test(text))
      .map(({ file }) => file);
    expect(wrong).toEqual([]);
  });
});
