/** The example by which the libraries of Standard Webhooks are tested, in all their languages (libraries/<language>, "sign function works"). */
import { parseWebhookSecret, type WebhookSecret } from "../../src/webhooks/secret.ts";

export const specification = {
  secret: secretOf("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
  id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  seconds: 1_614_265_330,
  body: '{"test": 2432232314}',
  signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  /** Beside the right one in the libraries' example of several signatures. */
  wrong: [
    "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=",
    "v2,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=",
  ],
};

function secretOf(text: string): WebhookSecret {
  const secret = parseWebhookSecret(text);
  if (!secret) throw new Error(`${text} is no secret.`);
  return secret;
}
