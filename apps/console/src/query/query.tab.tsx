import { Button, Code, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useSession } from '../session/session.context.js';
import { ProblemNotice } from '../shared/problem.notice.js';
import { GovernanceNotice } from './governance.notice.js';
import { History } from './history.view.js';
import { RowsTable } from './rows.table.js';
import { QueryFailed, runStatement } from './statement.js';

const most = 1_000;

/** A SQL box: every statement is decided, masked and filtered for the person who is signed in. */
export function QueryTab() {
  const { clients, session } = useSession();
  const [sql, setSql] = useState('select 1 as one');
  const stopper = useRef<AbortController>(undefined);
  const queries = useQueryClient();
  const query = useMutation({
    // What just ran is history now.
    onSettled: () => queries.invalidateQueries({ queryKey: ['queries'] }),
    mutationFn: (text: string) => {
      stopper.current = new AbortController();
      return runStatement(clients.minerva, text, { user: session.id, most, signal: stopper.current.signal });
    },
  });
  const run = (): void => { if (sql.trim() !== '' && !query.isPending) query.mutate(sql); };
  const onKey = (event: KeyboardEvent): void => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run(); };
  return (
    <Stack>
      <Textarea
        label="SQL" description={`Runs as ${session.id}. Ctrl+Enter runs it.`} value={sql} onChange={(event) => setSql(event.currentTarget.value)} onKeyDown={onKey}
        autosize minRows={5} maxRows={20} spellCheck={false} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <Group>
        <Button onClick={run} loading={query.isPending} disabled={sql.trim() === ''}>Run</Button>
        {query.isPending && <Button variant="default" onClick={() => stopper.current?.abort()}>Stop</Button>}
      </Group>
      {query.error !== null && <Failure error={query.error} />}
      {query.data !== undefined && (
        <>
          <Text size="sm" c="dimmed" role="status">
            {query.data.cut ? `The first ${most.toLocaleString('en')} rows; there are more.` : query.data.rows.length === 1 ? '1 row' : `${query.data.rows.length} rows`}
          </Text>
          <GovernanceNotice query={query.data.id} />
          <RowsTable columns={query.data.columns} rows={query.data.rows} />
        </>
      )}
      <History onChoose={setSql} />
    </Stack>
  );
}

function Failure({ error }: { error: Error }) {
  if (error instanceof QueryFailed) {
    const { errorName, errorLocation } = error.failure;
    return (
      <ProblemNotice error={error}>
        <Text size="xs" c="dimmed">
          <Code>{errorName}</Code>{errorLocation === undefined ? '' : ` in line ${errorLocation.lineNumber}, column ${errorLocation.columnNumber}`}
        </Text>
        <GovernanceNotice query={error.query} />
      </ProblemNotice>
    );
  }
  return <ProblemNotice error={error} />;
}
