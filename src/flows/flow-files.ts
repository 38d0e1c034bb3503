/** The files of a flows folder by their place: which are expected where, and what a person calls a part of one. */
import type { Finding, FlowProblem, Path } from "./problem.ts";
import type { YamlFile } from "./yaml-file.ts";

/** Which files belong to the folder; `isExpected` is the rule. */
export const strayFile: Finding = {
  path: [],
  problem: "nothing reads this file",
  whatToDo:
    "Files belong to services/, repairs/ or status/ and end in .yaml; beside them only menu.yaml and office.yaml. Variants of a service belong to services/<id>/.",
};

export function isExpected(file: string): boolean {
  return /^(services|repairs|status)\/[^/]+\.yaml$|^(menu|office)\.yaml$|^services\/[^/]+\/[^/]+\.yaml$/.test(
    file,
  );
}

export function inFolder(files: readonly YamlFile[], folder: string): YamlFile[] {
  return files.filter(({ file }) => isExpected(file) && file.slice(0, file.lastIndexOf("/")) === folder);
}

/** The service whose variant a file is: `laundry` of `services/laundry/carpets.yaml`; none for all other files. */
export function serviceOf({ file }: YamlFile): string | undefined {
  return /^services\/([^/]+)\/[^/]+\.yaml$/.exec(file)?.[1];
}

export function namesUnder(files: readonly YamlFile[], folder: string): string[] {
  return inFolder(files, folder).map(nameOf);
}

/** `cancel` of `repairs/cancel.yaml`. */
export function nameOf({ file }: YamlFile): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.yaml$/, "");
}

export function missing(file: string): YamlFile {
  return { file, text: "", value: undefined, problems: [], lineOf: () => 1 };
}

export function problemOf(file: YamlFile, { path, problem, whatToDo }: Finding): FlowProblem {
  return { file: file.file, line: file.lineOf(path), where: placeIn(file, path), problem, whatToDo };
}

/** The question, stage or sentence that a path lies in, as its owner calls it. */
function placeIn(file: YamlFile, path: Path): string {
  const [first, second, third] = path;
  if (first === undefined) return "the file";
  if (first === "questions" || first === "stages") {
    if (typeof second !== "number") return String(first);
    const kind = first === "questions" ? "question" : "stage";
    return `${kind} ${nameAt(file.value, [first, second, first === "questions" ? "name" : "id"]) ?? second + 1}`;
  }
  if (first === "for_example" && typeof third === "number") return `example ${third + 1} (${second})`;
  return file.file.startsWith("repairs/") ? `sentence ${first}` : String(first);
}

function nameAt(value: unknown, path: Path): string | undefined {
  const name = path.reduce<unknown>(
    (at, step) => (typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined),
    value,
  );
  return typeof name === "string" ? name : undefined;
}
