import { run } from "./run.mjs";

globalThis.told = run();
