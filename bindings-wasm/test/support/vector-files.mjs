// The shared vectors as they stand in their folder.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../../tests/vectors/", import.meta.url));

const NAMES = readdirSync(FOLDER, { recursive: true })
  .filter((path) => path.endsWith(".json"))
  .map((path) => path.replaceAll("\\", "/").slice(0, -".json".length))
  .sort();

/** Every vector file, by its `dialect/operation`. */
export const FILES = Object.fromEntries(NAMES.map((name) => [name, JSON.parse(readFileSync(`${FOLDER}/${name}.json`, "utf8"))]));
