/** What all routes of the queue share: who asks, how a page is answered whole or in part, and how a refusal is shown. */
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type AgentName, leads } from "../../../domain/agent.ts";
import type { Signed } from "../../auth/guard.ts";
import type { WebParts } from "../../deps.ts";
import { insiderOf } from "../departments/departments.ts";
import { freshlyOver } from "../departments/requests.ts";
import { type Frame, QueuePage, QueuePart, type SignedFrame, type Tab } from "./layout.tsx";
import { isHeldUp } from "./line-banner.tsx";
import { type Notice, type Scene, sceneOf } from "./scene.ts";

export type QueueContext = Context<Signed>;

type PageAbout = {
  readonly title: string;
  readonly tab?: Tab | undefined;
  readonly notice?: Notice | undefined;
  readonly status?: ContentfulStatusCode | undefined;
  readonly query?: string;
};

export interface Desk {
  readonly parts: WebParts;
  /** The agent's language and the office's time. */
  sceneFor(c: QueueContext): Scene;
  agentName(c: QueueContext): AgentName;
  /** Does nothing leave this line at present? */
  isHeldUp(channel: string): boolean;
  /** No small copy can be made of this document: pages give a plain link from now on. */
  cannotDraw(document: string): void;
  /** The whole document for a visit, the replaceable part for htmx. */
  page(c: QueueContext, about: PageAbout, body: Child): Promise<Response>;
  /** For pages that nobody has to be logged in for. */
  frame(language: Scene["language"]): Frame;
}

/** More than these, and it is tried again. */
const mostUndrawable = 10_000;

/** A system that takes nothing for longer than this is more than a restart of it. */
const longTroubleMs = 6 * 3_600_000;

/** Events that did not reach the office's own systems, and won't unless somebody looks after that. */
async function untoldOf({ hooks, realNow }: WebParts): Promise<number> {
  const all = hooks ? await hooks.store.listHooks() : [];
  const states = await Promise.all(all.map((hook) => hooks?.stateOf(hook)));
  return states.reduce((sum, state) => {
    const { failed = 0, waiting = 0, failingSince = Number.POSITIVE_INFINITY } = state ?? {};
    return sum + failed + (realNow() - failingSince > longTroubleMs ? waiting : 0);
  }, 0);
}

export function createDesk(parts: WebParts): Desk {
  const { engine, orders, config, catalogue } = parts;
  const undrawable = new Set<string>();
  const frame: Desk["frame"] = (language) => ({
    scene: sceneOf(language, {
      now: engine.now(),
      realNow: parts.realNow(),
      zone: config.zone,
      undrawable,
    }),
    office: catalogue().office.name[language],
    demo: config.demo,
    rehearsal: config.rehearsal,
  });
  return {
    parts,
    frame,
    sceneFor: (c) => frame(c.get("agent").language).scene,
    agentName(c) {
      const { id, name, role } = c.get("agent");
      return { id, name, role };
    },
    isHeldUp: (channel) => parts.lines.list().some((line) => line.channel === channel && isHeldUp(line)),
    cannotDraw(document) {
      if (undrawable.size >= mostUndrawable) undrawable.clear();
      undrawable.add(document);
    },
    async page(c, about, body) {
      const agent = c.get("agent");
      const [counts, over] = await Promise.all([
        insiderOf(parts, agent).then((insider) => orders.counts(agent.id, insider)),
        freshlyOver(parts, agent),
      ]);
      const signed = {
        ...frame(agent.language),
        agent,
        csrf: c.get("session").csrf,
        since: c.get("since"),
        ...{ counts, over },
        lines: parts.lines.list(),
        lockedOut: agent.role === "admin" ? parts.mailTrouble?.current() : undefined,
        unreachedHeads: leads(agent) ? ((await parts.unreachedHeads?.open()) ?? []) : [],
        untold: agent.role === "admin" ? await untoldOf(parts) : 0,
        licences: parts.licences?.open() ?? [],
        silentPartners: leads(agent) ? ((await parts.silentPartners?.open()) ?? []) : [],
        tab: about.tab,
        notice: about.notice,
        ...(about.query !== undefined && { query: about.query }),
      };
      const status = about.status ?? 200;
      c.header("Cache-Control", "no-store");
      c.header("Vary", "HX-Request");
      if (!isPart(c)) {
        return c.html(
          <QueuePage frame={signed} title={titleOf(about.title, signed)}>
            {body}
          </QueuePage>,
          status,
        );
      }
      // htmx takes the title out of the answer and gives it to the window.
      return c.html(
        <>
          <title>{titleOf(about.title, signed)}</title>
          <QueuePart frame={signed}>{body}</QueuePart>
        </>,
        status,
      );
    },
  };
}

/** «(3) Open · Office»: what is open shows in the tab of the browser too. */
function titleOf(title: string, { counts, office }: SignedFrame): string {
  return `${counts.open > 0 ? `(${counts.open}) ` : ""}${title} · ${office}`;
}

/** htmx asks for a part; everything else gets a document. */
export function isPart(c: Context): boolean {
  return c.req.header("HX-Request") === "true";
}

/** Sends htmx, or a browser, to another page. */
export function goTo(c: Context, path: string): Response {
  if (!isPart(c)) return c.redirect(path, 303);
  c.header("HX-Redirect", path);
  return c.body(null, 204);
}

/** Replaces nothing but the notice: the page, and what was typed in it, stays as it is. */
export function noticeOnly(
  c: Context,
  text: string,
  status: ContentfulStatusCode,
): Response | Promise<Response> {
  if (!isPart(c)) return c.text(text, status);
  c.header("HX-Retarget", "#notice");
  c.header("HX-Reswap", "outerHTML");
  return c.html(
    <div id="notice" role="status" tabindex={-1} class="notice bad">
      {text}
    </div>,
    status,
  );
}
