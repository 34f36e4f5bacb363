// Runs the shared vectors, each through every door of the package. Nothing here belongs to Node: it runs wherever the package
// runs, with the package that is installed there.
import { assert } from "chai";
import { InvalidRequest, Refused, ReplyReader, UnreadableReply, UnreadableWebhook } from "smskernel";

import { camelCase, DIALECTS } from "./dialects.mjs";
import { bytesOf, exact, only, open, rows, same, sameAnswer, sorted } from "./vectors.mjs";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A body as the vectors have it. A call without one has none at all, not an empty one. */
function text(body) {
  assert.notStrictEqual(body?.length, 0);
  return body === null ? "" : decoder.decode(body);
}

/** What a door gives: the call, or the violations. */
function outcome(build) {
  try {
    const call = build();
    const { method, url, headers, body, warnings } = call;
    return [call, { method, url, headers, body: text(body), warnings: rows(warnings) }];
  } catch (error) {
    if (!(error instanceof InvalidRequest)) throw error;
    return [error, { violations: rows(error.violations) }];
  }
}

/** The same value with every list and object as another one, so that nothing depends on who made them. */
function unlike(value) {
  if (Array.isArray(value)) return Object.assign([], value.map(unlike));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, unlike(member)]);
  return Object.assign(Object.create(null), Object.fromEntries([["notGiven", undefined], ...members]));
}

/** The cases of one vector file, and what runs those of each list. */
export class Runner {
  constructor(name, written) {
    Object.assign(this, open(name, written));
    this.name = name;
    this.dialect = DIALECTS[name];
  }

  /** The names of all cases. */
  get cases() {
    return this.sections.flatMap((section) => this.file[section].map(({ id }) => `${section}/${id}`));
  }

  /** Runs a list: what came out, by the names of its cases, and what is wrong with the others. */
  run(section) {
    const results = {};
    const failures = [];
    for (const given of this.file[section]) {
      try {
        results[`${section}/${given.id}`] = this[section](given);
      } catch (error) {
        failures.push(`${this.name}: ${section}/${given.id}: ${error.stack}`);
      }
    }
    return { results, failures };
  }

  gateway(given) {
    return this.dialect.gateway({ ...this.file.gateway, ...given.gateway });
  }

  requests(given) {
    only(given, "gateway", "now", "params", "params_text", "params_hex", "expect", "violations");
    const options = given.now === undefined ? undefined : { now: new Date(given.now) };
    const [gateway, refusal] = outcome(() => ({ ...this.gateway(given), body: null, warnings: [] }));
    if (gateway instanceof InvalidRequest) {
      same(given.violations, gateway.violations);
      return refusal;
    }
    const { dialect } = this;
    const account = this.gateway(given);
    const bytes = bytesOf(given, "params");
    const [call, result] = outcome(() => dialect.sendJson(account, bytes, options));
    if (!("params_hex" in given)) {
      assert.deepEqual(outcome(() => dialect.sendJson(account, decoder.decode(bytes), options))[1], result, "as text");
    }
    if ("params" in given) {
      assert.ok(exact(given.params), "a number that not every parser holds belongs into params_text");
      for (const value of [given.params, unlike(given.params), new Proxy(Object(given.params), {})]) {
        if (typeof given.params !== "object" && value !== given.params) continue;
        assert.deepEqual(outcome(() => dialect.send(account, value, options))[1], result, "as a value");
      }
    }
    if ("violations" in given) {
      assert.ok(call instanceof InvalidRequest, "it was built");
      same(given.violations, call.violations);
      return result;
    }
    if (call instanceof InvalidRequest) throw call;
    this.expect(given.expect, call);
    delete result.method;
    return result;
  }

  expect(expect, call) {
    const known = ["method", "url", "headers", "forbid_headers", "body", "body_text", "warnings"];
    assert.deepEqual(Object.keys(expect).filter((name) => !known.includes(name)), []);
    assert.deepEqual([call.method, call.url], [expect.method, expect.url]);
    for (const [name, value] of Object.entries(expect.headers ?? {})) assert.strictEqual(call.headers[name], value, name);
    const names = Object.keys(call.headers).map((name) => name.toLowerCase());
    for (const name of expect.forbid_headers ?? []) assert.ok(!names.includes(name.toLowerCase()), name);
    assert.notStrictEqual("body" in expect, "body_text" in expect);
    if ("body" in expect) assert.deepEqual(JSON.parse(text(call.body)), expect.body);
    else assert.strictEqual(text(call.body), expect.body_text);
    same(expect.warnings, call.warnings);
  }

