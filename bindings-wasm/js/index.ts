// The package: its module is compiled when this file is imported.

import "./inline.js";

export * from "./api.js";
