/** Partners out to a spreadsheet and back. */
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PartnerId } from "../../src/domain/ids.ts";
import { type Language, languages } from "../../src/domain/language.ts";
import { licenceKinds, type Partner } from "../../src/domain/partner.ts";
import { type CsvReading, csvHeader, csvLines, readPartnersCsv } from "../../src/partners/csv.ts";
import { beginImport, type ImportContext, type ImportPlan } from "../../src/partners/import.ts";
import { newPartnerId } from "../../src/partners/new-id.ts";
import { fieldNames, partnerFields } from "../../src/partners/vocabulary.ts";
import { partnerIdOf, samplePartner } from "../store/sample-partner.ts";
import { agentId } from "../store/sample-turns.ts";

const services = [
  { id: "parcel_delivery", titles: ["توصيل الطرود", "Parcel delivery"] },
  { id: "hotel_booking", titles: ["حجز فندق", "Hotel booking"] },
];
const contextOf = (...partners: Partner[]): ImportContext => ({
  services,
  allowedHosts: [],
  by: { id: agentId("sara"), name: "Sara" },
  now: 7,
  directory: new Map(partners.map((partner) => [partner.id, partner])),
});

function planOf(file: string, context: ImportContext): ImportPlan | CsvReading {
  const read = readPartnersCsv(file);
  if (read.type !== "rows") return read;
  const running = beginImport(context);
  for (const row of read.rows) running.take(row);
  return running.plan();
}

const full: Partner = samplePartner("full", {
  version: 3,
  kind: "office",
  name: { ar: 'قسم "الشحن"، الرياض', en: 'Cargo, "Riyadh"' },
  services: ["parcel_delivery", "hotel_booking"],
  cities: ["Riyadh", "Al Ahsa"],
  areas: ["Qassim", "Kuwait"],
  hours: {
    sunday: [
      ["09:00", "13:00"],
      ["16:00", "24:00"],
    ],
    monday: [["20:00", "02:00"]],
    tuesday: [["00:00", "24:00"]],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [["00:00", "00:00"]],
  },
  ramadan: {
    sunday: [],
    monday: [],
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
  },
  holidays: [{ date: "2027-03-09", until: "2027-03-12" }, { date: "2027-09-23" }],
  officeHolidays: false,
  contacts: { phone: "+966501234567", email: "a@b.example", webhook: "https://b.example/hook?x=1,2;3" },
  languages: ["en"],
  capacity: 12,
  prices: {
    parcel_delivery: { amountMinor: 123_450, currency: "SAR" },
    hotel_booking: { amountMinor: 3_005, currency: "KWD" },
  },
  licences: [
    ...licenceKinds.map((kind, n) => ({ kind, number: `رقم ${n} / A`, expires: "2027-01-31" })),
    { kind: "transport", number: "2027-01-31" },
  ],
  state: { status: "paused_by_staff", reason: "=إجازة\nطويلة", at: 3, by: { id: agentId("x"), name: "X" } },
});
const busy = samplePartner("busy", { version: 1, state: { status: "paused_by_itself", at: 3 } });

/** A whole file, as the page puts it together. */
const partnersCsv = (partners: readonly Partner[], language: Language): string =>
  csvHeader(language) + csvLines(partners, language);

describe.each(languages)("an export (%s)", (language) => {
  it("is imported again unchanged", () => {
    const file = partnersCsv([full, busy, samplePartner("plain", { version: 1 })], language);
    const context = contextOf(full, busy, samplePartner("plain", { version: 1 }));
    expect(planOf(file, context)).toEqual({ type: "plan", added: [], changed: [], unchanged: 3 });
  });

  it("makes the same partners in an office that has none", () => {
    const plan = planOf(partnersCsv([full], language), contextOf());
    const by = { id: agentId("sara"), name: "Sara" };
    expect(plan).toEqual({
      type: "plan",
      changed: [],
      unchanged: 0,
      added: [{ ...full, version: 0, state: { ...full.state, at: 7, by } }],
    });
  });

  it("begins with the mark by which a spreadsheet knows UTF-8, and names its columns in the reader's language", () => {
    const file = partnersCsv([], language);
    expect(file.startsWith("\uFEFF")).toBe(true);
    expect(file.slice(1).trim().split(",")).toEqual(
      partnerFields.map((field) => fieldNames[field][language]),
    );
  });
});

