/** What the head of each page begins with that is for its reader alone: colleagues' pages, and those behind a partner's link. */
import type { Child } from "hono/jsx";

export function PrivateMetas(): Child {
  return (
    <>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {/* Under no-referrer a browser would send `Origin: null` with our own forms. */}
      <meta name="referrer" content="same-origin" />
      <meta name="robots" content="noindex" />
    </>
  );
}
