import { describe, expect, it } from '@jest/globals';
import { defineTopic } from '@dataos/contracts-core';
import { BaseConfig, kafkaSettings, parseConfig, topicConfig } from '@dataos/kit';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'kafka-'));
const file = (name: string): string => {
  writeFileSync(join(folder, name), `pem of ${name}`);
  return join(folder, name);
};
const of = (settings: Record<string, string>) => kafkaSettings(parseConfig(BaseConfig, { PORT: '0', ...settings }));
const KAFKA_BROKERS = 'a:9092,b:9092';
const sasl = { KAFKA_SASL_MECHANISM: 'scram-sha-512', KAFKA_SASL_USERNAME: 'u', KAFKA_SASL_PASSWORD: 'hush' };

const both = { brokers: ['a:9092', 'b:9092'], prefix: '' };

describe('how the brokers are reached', () => {
  it.each([
    ['no brokers: the other log', {}, undefined],
    ['brokers alone', { KAFKA_BROKERS }, both],
    ['the brokers by TLS, trusted by the machine', { KAFKA_BROKERS, KAFKA_TLS: 'true' }, { ...both, ssl: true }],
    ['an authority of their own', { KAFKA_BROKERS, KAFKA_TLS: 'true', KAFKA_TLS_CA_FILE: file('ca') }, { ...both, ssl: { ca: 'pem of ca' } }],
    ['a certificate of one\'s own', { KAFKA_BROKERS, KAFKA_TLS: 'true', KAFKA_TLS_CERT_FILE: file('cert'), KAFKA_TLS_KEY_FILE: file('key') }, { ...both, ssl: { cert: 'pem of cert', key: 'pem of key' } }],
    ['name and password', { KAFKA_BROKERS, ...sasl }, { ...both, sasl: { mechanism: 'scram-sha-512', username: 'u', password: 'hush' } }],
    ['a cluster shared with others', { KAFKA_BROKERS, KAFKA_PREFIX: 'blue.' }, { ...both, prefix: 'blue.' }],
    ['three copies', { KAFKA_BROKERS, KAFKA_REPLICAS: '3' }, { ...both, replicas: 3 }],
  ])('%s', (_what, settings: Record<string, string>, expected) => {
    expect(of(settings)).toEqual(expected);
  });

  it.each([
    ['a list that is none', { KAFKA_BROKERS: 'a:9092, b' }, ['KAFKA_BROKERS']],
    ['a mechanism nobody knows', { KAFKA_BROKERS, ...sasl, KAFKA_SASL_MECHANISM: 'rot13' }, ['KAFKA_SASL_MECHANISM']],
    ['a password in clear text', { KAFKA_BROKERS, ...sasl, KAFKA_SASL_MECHANISM: 'plain' }, ['KAFKA_SASL_MECHANISM']],
    ['a name alone', { KAFKA_BROKERS, KAFKA_SASL_USERNAME: 'u' }, ['KAFKA_SASL_MECHANISM', 'KAFKA_SASL_PASSWORD']],
    ['a key without its certificate, and a file that is not there', { KAFKA_BROKERS, KAFKA_TLS: 'true', KAFKA_TLS_KEY_FILE: '/nowhere' }, ['KAFKA_TLS_CERT_FILE', 'KAFKA_TLS_KEY_FILE']],
    ['a certificate without TLS', { KAFKA_BROKERS, KAFKA_TLS_CA_FILE: '/nowhere' }, ['KAFKA_TLS_CA_FILE']],
  ])('refuses %s, naming the setting and no value', (_what, settings: Record<string, string>, names) => {
    const fault = (() => {
      try {
        return String(of(settings));
      } catch (error) {
        return (error as Error).message;
      }
    })();
    for (const name of names) expect(fault).toContain(name);
    expect(fault).not.toContain('hush');
  });
});

describe('a topic as it is created', () => {
  const declared = (over = {}) => defineTopic({ name: 't', summary: 'T', retentionDays: 2, ...over });
  const entries = (config: ReturnType<typeof topicConfig>) => Object.fromEntries((config.configEntries ?? []).map(({ name, value }) => [name, value]));

  it('has the partitions, retention and compaction of its declaration', () => {
    expect(topicConfig(declared({ partitions: 3 }))).toMatchObject({ topic: 't', numPartitions: 3 });
    expect(entries(topicConfig(declared()))).toEqual({ 'cleanup.policy': 'delete', 'retention.ms': '172800000' });
    expect(entries(topicConfig(declared({ compact: true })))['cleanup.policy']).toBe('compact');
  });

  it.each([[undefined, undefined, undefined], [1, 1, undefined], [3, 3, '2']])('with %s copies asks for %s, of which %s must have a write', (replicas, factor, inSync) => {
    expect(topicConfig(declared(), replicas).replicationFactor).toBe(factor);
    expect(entries(topicConfig(declared(), replicas))['min.insync.replicas']).toBe(inSync);
  });
});
