export type { EventBus, Lag, Message, Subscription } from './event-bus.js';
export { KafkaBus, topicConfig } from './kafka-bus.js';
export type { KafkaSettings } from './kafka-settings.js';
export { settingsOf } from './kafka-variables.js';
export { PostgresBus } from './postgres-bus.js';
export { PostgresClient } from './postgres-client.js';
