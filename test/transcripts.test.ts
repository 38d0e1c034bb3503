/** Plays every dialogue under `test/transcripts/`: what customers, staff and time do, and what must be said, filled and placed. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { draftsOf } from "../src/conversation/form/drafts.ts";
import type { AgentAct } from "../src/domain/act.ts";
import { type OrderRef, offerIdOf, type PartnerId, parsePartnerId } from "../src/domain/ids.ts";
import type { Content } from "../src/domain/message.ts";
import type { OfferAnswer } from "../src/domain/offer.ts";
import type { Candidates } from "../src/domain/search.ts";
import { loadExamples } from "../src/flows/examples.ts";
import { keepIn, keptFolder } from "../src/kept.ts";
import { embeddedClassifier } from "../src/understand/embedded.ts";
import { huda, omar, type Paper, paperOffice, sara } from "./conversation/paper-office.ts";
import { realCatalogue } from "./conversation/real-catalogue.ts";
import { plain } from "./kit.ts";
import { sure } from "./web/tiny-office.ts";

const folder = join(import.meta.dirname, "transcripts");
const examples = loadExamples(join(import.meta.dirname, "../prompts")).filter(
  ({ split }) => split === "train",
);
const classifier = embeddedClassifier(realCatalogue().specs, examples, keepIn(keptFolder));

const record = z.record(z.string(), z.unknown());
const sceneSchema = z.strictObject({
  /** Exactly one of these happens. */
  says: z.string().optional(),
  /** How long before it reached us it was written: `14h`. */
  written: z.string().optional(),
  edits: z.string().optional(),
  /** The label of a choice that was offered last. */
  presses: z.string().optional(),
  presses_value: z.string().optional(),
  sends: record.optional(),
  reacts: z.strictObject({ emoji: z.string(), to: z.enum(["read_back", "something_else"]) }).optional(),
  /** `2h`, `30m`, `1d`. */
  waits: z.string().optional(),
  /** The office stands still for so long, or its clock jumps. */
  stops: z.string().optional(),
  agent: z.enum(["sara", "omar", "huda"]).optional(),
  does: record.optional(),
  /** Staff ask these partners, by their Arabic names, for a price. */
  asks_price: z.array(z.string()).optional(),
  /** A partner that was asked answers: by a price in riyals, or with `accepts` at fixed pay; without either it declines. */
  partner: z
    .strictObject({
      name: z.string(),
      price: z.number().optional(),
      note: z.string().optional(),
      accepts: z.literal(true).optional(),
    })
    .optional(),
  /** Staff offer it to this partner at fixed pay. */
  offers: z.string().optional(),
  moves: z
    .strictObject({ to: z.string(), stage: z.string().optional(), note: z.string().optional() })
    .optional(),
  fails: z.string().optional(),
  restarts: z.literal(true).optional(),
  /** What must be true after it. */
  replies: z.array(z.string()).optional(),
  not: z.array(z.string()).optional(),
  silent: z.literal(true).optional(),
  choices: z.array(z.string()).optional(),
  service: z.string().optional(),
  fields: record.optional(),
  asked: z.string().optional(),
  drafts: z.array(z.string()).optional(),
  order: z
    .strictObject({
      service: z.string().optional(),
      status: z.string().optional(),
      stage: z.string().optional(),
      fields: record.optional(),
      claimed_by: z.string().optional(),
      contract: z.string().optional(),
      partner: z.string().optional(),
      total: z.number().optional(),
      mark: z.number().optional(),
      about: z.string().optional(),
      outcome: z.string().optional(),
    })
    .optional(),
  orders: z.number().optional(),
  language: z.enum(["ar", "en"]).optional(),
  person: z.string().optional(),
  refused: z.string().optional(),
});
const transcriptSchema = z.strictObject({
  about: z.string(),
  language: z.enum(["ar", "en"]).default("ar"),
  at: z.string().default("2026-11-22T10:00:00+03:00"),
  scenes: z.array(sceneSchema).min(1),
});
type Scene = z.infer<typeof sceneSchema>;

const agents = { sara, omar, huda };
const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

function durationOf(text: string): number {
  const [, count = "0", unit = "m"] = /^(\d+)([mhd])$/.exec(text) ?? [];
  return Number(count) * (unitMs[unit] ?? 0);
}

function newestRef(office: Paper): OrderRef | undefined {
  return [...office.orders.keys()].at(-1);
}

const idOf = (name: string): PartnerId =>
  sure(
    parsePartnerId(
      `p_${[...name].map((letter) => letter.codePointAt(0)?.toString(36)).join("")}`.slice(0, 40),
    ),
  );

/** The order is offered to a partner, or its price is asked for. */
function offer(office: Paper, name: string, asks?: "price"): void {
  const ref = sure(newestRef(office));
  const count = office.orders.get(ref)?.offers?.length ?? 0;
  const partner = { id: idOf(name), name: { ar: name, en: name } };
  const id = offerIdOf(ref, String(count).padStart(16, "0"));
  office.acts(sara, { type: "offer", offer: id, partner, minutes: 60, ...(asks && { asks }) }, ref);
}

function answer(office: Paper, { name, price, note, accepts }: NonNullable<Scene["partner"]>): void {
  const order = sure(office.orders.get(sure(newestRef(office))));
  const made = sure(order.offers?.findLast(({ partner }) => partner.id === idOf(name)));
  const total = { amountMinor: (price ?? 0) * 100, currency: "SAR" } as const;
  const said: OfferAnswer =
    price !== undefined
      ? { type: "quote", total, ...(note !== undefined && { note }) }
      : accepts
        ? { type: "accept" }
        : { type: "decline", reason: note ?? "" };
  office.happen({ type: "offer_answered", at: office.now, order, offer: made.id, answer: said });
}

