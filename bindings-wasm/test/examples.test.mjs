// The examples run as they are, against a gateway on loopback.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { startSandbox } from "./support/sandbox.mjs";

const folder = fileURLToPath(new URL("../examples/", import.meta.url));
let address;
before(async (t) => {
  address = await startSandbox(t);
});

/** Runs an example; gives what it printed, and its exit code. */
async function run(name, words, environment, input = "") {
  const child = spawn(process.execPath, [`${folder}${name}.mjs`, ...words], { env: { ...process.env, ...environment } });
  child.stdin.end(input);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (printed += text));
  const code = await new Promise((resolve) => child.on("close", resolve));
  return [code, printed];
}

const text = (modes = "") => ({ SMS_URL: `${address}/run/examples${modes}`, SMS_KEY: "sandbox-api-key" });

const EXAMPLES = {
  async "send-text"(name) {
    const [code, printed] = await run(name, ["+41 79 302 67 27", "Hi"], text());
    assert.deepEqual([code, printed.split("\n").at(-2)], [0, "41793026727 pending never"], printed);
    assert.match(printed, /^note: messages\[0\]\.destinations\[0\]\.to: /);
    assert.deepEqual(await run(name, ["41793026727", "Hi"], text("/as/close")), [0, "41793026727 unknown uncertain\n"]);
    const [refused, told] = await run(name, ["41793026727", "Hi"], text("/as/status-401"));
    assert.deepEqual([refused, told.includes("the gateway refused")], [1, true], told);
    const [invalid, why] = await run(name, ["0793026727", ""], text());
    assert.deepEqual([invalid, why.includes("[local_number]"), why.includes("[empty]")], [1, true, true], why);
  },
  async "send-list"(name) {
    const environment = { SMS_URL: `${address}/run/list`, SMS_PARTNER: "12345", SMS_KEY: "sandbox-apikey", SMS_SENDER: "SANDBOX" };
    const [code, printed] = await run(name, [], environment, "0712345678\tHabari\n999\tHi\n0733123456\tHi\n");
    const [counts, row] = printed.split("\n");
    assert.deepEqual([code, counts], [0, '{"accepted":2,"rejected":1}'], printed);
    assert.match(row, /^row 2: /);
  },
  async later(name) {
    const [code, printed] = await run(name, ["41793026727", "Hi"], text());
    assert.equal(code, 0, printed);
    assert.match(printed, /^41793026727 \S+ pending\n$/);
  },
};

test("every example has its test", () => {
  const names = readdirSync(folder).map((file) => file.replace(".mjs", ""));
  assert.deepEqual(names.sort(), Object.keys(EXAMPLES).sort());
});

for (const [name, check] of Object.entries(EXAMPLES)) test(name, () => check(name));
