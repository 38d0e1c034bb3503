/** The way to the next page of a list, as its last card: a press puts the next cards in its place. */
import type { Child } from "hono/jsx";
import type { Scene } from "./scene.ts";

/** @param props.path of the next page; undefined: this was the last */
export function MoreCards({
  scene,
  path,
}: {
  readonly scene: Scene;
  readonly path: string | undefined;
}): Child {
  if (path === undefined) return null;
  return (
    <li id="more" class="more">
      <a class="button" href={path} hx-get={path} hx-target="#more" hx-swap="outerHTML">
        {scene.words.more}
      </a>
    </li>
  );
}
