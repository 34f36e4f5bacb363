// The credentials of an Infobip account.

import { isObject } from "./kinds.js";
import { printAs } from "./printing.js";
import { contentOf, OauthToken, Session } from "./token.js";

/** The options behind credentials. */
let membersOf: (auth: object) => object | undefined;

/** What is packed of credentials: those behind them, those that a token is, or what was given, which the module judges. */
export function credentialsOf(auth: unknown): unknown {
  const session = contentOf(auth, Session);
  if (session !== undefined) return { type: "ibsso", token: session };
  const token = contentOf(auth, OauthToken);
  if (token !== undefined) return { type: "bearer", token };
  return (isObject(auth) ? membersOf(auth) : undefined) ?? auth;
}

/** The credentials of an account. Printing them shows their kind only. */
export class Auth {
  readonly #members: { readonly type: string };

  /** Made by this package. */
  constructor(members: { readonly type: string }) {
    this.#members = members;
  }

  /** What is safe to print, for `JSON.stringify`. */
  toJSON(): object {
    return { type: this.#members.type };
  }

  static {
    membersOf = (auth) => (#members in auth ? auth.#members : undefined);
    printAs(this, (auth) => `infobip.Auth(${auth.#members.type})`);
  }
}

/** An API key: `Authorization: App …`. What the vendor recommends. */
export function apiKey(key: string): Auth {
  return new Auth({ type: "api_key", key } as { type: string });
}

/** User name and password: `Authorization: Basic …`. */
export function basic(username: string, password: string): Auth {
  return new Auth({ type: "basic", username, password } as { type: string });
}

/** A session token: `Authorization: IBSSO …`. */
export function ibsso(token: string): Auth {
  return new Auth({ type: "ibsso", token } as { type: string });
}

/** An OAuth 2 access token: `Authorization: Bearer …`. */
export function bearer(token: string): Auth {
  return new Auth({ type: "bearer", token } as { type: string });
}
