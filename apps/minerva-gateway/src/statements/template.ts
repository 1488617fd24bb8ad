import { randomUUID } from 'node:crypto';
import type { Expression, Query, Relation } from '../sql/ast.js';
import { quoteName } from '../sql/emit/fragment.js';
import { parseStatement } from '../sql/parse/statement.parser.js';

/**
 * A query of ours with parts of a user's statement in it. The parts are put into its tree as they are, so that they are resolved, decided and
 * written like those of any query; no text of a user is ever pasted into ours.
 */
export class Template {
  private readonly parts = new Map<string, Expression | Relation>();

  /** A name that nobody can have thought of, in quotes. */
  static name(what: string): string {
    return quoteName(`${what}-${randomUUID()}`);
  }

  /** Where this part belongs, in the text of the query. */
  hole(part: Expression | Relation): string {
    const name = Template.name('hole');
    this.parts.set(name.slice(1, -1), part);
    return name;
  }

  query(text: string): Query {
    const query = this.filledIn(parseStatement(text)) as Query;
    if (query.kind !== 'query') throw new Error('not a query');
    return query;
  }

  private filledIn(node: unknown): unknown {
    if (Array.isArray(node)) return node.map((item) => this.filledIn(item));
    if (node === null || typeof node !== 'object') return node;
    return this.partFor(node) ?? Object.fromEntries(Object.entries(node).map(([key, value]) => [key, this.filledIn(value)]));
  }

  private partFor(node: { kind?: string; parts?: string[]; table?: { parts: string[] } }): Expression | Relation | undefined {
    const parts = node.kind === 'name' ? node.parts : node.kind === 'table' ? node.table?.parts : undefined;
    return parts?.length === 1 ? this.parts.get(parts[0] ?? '') : undefined;
  }
}
