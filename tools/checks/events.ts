import { type Fact, messageId } from '../generate/asyncapi.ts';
import { loadSources } from '../generate/documents.ts';

const typeName = /^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$/;

/** What is wrong with the declared events. Pure. */
export function eventFaults(facts: readonly Fact[]): string[] {
  const twice = [...Map.groupBy(facts, ({ event }) => messageId(event))].filter(([, same]) => same.length > 1);
  return [
    ...twice.map(([id, same]) => `${id} is declared ${same.length} times, by ${[...new Set(same.map(({ owner }) => owner))].join(' and ')}`),
    ...facts.flatMap(({ name, owner, event, topic }) => {
      const parsed = event.example === undefined ? undefined : event.data.safeParse(event.example);
      return [
        ...(typeName.test(event.type) ? [] : [`${name}: "${event.type}" is no <noun>.<past participle>`]),
        ...(new RegExp(`^dataos\\.${owner}\\.v\\d+$`).test(event.topic) ? [] : [`${name}: the topic ${event.topic} is not one of its owner ${owner}`]),
        ...(topic === undefined ? [`${name}: the topic ${event.topic} is declared nowhere in its contract`] : []),
        ...(event.summary === undefined ? [`${name}: has no summary`] : []),
        ...(parsed === undefined ? [`${name}: has no example`] : parsed.success ? [] : [`${name}: its example does not fit its own schema: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`]),
      ];
    }),
  ];
}

/** Each event has an owner, a topic of that owner, and an example that fits; docs/api/events.md names who listens. */
export async function events(): Promise<string[]> {
  return eventFaults((await loadSources()).facts);
}
