// The package for edge workers, which compile no bytes: their module comes compiled, by import of its file.
//
// It stands under the condition `workerd` alone. `worker` means the web workers of browsers, too, which compile bytes and
// import no such file; platforms under `edge-light` import one by a suffix of their own. Those give the module to `init`.

import module from "./wasm/smskernel.wasm";

import { start } from "./kernel.js";

export * from "./api.js";

start(() => module);
