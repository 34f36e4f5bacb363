// The shared vectors of SMS text, by the module of the main entry. The folder `runtimes` runs them in other engines.
import { text } from "smskernel";

import { testTexts } from "./support/text-vectors.mjs";

testTexts({ ...text });
