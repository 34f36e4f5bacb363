// The module of the entry for webhooks alone, which reads XML.

import { type Compilable, Engine } from "../engine.js";
import { useForWebhooks } from "./kernel.js";
import * as glue from "./wasm/glue.js";

export const engine = new Engine(glue, "readsXml");

/** Makes its instance at once, if the platform does that. */
export function start(source: () => Compilable): void {
  engine.start(source);
  useForWebhooks(engine, true);
}
