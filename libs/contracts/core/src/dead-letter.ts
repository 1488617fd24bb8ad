import { z } from 'zod';
import { PageQuery, pageOf } from './page.js';
import { NotFound } from './problem.js';
import { defineRoute } from './route.js';

/** An event that a listener could not handle; kept until it is replayed or discarded. */
export const DeadLetter = z.object({
  id: z.string().describe('Number of the letter, in the order of parking'),
  handler: z.string().describe('The listener that could not handle it'),
  type: z.string().describe('Type of the event; empty where it is no event at all'),
  subject: z.string().describe('What the event is about'),
  dataversion: z.number().int().describe('Version of the event\'s data'),
  reason: z.string().describe('Why it was parked'),
  parkedAt: z.iso.datetime().describe('When it was parked'),
  event: z.unknown().describe('The event as it came'),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

const letterId = z.string().regex(/^\d{1,18}$/);

export const ReplayRequest = z.object({
  ids: z.array(letterId).max(1_000).optional().describe('These letters only; all where absent'),
});

export const ReplayResult = z.object({
  replayed: z.number().int().describe('Letters that were handled now and are gone'),
  failed: z.array(z.object({ id: z.string(), reason: z.string() })).describe('Letters that failed again and stay'),
  left: z.number().int().describe('Letters still parked'),
});
export type ReplayResult = z.infer<typeof ReplayResult>;

export const deadLetterTag = { events: 'Events that a service could not handle: seen, sent again, given up' };

/** The routes by which the dead letters of `service` are seen, sent again and given up; the same for every service. */
export const deadLetterRoutes = (service: string) => ({
  listDeadLetters: defineRoute({
    method: 'GET', path: `/events/${service}/dead`, summary: 'Events that could not be handled, oldest first', tags: ['events'],
    description: 'Each with the listener that failed and the reason. An event of a newer version than the service knows waits here for the upgrade.',
    query: PageQuery, response: pageOf(DeadLetter),
  }),
  replayDeadLetters: defineRoute({
    method: 'POST', path: `/events/${service}/replay`, summary: 'Hand parked events to their listeners again, oldest first', tags: ['events'],
    description: 'A letter that is handled is gone, in one transaction with what its listener does. After a failure the later ones of the same subject wait.',
    body: ReplayRequest, response: ReplayResult,
  }),
  discardDeadLetter: defineRoute({
    method: 'DELETE', path: `/events/${service}/dead/:id`, summary: 'Give a parked event up for good', tags: ['events'],
    params: z.object({ id: letterId }), status: 204, problems: [NotFound],
  }),
});