describe("csvLines", () => {
  it("has no cell that a spreadsheet would run, and reads every text back as it was", () => {
    const starts = fc.constantFrom("=", "+", "-", "@", "\t", "\r", "'", "''=", "＝", "", "a");
    fc.assert(
      fc.property(starts, fc.string(), (start, rest) => {
        const reason = `${start}${rest}x`.replaceAll(/\r\n?/g, "\n");
        const state = { status: "paused_by_staff", reason, at: 1 } as const;
        const read = readPartnersCsv(partnersCsv([samplePartner("a", { state })], "en"));
        if (read.type !== "rows") throw new Error(JSON.stringify(read));
        expect(read.rows[0]?.cells.pause_reason).toBe(reason);
        const written = partnersCsv([samplePartner("a", { state })], "en").slice(1);
        // A comma inside quotes parts nothing.
        const cells = (parse(written) as string[][]).flat();
        expect(
          cells.filter((cell) => /^[=+\-@\t\r＝]/.test(cell) && reason.startsWith(cell.charAt(0))),
        ).toEqual([]);
      }),
    );
  });

  it("has nothing to run in it where a spreadsheet parts it by another separator, either", () => {
    const parts = fc.array(fc.constantFrom(";", "\t", "=", "+", "'", "''=", "＝", "a", " ", "\n", '"'));
    fc.assert(
      fc.property(parts, (made) => {
        const reason = `${made.join("")}x`;
        const state = { status: "paused_by_staff", reason, at: 1 } as const;
        const file = partnersCsv([samplePartner("a", { state })], "en");
        const read = readPartnersCsv(file);
        if (read.type !== "rows") throw new Error(JSON.stringify(read));
        expect(read.rows[0]?.cells.pause_reason).toBe(reason);
        expect(file).not.toMatch(/[;\t][=+\-@＝]/);
      }),
    );
  });

  it("marks a phone's plus, which a spreadsheet would reckon with", () => {
    expect(partnersCsv([full], "en")).toContain(",'+966501234567,");
  });
});

describe("readPartnersCsv", () => {
  it("takes keys, English and Arabic names of columns, parted by comma, semicolon or tab", () => {
    for (const header of [
      "id,name_ar,Services",
      "الرمز;الاسم بالعربية;الخدمات",
      "ID\tname in arabic\tservices",
    ]) {
      const sign = /[,;\t]/.exec(header)?.[0] ?? "";
      const read = readPartnersCsv(`${header}\n${["p_a", "أ", "x"].join(sign)}\n`);
      expect(read).toMatchObject({
        columns: ["id", "name_ar", "services"],
        rows: [{ line: 2, cells: { id: "p_a", name_ar: "أ", services: "x" } }],
      });
    }
  });

  it("counts lines as an editor does, over empty lines and cells of several lines", () => {
    const read = readPartnersCsv('id,licences\r\np_a,"one\r\ntwo"\r\n\r\n,\r\np_b,x\r\n');
    expect(read.type === "rows" && read.rows.map(({ line, cells }) => [line, cells])).toEqual([
      [2, { id: "p_a", licences: "one\ntwo" }],
      [6, { id: "p_b", licences: "x" }],
    ]);
  });

  it.each([
    ["", [{ line: 1, problem: "empty_file" }]],
    ["id,name_ar\n", [{ line: 1, problem: "empty_file" }]],
    [
      "id,colour,id\np_a,x,y",
      [
        { line: 1, problem: "unknown_column", text: "colour" },
        { line: 1, problem: "column_twice", text: "id" },
      ],
    ],
    [
      "id,phone\np_a,1\np_b\np_c,1,2",
      [
        { line: 3, problem: "too_few_cells" },
        { line: 4, problem: "too_many_cells" },
      ],
    ],
    ['id,phone\np_a,1\np_b,"open', [{ line: 3, problem: "not_csv" }]],
  ])("names what is wrong with the file itself: %j", (file, problems) => {
    expect(readPartnersCsv(file)).toEqual({ type: "bad", problems });
  });
});

