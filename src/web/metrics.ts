/** The engine's running totals and the lines' states as Prometheus text, with the process's own numbers (memory, event loop, open files). */
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { LineState } from "../channels/channel.ts";
import type { Engine } from "../engine.ts";
import type { Lines } from "../outbox/lines.ts";

/** Text of the moment it is asked for; the engine counts, nothing is kept here. A name in `_total` is a counter, any other a gauge. */
export function createMetrics(
  engine: Pick<Engine, "counters">,
  lines: Pick<Lines, "list">,
): () => Promise<string> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "wasit_" });
  const shown = new Map<string, (value: number) => void>();
  const showLines = lineMetrics(registry);
  return () => {
    showLines(lines.list());
    for (const [name, value] of Object.entries(engine.counters())) {
      const show = shown.get(name) ?? metricNamed(name, registry);
      shown.set(name, show);
      show(value);
    }
    return registry.metrics();
  };
}

const states = [
  "starting",
  "working",
  "deaf",
  "away",
  "needs_link",
  "refused",
] as const satisfies readonly LineState["type"][];

/** `wasit_line_state{line,state}` is 1 for the state that the line is in and 0 for the others, so that an alert needs one name. */
function lineMetrics(registry: Registry): (lines: ReturnType<Lines["list"]>) => void {
  const registers = [registry];
  const gauge = (name: string, help: string, labelNames = ["line"]) =>
    new Gauge({ name: `wasit_line_${name}`, help, labelNames, registers });
  const state = gauge("state", "1 for the state that the line is in", ["line", "state"]);
  const paused = gauge("paused", "1 while its owner has paused the line");
  const backlog = gauge("backlog", "messages that wait to leave");
  return (list) => {
    for (const { channel: line, ...now } of list) {
      for (const name of states) state.set({ line, state: name }, now.state.type === name ? 1 : 0);
      paused.set({ line }, now.paused ? 1 : 0);
      backlog.set({ line }, now.backlog);
    }
  };
}

function metricNamed(name: string, registry: Registry): (value: number) => void {
  const about = { name: `wasit_${name}`, help: name.replaceAll("_", " "), registers: [registry] };
  if (!name.endsWith("_total")) {
    const gauge = new Gauge(about);
    return (value) => gauge.set(value);
  }
  const counter = new Counter(about);
  return (value) => {
    counter.reset();
    counter.inc(value);
  };
}
