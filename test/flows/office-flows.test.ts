/** The flows that the office ships: in order, said in many ways, and known to editors. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { checkExamples } from "../../src/flows/examples.ts";
import { flowSchemaText, schemaLine, withSchemaLine } from "../../src/flows/flow-schema.ts";
import { describeProblems, loadCatalogue } from "../../src/flows/load.ts";
import { sayingKey } from "../../src/flows/saying.ts";

const root = join(import.meta.dirname, "..", "..");
const flows = join(root, "flows");

/** Field names that the service catalogue fixes; `*` marks those asked for when missing. */
const fixed = {
  parcel_delivery:
    "from_city* pickup* to_city* dropoff* recipient_national_address contents* weight_kg* quantity pickup_date* pickup_time deadline phone* recipient_name recipient_phone* cod_amount fragile urgent notes",
  hotel_booking:
    "city* near hotel checkin* nights* checkout guests* adults children rooms room_type stars budget name* phone* notes",
  clinic_booking:
    "speciality* city* date* time doctor_gender patient patient_age hospital area doctor insurance mode urgent name* phone* notes",
  virtual_office: "kind* city* date* time time_end duration people extras phone* notes",
};

function catalogue() {
  const loaded = loadCatalogue(flows, "Asia/Riyadh");
  if (loaded.type === "problems") throw new Error(describeProblems(loaded.problems));
  return loaded;
}

describe("loadCatalogue", () => {
  it("loads the office's own flows without a warning", () => {
    const { catalogue: loaded, warnings } = catalogue();
    expect(describeProblems(warnings)).toBe("0 problems in the flows");
    expect([...loaded.flows.keys()].sort()).toEqual(Object.keys(fixed).sort());
    expect(loaded.specs.map(({ id }) => id)).toEqual(loaded.menu.offer);
  });

  it("says in one line that a folder is not there", () => {
    expect(loadCatalogue(join(flows, "nowhere"), "Asia/Riyadh")).toMatchObject({
      type: "problems",
      problems: [{ line: 1, where: "the folder", problem: "the flows folder can't be read" }],
    });
  });

  it("reads a folder alike however its path is written", () => {
    const from = relative(process.cwd(), flows);
    for (const path of [`${flows}/`, from, `./${from}`, `${join(flows, "services", "..")}/.`]) {
      expect(loadCatalogue(path, "Asia/Riyadh").type).toBe("loaded");
    }
  });

  it("names every file that an empty folder lacks", () => {
    const empty = mkdtempSync(join(tmpdir(), "wasit-flows-"));
    writeFileSync(join(empty, "menu.yaml"), "offer: [parcel_delivery]\n");
    const loaded = loadCatalogue(empty, "Asia/Riyadh");
    rmSync(empty, { recursive: true });
    const files = loaded.type === "problems" ? loaded.problems.map(({ file }) => file) : [];
    expect(files).toEqual(
      expect.arrayContaining(["menu.yaml", "office.yaml", "services/", "status/done.yaml"]),
    );
  });
});

describe("the services", () => {
  for (const [id, names] of Object.entries(fixed)) {
    const flow = () => {
      const found = catalogue().catalogue.flows.get(id);
      if (!found) throw new Error(`no ${id}`);
      return found;
    };

    it(`ask in ${id} for what the catalogue of services fixes`, () => {
      const wanted = names.split(" ");
      const asked = flow()
        .questions.map(({ name, asked }) => (asked === "required" ? `${name}*` : name))
        .sort();
      expect(asked).toEqual(wanted.sort());
    });

    it(`are asked for in ${id} in at least 60 ways, none the same as another`, () => {
      const { ar, en } = flow().for_example;
      const keys = [...ar, ...en].map(sayingKey);
      expect(keys.length).toBeGreaterThanOrEqual(90);
      expect(new Set(keys).size).toBe(keys.length);
    });

    it(`are asked for in ${id} by short and by long sayings, in Arabic, Latin and English letters`, () => {
      const { ar, en } = flow().for_example;
      const lengths = [...ar, ...en].map((text) => text.split(" ").length);
      expect(Math.min(...lengths)).toBeLessThanOrEqual(2);
      expect(Math.max(...lengths)).toBeGreaterThanOrEqual(12);
      expect(ar.filter((text) => /^[\x20-\x7e]+$/.test(text)).length).toBeGreaterThanOrEqual(8);
      expect(en.length).toBeGreaterThanOrEqual(20);
    });

    it(`name in ${id} every field and cue it in both scripts`, () => {
      const mute = flow().questions.filter(({ type, cues, names }) => {
        const words = [...cues, ...names].join(" ");
        return type !== "choice" && !(/[\u0621-\u064a]/.test(words) && /[a-z]/.test(words));
      });
      expect(mute.map(({ name }) => name)).toEqual([]);
    });
  }

  it("share nothing with the sayings that measure them", () => {
    const text = readFileSync(join(root, "prompts", "examples.yaml"), "utf8");
    expect(checkExamples(text, catalogue().catalogue.specs)).toEqual([]);
  });
});

describe("flow.schema.json", () => {
  const editor = z.fromJSONSchema(JSON.parse(flowSchemaText()));
  const isFine = (value: unknown) => editor.safeParse(value).success;

  it("accepts every flow file of the office", () => {
    const files = readdirSync(flows, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".yaml"),
    );
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter((file) => !isFine(parse(readFileSync(join(flows, file), "utf8"))))).toEqual([]);
  });

  it("refuses what fits no kind of file", () => {
    expect(
      [{ offer: [] }, { id: "parcel_delivery" }, { sure: { say: { ar: "هل" } } }].filter(isFine),
    ).toEqual([]);
  });

  it("is fresh", () => {
    expect(readFileSync(join(flows, "flow.schema.json"), "utf8")).toBe(flowSchemaText());
  });

  it("is what the first line of a file leads to", () => {
    expect(schemaLine("menu.yaml")).toBe("# yaml-language-server: $schema=flow.schema.json");
    expect(schemaLine("status/done.yaml")).toBe("# yaml-language-server: $schema=../flow.schema.json");
    expect(withSchemaLine("menu.yaml", "offer: []\n")).toBe(
      "# yaml-language-server: $schema=flow.schema.json\noffer: []\n",
    );
    expect(withSchemaLine("menu.yaml", withSchemaLine("a/menu.yaml", "offer: []\n"))).toBe(
      "# yaml-language-server: $schema=flow.schema.json\noffer: []\n",
    );
  });
});
