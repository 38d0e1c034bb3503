/** `/partners/new` and `/partners/{id}/edit`: the form, and the saving of what it sends. */
import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { PartnerId } from "../../../domain/ids.ts";
import type { Partner } from "../../../domain/partner.ts";
import { changedFields } from "../../../partners/import.ts";
import { newPartnerId } from "../../../partners/new-id.ts";
import type { PartnerProblem } from "../../../partners/partner-text.ts";
import type { Signed } from "../../auth/guard.ts";
import { readForm } from "../../form.ts";
import { visibleText } from "../../plain-text.tsx";
import { type Desk, goTo, type QueueContext } from "../frame/desk.tsx";
import { notFound } from "../frame/missing.tsx";
import { knownServices, readTyped, type TypedPartner, typedFrom, typedIn } from "./partner-form.ts";
import { PartnerFormView } from "./partner-form-view.tsx";
import { findPartner } from "./partner-routes.tsx";
import { partnerWordsIn } from "./partner-words.ts";

/** Every box filled to its limit: hundreds of prices and licences, percent-encoded. */
const formBytes = 512 * 1024;

export function partnerFormRoutes(desk: Desk): Hono<Signed> {
  const app = new Hono<Signed>();
  app.get("/new", (c) => showForm(desk, c, undefined));
  app.get("/:id{p_[a-z0-9_]+}/edit", async (c) => {
    const partner = await findPartner(desk, c);
    return partner ? showForm(desk, c, partner) : notFound(c, desk);
  });
  app.post("/", (c) => save(desk, c, undefined));
  app.post("/:id{p_[a-z0-9_]+}", async (c) => {
    const partner = await findPartner(desk, c);
    return partner ? save(desk, c, partner) : notFound(c, desk);
  });
  return app;
}

async function save(desk: Desk, c: QueueContext, partner: Partner | undefined): Promise<Response> {
  const { partners, catalogue, engine, hooks, log } = desk.parts;
  const words = partnerWordsIn(desk.sceneFor(c).language);
  const typed = typedIn(await readForm(c, formBytes));
  const id = partner?.id ?? (await freshId(desk, typed.text.name_en));
  const { id: agent, name } = c.get("agent");
  const reading = readTyped(typed, {
    id,
    known: partner,
    services: knownServices(catalogue()),
    allowedHosts: hooks?.allowedHosts ?? [],
    by: { id: agent, name },
    now: engine.now(),
  });
  if (reading.type === "bad") {
    const fields = new Set(reading.problems.map(({ field }) => field)).size;
    const notice = words.wrong(words.wrongCount(fields));
    return showForm(desk, c, partner, { typed, problems: reading.problems, notice, status: 422 });
  }
  if (partner && changedFields(partner, reading.partner).length === 0)
    return goTo(c, `/queue/partners/${partner.id}`);
  const saved = await partners.save([{ ...reading.partner, version: typed.version }]);
  log.info({ agent, partner: id, result: saved.type }, "a partner was saved");
  if (saved.type === "saved") return goTo(c, `/queue/partners/${id}?saved=1`);
  // What was typed stays; saving it once more is meant for the newest state.
  const newest = await partners.get(id);
  const again = { ...typed, version: newest?.version ?? 0 };
  return showForm(desk, c, newest, { typed: again, notice: words.stale, status: 409, isStale: true });
}

/** An id of the name that nobody has. */
async function freshId(desk: Desk, nameEn: string): Promise<PartnerId> {
  const asked = new Set<PartnerId>();
  for (;;) {
    const id = newPartnerId(nameEn, (one) => asked.has(one));
    if ((await desk.parts.partners.get(id)) === undefined) return id;
    asked.add(id);
  }
}

type Refused = {
  readonly typed: TypedPartner;
  readonly problems?: readonly PartnerProblem[];
  readonly notice: string;
  readonly status: ContentfulStatusCode;
  readonly isStale?: boolean;
};

function showForm(
  desk: Desk,
  c: QueueContext,
  partner: Partner | undefined,
  refused?: Refused,
): Promise<Response> {
  const scene = desk.sceneFor(c);
  const words = partnerWordsIn(scene.language);
  return desk.page(
    c,
    {
      title: partner ? words.editTitle(visibleText(partner.name[scene.language])) : words.newTitle,
      tab: "partners",
      ...(refused && { status: refused.status, notice: { tone: "bad", text: refused.notice } }),
    },
    <PartnerFormView
      {...{ scene, partner }}
      catalogue={desk.parts.catalogue()}
      typed={refused?.typed ?? typedFrom(partner, scene.language)}
      problems={refused?.problems ?? []}
      isStale={refused?.isStale ?? false}
    />,
  );
}
