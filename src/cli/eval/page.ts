/** Writes the measured part of docs/understanding.md, between two marks, and its pictures; everything else in it is written by hand. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FieldCount, Figures, Share } from "../../understand/measuring/measures.ts";
import { confusionMap, reliabilityDiagram, varietyBars } from "./plots.ts";

export type MeasuredPart = { readonly name: string; readonly figures: Figures };
export type Learning = {
  readonly sayings: number;
  readonly labels: number;
  readonly ms: number;
  readonly bytes: number;
  readonly crossValidated: Share;
};

/** Each variety is to reach this (issue "the whole catalogue, understood"). */
const varietyGoal = 0.85;
const pictures = join("images", "understanding");

/** Writes page and pictures into the docs folder. Throws when the page lacks its marks. */
export function writePage(docsDir: string, parts: readonly MeasuredPart[], learning: Learning): void {
  const dir = join(docsDir, pictures);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, "reliability.svg"), reliabilityDiagram(parts));
  writeFileSync(join(dir, "varieties.svg"), varietyBars(parts, varietyGoal));
  const [last] = parts.slice(-1);
  if (last) writeFileSync(join(dir, "confusion.svg"), confusionMap(last));
  replaceBetween(join(docsDir, "understanding.md"), "measured", measuredText(parts, learning));
}

/** Puts `text` between `<!-- name -->` and `<!-- /name -->` of a page. */
export function replaceBetween(file: string, name: string, text: string): void {
  const page = readFileSync(file, "utf8");
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`${file} lacks its marks ${begin} and ${end}.`);
  writeFileSync(file, `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`);
}

const percent = (right: number, of: number) => (of === 0 ? "–" : `${((100 * right) / of).toFixed(1)} %`);
const share = ({ right, of }: Share) => `${percent(right, of)} (${right} of ${of})`;
const precisionAndRecall = ({ right, given, expected }: FieldCount) =>
  `${percent(right, given)} / ${percent(right, expected)} (${expected})`;

function measuredText(parts: readonly MeasuredPart[], learning: Learning): string {
  const { sayings, labels, ms, bytes, crossValidated } = learning;
  return [
    overview(parts),
    "",
    `Learnt from ${sayings} sayings with ${labels} labels in ${(ms / 1000).toFixed(1)} s (kept for the next start), ${(bytes / 2 ** 20).toFixed(1)} MB. The model alone, without rules, cross-validated four-fold on the sayings that it learns from (neighbours in one fold): ${share(crossValidated)}.`,
    "",
    "![By variety](images/understanding/varieties.svg)",
    "![Reliability](images/understanding/reliability.svg)",
    "![Confusion](images/understanding/confusion.svg)",
    "",
    byLabel(parts),
    "",
    byType(parts),
  ].join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => `| ${row.join(" | ")} |`;
  return [cells(head), `|${"---|".repeat(head.length)}`, ...rows.map(cells)].join("\n");
}

function overview(parts: readonly MeasuredPart[]): string {
  const row = (name: string, of: (figures: Figures) => string) => [
    name,
    ...parts.map(({ figures }) => of(figures)),
  ];
  const varieties = [...new Set(parts.flatMap(({ figures }) => [...figures.byVariety.keys()]))].sort();
  const none = { right: 0, of: 0 };
  return table(
    ["", ...parts.map(({ name }) => name)],
    [
      row("right intent", ({ intents }) => share(intents)),
      ...varieties.map((variety) =>
        row(`… ${variety}`, ({ byVariety }) => share(byVariety.get(variety) ?? none)),
      ),
      row("out of scope: recall", ({ outside }) => share(outside.recall)),
      row("out of scope: precision", ({ outside }) => share(outside.precision)),
      row("out of scope: AUROC", ({ outside }) =>
        outside.auroc === undefined ? "–" : (100 * outside.auroc).toFixed(1),
      ),
      row("several requests: all found", ({ allFound }) => share(allFound)),
      row("several requests: each found", ({ eachFound }) => share(eachFound)),
      row("a service begun that nobody asked for", ({ wronglyBegun }) => share(wronglyBegun)),
      row("asked “did you mean”, with the right choice", ({ asked }) => share(asked)),
      row("calibration error (ECE)", ({ calibration }) => `${(100 * calibration.ece).toFixed(1)} points`),
      row("values: precision / recall", ({ fields }) => precisionAndRecall(fields)),
      row("read in p50, p99", ({ p50Us, p99Us }) => `${p50Us.toFixed(0)} µs, ${p99Us.toFixed(0)} µs`),
    ],
  );
}

function byLabel(parts: readonly MeasuredPart[]): string {
  const labels = [...new Set(parts.flatMap(({ figures }) => [...figures.byIntent.keys()]))].sort();
  return table(
    ["asked for (recall)", ...parts.map(({ name }) => name)],
    labels.map((label) => [
      `\`${label}\``,
      ...parts.map(({ figures }) => share(figures.byIntent.get(label) ?? { right: 0, of: 0 })),
    ]),
  );
}

function byType(parts: readonly MeasuredPart[]): string {
  const types = [...new Set(parts.flatMap(({ figures }) => [...figures.byType.keys()]))].sort();
  return table(
    ["values by type: precision / recall (expected)", ...parts.map(({ name }) => name)],
    types.map((type) => [
      type,
      ...parts.map(({ figures }) =>
        precisionAndRecall(figures.byType.get(type) ?? { right: 0, given: 0, expected: 0 }),
      ),
    ]),
  );
}
