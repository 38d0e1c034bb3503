import { memorySeenWebhooks } from "../../src/webhooks/memory-seen.ts";
import { seenContract } from "../contracts/seen-webhooks.ts";

seenContract("memorySeenWebhooks", async () => memorySeenWebhooks());
