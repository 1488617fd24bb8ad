import type { LineageEdge } from '@dataos/contracts-metis';
import { Anchor, Badge, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../session/session.context.js';
import { Loaded } from '../shared/loaded.view.js';

type Choose = (id: string) => void;

/** Where an asset came from and went to, one step each way, column by column. */
export function LineageView({ id, onChoose }: { id: string; onChoose: Choose }) {
  const { clients } = useSession();
  const lineage = useQuery({ queryKey: ['lineage', id], queryFn: ({ signal }) => clients.metis.getLineage({ params: { id }, query: { depth: 1 } }, { signal }) });
  return (
    <Stack gap="xs" component="section" aria-label="Lineage">
      <Title order={3} size="h5">Lineage</Title>
      <Loaded query={lineage} isEmpty={({ edges }) => edges.length === 0} empty="Nothing is known of where it came from or went to.">
        {({ edges }) => (
          <>
            <Side title="Comes from" edges={edges.filter(({ to }) => to === id)} other={({ from }) => from} onChoose={onChoose} />
            <Side title="Goes into" edges={edges.filter(({ from }) => from === id)} other={({ to }) => to} onChoose={onChoose} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function Side({ title, edges, other, onChoose }: { title: string; edges: readonly LineageEdge[]; other: (edge: LineageEdge) => string; onChoose: Choose }) {
  if (edges.length === 0) return null;
  return (
    <Stack gap={4} component="section" aria-label={title}>
      <Text size="sm" fw={500}>{title}</Text>
      {edges.map((edge) => (
        <Stack gap={2} key={`${other(edge)} ${edge.job ?? ''}`}>
          <Anchor component="button" type="button" size="sm" ta="left" style={{ overflowWrap: 'anywhere' }} onClick={() => onChoose(other(edge))}>{other(edge)}</Anchor>
          {edge.job !== undefined && <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>by {edge.job}</Text>}
          {edge.columns.map(({ from, to, masked }) => (
            <Group gap={6} key={`${from} ${to}`} pl="md">
              <Code>{columnOf(from)} → {columnOf(to)}</Code>
              {masked === true && <Badge size="xs" variant="light" tt="none">masked</Badge>}
            </Group>
          ))}
        </Stack>
      ))}
    </Stack>
  );
}

const columnOf = (link: string): string => link.slice(link.indexOf('#') + 1);
