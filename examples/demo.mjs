// Sends through the npm package, with fetch, to a gateway on loopback, and tells what became of each message.
// `make demo` runs it. It ends with an error if any outcome is not the one that is expected.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { isDeepStrictEqual } from "node:util";

import { blackkonnect, infobip, InvalidRequest, ReplyFailure, smslist } from "../bindings-wasm/dist/index.js";

let failures = 0;

function heading(text) {
  console.log(process.stdout.isTTY ? `\n\x1b[1m${text}\x1b[0m` : `\n${text}`);
}

function expect(what, found, wanted) {
  if (isDeepStrictEqual(found, wanted)) return;
  failures += 1;
  console.log(`  UNEXPECTED ${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
}

const CREDENTIALS = new Set(["authorization", "x-serviceaccount-id", "x-organisation-id"]);

/** What the body is, by its names alone. */
function describe({ body, headers }) {
  if (headers["Content-Type"] === undefined) return "no body";
  const text = new TextDecoder().decode(body);
  if (headers["Content-Type"] !== "application/json") {
    return `${body.length} bytes of a form: ${[...new URLSearchParams(text).keys()].join(", ")}`;
  }
  const request = JSON.parse(text);
  const items = request.messages ?? request.smslist ?? [request];
  return `${body.length} bytes of JSON: ${items.length} items with ${Object.keys(items[0]).join(", ")}`;
}

/** What is about to be sent, without the credentials in it. */
function showCall(call) {
  console.log(`  → ${call.method} ${call.url}`);
  for (const [name, value] of Object.entries(call.headers)) {
    console.log(`    ${name}: ${CREDENTIALS.has(name.toLowerCase()) ? "(hidden)" : value}`);
  }
  console.log(`    ${describe(call)}`);
  for (const { path, message, code } of call.warnings) console.log(`    warning: ${[path, message].filter(Boolean).join(": ")} [${code}]`);
}

/** Sends a call. Gives its answer, or the error that the reply is, or undefined where no reply came. */
async function exchange(call) {
  showCall(call);
  let reply, body;
  try {
    reply = await fetch(call.url, call);
    body = await reply.text();
  } catch (error) {
    console.log(`  ← no reply (${error.message})`);
    return undefined;
  }
  console.log(`  ← HTTP ${reply.status}, ${reply.headers.get("content-type")}, ${body.length} characters`);
  try {
    return call.parse(reply.status, reply.headers, body);
  } catch (error) {
    if (!(error instanceof ReplyFailure)) throw error;
    console.log(`    ${error.name}: ${error.message}`);
    return error;
  }
}

function showOutcome(to, id, { state, resend, code, text }) {
  const told = [code, text].filter(Boolean).join(" ");
  const words = told.length <= 70 ? told : `${told.slice(0, 69)}…`;
  console.log(`    ${(to ?? "-").padEnd(13)} ${(id ?? "-").padEnd(8)} ${state.padEnd(9)} resend ${resend.padEnd(10)} ${words}`.trimEnd());
}

const states = (answer) => answer?.messages?.map(({ outcome }) => [outcome.state, outcome.resend]);

async function sendText(url) {
  heading("1. infobip.sendText: one of two numbers is refused inside HTTP 200");
  const gateway = new infobip.Gateway(`${url}/as/refuse-834`, { auth: infobip.apiKey("sandbox-api-key") });
  const call = gateway.sendText({
    messages: [
      {
        from: "SMSC",
        destinations: [
          { to: "41793026727", messageId: "text-1" },
          { to: "41793026834", messageId: "text-2" },
        ],
        text: "Your parcel is on its way.",
      },
    ],
  });
  const sent = await exchange(call);
  for (const message of sent.messages ?? []) showOutcome(message.to, message.messageId, message.outcome);
  expect("outcomes", states(sent), [["pending", "never"], ["rejected", "after_fix"]]);
}

async function sendBulk(url) {
  heading("2. smslist.sendBulk: entries out of order, one refusal inside HTTP 200");
  const account = { partnerId: 12345, apiKey: "sandbox-apikey", sender: "SANDBOX" };
  const gateway = new smslist.Gateway(`${url}/as/refuse-002+reordered`, account);
  const call = gateway.sendBulk({
    messages: [
      { to: "254712345678", text: "Your parcel is on its way.", clientSmsId: 1234 },
      { to: "0722 000 002", text: "Your parcel is on its way.", clientSmsId: 1235 },
    ],
  });
  const sent = await exchange(call);
  for (const message of sent.messages ?? []) showOutcome(message.to, message.clientSmsId, message.outcome);
  expect("outcomes", states(sent), [["accepted", "never"], ["rejected", "after_fix"]]);
}

async function loseAReply(url) {
  heading("3. The connection breaks after the request: nobody knows, and the library says so");
  const gateway = new infobip.Gateway(`${url}/as/close`, { auth: infobip.apiKey("sandbox-api-key") });
  const call = gateway.sendText({
    messages: [{ from: "SMSC", destinations: [{ to: "41793026727", messageId: "lost-1" }], text: "Are you there?" }],
  });
  expect("the reply", await exchange(call), undefined);
  const answer = call.noReply();
  for (const message of answer.messages) showOutcome(message.to, message.messageId, message.outcome);
  expect("outcomes", states(answer), [["unknown", "uncertain"]]);
}

async function plan(url) {
  heading("4. A list of five goes through a plan: one row set aside, calls of two, one result for each row");
  const rows = ["41793026731", "+41 79 302 67 32", "not a number", "41793026734", "41793026735"];
  const gateway = new infobip.Gateway(`${url}/as/refuse-734`, {
    auth: infobip.apiKey("sandbox-api-key"),
    limits: { messages_per_call: 2 },
  });
  const messages = rows.map((to, index) => ({ sender: "SMSC", to: [{ to, messageId: `row-${index}` }], text: "Hello!" }));
  const calls = gateway.plan(messages, { onInvalid: "set_aside" });
  const results = [];
  for (const call of calls) results.push([call, await exchange(call)]);
  const merged = calls.merge(results);
  console.log(`  ${results.length} calls, ${calls.rejected.length} rows set aside, ${merged.length} results:`);
  for (const row of merged) showOutcome(row.to, row.id ?? `row-${row.position}`, row.outcome);
  expect("states", merged.map(({ outcome }) => outcome.state), ["pending", "pending", "rejected", "rejected", "pending"]);
}

async function sendBinary(url) {
  heading("5. infobip.sendBinary: a smile in UTF-16, and octets behind a user data header");
  const gateway = new infobip.Gateway(url, { auth: infobip.apiKey("sandbox-api-key") });
  const call = gateway.sendBinary({
    messages: [
      { to: ["41793026727"], binary: { hex: Uint8Array.of(0xd8, 0x3d, 0xde, 0x42), dataCoding: 8 } },
      { to: ["41793026834"], binary: { hex: "06 05 04 0b 84 23 f0 48 69", esmClass: 64 } },
    ],
  });
  const sent = await exchange(call);
  for (const message of sent.messages ?? []) showOutcome(message.to, message.messageId?.slice(0, 8), message.outcome);
  expect("outcomes", states(sent), [["pending", "never"], ["pending", "never"]]);
}

async function bulkAndStatuses(url) {
  heading("6. blackkonnect: a token, a bulk, and the pages of its statuses");
  const account = new blackkonnect.Gateway(url);
  try {
    account.sendMessage({ to: "254712345678", text: "Hello!" });
  } catch (error) {
    if (!(error instanceof InvalidRequest)) throw error;
    expect("violations", error.violations.map(({ code }) => code), ["missing_token"]);
    console.log(`    ${error.violations[0].path}: ${error.violations[0].message}`);
  }
  const clientId = "sandbox-client@example.com";
  const token = await exchange(account.getToken({ clientId, clientSecret: "sandbox-client-secret", scope: "sms" }));
  console.log("   ", token);
  const gateway = account.withToken(token);
  const to = Array.from({ length: 5 }, (_, row) => `25471234500${row}`);
  const sent = await exchange(gateway.sendBulk({ messages: [{ to, text: "We open at 9." }], sender: "SHOP" }));
  for (const message of sent.messages ?? []) showOutcome(message.to, message.messageId?.slice(0, 8), message.outcome);
  expect("outcomes", states(sent), to.map(() => ["pending", "never"]));
  const pages = [];
  let question = { bulkCorrelationId: sent.correlationId, size: 2 };
  while (question) {
    const page = await exchange(gateway.getBulkStatus(question));
    pages.push(page.statuses.map(({ destination }) => destination));
    question = page.next;
  }
  console.log(`    ${pages.length} pages of statuses`);
  // A short page is not the last for that; an empty one is.
  expect("pages", pages, [to.slice(0, 2), to.slice(2, 4), to.slice(4), []]);
}

async function oneMessage(url) {
  heading("7. blackkonnect: one message and its status, and a token that has expired");
  const account = new blackkonnect.Gateway(url, { token: "sandbox-blackkonnect-token" });
  const sent = await exchange(account.sendMessage({ to: "254712345678", text: "Hello!", sender: "SHOP", messageId: "single-1" }));
  expect("outcomes", states(sent), [["pending", "never"]]);
  const { statuses } = await exchange(account.getMessageStatus({ messageId: "single-1" }));
  showOutcome(statuses[0].destination, statuses[0].messageId, statuses[0].outcome);
  const refused = await exchange(account.withToken("an-old-token").getMessageStatus({ messageId: "single-1" }));
  expect("refusal", [refused.status, refused.resend], [401, "after_fix"]);
}

const sandbox = spawn(process.env.SMSKERNEL_SANDBOX, ["--until-stdin-closes"], { stdio: ["pipe", "pipe", "inherit"] });
const [line] = await once(sandbox.stdout, "data");
const url = String(line).trim().replace("listening on ", "");
console.log(`\nNode ${process.versions.node}: the npm package, sending with fetch`);
try {
  const parts = [sendText, sendBulk, loseAReply, plan, sendBinary, bulkAndStatuses, oneMessage];
  for (const [index, part] of parts.entries()) await part(`${url}/run/node-${index + 1}`);
} finally {
  sandbox.stdin.end();
}
console.log(failures === 0 ? "\nNode: every outcome was as expected." : `\nThe demo failed; not as expected: ${failures}`);
process.exitCode = failures === 0 ? 0 : 1;
