/** How a partner has served, in the plain words of its page and of an order's: the very counts that rank it. */
import { describe, expect, it } from "vitest";
import { type Standing, unseen } from "../../../src/domain/standing.ts";
import { StandingView } from "../../../src/web/queue/partners/standing-view.tsx";
import { standingFacts } from "../../../src/web/queue/partners/standing-words.ts";

const minute = 60_000;
const seen: Standing = {
  ...{ offered: 22, accepted: 18, declined: 1, answeredLate: 2, answered: 21, answerMs: 21 * 4 * minute },
  ...{ finished: 16, inTime: 15, givenBack: 2, complaints: 1, ratings: 5, ratingSum: 23 },
  earlier: 0,
};
const shown = (standing: Standing | undefined, language: "ar" | "en") =>
  String(<StandingView standing={standing} language={language} />);

describe("standingFacts", () => {
  it("tells each part of the rank by what was seen, in both languages", () => {
    expect(standingFacts(seen, "en")).toEqual({
      acceptance: [
        "accepted or priced 18 of 22 offers",
        "declined: 1",
        "answered too late: 2",
        "let go by: 1",
      ],
      speed: ["answers in 4 minutes on average"],
      on_time: [
        "in time with 15 of 18",
        "of these late or standing still: 1",
        "of these accepted and not carried out: 2",
      ],
      complaints: ["complaints upheld: 1"],
      rating: ["rated 4.6 of 5 (marks: 5)"],
    });
    expect(standingFacts(seen, "ar")).toEqual({
      acceptance: [
        "العروض المقبولة أو المسعّرة: 18 من 22",
        "اعتذارات: 1",
        "ردود بعد انتهاء المهلة: 2",
        "بلا رد: 1",
      ],
      speed: ["متوسط وقت الرد: 4 دقائق"],
      on_time: [
        "الطلبات المنجزة في وقتها: 15 من 18",
        "منها طلبات تأخرت أو توقفت لديها: 1",
        "منها طلبات قبلتها ولم تنفّذها: 2",
      ],
      complaints: ["شكاوى ثبتت صحتها: 1"],
      rating: ["تقييم العملاء 4.6 من 5 (عدد التقييمات: 5)"],
    });
  });

  it("says nothing of what was not seen", () => {
    expect(Object.values(standingFacts(unseen, "en")).flat()).toEqual([]);
    const done = standingFacts({ ...unseen, finished: 1, inTime: 1 }, "en");
    expect(done).toMatchObject({ on_time: ["in time with 1 of 1"], complaints: ["no complaint upheld"] });
  });

  it.each([
    [20_000, "دقيقة"],
    [2 * minute, "دقيقتان"],
    [11 * minute, "11 دقيقة"],
    [119 * minute, "119 دقيقة"],
    [180 * minute, "3 ساعات"],
  ])("counts the time of an answer as Arabic does (%i)", (ms, words) => {
    const [fact] = standingFacts({ ...unseen, answered: 1, answerMs: ms }, "ar").speed;
    expect(fact).toBe(`متوسط وقت الرد: ${words}`);
  });
});

describe("StandingView", () => {
  it("shows the rank, its parts with their weights, and the facts behind them", () => {
    const page = shown(seen, "en");
    expect(page).toContain("Performance 83%");
    expect(page).toMatch(/accepts.*80% \(weighs 30%\).*accepted or priced 18 of 22 offers/s);
    expect(page).not.toContain("New:");
    expect(shown(seen, "ar")).toContain("الأداء 83%");
  });

  it("says of one that was quiet for long that it is known from before", () => {
    expect(shown({ ...unseen, earlier: 40 }, "en")).toMatch(/nobody new.*from before: 40/);
    expect(shown({ ...unseen, earlier: 40 }, "ar")).toMatch(/ليست جهة جديدة.*40/);
    expect(shown({ ...unseen, earlier: 4 }, "en")).toContain("New:");
    expect(shown({ ...unseen, offered: 3, earlier: 40 }, "en")).not.toContain("nobody new");
  });

  it("says that a partner is new, or that nothing is known of it", () => {
    expect(shown({ ...unseen, offered: 1, accepted: 1 }, "en")).toContain("New: until it has had 10 offers");
    expect(shown(undefined, "en")).toContain("Nothing is known of it yet.");
    expect(shown(undefined, "ar")).toContain("لم يُعرف عنها شيء بعد.");
    // It is ranked all the same, before others, and why stands with it.
    expect(shown(undefined, "en")).toContain("New: until it has had 10 offers");
  });
});
