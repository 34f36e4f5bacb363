import { refused } from "./refused.mjs";

globalThis.told = refused();
