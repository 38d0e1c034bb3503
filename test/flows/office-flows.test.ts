/** The flows that the office ships: in order, said in many ways, and known to editors. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { checkExampleFiles } from "../../src/flows/examples.ts";
import { flowSchemaText, schemaLine, withSchemaLine } from "../../src/flows/flow-schema.ts";
import { describeProblems, loadCatalogue } from "../../src/flows/load.ts";
import { sayingKey } from "../../src/flows/saying.ts";

const root = join(import.meta.dirname, "..", "..");
const flows = join(root, "flows");

/** Field names that the service catalogue fixes; `*` marks those asked for when missing. A flow may have more. */
const fixed: Readonly<Record<string, string>> = {
  parcel_delivery:
    "from_city* pickup* to_city* dropoff* recipient_national_address contents* weight_kg* quantity pickup_date* pickup_time deadline phone* recipient_name recipient_phone* cod_amount fragile urgent",
  hotel_booking:
    "city* near hotel checkin* nights* checkout guests* adults children rooms room_type stars budget name* phone*",
  clinic_booking:
    "speciality* city* area hospital date* time doctor_gender patient patient_age doctor insurance mode urgent name* phone*",
  gov_paperwork:
    "doc_type* beneficiary relation quantity national_id delegation_no expiry deadline activity duration person documents name* phone*",
  legal_consultation: "topic* kind phone*",
  government_liaison: "from_body* to_body* subject* documents",
  c2c_mediation: "role* item* price* condition city* other_party_phone photos phone*",
  b2b_matchmaking: "need* product* quantity period budget duration phone*",
  virtual_office: "kind* city* date* time time_end duration people extras phone*",
  shopping_mediation: "url item store size colour quantity* budget city* phone*",
  storage_rental: "kind contents* city size_m2 size_gb date* duration* phone*",
  telecom_lookup: "provider* service line_number problem",
  data_report: "subject* kind format deadline",
  resale_offer: "offer* quantity* phone*",
  payment_on_behalf: "what* provider* account_or_bill_no amount*",
  document_writing: "kind* language details* documents deadline phone*",
  business_accounts: "kind* period* establishment_number documents phone*",
  insurance_request: "kind* details* quantity documents phone*",
};

function catalogue() {
  const loaded = loadCatalogue(flows, "Asia/Riyadh");
  if (loaded.type === "problems") throw new Error(describeProblems(loaded.problems));
  return loaded;
}

describe("loadCatalogue", () => {
  it("names answers by labels that partners and staff read as customers do", () => {
    const spoken = [...catalogue().catalogue.flows.values()].flatMap(({ questions }) =>
      questions.filter(
        ({ label }) =>
          /\byour?\b/i.test(label.en) || /^(?:اسم|جوال|رقم|دور|بريد|عنوان)ك(?: |$)/.test(label.ar),
      ),
    );
    expect(spoken.map(({ name }) => name)).toEqual([]);
  });

  it("loads the office's own flows without a warning", () => {
    const { catalogue: loaded, warnings } = catalogue();
    expect(describeProblems(warnings)).toBe("0 problems in the flows");
    const services = [...loaded.flows.values()].filter(({ kind }) => kind === "service");
    expect(services.map(({ id }) => id).filter((id) => !(id in fixed))).toEqual([]);
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
  const { catalogue: shipped } = catalogue();
  const present = [...shipped.flows.keys()];
  for (const [id, names] of Object.entries(fixed).filter(([id]) => present.includes(id))) {
    const flow = () => {
      const found = shipped.flows.get(id);
      if (!found) throw new Error(`no ${id}`);
      return found;
    };

    it(`ask in ${id} for what the catalogue of services fixes`, () => {
      const { questions } = flow();
      const asked = questions.flatMap(({ name, asked }) =>
        asked === "required" ? [name, `${name}*`] : [name],
      );
      expect(names.split(" ").filter((name) => !asked.includes(name))).toEqual([]);
    });

    it(`are asked for in ${id} in many ways, none the same as another`, () => {
      const { ar, en } = flow().for_example;
      const keys = [...ar, ...en].map(sayingKey);
      expect(keys.length).toBeGreaterThanOrEqual(80);
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
    expect(checkExampleFiles(join(root, "prompts"), shipped.specs)).toEqual([]);
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
