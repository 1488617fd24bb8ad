import type { QueryRecord } from '@dataos/contracts-minerva';
import { Alert, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../session/session.context.js';
import { Why } from '../shared/why.view.js';
import { Deeds } from './deeds.view.js';

/** What a query did and what policy did to it, from its audit record: what it wrote, whether it ran at all, masks, filters, and the decision that asked for them. */
export function GovernanceNotice({ query }: { query: string }) {
  const { clients } = useSession();
  const record = useQuery({ queryKey: ['query', query], queryFn: ({ signal }) => clients.minerva.getQuery({ params: { id: query } }, { signal }) });
  if (record.isError) return <Text size="xs" c="dimmed">What policy did here is not known: {record.error.message}</Text>;
  if (record.data === undefined) return null;
  return (
    <>
      <Deeds query={record.data} />
      <Policy query={record.data} />
    </>
  );
}

function Policy({ query: { masks, filters, decision } }: { query: QueryRecord }) {
  if (decision === undefined) return null;
  const why = <Why decision={decision} />;
  if (masks.length + filters.length === 0) return why;
  return (
    <Alert color="cyan" variant="light" title="Policy changed what you see">
      <Stack gap="xs">
        <List size="sm">
          {masks.map(({ table, column, operator, policy }) => <List.Item key={`mask ${table} ${column}`}>{column} of {table} is masked ({operator}) by {policy}</List.Item>)}
          {filters.map(({ table, column, operator, policy }) => <List.Item key={`filter ${table} ${column} ${policy}`}>rows of {table} are chosen by {column} ({operator}) by {policy}</List.Item>)}
        </List>
        {why}
      </Stack>
    </Alert>
  );
}
