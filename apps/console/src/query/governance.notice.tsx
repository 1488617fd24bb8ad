import { Alert, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../session/session.context.js';
import { Why } from '../shared/why.view.js';

/** What policy did to one query, from its audit record: masks, filters, and the decision that asked for them. */
export function GovernanceNotice({ query }: { query: string }) {
  const { clients } = useSession();
  const record = useQuery({ queryKey: ['query', query], queryFn: ({ signal }) => clients.minerva.getQuery({ params: { id: query } }, { signal }) });
  if (record.isError) return <Text size="xs" c="dimmed">What policy did here is not known: {record.error.message}</Text>;
  if (record.data === undefined || record.data.decision === undefined) return null;
  const { masks, filters, decision } = record.data;
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
