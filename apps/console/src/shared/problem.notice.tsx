import { DomainError } from '@dataos/contracts-core';
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** What went wrong, in the words of the problem the service answered with. */
export function ProblemNotice({ error, onRetry, children }: { error: Error; onRetry?: (() => void) | undefined; children?: ReactNode }) {
  const known = DomainError.is(error) ? error : undefined;
  const asked = (known?.extra as { ask?: unknown } | undefined)?.ask;
  const ask = Array.isArray(asked) ? asked.filter((name): name is string => typeof name === 'string') : [];
  return (
    <Alert color="red" variant="light" title={known?.definition.title ?? 'This did not work'} role="alert">
      <Stack gap="xs">
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{error.message}</Text>
        {ask.length > 0 && <Text size="sm">Ask {ask.join(', ')}.</Text>}
        {known !== undefined && <Text size="xs" c="dimmed">Code <Code>{known.code}</Code></Text>}
        {children}
        {onRetry !== undefined && <Group><Button size="xs" variant="light" color="red" onClick={onRetry}>Try again</Button></Group>}
      </Stack>
    </Alert>
  );
}
