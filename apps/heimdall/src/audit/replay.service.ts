import type { PolicyDraft, ReplayInput, ReplayReport } from '@dataos/contracts-heimdall';
import { CONFIG } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { HeimdallConfig } from '../config.js';
import type { Reader } from '../data-policies/decide-data.js';
import { ExpectationsService, type Rule, statedIn } from '../policies/expectations.service.js';
import { tagHints } from '../policies/tag-hints.js';
import { type CompiledSet, compileSet, type Recorded, replay } from './replay.js';

const MOST_CHANGES = 1_000;
/** Decisions of tables from which tags are known. */
const TAGS_OF = 500;

/** Tries a draft of the policies on what was really asked. Nothing is written. */
@Injectable()
export class ReplayService {
  constructor(private readonly dataSource: DataSource, private readonly expectations: ExpectationsService, @Inject(CONFIG) private readonly config: HeimdallConfig) {}

  async check(draft: PolicyDraft): Promise<Pick<ReplayReport, 'broken' | 'hints'> & { checked: number }> {
    const rules = drafted(await this.expectations.rules(this.dataSource.manager), draft);
    return { checked: statedIn(rules).length, broken: await this.expectations.broken(this.dataSource.manager, rules), hints: tagHints(draft, await this.columnTags()) };
  }

  async replay({ limit, since, ...draft }: z.infer<typeof ReplayInput>): Promise<ReplayReport> {
    const present = await this.expectations.rules(this.dataSource.manager);
    const after = drafted(present, draft);
    const records: Recorded[] = await this.dataSource.query(
      `SELECT id, subject, view->>'predicate' AS predicate, asked FROM decisions WHERE asked IS NOT NULL AND time >= $1 ORDER BY time DESC LIMIT $2`, [since ?? '-infinity', limit],
    );
    const readers = await this.readers([...new Set(records.map((record) => record.subject))]);
    const compiled = (rules: readonly Rule[]): CompiledSet => compileSet(rules, this.config.HEIMDALL_COMBINING, this.config.HEIMDALL_BUCKET_BOUND);
    const { changes, questions, skipped } = replay(records, readers, compiled(present), compiled(after));
    const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();
    return {
      replayed: records.length, questions, skipped, changes: changes.slice(0, MOST_CHANGES),
      users: distinct(changes.map((change) => change.subject)), objects: distinct(changes.map((change) => change.object)),
      columns: distinct(changes.flatMap((change) => change.columns.map((column) => `${change.object}#${column}`))),
      broken: await this.expectations.broken(this.dataSource.manager, after), hints: tagHints(draft, await this.columnTags()),
    };
  }

  /** Tags of columns as the decision point met them: those it keeps itself, and those that doors told of the tables that were read. */
  private async columnTags(): Promise<string[]> {
    const rows: { tag: string }[] = await this.dataSource.query(
      `SELECT tag_fqn AS tag FROM asset_tags
       UNION SELECT jsonb_path_query(asked, '$.tables[*].columns[*].tags[*]') #>> '{}'
         FROM (SELECT asked FROM decisions WHERE asked ? 'tables' AND position IS NOT NULL ORDER BY position DESC LIMIT $1) AS recent`, [TAGS_OF],
    );
    return rows.map(({ tag }) => tag);
  }

  private async readers(ids: readonly string[]): Promise<Map<string, Reader>> {
    const rows: Reader[] = ids.length === 0 ? [] : await this.dataSource.query(
      `SELECT u.id, u.email, u.properties, array_append(coalesce(array_agg(t.tag) FILTER (WHERE t.tag IS NOT NULL), '{}'), 'users:id:' || u.id) AS tags
       FROM users u LEFT JOIN user_tags t ON t.user_id = u.id WHERE u.id = ANY($1) GROUP BY u.id`, [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function drafted(present: readonly Rule[], draft: PolicyDraft): Rule[] {
  const gone = new Set([...draft.delete, ...Object.keys(draft.put)]);
  const put = Object.entries(draft.put).map(([name, input]) => ({ name, owner: input.owner ?? 'draft', policy: input.policy }));
  return [...present.filter((rule) => !gone.has(rule.name)), ...put];
}
