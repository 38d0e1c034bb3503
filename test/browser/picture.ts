/** The README's pictures, taken while the tests play: only with `UPDATE_IMAGES=1`, so that a test run leaves the folder alone. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../../src/root.ts";

const folder = join(root, "docs", "images");

/** A repository that stays light; a picture above this is not worth its place. */
const maxBytes = 150 * 1024;

/**
 * Saves what the page shows as `docs/images/{name}.png`.
 * @throws when the picture is larger than 150 KiB
 */
export async function picture(
  page: Page,
  name: string,
  screen?: { readonly width: number; readonly height: number },
): Promise<void> {
  if (process.env.UPDATE_IMAGES !== "1") return;
  if (screen) await page.setViewportSize(screen);
  await page.emulateMedia({ colorScheme: "light" });
  await page.evaluate("document.fonts.ready");
  const image = await page.screenshot({ caret: "hide" });
  if (image.length > maxBytes)
    throw new Error(`${name}.png has ${image.length} bytes, more than ${maxBytes}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.png`), image);
}
