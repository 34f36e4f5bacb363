// What is sent end to end, from Node and from pages alike: this file runs in both, and stands on `fetch` alone.
import * as smskernel from "../../dist/index.js";

const { blackkonnect, infobip, smslist } = smskernel;

/** The accounts that the sandbox knows, by dialect. */
const ACCOUNTS = {
  infobip: (url, options) => new infobip.Gateway(url, { auth: infobip.apiKey("sandbox-api-key"), ...options }),
  blackkonnect: (url, options) =>
    new blackkonnect.Gateway(url, {
      serviceAccountId: "sandbox-service-account",
      organisationId: "c9b3f279-e3b5-4204-ad99-646257417f98",
      token: "sandbox-blackkonnect-token",
      ...options,
    }),
  smslist: (url, options) =>
    new smslist.Gateway(url, { partnerId: "12345", apiKey: "sandbox-apikey", sender: "SANDBOX", ...options }),
};

const TEXTS = {
  bulkId: "BULK-1",
  messages: [
    { from: "SMSC", destinations: [{ to: "41793026727", messageId: "m-1" }, { to: "41793026834" }], text: "Grüezi 👋" },
    { sender: "SMSC", to: "+41 79 302 67 00", text: "Hi", sendAt: new Date("2100-01-01T08:00:00Z") },
  ],
};
const OCTETS = {
  messages: [
    { sender: "SMSC", to: "41793026727", binary: { hex: Uint8Array.of(5, 0, 3, 1, 1, 1, 0, 0x7f, 0x80, 0xff), esmClass: 64 } },
    { from: "SMSC", destinations: [{ to: "41793026834" }], binary: { hex: "0048 00E4", dataCoding: 8 } },
  ],
};
const TEXT = { messages: [{ sender: "SMSC", to: [{ to: "41793026727", messageId: "m-1" }], text: "Hi" }] };
const BULK = { messages: [{ to: "0712345678", text: "Habari", clientSmsId: 7 }, { to: "254733123456", text: "Grüezi 👋" }] };
const CLIENT = { clientId: "sandbox-client@example.com", clientSecret: "sandbox-client-secret" };
const MESSAGE = { destination: "254712345678", text: "Habari 👋", requestId: "r-1" };
const BULK_OF_THREE = { messages: [{ to: ["254712345671", "254712345672", "254712345673"], text: "We open at 9." }] };

const SCHEDULED = { bulkId: "BULK-7", messages: [{ sender: "SMSC", to: "41793026727", text: "Hi", sendAt: new Date("2025-01-02T08:00:00Z") }] };
const USER = { username: "sandbox-user", password: "sandbox-password" };
const CREDENTIALS = { clientId: USER.username, clientSecret: USER.password };
const later = (seconds) => ["later", seconds];

const text = ["sendText", TEXT];
const bulk = ["sendBulk", BULK];
const PENDING = "41793026727 pending never";
const LOST = "41793026727 unknown uncertain";

/**
 * Each has a dialect, the sandbox's modes, calls (a method and its request, or what makes it of the last answer; `later` lets
 * time pass) and what each exchange comes to. `inPage` has what is different with a browser: what a page is told, what becomes of the browser's
 * own questions, how often the call arrives.
 */
