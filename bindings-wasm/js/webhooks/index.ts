// The entry for webhooks alone: its module is compiled when this file is imported.

import "./inline.js";

export * from "./api.js";
export { init, type ModuleSource } from "./init.js";