  checks(given) {
    const { limits, allow, forbid, api_version: apiVersion, now, ...rest } = given;
    only(rest, "payload", "payload_text", "payload_hex", "violations");
    const options = { limits, allow, forbid, apiVersion, now: now === undefined ? undefined : new Date(now) };
    const bytes = bytesOf(given, "payload");
    const found = this.dialect.check(bytes, options);
    if ("payload" in given && typeof given.payload === "object") {
      assert.deepEqual(this.dialect.check(given.payload, options), found, "as a value");
    }
    if (!("payload_hex" in given)) assert.deepEqual(this.dialect.check(decoder.decode(bytes), options), found, "as text");
    same(given.violations, found);
    return { violations: rows(found) };
  }

  replies(given) {
    const kinds = ["answer", "refused", "unreadable"];
    only(given, "gateway", "sent", "status", "headers", "body", "body_text", "body_hex", "reveals", ...kinds);
    const call = this.dialect.send(this.gateway(given), given.sent);
    const body = bytesOf(given, "body");
    const result = this.parsed(call, given, given.headers, body);
    // The same from a saved reader, and however the parts are given.
    const saved = ReplyReader.fromBytes(call.reader.toBytes());
    const pairs = Object.entries(given.headers ?? {});
    const upper = Object.fromEntries(pairs.map(([name, value]) => [name.toUpperCase(), [value]]));
    for (const headers of [new Headers(given.headers), pairs, new Map(pairs), upper]) {
      assert.deepEqual(this.parsed(saved, given, headers, body.slice().buffer), result);
    }
    if (!("body_hex" in given)) assert.deepEqual(this.parsed(saved, given, pairs, decoder.decode(body)), result);
    return result;
  }

  parsed(reader, given, headers, body) {
    let answer;
    try {
      answer = reader.parse(given.status, headers, body);
    } catch (error) {
      const kind = error instanceof Refused ? "refused" : "unreadable";
      if (!(error instanceof Refused || error instanceof UnreadableReply)) throw error;
      assert.deepEqual(error.rawBody, bytesOf(given, "body"));
      const { name, ...whole } = JSON.parse(JSON.stringify(error));
      assert.strictEqual(name, kind === "refused" ? "Refused" : "UnreadableReply");
      assert.ok(kind in given, `it became an error: ${error}`);
      const free = kind === "refused" ? ["message"] : ["message", "reason", "path", "offset"];
      const told = Object.entries(whole).filter(([member]) => !free.includes(member) || member in given[kind]);
      assert.deepEqual(Object.fromEntries(told), given[kind]);
      return { error: whole };
    }
    assert.deepEqual(answer.rawBody, bytesOf(given, "body"));
    const plain = JSON.parse(JSON.stringify(answer));
    assert.ok("answer" in given, `it became an answer: ${JSON.stringify(plain)}`);
    sameAnswer(given.answer, plain);
    assert.strictEqual(answer.reveal?.(), given.reveals);
    return { answer: plain };
  }

  webhooks(given) {
    const bodies = ["body", "body_text", "body_hex"];
    only(given, "method", "headers", "query", "limits", "events", "malformed", "unreadable", ...bodies);
    const { method, headers, query, limits } = given;
    const body = bodies.some((form) => form in given) ? bytesOf(given, "body") : undefined;
    const request = { method, headers, query, body };
    const result = this.arrived(request, given);
    // The same however the parts are given.
    const pairs = Object.entries(headers ?? {});
    const upper = Object.fromEntries(pairs.map(([name, value]) => [name.toUpperCase(), [value]]));
    for (const headers of [new Headers(given.headers), pairs, new Map(pairs), upper]) {
      const other = { ...request, headers, query: `?${query ?? ""}`, body: body?.slice().buffer ?? null };
      assert.deepEqual(this.arrived(other, given, limits ?? {}), result);
    }
    if (body && !("body_hex" in given)) assert.deepEqual(this.arrived({ ...request, body: decoder.decode(body) }, given), result);
    return result;
  }

