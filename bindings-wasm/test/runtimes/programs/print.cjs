// The same, required: neither the package nor the runner may await anything at its top level.
require("./run.mjs").run().then((told) => console.log(JSON.stringify(told)));
