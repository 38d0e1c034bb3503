/**
 * What whatsapp-web.js does behind nobody's back can't end the process: each place where it lets a promise run free is guarded here, and the
 * end of its browser, which it does not notice, is told.
 */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Client, LocalAuth } from "whatsapp-web.js";
import { sessionFolder } from "./session.ts";
import type { WebEvents } from "./web.ts";

/** Parts of the library that its types leave out. */
type Inside = { inject(): Promise<void>; initWebVersionCache(): Promise<void>; destroy(): Promise<void> };
type AuthInside = {
  beforeBrowserInitialized(): Promise<void>;
  afterBrowserInitialized(): Promise<void>;
  logout(): Promise<void>;
};

/** `page`: one that answers in WhatsApp's place. */
type Guarded = { readonly folder: string; readonly page?: unknown };

const never = async () => undefined;

/** Takes what the library starts without awaiting it, and tells of the end of its browser, which the library does not notice. */
export function guardLibrary(
  client: Client,
  auth: LocalAuth,
  { folder, page }: Guarded,
  events: Pick<WebEvents, "ended">,
): void {
  const inside = client as unknown as Inside;
  const inject = inside.inject.bind(client);
  const destroy = inside.destroy.bind(client);
  let injected = false;
  // The first is awaited by `initialize`; each later one, after a navigation, by nobody.
  inside.inject = async () => {
    if (!injected) {
      await inject();
      injected = true;
      return;
    }
    await inject().catch((error: unknown) =>
      // What the page says may hold words of a chat: it is no part of the reason, which is logged.
      events.ended({ type: "disconnected", reason: "NAVIGATION", error }),
    );
  };
  inside.destroy = () => destroy().catch(never);
  // Without a page of our own the library would read WhatsApp's into memory, in a promise that nobody awaits.
  if (!page) inside.initWebVersionCache = never;
  const authInside = auth as unknown as AuthInside;
  const before = authInside.beforeBrowserInitialized.bind(auth);
  authInside.beforeBrowserInitialized = async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await before();
    // Of a browser that was killed; only this process uses the folder, and its browsers end with it.
    for (const name of ["SingletonLock", "SingletonCookie", "SingletonSocket"])
      await rm(join(sessionFolder(folder), name), { force: true });
  };
  authInside.afterBrowserInitialized = async () => {
    // Of the pipes to a killed browser nobody else hears; unheard, their error would end this process (seen: ECONNRESET).
    for (const pipe of client.pupBrowser?.process()?.stdio ?? []) pipe?.on("error", never);
    client.pupBrowser?.once("disconnected", () => events.ended({ type: "browser_died" }));
    client.pupPage?.once("error", () => events.ended({ type: "browser_died" }));
    client.pupPage?.once("close", () => events.ended({ type: "browser_died" }));
  };
  // Removed while the browser still writes into it, the folder would come back half: it is forgotten once the browser has ended.
  authInside.logout = never;
}
