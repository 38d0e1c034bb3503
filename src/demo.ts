/**
 * The demo office: sample partners and two agents, all marked, so that a visitor can play the whole story without configuring
 * anything. A start without demo disables them.
 */
import { randomBytes } from "node:crypto";
import type { Role } from "./domain/agent.ts";
import { parsePartnerId } from "./domain/ids.ts";
import type { Partner } from "./domain/partner.ts";
import type { Store } from "./store/store.ts";
import { createAgent, setPassword } from "./web/auth/agents.ts";

export type DemoAgent = { readonly name: string; readonly email: string; readonly password: string };

const agents: readonly { readonly name: string; readonly email: string; readonly role: Role }[] = [
  { name: "نورة الحربي", email: "noura@demo.example", role: "admin" },
  { name: "Salem Bakr", email: "salem@demo.example", role: "agent" },
];

const partners: readonly Omit<Partner, "active" | "demo">[] = [
  {
    id: partnerId("p_demo_deerah_couriers"),
    name: { ar: "مندوب الديرة للتوصيل", en: "Deerah Couriers" },
    services: ["parcel_delivery"],
    cities: ["Riyadh", "Jeddah", "Dammam"],
  },
  {
    id: partnerId("p_demo_sahil_shipping"),
    name: { ar: "الساحل للشحن", en: "Sahil Shipping" },
    services: ["parcel_delivery"],
    cities: [],
  },
  {
    id: partnerId("p_demo_hijaz_hotels"),
    name: { ar: "حجوزات الحجاز الفندقية", en: "Hijaz Hotel Desk" },
    services: ["hotel_booking"],
    cities: ["Jeddah", "Makkah", "Medina"],
  },
  {
    id: partnerId("p_demo_najd_stays"),
    name: { ar: "إقامات نجد", en: "Najd Stays" },
    services: ["hotel_booking"],
    cities: ["Riyadh", "Buraydah"],
  },
];

/** Seeds or refreshes the demo; the agents' passwords are new each time and are returned once, to be printed. */
export async function seedDemo(store: Store, now: number): Promise<readonly DemoAgent[]> {
  for (const partner of partners) await store.directory.putPartner({ ...partner, active: true, demo: true });
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

/** Disables what an earlier demo left: nobody may log in with a password that once stood on a screen. */
export async function disableDemo(store: Store): Promise<void> {
  for (const agent of await store.people.listAgents()) {
    if (agent.demo && !agent.disabled) await store.people.changeAgent(agent.id, { disabled: true });
  }
  for (const partner of await store.directory.listPartners({ activeOnly: true })) {
    if (partner.demo) await store.directory.putPartner({ ...partner, active: false });
  }
}

function partnerId(text: string) {
  const id = parsePartnerId(text);
  if (!id) throw new Error(`not a partner id: ${text}`);
  return id;
}
