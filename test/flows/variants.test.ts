/** Variants: one file each, joined to their service, covered by its hash, and checked in their owner's words. */
import { describe, expect, it } from "vitest";
import type { Catalogue } from "../../src/conversation/flow/flow.ts";
import type { SourceFile } from "../../src/flows/check-files.ts";
import { parsePinned, pinOf } from "../../src/flows/pin.ts";
import { check, type Edit, editedFiles, lineWith } from "./small-office.ts";

const carpet = `id: carpet
label: { ar: "سجاد", en: "Carpet" }
words: ["زولية", "rug"]
for_example:
  ar: ["عندي زوليه تبي غسيل", "غسلوا السجاده", "كم غسيل السجاد"]
  en: ["wash a rug", "my carpet is dirty", "carpet cleaning"]
asks: [size]
wording:
  size: { ar: "ما مقاس السجاد؟ (مثل 3×4)", en: "How large is it? (like 3×4)" }
papers:
  - { ar: "صورة السجاد", en: "photo of the carpet" }
fees:
  government_halalas: 1000
  office_halalas: 5000
days: { min: 1, max: 3 }
`;
const curtain = `id: curtain
label: { ar: "ستائر", en: "Curtains" }
words: ["ستاره"]
for_example:
  ar: ["ستاير البيت كلها", "ابي اغسل ستارة", "نزلوا الستاير"]
  en: ["curtains please", "take my drapes", "wash the curtains"]
needs_permit: heights
`;
const withVariants: readonly Edit[] = [
  {
    file: "services/laundry.yaml",
    from: "  - name: remark\n",
    to: `  - name: cloth
    type: choice
    options_from: variants
    offer_first: [curtain]
    label: { ar: "القماش", en: "Cloth" }
    ask: { ar: "ما القماش؟", en: "Which cloth?" }
  - name: size
    type: text
    asked: by_variant
    label: { ar: "المقاس", en: "Size" }
    ask: { ar: "ما المقاس؟ (مثل 3)", en: "Which size? (like 3)" }
  - name: remark
`,
  },
  { file: "services/laundry/carpet.yaml", to: carpet },
  { file: "services/laundry/curtain.yaml", to: curtain },
  {
    file: "office.yaml",
    from: "holidays:",
    to: 'permits:\n  - { id: heights, name: { ar: "العمل على المرتفعات", en: "Work at heights" } }\nholidays:',
  },
];

function files(...more: readonly Edit[]): readonly SourceFile[] {
  const base = editedFiles(...withVariants);
  return more.reduce<readonly SourceFile[]>((all, { file, from, to = "" }) => {
    const before = all.find((one) => one.file === file)?.text ?? "";
    if (from !== undefined && !before.includes(from)) throw new Error(`${file} does not have ${from}`);
    const text = from === undefined ? to : before.replace(from, () => to);
    return [...all.filter((one) => one.file !== file), { file, text }];
  }, base);
}

function catalogueOf(sources: readonly SourceFile[]): Catalogue {
  const loaded = check(sources);
  if (loaded.type === "problems") throw new Error(JSON.stringify(loaded.problems));
  return loaded.catalogue;
}

const laundry = (sources: readonly SourceFile[]) => {
  const flow = catalogueOf(sources).flows.get("laundry");
  if (!flow) throw new Error("no laundry");
  return flow;
};

describe("withVariants", () => {
  it("makes each variant an option of the question that asks for it, those offered first in front", () => {
    const question = laundry(files()).questions.find(({ name }) => name === "cloth");
    expect(question?.options?.map(({ id, needs_permit }) => [id, needs_permit])).toEqual([
      ["curtain", "heights"],
      ["carpet", undefined],
    ]);
  });

  it("teaches the service the variants' sayings, and each option its own", () => {
    const [spec] = catalogueOf(files()).specs;
    expect(spec?.examples).toContain("wash a rug");
    const field = spec?.fields.find(({ name }) => name === "cloth");
    expect(field?.hasFacts).toBe(true);
    expect(field?.options?.find(({ id }) => id === "carpet")?.examples).toContain("غسلوا السجاده");
  });

  it("changes the flow's hash with what stands in a variant's file", () => {
    const dearer = files({
      file: "services/laundry/carpet.yaml",
      from: "office_halalas: 5000",
      to: "office_halalas: 6000",
    });
    expect(laundry(dearer).hash).not.toBe(laundry(files()).hash);
    const spaced = files({
      file: "services/laundry/carpet.yaml",
      from: "asks: [size]",
      to: "asks:   [size] # same",
    });
    expect(laundry(spaced).hash).toBe(laundry(files()).hash);
  });

  it("keeps the variants in the version that orders go on with", () => {
    const kept = parsePinned(pinOf(laundry(files())));
    expect(kept.type === "flow" && kept.flow.variants?.carpet?.fees.office_halalas).toBe(5000);
  });
});

