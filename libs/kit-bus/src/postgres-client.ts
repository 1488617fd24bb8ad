import { Client, type ClientConfig } from 'pg';

/**
 * A client whose connection may be lost at any moment without ending the process: Node throws an `error` event nobody listens
 * to, and pools (pg-pool's and TypeORM's) do not listen while they hand a client over or take it back. Whoever uses
 * the client still gets the failure as a rejected query.
 */
export class PostgresClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
