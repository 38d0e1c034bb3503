/** The engine's running totals as Prometheus text, with the process's own numbers (memory, event loop, open files). */
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Engine } from "../engine.ts";

/**
 * Text of the moment it is asked for. A total that begins with another word than `…_total` is shown as it is now (a gauge); the
 * engine counts, nothing is kept here.
 */
export function createMetrics(engine: Pick<Engine, "counters">): () => Promise<string> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "wasit_" });
  const gauges = new Map<string, Gauge>();
  return () => {
    for (const [name, value] of Object.entries(engine.counters())) {
      const gauge = gauges.get(name) ?? gaugeNamed(name, registry);
      gauges.set(name, gauge);
      gauge.set(value);
    }
    return registry.metrics();
  };
}

function gaugeNamed(name: string, registry: Registry): Gauge {
  const help = name.replaceAll("_", " ");
  return new Gauge({ name: `wasit_${name}`, help, registers: [registry] });
}
