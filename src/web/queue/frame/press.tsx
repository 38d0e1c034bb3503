/** An act that is one press: a form of a single button, whose answer replaces the page. */
import type { Child } from "hono/jsx";

export function Press(props: {
  readonly path: string;
  readonly label: string;
  readonly primary?: boolean;
}): Child {
  return (
    <form hx-post={props.path} hx-target="#page">
      <button type="submit" class={props.primary ? "primary" : undefined}>
        {props.label}
      </button>
    </form>
  );
}
