/** One fault, one problem in the owner's words; several faults, all of them. */
import { describe, expect, it } from "vitest";
import { brokenFlows } from "./broken-flows.ts";
import { check, type Edit, editedFiles, lineWith, smallFiles } from "./small-office.ts";

function problemsOf(...edits: readonly Edit[]) {
  const result = check(editedFiles(...edits));
  return result.type === "problems" ? result.problems : [];
}

const laundry = smallFiles.find(({ file }) => file === "services/laundry.yaml")?.text ?? "";

describe("checkFiles", () => {
  it("finds nothing wrong with the small office", () => {
    const result = check(smallFiles);
    expect(result.type === "problems" ? result.problems : []).toEqual([]);
    expect(result.warnings).toEqual([]);
  });

  for (const broken of brokenFlows) {
    it(`names the place and the cure of ${broken.it}`, () => {
      const file = broken.file ?? broken.edit.file;
      const line = broken.at ? lineWith(editedFiles(broken.edit), broken.edit.file, broken.at) : 1;
      const { where, problem, whatToDo } = broken;
      expect(problemsOf(broken.edit)).toContainEqual({ file, line, where, problem, whatToDo });
    });
  }

  it("reports no fault but the one that was made, whichever it is", () => {
    // A misspelt sentence is one too many and one too few; an option or a status under a wrong name is missing under the right one.
    const noisy = brokenFlows.filter(({ edit }) => problemsOf(edit).length > 2).map(({ it }) => it);
    expect(noisy).toEqual([]);
  });

  it("reports the faults of all files at once, in the order of files and lines", () => {
    const problems = problemsOf(
      { file: "services/laundry.yaml", from: "type: integer", to: "type: intger" },
      { file: "services/laundry.yaml", from: "role: provide", to: "role: nobody" },
      { file: "repairs/cancel.yaml", from: "two {طلبان} ", to: "" },
      { file: "menu.yaml", to: "offer: []\n" },
    );
    expect(problems.map(({ file, where }) => `${file} ${where}`)).toEqual([
      "menu.yaml offer",
      "repairs/cancel.yaml sentence many",
      "services/laundry.yaml role",
      "services/laundry.yaml question pieces",
    ]);
  });

  it("keeps zod's own words out of every problem", () => {
    const words = brokenFlows
      .flatMap(({ edit }) => problemsOf(edit))
      .map((problem) => Object.values(problem).join(" "));
    expect(words.filter((text) => /invalid|expected|received|undefined|zod|regex|union/i.test(text))).toEqual(
      [],
    );
  });

  it("refuses a saying that two services claim", () => {
    const ironing = laundry
      .replace("id: laundry", "id: ironing")
      .replace("ابي اغسل ثيابي", "ابي اكوي ثيابي")
      .replace("wash my shirts", "iron my shirts");
    const problems = problemsOf(
      { file: "services/ironing.yaml", to: ironing },
      { file: "menu.yaml", to: "offer: [laundry, ironing]\n" },
    );
    expect(problems).toEqual([
      {
        file: "services/ironing.yaml",
        line: 14,
        where: "example 2 (ar)",
        problem: "«عندي ثوب للكوي» is an example of laundry too",
        whatToDo: "Keep it where most people would mean it.",
      },
    ]);
  });

  it("warns of a service that is not on the menu and loads all the same", () => {
    const other = laundry
      .replace("id: laundry", "id: ironing")
      .replace(/for_example:[\s\S]*?questions:/, "for_example: { ar: [], en: [iron it] }\nquestions:");
    const result = check(editedFiles({ file: "services/ironing.yaml", to: other }));
    expect(result.type).toBe("loaded");
    expect(result.warnings.map(({ problem }) => problem)).toEqual([
      "the service ironing is not on the menu, so nobody can start it",
    ]);
  });

  it("gives the catalogue with specs in the order of the menu", () => {
    const result = check(smallFiles);
    if (result.type !== "loaded") throw new Error("not loaded");
    const { catalogue } = result;
    expect(catalogue.specs.map(({ id }) => id)).toEqual(["laundry"]);
    expect([...catalogue.sentences.keys()]).toEqual(["cancel.sure", "cancel.many"]);
    expect(catalogue.statuses.size).toBe(11);
    expect(catalogue.zone).toBe("Asia/Riyadh");
    const flow = catalogue.flows.get("laundry");
    expect(flow && catalogue.versions.get(flow.hash)).toBe(flow);
  });
});
