// Sends through the npm package, with fetch, to a gateway on loopback, and tells what became of each message.
// `make demo` runs it. It ends with an error if any outcome is not the one that is expected.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { isDeepStrictEqual } from "node:util";

import { infobip, ReplyFailure, smslist } from "../bindings-wasm/dist/index.js";

let failures = 0;

function heading(text) {
  console.log(process.stdout.isTTY ? `\n\x1b[1m${text}\x1b[0m` : `\n${text}`);
}

function expect(what, found, wanted) {
  if (isDeepStrictEqual(found, wanted)) return;
  failures += 1;
  console.log(`  UNEXPECTED ${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
}

/** What is about to be sent, without the credentials in it. */
function showCall(call) {
  const body = JSON.parse(new TextDecoder().decode(call.body));
  const items = body.messages ?? body.smslist;
  console.log(`  → ${call.method} ${call.url}`);
  for (const [name, value] of Object.entries(call.headers)) {
    console.log(`    ${name}: ${name.toLowerCase() === "authorization" ? "(hidden)" : value}`);
  }
  console.log(`    ${call.body.length} bytes of JSON: ${items.length} items with ${Object.keys(items[0]).join(", ")}`);
  for (const { path, message, code } of call.warnings) console.log(`    warning: ${path}: ${message} [${code}]`);
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

const sandbox = spawn(process.env.SMSKERNEL_SANDBOX, ["--until-stdin-closes"], { stdio: ["pipe", "pipe", "inherit"] });
const [line] = await once(sandbox.stdout, "data");
const url = String(line).trim().replace("listening on ", "");
console.log(`\nNode ${process.versions.node}: the npm package, sending with fetch`);
try {
  for (const [index, part] of [sendText, sendBulk, loseAReply, plan].entries()) await part(`${url}/run/node-${index + 1}`);
} finally {
  sandbox.stdin.end();
}
console.log(failures === 0 ? "\nNode: every outcome was as expected." : `\nThe demo failed; not as expected: ${failures}`);
process.exitCode = failures === 0 ? 0 : 1;
