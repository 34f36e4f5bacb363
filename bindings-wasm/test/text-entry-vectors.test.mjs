// The shared vectors of SMS text, by the module of the entry for texts alone: in a program that imports both, either would do.
import * as text from "smskernel/text";

import { testTexts } from "./support/text-vectors.mjs";

testTexts(text);
