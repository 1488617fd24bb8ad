import { Center, Loader, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemNotice } from './problem.notice.js';

interface LoadedProps<Data> {
  query: UseQueryResult<Data>;
  isEmpty: (data: Data) => boolean;
  /** What to say when there is nothing. */
  empty: string;
  children: (data: Data) => ReactNode;
}

/** The four faces of something that is fetched: waiting, failed, empty, there. */
export function Loaded<Data>({ query, isEmpty, empty, children }: LoadedProps<Data>) {
  if (query.isPending) return <Center p="xl"><Loader aria-label="Loading" /></Center>;
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (isEmpty(query.data)) return <Text c="dimmed" p="md" role="status">{empty}</Text>;
  return children(query.data);
}
