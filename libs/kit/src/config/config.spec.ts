import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { BaseConfig, ConfigError, parseConfig } from './config.js';

const folder = mkdtempSync(path.join(tmpdir(), 'config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string): string => {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
};
const faultsOf = (environment: Record<string, string>, schema: z.ZodType = BaseConfig): readonly string[] => {
  try {
    parseConfig(schema, environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
};

describe('settings', () => {
  it('may come as the content of a file, its last line break aside', () => {
    expect(parseConfig(BaseConfig, { PORT_FILE: file('port', '81\n'), SERVICE_APIKEY_FILE: file('key', 'a\nb') })).toMatchObject({ PORT: 81, SERVICE_APIKEY: 'a\nb' });
  });

  it('of the environment win over those of a file', () => {
    expect(parseConfig(BaseConfig, { PORT: '1', PORT_FILE: '/nowhere' })).toMatchObject({ PORT: 1 });
  });

  it('called …_FILE themselves are no hint for another, and files of unknown names are left alone', () => {
    const schema = z.object({ KEY: z.string().optional(), KEY_FILE: z.string() });
    expect(parseConfig(schema, { KEY_FILE: '/made/later', OTHER_FILE: '/nowhere' })).toEqual({ KEY_FILE: '/made/later' });
  });

  it('are all named when they are at fault, each once, by name and never by value', () => {
    const faults = faultsOf({ PORT_FILE: '/nowhere', DATABASE_URL_FILE: file('url', 'mysql://u:hunter2@h/d'), LOG_LEVEL: 'loud' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['PORT_FILE', 'DATABASE_URL', 'LOG_LEVEL']);
    expect(faults.join()).not.toMatch(/hunter2|loud/);
  });

  it('that are empty count as missing', () => expect(faultsOf({ PORT: '' })).toEqual([expect.stringMatching(/^PORT: /)]));
});
