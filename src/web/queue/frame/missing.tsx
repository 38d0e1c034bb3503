/** The page for an address behind which there is nothing. */
import type { Desk, QueueContext } from "./desk.tsx";

export function notFound(c: QueueContext, desk: Desk): Promise<Response> {
  const { words } = desk.sceneFor(c);
  return desk.page(
    c,
    { title: words.notFound, status: 404 },
    <section class="empty">
      <h1>{words.notFound}</h1>
      <p>
        <a href="/queue">{words.back}</a>
      </p>
    </section>,
  );
}
