// Answers are plain objects that nobody can change.

/** Freezes what `JSON.parse` gave, all the way down. */
export function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) freeze(value[index]);
    } else {
      for (const key in value) {
        const member = value[key];
        if (typeof member === "object") freeze(member);
      }
    }
    Object.freeze(value);
  }
  return value;
}
