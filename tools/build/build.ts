/** `npm run build`. */
import { buildAll } from './build-all.ts';

try {
  const { seconds, projects, reused } = await buildAll();
  console.log(`✓ ${projects} projects built, ${reused} of them unchanged (${seconds.toFixed(1)} s)`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
