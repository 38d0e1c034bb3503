/**
 * The demo office: sample partners and two agents, all marked, so that a visitor can play the whole story without configuring
 * anything. A start without demo disables them.
 */
import { randomBytes } from "node:crypto";
import type { Role } from "./domain/agent.ts";
import { parsePartnerId } from "./domain/ids.ts";
import { newPartner, type Partner } from "./domain/partner.ts";
import type { Store } from "./store/store.ts";
import { createAgent, setPassword } from "./web/auth/agents.ts";

export type DemoAgent = { readonly name: string; readonly email: string; readonly password: string };

const agents: readonly { readonly name: string; readonly email: string; readonly role: Role }[] = [
  { name: "نورة الحربي", email: "noura@demo.example", role: "admin" },
  { name: "Salem Bakr", email: "salem@demo.example", role: "agent" },
];

const transport: Partner["licences"] = [{ kind: "transport", number: "DEMO-1" }];
const tourism: Partner["licences"] = [{ kind: "tourism", number: "DEMO-2" }];

const partners: readonly Pick<Partner, "id" | "name" | "services" | "cities" | "licences">[] = [
  {
    id: partnerId("p_demo_deerah_couriers"),
    name: { ar: "مندوب الديرة للتوصيل", en: "Deerah Couriers" },
    services: ["parcel_delivery"],
    cities: ["Riyadh", "Jeddah", "Dammam"],
    licences: transport,
  },
  {
    id: partnerId("p_demo_sahil_shipping"),
    name: { ar: "الساحل للشحن", en: "Sahil Shipping" },
    services: ["parcel_delivery"],
    cities: [],
    licences: transport,
  },
  {
    id: partnerId("p_demo_hijaz_hotels"),
    name: { ar: "حجوزات الحجاز الفندقية", en: "Hijaz Hotel Desk" },
    services: ["hotel_booking"],
    cities: ["Jeddah", "Makkah", "Medina"],
    licences: tourism,
  },
  {
    id: partnerId("p_demo_najd_stays"),
    name: { ar: "إقامات نجد", en: "Najd Stays" },
    services: ["hotel_booking"],
    cities: ["Riyadh", "Buraydah"],
    licences: tourism,
  },
];

/** Seeds or refreshes the demo; the agents' passwords are new each time and are returned once, to be printed. */
export async function seedDemo(store: Store, now: number): Promise<readonly DemoAgent[]> {
  await seedPartners(store);
  const made: DemoAgent[] = [];
  for (const { name, email, role } of agents) {
    const password = randomBytes(9).toString("base64url");
    const found = await store.people.findAgentByEmail(email);
    if (found) {
      await setPassword(store.people, found.id, password);
      if (found.disabled) await store.people.changeAgent(found.id, { disabled: false });
    } else {
      await createAgent(
        store.people,
        { name, email, role, password, language: "ar", demo: true },
        { now, randomBytes },
      );
    }
    made.push({ name, email, password });
  }
  return made;
}

const endOfDemo = "انتهى العرض التجريبي · the demo has ended";

/** New ones as they are above; what a visitor changed of them stays, but one that a start without demo paused works again. */
async function seedPartners(store: Store): Promise<void> {
  const found = await store.partners.getMany(partners.map(({ id }) => id));
  const state = { status: "active" } as const;
  await store.partners.save(
    partners.flatMap((sample): Partner[] => {
      const known = found.get(sample.id);
      if (!known) return [{ ...untouched, ...sample, state }];
      const ended = known.state.status === "paused_by_staff" && known.state.by === undefined;
      return ended ? [{ ...known, state }] : [];
    }),
  );
}

const untouched = { ...newPartner, kind: "business", demo: true } as const satisfies Partial<Partner>;

/** Disables what an earlier demo left: nobody may log in with a password that once stood on a screen. */
export async function disableDemo(store: Store, now: number): Promise<void> {
  for (const agent of await store.people.listAgents()) {
    if (agent.demo && !agent.disabled) await store.people.changeAgent(agent.id, { disabled: true });
  }
  const state = { status: "paused_by_staff", reason: endOfDemo, at: now } as const;
  const left = [...(await store.partners.getMany(partners.map(({ id }) => id))).values()];
  const active = left.filter((partner) => partner.demo && partner.state.status === "active");
  await store.partners.save(active.map((partner) => ({ ...partner, state })));
}

function partnerId(text: string) {
  const id = parsePartnerId(text);
  if (!id) throw new Error(`not a partner id: ${text}`);
  return id;
}
