/** The queue's lists: open, mine, waiting, done, and what a search found. */
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { type StatusName, statusNames } from "../../../domain/order.ts";
import { isClosed } from "../../../orders/status.ts";
import type { OrderFilter } from "../../../store/orders.ts";
import type { Signed } from "../../auth/guard.ts";
import { visibleText } from "../../plain-text.tsx";
import { complaintWordsIn } from "../complaints/complaint-words.ts";
import { departmentWordsIn } from "../departments/department-words.ts";
import { filterOf, insiderOf } from "../departments/departments.ts";
import { type Desk, isPart, type QueueContext } from "../frame/desk.tsx";
import { tabPaths } from "../frame/layout.tsx";
import type { Scene } from "../frame/scene.ts";
import { ChatListView, type ListScene, OrderCards, OrderListView } from "./list-view.tsx";

const firstPage = 25;
/** A list that was unfolded by "more" is reloaded as long as it is shown, up to so many. */
const longestPage = 200;
const mostFound = 50;
const mostWaiting = 100;

const openStatuses: readonly StatusName[] = statusNames.filter((name) => !isClosed(name));
const closedStatuses: readonly StatusName[] = statusNames.filter(isClosed);

type Shown = {
  readonly path?: string;
  readonly views?: Child;
  /** Other words than the tab's own. */
  readonly title?: string;
  readonly empty?: string;
};

export function listRoutes(desk: Desk): Hono<Signed> {
  const app = new Hono<Signed>();
  app.get("/", (c) => showOpen(desk, c));
  app.get("/mine", (c) =>
    showOrders(desk, c, "mine", { statuses: openStatuses, claimedBy: c.get("agent").id }),
  );
  app.get("/done", (c) => showOrders(desk, c, "done", { statuses: closedStatuses }));
  app.get("/waiting", (c) => showWaiting(desk, c));
  app.get("/search", (c) => showFound(desk, c));
  return app;
}

/** Whoever is in departments may look at what is theirs alone; everybody sees all. */
async function showOpen(desk: Desk, c: QueueContext): Promise<Response> {
  const { orders } = desk.parts;
  const free = { statuses: openStatuses, claimedBy: "nobody" } as const;
  const scene = desk.sceneFor(c);
  const [ofDepartments, counts] = await Promise.all([
    filterOf(desk.parts, c.get("agent")),
    insiderOf(desk.parts, c.get("agent")).then((insider) => orders.counts(c.get("agent").id, insider)),
  ]);
  const asked = c.req.query("view");
  const view = asked === "complaints" || (asked === "departments" && ofDepartments) ? asked : "all";
  const views = (
    <Views {...{ scene, view }} hasDepartments={ofDepartments !== undefined} complaints={counts.complaints} />
  );
  if (view === "complaints") {
    const { complaints: title, none: empty } = complaintWordsIn(scene.language);
    const filter = { kind: "complaint", statuses: openStatuses } as const;
    return showOrders(desk, c, "open", filter, { path: complaintsPath, views, title, empty });
  }
  if (view === "all") return showOrders(desk, c, "open", free, { views });
  return showOrders(
    desk,
    c,
    "open",
    { ...free, ...(ofDepartments && { ofDepartments }) },
    { path: departmentsPath, views },
  );
}

async function showOrders(
  desk: Desk,
  c: QueueContext,
  tab: "open" | "mine" | "done",
  filter: OrderFilter,
  { path = tabPaths[tab], views, ...named }: Shown = {},
): Promise<Response> {
  const { orders } = desk.parts;
  const about = listed(desk, c);
  const after = c.req.query("after");
  const limit = pageLength(c.req.query("limit"));
  const insider = await insiderOf(desk.parts, c.get("agent"));
  const seen = insider ? { ...filter, insider } : filter;
  const page = await orders.list(seen, { limit, ...(after && { after }) });
  if (page.type === "bad_cursor") return c.redirect(path, 303);
  const chats = await orders.chatsOf(page.orders.map(({ ref }) => ref));
  const more =
    page.next === undefined
      ? undefined
      : `${path}${path.includes("?") ? "&" : "?"}after=${encodeURIComponent(page.next)}`;
  // "More" comes in the place of its own button; a visit to the same address gets a page.
  if (after && isPart(c))
    return c.html(<OrderCards {...about} chats={chats} orders={page.orders} more={more} />);
  const isWhole = tab !== "done" && !after && more === undefined;
  const { words } = about.scene;
  return desk.page(
    c,
    { title: named.title ?? words[tab], tab },
    <OrderListView
      {...about}
      chats={chats}
      title={named.title ?? words[tab]}
      hint={isWhole ? words.soonestFirst : words.newestFirst}
      empty={named.empty ?? words.empty[tab]}
      orders={isWhole ? page.orders.toSorted(bySoonestPromise) : page.orders}
      more={more}
      part={path}
      views={views}
    />,
  );
}

