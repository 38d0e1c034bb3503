/** Who may carry an order out, on its page: for each, whether it was asked, and how many come before it. */
import { describe, expect, it } from "vitest";
import type { Choice } from "../../../src/dispatch/choose.ts";
import { nothingToDo, rankOf } from "../../../src/dispatch/rank.ts";
import { type OrderRef, offerIdOf } from "../../../src/domain/ids.ts";
import type { Order } from "../../../src/domain/order.ts";
import { unseen } from "../../../src/domain/standing.ts";
import type { Scene } from "../../../src/web/queue/frame/scene.ts";
import { ChoiceView } from "../../../src/web/queue/orders/choice-view.tsx";
import { partnerIdOf, samplePartner } from "../../store/sample-partner.ts";
import { orderOf } from "../../store/sample-turns.ts";

const now = Date.parse("2026-11-22T10:00:00+03:00");
const names = ["a", "b", "c", "d", "e"];
const choice: Choice = {
  chosen: names.map((name) => ({
    ...{ partner: samplePartner(name), standing: unseen, rank: rankOf(unseen) },
    ...{ load: nothingToDo, pressed: false },
  })),
  left: new Map(),
  more: 0,
};
const offers: Order["offers"] = ["a", "b"].map((name) => ({
  ...{ id: offerIdOf("BR-10001" as OrderRef, name.repeat(16)), madeAt: now, until: now + 60_000 },
  partner: { id: partnerIdOf(name), name: { ar: name, en: name } },
  state: name === "a" ? { type: "open" } : { type: "declined", at: now, reason: "" },
}));
const search = { since: now, asked: [partnerIdOf("a"), partnerIdOf("b")] };

/** Each suggested partner's line, without its marks. */
function lines(change: Partial<Order>, language: "ar" | "en"): readonly string[] {
  const scene = { now, zone: "Asia/Riyadh", language } as Scene;
  const page = String(
    <ChoiceView
      {...{ scene, choice, order: orderOf("a", 10_001, change), path: "/queue/orders/BR-10001" }}
      {...{ current: undefined, opensAt: () => undefined, linkOf: undefined, strategy: "broadcast" }}
      {...{ maySearch: false, mayAct: false, mayTend: false }}
    />,
  );
  const items = [...page.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item = ""]) => item);
  return items
    .filter((item) => item.includes("/queue/partners/"))
    .map((item) => item.replace(/<[^>]*>/g, ""));
}

describe("ChoiceView", () => {
  it("says of each partner that would do why it was not asked yet", () => {
    const [a, b, c, d] = lines({ offers, search }, "en");
    expect(a).toContain("has the offer, no answer yet");
    expect(b).not.toMatch(/has the offer|not asked yet/);
    expect(c).toContain("not asked yet: 1 before it");
    expect(d).toContain("not asked yet: 2 before it");
    expect(lines({ offers, search }, "ar")[3]).toContain("لم تُسأل بعد، وقبلها: 2");
  });

  it("says nothing of turns where nobody is being asked", () => {
    const over = { ...search, over: { at: now, why: "by_staff" } } as const;
    expect(lines({ offers, search: over }, "en").join()).not.toContain("not asked yet");
  });
});
