import type { ServiceHealth } from '@dataos/contracts-operations';
import { Badge, Card, Group, List, SimpleGrid, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../shared/loaded.view.js';
import { useSession } from '../session/session.context.js';

const colours = { ready: 'teal', 'not-ready': 'yellow', unreachable: 'red' } as const;
const words = { ready: 'ready', 'not-ready': 'not ready', unreachable: 'unreachable' } as const;

/** Each service as it answers now, asked again every few seconds. */
export function ServicesTab() {
  const { clients } = useSession();
  const services = useQuery({ queryKey: ['services'], queryFn: ({ signal }) => clients.operations.listServices({}, { signal }), refetchInterval: 5_000 });
  return (
    <Loaded query={services} isEmpty={(all) => all.length === 0} empty="No service is known.">
      {(all) => (
        <>
          <Text mb="md" role="status">{all.filter(({ status }) => status === 'ready').length} of {all.length} services are ready.</Text>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>{all.map((service) => <Service key={service.name} service={service} />)}</SimpleGrid>
        </>
      )}
    </Loaded>
  );
}

function Service({ service: { name, status, latencyMs, message, dependencies } }: { service: ServiceHealth }) {
  return (
    <Card withBorder component="article" aria-label={name}>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Title order={2} size="h5">{name}</Title>
        <Badge color={colours[status]} variant="light" tt="none">{words[status]}</Badge>
      </Group>
      <Text size="sm" c="dimmed">{message ?? `answered in ${latencyMs} ms`}</Text>
      <List size="sm" mt="xs" listStyleType="none">
        {Object.entries(dependencies).map(([dependency, { ok, message: why }]) => (
          <List.Item key={dependency}>{ok ? '✓' : '✗'} {dependency}{ok ? '' : `: ${why ?? 'not available'}`}</List.Item>
        ))}
      </List>
    </Card>
  );
}
