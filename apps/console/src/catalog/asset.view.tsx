import type { Asset } from '@dataos/contracts-metis';
import { CloseButton, Code, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../session/session.context.js';
import { Loaded } from '../shared/loaded.view.js';
import { Tags } from '../shared/tags.view.js';
import { LineageView } from './lineage.view.js';

/** One asset with its columns and what is said about them. */
export function AssetView({ id, onClose, onChoose }: { id: string; onClose: () => void; onChoose: (id: string) => void }) {
  const { clients } = useSession();
  const asset = useQuery({ queryKey: ['asset', id], queryFn: ({ signal }) => clients.metis.getAsset({ params: { id } }, { signal }) });
  return (
    <Paper withBorder p="md" component="section" aria-label="Chosen asset">
      <Group justify="space-between" wrap="nowrap" align="start" mb="xs">
        <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>{asset.data?.name ?? id}</Title>
        <CloseButton aria-label="Close the asset" onClick={onClose} />
      </Group>
      <Loaded query={asset} isEmpty={() => false} empty="">{(found) => <Details asset={found} onChoose={onChoose} />}</Loaded>
    </Paper>
  );
}

function Details({ asset, onChoose }: { asset: Asset; onChoose: (id: string) => void }) {
  return (
    <Stack gap="sm">
      <Code style={{ overflowWrap: 'anywhere' }}>{asset.id}</Code>
      {asset.description !== undefined && <Text size="sm">{asset.description}</Text>}
      <Tags tags={asset.tags} />
      <Text size="sm" c="dimmed">
        {[asset.owner && `owned by ${asset.owner}`, asset.rowEstimate && `about ${Number(asset.rowEstimate).toLocaleString('en')} rows`, asset.vanishedAt && 'no longer in its source'].filter(Boolean).join(' · ')}
      </Text>
      {asset.columns.length === 0 ? <Text size="sm" c="dimmed">It has no columns.</Text> : <Columns columns={asset.columns} />}
      <LineageView id={asset.id} onChoose={onChoose} />
    </Stack>
  );
}

function Columns({ columns }: Pick<Asset, 'columns'>) {
  return (
    <Table.ScrollContainer minWidth={380}>
      <Table aria-label="Columns">
        <Table.Thead><Table.Tr><Table.Th>Column</Table.Th><Table.Th>Type</Table.Th><Table.Th>Tags</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {columns.map((column) => (
            <Table.Tr key={column.id}>
              <Table.Td>
                {column.name}
                {column.description !== undefined && <Text size="xs" c="dimmed">{column.description}</Text>}
              </Table.Td>
              <Table.Td><Code>{column.type}</Code>{column.nullable ? '' : ' not null'}</Table.Td>
              <Table.Td><Tags tags={column.tags} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
