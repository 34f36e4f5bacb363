// How objects of this package print: as a line that holds no credential.

const CUSTOM = [Symbol.for("nodejs.util.inspect.custom"), Symbol.for("Deno.customInspect")];

/** Lets the consoles of Node, Deno and Bun print what `line` says of an object of that class. */
export function printAs<T extends object>(of: { readonly prototype: T }, line: (object: T) => string): void {
  for (const symbol of CUSTOM) {
    Object.defineProperty(of.prototype, symbol, {
      value(this: T) {
        return line(this);
      },
    });
  }
}

/** A count with its noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
