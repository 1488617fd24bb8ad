import { read } from './repository.ts';

const accepted = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BSD', '0BSD', 'BlueOak-1.0.0', 'CC0-1.0', 'Unlicense', 'PostgreSQL', 'Python-2.0', 'PSF-2.0', 'MPL-2.0', 'MIT-0', 'Zlib', 'CC-BY-4.0', 'W3C-20150513'];

/** Packages whose lock entry states no licence, with what their own files say. */
const readByHand: Record<string, string> = { buildcheck: 'MIT', 'cpu-features': 'MIT', 'passport-strategy': 'MIT', pause: 'MIT', ssh2: 'MIT' };

interface Locked { license?: string; dev?: boolean; link?: boolean; resolved?: string }

/** Whether an SPDX expression can be met by accepted licences alone. Pure. */
export function isAccepted(expression: string): boolean {
  const text = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (/\sOR\s/i.test(text)) return text.split(/\sOR\s/i).some(isAccepted);
  if (/\sAND\s/i.test(text)) return text.split(/\sAND\s/i).every(isAccepted);
  return accepted.includes(text.replace(/[()]/g, ''));
}

/** Licences of everything that is shipped: all packages of the lock file but those only development needs. */
export function licences(): string[] {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
  return Object.entries(packages)
    .filter(([folder, { dev, link }]) => folder.includes('node_modules/') && dev !== true && link !== true)
    .map(([folder, { license }]) => ({ name: folder.replace(/^.*node_modules\//, ''), license }))
    .map(({ name, license }) => ({ name, license: license ?? readByHand[name] ?? 'no licence stated' }))
    .filter(({ license }) => !isAccepted(license))
    .map(({ name, license }) => `${name}: ${license}`);
}
