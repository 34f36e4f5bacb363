// What the package costs beside zod, in one run. `npm run bench`; ratios matter, times are this machine's.
import { bundles, firstCalls } from "./bench/first.mjs";
import { Reply, Request } from "./bench/schema.mjs";
import { compressed, sizesOf } from "./bench/sizes.mjs";
import { tasksOf, TEXTS } from "./bench/texts.mjs";
import { infobip } from "./dist/index.js";
import { pack } from "./dist/pack.js";

/** A request of so many messages: the documents' first one, or one of three fields. */
function request(count, full) {
  const messages = Array.from({ length: count }, (_, index) => {
    const destinations = [{ to: `4179302${String(index).padStart(4, "0")}`, messageId: `MESSAGE-ID-${index}` }];
    if (!full) return { from: "InfoSMS", destinations, text: "This is a sample message" };
    return {
      from: "SMSC",
      destinations,
      text: "Artık Ulusal Dil Tanımlayıcısı ile Türkçe karakterli smslerinizi rahatlıkla iletebilirsiniz.",
      flash: false,
      language: { languageCode: "TR" },
      transliteration: "TURKISH",
      intermediateReport: true,
      notifyUrl: "https://www.example.com/sms/advanced",
      notifyContentType: "application/json",
      callbackData: "DLR callback data",
      validityPeriod: 720,
    };
  });
  return { messages };
}

function reply(count) {
  const messages = Array.from({ length: count }, (_, index) => ({
    to: `4179302${String(index).padStart(4, "0")}`,
    status: {
      groupId: 1,
      groupName: "PENDING",
      id: 26,
      name: "MESSAGE_ACCEPTED",
      description: "Message sent to next instance",
    },
    messageId: `MESSAGE-ID-${index}`,
  }));
  return JSON.stringify({ bulkId: "2034072219640523073", messages });
}

/** The least time of one run in microseconds, of many runs in turn with the others. */
function measure(tasks, rounds) {
  const best = Object.fromEntries(Object.keys(tasks).map((name) => [name, Infinity]));
  for (const task of Object.values(tasks)) for (let warm = 0; warm < rounds / 4; warm += 1) task();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, task] of Object.entries(tasks)) {
      const start = process.hrtime.bigint();
      task();
      best[name] = Math.min(best[name], Number(process.hrtime.bigint() - start) / 1000);
    }
  }
  return best;
}

const gateway = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("0123456789abcdef") });
let sink = 0;

function report(title, times, ours, baseline, aim, unit = "µs") {
  const parts = Object.entries(times).map(([name, time]) => `${name} ${time.toFixed(1)} ${unit}`);
  const ratio = times[ours] / times[baseline];
  console.log(`${title}: ${ratio.toFixed(2)} × ${baseline}${aim ? ` (aim ${aim})` : ""}   [${parts.join(", ")}]`);
}

for (const [count, rounds] of [[1, 20000], [1000, 120]]) {
  for (const full of [true, false]) {
    const value = request(count, full);
    const dated = { messages: value.messages.map((message) => ({ ...message, notify: undefined, sendAt: new Date(1e12) })) };
    const text = JSON.stringify(value);
    const times = measure(
      {
        smskernel: () => (sink += gateway.sendText(value).body.length),
        "zod + JSON.stringify": () => (sink += JSON.stringify(Request.parse(value)).length),
        "JSON.stringify": () => (sink += JSON.stringify(value).length),
        "packing alone": () => (sink += pack(value).length),
        "with a Date each": () => (sink += gateway.sendText(dated).body.length),
        "from JSON text": () => (sink += gateway.sendTextJson(text).body.length),
      },
      rounds,
    );
    report(`request of ${count} ${full ? "full" : "short"}`, times, "smskernel", "zod + JSON.stringify", "2");
  }
  const call = gateway.sendText(request(count, true));
  const text = reply(count);
  const bytes = new TextEncoder().encode(text);
  const times = measure(
    {
      smskernel: () => (sink += call.parse(200, null, bytes).messages.length),
      "JSON.parse + zod": () => (sink += Reply.parse(JSON.parse(text)).messages.length),
      "JSON.parse": () => (sink += JSON.parse(text).messages.length),
      "from a string": () => (sink += call.parse(200, null, text).messages.length),
    },
    rounds,
  );
  report(`reply of ${count}`, times, "smskernel", "JSON.parse + zod", "5");
}

for (const [title, text] of Object.entries(TEXTS)) {
  const { tasks, runs } = tasksOf(text);
  const parts = new Set(Object.values(tasks).map((task) => task()));
  if (parts.size > 1) console.log(`${title}: the packages disagree, ${[...parts].join(" and ")} parts`);
  const times = measure(tasks, 200);
  for (const name of Object.keys(times)) times[name] /= runs[name];
  for (const name of ["segments", "countMany"]) {
    const of = (other) => `${(times[other] / times[name]).toFixed(times[other] / times[name] < 10 ? 1 : 0)} × as fast as ${other}`;
    console.log(`${title}, ${name} ${times[name].toFixed(2)} µs: ${of("sms-segments-calculator")} (aim 300), ${of("split-sms")} (aim 1)`);
  }
  console.log(`   [${Object.entries(times).map(([name, time]) => `${name} ${time.toFixed(2)} µs`).join(", ")}]`);
}

const built = await bundles();
for (const [title, programs] of Object.entries(built.programs)) {
  const times = firstCalls(programs, 15);
  report(`import to first call, ${title}`, times, "smskernel", "zod", undefined, "ms");
}
console.log(`wasm: ${compressed(sizesOf.wasm())}`);
console.log(`wasm as base64 text: ${compressed(sizesOf.base64())}`);
console.log(`wasm for texts alone: ${compressed(sizesOf.texts())} (aim 35 kB by gzip)`);
console.log(`wasm for webhooks alone, XML too: ${compressed(sizesOf.webhooks())}`);
for (const [name, bytes] of Object.entries(built.bytes)) console.log(`a minified file that sends one text, ${name}: ${compressed(bytes)}`);
built.remove();
if (sink === 0) throw new Error("nothing was measured");
