const MOST = 8;
/** Longer texts come again too seldom to be worth their plans. */
const MOST_CHARACTERS = 4_000;

/** What a database keeps of a statement it has planned. */
export interface Planned { destroySync(): void }

/** The statements a database planned lately and may run again; one that runs is not in here. */
export class KeptStatements<T extends Planned> {
  private readonly statements = new Map<string, T>();

  take(text: string): T | undefined {
    const found = this.statements.get(text);
    this.statements.delete(text);
    return found;
  }

  keep(text: string, statement: T): void {
    if (text.length > MOST_CHARACTERS || this.statements.has(text)) return statement.destroySync();
    this.statements.set(text, statement);
    const [[oldest, first] = []] = this.statements;
    if (this.statements.size <= MOST || oldest === undefined) return;
    this.statements.delete(oldest);
    first?.destroySync();
  }

  clear(): void {
    for (const statement of this.statements.values()) statement.destroySync();
    this.statements.clear();
  }
}
