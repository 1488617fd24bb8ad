/** Injection tokens of the chassis; the types are named beside each. */
export const CONFIG = Symbol('CONFIG');
/** `AccessControl` of contracts/core: how this service asks who and whether. */
export const ACCESS = Symbol('ACCESS');
/** `ServiceDefinition` */
export const SERVICE = Symbol('SERVICE');
/** `Logger` of pino */
export const LOGGER = Symbol('LOGGER');
/** `EventBus` */
export const EVENT_BUS = Symbol('EVENT_BUS');
