/**
 * All files of a flows folder checked together: the whole catalogue, or every problem at once. Pure: texts in, values out; the
 * loader reads the disk.
 */

import type { z } from "zod";
import { type Catalogue, type Flow, flowSchema } from "../conversation/flow/flow.ts";
import { menuSchema, officeSchema, repairSchema, statusSchema } from "../conversation/flow/office-files.ts";
import { serviceSpecOf } from "../conversation/flow/service-spec.ts";
import { variantQuestion, variantSchema } from "../conversation/flow/variant.ts";
import type { FlowVersion } from "../store/directory.ts";
import { checkFlow } from "./check-flow.ts";
import { checkOffered, checkOneComplaint } from "./check-kind.ts";
import {
  checkMenu,
  checkOffice,
  checkSentences,
  checkStatus,
  misnamed,
  missingStatuses,
  namesIn,
  repairFiles,
  type SentenceList,
} from "./check-office.ts";
import {
  inFolder,
  isExpected,
  missing,
  nameOf,
  namesUnder,
  problemOf,
  serviceOf,
  strayFile,
} from "./flow-files.ts";
import { flowHash, parsePinned, type UnpinnedFlow } from "./pin.ts";
import { type Finding, type FlowProblem, findNearest, oneOf, sortProblems } from "./problem.ts";
import { shape } from "./shape.ts";
import { type ReadVariant, saidOf, sharedSayings } from "./shared-sayings.ts";
import { checkVariant, checkVariantUse, permitsNeeded, withVariants } from "./variants.ts";
import { parseYamlFile, type YamlFile } from "./yaml-file.ts";

export type Loaded =
  | { readonly type: "loaded"; readonly catalogue: Catalogue; readonly warnings: readonly FlowProblem[] }
  | {
      readonly type: "problems";
      readonly problems: readonly FlowProblem[];
      readonly warnings: readonly FlowProblem[];
    };

/** A file of the flows folder: its path under it, with `/`, and its text. */
export type SourceFile = { readonly file: string; readonly text: string };

export type CheckContext = {
  readonly zone: string;
  readonly pinned: readonly FlowVersion[];
  readonly sentences: SentenceList;
};

/** The same on texts: pure, for the loader and for tests. */
export function checkFiles(files: readonly SourceFile[], context: CheckContext): Loaded {
  const found: FlowProblem[] = [];
  const warnings: FlowProblem[] = [];
  const report: Report = (file, findings) => {
    for (const finding of findings) (finding.severity ? warnings : found).push(problemOf(file, finding));
  };
  const parsed = files.map(({ file, text }) => parseYamlFile(file, text));
  found.push(...parsed.flatMap(({ problems }) => problems));
  const readable = parsed.filter(({ problems }) => problems.length === 0);

  const services = readServices(parsed, readable, report);
  const sentences = readSentences(parsed, readable, context.sentences, report);
  const statuses = readStatuses(parsed, readable, report);
  const menu = readOne(parsed, readable, "menu.yaml", menuSchema, report);
  const office = readOne(parsed, readable, "office.yaml", officeSchema, report);
  for (const file of readable) if (!isExpected(file.file)) report(file, [strayFile]);
  if (menu) {
    const unoffered = services.filter(({ kind }) => kind !== "service").map(({ id }) => id);
    const offerable = namesUnder(parsed, "services");
    report(menu.file, [
      ...checkMenu(menu.value, offerable, unoffered),
      ...checkOffered(menu.value, services),
    ]);
  }
  for (const { id, finding } of checkOneComplaint(services)) {
    const file = inFolder(readable, "services").find((one) => nameOf(one) === id);
    if (file) report(file, [finding]);
  }
  if (office) report(office.file, checkOffice(office.value));
  if (office)
    for (const { file, findings } of checkPermits(readable, services, office.value)) report(file, findings);
  const versions = readVersions(services, context.pinned, found);

  if (found.length > 0 || !menu || !office)
    return { type: "problems", problems: sortProblems(found), warnings: sortProblems(warnings) };
  const flows = new Map(services.map((flow) => [flow.id, flow]));
  const offered = menu.value.offer.flatMap((id) => flows.get(id) ?? []);
  return {
    type: "loaded",
    warnings: sortProblems(warnings),
    catalogue: {
      office: office.value,
      zone: context.zone,
      menu: menu.value,
      flows,
      versions,
      sentences,
      statuses,
      specs: offered.filter(({ kind }) => kind === "service").map(serviceSpecOf),
    },
  };
}

type Report = (file: YamlFile, findings: readonly Finding[]) => void;

function readServices(parsed: readonly YamlFile[], readable: readonly YamlFile[], report: Report): Flow[] {
  if (namesUnder(parsed, "services").length === 0) {
    report(missing("services/"), [
      { path: [], problem: "there is no service", whatToDo: "Add services/<id>.yaml." },
    ]);
  }
  const shaped = inFolder(readable, "services").flatMap((file) => {
    const alone = readShape(file, flowSchema, report);
    if (!alone) return [];
    if (alone.id !== nameOf(file)) report(file, [misnamed(alone.id, nameOf(file))]);
    const variants = readVariants(alone, readable, report);
    const flow = withVariants(
      alone,
      variants.map(({ variant }) => variant),
    );
    report(file, [...checkFlow(flow), ...checkVariantUse(flow)]);
    return [{ file, flow: { ...flow, hash: flowHash(flow) }, variants }];
  });
  reportStrays(
    readable,
    shaped.map(({ flow }) => flow),
    report,
  );
  for (const [file, findings] of sharedSayings(shaped.flatMap(saidOf))) report(file, findings);
  return shaped.map(({ flow }) => flow);
}

