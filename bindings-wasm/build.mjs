// Builds the package into `dist`: the WebAssembly module, its glue and its bytes as text, then the TypeScript.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const TARGET = "wasm32-unknown-unknown";
const PROFILE = "wasm";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Runs a program in this folder; ends the build, with a hint, if it fails. */
function run(hint, env, command, ...words) {
  const { status, error } = spawnSync(command, words, { cwd: here, env, stdio: "inherit" });
  if (status === 0) return;
  console.error(`${error?.message ?? `${command} failed`}; ${hint}`);
  process.exit(status ?? 1);
}

// A standard library that cargo is told to build is for the module alone, not for programs of this machine.
const { CARGO_UNSTABLE_BUILD_STD: _, ...host } = process.env;
const target = resolve(here, process.env.CARGO_TARGET_DIR ?? "../target");
const dist = join(here, "dist");

rmSync(dist, { recursive: true, force: true });
run(
  `if the target is missing, run: rustup target add ${TARGET}`,
  process.env,
  ...["cargo", "build", "--locked", "--quiet", "--package", "smskernel-wasm", "--lib"],
  ...["--profile", PROFILE, "--target", TARGET],
);
run(
  "if wasm-opt is missing, run: npm ci",
  host,
  ...["cargo", "run", "--locked", "--quiet", "--profile", "build-tool", "--package", "smskernel-wasm-build", "--"],
  ...[join(target, TARGET, PROFILE, "smskernel_wasm.wasm"), join(here, "node_modules"), join(dist, "wasm")],
);
run("the TypeScript has errors", process.env, process.execPath, join(here, "node_modules", "typescript", "bin", "tsc"));
for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) {
  const from = join(here, "..", licence);
  if (existsSync(from)) copyFileSync(from, join(here, licence));
}