  arrived(request, given, limits = given.limits) {
    const read = [new Uint8Array(request.body ?? []), new TextEncoder().encode(given.query ?? "")];
    const body = typeof request.body === "string" ? [new TextEncoder().encode(request.body), read[1]] : read;
    const isKept = (raw) => assert.ok(body.some((bytes) => String(bytes) === String(raw)), "what was read is kept");
    let webhook;
    try {
      webhook = this.dialect.parseWebhook(request, limits && { limits });
    } catch (error) {
      if (!(error instanceof UnreadableWebhook)) throw error;
      isKept(error.rawBody);
      const { name, ...whole } = JSON.parse(JSON.stringify(error));
      assert.strictEqual(name, "UnreadableWebhook");
      assert.ok("unreadable" in given, `it became an error: ${error}`);
      const told = Object.entries(whole).filter(([member]) => member === "code" || member in given.unreadable);
      assert.deepEqual(Object.fromEntries(told), given.unreadable);
      return { error: whole };
    }
    isKept(webhook.rawBody);
    const plain = JSON.parse(JSON.stringify(webhook));
    assert.ok("events" in given, `it was read: ${JSON.stringify(plain)}`);
    sameAnswer({ events: given.events, malformed: given.malformed ?? [] }, plain);
    return plain;
  }

  plans(given) {
    only(given, "gateway", "now", "messages", "envelope", "options", "bodies", "warnings", "rejected", "violations");
    const { on_invalid: onInvalid, ...rest } = given.options;
    const now = given.now === undefined ? undefined : new Date(given.now);
    const gateway = this.gateway(given);
    let plan, calls;
    try {
      const options = { ...rest, ...camelCase(given.envelope ?? {}), onInvalid, now };
      plan = this.dialect.plan(gateway, given.messages.values(), options);
      calls = [...plan];
    } catch (error) {
      if (!(error instanceof InvalidRequest)) throw error;
      same(given.violations, error.violations);
      return { violations: rows(error.violations) };
    }
    const bodies = calls.map((call) => text(call.body));
    if ("warnings" in given) same(given.warnings, calls.flatMap((call) => call.warnings));
    assert.deepEqual(bodies.map((body) => JSON.parse(body)), given.bodies);
    assert.strictEqual(plan.rejected.length, given.rejected.length);
    const rejected = plan.rejected.map(({ position, destination, violations }, index) => {
      const expected = given.rejected[index];
      assert.deepEqual([position, destination], [expected.position, expected.destination]);
      same(expected.violations, violations);
      return { position, ...(destination === undefined ? {} : { destination }), violations: rows(violations) };
    });
    return { bodies, warnings: calls.flatMap((call) => rows(call.warnings)), rejected };
  }

  walks(given) {
    only(given, "gateway", "sent", "pages");
    const gateway = this.gateway(given);
    let asked = given.sent;
    const answers = given.pages.map(({ url, ...page }, index) => {
      assert.ok(asked, `the walk ends before page ${index}`);
      const call = this.dialect.send(gateway, asked);
      assert.strictEqual(call.url, url);
      const { answer } = this.parsed(call, page, page.headers, bytesOf(page, "body"));
      asked = answer.next;
      return answer;
    });
    assert.strictEqual(asked, undefined, "the walk goes on");
    return { answers };
  }
}

/**
 * Runs every case of every file, and tells how many of each were run; what went wrong; and a digest of all that came out, which
 * is the same wherever the package does the same. What is told crosses any border as JSON.
 */
export async function runAll(files) {
  const told = { files: {}, failures: [] };
  const results = {};
  for (const [name, written] of Object.entries(files)) {
    const runner = new Runner(name, written);
    const runs = runner.sections.map((section) => runner.run(section));
    results[name] = Object.assign({}, ...runs.map((run) => run.results));
    const failures = runs.flatMap((run) => run.failures);
    const ran = Object.keys(results[name]).length + failures.length;
    told.files[name] = { ran, skipped: runner.cases.length - ran };
    told.failures.push(...failures);
  }
  const bytes = new TextEncoder().encode(JSON.stringify(sorted(results)));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  told.digest = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return told;
}
