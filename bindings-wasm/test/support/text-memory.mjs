// A look into the module for texts alone, as `memory.mjs` has it into the other one.
import { initSync } from "../../dist/text/wasm/glue.js";

/** The functions of the instance at hand, as they lie under the glue. */
export const raw = () => initSync({ module: undefined });

/** How many bytes of memory it has. They never become fewer. */
export const memory = () => raw().memory.buffer.byteLength;