function readVariants(flow: UnpinnedFlow, readable: readonly YamlFile[], report: Report): ReadVariant[] {
  const words = new Map<string, string>();
  if (!variantQuestion(flow)) return [];
  return readable
    .filter((file) => serviceOf(file) === flow.id)
    .flatMap((file) => {
      const variant = readShape(file, variantSchema, report);
      if (!variant) return [];
      if (variant.id !== nameOf(file)) report(file, [misnamed(variant.id, nameOf(file))]);
      report(file, checkVariant(flow, variant, words));
      return [{ file, variant }];
    });
}

/** Variants of a service that is not there, or that asks for none, are read by nothing. */
function reportStrays(readable: readonly YamlFile[], flows: readonly Flow[], report: Report): void {
  const asking = flows.filter(variantQuestion).map(({ id }) => id);
  // A service whose own file can't be read is not missing.
  const read = flows.map(({ id }) => id);
  const broken = inFolder(readable, "services")
    .map(nameOf)
    .filter((id) => !read.includes(id));
  for (const file of readable) {
    const service = serviceOf(file);
    if (service !== undefined && !asking.includes(service) && !broken.includes(service))
      report(file, [strayFile]);
  }
}

/** A permit that a service needs must be one that the office knows of, held or not. */
function checkPermits(
  readable: readonly YamlFile[],
  flows: readonly Flow[],
  office: Catalogue["office"],
): { readonly file: YamlFile; readonly findings: readonly Finding[] }[] {
  const known = office.permits.map(({ id }) => id);
  return flows.flatMap((flow) =>
    permitsNeeded(flow).flatMap(({ permit, file: name, path }) => {
      const file = readable.find((one) => one.file === name);
      if (known.includes(permit) || !file) return [];
      const near = findNearest(permit, known);
      const whatToDo = near
        ? `Write ${near} if that is meant.`
        : "Add it under permits: in office.yaml, held or not.";
      return [{ file, findings: [{ path, problem: `office.yaml has no permit named ${permit}`, whatToDo }] }];
    }),
  );
}

function readSentences(
  parsed: readonly YamlFile[],
  readable: readonly YamlFile[],
  list: SentenceList,
  report: Report,
): Catalogue["sentences"] {
  const present = namesUnder(parsed, "repairs");
  for (const name of repairFiles(list).filter((name) => !present.includes(name)))
    report(missing(`repairs/${name}.yaml`), [
      {
        path: [],
        problem: "the file is missing",
        whatToDo: `Add it with the sentences ${oneOf(namesIn(name, list))}.`,
      },
    ]);
  return new Map(
    inFolder(readable, "repairs").flatMap((file) => {
      const sentences = readShape(file, repairSchema, report);
      if (!sentences) return [];
      report(file, checkSentences(nameOf(file), sentences, list));
      return Object.entries(sentences).map(
        ([name, sentence]) => [`${nameOf(file)}.${name}`, sentence] as const,
      );
    }),
  );
}

function readStatuses(
  parsed: readonly YamlFile[],
  readable: readonly YamlFile[],
  report: Report,
): Catalogue["statuses"] {
  for (const name of missingStatuses(namesUnder(parsed, "status")))
    report(missing(`status/${name}.yaml`), [
      { path: [], problem: "the file is missing", whatToDo: "Add it with id, label, tell and asked." },
    ]);
  return new Map(
    inFolder(readable, "status").flatMap((file) => {
      const status = readShape(file, statusSchema, report);
      if (!status) return [];
      report(file, checkStatus(nameOf(file), status));
      return [[status.id, status] as const];
    }),
  );
}

function readOne<T>(
  parsed: readonly YamlFile[],
  readable: readonly YamlFile[],
  name: string,
  schema: z.ZodType<T>,
  report: Report,
): { readonly file: YamlFile; readonly value: T } | undefined {
  if (!parsed.some(({ file }) => file === name))
    report(missing(name), [
      { path: [], problem: "the file is missing", whatToDo: "Copy it from the program's own flows." },
    ]);
  const file = readable.find((one) => one.file === name);
  const value = file && readShape(file, schema, report);
  return file && value ? { file, value } : undefined;
}

function readShape<T>(file: YamlFile, schema: z.ZodType<T>, report: Report): T | undefined {
  const shaped = shape(schema, file.value);
  if (shaped.type === "shaped") return shaped.value;
  report(file, shaped.findings);
  return undefined;
}

function readVersions(
  flows: readonly Flow[],
  pinned: readonly FlowVersion[],
  found: FlowProblem[],
): Catalogue["versions"] {
  const versions = new Map<string, Flow>();
  for (const version of pinned) {
    const kept = parsePinned(version);
    if (kept.type === "flow") versions.set(version.hash, kept.flow);
    else
      found.push({
        file: `services/${version.service}.yaml`,
        line: 1,
        where: `version ${version.hash.slice(0, 8)}, which orders or chats still use`,
        problem: `it can't be read: ${kept.problem}`,
        whatToDo: "Start the program's version that wrote it, or ask for an upgrade of this format.",
      });
  }
  for (const flow of flows) versions.set(flow.hash, flow);
  return versions;
}
