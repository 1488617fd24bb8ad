/** `npm run generate`: writes docs/api from the contracts. `npm run generate -- service NAME` makes a new service, `-- release` keeps the contracts as released. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from '../build/build-all.ts';
import { root } from '../checks/repository.ts';
import { generateService } from '../generators/service/service.ts';

async function writeDocuments(): Promise<void> {
  await buildAll();
  // Contracts are read as built, which in a fresh checkout they only now are.
  const { folder, generatedFiles } = await import('./documents.ts');
  const { outdated } = await import('./freshness.ts');
  const files = await generatedFiles();
  const { stale, surplus } = outdated(files);
  for (const name of stale) {
    const file = path.join(root, folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, files.get(name) ?? '');
  }
  for (const name of surplus) rmSync(path.join(root, folder, name));
  console.log(`✓ ${folder}: ${files.size} files, ${stale.length} written, ${surplus.length} removed`);
}

const usage = 'usage: npm run generate [-- service NAME | -- release]';

async function main([what, ...args]: readonly string[]): Promise<number> {
  if (what === undefined) {
    await writeDocuments();
    return 0;
  }
  if (what === 'release' && args.length === 0) {
    await writeDocuments();
    const { release } = await import('./release.ts');
    console.log(`✓ the contracts of now are those of ${await release()}; from here on they only gain`);
    return 0;
  }
  if (what === 'service' && args.length === 1) {
    for (const file of generateService(root, args[0] ?? '')) console.log(`  ${file}`);
    await writeDocuments();
    console.log(`✓ ${args[0]} runs with the next npm start; its test: tools/run/jest.sh apps/${args[0]}`);
    return 0;
  }
  console.error(usage);
  return 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
