// Which browsers there are on this machine. It imports no test runner, for scripts ask it, too.
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** What a browser's program may be called. */
const PROGRAMS = {
  chromium: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
  firefox: ["firefox-esr", "firefox"],
};

export const BROWSERS = Object.keys(PROGRAMS);

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Where a browser is on this machine, or undefined. */
export function programOf(browser) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return PROGRAMS[browser].flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}
