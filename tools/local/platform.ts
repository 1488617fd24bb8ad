import path from 'node:path';
import type { Server } from '../postgres/server.ts';
import { devEnvironment } from './banner.ts';
import { startDatabases } from './database-server.ts';
import type { Installation } from './environment.ts';
import { writeAtomically } from './files.ts';
import { planPorts, requireFreePorts } from './ports.ts';
import type { PortPlan } from './ports.ts';
import { endLeftovers } from './process-file.ts';
import { dim, say, step } from './progress.ts';
import { applySample, isApplied, markApplied, placeFlights, waitForSample } from './sample.ts';
import { bootstrapUsers, loadSecrets } from './secrets.ts';
import type { Secrets } from './secrets.ts';
import { Supervisor } from './supervisor.ts';

/** One installation on one machine: its database server, its services, its sample. */
export class Platform {
  readonly folder: string;
  readonly ports: PortPlan;
  readonly secrets: Secrets;
  readonly #checkout: string;
  readonly #installation: Installation;
  readonly #supervisor: Supervisor;
  #server: Server | undefined;
  #serverStarting: Promise<Server> | undefined;
  #stopping: Promise<void> | undefined;

  constructor(checkout: string, folder: string, portBase: number | undefined) {
    this.#checkout = checkout;
    this.folder = folder;
    this.ports = planPorts(portBase);
    this.secrets = loadSecrets(path.join(folder, 'secrets.json'));
    this.#installation = { folder, ports: this.ports, secrets: this.secrets, supervisor: process.pid };
    const left = endLeftovers(path.join(folder, 'run/processes.json'), checkout);
    if (left.length > 0) say(dim(`ended what an earlier run left behind: ${left.join(', ')}`));
    this.#supervisor = new Supervisor(checkout, this.#installation);
  }

  get stopping(): boolean { return this.#stopping !== undefined; }

  get #gateway(): string { return `http://127.0.0.1:${this.ports.services['api-gateway']}`; }

  checkPorts(): Promise<void> {
    return requireFreePorts(this.ports);
  }

  async start(): Promise<void> {
    const { folder } = this.#installation;
    writeAtomically(path.join(folder, 'heimdall/bootstrap.json'), `${JSON.stringify(bootstrapUsers(this.secrets), undefined, 2)}\n`);
    writeAtomically(path.join(folder, 'dev.env'), devEnvironment(this));
    await step('PostgreSQL, a database per service', () => this.#startDatabases(), () => dim(`:${this.ports.postgres}`));
    if (this.stopping) return;
    if (process.env.KAFKA_BROKERS) say(dim(`events travel over Kafka at ${process.env.KAFKA_BROKERS}`));
    await this.#supervisor.start();
  }

  /** On the first run applies the sample through the public API and waits until it is complete. */
  async loadSample(): Promise<void> {
    const { folder } = this.#installation;
    if (isApplied(folder) || this.stopping) return;
    await step('flight data in place', () => placeFlights(folder));
    if (!this.#supervisor.has('poros') || !this.#supervisor.has('minerva-gateway')) return;
    await step('dataos apply -f examples/air', () => applySample(this.#checkout, this.#installation, this.#gateway));
    const tell = (remark: string): void => say(dim(`  … ${remark}`));
    await step('sample complete', () => waitForSample(this.#gateway, this.secrets.apikeys.olivia ?? '', tell), dim);
    markApplied(folder);
  }

  /** Drains the services, then stops the database server. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  kill(): void {
    this.#supervisor.kill();
    if (this.#server !== undefined) process.kill(this.#server.pid, 'SIGQUIT');
  }

  async #startDatabases(): Promise<void> {
    this.#serverStarting = startDatabases(this.#installation);
    this.#server = await this.#serverStarting;
    const entry = { name: 'postgres', pid: this.#server.pid, restarts: 0, startedAt: new Date().toISOString(), phase: 'running' as const };
    this.#supervisor.note(entry);
    void this.#server.exited.then((code) => {
      if (this.stopping) return;
      this.#supervisor.note({ ...entry, phase: 'failed', lastExit: { code, signal: null, at: new Date().toISOString() } });
      say(`PostgreSQL ended unexpectedly (exit ${code}); see .dataos/logs/postgres.log. Stopping; npm start recovers what was committed.`);
      void this.stop().finally(() => process.exit(1));
    });
  }

  async #stopAll(): Promise<void> {
    await this.#supervisor.stop();
    const server = this.#server ?? await this.#serverStarting?.catch(() => undefined);
    await server?.stop();
  }
}
