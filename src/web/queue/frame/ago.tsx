/** A moment in words, with the full moment behind it. */
import type { Child } from "hono/jsx";
import { showMoment } from "../../../conversation/show/show.ts";
import { formatMoment } from "../../../language/format.ts";
import { machineMoment, relativeTime } from "./moments.ts";
import type { Scene } from "./scene.ts";

type At = { readonly at: number; readonly scene: Scene };

/** «قبل 5 دقائق». */
export function Ago({ at, scene }: At): Child {
  return (
    <time datetime={machineMoment(at)} title={formatMoment(at, scene.zone, scene.language)}>
      {relativeTime(at, scene.now, scene.language)}
    </time>
  );
}

/** «3:25 عصرًا», with the day when it is another. */
export function Clock({ at, scene }: At): Child {
  return (
    <time datetime={machineMoment(at)} title={formatMoment(at, scene.zone, scene.language)}>
      {showMoment(at, scene.now, scene.zone, scene.language)}
    </time>
  );
}
