// From sent to delivered: what all dialects share of the story. A thousand rows go out in ten calls, each of which meets some
// mischief; the clock goes through two days, and in the end each row's outcome is what the gateway on loopback recorded.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { inspect } from "node:util";

import { ReplyReader } from "smskernel";

import { command, exchange, kept, SMSLIST, startSandbox } from "./sandbox.mjs";

export const API_KEY = "sandbox-api-key";
export const TOKEN = "sandbox-blackkonnect-token";
const SECRETS = [API_KEY, TOKEN, SMSLIST.apiKey];

const ROWS = 1000;
export const PER_CALL = 100;

/** What each call meets. The 980 good rows fill nine calls, and the tenth has 80. */
const CALLS = [
  "",
  "reordered+string-codes",
  // The gateway takes the messages, and its reply is lost.
  "close",
  // It takes them, and half of its reply arrives.
  "truncated",
  // It takes none of them, and only says that something went wrong.
  "status-500-html",
  // It refuses every tenth number, and repeats what it refuses, key and all, where the dialect allows it.
  "refuse-5+echo",
  "doubled",
  // The account runs out of money.
  "",
  // The reply lacks the last message.
  "missing+reordered",
  // It names messages by their numbers alone, and says which are refused.
  "no-ids+reordered+refuse-3",
];

/** What became of a call as the client sees it, where that is no answer. */
const BECAME = { close: "nothing", truncated: "UnreadableReply 200", "status-500-html": "UnreadableReply 500" };

/** Before this call the account is left with what pays for so many messages; before the next it is topped up. */
const POOR = 7;
const PAID = 50;

/** How many messages are refused: those that nothing paid for, and those of two calls by their last digit. */
const REFUSED = PER_CALL - PAID + 10 + 8;

/** How many rows the gateway recorded, never took (those of the HTTP 500), and never saw (those that the plan set aside). */
const SUM = { recorded: 880, "never taken": 100, "set aside": 20 };

/**
 * By how many seconds the clock moves in each step. Messages are with the operator after 10 seconds; the first are rejected
 * after 15, delivered after 20, undeliverable after 60, and expired after a day. 47 hours in all, for logs reach back 48.
 */
export const STEPS = [5, 10, 10, 60, 3_600, 86_400, 79_115];

/** All fates that the gateway has for a message; each occurs. */
const FATES = ["delivered", "expired", "pending", "refused", "rejected", "sent", "undeliverable"];

/** Twenty rows, whose number is none. */
const isBad = (row) => row % 50 === 7;

/** Our id of a row, where ids may be words. */
export const idOf = (row) => `row-${row}`;

/** The number of a row: it ends in the row's own digits, so that every fate occurs. */
export const numberOf = (prefix, row) => (isBad(row) ? "no number" : `${prefix}${String(row).padStart(7, "0")}`);

export const rowsOf = (make) => Array.from({ length: ROWS }, (_, row) => make(row));

/** Which call a good row is in, from 0. */
const callOf = (row) => Math.floor((row - Math.floor((row + 42) / 50)) / PER_CALL);

/** What the call of a row meets. */
export const mischiefOf = (row) => CALLS[callOf(row)];

/** Whether the reply to the send, as far as it arrived, lacks a row. */
export function isLost(row) {
  const mischief = mischiefOf(row);
  return mischief === "close" || mischief === "truncated" || (mischief.startsWith("missing") && callOf(row) !== callOf(row + 1));
}

/** How often each word is there. */
export function counts(words) {
  const counted = {};
  for (const word of words) counted[word] = (counted[word] ?? 0) + 1;
  return counted;
}

/** One dialect's run: the sandbox, an endpoint for what is pushed, and all that was printed. */
export class Story {
  #address;
  #run;
  #parse;
  #pushedId;
  #heard = [];
  #pushed = new Set();
  #printed = [];

  /**
   * Ends with the test that gave `t`. `parseWebhook` is the dialect's, and `pushedId` what the sandbox calls the id that its pushes
   * have.
   */
  static async begin(t, run, parseWebhook, pushedId = "id") {
    const story = new Story();
    story.#address = await startSandbox(t);
    story.#run = run;
    story.#parse = parseWebhook;
    story.#pushedId = pushedId;
    story.baseUrl = `${story.#address}/run/${run}`;
    story.hook = await story.#listen(t);
    return story;
  }

