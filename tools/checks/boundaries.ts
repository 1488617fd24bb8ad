/** A boundary nobody tests is a comment: bad imports are shown to the linter, which must refuse each of them. */
import { ESLint } from 'eslint';
import type { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { boundaryConfig } from './boundary-config.mjs';
import { root } from './repository.ts';

export interface Planted { what: string; file: string; code: string }

const service = 'apps/heimdall/src/planted.ts';
const web = 'apps/console/src/planted.tsx';
const contract = 'libs/contracts/metis/src/planted.ts';

export const violations: readonly Planted[] = [
  { what: 'service to service by relative path', file: service, code: "import { x } from '../../metis/src/main.js';\nexport { x };" },
  { what: 'service to service by type-only import', file: service, code: "import type { X } from '../../metis/src/main.js';\nexport type { X };" },
  { what: 'service to service by dynamic import', file: service, code: "export const x = import('../../metis/src/main.js');" },
  { what: 'service to testkit outside a test', file: service, code: "import { x } from '@dataos/testkit';\nexport { x };" },
  { what: 'web to kit', file: web, code: "import { x } from '@dataos/kit';\nexport { x };" },
  { what: 'web to a sub-path of Nest', file: web, code: "import { x } from '@nestjs/common/decorators';\nexport { x };" },
  { what: 'contract to typeorm', file: contract, code: "import { x } from 'typeorm';\nexport { x };" },
  { what: 'contract to its sibling', file: contract, code: "import { x } from '@dataos/contracts-depot';\nexport { x };" },
  { what: 'contract to a built-in of Node', file: contract, code: "import { x } from 'node:fs';\nexport { x };" },
  { what: 'core to a domain contract', file: 'libs/contracts/core/src/planted.ts', code: "import { x } from '@dataos/contracts-metis';\nexport { x };" },
  { what: 'kit to a domain contract', file: 'libs/kit/src/planted.ts', code: "import { x } from '@dataos/contracts-metis';\nexport { x };" },
  { what: 'deep relative import of another project', file: service, code: "import { x } from '../../../libs/kit/src/config/config.js';\nexport { x };" },
];

/** Imports that must stay allowed, or the rules above prove nothing. */
export const allowed: readonly Planted[] = [
  { what: 'service to contract', file: service, code: "import { x } from '@dataos/contracts-metis';\nexport { x };" },
  { what: 'service to kit', file: service, code: "import { x } from '@dataos/kit';\nexport { x };" },
  { what: 'service to testkit in a test', file: 'apps/heimdall/src/planted.spec.ts', code: "import { x } from '@dataos/testkit';\nexport { x };" },
  { what: 'web to contract', file: web, code: "import { x } from '@dataos/contracts-metis';\nexport { x };" },
];

const boundaryRules = ['@nx/enforce-module-boundaries', 'no-restricted-imports'];

/** Lints text that is on no disk; answers whether a boundary rule objected. */
export async function objections(planted: readonly Planted[]): Promise<Map<Planted, string[]>> {
  const parser: Linter.Config = { files: ['**/*.ts', '**/*.tsx'], languageOptions: { parser: tseslint.parser as Linter.Parser } };
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [parser, ...boundaryConfig] });
  const found = new Map<Planted, string[]>();
  const { warn } = console;
  // Looking for a correction to offer, the rule complains about a file that only other kinds of workspace have.
  console.warn = () => undefined;
  try {
    for (const one of planted) {
      const results = await eslint.lintText(one.code, { filePath: one.file });
      found.set(one, results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId ?? 'parser'}: ${message}`)));
    }
  } finally {
    console.warn = warn;
  }
  return found;
}

export async function boundaries(): Promise<string[]> {
  const bad = await objections(violations);
  const good = await objections(allowed);
  return [
    ...[...bad].filter(([, messages]) => !messages.some((message) => boundaryRules.some((rule) => message.startsWith(rule)))).map(([{ what }]) => `not caught: ${what}`),
    ...[...good].filter(([, messages]) => messages.length > 0).map(([{ what }, messages]) => `wrongly refused: ${what} (${messages.join('; ')})`),
  ];
}
