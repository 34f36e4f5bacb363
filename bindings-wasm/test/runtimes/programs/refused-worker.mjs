import module from "smskernel/smskernel.wasm";

import { refused } from "./refused.mjs";

export default { fetch: async () => Response.json(await refused(module)) };