  /** An endpoint that refuses every tenth request, so that it comes again. */
  async #listen(t) {
    let heard = 0;
    const server = createServer(async (request, response) => {
      const body = [];
      for await (const chunk of request) body.push(chunk);
      heard += 1;
      if (heard % 10 === 0) return response.writeHead(503).end();
      this.#heard.push({ method: request.method, headers: request.headers, body: Buffer.concat(body) });
      response.writeHead(204).end();
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    t.after(() => server.close());
    return `http://127.0.0.1:${server.address().port}/push`;
  }

  print(value) {
    this.#printed.push(inspect(value, { depth: 20, maxArrayLength: null }), JSON.stringify(value), String(value));
  }

  /** Sends a call to a gateway that misbehaves so; the reply is read by a reader that was saved. Gives the reader, too. */
  async send(call, modes) {
    const saved = call.reader.toBytes();
    const reader = ReplyReader.fromBytes(saved);
    const url = modes ? call.url.replace(this.baseUrl, `${this.baseUrl}/as/${modes}`) : call.url;
    const became = await exchange({ ...call, url, parseResponse: (reply) => reader.parseResponse(reply) });
    for (const value of [call, reader, became, Buffer.from(saved).toString("latin1")]) this.print(value);
    return [reader, became];
  }

  /** The answer to a question, which is to be answered. */
  async ask(call, modes) {
    const [, answer] = await this.send(call, modes);
    assert.ok(answer !== null && !(answer instanceof Error), `${call.url} ${modes}: ${answer}`);
    return answer;
  }

  /** Sends the calls of a plan, each with its mischief. Gives what became of each, and the result of each row. */
  async sendAll(plan, poorBalance) {
    const results = [];
    for (const call of plan) {
      if (results.length === POOR) await this.#balance(poorBalance);
      if (results.length === POOR + 1) await this.#balance(1000);
      results.push(await this.send(call, CALLS[results.length]));
    }
    const wordOf = (told) => (told === null ? "nothing" : told instanceof Error ? `${told.name} ${told.status}` : "an answer");
    assert.deepEqual(results.map(([, told]) => wordOf(told)), CALLS.map((modes) => BECAME[modes] ?? "an answer"));
    const rows = plan.merge(results);
    const positions = rows.map(({ position }) => position);
    assert.deepEqual(positions, rowsOf((row) => row), "one result for each row, in the order of the input");
    this.print(rows);
    return { results, rows };
  }

  #balance(units) {
    return command(this.#address, this.#run, "balance", { [this.#run]: units });
  }

  /** What the sandbox says is left. */
  async balance() {
    return (await (await fetch(`${this.baseUrl}/control/balance`)).json())[this.#run];
  }

  /** Where the account's reports go from now on, and how they look. */
  setCallback(format, shape) {
    return command(this.#address, this.#run, "callback", { dialect: this.#run, url: this.hook, format, shape });
  }

  /** Goes a step on: the events of the pushes that the endpoint took. After the last step none is still to come. */
  async step(index, modes) {
    const { left } = await command(this.#address, `${this.#run}/as/${modes}`, "clock", { advance: STEPS[index] });
    assert.ok(left === 0 || index + 1 < STEPS.length, `${left} reports that were refused are still to come`);
    return this.#heard.splice(0).flatMap((request) => {
      const webhook = this.#parse(request);
      this.print(webhook);
      assert.deepEqual(webhook.malformed, [], String(request.body));
      for (const { messageId } of webhook.events) this.#pushed.add(messageId);
      return webhook.events;
    });
  }

  /**
   * Holds every row of a ledger to what the sandbox recorded of its number: by `judge`, if it recorded something. None is lost,
   * and none counted twice. Gives what was recorded.
   */
  async holdTo(ledger, number, judge) {
    const fates = await kept(this.#address, "fates", this.#run);
    const byNumber = new Map(fates.map((fate) => [fate.to, fate]));
    assert.equal(byNumber.size, fates.length, "no number was sent to twice");
    const kinds = ledger.entries.map((entry) => {
      const { row, outcome } = entry;
      const told = `${outcome.state} ${outcome.isFinal} ${outcome.resend}`;
      const fate = byNumber.get(number(row));
      if (isBad(row)) {
        assert.equal(told, "rejected true after_fix", `row ${row} was set aside`);
        assert.equal(fate, undefined, `row ${row} was set aside`);
        return "set aside";
      }
      if (fate === undefined) {
        // Nobody has heard of it, which is no proof that it did not go.
        assert.equal(told, "unknown false uncertain", `row ${row}`);
        assert.equal(mischiefOf(row), "status-500-html", `row ${row} was taken`);
        return "never taken";
      }
      judge(entry, fate);
      return "recorded";
    });
    assert.deepEqual(counts(kinds), SUM);
    assert.equal(kinds.length, ROWS);
    assert.equal(fates.length, SUM.recorded, "what the sandbox recorded are messages of these rows");
    const pushed = fates.filter((fate) => fate.pushed + fate.intermediate_pushed > 0).map((fate) => fate[this.#pushedId]);
    assert.deepEqual([...this.#pushed].sort(), pushed.sort(), "what was pushed was read, all of it");
    const states = counts(fates.map(({ state }) => state));
    assert.deepEqual(Object.keys(states).sort(), FATES);
    assert.equal(states.refused, REFUSED);
    return fates;
  }

  /**
   * No credential was printed, pushes that were refused came again, and the sandbox found no fault in any request but those that
   * are allowed.
   */
  async end(...allowed) {
    const printed = this.#printed.join("\n");
    for (const secret of SECRETS) assert.ok(!printed.includes(secret), `${secret} was printed`);
    const pushes = await kept(this.#address, "pushes", this.#run);
    assert.ok(pushes.some(({ retry, status }) => retry > 0 && status === 204), "no push came again");
    const received = await kept(this.#address, "received", this.#run);
    const faults = received.flatMap(({ problems }) => problems.filter(({ path }) => !allowed.includes(path)));
    assert.deepEqual(faults, []);
  }
}
