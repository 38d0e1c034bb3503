/**
 * Scripts, styles and icons of the pages, read once at the start: what lies under `assets/`, and htmx from its package. Their
 * address carries a hash of them all, so a browser may keep them for good and a new version is a new address; modules import
 * each other relatively and stay within it.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { Hono } from "hono";
import { root } from "../root.ts";

const folder = join(root, "src", "web", "assets");

const mediaTypes: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  woff2: "font/woff2",
};

/** Served under these names, straight from their packages. The font is for devices without Arabic letters of their own. */
const fromPackages = {
  "htmx.js": "htmx.org/dist/htmx.min.js",
  "hx-sse.js": "htmx.org/dist/ext/hx-sse.min.js",
  "noto-sans-arabic.woff2":
    "@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2",
} as const;

type Asset = { readonly body: Uint8Array<ArrayBuffer>; readonly mediaType: string };

let loaded: { readonly version: string; readonly files: ReadonlyMap<string, Asset> } | undefined;

/** The files never change while the process runs, so they are read by whoever asks first. */
function assets(): NonNullable<typeof loaded> {
  loaded ??= load();
  return loaded;
}

function load(): NonNullable<typeof loaded> {
  const files = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const mediaType = mediaTypes[entry.name.split(".").at(-1) ?? ""];
    if (!entry.isFile() || !mediaType) continue;
    files.set(relative(folder, path).replaceAll("\\", "/"), { body: bytesOf(path), mediaType });
  }
  const require = createRequire(import.meta.url);
  for (const [name, file] of Object.entries(fromPackages)) {
    const mediaType = mediaTypes[name.split(".").at(-1) ?? ""] ?? "";
    files.set(name, { body: bytesOf(require.resolve(file)), mediaType });
  }
  const hash = createHash("sha256");
  for (const [name, { body }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(name).update(body);
  return { version: hash.digest("hex").slice(0, 12), files };
}

function bytesOf(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(path));
}

/** The address of an asset by its path under `assets/`: `assetUrl("chat.css")`. Throws for one that is not there. */
export function assetUrl(name: string): string {
  const { version, files } = assets();
  if (!files.has(name)) throw new Error(`There is no asset "${name}" under src/web/assets.`);
  return `/assets/${version}/${name}`;
}

/** `GET /assets/{version}/{name}`: an older version gets today's file, but may not keep it. */
export function assetRoutes(): Hono {
  const app = new Hono();
  app.get("/:version/:name{.+}", (c) => {
    const { version, files } = assets();
    const asset = files.get(c.req.param("name"));
    if (!asset) return c.notFound();
    const current = c.req.param("version") === version;
    return c.body(asset.body, 200, {
      "content-type": asset.mediaType,
      "cache-control": current ? "public, max-age=31536000, immutable" : "no-cache",
    });
  });
  return app;
}