export const SCENARIOS = {
  "infobip.sendText": {
    dialect: "infobip",
    calls: [["sendText", TEXTS]],
    expected: ["41793026727 pending never, 41793026834 pending never, 41793026700 pending never"],
  },
  "infobip.sendBinary": {
    dialect: "infobip",
    calls: [["sendBinary", OCTETS]],
    expected: ["41793026727 pending never, 41793026834 pending never"],
  },
  "infobip, version 2": {
    dialect: "infobip",
    options: { apiVersion: 2 },
    calls: [["sendText", TEXTS], ["sendBinary", OCTETS]],
    expected: [
      "41793026727 pending never, 41793026834 pending never, 41793026700 pending never",
      "41793026727 pending never, 41793026834 pending never",
    ],
  },
  "infobip, a user and a password": {
    dialect: "infobip",
    options: { auth: infobip.basic("sandbox-user", "sandbox-password") },
    calls: [text],
    expected: [PENDING],
  },
  "blackkonnect, from the token to the pages of a bulk's status": {
    dialect: "blackkonnect",
    options: { token: undefined },
    calls: [
      ["getToken", CLIENT],
      ["sendBulk", BULK_OF_THREE],
      ["getBulkStatus", ({ correlationId }) => ({ bulkCorrelationId: correlationId, size: 2 })],
    ],
    expected: [
      "Token(expires at 2100-01-01T00:00:00.000Z)",
      "254712345671 pending never, 254712345672 pending never, 254712345673 pending never",
      "254712345671 pending never, 254712345672 pending never",
      "254712345673 pending never",
      "nothing",
    ],
  },
  "blackkonnect, a message and its status": {
    dialect: "blackkonnect",
    options: { messageStatusPath: "/api/sms/messages/status/{messageId}/v1" },
    calls: [["sendMessage", MESSAGE], ["getMessageStatus", ({ correlationId }) => ({ messageId: correlationId })]],
    expected: ["254712345678 pending never", "254712345678 pending never"],
  },
  "smslist.sendBulk": {
    dialect: "smslist",
    calls: [bulk],
    expected: ["254712345678 accepted never, 254733123456 accepted never"],
  },

  "infobip, simple sends": {
    dialect: "infobip",
    calls: [
      ["sendTextSingle", { sender: "SMSC", to: ["41793026727", "41793026834"], text: "Grüezi 👋" }],
      ["sendTextMulti", { messages: [{ from: "SMSC", to: "41793026727", text: "Hi" }, { sender: "SMSC", to: ["41793026834"], text: "Ho" }] }],
      ["sendBinarySingle", { sender: "SMSC", to: "41793026727", binary: { hex: Uint8Array.of(0, 0x48), dataCoding: 8 } }],
      ["sendBinaryMulti", { messages: [{ sender: "SMSC", to: "41793026727", binary: { hex: "48" } }] }],
    ],
    expected: [
      "41793026727 pending never, 41793026834 pending never",
      "41793026727 pending never, 41793026834 pending never",
      "41793026727 pending never",
      "41793026727 pending never",
    ],
  },
  "infobip, from sent to delivered": {
    dialect: "infobip",
    calls: [
      ["sendText", { messages: [{ sender: "SMSC", to: ["41793026727", "41793026790"], text: "Hi" }] }],
      ["getReports", {}],
      later(120),
      ["getReports", { limit: 1000 }],
      ["getReports", {}],
      ["getLogs", { to: "41793026790" }],
      ["getInboxReports", {}],
      ["getInboxLogs", { limit: 5 }],
    ],
    expected: [
      "41793026727 pending never, 41793026790 pending never",
      "nothing",
      "41793026727 delivered never, 41793026790 undeliverable safe",
      "nothing",
      "41793026790 undeliverable safe",
      "nothing",
      "nothing",
    ],
  },
  "infobip, a scheduled bulk": {
    dialect: "infobip",
    calls: [
      ["sendText", SCHEDULED],
      ["getSchedule", { bulkId: "BULK-7" }],
      ["reschedule", { bulkId: "BULK-7", sendAt: new Date("2025-01-03T08:00:00Z") }],
      ["setBulkStatus", { bulkId: "BULK-7", status: "PAUSED" }],
      ["getBulkStatus", { bulkId: "BULK-7" }],
    ],
    expected: [
      PENDING,
      '{"bulkId":"BULK-7","sendAt":"2025-01-02T08:00:00.000+0000"}',
      '{"bulkId":"BULK-7","sendAt":"2025-01-03T08:00:00.000+0000"}',
      '{"bulkId":"BULK-7","status":"PAUSED"}',
      '{"bulkId":"BULK-7","status":"PAUSED"}',
    ],
  },
  "infobip, what is asked beside": {
    dialect: "infobip",
    calls: [["getBalance", {}], ["preview", { text: "Hi" }], text, ["confirmConversion", { messageId: "m-1" }]],
    expected: [
      '{"balance":"1000000.00","currency":"EUR"}',
      '{"originalText":"Hi","previews":[{"textPreview":"Hi","messageCount":1,"charactersRemaining":158}]}',
      PENDING,
      '{"processKey":"process-m-1"}',
    ],
  },
  "infobip, a session": {
    dialect: "infobip",
    options: { auth: undefined },
    calls: [["createSession", USER], text, ["endSession", {}], ["getBalance", {}]],
    expected: ["Session(does not say when it expires)", PENDING, "{}", "Refused refused 401 after_fix"],
  },
  "infobip, an access token": {
    dialect: "infobip",
    options: { auth: undefined },
    calls: [["getOauthToken", CREDENTIALS], text],
    expected: ["OauthToken(does not say when it expires)", PENDING],
  },
  "smslist, one text to many": {
    dialect: "smslist",
    calls: [
      ["sendSms", { to: ["0712345678", "254733123490"], text: "Habari" }],
      later(120),
      ["getDeliveryReport", ({ messages: [, { messageId }] }) => ({ messageId })],
      ["sendOtp", { to: "254712345678", text: "1234" }],
      ["getBalance", {}],
      ["credit", { childId: "sandbox-child", amount: "10" }],
    ],
    expected: [
      "254712345678 accepted never, 254733123490 accepted never",
      "8290843 undeliverable after_fix",
      "254712345678 accepted never",
      '{"credit":"999997.00","partnerId":"12345"}',
      '{"prevBalance":"524.00","smsUnits":"10","newBalance":"534.00","responseDescription":"Partner ID sandbox-child has been credited with 10 units"}',
    ],
  },
  "infobip, a wrong key": {
    dialect: "infobip",
    options: { auth: infobip.apiKey("wrong") },
    calls: [text],
    expected: ["Refused refused 401 after_fix"],
  },
  "blackkonnect, a wrong secret": {
    dialect: "blackkonnect",
    calls: [["getToken", { ...CLIENT, clientSecret: "wrong" }]],
    expected: ["Refused refused 401 after_fix"],
  },
  "smslist, a wrong key": {
    dialect: "smslist",
    options: { apiKey: "wrong" },
    calls: [bulk],
    expected: ["Refused refused 200 after_fix"],
  },
  "infobip, a number refused inside of a success": {
    dialect: "infobip",
    modes: "cors+refuse-834",
    calls: [["sendText", TEXTS]],
    expected: ["41793026727 pending never, 41793026834 rejected after_fix, 41793026700 pending never"],
  },
  "smslist, a number refused inside of a success": {
    dialect: "smslist",
    modes: "cors+refuse-456",
    calls: [bulk],
    expected: ["254712345678 accepted never, 254733123456 rejected after_fix"],
  },
  "blackkonnect, a refusal inside of a success": {
    dialect: "blackkonnect",
    modes: "cors+unsuccessful",
    calls: [["sendMessage", MESSAGE]],
    expected: ["Refused refused 200 uncertain"],
  },
  "throttled": {
    dialect: "infobip",
    modes: "cors-fields+status-429",
    calls: [text],
    expected: ["Refused refused 429 safe_after in 7 s"],
  },
  "throttled, and the header fields are hidden from pages": {
    dialect: "infobip",
    modes: "cors+status-429-date",
    calls: [text],
    expected: ["Refused refused 429 safe_after in 30 s"],
    inPage: { expected: ["Refused refused 429 safe_after"] },
  },
  "an HTML page": {
    dialect: "smslist",
    modes: "cors+status-500-html",
    calls: [bulk],
    expected: ["UnreadableReply not_json 500 uncertain"],
  },
  "an empty reply": {
    dialect: "blackkonnect",
    modes: "cors+empty",
    calls: [["sendMessage", MESSAGE]],
    expected: ["UnreadableReply empty_body 200 uncertain"],
  },
  "half a reply": {
    dialect: "smslist",
    modes: "cors+truncated",
    calls: [bulk],
    expected: ["UnreadableReply not_json 200 uncertain"],
  },

  "a redirect": {
    dialect: "infobip",
    modes: "cors+redirect",
    calls: [text],
    expected: ["UnreadableReply redirected 302 uncertain"],
    inPage: { expected: ["UnreadableReply bad_status 0 uncertain"] },
  },
  "a redirect that keeps the method": {
    dialect: "smslist",
    modes: "cors+redirect-307",
    calls: [bulk],
    expected: ["UnreadableReply redirected 307 uncertain"],
    inPage: { expected: ["UnreadableReply bad_status 0 uncertain"] },
  },

  "a connection that is closed": {
    dialect: "infobip",
    modes: "cors+close",
    calls: [text],
    expected: [`TypeError: ${LOST}`],
    // Browsers send a POST once more by themselves where a connection that they had used before is closed, here that of
    // the preflight.
    inPage: { arrives: 2 },
  },
  "a question that is not answered": {
    dialect: "blackkonnect",
    modes: "cors+close",
    calls: [["getToken", CLIENT]],
    expected: ["TypeError: ask again"],
  },
  "a call given up while it waits for its reply": {
    dialect: "infobip",
    modes: "cors+slow-10000",
    calls: [text],
    signal: () => waiting.signal,
    expected: [`AbortError: ${LOST}`],
  },
  "a call given up before it goes out": {
    dialect: "infobip",
    calls: [text],
    signal: () => AbortSignal.abort(),
    expected: [`AbortError: ${LOST}`],
  },

  "a gateway that says nothing of other origins": {
    dialect: "infobip",
    modes: "new",
    calls: [text],
    expected: [PENDING],
    inPage: { expected: [`TypeError: ${LOST}`], preflights: ["refused"], arrives: 0 },
  },
  "a form, which browsers send without asking": {
    dialect: "blackkonnect",
    modes: "new",
    calls: [["getToken", CLIENT]],
    expected: ["Token(expires at 2100-01-01T00:00:00.000Z)"],
    inPage: { expected: ["TypeError: ask again"], preflights: [] },
  },
};

