import { existsSync } from 'node:fs';
import path from 'node:path';
import { nodeFlags, serviceEnvironment } from './environment.ts';
import type { Installation } from './environment.ts';
import { ProcessFile } from './process-file.ts';
import type { LastExit, ProcessEntry } from './process-file.ts';
import { dim, red, say, step } from './progress.ts';
import { ServiceProcess } from './service-process.ts';
import type { ServiceListener } from './service-process.ts';
import { presentServices, services, startGroups } from './services.ts';
import type { ServiceName, ServicePlan } from './services.ts';

/** The eight services together: started in order of need, stopped in the reverse order. */
export class Supervisor {
  readonly #checkout: string;
  readonly #installation: Installation;
  readonly #file: ProcessFile;
  readonly #plans: ServicePlan[];
  readonly #processes = new Map<ServiceName, ServiceProcess>();
  #stopping = false;

  constructor(checkout: string, installation: Installation) {
    this.#checkout = checkout;
    this.#installation = installation;
    this.#plans = presentServices(services, (name) => existsSync(path.join(checkout, 'apps', name, 'src/main.ts')));
    this.#file = new ProcessFile(path.join(installation.folder, 'run/processes.json'));
  }

  has(name: ServiceName): boolean {
    return this.#plans.some((plan) => plan.name === name);
  }

  /** Notes a process that others take care of, such as the database server. */
  note(entry: ProcessEntry): void {
    this.#file.set(entry);
  }

  async start(): Promise<void> {
    for (const group of startGroups<ServiceName, ServicePlan>(this.#plans)) {
      if (this.#stopping) return;
      const results = await Promise.allSettled(group.map((plan) => this.#startOne(plan)));
      const failed = results.find((result) => result.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    for (const group of startGroups<ServiceName, ServicePlan>(this.#plans).reverse()) {
      await Promise.all(group.map(({ name }) => this.#processes.get(name)?.stop()));
    }
  }

  kill(): void {
    this.#stopping = true;
    for (const service of this.#processes.values()) service.kill();
  }

  async #startOne(plan: ServicePlan): Promise<void> {
    const { folder, ports } = this.#installation;
    const port = ports.services[plan.name];
    const service = new ServiceProcess({
      name: plan.name,
      args: [...nodeFlags(plan), path.join(this.#checkout, 'apps', plan.name, 'dist/main.js')],
      env: serviceEnvironment(plan, this.#installation, process.env),
      cwd: this.#checkout,
      logFile: path.join(folder, 'logs', `${plan.name}.log`),
      readyUrl: `http://127.0.0.1:${port}/health/ready`,
    }, this.#listener());
    this.#processes.set(plan.name, service);
    await step(plan.name, () => service.start(), () => dim(`:${port}`));
  }

  #listener(): ServiceListener {
    return {
      changed: (entry: ProcessEntry) => this.#file.set(entry),
      crashed: (name: string, { code, signal }: LastExit, wait: number, lines: string[]) => {
        say(`${red('!')} ${name} ended unexpectedly (${signal ?? `exit ${code}`}); starting it again in ${wait / 1000} s. Its last lines:`);
        for (const line of lines) say(dim(`    ${line}`));
      },
    };
  }
}
