/** The search for a partner on an order's page, in both languages. */
import { describe, expect, it } from "vitest";
import type { Order } from "../../../src/domain/order.ts";
import type { Scene } from "../../../src/web/queue/frame/scene.ts";
import { RoundView, SearchView } from "../../../src/web/queue/orders/search-view.tsx";
import { orderOf } from "../../store/sample-turns.ts";

const now = Date.parse("2026-11-22T10:00:00+03:00");
const scene = (language: "ar" | "en") => ({ now, zone: "Asia/Riyadh", language }) as Scene;
const priced = {
  price: { lines: [], total: { amountMinor: 5_000, currency: "SAR" } },
} as const satisfies Partial<Order>;

const shown = (change: Partial<Order>, language: "ar" | "en" = "en", strategy: "ring" | "office" = "ring") =>
  String(
    <SearchView
      scene={scene(language)}
      order={orderOf("a", 10_001, change)}
      path="/queue/orders/BR-10001"
      strategy={strategy}
      maySearch
    />,
  );

describe("SearchView", () => {
  it("says until when it waits for answers, and lets staff end it", () => {
    const offers = [
      {
        id: "of_10001_xxxxxxxxxxxxxxxx",
        partner: { id: "p_a", name: { ar: "أ", en: "A" } },
        madeAt: now,
        until: now + 30 * 60_000,
        state: { type: "open" },
      },
    ] as unknown as Order["offers"];
    const search = { since: now, asked: ["p_a"] } as unknown as Order["search"];
    const page = shown({ ...priced, ...(offers && { offers }), ...(search && { search }) });
    expect(page).toMatch(/being asked; they may answer until 10:30.*Asked so far: 1/s);
    expect(page).toContain("/queue/orders/BR-10001/stop_search");
    expect(shown({ ...(search && { search: { ...search, waitsUntil: now + 7_200_000 } }) }, "ar")).toMatch(
      /يُستأنف البحث 12:00/,
    );
  });

  it("says that it waits for room, in both languages", () => {
    const search = { since: now, asked: [], noRoomSince: now, waitsUntil: now + 600_000 };
    expect(shown({ ...priced, search })).toMatch(/waits for room.*10:10 am at the latest/);
    expect(shown({ ...priced, search }, "ar")).toMatch(/ينتظر الطلب حتى تتفرّغ جهة.*10:10 صباحًا على الأكثر/);
  });

  it("waits for the price, says why it is over, and offers to ask again", () => {
    expect(shown({})).toContain("once the price is set and the customer has approved it");
    expect(shown(priced)).toContain("in a moment");
    const over = { since: now, asked: [], over: { at: now, why: "unreachable" } } as const;
    const page = shown({ ...priced, search: over });
    expect(page).toContain("No partner of this service can be asked by itself");
    expect(page).toMatch(/hx-post="\/queue\/orders\/BR-10001\/search"/);
    expect(shown({ ...priced, search: over }, "ar")).toContain("سؤال الجهات من جديد");
  });

  it("is not there where the office looks after its orders itself", () => {
    expect(shown(priced, "en", "office")).toBe("");
  });
});

describe("RoundView", () => {
  it("says how many were asked, and why others were not", () => {
    const search = { asked: 2, left: { closed: 3, unreachable: 1 } };
    const row = { at: now, to: "seeking", by: { type: "office" }, what: "searched", search } as const;
    const text = String(<RoundView scene={scene("en")} row={row} />);
    expect(text).toMatch(/Asked: 2.*Closed now: 3.*can&#39;t be asked by themselves: 1/s);
    expect(String(<RoundView scene={scene("ar")} row={row} />)).toMatch(/سُئلت: 2.*مغلقة الآن: 3/s);
  });
});
