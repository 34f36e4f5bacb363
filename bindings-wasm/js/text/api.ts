// Everything public about texts, over a module that another file has started.

export type {
  Cost, Culprit, Encoding, EncodingName, Language, Ports, Reason, Replacement, Scheme, Shifts, TextOptions, Unit,
} from "./types.js";
export type { TextCode } from "../codes.js";
export { SmsKernelError, TextError } from "../errors.js";
export { binaryBodies, type BinaryBody, describe, octetBodies, type OctetOptions } from "./bodies.js";
export { type Counts, countMany } from "./count-many.js";
export { segments, type Segments } from "./segments.js";
export { decode, encode, type Octets, pack, unpack, type UnpackOptions } from "./octets.js";
export {
  type Alphabet, type DataCoding, decodePart, type Decoded, type HeaderElement, reassemble, type ReceivedPart, type Waiting, type Whole,
} from "./reading.js";
export { type Part, split, type SplitOptions } from "./split.js";
export { type Transliterated, transliterate } from "./transliterate.js";
