// Engines that compile no WebAssembly while the package is imported: the import works all the same, the first use says what
// to do, and `init` does it. A fresh process plays each engine, for an instance once made stays.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

import { init } from "smskernel";

const WASM = new URL("../dist/wasm/smskernel.wasm", import.meta.url);

/** An engine that compiles and instantiates in its own time only, as Chromium's main thread did for years. */
const LATER = `
  const refuse = (name) => class {
    constructor() { throw new RangeError(\`WebAssembly.\${name} is disallowed on the main thread\`); }
  };
  WebAssembly.Module = refuse("Module");
  WebAssembly.Instance = refuse("Instance");`;

/** One that takes compiled modules only, as edge workers do. `given` is the module that their import would bring. */
const NO_BYTES = `
  const given = new WebAssembly.Module(fs.readFileSync(new URL(${JSON.stringify(WASM)})));
  const refuse = () => { throw new WebAssembly.CompileError("Wasm code generation disallowed by embedder"); };
  WebAssembly.Module = class { constructor() { refuse(); } };
  WebAssembly.compile = async () => refuse();`;

/** What a program prints that imports the package in such an engine. */
function inEngine(engine, program) {
  const whole = `
    import fs from "node:fs";
    const load = () => import(${JSON.stringify(new URL("../dist/index.js", import.meta.url))});
    const wasm = fs.readFileSync(new URL(${JSON.stringify(WASM)}));
    const told = async (act) => { try { return await act(); } catch (error) { return \`\${error.name} \${error.code}: \${error.message}\`; } };
    ${engine}
    const { infobip, init, SmsKernelError } = await load();
    const gateway = () => new infobip.Gateway("https://example.com", { auth: infobip.apiKey("key") });
    const messages = [{ from: "SMSC", destinations: [{ to: "41793026727" }], text: "Hi" }];
    const use = () => gateway().sendText({ messages }).reader.length;
    const say = async (act) => console.log(await told(act));
    ${program}`;
  return execFileSync(process.execPath, ["--input-type=module", "-e", whole], { encoding: "utf8" }).trim().split("\n");
}

/** The same by an entry of its own: that for texts, or that for webhooks. `use` is what is done with it. */
function byEntry(folder, wasm, use, engine, program) {
  const file = new URL(`../dist/${folder}/wasm/${wasm}`, import.meta.url);
  const whole = `
    import fs from "node:fs";
    const load = () => import(${JSON.stringify(new URL(`../dist/${folder}/index.js`, import.meta.url))});
    const told = async (act) => { try { return await act(); } catch (error) { return \`\${error.name} \${error.code}: \${error.message}\`; } };
    ${engine.replaceAll(String(WASM), String(file))}
    const entry = await load();
    const { init } = entry;
    const say = async (act) => console.log(await told(act));
    const use = () => ${use};
    ${program}`;
  return execFileSync(process.execPath, ["--input-type=module", "-e", whole], { encoding: "utf8" }).trim().split("\n");
}

const ofTexts = (engine, program) => byEntry("text", "text.wasm", 'entry.segments("a").parts', engine, program);
const XML = "<results><result><messageId>1</messageId><status><id>5</id></status></result></results>";
const ofWebhooks = (engine, program) =>
  byEntry("webhooks", "webhooks.wasm", `entry.infobip.parseWebhook({ method: "POST", body: ${JSON.stringify(XML)} }).events[0].messageId`, engine, program);

const WORKS = "1";
const NOT_READY =
  "SmsKernelError not_initialised: smskernel is not ready, for this engine did not compile its WebAssembly at once: " +
  "await init() before the first use";
const NOT_STARTED = (cause) =>
  `SmsKernelError not_initialised: smskernel's WebAssembly did not start (${cause}). If a Content-Security-Policy forbids it, ` +
  "add 'wasm-unsafe-eval' to script-src; if the platform takes no bytes, import smskernel/smskernel.wasm and give it to init";

test("where the engine was ready at once, init changes nothing", async () => {
  assert.equal(await init(), undefined);
  assert.equal(await init("what is no module at all"), undefined);
});

test("an engine that compiles in its own time", () => {
  const lines = inEngine(LATER, `
    await say(use);
    try { use(); } catch (error) { console.log(error instanceof SmsKernelError, error.cause instanceof RangeError); }
    await Promise.all([init(), init()]);
    await say(use);
    await say(() => init());`);
  assert.deepEqual(lines, [
    `${NOT_READY} (RangeError: WebAssembly.Module is disallowed on the main thread)`, "true true", WORKS, "undefined",
  ]);
});

test("an engine that makes no second instance at once after a trap", () => {
  const lines = inEngine(LATER, `
    const { currentInstance, run } = await import(new URL("../dist/kernel.js", ${JSON.stringify(import.meta.url)}));
    await init();
    const before = currentInstance();
    await say(() => run((kernel) => kernel.reader(null)));
    await say(use);
    await init();
    await say(use);
    console.log(currentInstance() > before);`);
  assert.deepEqual(lines, [
    "SmsKernelError internal_error: smskernel failed inside, which is a fault of its own. Please report this, and await init() before the next call.",
    `${NOT_READY} (RangeError: WebAssembly.Instance is disallowed on the main thread)`, WORKS, "true",
  ]);
});

