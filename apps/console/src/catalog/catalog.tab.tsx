import { Anchor, Group, Pagination, Paper, SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../session/session.context.js';
import { Loaded } from '../shared/loaded.view.js';
import { Tags } from '../shared/tags.view.js';
import { AssetView } from './asset.view.js';

const size = 20;

/** Search in the catalog, and the chosen asset beside it. */
export function CatalogTab() {
  const { clients } = useSession();
  const [words, setWords] = useState('');
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<string>();
  const [asked] = useDebouncedValue(words.trim(), 250);
  const assets = useQuery({
    queryKey: ['assets', asked, page],
    queryFn: ({ signal }) => clients.metis.searchAssets({ query: { ...(asked === '' ? {} : { q: asked }), page, size } }, { signal }),
    placeholderData: keepPreviousData,
  });
  const search = (text: string): void => {
    setWords(text);
    setPage(1);
  };
  return (
    <SimpleGrid cols={{ base: 1, md: chosen === undefined ? 1 : 2 }}>
      <Stack>
        <TextInput type="search" label="Search the catalog" placeholder="names, descriptions, columns, tags" value={words} onChange={(event) => search(event.currentTarget.value)} />
        <Loaded query={assets} isEmpty={({ items }) => items.length === 0} empty={asked === '' ? 'The catalog is empty. Scan a depot to fill it.' : `Nothing is found for “${asked}”.`}>
          {({ items, total }) => (
            <>
              <Text size="sm" c="dimmed" role="status">{total === 1 ? '1 asset' : `${total} assets`}</Text>
              <Paper withBorder>
                <Table.ScrollContainer minWidth={420}>
                  <Table highlightOnHover aria-label="Assets">
                    <Table.Thead><Table.Tr><Table.Th>Name</Table.Th><Table.Th>Kind</Table.Th><Table.Th>Where</Table.Th><Table.Th>Tags</Table.Th></Table.Tr></Table.Thead>
                    <Table.Tbody>
                      {items.map((asset) => (
                        <Table.Tr key={asset.id} {...(asset.id === chosen ? { bg: 'var(--mantine-primary-color-light)' } : {})}>
                          <Table.Td><Anchor component="button" type="button" size="sm" onClick={() => setChosen(asset.id)}>{asset.name}</Anchor></Table.Td>
                          <Table.Td>{asset.kind}</Table.Td>
                          <Table.Td>{[asset.depot, asset.collection].filter(Boolean).join('.')}</Table.Td>
                          <Table.Td><Tags tags={asset.tags} /></Table.Td>
                        </Table.Tr>
                      ))}
                    </Table.Tbody>
                  </Table>
                </Table.ScrollContainer>
              </Paper>
              {total > size && <Group justify="center"><Pagination total={Math.ceil(total / size)} value={page} onChange={setPage} getControlProps={(control) => ({ 'aria-label': `${control} page` })} /></Group>}
            </>
          )}
        </Loaded>
      </Stack>
      {chosen !== undefined && <AssetView id={chosen} onClose={() => setChosen(undefined)} onChoose={setChosen} />}
    </SimpleGrid>
  );
}
