import { readFileSync } from 'node:fs';
import { UserChanged, UserId, UserType } from '@dataos/contracts-heimdall';
import { CONFIG, Outbox } from '@dataos/kit';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import type { HeimdallConfig } from '../config.js';
import { ShippedService } from '../grants/shipped.service.js';
import { PoliciesService } from '../policies/policies.service.js';
import { hashOf } from '../tokens/identities.js';
import { ApiKeyRow } from '../tokens/token.entity.js';
import { UserRow, UserTagRow } from '../users/user.entity.js';

const KEY_NAME = 'bootstrap';
const ASSIGNER = 'bootstrap';
const FOREVER = new Date('9999-12-31T00:00:00Z');
/** Replicas starting together seed one after the other. */
const LOCK = 71_202;

const BootstrapUser = z.object({ id: UserId, name: z.string().min(1), email: z.string().default(''), type: UserType, tags: z.array(z.string().min(1)), apikey: z.string().min(16) });
const BootstrapFile = z.object({ users: z.array(BootstrapUser) });

/** At each start: the platform's own policies, and the users that the installation names. */
@Injectable()
export class BootstrapService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly policies: PoliciesService,
    private readonly shipped: ShippedService, @Inject(CONFIG) private readonly config: HeimdallConfig,
  ) {}

  async onModuleInit(): Promise<void> {
    const file = this.config.HEIMDALL_BOOTSTRAP_FILE;
    const users = file === undefined ? [] : parse(file);
    await this.dataSource.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      await this.policies.seed(tx);
      await this.shipped.seed(tx);
      for (const user of users) await this.upsert(tx, user);
    });
  }

  private async upsert(tx: EntityManager, user: z.infer<typeof BootstrapUser>): Promise<void> {
    const { email, id, name, type } = user;
    const tags = [...new Set([...user.tags, `users:id:${id}`, ...(type === 'person' ? ['roles:id:user'] : [])])];
    const known = await tx.findOneBy(UserRow, { id });
    const given = (await tx.findBy(UserTagRow, { userId: id })).map((row) => row.tag);
    const missing = tags.filter((tag) => !given.includes(tag));
    const same = known && known.name === name && known.email === email && known.type === type && missing.length === 0;
    const roles = tags.filter((tag) => tag.startsWith('roles:id:')).map((tag) => tag.slice(9));
    await tx.query(`INSERT INTO roles SELECT r, r, 'Named by the installation', false FROM unnest($1::text[]) AS r ON CONFLICT DO NOTHING`, [roles]);
    if (!known) await tx.insert(UserRow, { id, name, email, type, properties: [], createdAt: new Date() });
    else if (!same) await tx.update(UserRow, { id }, { name, email, type });
    if (missing.length > 0) await tx.insert(UserTagRow, missing.map((tag) => ({ userId: id, tag, assigner: ASSIGNER, assignedAt: new Date() })));
    await tx.save(ApiKeyRow, { userId: id, name: KEY_NAME, hash: hashOf(user.apikey), description: 'given by the installation', createdAt: known?.createdAt ?? new Date(), expiresAt: FOREVER });
    if (!same) await this.outbox.append(tx, UserChanged, id, { id, change: known ? 'updated' : 'created', name, type, email, tags: [...new Set([...given, ...tags])] });
  }
}

/** Faults name the place in the file, never its content: it holds keys. */
function parse(file: string): z.infer<typeof BootstrapUser>[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`the bootstrap file ${file} cannot be read as JSON`, { cause: (error as { code?: string }).code });
  }
  const parsed = BootstrapFile.safeParse(content);
  if (parsed.success) return parsed.data.users;
  throw new Error(`the bootstrap file ${file} does not fit: ${parsed.error.issues.map((issue) => issue.path.join('/')).join(', ')}`);
}
