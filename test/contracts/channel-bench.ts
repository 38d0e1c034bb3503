/**
 * What a channel's own test must bring for the contract: its platform with one customer on it, and what that platform can do. The
 * office is a recording one: it says what was handed over, and refuses when it is told to.
 */
import type { Channel, ChannelProblem, Received } from "../../src/channels/channel.ts";
import type { Content, Inbound, Outbound } from "../../src/domain/message.ts";
import { deskInMemory, type ToldDesk } from "../channels/desk.ts";

/** What a customer does on a platform. */
export type Deed =
  | { readonly type: "text"; readonly text: string }
  /** The button with this label, under the office's newest message. */
  | { readonly type: "press"; readonly label: string }
  | { readonly type: "location"; readonly latitude: number; readonly longitude: number }
  | { readonly type: "contact"; readonly name: string; readonly phone: string }
  | {
      readonly type: "photo" | "voice" | "document";
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly caption?: string;
    }
  /** Changes the newest text of their own. */
  | { readonly type: "edit"; readonly text: string }
  /** To the office's newest message. */
  | { readonly type: "reaction"; readonly emoji: string }
  | { readonly type: "sticker" | "poll" | "deleted" | "call" };

/** One message as the customer sees it. */
export type Shown = {
  readonly text: string;
  readonly buttons?: readonly string[];
  readonly file?: Uint8Array;
};

/** A platform with one customer on it. */
export type Platform = {
  readonly channel: Channel;
  /** The customer's. */
  readonly address: string;
  /** Resolves once the platform has it, whether the office has or not. */
  does(deed: Deed): Promise<void>;
  /** All that the customer sees of the office, oldest first. */
  sees(): Promise<readonly Shown[]>;
  /** Everything that the platform delivered it delivers once more. Called only where `redelivers`. */
  deliversAgain(): Promise<void>;
  /** The platform tells the channel of a message that the office's own account sent. Called only where `echoes`. */
  echoesOwn(): Promise<void>;
  /** The next hand-over meets this trouble. Called only with one of `problems`. */
  fails(problem: Trouble): void;
  /** A channel whose pages read what the office stored: called before the hand-over. */
  stored?(outbound: Outbound): void;
  close(): Promise<void>;
};

/** What a platform can do to a hand-over; the prudence of its line is none of it. */
export type Trouble = Exclude<ChannelProblem["type"], "held">;

/** What is true of a platform; it decides which promises are tried. */
export type PlatformFacts = {
  readonly name: string;
  /** What customers can do there. */
  readonly deeds: readonly Deed["type"][];
  readonly problems: readonly Trouble[];
  /** Does it deliver again what was not taken, and sometimes what was? */
  readonly redelivers: boolean;
  /** Does it tell of messages that the office's own account sent? */
  readonly echoes: boolean;
  /** Builds it; the contract starts the channel. */
  open(office: RecordingOffice): Promise<Platform>;
};

export type RecordingOffice = {
  readonly desk: ToldDesk;
  receive(inbound: Inbound): Promise<Received>;
  /** Every hand-over in its order, repeats and refused ones too. */
  readonly calls: readonly Inbound[];
  /** What counts: each delivery once, in the order in which it was taken. */
  readonly taken: readonly Inbound[];
  contents(): readonly Content[];
  /** So many of the next hand-overs are told to come again. */
  refuseNext(count: number): void;
};

/** An office that takes everything, knows repeats by (address, id), and takes its time over it. */
export function recordingOffice(): RecordingOffice {
  const calls: Inbound[] = [];
  const taken: Inbound[] = [];
  const known = new Set<string>();
  let refusing = 0;
  return {
    desk: deskInMemory(),
    calls,
    taken,
    contents: () => taken.map(({ content }) => content),
    refuseNext(count) {
      refusing = count;
    },
    async receive(inbound) {
      calls.push(inbound);
      if (refusing > 0) {
        refusing -= 1;
        return { type: "not_now", reason: "disk_full" };
      }
      const key = `${inbound.address} ${inbound.id}`;
      const repeated = known.has(key);
      known.add(key);
      if (!repeated) taken.push(inbound);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return { type: repeated ? "repeat" : "accepted" };
    },
  };
}
