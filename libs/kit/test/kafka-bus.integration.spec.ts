import { describe, it } from '@jest/globals';
import { createLogger, KafkaBus } from '@dataos/kit';
import { eventBusSuite } from './event-bus.suite.js';

const brokers = process.env['DATAOS_TEST_KAFKA'];

if (brokers === undefined) {
  describe('event log: Kafka', () => {
    it.skip('not run: DATAOS_TEST_KAFKA names no broker', () => undefined);
  });
} else {
  eventBusSuite('Kafka', async () => new KafkaBus({ brokers: brokers.split(',') }, `test-${process.pid}`, createLogger('test', 'silent')));
}
