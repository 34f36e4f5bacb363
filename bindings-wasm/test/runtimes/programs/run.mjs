// Runs all vectors by the package that is installed here, texts by the module of their own entry, and tells which engine did.
import * as text from "smskernel/text";
// Lets webhooks in XML be read, too.
import "smskernel/webhooks";

import { FILES, TEXTS } from "./files.mjs";
import { runAll } from "./runner.mjs";
import { runTexts } from "./text-runner.mjs";

/** What came out. Node 20 does not tell its name as all others do. */
export async function run() {
  const engine = globalThis.navigator?.userAgent ?? `Node.js/${process.versions.node.split(".")[0]}`;
  return { engine, ...(await runAll(FILES)), texts: runTexts(TEXTS, text) };
}
