/**
 * The gazetteer: rows of text become places, and every spelling of a place becomes a key of one map. Built once, when first asked.
 * What a spelling in a message means, and whether it is a place at all there, is decided in places.ts.
 */

import { tokens } from "../letters/normalise.ts";
import { saudiPlaces } from "./gazetteer-saudi.ts";
import { worldPlaces } from "./gazetteer-world.ts";

export type PlaceKind = "city" | "region" | "country";

/** `id` is stable and unique ("sa-riyadh"); `en` is what orders carry; `country` is ISO 3166-1 alpha-2. */
export type Place = {
  readonly id: string;
  readonly ar: string;
  readonly en: string;
  readonly country: string;
  readonly kind: PlaceKind;
};

/**
 * How much a spelling proves by itself. `plain`: enough. `cued`: an ordinary word too («الخبر»), needs a word of place before it.
 * `named`: counts only after «مدينة», «محافظة» or as a whole message.
 */
export type Weight = "plain" | "cued" | "named";
export type Spelling = { readonly key: string; readonly place: Place; readonly weight: Weight };

export type Gazetteer = {
  readonly places: readonly Place[];
  /** Folded words of a name, joined by one space → its spelling. */
  readonly spellings: ReadonlyMap<string, Spelling>;
  /** First word of names → the most words that a name beginning with it has. */
  readonly lengths: ReadonlyMap<string, number>;
};

const articles = /^(?:al|el|il|ar|as|ash|ad|adh|at|ath|az|an) /;
/** Sun letters: the article before them may be written as it is spoken ("ar riyadh"). */
const sun = /^(?:sh|th|dh|[tdrzsn])/;

/** Latin spellings with the ways to write the article, for a name that has one in Arabic. */
function withArticles(spelling: string): string[] {
  const bare = spelling.replace(articles, "");
  if (articles.test(spelling)) return [spelling, `al ${bare}`, `el ${bare}`, `al${bare}`, `el${bare}`];
  const assimilated = sun.exec(bare)?.[0];
  const spoken = assimilated ? [`a${assimilated} ${bare}`, `a${assimilated}${bare}`] : [];
  return [bare, `al ${bare}`, `el ${bare}`, `il ${bare}`, `al${bare}`, `el${bare}`, `l${bare}`, ...spoken];
}

/** All keys of one written spelling: itself, with the article's forms, and its words run together. */
function keysOf(spelling: string, hasArticle: boolean): string[] {
  const words = tokens(spelling).map(({ text }) => text);
  const key = words.join(" ");
  const latin = /^[a-z0-9']/.test(key);
  const forms = latin && hasArticle && words.length <= 2 ? withArticles(key) : [key];
  return forms.flatMap((form) => {
    const joined = form.replaceAll(" ", "");
    const apart = joined !== form && joined.length >= 6 && !articles.test(form) ? [joined] : [];
    return form.includes("'") ? [form, form.replaceAll("'", ""), ...apart] : [form, ...apart];
  });
}

const slug = (en: string): string =>
  en
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

function parseWeight(written: string): { weight: Weight; spelling: string } {
  if (written.startsWith("~")) return { weight: "cued", spelling: written.slice(1) };
  if (written.startsWith("!")) return { weight: "named", spelling: written.slice(1) };
  return { weight: "plain", spelling: written };
}

type Row = { readonly place: Place; readonly written: readonly string[] };

function parseRow(line: string, kind: PlaceKind, block: string): Row {
  const [first = "", ar = "", others = ""] = line.split(" | ");
  const country = kind === "country" ? first.slice(0, 2) : block;
  const en = kind === "country" ? first.slice(3) : first;
  const place = { id: `${country.toLowerCase()}-${slug(en)}`, ar, en, country, kind };
  const listed = others.split(", ").filter((spelling) => spelling !== "");
  // A name that is listed again with a mark carries the mark: it is listed first.
  return { place, written: [...listed, ar, en] };
}

function parseRows(text: string): Row[] {
  let kind: PlaceKind = "city";
  let country = "";
  const rows: Row[] = [];
  for (const line of text.trim().split("\n")) {
    if (line.startsWith("@")) {
      const [head = "", code = ""] = line.slice(1).split(" ");
      kind = head === "region" ? "region" : head === "country" ? "country" : "city";
      country = code;
    } else rows.push(parseRow(line, kind, country));
  }
  return rows;
}

function build(): Gazetteer {
  const rows = [...parseRows(saudiPlaces), ...parseRows(worldPlaces)];
  const spellings = new Map<string, Spelling>();
  const lengths = new Map<string, number>();
  for (const { place, written } of rows) {
    const hasArticle = place.ar.startsWith("ال");
    for (const { weight, spelling } of written.map(parseWeight)) {
      for (const key of keysOf(spelling, hasArticle)) {
        if (spellings.has(key)) continue;
        spellings.set(key, { key, place, weight });
        const words = key.split(" ");
        const head = words[0] ?? "";
        lengths.set(head, Math.max(lengths.get(head) ?? 0, words.length));
      }
    }
  }
  return { places: rows.map(({ place }) => place), spellings, lengths };
}

let built: Gazetteer | undefined;

/** The gazetteer, built at the first call (about 20 ms) and then the same. */
export function gazetteer(): Gazetteer {
  built ??= build();
  return built;
}
