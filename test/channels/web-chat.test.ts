import { channelContract } from "../contracts/channel.ts";
import { webFacts } from "./web-platform.ts";

channelContract(webFacts);
