/** `/lines`: how the office's lines are, linking them to a phone, pausing them and letting them go on. For heads and administrators. */
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { leads } from "../../../domain/agent.ts";
import { findPhones } from "../../../language/people/phones.ts";
import type { Line } from "../../../outbox/lines.ts";
import type { Signed } from "../../auth/guard.ts";
import { readForm, textOf } from "../../form.ts";
import { type Desk, noticeOnly, type QueueContext } from "../frame/desk.tsx";
import { notFound } from "../frame/missing.tsx";
import type { Notice } from "../frame/scene.ts";
import { LineCard } from "./line-card.tsx";
import { mayBePaused } from "./line-state-view.tsx";
import { type LineWords, lineWordsIn } from "./line-words.ts";

type Answer = { readonly notice?: Notice; readonly status?: ContentfulStatusCode };

export function lineRoutes(desk: Desk): Hono<Signed> {
  const { lines, log } = desk.parts;
  const app = new Hono<Signed>();

  app.use(async (c, next) => {
    if (leads(c.get("agent"))) return next();
    return noticeOnly(c, desk.sceneFor(c).words.refused.not_allowed, 403);
  });

  app.get("/", (c) => showLines(desk, c));
  app.get("/:channel/qr.svg", (c) => showQr(c, lineNamed(desk, c)));

  /** A route that does something with one line. */
  const acts = (verb: string, act: (c: QueueContext, line: Line, words: LineWords) => Promise<Answer>) =>
    app.post(`/:channel/${verb}`, async (c) => {
      const line = lineNamed(desk, c);
      if (!line) return notFound(c, desk);
      const answer = await act(c, line, lineWordsIn(desk.sceneFor(c).language));
      const facts = {
        agent: c.get("agent").id,
        channel: line.channel,
        verb,
        done: answer.status === undefined,
      };
      log.info(facts, "a line was tended");
      return showLines(desk, c, answer);
    });

  for (const [verb, paused] of [
    ["pause", true],
    ["resume", false],
  ] as const) {
    acts(verb, async (_c, line, words) => {
      if (!mayBePaused(line)) return bad(words.notHere, 409);
      await lines.pause(line.channel, paused);
      return good(paused ? words.pausedDone : words.resumedDone);
    });
  }

  acts("relink", async (_c, line, words) => {
    if (!line.link) return bad(words.notHere, 409);
    const begun = await isUnderWay(desk, line.channel, line.link.again());
    return begun ? good(words.relinked) : bad(words.linkFailed, 502);
  });

  acts("number", async (c, line, words) => {
    if (!line.link || line.state.type !== "needs_link") return bad(words.notHere, 409);
    const phone = phoneIn(textOf(await readForm(c), "phone"));
    if (phone === undefined) return bad(words.badPhone, 422);
    const asked = await isUnderWay(desk, line.channel, line.link.byNumber(phone));
    return asked ? good(words.codeAsked) : bad(words.linkFailed, 502);
  });
  return app;
}

function lineNamed(desk: Desk, c: Context): Line | undefined {
  const named = c.req.param("channel");
  return desk.parts.lines.list().find(({ channel }) => channel === named);
}

async function showLines(desk: Desk, c: QueueContext, answer: Answer = {}): Promise<Response> {
  const { lines } = desk.parts;
  const scene = desk.sceneFor(c);
  const words = lineWordsIn(scene.language);
  const shown = await Promise.all(
    lines.list().map(async (line) => ({ line, lastChat: await lines.lastChat(line.channel) })),
  );
  return desk.page(
    c,
    { title: words.title, tab: "lines", ...answer },
    <section aria-labelledby="title" data-live="lines" data-part="/queue/lines">
      <div class="list-head">
        <h1 id="title">{words.title}</h1>
      </div>
      <p class="quiet">{words.about}</p>
      <ul class="cards line-cards">
        {shown.map((one) => (
          <LineCard scene={scene} {...one} />
        ))}
      </ul>
      <p class="quiet">
        <b>{words.test}</b>: {words.testHow}
      </p>
    </section>,
  );
}

/** The code itself stands in this picture alone: in no page, no address and no log. */
async function showQr(c: QueueContext, line: Line | undefined): Promise<Response> {
  const qr = line?.state.type === "needs_link" ? line.state.qr : undefined;
  if (qr === undefined) return c.body(null, 404);
  const { default: QRCode } = await import("qrcode");
  const svg = await QRCode.toString(qr, { type: "svg", errorCorrectionLevel: "M", margin: 4 });
  return c.body(svg, 200, { "content-type": "image/svg+xml", "cache-control": "no-store" });
}

/** What a library says of a failure may have the number in it: only its kind is logged. */
async function isUnderWay(desk: Desk, channel: string, linking: Promise<void>): Promise<boolean> {
  try {
    await linking;
    return true;
  } catch (error) {
    const kind = error instanceof Error ? error.name : typeof error;
    desk.parts.log.warn({ channel, kind }, "linking a line did not begin");
    return false;
  }
}

/** The one number in what was typed, E.164. */
function phoneIn(text: string): string | undefined {
  const [found, ...more] = findPhones(text);
  return more.length === 0 && found?.value.type === "phone" ? found.value.e164 : undefined;
}

const good = (text: string): Answer => ({ notice: { tone: "good", text } });
const bad = (text: string, status: ContentfulStatusCode): Answer => ({
  status,
  notice: { tone: "bad", text },
});