/** What gives up the call of the scenario that is being played. */
let waiting = new AbortController();

export function giveUp() {
  waiting.abort();
}

/**
 * Plays a scenario against the sandbox at an address. An answer's `next` is asked for, and a token is used from then on.
 * Tells of each exchange a line to compare with the expected one, and everything that was understood, as plain values.
 */
export async function play(address, name) {
  const { dialect, modes = "cors", options, calls, signal } = SCENARIOS[name];
  waiting = new AbortController();
  let gateway = ACCOUNTS[dialect](`${address}/as/${modes}`, options);
  const told = [];
  let last;
  for (const [method, given] of calls) {
    if (method === "later") {
      await fetch(`${address}/control/clock`, { method: "POST", mode: "no-cors", body: JSON.stringify({ advance: given }) });
      continue;
    }
    let request = typeof given === "function" ? given(last) : given;
    while (request !== undefined) {
      const call = gateway[method](request);
      last = await exchange(call, signal?.());
      told.push({ line: line(last), ...plain(last) });
      if (last instanceof blackkonnect.Token) gateway = gateway.withToken(last);
      if (last instanceof infobip.Session || last instanceof infobip.OauthToken) gateway = gateway.withAuth(last);
      request = last.next;
    }
  }
  return told;
}

/** What became of a call: its answer, the error that its reply is, or why there was no reply. */
async function exchange(call, signal) {
  let reply;
  try {
    reply = await fetch(call.url, signal ? { ...call, signal } : call);
  } catch ({ name }) {
    return { name, lost: call.reader.length > 0 ? call.noReply() : undefined };
  }
  const copy = reply.clone();
  const first = await settled(async () => call.parse(reply.status, reply.headers, await reply.arrayBuffer()));
  const second = await settled(() => call.parseResponse(copy));
  if (JSON.stringify(plain(first)) !== JSON.stringify(plain(second))) throw new Error("parse and parseResponse differ");
  return second;
}

