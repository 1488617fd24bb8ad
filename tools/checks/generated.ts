import { folder, generatedFiles } from '../generate/documents.ts';
import { outdated } from '../generate/freshness.ts';

/** The documents in docs/api say what the contracts say. */
export async function generated(): Promise<string[]> {
  const { stale, surplus } = outdated(await generatedFiles());
  return [...stale.map((name) => `${folder}/${name} is stale: run \`npm run generate\``), ...surplus.map((name) => `${folder}/${name} belongs to nothing: run \`npm run generate\``)];
}