describe("an import", () => {
  const header = "name_ar,name_en,services,places,phone,sunday,licences";

  it("names every wrong line with its column and what stands there, and plans nothing", () => {
    const file = [
      header,
      "أ,A,توصيل الطرود,الرياض,0501234567,9-13,ترخيص نقل TL 2027-01-31",
      "ب,,parcel_delivery,Atlantis,12,25:00-26:00,sea 4",
      "ج,C,flying,مكة; القصيم,,9-13 12-15,transport 7 31/31/2027",
      "أ,D,hotel_booking,,,,",
    ].join("\n");
    expect(planOf(file, contextOf())).toEqual({
      type: "bad",
      problems: [
        { line: 3, field: "name_en", problem: "missing" },
        { line: 3, field: "places", problem: "not_a_place", text: "Atlantis" },
        { line: 3, field: "phone", problem: "not_a_phone", text: "12" },
        { line: 3, field: "sunday", problem: "not_hours", text: "25:00-26:00" },
        { line: 3, field: "licences", problem: "not_a_licence", text: "sea 4" },
        { line: 4, field: "services", problem: "not_a_service", text: "flying" },
        { line: 4, field: "sunday", problem: "hours_overlap", text: "9-13 12-15" },
        { line: 4, field: "licences", problem: "not_a_date", text: "transport 7 31/31/2027" },
        { line: 5, field: "name_ar", problem: "name_taken", text: "أ" },
      ],
    });
  });

  it("adds partners by words of either language, with ids of their names", () => {
    const file = `${header}\nأ,A & B,"توصيل الطرود, hotel booking",مكة؛ Eastern Province,٠٥٠١٢٣٤٥٦٧,9-13 و 16-21,سجل تجاري 1010\nب,a b,hotel_booking,,,,`;
    const plan = planOf(file, contextOf());
    if (plan.type !== "plan") throw new Error(JSON.stringify(plan));
    expect(plan.added).toMatchObject([
      {
        id: "p_a_b",
        version: 0,
        services: ["parcel_delivery", "hotel_booking"],
        cities: ["Makkah"],
        areas: ["Eastern Province"],
        contacts: { phone: "+966501234567" },
        hours: {
          sunday: [
            ["09:00", "13:00"],
            ["16:00", "21:00"],
          ],
          monday: [],
        },
        licences: [{ kind: "commercial_registration", number: "1010" }],
        languages: ["ar", "en"],
        officeHolidays: true,
        state: { status: "active" },
      },
      { id: "p_a_b_2", name: { ar: "ب", en: "a b" } },
    ]);
    expect(plan.added[1]).not.toHaveProperty("hours");
  });

  it("changes what a column says, empties what an empty cell says, and leaves what has no column", () => {
    const plan = planOf("id,capacity,phone\np_full,3,\n", contextOf(full));
    if (plan.type !== "plan") throw new Error(JSON.stringify(plan));
    const { phone: _, ...contacts } = full.contacts;
    expect(plan).toMatchObject({ added: [], unchanged: 0 });
    expect(plan.changed).toEqual([
      { before: full, after: { ...full, capacity: 3, contacts }, fields: ["capacity", "phone"] },
    ]);
  });

  it("takes no partner twice, and no new one by the name of another", () => {
    const file =
      'id,name_ar,name_en,services\np_x,س,X,hotel_booking\np_x,ص,Y,hotel_booking\n,ض,"cargo, ""RIYADH""",hotel_booking';
    expect(planOf(file, contextOf(full))).toEqual({
      type: "bad",
      problems: [
        { line: 3, field: "id", problem: "id_twice", text: "p_x" },
        { line: 4, field: "name_en", problem: "name_taken", text: 'cargo, "RIYADH"' },
      ],
    });
  });

  it("pauses and resumes, with a reason for the one", () => {
    const pausing = (reason: string) =>
      planOf(`id,state,pause_reason\np_plain,paused,${reason}`, contextOf(plain));
    const plain = samplePartner("plain", { version: 1 });
    expect(pausing("")).toMatchObject({ problems: [{ line: 2, field: "pause_reason", problem: "missing" }] });
    expect(pausing("صيانة")).toMatchObject({
      changed: [
        { after: { state: { status: "paused_by_staff", reason: "صيانة", at: 7, by: { name: "Sara" } } } },
      ],
    });
    expect(planOf("id,state\np_full,تعمل", contextOf(full))).toMatchObject({
      changed: [{ after: { state: { status: "active" } }, fields: ["state", "pause_reason"] }],
    });
  });
});

describe("newPartnerId", () => {
  it("is the name in small letters, numbered where it is taken, and short enough", () => {
    const taken = new Set<PartnerId>([partnerIdOf("deerah_couriers")]);
    const made = (name: string) => newPartnerId(name, (id) => taken.has(id));
    expect(made("Deerah Couriers")).toBe("p_deerah_couriers_2");
    expect(made("  Élan—Vital! ")).toBe("p_elan_vital");
    expect(made("شركة")).toBe("p_partner");
    expect(made("x".repeat(3) + "ab ".repeat(60)).length).toBeLessThanOrEqual(42);
  });
});
