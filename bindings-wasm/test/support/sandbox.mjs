// A gateway on loopback: the program that SMSKERNEL_SANDBOX names, or the one that cargo built last.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { ReplyFailure } from "../../dist/index.js";

function program() {
  const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("../../../target/", import.meta.url));
  const path = process.env.SMSKERNEL_SANDBOX ?? `${target}/debug/smskernel-sandbox`;
  if (!existsSync(path)) throw new Error(`${path} is missing: run cargo build --package smskernel-sandbox`);
  return path;
}

/** Starts it; the test that gave `t` stops it. Gives its address. */
export async function startSandbox(t) {
  const child = spawn(program(), ["--until-stdin-closes"], { stdio: ["pipe", "pipe", "inherit"] });
  t.after(() => child.stdin.end());
  const [line] = await once(child.stdout, "data");
  return /http:\/\/[\d.:]+/.exec(String(line))[0];
}

/** The options of the account that the sandbox knows. */
export const SMSLIST = { partnerId: "12345", apiKey: "sandbox-apikey", sender: "SANDBOX" };

export const BLACKKONNECT = {
  serviceAccountId: "sandbox-service-account",
  organisationId: "c9b3f279-e3b5-4204-ad99-646257417f98",
};

/** What became of a call: its answer, the error that came instead, or nothing. */
export async function exchange(call) {
  try {
    return await call.parseResponse(await fetch(call.url, call));
  } catch (error) {
    if (error instanceof ReplyFailure) return error;
    return null;
  }
}

/** What the sandbox kept of a run. */
export async function kept(address, what, run) {
  return (await fetch(`${address}/${what}?run=${run}`)).json();
}

/** Has its way with a run, such as by moving its clock. */
export async function command(address, run, what, given) {
  const reply = await fetch(`${address}/run/${run}/control/${what}`, { method: "POST", body: JSON.stringify(given) });
  const told = await reply.json();
  if (!reply.ok) throw new Error(JSON.stringify(told));
  return told;
}
