import { isTest, read, trackedFiles } from '../checks/repository.ts';

/** One service that hears of an event; `cache` where it only drops cached answers of the decision point. */
export interface Consumer { readonly service: string; readonly event: string; readonly contract: string; readonly purpose: 'handler' | 'cache' }

const importLine = /import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'@dataos\/contracts-([\w-]+)'/g;

/** Where each imported name comes from: local name → contract folder and exported name. Pure. */
export function importsOf(text: string): Map<string, { contract: string; exported: string }> {
  const found = new Map<string, { contract: string; exported: string }>();
  for (const [, names = '', contract = ''] of text.matchAll(importLine)) {
    for (const part of names.split(',').map((name) => name.trim().replace(/^type\s+/, '')).filter((name) => name !== '')) {
      const [exported = part, local = exported] = part.split(/\s+as\s+/);
      found.set(local, { contract, exported });
    }
  }
  return found;
}

/** The events that a source file listens to. Pure. */
export function listensTo(service: string, text: string): Consumer[] {
  const imports = importsOf(text);
  const handled = [...text.matchAll(/@HandlesEvents?\((\w+)[,)]/g)].map((match) => ({ local: match[1] ?? '', purpose: 'handler' as const }));
  const dropped = [...text.matchAll(/accessInvalidatedBy:\s*\[([^\]]*)\]/g)].flatMap((match) => (match[1] ?? '').split(',').map((name) => ({ local: name.trim(), purpose: 'cache' as const })));
  return [...handled, ...dropped].flatMap(({ local, purpose }) => {
    const source = imports.get(local);
    return source === undefined ? [] : [{ service, event: source.exported, contract: source.contract, purpose }];
  });
}

/** Who listens to what, read from the sources of all services. */
export function findConsumers(): Consumer[] {
  return trackedFiles().filter((file) => /^apps\/[^/]+\/src\/.*\.ts$/.test(file) && !isTest(file)).flatMap((file) => listensTo(file.split('/')[1] ?? '', read(file)));
}
