/** The sign of what is late, or went wrong: it stands before words that say so, for who sees no colours. */
import type { Child } from "hono/jsx";

export function Sign(): Child {
  return (
    <span class="sign" aria-hidden="true">
      !
    </span>
  );
}