function listed(desk: Desk, c: QueueContext): ListScene {
  return { scene: desk.sceneFor(c), catalogue: desk.parts.catalogue(), agent: c.get("agent") };
}

async function showWaiting(desk: Desk, c: QueueContext): Promise<Response> {
  const about = listed(desk, c);
  const chats = await desk.parts.orders.waitingChats(
    mostWaiting,
    await insiderOf(desk.parts, c.get("agent")),
  );
  return desk.page(
    c,
    { title: about.scene.words.waiting, tab: "waiting" },
    <ChatListView {...about} chats={chats} part={tabPaths.waiting} />,
  );
}

async function showFound(desk: Desk, c: QueueContext): Promise<Response> {
  const { orders } = desk.parts;
  const query = (c.req.query("q") ?? "").trim().slice(0, 200);
  if (query === "") return c.redirect("/queue", 303);
  const about = listed(desk, c);
  const { words } = about.scene;
  const found = await orders.search(query, mostFound, await insiderOf(desk.parts, c.get("agent")));
  const title = words.searchResults(visibleText(query));
  return desk.page(
    c,
    { title, query },
    <OrderListView
      {...about}
      chats={await orders.chatsOf(found.map(({ ref }) => ref))}
      title={title}
      hint={words.newestFirst}
      empty={words.empty.search}
      orders={found}
      part={`/queue/search?q=${encodeURIComponent(query)}`}
    />,
  );
}

/** The list of the agent's departments, as its address. */
const departmentsPath = `${tabPaths.open}?view=departments`;

/** Complaints that are open, whoever has them. */
const complaintsPath = `${tabPaths.open}?view=complaints`;

function Views(props: {
  readonly scene: Scene;
  readonly view: "all" | "departments" | "complaints";
  readonly hasDepartments: boolean;
  readonly complaints: number;
}): Child {
  const { scene, view, hasDepartments, complaints } = props;
  const words = departmentWordsIn(scene.language);
  const isCurrent = (one: typeof view) => (one === view ? "true" : undefined);
  return (
    <nav class="views" aria-label={words.views}>
      <a href={tabPaths.open} aria-current={isCurrent("all")}>
        {words.all}
      </a>
      {hasDepartments && (
        <a href={departmentsPath} aria-current={isCurrent("departments")}>
          {words.mine}
        </a>
      )}
      <a href={complaintsPath} aria-current={isCurrent("complaints")} data-view="complaints">
        {complaintWordsIn(scene.language).complaints}{" "}
        <span class="count" data-count={complaints}>
          {complaints}
        </span>
      </a>
    </nav>
  );
}

/** Orders with the nearest promise first; without a promise by age. */
function bySoonestPromise(
  a: { readonly promisedBy?: number; readonly placedAt: number },
  b: { readonly promisedBy?: number; readonly placedAt: number },
): number {
  const promise = (order: typeof a) => order.promisedBy ?? Number.POSITIVE_INFINITY;
  return promise(a) - promise(b) || a.placedAt - b.placedAt;
}

/** How many cards a list has: as many as were unfolded in the page that is reloaded. */
export function pageLength(asked: string | undefined): number {
  const wanted = asked !== undefined && /^\d{1,3}$/.test(asked) ? Number(asked) : firstPage;
  return Math.min(Math.max(wanted, firstPage), longestPage);
}
