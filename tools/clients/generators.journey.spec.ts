import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { removePlatform, startPlatform, type TestPlatform } from '@dataos/testkit';
import { printDocuments } from './documents.ts';

/**
 * Other languages' clients, made by openapi-generator from the one document and not touched by hand, built as their own READMEs say and run.
 * DATAOS_TEST_OPENAPI_GENERATOR is the path of openapi-generator-cli's jar; besides java it takes python3 with pip, and mvn.
 */
const jar = process.env['DATAOS_TEST_OPENAPI_GENERATOR'];
const [story, title] = jar === undefined
  ? [describe.skip, 'clients by openapi-generator (not run: DATAOS_TEST_OPENAPI_GENERATOR names no jar)'] : [describe, 'clients by openapi-generator'];

const command = promisify(execFile);
const run = async (cwd: string, program: string, args: readonly string[], env: Record<string, string> = {}): Promise<string> => {
  try {
    return (await command(program, args, { cwd, maxBuffer: 1 << 28, env: { ...process.env, ...env, NODE_OPTIONS: '' } })).stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(' ').slice(0, 200)} failed:\n${stdout.slice(-3_000)}\n${stderr.slice(-3_000)}`);
  }
};

interface Told { answers: { rows: [number, string][] }[]; users: string[]; policies: string[]; resources: string[]; nobody: { status: number; code: string } }

story(title, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dataos-generators-'));
  let platform: TestPlatform;
  let document = '';
  const people = (): string[] => ['DATAOS_URL', 'DATAOS_OPERATOR_APIKEY', 'DATAOS_ANALYST_APIKEY'].map((name) => platform.environment[name] ?? '');
  const generate = (language: string, options: readonly string[]): Promise<string> => run(folder, 'java', [
    '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar ?? '', 'generate', '-g', language, '-i', document, '-o', path.join(folder, language), ...options,
    '--global-property', 'apiTests=false,modelTests=false,apiDocs=false,modelDocs=false',
  ]);

  beforeAll(async () => {
    document = (await printDocuments(path.join(folder, 'documents'))).at(-1) ?? '';
    platform = await startPlatform();
  }, 400_000);

  afterAll(async () => {
    await platform.stop();
    await removePlatform(platform.folder);
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  /** What both programs must have been told: the same rows with and without the mask, and the same lists. */
  function expectTheJourney(printed: string): void {
    const { answers: [operator, analyst], users, policies, resources, nobody } = JSON.parse(printed.trim().split('\n').at(-1) ?? '') as Told;
    expect(operator?.rows.length).toBe(19);
    expect(operator?.rows.every(([, email]) => email.includes('@'))).toBe(true);
    expect(analyst?.rows.length).toBeLessThan(19);
    expect(analyst?.rows.every(([, email]) => /^[0-9a-f]{64}$/.test(email))).toBe(true);
    expect(users).toEqual(expect.arrayContaining(['olivia', 'amir', 'otto']));
    expect(policies.length).toBeGreaterThan(10);
    expect(resources).toEqual(['air']);
    expect(nobody).toEqual({ status: 401, code: 'unauthenticated' });
  }

  it('Python: generated, every module imported, and the journey told', async () => {
    const client = path.join(folder, 'python');
    await generate('python', ['--package-name', 'dataos_client']);
    const env = { PYTHONPATH: `${client}:${path.join(client, 'lib')}` };
    await run(client, 'python3', ['-m', 'pip', 'install', '--quiet', '--target', 'lib', '-r', 'requirements.txt']);
    await run(client, 'python3', ['-c', 'import dataos_client, importlib, pkgutil\nfor m in pkgutil.walk_packages(dataos_client.__path__, "dataos_client."): importlib.import_module(m.name)'], env);
    expectTheJourney(await run(client, 'python3', [path.join(import.meta.dirname, 'journey.py'), ...people()], env));
  }, 600_000);

  it('Java: generated, compiled, and the journey told', async () => {
    const client = path.join(folder, 'java');
    await generate('java', ['--additional-properties', 'invokerPackage=dataos,apiPackage=dataos.api,modelPackage=dataos.model']);
    await run(client, 'mvn', ['-q', '-B', '-DskipTests', 'compile', 'dependency:build-classpath', '-Dmdep.outputFile=classpath']);
    const classpath = `${path.join(client, 'target/classes')}:${readFileSync(path.join(client, 'classpath'), 'utf8').trim()}`;
    copyFileSync(path.join(import.meta.dirname, 'Journey.java'), path.join(client, 'Journey.java'));
    expectTheJourney(await run(client, 'java', ['-cp', classpath, 'Journey.java', ...people()]));
  }, 600_000);
});
