/**
 * What a file of partners would do to the directory: which are new, which change and in what, or every line that is wrong. Nothing is
 * decided half: with one wrong line there is no plan. Pure; whoever calls hands the lines over one by one and may rest between.
 */
import type { PartnerId } from "../domain/ids.ts";
import type { Language } from "../domain/language.ts";
import type { Partner } from "../domain/partner.ts";
import { fold } from "../language/letters/normalise.ts";
import type { CsvRow } from "./csv.ts";
import { newPartnerId } from "./new-id.ts";
import type { PartnerProblem, PartnerText } from "./partner-text.ts";
import { type ReadingContext, readId, readPartnerText } from "./read-text.ts";
import { type PartnerField, partnerFields } from "./vocabulary.ts";
import { emptyText, textOfPartner } from "./write-text.ts";

/** A problem of a field, or of the line as a whole: the same partner twice, or a new one by the name of another. */
export type LineProblem = {
  readonly line: number;
  readonly field: PartnerField;
  readonly problem: PartnerProblem["problem"] | "id_twice" | "name_taken";
  readonly text?: string;
};

export type PartnerChange = {
  readonly before: Partner;
  readonly after: Partner;
  readonly fields: readonly PartnerField[];
};

export type ImportPlan =
  | {
      readonly type: "plan";
      readonly added: readonly Partner[];
      readonly changed: readonly PartnerChange[];
      readonly unchanged: number;
    }
  | { readonly type: "bad"; readonly problems: readonly LineProblem[] };

export type ImportContext = Pick<ReadingContext, "services" | "allowedHosts" | "by" | "now"> & {
  /** All partners there are, each in its newest version. */
  readonly directory: ReadonlyMap<PartnerId, Partner>;
};

export type Import = {
  take(row: CsvRow): void;
  plan(): ImportPlan;
};

/** Begins an import; `take` each line, then ask for the plan. */
export function beginImport(context: ImportContext): Import {
  const { directory } = context;
  const problems: LineProblem[] = [];
  const plan = { added: [] as Partner[], changed: [] as PartnerChange[], unchanged: 0 };
  const seen = new Set<PartnerId>();
  const names = namesOf(directory);
  const isTaken = (id: PartnerId) => seen.has(id) || directory.has(id);

  const keep = (known: Partner | undefined, read: Partner): void => {
    for (const name of keysOf(read)) names.add(name);
    if (!known) return void plan.added.push(read);
    const fields = changedFields(known, read);
    if (fields.length === 0) plan.unchanged += 1;
    else plan.changed.push({ before: known, after: read, fields });
  };

  /** Keeps what the line says, or gives back what is wrong with it. */
  const judge = (cells: CsvRow["cells"]): readonly Omit<LineProblem, "line">[] => {
    const id = readId(cells.id ?? "");
    if (id.type === "bad") return id.problems;
    const named = id.value;
    if (named !== undefined && seen.has(named)) return [{ field: "id", problem: "id_twice", text: named }];
    const known = named === undefined ? undefined : directory.get(named);
    const text = textOf(cells, known);
    const own = named ?? newPartnerId(text.name_en, isTaken);
    seen.add(own);
    const read = readPartnerText(text, { ...context, id: own, known });
    const twins = named === undefined ? namesTaken(text, names) : [];
    if (read.type === "bad") return [...read.problems, ...twins];
    if (twins.length === 0) keep(known, read.partner);
    return twins;
  };

  return {
    take: ({ line, cells }) => void problems.push(...judge(cells).map((one) => ({ line, ...one }))),
    plan: () => (problems.length > 0 ? { type: "bad", problems } : { type: "plan", ...plan }),
  };
}

/** A column that the file has not leaves the partner as it is; an empty cell empties the field. */
function textOf(cells: CsvRow["cells"], known: Partner | undefined): PartnerText {
  return { ...(known ? textOfPartner(known, "en") : emptyText), ...cells };
}

/** Fields whose texts differ; without the id, by which the two were found to be one. */
export function changedFields(before: Partner, after: Partner): PartnerField[] {
  const [old, next] = [textOfPartner(before, "en"), textOfPartner(after, "en")];
  return partnerFields.filter((field) => old[field] !== next[field]);
}

const keyOf = (language: Language, name: string): string => `${language} ${fold(name).trim()}`;
const keysOf = ({ name }: Partner): readonly string[] => [keyOf("ar", name.ar), keyOf("en", name.en)];

function namesOf(directory: ImportContext["directory"]): Set<string> {
  return new Set([...directory.values()].flatMap(keysOf));
}

/** A line without an id that has the name of another: most likely meant for that one, and never a second of it. */
function namesTaken(text: PartnerText, names: ReadonlySet<string>): readonly Omit<LineProblem, "line">[] {
  const fields = [
    ["ar", "name_ar"],
    ["en", "name_en"],
  ] as const;
  return fields
    .filter(([language, field]) => text[field].trim() !== "" && names.has(keyOf(language, text[field])))
    .map(([, field]) => ({ field, problem: "name_taken" as const, text: text[field].trim() }))
    .slice(0, 1);
}
