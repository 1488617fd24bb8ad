import { Button, Center, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '../shared/problem.notice.js';
import { type Session, signIn } from './session.js';

/** The door: an API key, checked by heimdall before anything else is asked. */
export function SignIn({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const [key, setKey] = useState('');
  const check = useMutation({
    mutationFn: (token: string) => signIn(token),
    onSuccess: (session) => { if (session !== undefined) onSignedIn(session); },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    check.mutate(key.trim());
  };
  const unknown = check.isSuccess && check.data === undefined ? 'Nobody has this key. Keys are shown once, when they are made.' : undefined;
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder shadow="sm" p="xl" w="100%" maw={420}>
        <form onSubmit={submit}>
          <Stack>
            <div>
              <Title order={1} size="h2">DataOS</Title>
              <Text c="dimmed" size="sm">Sign in with an API key. It stays in this browser tab only.</Text>
            </div>
            <PasswordInput
              label="API key" value={key} onChange={(event) => setKey(event.currentTarget.value)} error={unknown}
              autoComplete="off" spellCheck={false} autoFocus required visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the key' }}
            />
            {check.error !== null && <ProblemNotice error={check.error} />}
            <Button type="submit" loading={check.isPending} disabled={key.trim() === ''} fullWidth>Sign in</Button>
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}
