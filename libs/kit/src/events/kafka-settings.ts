import { type KafkaSettings, settingsOf } from '@dataos/kit-bus';
import { type BaseConfig, ConfigError } from '../config/config.js';

/** The settings of the Kafka client, or nothing where no brokers are named. Throws with every fault. */
export function kafkaSettings(config: Partial<BaseConfig>): KafkaSettings | undefined {
  const faults: string[] = [];
  const settings = settingsOf(config, faults);
  if (faults.length > 0) throw new ConfigError(faults);
  return settings;
}
