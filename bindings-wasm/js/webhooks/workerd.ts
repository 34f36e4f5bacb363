// The entry for webhooks alone, for edge workers, which compile no bytes: their module comes compiled, by import of its file.

import module from "./wasm/webhooks.wasm";

import { start } from "./engine.js";

export * from "./api.js";
export { init, type ModuleSource } from "./init.js";

start(() => module);
