import { type Resource, RESOURCE_TYPES } from '@dataos/contracts-poros';
import { Badge, Group, Paper, Select, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../session/session.context.js';
import type { Clients } from '../session/clients.js';
import { Loaded } from '../shared/loaded.view.js';

const colours: Record<string, string> = { active: 'teal', error: 'red', pending: 'yellow', deleting: 'orange', deleted: 'gray', running: 'blue', succeeded: 'teal', failed: 'red', aborted: 'orange' };
const every = 'all types';

/** What was declared, with the STATUS and RUNTIME it has now. */
export function ResourcesTab() {
  const { clients } = useSession();
  const [type, setType] = useState(every);
  const resources = useQuery({ queryKey: ['resources'], queryFn: ({ signal }) => allResources(clients, signal), refetchInterval: 5_000 });
  return (
    <Loaded query={resources} isEmpty={(all) => all.length === 0} empty="Nothing is declared yet. Apply a manifest with the command line: dataos apply -f …">
      {(all) => {
        const shown = all.filter((resource) => type === every || resource.type === type);
        return (
          <Stack>
            <Group align="end">
              <Select label="Type" data={[every, ...new Set(all.map((resource) => resource.type))]} value={type} onChange={(value) => setType(value ?? every)} allowDeselect={false} />
              <Text size="sm" c="dimmed" role="status">{shown.length === 1 ? '1 resource' : `${shown.length} resources`}</Text>
            </Group>
            <ResourceTable resources={shown} />
          </Stack>
        );
      }}
    </Loaded>
  );
}

function ResourceTable({ resources }: { resources: Resource[] }) {
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={640}>
        <Table aria-label="Resources">
          <Table.Thead>
            <Table.Tr>{['Type', 'Name', 'Workspace', 'STATUS', 'RUNTIME', 'Owner'].map((title) => <Table.Th key={title}>{title}</Table.Th>)}</Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {resources.map((resource) => (
              <Table.Tr key={resource.id}>
                <Table.Td>{resource.type}</Table.Td>
                <Table.Td>{resource.name}<Text size="xs" c="dimmed">{resource.version}</Text></Table.Td>
                <Table.Td>{resource.workspace ?? ''}</Table.Td>
                <Table.Td><State state={resource.status.aggregateStatus} /><Remark resource={resource} /></Table.Td>
                <Table.Td><State state={resource.status.runtimeState.status} /></Table.Td>
                <Table.Td>{resource.owner}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

const State = ({ state }: { state: string }) => (state === '' ? null : <Badge variant="light" tt="none" color={colours[state] ?? 'gray'}>{state}</Badge>);

/** What a resource waits for, or why it failed. */
function Remark({ resource: { status: { aggregateStatus, builderState } } }: { resource: Resource }) {
  if (aggregateStatus === 'active' || builderState.info === '') return null;
  return <Text size="xs" c={aggregateStatus === 'error' ? 'red' : 'dimmed'} mt={2}>{builderState.info}</Text>;
}

/** Resources of every type, those of workspaces included, by id. */
async function allResources({ poros }: Clients, signal: AbortSignal): Promise<Resource[]> {
  const lists = await Promise.all(RESOURCE_TYPES.map((type) => poros.listResources({ params: { type } }, { signal })));
  return lists.flat().sort((a, b) => a.id.localeCompare(b.id));
}
