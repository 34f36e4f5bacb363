// The examples run as they are, against a gateway on loopback.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { infobip } from "../dist/index.js";
import { command, exchange, kept, startSandbox } from "./support/sandbox.mjs";

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

/** Gives `check` the address of a gateway that breaks off within its replies. */
async function withHalfAReply(check) {
  const server = createServer((request, reply) => {
    request.resume().on("end", () => {
      reply.writeHead(200, { "Content-Length": 99 });
      reply.write('{"messages":[', () => reply.destroy());
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  try {
    await check(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.close();
  }
}

const text = (modes = "") => ({ SMS_URL: `${address}/run/examples${modes}`, SMS_KEY: "sandbox-api-key" });

/** An account for each mode of the sandbox, with little patience where the gateway is slow. */
function account(client, mode, rest) {
  const SMS_TIMEOUT = mode.startsWith("slow") ? "0.5" : "30";
  return { SMS_URL: `${address}/run/${client}-${mode}/as/${mode}`, SMS_TIMEOUT, ...rest };
}

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
  async "send-with-axios"(name) {
    const key = { SMS_KEY: "sandbox-api-key" };
    const words = ["order-17", "41793026727", "Grüezi 👋"];
    const lost = "41793026727 order-17 unknown uncertain\n";
    for (const [mode, line] of [
      ["new", "41793026727 order-17 pending never\n"],
      ["refuse-727", "41793026727 order-17 rejected after_fix\n"],
      ["close", lost],
      ["slow-3000", lost],
    ]) {
      assert.deepEqual(await run(name, words, account("axios", mode, key)), [0, line], mode);
      // The gateway has it even where its reply was lost: sent again it would arrive twice.
      const accepted = await kept(address, "accepted", `axios-${mode}`);
      assert.deepEqual(accepted.map(({ id, to, text }) => [id, to, text]), [words], mode);
    }
    for (const [mode, ending] of [
      ["redirect", "[redirected] (send again: uncertain)\n"],
      ["redirect-307", "[redirected] (send again: uncertain)\n"],
      ["status-401", "(send again: after_fix)\n"],
      ["status-500-html", "[not_json] (send again: uncertain)\n"],
    ]) {
      const [code, printed] = await run(name, words, account("axios", mode, key));
      assert.deepEqual([code, printed.split("\n").length, printed.endsWith(ending)], [0, 2, true], printed);
      // Nothing went where the redirect points to.
      const received = await kept(address, "received", `axios-${mode}`);
      assert.deepEqual(received.map(({ path }) => path.endsWith("/sms/1/text/advanced")), [true], mode);
    }
    await withHalfAReply(async (url) => assert.deepEqual(await run(name, words, { SMS_URL: url, ...key }), [0, lost]));
  },
  async "send-with-node-http"(name) {
    const keys = { SMS_PARTNER: "12345", SMS_KEY: "sandbox-apikey", SMS_SENDER: "SANDBOX" };
    const numbers = Array.from({ length: 50 }, (_, row) => `2547123450${String(row).padStart(2, "0")}`);
    const words = ["Habari", ...numbers, "no number"];
    const rows = (fate, other = fate) =>
      numbers.map((to, row) => `${row} ${to} ${row === 7 ? other : fate}\n`).join("") + "50 - rejected after_fix\n";
    const lost = rows("unknown uncertain");
    for (const [mode, lines] of [
      ["old", rows("accepted never")],
      ["refuse-07", rows("accepted never", "rejected after_fix")],
      ["close", lost],
      ["slow-3000", lost],
      ["redirect", lost],
      ["redirect-307", lost],
    ]) {
      assert.deepEqual(await run(name, words, account("node-http", mode, keys)), [0, lines], mode);
      const accepted = await kept(address, "accepted", `node-http-${mode}`);
      const sent = mode.startsWith("redirect") ? [] : numbers.map((to, row) => `${to} row-${row} Habari`);
      assert.deepEqual(accepted.map(({ to, id, text }) => `${to} ${id} ${text}`).sort(), sent, mode);
      const received = await kept(address, "received", `node-http-${mode}`);
      assert.deepEqual(received.map(({ path }) => path.endsWith("/api/services/sendbulk")), [true, true, true], mode);
    }
    await withHalfAReply(async (url) => assert.deepEqual(await run(name, words, { SMS_URL: url, ...keys }), [0, lost]));
  },
  async blackkonnect(name) {
    const client = { SMS_CLIENT: "sandbox-client@example.com", SMS_SECRET: "sandbox-client-secret" };
    const numbers = Array.from({ length: 130 }, (_, row) => `254712345${String(row).padStart(3, "0")}`);
    const run130 = (mode) => run(name, ["Habari", ...numbers, "no number"], { ...account("konnect", mode, client) });
    const expires = "Token(expires at 2100-01-01T00:00:00.000Z)";
    for (const mode of ["new", "ignore-page", "envelope"]) {
      const [code, printed] = await run130(mode);
      const pages = mode === "ignore-page" ? numbers.slice(0, 100) : numbers;
      const lines = [
        expires,
        ...numbers.map((to) => `${to} pending never`),
        "- rejected after_fix",
        ...pages.map((to) => `${to} is pending`),
      ];
      assert.deepEqual([code, printed.trimEnd().split("\n")], [0, lines], mode);
      assert.equal((await kept(address, "accepted", `konnect-${mode}`)).length, 130);
    }
    const [expired, told] = await run130("token-expired");
    assert.equal(expired, 0, told);
    assert.match(told, /^Token\(expires at 2000-\S+\)\n254712345000 rejected after_fix\n/);
    const [refused, why] = await run(name, ["Hi"], { ...account("konnect", "status-401", client) });
    assert.deepEqual([refused, why.startsWith("the gateway refused the request with HTTP 401")], [1, true], why);
    const [lost, error] = await run(name, ["Hi"], { ...account("konnect", "close", client) });
    assert.deepEqual([lost, error.includes("no reply to blackkonnect.get_token")], [1, true], error);
    for (const printed of [told, why, error]) assert.ok(!printed.includes("sandbox-client-secret"), printed);
    const lines = (await kept(address, "received", "konnect-close")).map(({ path }) => path.split("/").at(-2));
    assert.deepEqual(lines, ["token", "token"], "it was asked again, once");
  },
  async later(name) {
    const [code, printed] = await run(name, ["41793026727", "Hi"], text());
    assert.equal(code, 0, printed);
    assert.match(printed, /^41793026727 \S+ pending\n$/);
  },
};

/** Starts an example that serves; what it prints, and its address. */
async function serving(t, name, words, environment) {
  const child = spawn(process.execPath, [`${folder}${name}.mjs`, ...words], { env: { ...process.env, PORT: "0", ...environment } });
  t.after(() => child.kill());
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (printed += text));
  while (!/listening on port \d+\n/.test(printed)) await once(child.stdout, "data");
  const [line, port] = /listening on port (\d+)\n/.exec(printed);
  return { url: `http://127.0.0.1:${port}`, printed: () => printed.replace(line, "") };
}

/** Waits for what a program prints: it comes by another way than its replies. */
async function settled(isThere) {
  for (let tries = 0; tries < 200 && !isThere(); tries += 1) await wait(25);
}

/** What serves: an example, and what proves it. */
const SERVERS = {
  async "webhook-with-express"(name, t) {
    const secret = "kMq2vXw7-Ä/?";
    const file = join(tmpdir(), `smskernel-unread-${process.pid}.jsonl`);
    t.after(() => rmSync(file, { force: true }));
    const { url, printed } = await serving(t, name, [file], { WEBHOOK_SECRET: secret });
    const hook = `${url}/sms/${encodeURIComponent(secret)}`;
    const gateway = new infobip.Gateway(`${address}/run/express`, { auth: infobip.apiKey("sandbox-api-key") });
    const message = (to, id, notifyContentType) => ({ sender: "SMSC", to: [{ to, messageId: id }], text: "Hi", notifyUrl: hook, notifyContentType });
    await exchange(gateway.sendText({
      messages: [message("41793026727", "json", "application/json"), message("41793026790", "xml", "application/xml")],
    }));
    const { pushes } = await command(address, "express", "clock", { advance: 120 });
    assert.deepEqual(pushes.map(({ content_type: type, status }) => [type, status]), [["application/json", 204], ["application/xml", 204]]);
    await command(address, "express", "inbound", { dialect: "infobip", from: "41793026727", to: "41793026700", text: "Hello", url: hook });
    await settled(() => printed().includes("Hello"));
    assert.deepEqual(printed().trimEnd().split("\n"), [
      "41793026727 json is delivered, send again: never",
      "41793026790 xml is undeliverable, send again: safe",
      "41793026727 wrote to 41793026700: Hello",
    ]);
    // Whoever does not know the secret learns nothing; what cannot be read is kept; either way nothing is lost.
    const post = (to, body, type = "application/json") => fetch(to, { method: "POST", headers: { "content-type": type }, body }).then(({ status }) => status);
    assert.equal(await post(`${url}/sms/wrong`, "{}"), 404);
    assert.equal(await post(hook, '{"results":[7,{"messageId":"m","status":{"id":5}}]}'), 204);
    assert.equal(await post(hook, "<html>", "text/html"), 204);
    assert.equal(await post(hook, '{"not":"an event"}'), 204);
    assert.equal((await fetch(hook)).status, 204);
    const unread = readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
    assert.deepEqual(unread.map(({ raw }) => raw), ["7", "<html>", '{"not":"an event"}', ""]);
    for (const { reason } of unread) assert.equal(typeof reason, "string");
    await settled(() => printed().includes(" m is "));
    assert.ok(!printed().includes(secret), printed());
    assert.ok(printed().includes("undefined m is delivered, send again: never"), printed());
  },
};

test("every example has its test", () => {
  const names = readdirSync(folder).map((file) => file.replace(".mjs", ""));
  // Edge workers are no programs of Node: edge.test.mjs and webhook-edge.test.mjs run them.
  assert.deepEqual(names.sort(), [...Object.keys(EXAMPLES), ...Object.keys(SERVERS), "edge-worker", "webhook-edge-worker"].sort());
});

for (const [name, check] of Object.entries(EXAMPLES)) test(name, () => check(name));
for (const [name, check] of Object.entries(SERVERS)) test(name, (t) => check(name, t));
