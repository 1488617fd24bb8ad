import { defineEvent, defineTopic } from '@dataos/contracts-core';
import { z } from 'zod';
import { DepotName, DepotType } from './depot.js';

export const depotTopic = defineTopic({ name: 'dataos.depot-service.v1', summary: 'What is registered as a source, and its changes', compact: true });
const topic = depotTopic.name;
const depot = z.object({ name: DepotName, type: DepotType, description: z.string(), owners: z.array(z.string()), source: z.string(), generation: z.number().int() });
const example: z.input<typeof depot> = { name: 'crm', type: 'POSTGRESQL', description: 'Passengers and bookings', owners: ['olivia'], source: 'crm', generation: 1 };

export const DepotRegistered = defineEvent({ type: 'depot.registered', version: 1, topic, summary: 'A depot was declared for the first time', data: depot, example });
export const DepotChanged = defineEvent({ type: 'depot.changed', version: 1, topic, summary: 'The declaration of a depot changed', data: depot, example: { ...example, generation: 2 } });
export const DepotArchived = defineEvent({
  type: 'depot.archived', version: 1, topic, summary: 'A depot is no longer in use',
  data: z.object({ name: DepotName, message: z.string() }), example: { name: 'crm', message: 'deleted' },
});
