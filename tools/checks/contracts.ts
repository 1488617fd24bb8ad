import { releasedAndNow } from '../generate/release.ts';
import { contractFaults } from './contract-diff.ts';

/** Nothing that was released is taken back: within a version, contracts only gain. */
export async function contracts(): Promise<string[]> {
  const both = await releasedAndNow();
  if (both === undefined) return ['docs/api/released.json is missing: run `npm run generate -- release`'];
  return contractFaults(both.released, both.now).map((fault) => `breaks what ${both.version} promised: ${fault}`);
}
