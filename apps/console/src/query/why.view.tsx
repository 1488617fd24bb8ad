import { Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useSession } from '../session/session.context.js';
import { ProblemNotice } from '../shared/problem.notice.js';

/** The id of a decision, and on request heimdall's explanation of it. */
export function Why({ decision }: { decision: string }) {
  const { clients } = useSession();
  const explain = useMutation({ mutationFn: () => clients.heimdall.getDecision({ params: { id: decision } }) });
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text size="xs">Decision <Code>{decision}</Code></Text>
        <Button size="compact-xs" variant="default" onClick={() => explain.mutate()} loading={explain.isPending}>Why?</Button>
      </Group>
      {explain.error !== null && <ProblemNotice error={explain.error} />}
      {explain.data !== undefined && (
        <Stack gap={4} role="status" aria-label="Explanation">
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{explain.data.explanation}</Text>
          {explain.data.policies.length > 0 && (
            <List size="sm">{explain.data.policies.map(({ name, effect }) => <List.Item key={name}>{effect} by policy <Code>{name}</Code></List.Item>)}</List>
          )}
        </Stack>
      )}
    </Stack>
  );
}
