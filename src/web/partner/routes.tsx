/** `/offer/{offer}/{signature}`: a partner answers an offer, and tells how its order goes. The link is the only key. */
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { flowOf } from "../../conversation/flow/pinned.ts";
import { canTell } from "../../conversation/order/news.ts";
import { showMoment } from "../../conversation/show/show.ts";
import type { PartnerReport } from "../../domain/act.ts";
import { orderOfOffer } from "../../domain/ids.ts";
import type { Language } from "../../domain/language.ts";
import { type Order, type StatusName, statusNames } from "../../domain/order.ts";
import { type Acted, isChangedOffer } from "../../engine.ts";
import { mayBeProven } from "../../orders/change.ts";
import { mayAcceptAfterAll } from "../../orders/declines.ts";
import { endNow, offerOf } from "../../orders/offers.ts";
import { isOwnOrigin } from "../auth/csrf.ts";
import type { WebDeps } from "../deps.ts";
import { readForm, textOf } from "../form.ts";
import { longestNote, longestReason } from "../lengths.ts";
import type { Allowance } from "../limits.ts";
import { stateLabel, stepLabel } from "../queue/orders/order-words.ts";
import { storable } from "../storable.ts";
import { unknownPage } from "./frame.tsx";
import { offerPath, readOfferPath } from "./link.ts";
import { type Notice, offerPage, type Typed } from "./page.tsx";
import { readProof } from "./read-proof.ts";
import { readQuote } from "./read-quote.ts";
import { type Found, standingOf } from "./standing.ts";
import { visitsOf } from "./visits.ts";
import { type PartnerPageWords, partnerPageWords } from "./words.ts";

/** One address: a page with its answer, and no room for guessing links. */
const visits: Allowance = { burst: 120, perSecond: 1 };

/** Pictures of one partner for one order. */
const mostProofs = 10;

/** What can have been done, by the name of its sentence. */
const goods = [
  ...([
    "accepted",
    "declined",
    "again",
    "againChanged",
    "quoted",
    "moved",
    "reported",
    "confirmed",
    "refused",
  ] as const),
  ...(["wrote", "wroteByStaff", "proved"] as const),
] as const;
type Good = (typeof goods)[number];
/** `typed`: what was written in the form, for the box that is shown again. */
type Unread = Notice & { readonly typed?: Typed; readonly status?: 413 };
type Answered = { readonly acted: Acted; readonly good: Good; readonly typed?: Typed } | Unread;

type Act = (found: Found, c: Context, words: PartnerPageWords) => Promise<Answered>;

/** @param key signs the links; without one there are none */
export function partnerRoutes(deps: WebDeps, key: string): Hono {
  const { engine, config } = deps;
  const app = new Hono();
  app.use(visitsOf(deps, visits));

  app.get("/:offer/:signature", async (c) => {
    const found = await find(deps, key, c);
    const { said } = partnerPageWords(await languageOf(deps, c, found));
    const good = goods.find((one) => one === c.req.query("said"));
    return show(deps, key, c, found, good && { tone: "good", text: said[good] });
  });
  // A page that was opened again where an answer was sent: the offer itself.
  app.get("/:offer/:signature/:verb", (c) => c.redirect(c.req.path.replace(/\/[^/]*$/, ""), 303));

  const answers = (verb: string, act: Act) =>
    app.post(`/:offer/:signature/${verb}`, (c) => answer(deps, key, c, verb, act));
  answers("accept", async ({ order, offer }) => ({
    acted: await engine.answerOffer(order.ref, offer.id, { type: "accept" }),
    good: "accepted",
  }));
  answers("decline", async ({ order, offer }, c) => {
    const reason = storable(textOf(await readForm(c), "reason"), longestReason);
    return {
      acted: await engine.answerOffer(order.ref, offer.id, { type: "decline", reason }),
      good: "declined",
    };
  });
  answers("again", async ({ order, offer }) => ({
    acted: await engine.answerOffer(order.ref, offer.id, { type: "again" }),
    good: mayAcceptAfterAll(order, offer) ? "again" : "againChanged",
  }));
  answers("quote", async ({ order, offer }, c, { said }) => {
    const quote = readQuote(await readForm(c), config.zone);
    if (quote.type === "no_price") return { tone: "bad", text: said.noPrice };
    if (quote.type === "bad_time") return { tone: "bad", text: said.badTime };
    return { acted: await engine.answerOffer(order.ref, offer.id, quote), good: "quoted" };
  });
  const reports = (
    verb: string,
    read: (form: URLSearchParams, words: PartnerPageWords) => PartnerReport | Unread,
  ) =>
    answers(verb, async ({ order, offer }, c, words) => {
      const form = await readForm(c);
      const report = read(form, words);
      if ("tone" in report) return report;
      const acted = await engine.partnerReports(order.ref, offer.partner.id, report);
      const good = report.type === "words" ? await wroteAs(deps, order) : goodOf(report);
      return { acted, good, ...("text" in report && { typed: { [verb]: report.text } }) };
    });
  reports("move", readMove);
  reports("no_show", () => ({ type: "no_show" }));
  reports("no_answer", () => ({ type: "no_answer" }));
  reports("problem", (form, words) => readText(form, "problem", words));
  reports("words", (form, words) => readText(form, "words", words));
  answers("proof", (found, c, words) => prove(deps, found, c, words));
  reports("expiry", (form) => ({ type: "expiry", date: textOf(form, "valid_until") }));
  reports("confirm", (form) => ({
    ...{ type: "confirm", n: Number(form.get("change")), can: form.get("can") !== "no", note: "" },
  }));
  return app;
}

