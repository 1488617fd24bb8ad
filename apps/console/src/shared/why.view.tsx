import type { DataReason, DecisionView, MatchedTag, PolicyReason } from '@dataos/contracts-heimdall';
import { Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useSession } from '../session/session.context.js';

/** The id of a decision, and on request heimdall's explanation of it. */
export function Why({ decision }: { decision: string }) {
  const { clients } = useSession();
  const explain = useMutation({ mutationFn: () => clients.heimdall.getDecision({ params: { id: decision } }) });
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text size="xs">Decision <Code>{decision}</Code></Text>
        <Button size="compact-xs" variant="default" onClick={() => explain.mutate()} loading={explain.isPending}>Why?</Button>
      </Group>
      {explain.error !== null && <Text size="sm" role="alert">This is not told: {explain.error.message}</Text>}
      {explain.data !== undefined && <Explained decision={explain.data} />}
    </Stack>
  );
}

/** From the sentence to the rule, the tag it names, who gave the tag, and whom to ask. */
function Explained({ decision }: { decision: DecisionView }) {
  const { ask, explanation, needs = [], policies, reasons = [], tables = [] } = decision;
  const unexplained = policies.filter(({ name }) => !reasons.some((reason) => reason.name === name));
  const changed = tables.flatMap(({ address, filters, masks }) => [
    ...masks.map((mask) => ({ ...mask, what: `${mask.column} of ${address} is masked (${mask.operator})` })),
    ...filters.map((filter) => ({ ...filter, what: `rows of ${address} are chosen by ${filter.column}` })),
  ]);
  return (
    <Stack gap={4} role="status" aria-label="Explanation">
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{explanation}</Text>
      <List size="sm">
        {reasons.map((reason) => <List.Item key={`${reason.name} ${reason.effect}`}><Reason reason={reason} /></List.Item>)}
        {unexplained.map(({ effect, name }) => <List.Item key={`${name} ${effect}`}>{effect} by policy <Code>{name}</Code></List.Item>)}
        {changed.map(({ because, policy, what }) => <List.Item key={`${what} ${policy}`}>{what} by policy <Code>{policy}</Code><Because because={because} /></List.Item>)}
        {needs.map(({ owner, tags }) => (
          <List.Item key={tags.join()}>It would take <Tags tags={tags.map((tag) => ({ tag }))} />{owner === undefined || owner === '' ? '' : `; ${owner} answers for it`}</List.Item>
        ))}
      </List>
      {ask.length > 0 && <Text size="sm" fw={600}>Ask {ask.join(', ')}.</Text>}
    </Stack>
  );
}

function Reason({ reason: { effect, name, objects, owner, subject } }: { reason: PolicyReason }) {
  return (
    <>
      {effect} by policy <Code>{name}</Code>{owner === undefined || owner === '' ? '' : `, for which ${owner} answers`}
      {objects.length > 0 && <>, on {objects.map(({ object }) => object).join(', ')}</>}
      {subject.length > 0 && <>, through <Tags tags={subject} /></>}
    </>
  );
}

function Because({ because }: { because: DataReason | undefined }) {
  if (because === undefined) return null;
  const { column, owner, subject } = because;
  return (
    <>
      {owner === '' ? '' : `, for which ${owner} answers`}
      {column?.tag !== undefined && <>, as the column has the tag <Code>{column.tag}</Code></>}
      {subject.length > 0 && <>, through <Tags tags={subject} /></>}
    </>
  );
}

function Tags({ tags }: { tags: readonly MatchedTag[] }) {
  return tags.map(({ assignedAt, assignedBy, tag }, at) => (
    <span key={tag}>{at > 0 && ' and '}<Code>{tag}</Code>{assignedBy !== undefined && ` given by ${assignedBy}${assignedAt === undefined ? '' : ` on ${new Date(assignedAt).toLocaleDateString('en-GB')}`}`}</span>
  ));
}