function play(office: Paper, scene: Scene, offered: ReadonlyMap<string, string>): void {
  office.isLateBy(durationOf(scene.written ?? "0m"));
  if (scene.says !== undefined) office.says_(scene.says);
  if (scene.edits !== undefined) office.edits(scene.edits);
  if (scene.presses !== undefined) office.press(offered.get(scene.presses) ?? `no choice ${scene.presses}`);
  if (scene.presses_value !== undefined) office.press(scene.presses_value);
  if (scene.sends) office.sends(scene.sends as Content);
  if (scene.restarts) office.restarts();
  if (scene.fails !== undefined) office.fails(scene.fails);
  if (scene.reacts) {
    const { open } = office.conversation;
    const key = open?.type === "read_back" && scene.reacts.to === "read_back" ? open.key : "c_x:1:0";
    office.sends({ type: "reaction", emoji: scene.reacts.emoji, to: key });
  }
  if (scene.waits !== undefined) office.waits(durationOf(scene.waits));
  if (scene.stops !== undefined) office.stops(durationOf(scene.stops));
  if (scene.does) office.acts(agents[scene.agent ?? "sara"], scene.does as AgentAct, newestRef(office));
  for (const name of scene.asks_price ?? []) offer(office, name, "price");
  if (scene.offers !== undefined) offer(office, scene.offers);
  if (scene.partner) answer(office, scene.partner);
  const ref = newestRef(office);
  if (scene.moves && ref) office.moves(ref, scene.moves.to, scene.moves.stage, scene.moves.note);
}

function check(office: Paper, scene: Scene): void {
  const text = plain(office.text());
  for (const part of scene.replies ?? []) expect(text).toContain(part);
  for (const part of scene.not ?? []) expect(text).not.toContain(part);
  if (scene.silent) expect(text).toBe("");
  if (scene.refused !== undefined) expect(office.refusal?.reason).toBe(scene.refused);
  else expect(office.refusal).toBeUndefined();
  const choices = office.says.at(-1)?.choices ?? [];
  if (scene.choices) expect(choices.map(({ label }) => plain(label))).toEqual(scene.choices);
  checkForms(office, scene);
  checkOrder(office, scene);
  if (scene.language !== undefined) expect(office.conversation.language).toBe(scene.language);
  if (scene.person !== undefined) expect(office.conversation.person?.reason ?? "none").toBe(scene.person);
}

function checkForms(office: Paper, scene: Scene): void {
  const drafts = draftsOf(office.catalogue, office.conversation);
  const [active] = drafts;
  if (scene.drafts) expect(drafts.map(({ service }) => service)).toEqual(scene.drafts);
  if (scene.service !== undefined) expect(active?.service).toBe(scene.service);
  if (scene.asked !== undefined) expect(active?.asked).toBe(scene.asked);
  for (const [name, value] of Object.entries(scene.fields ?? {})) {
    expect(active?.fields[name]?.value, name).toEqual(value);
  }
}

function checkOrder(office: Paper, scene: Scene): void {
  if (scene.orders !== undefined) expect(office.orders.size).toBe(scene.orders);
  if (!scene.order) return;
  const order = [...office.orders.values()].at(-1);
  const { service, status, stage, fields, claimed_by, contract, partner, total, mark } = scene.order;
  const { about, outcome } = scene.order;
  if (about !== undefined) expect(order?.about ?? "none").toBe(about);
  if (outcome !== undefined) expect(order?.complaint?.outcome?.what ?? "none").toBe(outcome);
  if (partner !== undefined) expect(order?.partner?.name.ar ?? "none").toBe(partner);
  if (total !== undefined) expect(order?.price?.total.amountMinor).toBe(total * 100);
  if (mark !== undefined) expect(order?.rating?.mark).toBe(mark);
  if (service !== undefined) expect(order?.service).toBe(service);
  if (status !== undefined) expect(order?.state.status).toBe(status);
  if (stage !== undefined) expect(order?.state).toMatchObject({ stage });
  if (claimed_by !== undefined) expect(order?.claim?.name ?? "nobody").toBe(claimed_by);
  if (contract !== undefined) expect(plain(order?.contract ?? "")).toContain(contract);
  for (const [name, value] of Object.entries(fields ?? {}))
    expect(order?.fields[name]?.value, name).toEqual(value);
}

/** No partner of this office can be asked by itself: orders are with its people. */
const nobody: Candidates = { chosen: [], left: {}, reachable: 0 };

function playAll(file: string): void {
  const { scenes, language, at } = transcriptSchema.parse(parse(readFileSync(file, "utf8")));
  const office = paperOffice({ classifier, language, at: Date.parse(at), candidates: nobody });
  const offered = new Map<string, string>();
  scenes.forEach((scene, index) => {
    try {
      play(office, scene, offered);
      check(office, scene);
    } catch (error) {
      if (error instanceof Error)
        error.message = `scene ${index + 1}: ${error.message}\n--- said ---\n${plain(office.text())}`;
      throw error;
    }
    for (const { value, label } of office.says.at(-1)?.choices ?? []) offered.set(plain(label), value);
  });
}

describe("transcripts", () => {
  for (const behaviour of readdirSync(folder).sort()) {
    describe(behaviour, () => {
      for (const file of readdirSync(join(folder, behaviour)).sort()) {
        it(file.replace(/\.yaml$/, "").replaceAll("_", " "), () => playAll(join(folder, behaviour, file)));
      }
    });
  }
});
