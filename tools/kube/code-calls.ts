import ts from 'typescript';
import { serviceNames } from '../local/services.ts';
import type { ServiceName } from '../local/services.ts';

export interface SourceFile { file: string; text: string }
/** A place in the code by which one service reaches another. */
export interface CodeCall { caller: ServiceName; callee: ServiceName; at: string; by: string }

const settingOf = (service: ServiceName): string => `${service.replaceAll('-', '_').toUpperCase()}_URL`;
const bySetting = new Map(serviceNames.map((service) => [settingOf(service), service]));
const contractOwner = (specifier: string): ServiceName | undefined => {
  const name = /^@dataos\/contracts-([a-z]+)/.exec(specifier)?.[1];
  return name === undefined ? undefined : serviceNames.find((service) => service === name || service.startsWith(`${name}-`));
};
const byOrigin = new RegExp(`//(${serviceNames.join('|')})(?=[:/]|$)`);

/** What is imported from a contract to call its service: the API it makes a client of, or the port that asks for decisions. */
const callsBy = /^(?:[a-z]\w*Api|heimdallAccess)$/;

/** The calls a service's own source makes: by a setting with a peer's origin, by a client made of a peer's contract, by a written address. Pure. */
export function callsInCode(caller: ServiceName, files: readonly SourceFile[]): CodeCall[] {
  const calls: CodeCall[] = [];
  for (const { file, text } of files) {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const note = (node: ts.Node, callee: ServiceName | undefined, by: string): void => {
      if (callee === undefined || callee === caller) return;
      calls.push({ caller, callee, by, at: `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}` });
    };
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node)) noteImport(node, note);
      else if (ts.isIdentifier(node)) note(node, bySetting.get(node.text), node.text);
      else if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) {
        note(node, bySetting.get(node.text) ?? (byOrigin.exec(node.text)?.[1] as ServiceName | undefined), node.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return calls;
}

function noteImport({ moduleSpecifier, importClause }: ts.ImportDeclaration, note: (node: ts.Node, callee: ServiceName | undefined, by: string) => void): void {
  const bindings = importClause?.namedBindings;
  if (importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || bindings === undefined || !ts.isStringLiteral(moduleSpecifier)) return;
  const owner = contractOwner(moduleSpecifier.text);
  // All of a contract under one name: what is done with it cannot be told, so it counts.
  if (ts.isNamespaceImport(bindings)) note(bindings, owner, `* from ${moduleSpecifier.text}`);
  else for (const { isTypeOnly, propertyName, name } of bindings.elements) {
    const imported = (propertyName ?? name).text;
    if (!isTypeOnly && callsBy.test(imported)) note(name, owner, imported);
  }
}

const edge = ({ caller, callee }: { caller: string; callee: string }): string => `${caller} → ${callee}`;

/** What the code does and no policy allows. Pure. */
export function forbiddenCalls(code: readonly CodeCall[], allowed: readonly { caller: string; callee: string }[]): string[] {
  const known = new Set(allowed.map(edge));
  return code.filter((call) => !known.has(edge(call))).map((call) => `${call.at}: ${call.caller} calls ${call.callee} by ${call.by}, which no policy allows`);
}

/** What policies allow and no code does: a right nobody needs. Pure. */
export function unusedCalls(code: readonly CodeCall[], allowed: readonly { caller: string; callee: string; because: string }[]): string[] {
  const done = new Set(code.map(edge));
  return allowed.filter((call) => !done.has(edge(call))).map((call) => `${edge(call)} is allowed (${call.because}), but no code does it`);
}
