// What a user sees whose engine compiles no WebAssembly from bytes: the package by its entry for all others.
import { infobip, init } from "./node_modules/smskernel/dist/index.js";

function use() {
  const gateway = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("key") });
  return gateway.sendText({ messages: [{ from: "SMSC", destinations: [{ to: "41793026727" }], text: "Hi" }] }).reader.length;
}

async function told(act) {
  try {
    return (await act()) ?? "undefined";
  } catch (error) {
    return `${error.code}: ${error.message}`;
  }
}

/** The first use, what `init` says without a module and with one, and the use after it. */
export async function refused(module) {
  return [await told(use), await told(init), await told(() => init(module)), await told(use)];
}
