import { Badge, Group } from '@mantine/core';

/** Tags as small labels; those that mark personal data stand out. */
export function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <Group gap={4}>
      {tags.map((tag) => <Badge key={tag} size="sm" variant="light" tt="none" color={tag.startsWith('PII.') ? 'orange' : 'gray'}>{tag}</Badge>)}
    </Group>
  );
}
