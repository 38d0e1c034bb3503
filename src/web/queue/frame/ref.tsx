/** An order's number, which reads from left to right in either language. */
import type { Child } from "hono/jsx";

export function Ref({ of }: { readonly of: string }): Child {
  return (
    <bdi dir="ltr" class="ref">
      {of}
    </bdi>
  );
}
