// Whether `JSON.stringify` says a value truly, so that the fast way to the module is open to it.

/** Deeper than the core reads. What lies deeper takes the slower way, which says so. */
export const DEEPEST = 130;

/** More elements than a list of a request can have. */
export const LONGEST = 1 << 24;

/** Whether an object is one of members, of this realm or another, and no instance of a class. */
export function isRecord(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * Whether a value is plain JSON: texts, truth values, exact numbers, lists, objects of members. Members that are
 * undefined are unset and elements that are undefined are null, both as in JSON.
 */
export function isPlain(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "undefined":
      return true;
    case "number":
      // Neither NaN nor an infinity, nor an integer that stands for its neighbours too.
      return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
    case "object":
      break;
    default:
      return false;
  }
  if (value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) {
    if (value.length > LONGEST) return false;
    for (let index = 0; index < value.length; index += 1) {
      if (!isPlain(value[index], depth - 1)) return false;
    }
    return true;
  }
  if (!isRecord(value)) return false;
  for (const key in value) {
    if (!isPlain((value as Record<string, unknown>)[key], depth - 1)) return false;
  }
  return true;
}

/** Whether somebody taught all objects to turn into other JSON than their members. */
export function jsonIsChanged(): boolean {
  return "toJSON" in Object.prototype || "toJSON" in Array.prototype;
}
