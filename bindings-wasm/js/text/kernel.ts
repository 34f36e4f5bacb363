// The module that texts are counted by. Both entries of the package have one with the same functions; in a program that imports
// both, either will do.

import type { Engine } from "../engine.js";
import type * as glue from "./wasm/glue.js";

/** What a module knows of texts. */
export type Functions = Pick<
  typeof glue,
  | "textBinaryBodies" | "textCount" | "textCountMany" | "textDecode" | "textDecodePart" | "textDescribe" | "textDescription"
  | "textEncode" | "textEncoding" | "textEncodingOf" | "textOctetBodies" | "textOption" | "textPack" | "textReasons"
  | "textReassemble" | "textSplit" | "textTransliterate" | "textUnpack"
> & {
  /** What the instance at hand exports. */
  readonly wasm: { readonly memory: WebAssembly.Memory };
};

const engines: Engine<Functions>[] = [];
let current: Engine<Functions>;

/** Lets texts be counted by that module, too. */
export function useForTexts(engine: Engine<Functions>): void {
  engines.push(engine);
  current ??= engine;
}

/** Uses the functions of a module that is ready. */
export function run<T>(use: (functions: Functions) => T): T {
  if (!current.isReady) current = engines.find(({ isReady }) => isReady) ?? current;
  return current.run(use);
}
