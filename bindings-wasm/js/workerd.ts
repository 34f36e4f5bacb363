// The package for edge workers, which compile no bytes: their module comes compiled, by import of its file.

import module from "./wasm/smskernel.wasm";

import { start } from "./kernel.js";

export * from "./api.js";

start(() => module);