/** An answer, or the error that a reply is. */
async function settled(parse) {
  try {
    return await parse();
  } catch (error) {
    if (error instanceof smskernel.ReplyFailure) return error;
    throw error;
  }
}

/** What an exchange came to, in a line. */
function line(became) {
  if (became instanceof smskernel.ReplyFailure) {
    const { name, code, status, resend, resendAfter } = became;
    return `${name} ${code} ${status} ${resend}${resendAfter ? ` in ${resendAfter.seconds} s` : ""}`;
  }
  if ("lost" in became) return `${became.name}: ${became.lost ? outcomes(became.lost.messages) : "ask again"}`;
  if (typeof became.reveal === "function") return String(became);
  const list = became.messages ?? became.statuses ?? became.results;
  if (list === undefined && became.outcome === undefined) return JSON.stringify(became);
  return outcomes(list ?? [became]);
}

function outcomes(list) {
  const lines = list.map(({ to, destination, messageId, outcome }) => `${to ?? destination ?? messageId} ${outcome.state} ${outcome.resend}`);
  return lines.join(", ") || "nothing";
}

/** An answer or error as plain values, its bytes as text. */
function plain(became) {
  const raw = became.rawBody && new TextDecoder().decode(became.rawBody);
  return JSON.parse(JSON.stringify({ became, raw }));
}
