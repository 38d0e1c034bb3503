/**
 * A browser on this machine, for WhatsApp and for tests: the one that a setting names, else an installed Chrome or Chromium, else the one
 * inside the npm package, so that a fresh machine needs nothing from its system.
 */
import { existsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setForPrograms } from "./config.ts";

export type FoundBrowser = { readonly executablePath: string; readonly args: readonly string[] };

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Nothing that calls home, and no shared memory, of which containers have little. */
const flags = [
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chrome refuses to run as root with its sandbox. */
const withoutSandbox = "--no-sandbox";

/**
 * @param given the setting's path
 * @throws Error where that path leads nowhere, with what to do
 */
export async function findBrowser(given?: string): Promise<FoundBrowser> {
  if (given !== undefined && !existsSync(given))
    throw new Error(
      `CHROMIUM_PATH: there is no ${given}. Name a Chrome or Chromium, or leave the setting out.`,
    );
  const own = given ?? installed.find((path) => existsSync(path));
  const args = process.getuid?.() === 0 ? [...flags, withoutSandbox] : flags;
  if (own !== undefined) return { executablePath: own, args };
  return { executablePath: await unpackedBrowser(), args: [...flags, withoutSandbox] };
}

/**
 * The packaged one, unpacked into the system's temporary folder. It brings the NSS libraries that a bare system lacks, but unpacks them
 * by itself on one cloud's machines only; here that is done for it. Its own arguments are left out: they run everything in one
 * process and turn web security off.
 */
async function unpackedBrowser(): Promise<string> {
  const { default: packaged, inflate, setupLambdaEnvironment } = await import("@sparticuz/chromium");
  const folder = dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium")));
  // What is there already is left alone; whoever tidies the temporary folder may have taken one and left the others.
  for (const part of ["al2023", "fonts"]) await inflate(join(folder, "..", "bin", `${part}.tar.br`));
  setupLambdaEnvironment(join(tmpdir(), "al2023", "lib"));
  setForPrograms("FONTCONFIG_FILE", ownFonts());
  return packaged.executablePath();
}

/**
 * Where the unpacked fonts are. The package's own list names `/tmp` alone: with another temporary folder the browser would find no font
 * at all, show no word and end at the first page that has one.
 */
function ownFonts(): string {
  const path = join(tmpdir(), "wasit-fonts.conf");
  const folders = [join(tmpdir(), "fonts"), "/usr/share/fonts"].map((folder) => `<dir>${folder}</dir>`);
  const cache = `<cachedir>${join(tmpdir(), "fonts-cache")}</cachedir>`;
  writeFileSync(path, `<?xml version="1.0"?>\n<fontconfig>${folders.join("")}${cache}</fontconfig>\n`);
  return path;
}
