/** `/partners/export.csv` and `/partners/import`: the whole directory to a spreadsheet and back, looked at before it is saved. */
import { setImmediate as rest } from "node:timers/promises";
import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AgentId } from "../../../domain/ids.ts";
import type { Partner } from "../../../domain/partner.ts";
import { csvHeader, csvLines, readPartnersCsv } from "../../../partners/csv.ts";
import { beginImport, type ImportPlan } from "../../../partners/import.ts";
import { attachment } from "../../attachment.ts";
import type { Signed } from "../../auth/guard.ts";
import { readForm } from "../../form.ts";
import type { Desk, QueueContext } from "../frame/desk.tsx";
import type { Notice } from "../frame/scene.ts";
import { knownServices } from "./partner-form.ts";
import { ImportView, type Plan, PreviewView } from "./partner-import-view.tsx";
import { todayOf } from "./partner-shown.tsx";
import { readCsvFile } from "./partner-upload.ts";
import { partnerWordsIn } from "./partner-words.ts";

/** Partners that are worked on in one go; chats are answered between. */
const oneGo = 200;
/** Time to look at a plan, on the real clock. */
const planMs = 30 * 60_000;

type Waiting = { readonly token: string; readonly plan: Plan; readonly until: number };

export function partnerImportRoutes(desk: Desk): Hono<Signed> {
  const { partners, log, randomBytes, realNow } = desk.parts;
  /** One an agent: the last file that they sent. */
  const waiting = new Map<AgentId, Waiting>();
  const app = new Hono<Signed>();

  app.get("/export.csv", (c) => exportAll(desk, c));
  app.get("/import", (c) => showImport(desk, c));

  app.post("/import", async (c) => {
    const words = partnerWordsIn(desk.sceneFor(c).language);
    const file = await readCsvFile(c);
    if (file.type !== "text") {
      const texts = { no_file: words.noFile, too_big: words.tooBig, not_utf8: words.notUtf8 };
      const status = file.type === "too_big" ? 413 : 422;
      return showImport(desk, c, { notice: bad(texts[file.type]), status });
    }
    const plan = await planOf(desk, c, file.text);
    const agent = c.get("agent").id;
    log.info({ agent, result: plan.type }, "a file of partners was looked at");
    if (plan.type === "bad") {
      const notice = bad(words.importBad(plan.problems.length));
      return showImport(desk, c, { notice, status: 422, problems: plan.problems });
    }
    const token = Buffer.from(randomBytes(18)).toString("base64url");
    waiting.set(agent, { token, plan, until: realNow() + planMs });
    return desk.page(
      c,
      { title: words.previewTitle, tab: "partners" },
      <PreviewView scene={desk.sceneFor(c)} plan={plan} token={token} />,
    );
  });

  app.post("/import/confirm", async (c) => {
    const words = partnerWordsIn(desk.sceneFor(c).language);
    const agent = c.get("agent").id;
    const token = (await readForm(c)).get("token");
    const found = waiting.get(agent);
    waiting.delete(agent);
    if (!found || found.token !== token || found.until < realNow())
      return showImport(desk, c, { notice: bad(words.importGone), status: 409 });
    const { added, changed } = found.plan;
    const saved = await partners.save([...added, ...changed.map(({ after }) => after)]);
    const counts = { added: added.length, changed: changed.length };
    log.info({ agent, result: saved.type, ...counts }, "a file of partners was imported");
    if (saved.type === "stale") return showImport(desk, c, { notice: bad(words.importStale), status: 409 });
    const text = words.imported(added.length, changed.length);
    return showImport(desk, c, { notice: { tone: "good", text } });
  });
  return app;
}

/** What the file would do, or what is wrong with it or with its lines. */
async function planOf(
  desk: Desk,
  c: QueueContext,
  text: string,
): Promise<ImportPlan | Extract<ReturnType<typeof readPartnersCsv>, { type: "bad" }>> {
  const { catalogue, engine, hooks } = desk.parts;
  const file = readPartnersCsv(text);
  if (file.type === "bad") return file;
  const { id, name } = c.get("agent");
  const directory = new Map<Partner["id"], Partner>();
  for await (const page of allPartners(desk)) for (const partner of page) directory.set(partner.id, partner);
  const begun = beginImport({
    directory,
    services: knownServices(catalogue()),
    allowedHosts: hooks?.allowedHosts ?? [],
    by: { id, name },
    now: engine.now(),
  });
  for (const [at, row] of file.rows.entries()) {
    begun.take(row);
    if (at % oneGo === oneGo - 1) await rest();
  }
  return begun.plan();
}

/** Every partner, by name, some at a time. */
async function* allPartners(desk: Desk, sortedIn: "ar" | "en" = "en"): AsyncGenerator<readonly Partner[]> {
  let after: string | undefined;
  do {
    const page = await desk.parts.partners.list({}, { sortedIn, limit: oneGo, ...(after && { after }) });
    if (page.type !== "page") throw new Error("our own cursor was not taken");
    yield page.partners;
    after = page.next;
    await rest();
  } while (after !== undefined);
}

async function exportAll(desk: Desk, c: QueueContext): Promise<Response> {
  const scene = desk.sceneFor(c);
  const pieces = [csvHeader(scene.language)];
  for await (const page of allPartners(desk, scene.language)) pieces.push(csvLines(page, scene.language));
  desk.parts.log.info({ agent: c.get("agent").id }, "the partners were exported");
  return c.body(pieces.join(""), 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": attachment(`partners-${todayOf(scene)}.csv`),
    "cache-control": "private, no-store",
  });
}

type Shown = {
  readonly notice?: Notice;
  readonly status?: ContentfulStatusCode;
  readonly problems?: Parameters<typeof ImportView>[0]["problems"];
};

function showImport(
  desk: Desk,
  c: QueueContext,
  { problems = [], ...answer }: Shown = {},
): Promise<Response> {
  const scene = desk.sceneFor(c);
  const { importTitle } = partnerWordsIn(scene.language);
  return desk.page(
    c,
    { title: importTitle, tab: "partners", ...answer },
    <ImportView scene={scene} problems={problems} />,
  );
}

const bad = (text: string): Notice => ({ tone: "bad", text });
