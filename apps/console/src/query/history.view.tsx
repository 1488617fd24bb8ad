import type { QueryState, QuerySummary } from '@dataos/contracts-minerva';
import { Anchor, Group, Pagination, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../session/session.context.js';
import { Loaded } from '../shared/loaded.view.js';
import { Deeds } from './deeds.view.js';

const size = 10;
const states = ['FINISHED', 'FAILED', 'RUNNING', 'QUEUED'] satisfies QueryState[];
interface Search { readonly text: string; readonly table: string; readonly written: string; readonly user: string; readonly state: QueryState | null }
const none: Search = { text: '', table: '', written: '', user: '', state: null };

/** What was asked before: one's own queries, an auditor sees everybody's. Choosing one brings its text back. */
export function History({ onChoose }: { onChoose: (sql: string) => void }) {
  const { clients } = useSession();
  const [search, setSearch] = useState(none);
  const [page, setPage] = useState(1);
  const [asked] = useDebouncedValue(search, 250);
  const history = useQuery({
    queryKey: ['queries', asked, page], placeholderData: keepPreviousData,
    queryFn: ({ signal }) => clients.minerva.listQueries({ query: { page, size, ...given('text', asked.text), ...given('table', asked.table), ...given('written', asked.written), ...given('user', asked.user), ...(asked.state === null ? {} : { state: asked.state }) } }, { signal }),
  });
  const change = (more: Partial<Search>): void => {
    setSearch({ ...search, ...more });
    setPage(1);
  };
  return (
    <Stack component="section" aria-label="Earlier queries">
      <Title order={2} size="h4">Earlier queries</Title>
      <Group align="end">
        <TextInput type="search" label="Text" placeholder="part of the SQL" value={search.text} onChange={(event) => change({ text: event.currentTarget.value })} />
        <TextInput type="search" label="Table" placeholder="dataos://crm:public/passengers" value={search.table} onChange={(event) => change({ table: event.currentTarget.value })} />
        <TextInput type="search" label="Written table" placeholder="dataos://lake:sales/mails" value={search.written} onChange={(event) => change({ written: event.currentTarget.value })} />
        <TextInput type="search" label="User" value={search.user} onChange={(event) => change({ user: event.currentTarget.value })} />
        <Select label="State" placeholder="any" clearable data={states} value={search.state} onChange={(state) => change({ state: states.find((one) => one === state) ?? null })} />
      </Group>
      <Loaded query={history} isEmpty={({ items }) => items.length === 0} empty="No query is like that.">
        {({ items, total }) => (
          <>
            <Rows queries={items} onChoose={onChoose} />
            {total > size && <Pagination total={Math.ceil(total / size)} value={page} onChange={setPage} getControlProps={(control) => ({ 'aria-label': `${control} page` })} />}
          </>
        )}
      </Loaded>
    </Stack>
  );
}

const given = <Key extends string>(key: Key, value: string): { [K in Key]?: string } => (value.trim() === '' ? {} : ({ [key]: value.trim() } as { [K in Key]: string }));

function Rows({ queries, onChoose }: { queries: readonly QuerySummary[]; onChoose: (sql: string) => void }) {
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table aria-label="Queries">
        <Table.Thead><Table.Tr><Table.Th>When</Table.Th><Table.Th>User</Table.Th><Table.Th>State</Table.Th><Table.Th>SQL</Table.Th><Table.Th>Rows</Table.Th><Table.Th>Took</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {queries.map((query) => <Row key={query.id} query={query} onChoose={onChoose} />)}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ query, onChoose }: { query: QuerySummary; onChoose: (sql: string) => void }) {
  const { createdAt, user, state, sql, rows, elapsedMs, error } = query;
  return (
    <Table.Tr>
      <Table.Td>{new Date(createdAt).toLocaleString()}</Table.Td>
      <Table.Td>{user}</Table.Td>
      <Table.Td>{state}{error !== undefined && <Text size="xs" c="dimmed">{error.name}</Text>}</Table.Td>
      <Table.Td><Anchor component="button" type="button" size="sm" ta="left" ff="monospace" lineClamp={2} onClick={() => onChoose(sql)}>{sql}</Anchor><Deeds query={query} /></Table.Td>
      <Table.Td>{rows.toLocaleString('en')}</Table.Td>
      <Table.Td>{elapsedMs === undefined ? '' : `${elapsedMs.toLocaleString('en')} ms`}</Table.Td>
    </Table.Tr>
  );
}
