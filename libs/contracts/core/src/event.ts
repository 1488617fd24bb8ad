import { z } from 'zod';

/** A fact that a service publishes: type `<noun>.<past participle>`, major version, the owner's topic, schema of the data. */
export interface EventDefinition<Data extends z.ZodType = z.ZodType> {
  readonly type: string;
  readonly version: number;
  readonly topic: string;
  readonly summary?: string;
  readonly data: Data;
  /** Data as it may travel; the generated AsyncAPI document shows it. */
  readonly example?: z.input<Data>;
}

/** Declares an event. The topic is `dataos.<service>.v<major>`; only the owner writes to it. */
export const defineEvent = <const Type extends string, Data extends z.ZodType>(
  event: { type: Type; version: number; topic: string; summary?: string; data: Data; example?: z.input<Data> },
): EventDefinition<Data> & { readonly type: Type } => event;

/** Where a service publishes. Messages of one key stay in order within it; the owner creates it where the event log needs that. */
export interface TopicDefinition {
  /** `dataos.<service>.v<major>` */
  readonly name: string;
  /** How many replicas of a consumer can share it. Never changed later: a key would move and its order with it. */
  readonly partitions: number;
  /** How long the log keeps messages. */
  readonly retentionDays: number;
  /** Keeps the last message of every key for ever; only where each message tells the whole state of its key. */
  readonly compact: boolean;
  readonly summary: string;
}

/** Declares a topic; six partitions and fourteen days unless said otherwise. */
export const defineTopic = (topic: { name: string; summary: string; partitions?: number; retentionDays?: number; compact?: boolean }): TopicDefinition =>
  ({ partitions: 6, retentionDays: 14, compact: false, ...topic });

/** The envelope on the wire: CloudEvents 1.0 in JSON, with W3C trace context. */
export const EventEnvelope = z.object({
  specversion: z.literal('1.0').default('1.0'),
  id: z.uuid(),
  source: z.string(),
  type: z.string(),
  /** The URN of what the event is about; the ordering key. */
  subject: z.string().min(1),
  time: z.iso.datetime(),
  dataversion: z.number().int().default(1),
  traceparent: z.string().optional(),
  datacontenttype: z.literal('application/json').default('application/json'),
  data: z.unknown(),
});
export type EventEnvelope = z.infer<typeof EventEnvelope>;

/** An envelope whose data has been parsed by the event's schema. */
export type EventOf<E> = E extends EventDefinition<infer Data> ? Omit<EventEnvelope, 'data'> & { data: z.output<Data> } : never;
