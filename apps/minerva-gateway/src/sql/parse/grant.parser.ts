import type { AnyStatement } from '../statement.js';
import type { Cursor } from './cursor.js';
import { administrative } from './session.parser.js';

const PRIVILEGES = ['create', 'select', 'delete', 'insert', 'update', 'execute', 'impersonate'];

/** `USER x`, `ROLE x` or just a name. */
export function parsePrincipal(cursor: Cursor): void {
  if (cursor.isOne('user', 'role') && cursor.isName(1)) cursor.take();
  cursor.name();
}

export function parseGrant(cursor: Cursor, at: number): AnyStatement {
  const privileges = parseRights(cursor);
  if (cursor.accept('on')) {
    parseObject(cursor);
    cursor.expect('to');
    parsePrincipal(cursor);
    if (cursor.accept('with', 'grant')) cursor.expect('option');
    return administrative('GRANT', cursor, at);
  }
  if (privileges) throw cursor.unexpected('ON');
  cursor.expect('to');
  cursor.list(() => parsePrincipal(cursor));
  if (cursor.accept('with', 'admin')) cursor.expect('option');
  parseGrantor(cursor);
  return administrative('GRANT', cursor, at);
}

export function parseRevoke(cursor: Cursor, at: number): AnyStatement {
  if (cursor.accept('grant', 'option') || cursor.accept('admin', 'option')) cursor.expect('for');
  const privileges = parseRights(cursor);
  if (cursor.accept('on')) {
    parseObject(cursor);
    cursor.expect('from');
    parsePrincipal(cursor);
    return administrative('REVOKE', cursor, at);
  }
  if (privileges) throw cursor.unexpected('ON');
  cursor.expect('from');
  cursor.list(() => parsePrincipal(cursor));
  parseGrantor(cursor);
  return administrative('REVOKE', cursor, at);
}

export function parseDeny(cursor: Cursor, at: number): AnyStatement {
  parseRights(cursor);
  cursor.expect('on');
  parseObject(cursor);
  cursor.expect('to');
  parsePrincipal(cursor);
  return administrative('DENY', cursor, at);
}

/** Privileges or roles; answers whether they can only be privileges. */
function parseRights(cursor: Cursor): boolean {
  if (cursor.accept('all')) {
    cursor.expect('privileges');
    return true;
  }
  let privileges = false;
  cursor.list(() => {
    if (cursor.isOne(...PRIVILEGES)) {
      privileges = true;
      cursor.take();
      if (cursor.isOne('branch')) cursor.take();
    } else cursor.name();
  });
  return privileges;
}

/** The object of a grant is named, and neither read nor written. */
function parseObject(cursor: Cursor): void {
  if (cursor.accept('branch')) {
    cursor.name();
    cursor.expect('in');
  }
  if (cursor.isOne('table') || (cursor.isName() && cursor.isName(1) && !cursor.isWord('to', 1))) cursor.take();
  cursor.qualifiedName();
}

function parseGrantor(cursor: Cursor): void {
  if (cursor.accept('granted', 'by')) {
    if (cursor.acceptOne('current_user', 'current_role') === undefined) parsePrincipal(cursor);
  }
  if (cursor.accept('in')) cursor.name();
}
