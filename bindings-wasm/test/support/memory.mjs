// A look into the module. Its memory is no part of the package's interface: the glue gives the instance at hand again.
import { initSync } from "../../dist/wasm/glue.js";

/** The functions of the instance at hand, as they lie under the glue. */
export const raw = () => initSync({ module: undefined });

/** How many bytes of memory it has. They never become fewer. */
export const memory = () => raw().memory.buffer.byteLength;
