// The module that webhooks are read by. Both entries of the package that know webhooks have one with the same functions; in a
// program that imports both, it is the one that reads XML, too.

import type { Engine } from "../engine.js";
import type * as glue from "./wasm/glue.js";

/** What a module knows of webhooks. */
export type Functions = Pick<typeof glue, "parseWebhook" | "secretMatches" | "webhookHeaders">;

const engines: Engine<Functions>[] = [];

/** Lets webhooks be read by that module, too, and by one that reads XML before all others. */
export function useForWebhooks(engine: Engine<Functions>, readsXml = false): void {
  if (readsXml) engines.unshift(engine);
  else engines.push(engine);
}

/** Uses the functions of a module that is ready. */
export function run<T>(use: (functions: Functions) => T): T {
  const engine = engines.find(({ isReady }) => isReady) ?? engines[0];
  return (engine as Engine<Functions>).run(use);
}
