import type { QuerySummary } from '@dataos/contracts-minerva';
import { Text } from '@mantine/core';
import { deedsOf } from './deeds.js';

/** What a query wrote, and that its answer was one that was kept. */
export function Deeds({ query }: { query: Pick<QuerySummary, 'state' | 'writes' | 'cached'> }) {
  return deedsOf(query).map((deed) => <Text key={deed} size="xs" c="dimmed">{deed}</Text>);
}
