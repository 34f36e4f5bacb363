// Arbitrary requests and messages, good ones and broken ones.
import fc from "fast-check";

// CI asks the same each time, so that what lands does not hang on chance; elsewhere each run asks anew.
if (process.env.CI) fc.configureGlobal({ seed: 20260101 });

export const characters = fc.string({ unit: "binary", maxLength: 200 });

/** A phone number, or something in its place. */
export const number = fc.oneof(
  fc.integer({ min: 1_000_000, max: 999_999_999 }).map((digits) => `41${digits}`),
  fc.string({ maxLength: 18 }),
  fc.integer(),
);

const clock = fc.record({ hour: fc.integer({ min: -1, max: 25 }), minute: fc.integer({ min: 0, max: 60 }) });
const window = fc.record(
  { days: fc.array(fc.constantFrom("MONDAY", "SUNDAY", "monday"), { maxLength: 3 }), from: clock, to: clock },
  { requiredKeys: ["days"] },
);
const destinations = fc.array(fc.record({ to: number, messageId: fc.string() }, { requiredKeys: ["to"] }), { maxLength: 4 });
const common = {
  from: fc.constantFrom("SMSC", "41793026700", "x", "InfoSMS"),
  destinations,
  validityPeriod: fc.oneof(fc.integer({ min: -5, max: 3000 }), fc.double()),
  flash: fc.option(fc.boolean()),
  callbackData: characters,
  deliveryTimeWindow: window,
  extra: fc.jsonValue().map((value) => ({ value })),
};

/** A text of Infobip in the gateway's names. */
export const textMessage = fc.record({ ...common, text: characters }, { requiredKeys: ["destinations", "text"] });

/** A binary message of Infobip in the gateway's names. */
export const binaryMessage = fc.record(
  {
    ...common,
    binary: fc.record(
      {
        hex: fc.oneof(fc.uint8Array({ maxLength: 150 }).map((octets) => Buffer.from(octets).toString("hex")), fc.string({ maxLength: 9 })),
        dataCoding: fc.integer({ min: -1, max: 256 }),
        esmClass: fc.constantFrom(0, 64, 300),
      },
      { requiredKeys: ["hex"] },
    ),
  },
  { requiredKeys: ["destinations", "binary"] },
);

/** A message of a bulk of Blackkonnect in the gateway's names. */
export const konnectMessage = fc.record(
  {
    destinations: fc.array(fc.record({ destination: number, messageId: fc.string() }, { requiredKeys: ["destination"] }), { maxLength: 4 }),
    text: characters,
    deliveryTimeWindow: window,
    validityPeriodMinutes: fc.integer({ min: -1, max: 3000 }),
    extra: fc.jsonValue().map((value) => ({ value })),
  },
  { requiredKeys: ["destinations"] },
);

/** An item of the smslist family in the gateway's names. */
export const item = fc.record(
  { mobile: number, message: characters, clientsmsid: fc.oneof(fc.integer(), fc.string()), pass_type: fc.constantFrom("plain", "bm5", "x") },
  { requiredKeys: ["mobile", "message"] },
);

/** Anything that JavaScript can make. */
export const anything = fc.anything({
  withBigInt: true, withBoxedValues: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true,
  withSet: true, withSparseArray: true, withTypedArray: true, withUnicodeString: true, maxDepth: 4,
});
