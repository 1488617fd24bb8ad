import { transformSync } from '@swc/core';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The parts of an ANTLR tree that are looked at. */
interface Context { ruleIndex?: number; children?: Context[] | null; getText(): string }
const END = -1;
interface Grammar {
  TrinoSqlLexer: new (input: unknown) => { removeErrorListeners(): void; addErrorListener(listener: unknown): void };
  TrinoSqlParser: (new (tokens: unknown) => { removeErrorListeners(): void; addErrorListener(listener: unknown): void; singleStatement(): Context; interpreter: { predictionMode: number } }) & { ruleNames: string[] };
}

const require = createRequire(import.meta.url);
const loaded = new Map<string, { exports: Record<string, unknown> }>();

/** The package is published as ES modules that Node does not load (they import folders), so each file is translated when it is asked for. */
function load(file: string): Record<string, unknown> {
  const known = loaded.get(file);
  if (known !== undefined) return known.exports;
  const module = { exports: {} as Record<string, unknown> };
  loaded.set(file, module);
  const { code } = transformSync(readFileSync(file, 'utf8'), { jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022' }, module: { type: 'commonjs' } });
  const resolve = (name: string): unknown => {
    if (!name.startsWith('.')) return require(name);
    const base = path.resolve(path.dirname(file), name);
    return load([`${base}.js`, path.join(base, 'index.js')].find((candidate) => existsSync(candidate)) ?? base);
  };
  new Function('module', 'exports', 'require', code)(module, module.exports, resolve);
  return module.exports;
}

const folder = path.join(path.dirname(require.resolve('dt-sql-parser/package.json')), 'dist/lib/trino');
const antlr = require('antlr4ng') as { CharStreams: { fromString(text: string): unknown }; CommonTokenStream: new (lexer: unknown) => { LA(ahead: number): number }; BaseErrorListener: new () => object };
const { TrinoSqlLexer } = load(path.join(folder, 'TrinoSqlLexer.js')) as unknown as Grammar;
const { TrinoSqlParser } = load(path.join(folder, 'TrinoSqlParser.js')) as unknown as Grammar;

/** ANTLR's prediction without full context: many times faster, and right wherever it finds no mistake. */
const SLL = 0;

/** The tree that a grammar made by other people has for a statement, or `undefined` where it finds a mistake. */
export function parseWithAntlr(sql: string, { fast = false } = {}): Context | undefined {
  let mistakes = 0;
  const listener = Object.assign(new antlr.BaseErrorListener(), { syntaxError: () => { mistakes += 1; } });
  const lexer = new TrinoSqlLexer(antlr.CharStreams.fromString(sql));
  lexer.removeErrorListeners();
  lexer.addErrorListener(listener);
  const tokens = new antlr.CommonTokenStream(lexer);
  const parser = new TrinoSqlParser(tokens);
  parser.removeErrorListeners();
  parser.addErrorListener(listener);
  if (fast) parser.interpreter.predictionMode = SLL;
  const tree = parser.singleStatement();
  // Its rule for one statement does not ask for the end of the text.
  return mistakes === 0 && tokens.LA(1) === END ? tree : undefined;
}

const nameOf = (context: Context): string => TrinoSqlParser.ruleNames[context.ruleIndex ?? -1] ?? '';
const TABLES = new Set(['tableRef', 'tableNameCreate', 'viewRef', 'viewNameCreate']);

/** The tables named in such a tree, as `catalog|schema|table`: a second implementation of scoping, over another tree. */
export function tablesOfTree(tree: Context): string[] {
  const found: string[] = [];
  visit(tree, new Set(), false, found);
  return found.toSorted();
}

function visit(context: Context, common: ReadonlySet<string>, target: boolean, found: string[]): void {
  const rule = nameOf(context);
  if (TABLES.has(rule)) {
    const parts = identifiers(context);
    if (target || parts.length > 1 || !common.has(parts[0] ?? '')) found.push(parts.join('|'));
    return;
  }
  const children = context.children ?? [];
  let visible = common;
  for (const child of children) {
    if (nameOf(child) === 'with') visible = visitWith(child, visible, found);
    // A table that stands directly in a statement is its target, which no WITH query can be.
    else visit(child, visible, rule === 'statement' && TABLES.has(nameOf(child)), found);
  }
}

function visitWith(context: Context, common: ReadonlySet<string>, found: string[]): ReadonlySet<string> {
  const visible = new Set(common);
  const recursive = (context.children ?? []).some((child) => child.getText().toLowerCase() === 'recursive');
  for (const named of (context.children ?? []).filter((child) => nameOf(child) === 'namedQuery')) {
    const name = identifiers((named.children ?? [])[0] as Context)[0] ?? '';
    if (recursive) visible.add(name);
    for (const child of named.children ?? []) visit(child, new Set(visible), false, found);
    visible.add(name);
  }
  return visible;
}

function identifiers(context: Context): string[] {
  if (nameOf(context) === 'identifier') return [unquoted(context.getText())];
  return (context.children ?? []).flatMap((child) => identifiers(child));
}

const unquoted = (text: string): string => (text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text).toLowerCase();
