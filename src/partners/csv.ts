/**
 * The table of partners as a CSV file for a spreadsheet: written with a byte order mark and with nothing that a spreadsheet would take
 * for a formula (OWASP, "CSV Injection"), and read back as it was. The libraries do quotes, line ends and the mark.
 */
import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import type { Language } from "../domain/language.ts";
import type { Partner } from "../domain/partner.ts";
import { fold } from "../language/letters/normalise.ts";
import { fieldNames, type PartnerField, partnerFields } from "./vocabulary.ts";
import { textOfPartner } from "./write-text.ts";

/** The mark and the names of the columns, in the reader's language: how a file begins. */
export function csvHeader(language: Language): string {
  return stringify([partnerFields.map((field) => fieldNames[field][language])], { ...format, bom: true });
}

/** One line a partner, its values in the reader's language. */
export function csvLines(partners: readonly Partner[], language: Language): string {
  const lines = partners.map((partner) => {
    const text = textOfPartner(partner, language);
    return partnerFields.map((field) => escaped(text[field]));
  });
  return stringify(lines, format);
}

/** By itself the library quotes a line feed only where it ends a line. */
const format = { record_delimiter: "windows", quoted_match: /[\r\n\t;]/ } as const;

/** What a spreadsheet may read as a formula, with its wide forms; the apostrophes that came before are counted in, so that reading is exact. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Where a spreadsheet's own separator is another than the file's, it parts a cell there, and what follows begins one. */
const innerFormula = /(?<=[;\t])'*(?=[=+\-@＝＋－＠])/g;

const escaped = (cell: string): string => {
  const inner = cell.replace(innerFormula, (marks) => `'${marks}`);
  return formula.test(inner) ? `'${inner}` : inner;
};
const unescaped = (cell: string): string => {
  const whole = cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
  return whole.replace(innerFormula, (marks) => marks.slice(1));
};

/** One line of the file: `line` counts from 1, the header included. Columns that the file has not are not in `cells`. */
export type CsvRow = {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<PartnerField, string>>>;
};

/** What is wrong with a file before a single partner is looked at. `text`: the column's name as it stands there. */
export type CsvProblem = {
  readonly line: number;
  readonly problem:
    | "empty_file"
    | "not_csv"
    | "unknown_column"
    | "column_twice"
    | "too_few_cells"
    | "too_many_cells"
    | "too_many_lines";
  readonly text?: string;
};

export type CsvReading =
  | { readonly type: "rows"; readonly columns: readonly PartnerField[]; readonly rows: readonly CsvRow[] }
  | { readonly type: "bad"; readonly problems: readonly CsvProblem[] };

/** More partners than any office has; what a file may cost is bounded by it. */
const mostLines = 20_000;

/** Reads a file whose columns are parted by commas, semicolons or tabs, as spreadsheets of different countries write it. */
export function readPartnersCsv(file: string): CsvReading {
  const lines = recordsOf(file.replaceAll(/\r\n?/g, "\n"));
  if ("problem" in lines) return { type: "bad", problems: [lines] };
  const [header, ...rest] = lines.filter(({ record }) => record.some((cell) => cell.trim() !== ""));
  if (!header || rest.length === 0) return { type: "bad", problems: [{ line: 1, problem: "empty_file" }] };
  if (rest.length > mostLines)
    return { type: "bad", problems: [{ line: mostLines + 1, problem: "too_many_lines" }] };
  const columns = header.record.map((name) => fieldNamed(name));
  const problems = [...headerProblems(header, columns), ...rest.flatMap((one) => widthProblems(one, header))];
  if (problems.length > 0) return { type: "bad", problems };
  const known = columns.filter((field) => field !== undefined);
  const rows = rest.map(({ line, record }) => ({
    line,
    cells: Object.fromEntries(known.map((field, at) => [field, unescaped(record[at] ?? "")])),
  }));
  return { type: "rows", columns: known, rows };
}

type Line = { readonly line: number; readonly record: readonly string[] };

/** All records, their lines parted by line feeds, with the line on which each begins; a file that is none says where it breaks. */
function recordsOf(file: string): readonly Line[] | CsvProblem {
  try {
    const read = parse(file, {
      bom: true,
      delimiter: delimiterOf(file),
      info: true,
      relax_column_count: true,
    }) as unknown as readonly { readonly info: { readonly lines: number }; readonly record: string[] }[];
    let line = 1;
    return read.map(({ info, record }) => {
      const begins = line;
      line = info.lines + 1;
      return { line: begins, record };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { readonly lines?: unknown };
    return { line: typeof lines === "number" ? lines : 1, problem: "not_csv" };
  }
}

/** The one that parts most of the header: it holds no lists. */
function delimiterOf(file: string): string {
  const [header = ""] = file.split("\n", 1);
  const count = (sign: string) => header.split(sign).length;
  return [",", ";", "\t"].toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}

/** By its key or its name in either language. */
function fieldNamed(name: string): PartnerField | undefined {
  const folded = fold(name).trim();
  return partnerFields.find((field) =>
    [field, fieldNames[field].ar, fieldNames[field].en].some((one) => fold(one) === folded),
  );
}

function headerProblems(header: Line, columns: readonly (PartnerField | undefined)[]): CsvProblem[] {
  return columns.flatMap((field, at): CsvProblem[] => {
    const text = header.record[at] ?? "";
    if (field === undefined) return [{ line: header.line, problem: "unknown_column", text }];
    return columns.indexOf(field) < at ? [{ line: header.line, problem: "column_twice", text }] : [];
  });
}

/** A line of another width has slipped: its cells stand under the wrong names. Empty cells at its end are nothing. */
function widthProblems({ line, record }: Line, header: Line): CsvProblem[] {
  const filled = record.findLastIndex((cell) => cell.trim() !== "") + 1;
  if (filled > header.record.length) return [{ line, problem: "too_many_cells" }];
  return record.length < header.record.length ? [{ line, problem: "too_few_cells" }] : [];
}
