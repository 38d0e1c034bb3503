/** How a flow's partners are found: what its keys must say together. Pure. */
import { isPricedOtherwise } from "../orders/proposal.ts";
import type { UnpinnedFlow } from "./pin.ts";
import type { Finding } from "./problem.ts";

export function checkDispatch({ dispatch, price }: UnpinnedFlow): Finding[] {
  const { strategy, at_once: atOnce, direct } = dispatch;
  const found: Finding[] = [];
  if (price.propose && (isPricedOtherwise(strategy) || price.lines.length > 0))
    found.push({
      path: ["price", "propose"],
      problem:
        price.lines.length > 0
          ? "propose takes the price from partners' fixed ones, and price.lines says it already"
          : `propose takes the price from partners who are asked at a fixed one, and the strategy is ${strategy}`,
      whatToDo: "Remove propose, or the lines; or write strategy: ring, broadcast or direct.",
    });
  if (atOnce !== undefined && strategy !== "broadcast" && strategy !== "quotes")
    found.push({
      path: ["dispatch", "at_once"],
      problem: `at_once says how many are asked together, and the strategy is ${strategy}`,
      whatToDo: "Write strategy: broadcast or strategy: quotes, or remove the line.",
    });
  if (strategy === "direct" && direct === undefined)
    found.push({
      path: ["dispatch", "strategy"],
      problem: "the strategy is direct, but which partner is asked is missing",
      whatToDo:
        "Add the line direct: with the partner's id, like p_najd_couriers (it stands on the partner's page).",
    });
  if (strategy !== "direct" && direct !== undefined)
    found.push({
      path: ["dispatch", "direct"],
      problem: `direct names the partner that is asked alone, and the strategy is ${strategy}`,
      whatToDo: "Write strategy: direct, or remove the line.",
    });
  return found;
}
