// What must compile, and what must not: texts.
import { segments, text, TextError, type TextCode } from "smskernel";
import {
  binaryBodies, countMany, decode, decodePart, describe, encode, init, octetBodies, reassemble, segments as segmentsAlone, split, transliterate,
  type Cost, type Counts, type Culprit, type Decoded, type Language, type Part, type Scheme, type Segments, type TextOptions, type Whole,
} from "smskernel/text";
import { infobip, type Call } from "smskernel";

const told: Segments = segments("Hi", { languages: ["tr"], shifts: "both", referenceBits: 16, transliteration: "TURKISH", flash: true });
const same: text.Segments = segmentsAlone("Hi", { ports: { destination: 2948, source: 0 } });
const cost: Cost = told;
const parts: number = told.parts;
const language: Language | undefined = told.locking;
const culprits: readonly Culprit[] = told.culprits;
const cheaper: number | undefined = told.ifReplaced?.parts;
const why: "forces_ucs2" | "costs_two" | undefined = culprits[0]?.reason;

const counts: Counts = countMany(new Set(["a", "b"]), { languages: new Set<Language>(["tr"]) });
const column: Uint32Array = counts.parts;

const list: readonly Part[] = split("Hi", { reference: 7, split: "graphemes" });
for (const part of list) {
  const read: Decoded = decodePart(part);
  decode(part.shortMessage, part);
  for (const element of read.header) if (element.element === "concatenation") element.sequence.toFixed();
}
const whole: Whole = reassemble(list);
const octets: Uint8Array = encode("Hi", "gsm7");
encode("Hi", told);
encode("Hi", { encoding: "gsm7", locking: "tr" });
const scheme: Scheme = "GREEK";
const latin: string = transliterate("Щ", scheme).text;

declare const gateway: infobip.Gateway;
for (const binary of [...binaryBodies("Hi", { reference: 1 }), ...octetBodies(octets, { reference: 1 })]) {
  const call: Call<infobip.SentMessages> = gateway.sendBinary({ messages: [{ to: "41793026727", binary }] });
  describe(binary).text?.length;
}
declare const module: object;
const started: Promise<void> = init(module);

declare const error: unknown;
if (error instanceof TextError) {
  const code: TextCode = error.code;
  const offset: number | undefined = error.offset;
  // @ts-expect-error no such code
  if (error.code === "refused") throw error;
}

const unset: TextOptions = { languages: undefined, shifts: undefined };
segments("Hi", unset);
// @ts-expect-error a text is a string
segments(1);
// @ts-expect-error a language without tables
segments("Hi", { languages: ["de"] });
// @ts-expect-error a list of languages
segments("Hi", { languages: "tr" });
// @ts-expect-error 8 or 16
segments("Hi", { referenceBits: 7 });
// @ts-expect-error a misspelt option
segments("Hi", { shift: "both" });
// @ts-expect-error the parts need a reference
split("Hi", {});
// @ts-expect-error what is told is not changed
told.parts = 1;
// @ts-expect-error nobody knows the encoding of octets
decode(octets);
