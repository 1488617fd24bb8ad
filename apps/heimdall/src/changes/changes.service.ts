import type { Change } from '@dataos/contracts-heimdall';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ChangeRow } from './change.entity.js';

export type ObjectType = 'user' | 'role' | 'grant';
const MOST = 1_000;

/** The change logs of users, roles and grants: written in the transaction of the change, never after it. */
@Injectable()
export class ChangesService {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: EntityManager, by: string, objectType: ObjectType, objectId: string, what: string, details = ''): Promise<void> {
    await tx.insert(ChangeRow, { id: uuidv7(), subjectId: by, objectId, objectType, what, details, createdAt: new Date() });
  }

  /** Newest first. */
  async of(objectType: ObjectType, objectId: string): Promise<Change[]> {
    const rows = await this.dataSource.manager.find(ChangeRow, { where: { objectType, objectId }, order: { id: 'DESC' }, take: MOST });
    return rows.map((row) => ({
      id: row.id, subject_id: row.subjectId, object_id: row.objectId, object_type: row.objectType, what: row.what, details: row.details, created_at: row.createdAt.toISOString(),
    }));
  }
}
