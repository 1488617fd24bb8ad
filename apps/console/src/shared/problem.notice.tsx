import { DomainError } from '@dataos/contracts-core';
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useContext } from 'react';
import { SessionContext } from '../session/session.context.js';
import { Why } from './why.view.js';

/** What went wrong, in the words of the problem the service answered with; a refusal offers its reasons. */
export function ProblemNotice({ error, onRetry, children }: { error: Error; onRetry?: (() => void) | undefined; children?: ReactNode }) {
  const known = DomainError.is(error) ? error : undefined;
  const asked = (known?.extra as { ask?: unknown } | undefined)?.ask;
  const signedIn = useContext(SessionContext) !== undefined;
  const decision = (known?.extra as { decision?: unknown } | undefined)?.decision;
  const ask = Array.isArray(asked) ? asked.filter((name): name is string => typeof name === 'string') : [];
  return (
    <Alert color="red" variant="light" title={known?.definition.title ?? 'This did not work'} role="alert">
      <Stack gap="xs">
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{error.message}</Text>
        {ask.length > 0 && <Text size="sm">Ask {ask.join(', ')}.</Text>}
        {known !== undefined && <Text size="xs" c="dimmed">Code <Code>{known.code}</Code></Text>}
        {signedIn && typeof decision === 'string' && <Why decision={decision} />}
        {children}
        {onRetry !== undefined && <Group><Button size="xs" variant="light" color="red" onClick={onRetry}>Try again</Button></Group>}
      </Stack>
    </Alert>
  );
}