describe("checkFiles on variants", () => {
  const file = "services/laundry/carpet.yaml";
  const broken: readonly (Edit & { readonly it: string; readonly problem: string; readonly at?: string })[] =
    [
      {
        it: "a question that the flow does not have",
        file,
        from: "asks: [size]",
        to: "asks: [siez]",
        problem: "laundry has no question named siez",
        at: "asks",
      },
      {
        it: "a question that is asked of all",
        file,
        from: "asks: [size]",
        to: "asks: [pieces]",
        problem: "pieces is not for variants to ask: its question does not say asked: by_variant",
      },
      {
        it: "words for a question that is not there",
        file,
        from: "  size: {",
        to: "  width: {",
        problem: "laundry has no question named width",
      },
      {
        it: "days the wrong way round",
        file,
        from: "max: 3",
        to: "max: 0",
        problem: '"max" is 0, which is too small',
      },
      {
        it: "fewer days at most than at least",
        file,
        from: "min: 1",
        to: "min: 9",
        problem: "it takes at least 9 and at most 3 days",
      },
      {
        it: "a fee for each without an amount",
        file,
        from: "government_halalas: 1000",
        to: 'government_each: { ar: "عن كل متر", en: "a metre" }',
        problem: "it says what the government's fee is for, but not how much it is",
      },
      {
        it: "a part of a halala",
        file,
        from: "office_halalas: 5000",
        to: "office_halalas: 50.5",
        problem: '"office_halalas" is 50.5',
      },
      {
        it: "another name than its file's",
        file,
        from: "id: carpet",
        to: "id: rug",
        problem: "the file is called carpet.yaml, but its id is rug",
      },
      {
        it: "a permit that the office does not know",
        file: "services/laundry/curtain.yaml",
        from: "heights",
        to: "hights",
        problem: "office.yaml has no permit named hights",
        at: "needs_permit",
      },
      {
        it: "a saying of another variant",
        file,
        from: "wash a rug",
        to: "Wash the curtains!",
        problem: "is an example of",
      },
      {
        it: "a key that is not known",
        file,
        from: "days:",
        to: "dayz:",
        problem: '"dayz" is not known here',
      },
    ];

  it.each(broken)("names $it", ({ problem, at, ...edit }) => {
    const sources = files(edit);
    const loaded = check(sources);
    const problems = loaded.type === "problems" ? loaded.problems : [];
    const found = problems.find((one) => one.problem.includes(problem));
    expect(found?.whatToDo).toBeTruthy();
    if (at !== undefined)
      expect(found).toMatchObject({ file: edit.file, line: lineWith(sources, edit.file, at) });
  });

  it("names a word that stands for two variants, in the second file", () => {
    const loaded = check(files({ file: "services/laundry/curtain.yaml", from: '"ستاره"', to: '"زوليه"' }));
    expect(loaded.type === "problems" && loaded.problems).toMatchObject([
      { file: "services/laundry/curtain.yaml", problem: "«زوليه» stands for carpet and for curtain" },
    ]);
  });

  it("names an option offered first that has no file", () => {
    const loaded = check(
      files({ file: "services/laundry.yaml", from: "offer_first: [curtain]", to: "offer_first: [tent]" }),
    );
    expect(loaded.type === "problems" && loaded.problems).toMatchObject([
      { file: "services/laundry.yaml", where: "question cloth", problem: "cloth has no option tent" },
    ]);
  });

  it("warns of a variant that is hardly ever said", () => {
    const loaded = check(files({ file, from: '"wash a rug", "my carpet is dirty", ', to: "" }));
    expect(loaded.warnings).toMatchObject([{ file, problem: "it is said in only 4 ways" }]);
  });

  it("calls variants of a service that asks for none files that nothing reads", () => {
    const loaded = check(editedFiles({ file: "services/laundry/carpet.yaml", to: carpet }));
    expect(loaded.type === "problems" && loaded.problems).toMatchObject([
      { problem: "nothing reads this file" },
    ]);
  });

  it("names a question of variants without a variant", () => {
    const [service] = withVariants;
    const loaded = check(editedFiles(...(service ? [service] : [])));
    expect(loaded.type === "problems" && loaded.problems.map(({ problem }) => problem)).toContain(
      "cloth takes its options from variants, and there is none",
    );
  });
});

describe("permits of the office", () => {
  const held = (line: string) =>
    check(files({ file: "office.yaml", from: "id: heights,", to: `id: heights, ${line}` }));
  it.each([
    ['number: "12",', "the permit heights has a number, but no end"],
    ['valid_until: "2027-01-01",', "the permit heights has an end, but no number"],
    ['number: "12", valid_until: "2027-02-30",', "there is no day 2027-02-30"],
  ])("name what is missing of %s", (line, problem) => {
    const loaded = held(line);
    expect(loaded.type === "problems" && loaded.problems).toMatchObject([{ file: "office.yaml", problem }]);
  });
});
