/** The engine's running totals as Prometheus text, with the process's own numbers (memory, event loop, open files). */
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Engine } from "../engine.ts";

/** Text of the moment it is asked for; the engine counts, nothing is kept here. A name in `_total` is a counter, any other a gauge. */
export function createMetrics(engine: Pick<Engine, "counters">): () => Promise<string> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "wasit_" });
  const shown = new Map<string, (value: number) => void>();
  return () => {
    for (const [name, value] of Object.entries(engine.counters())) {
      const show = shown.get(name) ?? metricNamed(name, registry);
      shown.set(name, show);
      show(value);
    }
    return registry.metrics();
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
