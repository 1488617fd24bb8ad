import { describe, expect, it } from '@jest/globals';
import { BaseConfig, createLogger, KafkaBus, kafkaSettings, parseConfig } from '@dataos/kit';
import { eventBusSuite } from './event-bus.suite.js';

const brokers = process.env['DATAOS_TEST_KAFKA'];

if (brokers === undefined) {
  describe('event log: Kafka (not run: DATAOS_TEST_KAFKA names no broker)', () => {
    it.skip('the same as on PostgreSQL', () => undefined);
  });
} else {
  eventBusSuite('Kafka', async () => new KafkaBus({ brokers: brokers.split(',') }, `test-${process.pid}`, createLogger('test', 'silent')));
}

/** The KAFKA_* settings of a broker that asks for TLS and a password, as a JSON object. */
const secure = process.env['DATAOS_TEST_KAFKA_SECURE'];
const open = async (settings: Record<string, string>): Promise<KafkaBus> => {
  const kafka = kafkaSettings(parseConfig(BaseConfig, { PORT: '0', ...settings }));
  if (kafka === undefined) throw new Error('DATAOS_TEST_KAFKA_SECURE names no brokers');
  return new KafkaBus(kafka, `test-${process.pid}`, createLogger('test', 'silent'));
};

if (secure === undefined) {
  describe('event log: Kafka with TLS and SASL (not run: DATAOS_TEST_KAFKA_SECURE holds no settings)', () => {
    it.skip('the same as without', () => undefined);
  });
} else {
  const settings = JSON.parse(secure) as Record<string, string>;
  eventBusSuite('Kafka with TLS and SASL', () => open(settings));

  describe('a broker that asks who one is', () => {
    it.each([
      ['a wrong password', { KAFKA_SASL_PASSWORD: 'wrong' }], ['an authority that did not sign', { KAFKA_TLS_CA_FILE: '' }],
    ])('refuses %s, and the service says so', async (_what, wrong) => {
      const bus = await open({ ...settings, ...wrong } as Record<string, string>);
      await expect(bus.check()).rejects.toThrow(/authenticat|certificate|self.signed/i);
      await bus.close();
    }, 30_000);
  });
}
