import { Badge, Button, Container, Group, Tabs, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CatalogTab } from './catalog/catalog.tab.js';
import { QueryTab } from './query/query.tab.js';
import { ResourcesTab } from './resources/resources.tab.js';
import { ServicesTab } from './services/services.tab.js';
import { clientsFor } from './session/clients.js';
import { forgetSession, keptSession, keepSession, type Session } from './session/session.js';
import { SessionContext } from './session/session.context.js';
import { SignIn } from './session/sign-in.page.js';

/** The whole console: a door, and behind it four tabs that all act as the person who signed in. */
export function App() {
  const [session, setSession] = useState(keptSession);
  const queries = useQueryClient();
  const enter = (next: Session): void => {
    keepSession(next);
    setSession(next);
  };
  const leave = (): void => {
    forgetSession();
    // Nothing one person saw may be shown to the next.
    queries.clear();
    setSession(undefined);
  };
  if (session === undefined) return <SignIn onSignedIn={enter} />;
  return (
    <SessionContext value={{ session, clients: clientsFor(session.token) }}>
      <Container size="xl" py="md">
        <Header session={session} onLeave={leave} />
        <Tabs defaultValue="services" keepMounted={false} mt="md">
          <Tabs.List aria-label="Parts of the platform">
            <Tabs.Tab value="services">Services</Tabs.Tab>
            <Tabs.Tab value="catalog">Catalog</Tabs.Tab>
            <Tabs.Tab value="resources">Resources</Tabs.Tab>
            <Tabs.Tab value="query">SQL</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="services" pt="md"><ServicesTab /></Tabs.Panel>
          <Tabs.Panel value="catalog" pt="md"><CatalogTab /></Tabs.Panel>
          <Tabs.Panel value="resources" pt="md"><ResourcesTab /></Tabs.Panel>
          <Tabs.Panel value="query" pt="md"><QueryTab /></Tabs.Panel>
        </Tabs>
      </Container>
    </SessionContext>
  );
}

function Header({ session, onLeave }: { session: Session; onLeave: () => void }) {
  return (
    <Group component="header" justify="space-between">
      <Title order={1} size="h3">DataOS</Title>
      <Group gap="sm">
        <Text size="sm">{session.name ?? session.id}</Text>
        {session.tags.filter((tag) => tag.startsWith('roles:id:') && tag !== 'roles:id:user').map((tag) => (
          <Badge key={tag} variant="light" tt="none">{tag.slice('roles:id:'.length)}</Badge>
        ))}
        <Button variant="default" size="xs" onClick={onLeave}>Sign out</Button>
      </Group>
    </Group>
  );
}
