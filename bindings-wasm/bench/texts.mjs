// What counting texts costs beside the packages that pages use for it, by the entry for texts alone and by the main one.
import { createRequire } from "node:module";

import { countMany, segments, split } from "smskernel/text";

const require = createRequire(import.meta.url);
const { SegmentedMessage } = require("sms-segments-calculator");
const splitSms = require("split-sms");

const fill = (text, count) => [...text.repeat(Math.ceil(count / [...text].length))].slice(0, count).join("");

export const TEXTS = {
  "160 GSM characters": fill("Your parcel arrives tomorrow between 10:30 and 12:00. Reply NO to stop. ", 160),
  "500 with extension characters": fill("Price [EUR] {5} ~ 20€ for you | more at ^home\\ ", 500),
  "200 code points with emoji": fill("Good morning 👋 how are you? 😀 ", 200),
};

const MANY = 200;

/** What to run for a text, each so often in a row that the clock sees it; `counts` tells that all agree. */
export function tasksOf(text) {
  const many = Array.from({ length: MANY }, () => text);
  const repeat = (times, run) => () => {
    let sum = 0;
    for (let index = 0; index < times; index += 1) sum += run();
    return sum / times;
  };
  return {
    tasks: {
      "segments": repeat(MANY, () => segments(text).parts),
      "countMany": () => countMany(many).parts[0],
      "split": repeat(MANY, () => split(text, { reference: 1 }).length),
      "split-sms": repeat(20, () => splitSms.split(text).parts.length),
      "sms-segments-calculator": repeat(1, () => new SegmentedMessage(text).segmentsCount),
    },
    /** How many texts each run counts. */
    runs: { "segments": MANY, "countMany": MANY, "split": MANY, "split-sms": 20, "sms-segments-calculator": 1 },
  };
}
