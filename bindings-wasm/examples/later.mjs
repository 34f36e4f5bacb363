// The reply is understood in another process: the reader is saved beside the request and holds no credentials.
//
//   SMS_URL=https://… SMS_KEY=… node later.mjs +41793026727 "Your parcel is here."
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { infobip, ReplyReader } from "smskernel";

const { SMS_URL = "", SMS_KEY = "" } = process.env;
const [to = "", text = ""] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "later-"));

const gateway = new infobip.Gateway(SMS_URL, { auth: infobip.apiKey(SMS_KEY) });
const call = gateway.sendText({ messages: [{ from: "SMSC", destinations: [{ to }], text }] });
await writeFile(join(folder, "reader"), call.reader.toBytes());
const reply = await fetch(call.url, call);
await writeFile(join(folder, "body"), Buffer.from(await reply.arrayBuffer()));

const reader = /** @type {ReplyReader<infobip.SentMessages>} */ (ReplyReader.fromBytes(await readFile(join(folder, "reader"))));
const sent = reader.parse(reply.status, reply.headers, await readFile(join(folder, "body")));
for (const { to, messageId, outcome } of sent.messages) console.log(to, messageId, outcome.state);
await rm(folder, { recursive: true });
