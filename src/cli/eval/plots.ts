/** Figures as SVG pictures for docs/understanding.md: plain shapes and words, readable on a light and on a dark page. */
import type { Figures, Share } from "../../understand/measuring/measures.ts";

const ink = "#1f2937";
const soft = "#9ca3af";
const blue = "#2563eb";
const orange = "#d97706";

type Named = { readonly name: string; readonly figures: Figures };

const rate = ({ right, of }: Share): number => (of === 0 ? 0 : right / of);

function svg(width: number, height: number, title: string, shapes: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" role="img" aria-label="${title}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text({ x: 12, y: 20, size: 14 }, title),
    ...shapes,
    "</svg>",
    "",
  ].join("\n");
}

type Place = {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly color?: string;
};

function text({ x, y, size = 12, anchor = "start", color = ink }: Place, words: string): string {
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${color}">${words}</text>`;
}

const line = (x1: number, y1: number, x2: number, y2: number, more = ""): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${soft}" ${more}/>`;

/** How often readings of a confidence were right: on the diagonal, confidence means what it says. */
export function reliabilityDiagram(parts: readonly Named[]): string {
  const [left, top, side] = [60, 40, 320];
  const x = (value: number) => Math.round(left + value * side);
  const y = (value: number) => Math.round(top + side - value * side);
  const axes = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((value) => [
    line(x(value), y(0), x(value), y(1), 'stroke-width="0.3"'),
    line(x(0), y(value), x(1), y(value), 'stroke-width="0.3"'),
    text({ x: x(value), y: y(0) + 18, anchor: "middle" }, value.toFixed(1)),
    text({ x: x(0) - 8, y: y(value) + 4, anchor: "end" }, value.toFixed(1)),
  ]);
  const series = parts.flatMap(({ name, figures }, n) => {
    const color = [blue, orange][n] ?? ink;
    const dots = figures.calibration.bins.map(
      (bin) =>
        `<circle cx="${x(bin.confidence)}" cy="${y(rate(bin))}" r="${(2 + Math.sqrt(bin.of) / 2.5).toFixed(1)}" fill="${color}" fill-opacity="0.6"/>`,
    );
    const ece = `${name} (ECE ${(100 * figures.calibration.ece).toFixed(1)})`;
    return [...dots, text({ x: x(0) + 12, y: y(1) + 20 + 18 * n, color }, ece)];
  });
  return svg(420, 430, "Confidence and how often it was right", [
    ...axes,
    line(x(0), y(0), x(1), y(1), 'stroke-dasharray="4 4"'),
    ...series,
    text({ x: x(0.5), y: y(0) + 38, anchor: "middle" }, "confidence of the reading"),
    text({ x: x(0.5), y: y(0) + 56, anchor: "middle", color: soft }, "a bigger dot stands for more messages"),
  ]);
}

/** One pair of bars a variety. */
export function varietyBars(parts: readonly Named[], goal: number): string {
  const varieties = [...new Set(parts.flatMap(({ figures }) => [...figures.byVariety.keys()]))].sort();
  const [left, top, width, bar] = [90, 40, 380, 14];
  const rowHeight = bar * parts.length + 16;
  const x = (value: number) => Math.round(left + value * width);
  const bottom = top + varieties.length * rowHeight;
  const rows = varieties.flatMap((variety, row) => {
    const y = top + row * rowHeight;
    const bars = parts.flatMap(({ figures }, n) => {
      const share = figures.byVariety.get(variety) ?? { right: 0, of: 0 };
      const color = [blue, orange][n] ?? ink;
      return [
        `<rect x="${left}" y="${y + n * bar}" width="${x(rate(share)) - left}" height="${bar - 2}" fill="${color}"/>`,
        text(
          { x: x(rate(share)) + 6, y: y + n * bar + 10, size: 11 },
          `${(100 * rate(share)).toFixed(1)} % of ${share.of}`,
        ),
      ];
    });
    return [text({ x: left - 8, y: y + bar * (parts.length / 2) + 4, anchor: "end" }, variety), ...bars];
  });
  const legend = parts.map(({ name }, n) =>
    text({ x: left + n * 130, y: bottom + 34, color: [blue, orange][n] ?? ink }, `■ ${name}`),
  );
  return svg(600, bottom + 50, "Right intent, by variety of language", [
    ...rows,
    line(x(goal), top - 4, x(goal), bottom, 'stroke-dasharray="4 4"'),
    text({ x: x(goal), y: bottom + 14, anchor: "middle", color: soft }, `goal ${(100 * goal).toFixed(0)} %`),
    ...legend,
  ]);
}

/** Expected labels down, read labels across; the darker, the larger the share of its row. */
export function confusionMap({ name, figures }: Named): string {
  const labels = [
    ...new Set([...figures.confusion].flatMap(([expected, reads]) => [expected, ...reads.keys()])),
  ].sort();
  const [left, top, cell] = [150, 150, 18];
  const cells = labels.flatMap((expected, row) => {
    const reads = figures.confusion.get(expected) ?? new Map<string, number>();
    const total = [...reads.values()].reduce((sum, times) => sum + times, 0);
    return labels.flatMap((read, column) => {
      const times = reads.get(read) ?? 0;
      if (times === 0) return [];
      const [x, y] = [left + column * cell, top + row * cell];
      const share = times / total;
      const color = expected === read ? blue : orange;
      return [
        `<rect x="${x}" y="${y}" width="${cell - 1}" height="${cell - 1}" fill="${color}" fill-opacity="${(0.15 + 0.85 * share).toFixed(2)}"/>`,
        text({ x: x + cell / 2 - 1, y: y + 13, size: 9, anchor: "middle" }, String(times)),
      ];
    });
  });
  const names = labels.flatMap((label, n) => {
    const at = n * cell + 13;
    return [
      text({ x: left - 6, y: top + at, size: 11, anchor: "end" }, label),
      `<text transform="translate(${left + at - 3} ${top - 6}) rotate(-60)" font-size="11" fill="${ink}">${label}</text>`,
    ];
  });
  const size = labels.length * cell;
  return svg(left + size + 60, top + size + 40, `What was taken for what (${name} part)`, [
    ...cells,
    ...names,
    text({ x: left, y: top + size + 22, color: soft }, "down: what was asked for; across: what was read"),
  ]);
}
