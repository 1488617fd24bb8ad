import { readFileSync } from 'node:fs';
import type { KafkaSettings } from './kafka-settings.js';

/** The variables of the environment that name a Kafka, as they are documented. */
export interface KafkaVariables {
  readonly KAFKA_BROKERS?: string | undefined; readonly KAFKA_PREFIX?: string | undefined; readonly KAFKA_REPLICAS?: number | undefined;
  readonly KAFKA_TLS?: string | undefined; readonly KAFKA_TLS_CA_FILE?: string | undefined; readonly KAFKA_TLS_CERT_FILE?: string | undefined; readonly KAFKA_TLS_KEY_FILE?: string | undefined;
  readonly KAFKA_SASL_MECHANISM?: string | undefined; readonly KAFKA_SASL_USERNAME?: string | undefined; readonly KAFKA_SASL_PASSWORD?: string | undefined;
}

/** The settings they make, or nothing where no brokers are named; what is wrong with them is added to `faults`. */
export function settingsOf(config: KafkaVariables, faults: string[]): KafkaSettings | undefined {
  if (config.KAFKA_BROKERS === undefined) return undefined;
  const [ssl, sasl] = [sslOf(config, faults), saslOf(config, faults)];
  return {
    brokers: config.KAFKA_BROKERS.split(','), prefix: config.KAFKA_PREFIX ?? '', ...(ssl === undefined ? {} : { ssl }), ...(sasl === undefined ? {} : { sasl }),
    ...(config.KAFKA_REPLICAS === undefined ? {} : { replicas: config.KAFKA_REPLICAS }),
  };
}

function sslOf(config: KafkaVariables, faults: string[]): KafkaSettings['ssl'] {
  const files = { ca: 'KAFKA_TLS_CA_FILE', cert: 'KAFKA_TLS_CERT_FILE', key: 'KAFKA_TLS_KEY_FILE' } as const;
  const named = Object.entries(files).filter(([, name]) => config[name] !== undefined);
  if (config.KAFKA_TLS !== 'true') {
    faults.push(...named.map(([, name]) => `${name}: has no effect unless KAFKA_TLS is true`));
    return undefined;
  }
  if ((config.KAFKA_TLS_CERT_FILE === undefined) !== (config.KAFKA_TLS_KEY_FILE === undefined)) faults.push('KAFKA_TLS_CERT_FILE, KAFKA_TLS_KEY_FILE: go together');
  const read = named.flatMap(([option, name]) => {
    try {
      return [[option, readFileSync(config[name] ?? '', 'utf8')] as const];
    } catch (error) {
      faults.push(`${name}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
      return [];
    }
  });
  return read.length === 0 ? true : Object.fromEntries(read);
}

function saslOf(config: KafkaVariables, faults: string[]): KafkaSettings['sasl'] {
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = config;
  if (mechanism === undefined && username === undefined && password === undefined) return undefined;
  if (mechanism === undefined) faults.push('KAFKA_SASL_MECHANISM: is needed with a user name or password');
  if (username === undefined) faults.push('KAFKA_SASL_USERNAME: is needed with KAFKA_SASL_MECHANISM');
  if (password === undefined) faults.push('KAFKA_SASL_PASSWORD: is needed with KAFKA_SASL_MECHANISM');
  if (mechanism === 'plain' && config.KAFKA_TLS !== 'true') faults.push('KAFKA_SASL_MECHANISM: plain sends the password in clear text and needs KAFKA_TLS=true');
  return { mechanism, username: username ?? '', password: password ?? '' } as KafkaSettings['sasl'];
}
