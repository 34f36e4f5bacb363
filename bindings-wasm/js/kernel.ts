// The module of the main entry: gateways, webhooks, and texts.

import { type Compilable, Engine } from "./engine.js";
import { useForTexts } from "./text/kernel.js";
import { useForWebhooks } from "./webhooks/kernel.js";
import * as glue from "./wasm/glue.js";

/** What it knows of gateways. */
export type Functions = Pick<
  typeof glue,
  | "call" | "check" | "gateway" | "merge" | "noReply" | "planClose" | "planFinish" | "planNext" | "planOpen" | "planPush"
  | "planRejected" | "predictedParts" | "problemDetail" | "reader" | "reply" | "replyHeaders"
>;

export const engine = new Engine(glue, "reply");

/** Makes its instance at once, if the platform does that. */
export function start(source: () => Compilable): void {
  engine.start(source);
  useForTexts(engine);
  useForWebhooks(engine);
}

/** Counts its instances; what lives inside of one dies with it. */
export function currentInstance(): number {
  return engine.instances;
}

/** Uses its functions. */
export function run<T>(use: (functions: Functions) => T): T {
  return engine.run(use);
}
