// The module of the entry for texts alone.

import { type Compilable, Engine } from "../engine.js";
import { useForTexts } from "./kernel.js";
import * as glue from "./wasm/glue.js";

export const engine = new Engine(glue, "textCount");

/** Makes its instance at once, if the platform does that. */
export function start(source: () => Compilable): void {
  engine.start(source);
  useForTexts(engine);
}
