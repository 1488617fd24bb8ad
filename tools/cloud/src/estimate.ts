/** `npm run estimate --prefix tools/cloud [-- aws gcp azure]`: what the default plan costs, without an account and without anything installed. */
import { cloudNames, defaultPlan } from './plan.ts';
import type { CloudName } from './plan.ts';
import { prices, printed } from './prices.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(cloudNames as readonly string[]).includes(name));
if (unknown.length > 0) {
  console.error(`There is no cloud ${unknown.join(', ')}; there are ${cloudNames.join(', ')}.`);
  process.exitCode = 2;
} else {
  const chosen = (wanted.length === 0 ? cloudNames : wanted) as readonly CloudName[];
  console.log(chosen.map((name) => printed(name, defaultPlan(prices[name].region))).join('\n\n'));
}
