import type { TrinoColumn } from '@dataos/contracts-minerva';
import { Paper, Table, Text } from '@mantine/core';

/** The rows of an answer; a column's type stands below its name. */
export function RowsTable({ columns, rows }: { columns: TrinoColumn[]; rows: unknown[][] }) {
  if (columns.length === 0) return <Text c="dimmed">The statement gave no columns.</Text>;
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={300} maxHeight="60vh">
        <Table striped stickyHeader aria-label="Rows">
          <Table.Thead>
            <Table.Tr>{columns.map(({ name, type }, at) => <Table.Th key={`${at} ${name}`}>{name}<Text size="xs" c="dimmed">{type}</Text></Table.Th>)}</Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, at) => <Table.Tr key={at}>{row.map((cell, column) => <Table.Td key={column}><Cell value={cell} /></Table.Td>)}</Table.Tr>)}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {rows.length === 0 && <Text c="dimmed" p="md">No row fits.</Text>}
    </Paper>
  );
}

function Cell({ value }: { value: unknown }) {
  if (value === null || value === undefined) return <Text component="span" size="sm" c="dimmed" fs="italic">null</Text>;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
