// Tokens that gateways give out.

import { isObject } from "./kinds.js";
import { printAs } from "./printing.js";

/** What a token says of itself, as the module tells it. */
interface Told {
  readonly expiresAt?: string;
  readonly tokenType?: string;
  readonly expiresIn?: number;
}

/** What nothing prints: a token's content, and when it expires in milliseconds since 1970. */
export type Secret = readonly [content: string, expires: number | null];

/** What a token keeps. */
interface Parts {
  readonly told: Told;
  readonly secret: Secret;
  readonly body: Uint8Array;
}

let partsOf: (token: object) => Parts | undefined;

/** The text of a token of that class; undefined of anything else. */
export function contentOf(token: unknown, of: abstract new (...parts: never[]) => BaseToken): string | undefined {
  const parts = isObject(token) ? partsOf(token) : undefined;
  return parts !== undefined && token instanceof of ? parts.secret[0] : undefined;
}

/** What all tokens have in common. Printing one, or turning it into JSON, shows when it expires and nothing of the token. */
abstract class BaseToken {
  readonly #parts: Parts;

  /** Made by this package. */
  constructor(parts: Parts) {
    this.#parts = parts;
    Object.freeze(this);
  }

  /** The token itself. Whoever copies it keeps the copy. */
  reveal(): string {
    return this.#parts.secret[0];
  }

  /** When it expires, if it is a JSON Web Token that says so. */
  get expiresAt(): Date | undefined {
    const expires = new Date(this.#parts.secret[1] ?? Number.NaN);
    // Some moments that a token can name are beyond what a `Date` holds.
    return Number.isNaN(expires.getTime()) ? undefined : expires;
  }

  /** The body as it came; the token stands in it. */
  get rawBody(): Uint8Array {
    return this.#parts.body;
  }

  /** All but the token. */
  toJSON(): object {
    return { ...this.#parts.told };
  }

  /** The same for people. */
  abstract toString(): string;

  static {
    partsOf = (token) => (#parts in token ? token.#parts : undefined);
    printAs(this, String);
  }
}

/** When a token expires, in words. */
function expiry(token: BaseToken): string {
  const { expiresAt } = (partsOf(token) as Parts).told;
  return expiresAt === undefined ? "does not say when it expires" : `expires at ${expiresAt}`;
}

/** The answer to Blackkonnect's `getToken`: an access token, for `withToken`. */
export class Token extends BaseToken {
  /** When it expires, for people. */
  override toString(): `Token(${string})` {
    return `Token(${expiry(this)})`;
  }
}

/** The answer to Infobip's `createSession`: a session's token, for `withAuth`. */
export class Session extends BaseToken {
  /** When it expires, for people. */
  override toString(): `Session(${string})` {
    return `Session(${expiry(this)})`;
  }
}

/** The answer to Infobip's `getOauthToken`: an access token, for `withAuth`. */
export class OauthToken extends BaseToken {
  /** Of what kind it is, `Bearer`; no document of this gateway shows it. */
  get tokenType(): string | undefined {
    return (partsOf(this) as Parts).told.tokenType;
  }

  /** For how many seconds it is good, from when the gateway made it. */
  get expiresIn(): number | undefined {
    return (partsOf(this) as Parts).told.expiresIn;
  }

  /** When it expires, for people. */
  override toString(): `OauthToken(${string})` {
    return `OauthToken(${expiry(this)})`;
  }
}

const TOKENS: { readonly [operation: string]: new (parts: Parts) => BaseToken } = {
  "blackkonnect.get_token": Token,
  "infobip.create_session": Session,
  "infobip.get_oauth_token": OauthToken,
};

/** The answer to an operation that asks for a token. */
export function tokenOf(operation: string, told: Told, secret: Secret, body: Uint8Array): BaseToken {
  const Of = TOKENS[operation] as new (parts: Parts) => BaseToken;
  return new Of({ told, secret, body });
}
