/** All channels of an office, started and stopped together. */
import type { Channel, Desk } from "./channels/channel.ts";
import type { Engine } from "./engine.ts";
import type { Log } from "./log.ts";

/** Starts them in order; the result stops them beside each other: each may wait for a send that is under way. When one can't start, none is left running, nor the engine. */
export async function startChannels(
  channels: readonly Channel[],
  engine: Engine,
  desk: (channel: string) => Desk,
  log: Log,
): Promise<() => Promise<void>> {
  const started: Channel[] = [];
  const stop = async () => {
    const stopOne = async (channel: Channel) => {
      try {
        await channel.stop();
      } catch (error) {
        // What was accepted has to be finished all the same.
        log.error({ error, channel: channel.name }, "a channel did not stop in order");
      }
    };
    await Promise.all(started.splice(0).map(stopOne));
  };
  try {
    for (const channel of channels) {
      await channel.start(engine.receive, desk(channel.name));
      started.push(channel);
    }
  } catch (error) {
    await stop();
    await engine.close();
    throw error;
  }
  return stop;
}
