import { describe, expect, it } from "vitest";
import { memorySeenWebhooks } from "../../src/webhooks/memory-seen.ts";
import { answerOnce } from "../../src/webhooks/once.ts";
import type { KeptAnswer } from "../../src/webhooks/seen.ts";

const arrival = { sender: "p_one", id: "msg_1", at: 1_000 };

/** Acts that count how often they were done, and give the next of these statuses. */
function counting(...statuses: number[]) {
  const acts = { done: 0 };
  const act = async (): Promise<KeptAnswer> => {
    acts.done += 1;
    await Promise.resolve();
    return { status: statuses[acts.done - 1] ?? 200, body: { act: acts.done } };
  };
  return { acts, act };
}

describe("answerOnce", () => {
  it("acts on the first and gives its answer to each repeat", async () => {
    const answer = answerOnce(memorySeenWebhooks());
    const { acts, act } = counting(409);
    const first = await answer(arrival, act);
    expect(first).toEqual({ answer: { status: 409, body: { act: 1 } }, isRepeat: false });
    expect(await answer({ ...arrival, at: 9_000 }, act)).toEqual({ ...first, isRepeat: true });
    expect(acts.done).toBe(1);
  });

  it("acts once for many that come at the same moment", async () => {
    const answer = answerOnce(memorySeenWebhooks());
    const { acts, act } = counting();
    const answers = await Promise.all(Array.from({ length: 100 }, () => answer(arrival, act)));
    expect(acts.done).toBe(1);
    expect(answers.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
    expect(new Set(answers.map(({ answer: given }) => JSON.stringify(given))).size).toBe(1);
  });

  it("acts for each partner and for each id", async () => {
    const answer = answerOnce(memorySeenWebhooks());
    const { acts, act } = counting();
    await answer(arrival, act);
    await answer({ ...arrival, sender: "p_two" }, act);
    await answer({ ...arrival, id: "msg_2" }, act);
    expect(acts.done).toBe(3);
  });

  it("acts again after an answer that asks to try later", async () => {
    const answer = answerOnce(memorySeenWebhooks());
    const { acts, act } = counting(503, 200);
    expect((await answer(arrival, act)).answer.status).toBe(503);
    expect(await answer(arrival, act)).toMatchObject({ answer: { status: 200 }, isRepeat: false });
    expect((await answer(arrival, act)).isRepeat).toBe(true);
    expect(acts.done).toBe(2);
  });

  it("acts again after one that failed, and tells all who waited", async () => {
    const answer = answerOnce(memorySeenWebhooks());
    const failing = async () => Promise.reject(new Error("disk full"));
    const both = await Promise.allSettled([answer(arrival, failing), answer(arrival, failing)]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect((await answer(arrival, counting().act)).isRepeat).toBe(false);
  });

  it("takes what the act itself kept with its effect as kept", async () => {
    const seen = memorySeenWebhooks();
    const answer = answerOnce(seen);
    const { act } = counting();
    const keeping = async () => {
      const given = await act();
      await seen.keep({ ...arrival, answer: given });
      return given;
    };
    expect((await answer(arrival, keeping)).isRepeat).toBe(false);
    expect((await answer(arrival, keeping)).isRepeat).toBe(true);
  });
});
