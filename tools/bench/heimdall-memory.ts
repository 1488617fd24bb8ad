/** A process of its own, with the heap that the launcher gives to a service: 100,000 users of 20 tags each and 10,000 policies, all of them asked about once. Prints its memory. */
import { heimdall } from './heimdall-index.ts';
import { workload } from './heimdall-workload.ts';

const { DecisionIndex } = await heimdall();
const { objects, policies, subjects: users } = workload(10_000, 0, { subjects: 100_000, rolesOf: () => 18 });
// One copy of each tag, as whoever keeps users in memory would have it.
const copies = new Map<string, string>();
for (const { tags } of users as readonly { readonly tags: readonly string[] }[] as { tags: string[] }[]) {
  for (const [i, tag] of tags.entries()) tags[i] = copies.get(tag) ?? (copies.set(tag, tag), tag);
}
const index = new DecisionIndex();
index.change(policies);
const read = index.predicate(['read']);
let allowed = 0;
for (const [i, { tags }] of users.entries()) {
  const { path, tags: objectTags } = objects[i % objects.length] ?? { path: '/', tags: [] };
  if (index.allows(index.subject(tags), read, index.object(path, objectTags))) allowed += 1;
}
console.log(JSON.stringify({ rss: process.memoryUsage.rss(), users: users.length, tags: users.reduce((sum, user) => sum + user.tags.length, 0) / users.length, allowed }));
