// The shared vectors as they stand in their folder.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../../tests/vectors/", import.meta.url));

const NAMES = readdirSync(FOLDER, { recursive: true })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".json") && !path.includes("/generator/"))
  .map((path) => path.slice(0, -".json".length))
  .sort();

const read = (name) => JSON.parse(readFileSync(`${FOLDER}/${name}.json`, "utf8"));
const isText = (name) => name.startsWith("text/");

/** Every vector file of a gateway, by its `dialect/operation`. */
export const FILES = Object.fromEntries(NAMES.filter((name) => !isText(name)).map((name) => [name, read(name)]));

/** Every vector file of SMS text, by its kind. */
export const TEXTS = Object.fromEntries(NAMES.filter(isText).map((name) => [name.slice("text/".length), read(name)]));
