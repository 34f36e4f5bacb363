// Makes an engine ready in the time that the platform wants.

import { type Compilable, type Engine, isModule } from "./engine.js";
import { SmsKernelError } from "./errors.js";
import { bytesOf } from "./request.js";

const pending = new Map<object, Promise<void>>();

/** Gives an engine its instance, unless it has one. `file` is where the module stands in the package. */
export async function makeReady(engine: Engine<unknown>, file: string, source: unknown): Promise<void> {
  if (engine.isReady) return;
  if (!pending.has(engine)) pending.set(engine, begin(engine, file, source).finally(() => pending.delete(engine)));
  await pending.get(engine);
}

async function begin(engine: Engine<unknown>, file: string, source: unknown): Promise<void> {
  const module = await compilable(await (source ?? engine.ownModule()));
  try {
    await engine.startLater(module);
  } catch (cause) {
    const told =
      `smskernel's WebAssembly did not start (${String(cause)}). If a Content-Security-Policy forbids it, add 'wasm-unsafe-eval' ` +
      `to script-src; if the platform takes no bytes, import ${file} and give it to init`;
    throw new SmsKernelError("not_initialised", told, { cause });
  }
}

async function compilable(given: unknown): Promise<Compilable> {
  if (isModule(given)) return given;
  const response = Object(given) as Partial<Response>;
  if (typeof response.arrayBuffer !== "function") {
    return bytesOf(given, "smskernel's module is given compiled, as bytes or as a Response") as Uint8Array<ArrayBuffer>;
  }
  if (response.ok !== false) return new Uint8Array(await response.arrayBuffer());
  const told = `smskernel's module did not come: the response has the status ${response.status}`;
  throw new SmsKernelError("not_initialised", told);
}
