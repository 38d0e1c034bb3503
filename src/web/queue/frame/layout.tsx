/** The frame of every queue page: head, banner, bar, tabs, notice, and the part that is replaced when something changes. */
import { html } from "hono/html";
import type { Child, PropsWithChildren } from "hono/jsx";
import type { LockedOut } from "../../../dispatch/mail-trouble.ts";
import { type Agent, leads } from "../../../domain/agent.ts";
import type { Language } from "../../../domain/language.ts";
import type { Order } from "../../../domain/order.ts";
import type { Partner } from "../../../domain/partner.ts";
import type { Line } from "../../../outbox/lines.ts";
import type { LicenceReminder } from "../../../partners/licence-reminders.ts";
import type { QueueCounts } from "../../../store/orders.ts";
import { assetUrl } from "../../asset-files.ts";
import { PlainText } from "../../plain-text.tsx";
import { PrivateMetas } from "../../private-metas.tsx";
import { requestWordsIn } from "../departments/request-words.ts";
import { integrationWordsIn } from "../integrations/integration-words.ts";
import { lineWordsIn } from "../lines/line-words.ts";
import { partnerWordsIn } from "../partners/partner-words.ts";
import { LicenceBanner } from "./licence-banner.tsx";
import { LineBanner } from "./line-banner.tsx";
import { RequestBanner } from "./request-banner.tsx";
import type { Notice, Scene } from "./scene.ts";
import { SilentBanner } from "./silent-banner.tsx";
import { LockedOutBanner, UnreachedBanner, UntoldBanner } from "./untold-banners.tsx";

/** What the frame says beyond the page itself. */
export type Frame = {
  readonly scene: Scene;
  readonly office: string;
  readonly demo: boolean;
  readonly rehearsal: boolean;
};

export type SignedFrame = Frame & {
  readonly agent: Agent;
  readonly csrf: string;
  /** Changes after it may be missing in the page: its stream begins there. */
  readonly since: string;
  readonly counts: QueueCounts;
  readonly lines: readonly Line[];
  /** Events that did not reach the office's own systems, as far as this agent is to know. */
  readonly untold: number;
  /** The mail server locks the office out, as far as this agent is to know. */
  readonly lockedOut: LockedOut | undefined;
  /** Heads whose mailbox takes no letter, as far as this agent is to know. */
  readonly unreachedHeads: readonly Agent[];
  /** What this agent asked of departments and that has finished, until they look. */
  readonly over: readonly Order[];
  /** Licences of partners that end, until somebody has put them away. */
  readonly licences: readonly LicenceReminder[];
  /** Partners that were paused because they did not answer, as far as this agent is to know, until somebody has put them away. */
  readonly silentPartners: readonly Partner[];
  /** Which tab is lit; a page that belongs to none gives none. */
  readonly tab?: Tab | undefined;
  readonly notice?: Notice | undefined;
  readonly query?: string;
};

export type Tab =
  | "open"
  | "mine"
  | "waiting"
  | "done"
  | "requests"
  | "partners"
  | "agents"
  | "lines"
  | "integrations";
export const tabPaths: Readonly<Record<Tab, string>> = {
  open: "/queue",
  mine: "/queue/mine",
  waiting: "/queue/waiting",
  done: "/queue/done",
  requests: "/queue/requests",
  partners: "/queue/partners",
  agents: "/queue/agents",
  lines: "/queue/lines",
  integrations: "/queue/integrations",
};

/** No evaluated attributes, no style of its own, nothing kept in the browser's history cache, nobody else's origin. */
const htmxConfig = JSON.stringify({
  includeIndicatorCSS: false,
  history: false,
  mode: "same-origin",
  defaultSwap: "outerMorph",
  defaultTimeout: 30_000,
});

const sheets = [
  "base.css",
  "queue.css",
  "queue/forms.css",
  "queue/lists.css",
  "queue/detail.css",
  "queue/line-cards.css",
  "queue/partners.css",
];

/** A whole document. */
export function Document(
  props: PropsWithChildren<{
    readonly frame: Frame;
    readonly title: string;
    readonly csrf?: string;
    readonly since?: string;
    readonly scripts?: boolean;
  }>,
): Child {
  const { frame, title, csrf, since, scripts = true, children } = props;
  const { language, words } = frame.scene;
  return (
    <>
      {html`<!doctype html>`}
      <html lang={language} dir={language === "ar" ? "rtl" : "ltr"}>
        <head>
          <PrivateMetas />
          {csrf && <meta name="wasit-csrf" content={csrf} />}
          <meta name="htmx-config" content={htmxConfig} />
          <title>{title}</title>
          {sheets.map((sheet) => (
            <link rel="stylesheet" href={assetUrl(sheet)} />
          ))}
          {scripts && <script src={assetUrl("htmx.js")} defer />}
          {scripts && <script src={assetUrl("queue.js")} type="module" />}
          {scripts && <script src={assetUrl("file-size.js")} type="module" />}
        </head>
        <body
          data-since={since}
          data-offline={words.offline}
          data-new-order={words.newOrder}
          data-new-waiting={words.newWaiting}
        >
          <a class="skip" href="#main">
            {words.skip}
          </a>
          {frame.demo && <Banner tone="banner" text={words.demo} />}
          {frame.rehearsal && <Banner tone="banner banner-warn" text={words.rehearsal} />}
          {children}
        </body>
      </html>
    </>
  );
}

