import { type DataReason, type DecisionView, heimdallApi, type MatchedTag, type Need, type PolicyReason } from '@dataos/contracts-heimdall';
import type { Command } from 'commander';
import type { Context } from './context.js';

/** A decision in sentences: what was decided, by which policies, through which tags, who gave those, and whom to ask. */
export function sentenceOf(decision: DecisionView): string {
  const { ask, explanation, needs = [], policies, reasons = [], subject, tables = [] } = decision;
  const named = policies.every(({ name }) => explanation.includes(name) || reasons.some((reason) => reason.name === name));
  const lines = [
    explanation,
    ...(named ? [] : [`Policies: ${policies.map(({ name, effect }) => `${name} (${effect})`).join(', ')}.`]),
    ...reasons.map((reason) => reasonOf(reason, subject)),
    ...needs.map(needOf),
    ...(ask.length === 0 ? [] : [`Ask: ${ask.join(', ')}`]),
    ...tables.flatMap(({ address, masks, filters }) => [
      ...masks.map(({ because, column, operator, policy }) => `${address}#${column} is masked (${operator}) by ${policy}${becauseOf(because, subject)}.`),
      ...filters.map(({ because, column, policy }) => `Rows of ${address} are filtered on ${column} by ${policy}${becauseOf(because, subject)}.`),
    ]),
  ];
  return lines.join('\n');
}

function reasonOf({ effect, name, objects, owner, subject }: PolicyReason, who: string): string {
  const by = owner === undefined || owner === '' ? '' : ` (${owner} answers for it)`;
  const on = objects.length === 0 ? '' : ` on ${objects.map(({ object }) => object).join(', ')}`;
  return `${name} ${effect === 'allow' ? 'allows' : 'denies'} it${on}${by}, as ${heldBy(who, subject)}.`;
}

function becauseOf(because: DataReason | undefined, who: string): string {
  if (because === undefined) return '';
  const { column, owner, subject } = because;
  const tagged = column?.tag === undefined ? '' : `the column has the tag ${column.tag}, and `;
  const by = owner === '' ? '' : ` (${owner} answers for it)`;
  return `${by}: ${tagged}${heldBy(who, subject)}`;
}

const needOf = ({ owner, policy, tags }: Need): string =>
  `It would take ${tags.join(' and ')}${policy === undefined ? '' : `, by ${policy}`}${owner === undefined || owner === '' ? '' : `; ${owner} answers for it`}.`;

function heldBy(who: string, subject: readonly MatchedTag[]): string {
  if (subject.length === 0) return 'it is for everybody';
  const tags = subject.map(({ assignedAt, assignedBy, tag }) => (assignedBy === undefined ? tag : `${tag}, given by ${assignedBy}${assignedAt === undefined ? '' : ` on ${assignedAt.slice(0, 10)}`}`));
  return `${who} has ${tags.join(' and ')}`;
}

/** `dataos why ID`. */
export function addWhy(program: Command, context: Context): void {
  program.command('why')
    .description('explain a decision: the policies, the tags that matched, who gave them, and whom to ask')
    .argument('<id>', 'the decision, as an error or an audit record names it')
    .action(async (id: string) => {
      const session = await context.session();
      const decision = await session.client(heimdallApi).getDecision({ params: { id } });
      context.show(decision, () => `${sentenceOf(decision)}\n`);
    });
}
