// node index.mjs RECORDS BUNDLE: records, one JSON object a line, become a Pagefind bundle.
import { open } from 'node:fs/promises';
import { close, createIndex } from 'pagefind';

const [records, bundle] = process.argv.slice(2);

function failing({ errors }) {
  if (errors.length) throw new Error(errors.join('\n'));
}

const created = await createIndex({ forceLanguage: 'zh' });
failing(created);
const file = await open(records);
for await (const line of file.readLines()) failing(await created.index.addCustomRecord(JSON.parse(line)));
failing(await created.index.writeFiles({ outputPath: bundle }));
await close();
