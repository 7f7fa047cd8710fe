// `npm run schemas`: writes the JSON schemas of objective files and of the project file from the description of their keys.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { main } from './ending.mjs';
import { cacheFolder, projectRoot } from './paths.mjs';
import { say } from './terminal.mjs';

await main(async () => {
  const bundle = join(cacheFolder, 'schemas.mjs');
  await build({
    entryPoints: ['src/language/keys/schemas.ts'],
    absWorkingDir: projectRoot,
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  /** @type {{ SCHEMAS: Record<string, unknown> }} */
  const { SCHEMAS } = await import(pathToFileURL(bundle).href);
  for (const [name, schema] of Object.entries(SCHEMAS)) {
    await writeFile(join(projectRoot, 'media/schemas', name), `${JSON.stringify(schema, null, 2)}\n`);
    say(`media/schemas/${name}`);
  }
});
