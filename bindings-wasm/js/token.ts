// Access tokens.

import { isObject } from "./kinds.js";
import { printAs } from "./printing.js";

/** What a token says of itself, as the module tells it. */
export interface ToldToken {
  readonly expiresAt?: string;
}

/** The text of a token; undefined of anything else. */
export let contentOf: (token: unknown) => string | undefined;

/** The answer to `getToken`: an access token. Printing it, or turning it into JSON, shows when it expires and no more. */
export class Token {
  readonly #content: string;
  readonly #expires: number | null;
  readonly #told: ToldToken;
  readonly #body: Uint8Array;

  /** Made by this package. */
  constructor(told: ToldToken, [content, expires]: readonly [string, number | null], body: Uint8Array) {
    this.#content = content;
    this.#expires = expires;
    this.#told = told;
    this.#body = body;
    Object.freeze(this);
  }

  /** The token itself. Whoever copies it keeps the copy. */
  reveal(): string {
    return this.#content;
  }

  /** When it expires, if it is a JSON Web Token that says so. */
  get expiresAt(): Date | undefined {
    const expires = new Date(this.#expires ?? Number.NaN);
    // Some moments that a token can name are beyond what a `Date` holds.
    return Number.isNaN(expires.getTime()) ? undefined : expires;
  }

  /** The body as it came; the token stands in it. */
  get rawBody(): Uint8Array {
    return this.#body;
  }

  /** When it expires, and nothing else. */
  toJSON(): ToldToken {
    return { ...this.#told };
  }

  /** The same for people. */
  toString(): string {
    const { expiresAt } = this.#told;
    return `Token(${expiresAt === undefined ? "does not say when it expires" : `expires at ${expiresAt}`})`;
  }

  static {
    contentOf = (token) => (isObject(token) && #content in token ? token.#content : undefined);
    printAs(this, String);
  }
}
