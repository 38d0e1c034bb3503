/** Partners who race for offers, each by the door that real ones have: a chat of their own, a signed message of their system, the page behind their link. */
import type { ConversationId, OfferId, OrderRef } from "../../src/domain/ids.ts";
import type { PartnerName } from "../../src/domain/partner.ts";
import { webOf } from "../../src/serve.ts";
import { freshPartnerCode, hashOfPartnerCode, partnerCodeMs } from "../../src/turn/partner-codes.ts";
import { offerPath } from "../../src/web/partner/link.ts";
import { webhookSecretOf } from "../../src/webhooks/secret.ts";
import { plain, randomBytes } from "../kit.ts";
import { partnerIdOf, samplePartner } from "../store/sample-partner.ts";
import type { BenchOffice } from "../turn/bench-office.ts";
import { signedMessage } from "../web/partner/partner-system.ts";

export type Outcome = "won" | "late" | { readonly wrong: string };

export type Racer = {
  readonly partner: PartnerName;
  readonly door: "chat" | "system" | "page";
  /** Accepts; what it was answered is known once the office is idle. */
  readonly accept: (ref: OrderRef, offer: OfferId) => Promise<() => Outcome>;
};

const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const origin = "http://127.0.0.1:3000";

/** So many partners, whose doors take turns. */
export async function openRacers(bench: BenchOffice, count: number): Promise<readonly Racer[]> {
  const doors = [chatRacer, systemRacer, pageRacer];
  const racers: Racer[] = [];
  for (let n = 0; n < count; n += 1) {
    const open = doors[n % doors.length] ?? chatRacer;
    racers.push(await open(bench, `n${n}`));
  }
  return racers;
}

const nameOf = (name: string): Omit<PartnerName, "chats"> => ({
  id: partnerIdOf(name),
  name: { ar: `شريك ${name}`, en: `Partner ${name}` },
});

/** Says which order it takes by its number, in one of the ways in which people do. */
async function chatRacer(bench: BenchOffice, name: string): Promise<Racer> {
  const address = `racer ${name}`;
  const code = freshPartnerCode(randomBytes);
  const linkCode = { code: hashOfPartnerCode(code), until: bench.clock.at + partnerCodeMs };
  await bench.office().store.partners.save([samplePartner(name, { contacts: { linkCode } })]);
  await bench.say(address, "join", code);
  await bench.office().idle();
  const id: ConversationId = (await bench.chat(address)).id;
  let said = 0;
  return {
    partner: { ...nameOf(name), chats: [id] },
    door: "chat",
    async accept(ref) {
      const job = (await bench.chat(address)).partner?.jobs.find((one) => one.ref === ref);
      const before = bench.to(address).length;
      said += 1;
      const words = ["قبول", "accept", "موافق"][said % 3];
      await bench.say(address, `m${said}`, `${words} ${job?.number}`);
      return () => {
        const told = bench
          .to(address)
          .slice(before)
          .map(({ text }) => plain(text));
        const won = told.some((text) => text.includes(`${job?.number} (${ref}) لديكم`));
        const late = told.some((text) => text.includes(`سبقت جهة أخرى إلى العرض ${job?.number}`));
        if (won !== late) return won ? "won" : "late";
        return { wrong: `told ${JSON.stringify(told)}` };
      };
    },
  };
}

/** Answers by the API, signed with its own secret. */
async function systemRacer(bench: BenchOffice, name: string): Promise<Racer> {
  const { partners } = bench.office().store;
  const secret = webhookSecretOf(randomBytes(32));
  await partners.save([samplePartner(name, { contacts: {} })]);
  await partners.setSecret(partnerIdOf(name), secret);
  const { app } = webOn(bench);
  let said = 0;
  return {
    partner: nameOf(name),
    door: "system",
    async accept(_ref, offer) {
      said += 1;
      const message = signedMessage(secret, `msg_${name}_${said}`, { type: "offer.accept", offer });
      const path = `${origin}/api/v1/offers/${offer}/accept`;
      const { status, text } = await read(app.request(path, { method: "POST", ...message }));
      const isLate = status === 409 && text === '{"takenBy":"another partner"}';
      const outcome: Outcome = status === 200 ? "won" : isLate ? "late" : { wrong: `${status} ${text}` };
      return () => outcome;
    },
  };
}

/** Presses the button of the page behind its link; each time from another address, since a page takes only so many presses of one. */
async function pageRacer(bench: BenchOffice, name: string): Promise<Racer> {
  await bench.office().store.partners.save([samplePartner(name, { contacts: {} })]);
  const { app } = webOn(bench);
  let pressed = 0;
  return {
    partner: nameOf(name),
    door: "page",
    async accept(_ref, offer) {
      pressed += 1;
      const remoteAddress = `10.${pressed >> 16}.${(pressed >> 8) & 255}.${pressed & 255}`;
      const url = `${origin}${offerPath(bench.office().offerKey, offer)}/accept`;
      const env = { incoming: { socket: { remoteAddress } } };
      const { status, ...response } = await read(
        app.request(url, { method: "POST", headers: { origin } }, env),
      );
      const isLate = status === 409 && plain(response.text).includes("سبقت جهة أخرى");
      const outcome: Outcome =
        status === 303 ? "won" : isLate ? "late" : { wrong: `${status} ${response.text.slice(0, 200)}` };
      return () => outcome;
    },
  };
}

const read = async (answer: Response | Promise<Response>) => {
  const response = await answer;
  return { status: response.status, text: await response.text() };
};

function webOn(bench: BenchOffice) {
  const config = { publicUrl: origin, trustProxy: [], demo: false, rehearsal: false } as const;
  return webOf(bench.office(), { ...config, language: "ar", zone: "Asia/Riyadh" }, log);
}
