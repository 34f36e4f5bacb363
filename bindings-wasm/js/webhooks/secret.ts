// The secret that stands in the address of a webhook.

import { isBytes, viewOf } from "../kinds.js";
import { type BodyBytes, textOrBytes } from "../request.js";
import { run } from "./kernel.js";

const encoder = new TextEncoder();

/**
 * Whether what a request gave is the secret that you expect, in a time that does not tell how much of it was right.
 *
 * Gateways sign nothing; what they can do is to call an address that nobody else knows. Put a long random text into the path or
 * the query of the address, and hand over here what arrived, decoded as you gave it. An empty expectation never matches, so that
 * a setting that was forgotten lets nobody in; nor does anything match that is neither text nor bytes, which is what some
 * frameworks make of a query.
 */
export function secretMatches(given: unknown, expected: BodyBytes): boolean {
  const secret = textOrBytes(expected, "the secret is given as a string or bytes");
  const bytes = typeof given === "string" ? encoder.encode(given) : isBytes(given) ? viewOf(given) : undefined;
  return bytes !== undefined && run((kernel) => kernel.secretMatches(bytes, secret));
}
