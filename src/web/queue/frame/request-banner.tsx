/** On every page of whoever asked: something has finished that they have not looked at yet. */
import type { Child } from "hono/jsx";
import type { Order } from "../../../domain/order.ts";
import { PlainText } from "../../plain-text.tsx";
import { requestWordsIn } from "../departments/request-words.ts";
import type { Scene } from "./scene.ts";

export function RequestBanner(props: { readonly scene: Scene; readonly over: readonly Order[] }): Child {
  const { scene, over } = props;
  if (over.length === 0) return null;
  const words = requestWordsIn(scene.language);
  return (
    <aside class="line-banner" aria-label={words.title} id="request-banner">
      <div role="status">
        <PlainText text={words.over(over.length)} ours />
      </div>
      <a href="/queue/requests">{words.title}</a>
    </aside>
  );
}
