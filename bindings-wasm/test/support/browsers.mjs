// Real browsers without a window, and a server on loopback for the pages that they open. Pages and servers end with the test
// that opens them, browsers with the file.
import assert from "node:assert/strict";
import { createReadStream, statSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import { launch } from "puppeteer-core";

import { programOf } from "./programs.mjs";

export { BROWSERS } from "./programs.mjs";

/** What a browser is started with: nothing of it speaks to anything but loopback. */
const OPTIONS = {
  chromium: {
    pipe: true,
    args: [
      "--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--disable-gpu", "--disable-dev-shm-usage",
      // Its sandbox does not start for root.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  },
  firefox: {
    extraPrefsFirefox: {
      "network.proxy.type": 0,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "services.settings.server": "data:,",
      "extensions.blocklist.enabled": false,
      "app.update.enabled": false,
    },
  },
};

/**
 * A test that needs a browser: `run(page, t)` gets an empty page of it. Where the browser is missing the test is skipped,
 * and says so; under CI nothing is skipped, and it fails.
 */
export function browserTest(name, browser, run) {
  const missing = programOf(browser) === undefined && `${browser} is missing`;
  test(`${name}, in ${browser}`, { skip: process.env.CI === "true" ? false : missing }, async (t) => {
    assert.ok(!missing, `${missing}, and under CI nothing is skipped`);
    await run(await openPage(t, browser), t);
  });
}

/** The browsers that run, by name. Each starts with an empty profile, when the first page is wanted. */
const running = new Map();

function start(browser) {
  const name = browser === "chromium" ? "chrome" : browser;
  return launch({ ...OPTIONS[browser], browser: name, executablePath: programOf(browser), headless: true });
}

after(async () => {
  for (const started of running.values()) await (await started).close();
});

/** An empty page, which shares nothing with others of its browser. */
export async function openPage(t, browser) {
  if (!running.has(browser)) running.set(browser, start(browser));
  const context = await (await running.get(browser)).createBrowserContext();
  t.after(() => context.close());
  return context.newPage();
}

const TYPES = {
  ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

const BLANK = '<!doctype html><html lang="en"><meta charset="utf-8"><title>smskernel</title><link rel="icon" href="data:,">';

/**
 * Serves folders on loopback: `{ "/dist": folder }`. `/` is an empty page, so that a test can import from there. Every
 * reply carries the header fields, such as a policy. Gives the origin.
 */
export async function serve(t, folders, fields = {}) {
  const server = createServer((request, reply) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    if (path === "/") {
      reply.writeHead(200, { "content-type": "text/html; charset=utf-8", ...fields }).end(BLANK);
      return;
    }
    const found = fileOf(folders, path);
    const type = found && TYPES[extname(found)];
    if (type === undefined) {
      reply.writeHead(404, fields).end(`${path} is not served here`);
      return;
    }
    reply.writeHead(200, { "content-type": type === "application/wasm" ? type : `${type}; charset=utf-8`, ...fields });
    createReadStream(found).pipe(reply);
  });
  t.after(() => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return `http://127.0.0.1:${server.address().port}`;
}

/** The file that a path names: below the folder of its longest prefix, and never outside of it. */
function fileOf(folders, path) {
  const prefixes = Object.keys(folders).filter((prefix) => path.startsWith(`${prefix}/`));
  const [prefix] = prefixes.sort((one, other) => other.length - one.length);
  if (prefix === undefined) return undefined;
  const folder = resolve(folders[prefix] instanceof URL ? fileURLToPath(folders[prefix]) : folders[prefix]);
  const file = resolve(folder, `.${path.slice(prefix.length)}`);
  return file.startsWith(folder + sep) && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** Calls what a module that is served exports, in the page; values cross as JSON does. */
export async function callInPage(page, module, name, ...values) {
  return page.evaluate(
    async (module, name, values) => (await import(module))[name](...values),
    module, name, values,
  );
}