test("an engine that takes no bytes", () => {
  const refused = "CompileError: Wasm code generation disallowed by embedder";
  const lines = inEngine(NO_BYTES, `
    await say(use);
    await say(() => init());
    await say(use);
    await say(() => init(Promise.resolve(given)));
    await say(use);`);
  assert.deepEqual(lines, [`${NOT_READY} (${refused})`, NOT_STARTED(refused), `${NOT_READY} (${refused})`, "undefined", WORKS]);
});

test("an engine without WebAssembly", () => {
  const lines = inEngine("delete globalThis.WebAssembly;", "await say(use); await say(() => init());");
  const refused = "ReferenceError: WebAssembly is not defined";
  assert.deepEqual(lines, [`${NOT_READY} (${refused})`, NOT_STARTED(refused)]);
});

for (const [what, source] of [
  ["bytes", "wasm"],
  ["an ArrayBuffer", "wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength)"],
  ["a Response", "new Response(wasm)"],
  ["a promise of a Response", "Promise.resolve(new Response(wasm))"],
  ["a module of another realm", `(await import("node:vm")).runInNewContext("new WebAssembly.Module(wasm)", { wasm })`],
]) {
  test(`a module given as ${what}`, () => {
    const lines = inEngine(LATER, `await say(async () => init(${source})); await say(use);`);
    assert.deepEqual(lines, ["undefined", WORKS]);
  });
}

test("what is no module is refused, and a good one works afterwards", () => {
  const lines = inEngine(LATER, `
    await say(() => init("/smskernel.wasm"));
    await say(() => init({}));
    await say(() => init(new Response("not found", { status: 404 })));
    await say(() => init(new TextEncoder().encode("<html>")));
    await say(() => init(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
    await say(() => init(Promise.reject(new Error("the network is down"))));
    await say(() => init());
    await say(use);`);
  const given = "TypeError undefined: smskernel's module is given compiled, as bytes or as a Response";
  assert.deepEqual([...lines.slice(0, 3), ...lines.slice(4)], [
    `${given}, not as a string`,
    `${given}, not as an object`,
    "SmsKernelError not_initialised: smskernel's module did not come: the response has the status 404",
    NOT_STARTED("TypeError: it is a module of something else"),
    "Error undefined: the network is down",
    "undefined",
    WORKS,
  ]);
  assert.match(lines[3], /^SmsKernelError not_initialised: smskernel's WebAssembly did not start \(CompileError: .*magic/);
});

for (const [what, of, file] of [["texts", ofTexts, "text.wasm"], ["webhooks", ofWebhooks, "webhooks.wasm"]]) {
  test(`the entry for ${what} alone has its own init`, () => {
    const later = of(LATER, "await say(use); await Promise.all([init(), init()]); await say(use); await say(() => init());");
    assert.deepEqual(later, [`${NOT_READY} (RangeError: WebAssembly.Module is disallowed on the main thread)`, WORKS, "undefined"]);
    const refused = "CompileError: Wasm code generation disallowed by embedder";
    const lines = of(NO_BYTES, "await say(use); await say(() => init()); await say(() => init(given)); await say(use);");
    const notStarted = NOT_STARTED(refused).replace("smskernel/smskernel.wasm", `smskernel/${file}`);
    assert.deepEqual(lines, [`${NOT_READY} (${refused})`, notStarted, "undefined", WORKS]);
  });
}

test("texts are counted by whichever module is ready", () => {
  const lines = ofTexts(LATER, `
    const whole = await import(${JSON.stringify(new URL("../dist/index.js", import.meta.url))});
    await whole.init();
    await say(use);
    await say(() => whole.segments === entry.segments);`);
  assert.deepEqual(lines, [WORKS, "true"]);
});

test("the module for texts alone is not that of the package", () => {
  const lines = inEngine(LATER, `
    await say(() => init(fs.readFileSync(new URL(${JSON.stringify(new URL("../dist/text/wasm/text.wasm", import.meta.url))}))));
    await say(() => init());
    await say(use);`);
  assert.match(lines[0], /^SmsKernelError not_initialised: smskernel's WebAssembly did not start \((TypeError: it is a module of something else|LinkError.*)\)/);
  assert.deepEqual(lines.slice(1), ["undefined", WORKS]);
});

test("webhooks are read by the module that reads XML, wherever it is ready", () => {
  const lines = ofWebhooks(LATER, `
    const whole = await import(${JSON.stringify(new URL("../dist/index.js", import.meta.url))});
    await whole.init();
    await say(use);
    await init();
    await say(use);
    await say(() => whole.infobip.parseWebhook === entry.infobip.parseWebhook);`);
  assert.match(lines[0], /^UnreadableWebhook xml_left_out: /);
  assert.deepEqual(lines.slice(1), [WORKS, "true"]);
});

test("the module for webhooks alone is none of the others, nor they it", () => {
  const other = /^SmsKernelError not_initialised: smskernel's WebAssembly did not start \((TypeError: it is a module of something else|LinkError.*)\)/;
  const file = (path) => `fs.readFileSync(new URL(${JSON.stringify(new URL(`../dist/${path}`, import.meta.url))}))`;
  assert.match(ofWebhooks(LATER, `await say(() => init(${file("wasm/smskernel.wasm")}));`)[0], other);
  assert.match(inEngine(LATER, `await say(() => init(${file("webhooks/wasm/webhooks.wasm")}));`)[0], other);
});
