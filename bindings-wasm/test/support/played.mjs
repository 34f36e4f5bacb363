// Scenarios played to their end, from Node or from a page, and what the gateway on loopback says of them.
import { setTimeout as wait } from "node:timers/promises";

import { kept, startSandbox } from "./sandbox.mjs";
import { SCENARIOS } from "./scenarios.mjs";

const RUN = "endtoend";

/**
 * Plays a scenario here or in a page, by the functions of its module, against a sandbox of its own, so that ids repeat. Gives
 * what was understood, what had arrived, and what became of a browser's questions before it.
 */
export async function played(t, name, { play, giveUp }) {
  const address = await startSandbox(t);
  const received = async (what) => (await kept(address, "received", RUN)).filter(({ method }) => (method === "OPTIONS") === what);
  const playing = play(`${address}/run/${RUN}`, name);
  // Where the gateway is slow the call is given up, though not before it has arrived.
  if (SCENARIOS[name].modes?.includes("slow")) {
    let ended = false;
    playing.finally(() => (ended = true)).catch(() => {});
    while (!ended && (await received(false)).length === 0) await wait(10);
    await giveUp();
  }
  const told = await playing;
  return {
    told,
    lines: told.map(({ line }) => line),
    arrived: (await received(false)).map(({ method, path, headers, body, verdict }) => [method, path, ours(headers), body, verdict]),
    accepted: await kept(address, "accepted", RUN),
    preflights: (await received(true)).map(({ verdict }) => verdict),
  };
}

/** The header fields that a call has; clients add their own. */
function ours(headers) {
  const known = ["authorization", "accept", "content-type", "x-organisation-id", "x-serviceaccount-id"];
  return Object.fromEntries(known.map((name) => [name, headers[name]]));
}
