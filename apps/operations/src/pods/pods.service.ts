import { DomainError, NotFound, type Page } from '@dataos/contracts-core';
import type { Pod, PodDetail, PodListQuery } from '@dataos/contracts-operations';
import { Injectable } from '@nestjs/common';
import { DataSource, type FindOptionsWhere, In } from 'typeorm';
import { SampleEntity } from '../sampling/sample.entity.js';
import { PodEntity } from './pod.entity.js';
import { toPod } from './pod.store.js';

/** An hour at the usual pace. */
const RECENT_SAMPLES = 720;

/** Reads pods for people. */
@Injectable()
export class PodsService {
  constructor(private readonly dataSource: DataSource) {}

  async list({ kind, name, phase, history, page, size }: PodListQuery): Promise<Page<Pod>> {
    const where: FindOptionsWhere<PodEntity> = {};
    if (kind !== undefined) where.kind = kind;
    if (name !== undefined) where.name = name;
    if (phase !== undefined) where.phase = phase;
    else if (!history) where.phase = In(['pending', 'running']);
    const [rows, total] = await this.dataSource.getRepository(PodEntity).findAndCount({
      where, order: { startedAt: 'DESC', id: 'ASC' }, skip: (page - 1) * size, take: size,
    });
    return { items: rows.map(toPod), total, page, size };
  }

  async get(id: string): Promise<PodDetail> {
    const row = await this.dataSource.getRepository(PodEntity).findOneBy({ id });
    if (row === null) throw new DomainError(NotFound, `There is no pod ${id}.`);
    const samples = await this.dataSource.getRepository(SampleEntity).find({ where: { pod: id }, order: { at: 'DESC' }, take: RECENT_SAMPLES });
    return { ...toPod(row), samples: samples.reverse().map(({ at, cpu, memory }) => ({ at: at.toISOString(), cpu, memory: Number(memory) })) };
  }
}
