import ts from 'typescript';
import { isSource, isTest, read, trackedFiles } from './repository.ts';

const smallest = 160;

interface Body { readonly app: string; readonly place: string; readonly essence: string }

/** The bodies of a source's functions that are long enough to be worth sharing, white space and comments aside. Pure. */
export function bodiesOf(file: string, text: string): Body[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const bodies: Body[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const essence = essenceOf((node.body as ts.Node).getText(source));
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      if (essence.length >= smallest) bodies.push({ app: file.split('/')[1] ?? '', place: `${file}:${line + 1}`, essence });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return bodies;
}

const essenceOf = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g, ' ').replaceAll(/\s+/g, ' ').trim();

/** Bodies that stand in more than one app. Pure. */
export function copies(bodies: readonly Body[]): string[][] {
  return [...Map.groupBy(bodies, ({ essence }) => essence).values()]
    .filter((same) => new Set(same.map(({ app }) => app)).size > 1).map((same) => same.map(({ place }) => place));
}

/** No function was copied from one app into another: what two need belongs to the kit, a contract, or one of them. */
export function copied(): string[] {
  const files = trackedFiles().filter((file) => file.startsWith('apps/') && isSource(file) && !isTest(file));
  return copies(files.flatMap((file) => bodiesOf(file, read(file)))).map((places) => `the same function: ${places.join(', ')}`);
}
