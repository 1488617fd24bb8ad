import { type DecisionView, heimdallApi } from '@dataos/contracts-heimdall';
import type { Command } from 'commander';
import type { Context } from './context.js';

/** A decision in a sentence or two: what was decided, by which policies, and what they changed about the data. */
export function sentenceOf(decision: DecisionView): string {
  const policies = decision.policies.map(({ name, effect }) => `${name} (${effect})`);
  const changes = (decision.tables ?? []).flatMap(({ address, masks, filters }) => [
    ...masks.map(({ column, operator, policy }) => `${address}#${column} is masked (${operator}) by ${policy}.`),
    ...filters.map(({ column, policy }) => `Rows of ${address} are filtered on ${column} by ${policy}.`),
  ]);
  const named = decision.policies.every(({ name }) => decision.explanation.includes(name));
  const lines = [decision.explanation, ...(named ? [] : [`Policies: ${policies.join(', ')}.`]), ...changes];
  return lines.join('\n');
}

/** `dataos why ID`. */
export function addWhy(program: Command, context: Context): void {
  program.command('why')
    .description('explain a decision')
    .argument('<id>', 'the decision, as an error or an audit record names it')
    .action(async (id: string) => {
      const session = await context.session();
      const decision = await session.client(heimdallApi).getDecision({ params: { id } });
      context.show(decision, () => `${sentenceOf(decision)}\n`);
    });
}
