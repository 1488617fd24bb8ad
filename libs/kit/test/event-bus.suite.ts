import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defineTopic } from '@dataos/contracts-core';
import { eventually } from '@dataos/testkit';
import { randomUUID } from 'node:crypto';
import type { EventBus, Message } from '@dataos/kit';

const numbered = (topic: string, count: number, keys: number): Message[] =>
  Array.from({ length: count }, (_, i) => ({ topic, key: `k${i % keys}`, envelope: { n: i } }));
const numberOf = (message: Message): number => (message.envelope as { n: number }).n;
const inOrder = (numbers: readonly number[]): boolean => numbers.every((n, i) => i === 0 || n >= (numbers[i - 1] ?? 0));
const byKey = (messages: readonly Message[]): number[][] => [...Map.groupBy(messages, ({ key }) => key).values()].map((list) => list.map(numberOf));

/** What every driver of the event log must do; the same for each. */
export function eventBusSuite(name: string, open: () => Promise<EventBus>): void {
  describe(`event log: ${name}`, () => {
    let buses: EventBus[] = [];
    const bus = async (): Promise<EventBus> => {
      const opened = await open();
      buses.push(opened);
      return opened;
    };
    const named = (): { topic: string; group: string } => ({ topic: `test.${randomUUID()}`, group: `group-${randomUUID()}` });
    const declare = async (topic: string): Promise<void> => (await bus()).declare([defineTopic({ name: topic, summary: 'Of a test' })]);
    const fresh = async (): Promise<{ topic: string; group: string }> => {
      const names = named();
      await declare(names.topic);
      return names;
    };
    beforeAll(() => {
      buses = [];
    });
    afterAll(async () => {
      await Promise.all(buses.map((each) => each.close()));
    });

    it('delivers everything once, in order per key', async () => {
      const { topic, group } = await fresh();
      const got: Message[] = [];
      const writer = await bus();
      await writer.subscribe({ group, topics: [topic], from: 'earliest', handle: async (message) => void got.push(message) });
      for (let i = 0; i < 300; i += 100) await writer.publish(numbered(topic, 300, 7).slice(i, i + 100));
      await eventually(() => expect(got.length).toBe(300), { timeoutMs: 30_000 });
      expect(byKey(got).every(inOrder)).toBe(true);
      expect(new Set(got.map(numberOf)).size).toBe(300);
    });

    it('may be told of a topic twice, and follows one that its owner declares later', async () => {
      const { topic, group } = named();
      const got: number[] = [];
      const reader = await bus();
      await reader.subscribe({ group, topics: [topic], from: 'earliest', handle: async (message) => void got.push(numberOf(message)) });
      await declare(topic);
      await declare(topic);
      await (await bus()).publish(numbered(topic, 3, 1));
      await eventually(() => expect(got).toEqual([0, 1, 2]), { timeoutMs: 30_000 });
    }, 40_000);

    it('tells how far a group is behind', async () => {
      const { topic, group } = await fresh();
      const reader = await bus();
      const held: { release?: () => void } = {};
      await reader.publish(numbered(topic, 5, 1));
      await reader.subscribe({
        group, topics: [topic], from: 'earliest',
        handle: (message) => numberOf(message) < 2 || held.release !== undefined ? Promise.resolve() : new Promise((resolve) => (held.release = resolve)),
      });
      const behind = async (): Promise<number | undefined> => (await reader.lag()).find((lag) => lag.topic === topic)?.messages;
      await eventually(() => expect(held.release).toBeDefined(), { timeoutMs: 30_000 });
      expect(await behind()).toBeGreaterThanOrEqual(3);
      held.release?.();
      await eventually(async () => expect(await behind()).toBe(0), { timeoutMs: 30_000 });
    }, 70_000);

    it('gives each group everything, also a group that comes late', async () => {
      const { topic, group } = await fresh();
      const [first, late] = [[] as number[], [] as number[]];
      const writer = await bus();
      await writer.subscribe({ group, topics: [topic], from: 'earliest', handle: async (message) => void first.push(numberOf(message)) });
      await writer.publish(numbered(topic, 5, 1));
      await eventually(() => expect(first).toEqual([0, 1, 2, 3, 4]), { timeoutMs: 30_000 });
      await (await bus()).subscribe({ group: `${group}-late`, topics: [topic], from: 'earliest', handle: async (message) => void late.push(numberOf(message)) });
      await eventually(() => expect(late).toEqual([0, 1, 2, 3, 4]), { timeoutMs: 30_000 });
    });

    it('delivers a message again that was not handled, before the next of its key', async () => {
      const { topic, group } = await fresh();
      const got: number[] = [];
      let failures = 0;
      const writer = await bus();
      await writer.subscribe({
        group, topics: [topic], from: 'earliest',
        handle: async (message) => {
          if (numberOf(message) === 1 && failures++ < 1) throw new Error('not now');
          got.push(numberOf(message));
        },
      });
      await writer.publish(numbered(topic, 3, 1));
      await eventually(() => expect(got.at(-1)).toBe(2), { timeoutMs: 40_000 });
      expect([...new Set(got)]).toEqual([0, 1, 2]);
      expect(failures).toBeGreaterThan(0);
    });

    it('hands over what lies behind a message, goes on behind what was handled with it, and comes again with all of it that failed', async () => {
      const { topic, group } = await fresh();
      const got: number[][] = [];
      let failures = 0;
      const writer = await bus();
      await writer.publish(numbered(topic, 60, 1));
      await writer.subscribe({
        group, topics: [topic], from: 'earliest',
        handle: async (message, following) => {
          const taken = [message, ...following.slice(0, 9)].map(numberOf);
          if (taken.includes(25) && failures++ < 1) throw new Error('not now');
          got.push(taken);
          return taken.length - 1;
        },
      });
      await eventually(() => expect(got.flat().at(-1)).toBe(59), { timeoutMs: 40_000 });
      expect(got.flat()).toEqual(Array.from({ length: 60 }, (_, n) => n));
      expect([got.length < 30, failures]).toEqual([true, 2]);
    }, 50_000);

    it('continues where the group stopped', async () => {
      const { topic, group } = await fresh();
      const [before, after] = [[] as number[], [] as number[]];
      const writer = await bus();
      const reader = await open();
      await reader.subscribe({ group, topics: [topic], from: 'earliest', handle: async (message) => void before.push(numberOf(message)) });
      await writer.publish(numbered(topic, 10, 2));
      await eventually(() => expect(before.length).toBe(10), { timeoutMs: 30_000 });
      await reader.close();
      await writer.publish([{ topic, key: 'k0', envelope: { n: 10 } }]);
      await (await bus()).subscribe({ group, topics: [topic], from: 'earliest', handle: async (message) => void after.push(numberOf(message)) });
      await eventually(() => expect(after).toContain(10), { timeoutMs: 40_000 });
    });

    it('shares a group between two replicas and loses nothing when one leaves', async () => {
      const { topic, group } = await fresh();
      const got: Message[] = [];
      const handle = async (message: Message): Promise<void> => void got.push(message);
      const [writer, one, two] = [await bus(), await open(), await bus()];
      await one.subscribe({ group, topics: [topic], from: 'earliest', handle });
      await two.subscribe({ group, topics: [topic], from: 'earliest', handle });
      await writer.publish(numbered(topic, 100, 5));
      await one.close();
      await writer.publish(numbered(topic, 200, 5).slice(100));
      await eventually(() => expect(new Set(got.map(numberOf)).size).toBe(200), { timeoutMs: 60_000 });
    }, 90_000);
  });
}
