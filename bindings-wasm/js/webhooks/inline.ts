// Compiles the module for webhooks that stands as text in this package, so that everything works as soon as it is imported.

import { decodeBase64 } from "../base64.js";
import { start } from "./engine.js";
import { bytes } from "./wasm/bytes.js";

start(() => decodeBase64(bytes));