/** A landmark of its own, so that nothing on a page stands outside of one. */
function Banner({ tone, text }: { readonly tone: string; readonly text: string }): Child {
  return (
    <aside class={tone} aria-label={text}>
      {text}
    </aside>
  );
}

/** A page for somebody who is logged in. `part` is what a live change replaces. */
export function QueuePage(
  props: PropsWithChildren<{ readonly frame: SignedFrame; readonly title: string }>,
): Child {
  const { frame, title } = props;
  return (
    <Document frame={frame} title={title} csrf={frame.csrf} since={frame.since}>
      <Bar frame={frame} />
      <div id="live" class="unseen" role="status" />
      <QueuePart frame={frame}>{props.children}</QueuePart>
    </Document>
  );
}

/** The replaceable part alone: tabs with their counts, the notice, the page. */
export function QueuePart(props: PropsWithChildren<{ readonly frame: SignedFrame }>): Child {
  const { frame } = props;
  const { notice } = frame;
  return (
    <div id="page">
      <LineBanner scene={frame.scene} lines={frame.lines} agent={frame.agent} />
      {frame.lockedOut && <LockedOutBanner scene={frame.scene} {...frame.lockedOut} />}
      {frame.unreachedHeads.length > 0 && (
        <UnreachedBanner scene={frame.scene} heads={frame.unreachedHeads} />
      )}
      {frame.untold > 0 && <UntoldBanner scene={frame.scene} count={frame.untold} />}
      <SilentBanner scene={frame.scene} partners={frame.silentPartners} />
      <RequestBanner scene={frame.scene} over={frame.tab === "requests" ? [] : frame.over} />
      <LicenceBanner scene={frame.scene} reminders={frame.licences} agent={frame.agent} />
      <Tabs frame={frame} />
      <div id="notice" role="status" tabindex={-1} class={notice ? `notice ${notice.tone}` : "notice"}>
        {notice && <PlainText text={notice.text} />}
      </div>
      <main id="main">{props.children}</main>
    </div>
  );
}

function Bar({ frame }: { readonly frame: SignedFrame }): Child {
  const { words } = frame.scene;
  return (
    <header class="bar">
      <a class="brand" href="/queue">
        <bdi dir="auto">{frame.office}</bdi>
      </a>
      <search>
        <form class="search" action="/queue/search" method="get">
          <label class="unseen" for="q">
            {words.searchLabel}
          </label>
          <input
            id="q"
            name="q"
            type="search"
            dir="auto"
            value={frame.query ?? ""}
            placeholder={words.searchLabel}
            maxlength={200}
            required
          />
          <button type="submit">{words.search}</button>
        </form>
      </search>
      <AgentMenu frame={frame} />
    </header>
  );
}

function AgentMenu({ frame }: { readonly frame: SignedFrame }): Child {
  const { agent, scene } = frame;
  const { words } = scene;
  const other: Language = scene.language === "ar" ? "en" : "ar";
  return (
    <details class="menu" id="menu">
      <summary>
        <span class="unseen">{words.account}: </span>
        <bdi dir="auto">{agent.name}</bdi>
      </summary>
      <div class="menu-list">
        <p class="quiet">{words.staff.roles[agent.role]}</p>
        <form hx-post="/queue/language" hx-swap="none">
          <input type="hidden" name="language" value={other} />
          <button type="submit" class="plain" lang={other}>
            {words.otherLanguage}
          </button>
        </form>
        <a href="/queue/account">{words.password.title}</a>
        <a href="/queue/requests">{requestWordsIn(scene.language).title}</a>
        <a href="/queue/partners">{partnerWordsIn(scene.language).title}</a>
        {leads(agent) && <a href="/queue/lines">{lineWordsIn(scene.language).title}</a>}
        {leads(agent) && <a href="/queue/agents">{words.agents}</a>}
        {agent.role === "admin" && (
          <a href="/queue/integrations">{integrationWordsIn(scene.language).title}</a>
        )}
        <form hx-post="/queue/logout" hx-swap="none">
          <button type="submit" class="plain">
            {words.logout}
          </button>
        </form>
      </div>
    </details>
  );
}

function Tabs({ frame }: { readonly frame: SignedFrame }): Child {
  const { scene, counts, tab } = frame;
  const tabs = [
    { id: "open", count: counts.open },
    { id: "mine", count: counts.mine },
    { id: "waiting", count: counts.waiting },
    { id: "done", count: undefined },
  ] as const;
  return (
    <nav class="tabs" aria-label={scene.words.queue}>
      {tabs.map(({ id, count }) => (
        <a href={tabPaths[id]} aria-current={tab === id ? "page" : undefined} data-tab={id}>
          {id === "waiting" ? scene.words.waitingTab : scene.words[id]}
          {count !== undefined && (
            <>
              {" "}
              <span class="count" data-count={count}>
                {count}
              </span>
            </>
          )}
        </a>
      ))}
    </nav>
  );
}
