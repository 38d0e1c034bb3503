/** Small copies of pictures, each drawn by a process of its own (thumbnail-process.ts), one at a time, within limits of time and memory. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** WebP. `impossible`: it will not be otherwise at the next try. `busy`: nothing was tried. */
export type Drawn = Buffer<ArrayBuffer> | "impossible" | "too_long" | "busy";

/** The small copy of the picture at this path. */
export type DrawSmall = (path: string) => Promise<Drawn>;

export type DrawLimits = {
  /** Longest side, in pixels: twice what a page shows, for sharp screens. */
  readonly edge: number;
  readonly pixels: number;
  /** Resident bytes of the process. A photo of 40 million pixels that has to be held whole takes about 250 MB. */
  readonly rss: number;
  readonly ms: number;
  /** Bytes of the copy. */
  readonly bytes: number;
};

const usualLimits: DrawLimits = {
  edge: 480,
  pixels: 40_000_000,
  rss: 400 * 1024 * 1024,
  ms: 10_000,
  bytes: 512 * 1024,
};
/** Pictures that may wait; a page that asks for more gets plain links, and another look gets the rest. */
const mostWaiting = 200;

/** @param script what the process runs; left out: the one beside this file. For tests. */
export function thumbnailMaker(limits: Partial<DrawLimits> = {}, script = scriptBeside()): DrawSmall {
  const within = { ...usualLimits, ...limits };
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (path) => {
    if (waiting >= mostWaiting) return "busy";
    waiting += 1;
    // A machine that has no process to give now may have one for the next picture.
    const drawn = last.then(() => drawOne(script, path, within)).catch(() => "busy" as const);
    last = drawn;
    return drawn.finally(() => {
      waiting -= 1;
    });
  };
}

function drawOne(script: string, path: string, limits: DrawLimits): Promise<Drawn> {
  return new Promise((resolve) => {
    const { edge, pixels, rss, ms } = limits;
    const child = spawn(process.execPath, [script, path, ...[edge, pixels, rss, ms].map(String)], {
      // Nothing of the office's settings, and so none of its keys.
      env: {},
      stdio: ["ignore", "pipe", "ignore"],
      windowsHide: true,
    });
    const pieces: Buffer[] = [];
    let bytes = 0;
    let failure: "impossible" | "too_long" = "impossible";
    const kill = () => void child.kill("SIGKILL");
    const tooLong = setTimeout(() => {
      failure = "too_long";
      kill();
    }, ms);
    child.stdout.on("data", (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > limits.bytes) kill();
      else pieces.push(piece);
    });
    const end = (drawn: Drawn) => {
      clearTimeout(tooLong);
      resolve(drawn);
    };
    child.on("error", () => end("busy"));
    child.on("close", (code) => end(code === 0 && bytes > 0 ? Buffer.concat(pieces) : failure));
  });
}

/** Beside this file, as source or compiled. */
function scriptBeside(): string {
  const ending = import.meta.url.endsWith(".ts") ? ".ts" : ".js";
  return fileURLToPath(new URL(`./thumbnail-process${ending}`, import.meta.url));
}
