// The examples of README.md run as they are printed, against a gateway on loopback in the place of the one they name.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { BLACKKONNECT, kept, startSandbox } from "./support/sandbox.mjs";

const here = fileURLToPath(new URL("..", import.meta.url));
const README = readFileSync(`${here}/README.md`, "utf8");
const blocks = (language) => [...README.matchAll(RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(([, block]) => block);
const EXAMPLES = blocks("js");
/** What the page says that an example prints. */
const printedIn = (word) => blocks("text").find((block) => block.includes(word));
/** What each prints, and what the gateway says of what it sends. */
const EXPECTED = [
  ["41793026727 pending never\n", ["accepted"]],
  ["41793026727 delivered never\n204\n", []],
  [printedIn("UCS-2"), []],
  [
    "messages[0].sendat: is not a field of a message. Did you mean `sendAt`? To send it as it is, put it under `extra`. (unknown_key)\n" +
      "messages[0].text: must not be empty. (empty)\n" +
      "401 UNAUTHORIZED after_fix\n",
    ["refused"],
  ],
  ["0 0 pending never\n1 0 pending never\n1 1 rejected after_fix\n", ["accepted"]],
  ["pending\n", ["accepted"]],
  ["Token(expires at 2100-01-01T00:00:00.000Z)\n254712345678 pending\n254712345679 pending\n", ["accepted"]],
];

let address;
before(async (t) => {
  address = await startSandbox(t);
});

test("every example has what it prints", () => assert.equal(EXAMPLES.length, EXPECTED.length));

for (const [index, program] of EXAMPLES.entries()) {
  test(`example ${index + 1}`, async () => {
    const run = `readme-${index}`;
    const [url] = /https:\/\/[^"]*/.exec(program) ?? ["no gateway is named"];
    // One id of an account goes with the other.
    const account = `serviceAccountId: "${BLACKKONNECT.serviceAccountId}", organisationId: "${BLACKKONNECT.organisationId}"`;
    const adapted = program.replace(url, `${address}/run/${run}`).replace("serviceAccountId: process.env.SMS_ACCOUNT", account);
    const env = {
      ...process.env,
      SMS_KEY: "sandbox-api-key",
      WEBHOOK_SECRET: "kMq2vXw7",
      SMS_CLIENT: "sandbox-client@example.com",
      SMS_SECRET: "sandbox-client-secret",
    };
    const words = ["--input-type=module", "-e", adapted];
    assert.equal((await promisify(execFile)(process.execPath, words, { cwd: here, env })).stdout, EXPECTED[index][0]);
    const verdicts = (await kept(address, "received", run)).map(({ verdict }) => verdict);
    assert.deepEqual([...new Set(verdicts)], EXPECTED[index][1]);
  });
}