/** What was sent to the page, and the page after it. */
async function answer(deps: WebDeps, key: string, c: Context, verb: string, act: Act): Promise<Response> {
  const { engine, config, log } = deps;
  const found = await find(deps, key, c);
  if (!found) return show(deps, key, c, undefined);
  const words = partnerPageWords(await languageOf(deps, c, found));
  if (!isOwnOrigin(c, config.publicUrl))
    return show(deps, key, c, found, { tone: "bad", text: words.said.foreign }, 403);
  const answered = await act(found, c, words);
  const newest = await find(deps, key, c);
  const { typed } = answered;
  if ("tone" in answered) return show(deps, key, c, newest, answered, answered.status ?? 422, typed);
  const { acted } = answered;
  log.info({ order: found.order.ref, act: verb, result: acted.type }, "a partner's answer");
  // What is done is not sent again by looking at it again.
  if (acted.type === "done") {
    const lang = await languageOf(deps, c, found);
    return c.redirect(`${offerPath(key, found.offer.id)}?lang=${lang}&said=${answered.good}`, 303);
  }
  const [notice, status] = noticeOf(acted, words);
  // Declined once, and another order by now: it was not accepted, and stands as what it is. Who came late in a race may read an offer that still stands.
  const isAnew =
    isChangedOffer(acted) && newest && endNow(newest.order, newest.offer, engine.now()) === undefined;
  const said = isAnew ? { ...notice, text: words.said.againChanged } : notice;
  return show(deps, key, c, newest, said, status, typed);
}

/** A picture from whoever carries the order out, for staff. */
async function prove(
  { engine, documents, orders }: WebDeps,
  { order, offer }: Found,
  c: Context,
  { said }: PartnerPageWords,
): Promise<Answered> {
  const { id } = offer.partner;
  const at = engine.now();
  if (!mayBeProven(order, id, at)) return { tone: "bad", text: said.illegal };
  const sent = (await orders.history(order.ref)).filter(
    ({ what, partner }) => what === "proof" && partner?.id === id,
  );
  if (sent.length >= mostProofs) return { tone: "bad", text: said.badProof.too_many(mostProofs) };
  const proof = await readProof(c, documents, { conversation: order.conversation, at });
  if (proof.type !== "file") {
    const text = said.badProof[proof.type];
    return { tone: "bad", text, ...(proof.type === "too_large" && { status: 413 }) };
  }
  const acted = await engine.partnerReports(order.ref, id, { type: "proof", document: proof.media });
  if (acted.type === "refused") await documents.remove(proof.media.document);
  return { acted, good: "proved" };
}

