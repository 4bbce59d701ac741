// Applies overlays with openapi-format, an implementation that is not ours.
// node apply.js OUTPUT DOCUMENT OVERLAY...
'use strict';
const fs = require('fs');
const { openapiOverlay } = require('openapi-format');

const [output, document, ...overlays] = process.argv.slice(2);
const read = file => JSON.parse(fs.readFileSync(file, 'utf8'));

// It finds filters with a pattern that ends at the first ']', and so breaks [?@['$ref']=='x']. The older spelling with
// parentheses, which means the same, passes it untouched.
const spell = target => target.replace(/\[\?(@\['[^']*'\][^\]]*)\]/g, '[?($1)]');

async function main() {
  let effective = read(document);
  for (const overlay of overlays) {
    const overlaySet = read(overlay);
    for (const action of overlaySet.actions) {
      action.target = spell(action.target);
    }

    const { data, resultData } = await openapiOverlay(effective, { overlaySet });
    for (const action of resultData.unusedActions) {
      throw new Error(`${overlay}: it finds nothing at ${action.target}.`);
    }

    effective = data;
  }

  fs.writeFileSync(output, JSON.stringify(effective));
}

main().catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
