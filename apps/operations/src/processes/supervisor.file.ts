import { CONFIG, HealthRegistry } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { OperationsConfig } from '../config.js';
import { ProcessEntry } from './observe.js';

const Entries = z.array(ProcessEntry);

/** The file in which the supervisor keeps what it runs. */
@Injectable()
export class SupervisorFile {
  constructor(@Inject(CONFIG) private readonly config: OperationsConfig, health: HealthRegistry) {
    if (config.SUPERVISOR_FILE !== undefined) health.register('supervisor', async () => void (await this.read()));
  }

  /** Its processes; none where no supervisor is configured. Throws when the file cannot be understood. */
  async read(): Promise<ProcessEntry[]> {
    const file = this.config.SUPERVISOR_FILE;
    if (file === undefined) return [];
    return Entries.parse(JSON.parse(await readFile(file, 'utf8')));
  }
}