function goodOf(report: PartnerReport): Good {
  if (report.type === "confirm") return report.can ? "confirmed" : "refused";
  return report.type === "move" ? "moved" : "reported";
}

function readMove(form: URLSearchParams, { said }: PartnerPageWords): PartnerReport | Notice {
  const [to = "", stage] = (form.get("move") ?? "").split(":");
  const status = statusNames.find((name): name is StatusName => name === to);
  if (!status) return { tone: "bad", text: said.illegal };
  return { type: "move", move: { to: status, ...(stage && { stage }) } };
}

function readText(
  form: URLSearchParams,
  type: "problem" | "words",
  { said }: PartnerPageWords,
): PartnerReport | Unread {
  const text = textOf(form, "text");
  if (text === "") return { tone: "bad", text: said.empty };
  return text.length > longestNote
    ? { tone: "bad", text: said.tooLong, typed: { [type]: text } }
    : { type, text };
}

/** Whether the customer reads it, or a colleague tells them. */
async function wroteAs({ engine }: WebDeps, { conversation }: Order): Promise<Good> {
  const chat = await engine.conversation(conversation);
  return chat && canTell({ before: chat }) && chat.goneAt === undefined ? "wrote" : "wroteByStaff";
}

/** The offer of a signed link; none for a partner that staff have paused. */
async function find({ orders, partners }: WebDeps, key: string, c: Context): Promise<Found | undefined> {
  const { offer: given = "", signature = "" } = c.req.param() as Readonly<Record<string, string>>;
  const id = readOfferPath(key, { offer: given, signature });
  const order = id && (await orders.get(orderOfOffer(id)));
  const offer = order && offerOf(order, id);
  if (!offer) return undefined;
  const partner = await partners.get(offer.partner.id);
  return partner?.state.status === "paused_by_staff" ? undefined : { order, offer };
}

/** What the page asks for, else what the partner's people read first. */
async function languageOf(
  { partners, config }: WebDeps,
  c: Context,
  found: Found | undefined,
): Promise<Language> {
  const asked = c.req.query("lang");
  if (asked === "ar" || asked === "en") return asked;
  const partner = found && (await partners.get(found.offer.partner.id));
  return partner?.languages[0] ?? config.language;
}

async function show(
  deps: WebDeps,
  key: string,
  c: Context,
  found: Found | undefined,
  notice?: Notice,
  status: ContentfulStatusCode = 200,
  typed?: Typed,
): Promise<Response> {
  const catalogue = deps.catalogue();
  const language = await languageOf(deps, c, found);
  if (!found) return c.html(unknownPage(language, catalogue), 404);
  const { order, offer } = found;
  const now = deps.engine.now();
  return c.html(
    offerPage({
      ...{ language, catalogue, order, offer, notice, ...(typed && { typed }) },
      flow: flowOf(catalogue, order),
      standing: await standingOf(deps, found, language),
      path: offerPath(key, offer.id),
      until: showMoment(offer.until, now, catalogue.zone, language),
      stepLabel: (step) => stepLabel(catalogue, order, step, language),
      stateLabel: stateLabel(catalogue, order, language),
    }),
    status,
  );
}

function noticeOf(
  acted: Exclude<Acted, { readonly type: "done" }>,
  { said, over }: PartnerPageWords,
): readonly [Notice, ContentfulStatusCode] {
  switch (acted.type) {
    case "refused":
      // That it is over is what the page itself says now.
      if (acted.refusal.reason === "offer_over") return [{ tone: "bad", text: over[acted.refusal.why] }, 409];
      if (acted.refusal.reason === "bad_quote")
        return [{ tone: "bad", text: said.badQuote[acted.refusal.why] }, 422];
      if (acted.refusal.reason === "holds_a_secret") return [{ tone: "bad", text: said.secret }, 422];
      if (acted.refusal.reason === "unknown_field") return [{ tone: "bad", text: said.badExpiry }, 422];
      return [{ tone: "bad", text: said.illegal }, 409];
    case "not_now":
    case "unknown":
      return [{ tone: "bad", text: said.notNow }, 503];
    default:
      return acted satisfies never;
  }
}
