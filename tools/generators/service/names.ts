/** One name in all the spellings that a service needs. */
export interface Names {
  /** `audit-trail`: folder, package, prefix, topic. */
  readonly name: string;
  /** `auditTrail`, `AuditTrail`, `Audit trail`, `AUDIT_TRAIL`, `audit_trail`. */
  readonly camel: string; readonly pascal: string; readonly title: string; readonly upper: string; readonly database: string;
}

const grammar = /^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/;

/** Throws where the name is none that a folder, a database and a public prefix can all carry. Pure. */
export function namesOf(name: string): Names {
  if (!grammar.test(name) || name.length > 32) throw new Error(`"${name}" cannot name a service: lower case letters and digits, words joined by dashes, at most 32 characters.`);
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const words = name.split('-');
  const pascal = words.map(capital).join('');
  return {
    name, pascal, camel: pascal.charAt(0).toLowerCase() + pascal.slice(1), title: capital(words.join(' ')),
    upper: name.replaceAll('-', '_').toUpperCase(), database: name.replaceAll('-', '_'),
  };
}
