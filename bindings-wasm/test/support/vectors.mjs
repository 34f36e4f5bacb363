// What stands in a vector, and how what came out is compared with what is expected of it. Nothing here belongs to Node: it runs
// wherever the package runs.
import { assert, config } from "chai";

// A difference is told whole.
config.truncateThreshold = 0;

/** The lists that every file of an operation has, and those that some have; and the one of a file of webhooks. */
const ALWAYS = ["requests", "replies"];
const SOMETIMES = ["checks", "plans", "walks"];
const WEBHOOKS = ["webhooks"];

/** A file as it was written, with every `$repeat` expanded, and the names of its lists. */
export function open(name, written) {
  const file = expand(written);
  const { operation, gateway, ...lists } = file;
  assert.strictEqual(operation, name.replace("/", "."));
  const sections = Object.keys(lists);
  const [always, sometimes] = "webhooks" in lists ? [WEBHOOKS, []] : [ALWAYS, SOMETIMES];
  assert.strictEqual(typeof gateway, "webhooks" in lists ? "undefined" : "object");
  assert.deepEqual(sections.filter((section) => ![...always, ...sometimes].includes(section)), [], "nobody runs these");
  assert.deepEqual(always.filter((section) => !sections.includes(section)), [], "these are missing");
  return { file, sections };
}

/** `{"$repeat": ["x", 3]}` is `"xxx"`. */
function expand(value) {
  if (Array.isArray(value)) return value.map(expand);
  if (typeof value !== "object" || value === null) return value;
  if ("$repeat" in value) return value.$repeat[0].repeat(value.$repeat[1]);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, expand(member)]));
}

/** What is given as `name` (a value), `name_text` or `name_hex`, as bytes. */
export function bytesOf(given, name) {
  const forms = [name, `${name}_text`, `${name}_hex`].filter((form) => form in given);
  assert.lengthOf(forms, 1, `one of ${name}, ${name}_text and ${name}_hex`);
  const [form] = forms;
  if (form === name) return new TextEncoder().encode(JSON.stringify(given[name]));
  if (form.endsWith("_text")) return new TextEncoder().encode(given[form]);
  assert.match(given[form], /^([0-9a-f]{2})*$/i);
  return Uint8Array.from(given[form].match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Whether JavaScript holds every number of a value exactly. */
export function exact(value) {
  if (typeof value === "number") return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return typeof value !== "object" || value === null || Object.values(value).every(exact);
}

/** Nobody looks at other members: a misspelt one would go unnoticed. */
export function only(given, ...known) {
  const others = Object.keys(given).filter((name) => !["id", "documentation", "source", ...known].includes(name));
  assert.deepEqual(others, [], "members that no runner knows");
  for (const name of ["id", "documentation", "source"]) assert.ok(given[name], `no ${name}`);
}

/** An answer is the expected one; `{"$any": "text"}` stands for any text that is not empty. */
export function sameAnswer(expected, found) {
  const known = (wanted, actual) => {
    if (typeof wanted !== "object" || wanted === null) return wanted;
    if (Array.isArray(wanted)) return wanted.map((member, index) => known(member, actual?.[index]));
    if (wanted.$any === "text") return typeof actual === "string" && actual !== "" ? actual : wanted;
    return Object.fromEntries(Object.entries(wanted).map(([key, member]) => [key, known(member, actual?.[key])]));
  };
  assert.deepEqual(found, known(expected, found));
}

/** Violations as the languages are compared by them. */
export function rows(violations) {
  return violations.map(({ path, code, level, grade, message }) => [path, code, level, grade, message]);
}

/** Violations are exact and in order; of each, the members that the vector names are compared. */
export function same(expected, found) {
  const told = () => `expected ${JSON.stringify(expected)}\nfound ${JSON.stringify(found)}`;
  assert.lengthOf(found, expected.length, told());
  expected.forEach((wanted, index) => {
    for (const [name, value] of Object.entries(wanted)) {
      assert.ok(["path", "code", "level", "grade", "value", "message"].includes(name), `no member ${name}`);
      const actual = found[index][name];
      if (name === "message") assert.ok(actual.includes(value), told());
      else assert.deepEqual(actual ?? null, value, told());
    }
  });
}

/** The same with sorted keys, so that two runs write the same text. */
export function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}
