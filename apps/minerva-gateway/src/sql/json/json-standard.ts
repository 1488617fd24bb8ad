import { CastFault, scientific } from './json-cast.js';
import { remembering } from '../remembering.js';
import { type JsonReader, reading } from './json-reader.js';
import { numberText, quoted, wellFormed } from './json-text.js';

/** A JSON text as a tree, as the functions of the SQL standard see it. */
type Node = { readonly token: 'string' | 'integer' | 'float' | 'true' | 'false' | 'null'; readonly text: string } | { readonly items: readonly Node[] } | { readonly members: ReadonlyMap<string, Node> };
/** A step of a path: a member, an element, or all of them. */
type Step = { readonly name: string } | { readonly place: number } | 'all';

const STEP = /^\s*(?:\.\s*([A-Za-z_][A-Za-z0-9_]*)|\.\s*"([^"\\]*)"|\[\s*(\d{1,9})\s*\]|\[\s*(\*)\s*\])/;

/** The steps of a lax path with members and elements only; `undefined` for others. */
export const laxSteps = remembering(readSteps);

function readSteps(path: string): Step[] | undefined {
  const steps: Step[] = [];
  let rest = (/^\s*lax\s*\$(.*)$/s.exec(path) ?? [])[1];
  while (rest !== undefined && rest.trim() !== '') {
    const [step, name, quotedName, place, all] = STEP.exec(rest) ?? [];
    if (step === undefined) return undefined;
    steps.push(all === undefined ? (place === undefined ? { name: name ?? quotedName ?? '' } : { place: Number(place) }) : 'all');
    rest = rest.slice(step.length);
  }
  return rest === undefined ? undefined : steps;
}

function nodeAt(reader: JsonReader): Node {
  const { token } = reader;
  if (token === '[') {
    const items: Node[] = [];
    while (reader.next() !== ']') items.push(nodeAt(reader));
    return { items };
  }
  if (token !== '{') return { token: token as 'null', text: reader.text() };
  const members = new Map<string, Node>();
  while (reader.next() !== '}') {
    const name = reader.text();
    reader.next();
    members.set(name, nodeAt(reader));
  }
  return { members };
}

/** What stands under a path; `undefined` where the text is broken. Lax: arrays are opened for their members, and what is none is one of one element. */
function under(text: string, path: string): Node[] | undefined {
  // A blank text is a null, and what stands behind the value is not looked at.
  const root = reading(text, (reader): Node => (reader.token === 'end' ? { token: 'null', text: 'null' } : nodeAt(reader)));
  return root === undefined ? undefined : (laxSteps(path) ?? []).reduce<Node[]>((nodes, step) => nodes.flatMap((node) => stepped(node, step)), [root]);
}

function stepped(node: Node, step: Step): Node[] {
  if (step !== 'all' && 'name' in step) {
    return ('items' in node ? node.items : [node]).flatMap((one) => ('members' in one ? (one.members.get(step.name) ?? []) : []));
  }
  const items = 'items' in node ? node.items : [node];
  return step === 'all' ? [...items] : items.slice(step.place, step.place + 1);
}

/** `json_exists`, false on a broken text. */
export const exists = (text: string, path: string): string => String((under(text, path)?.length ?? 0) > 0);

const isLong = (text: string): boolean => BigInt.asIntN(64, BigInt(text)) === BigInt(text);

/** `json_value` as a text: NULL unless there is one value, and that a simple one. */
export function valueUnder(text: string, path: string): string | undefined {
  const [node, ...more] = under(text, path) ?? [];
  if (node === undefined || more.length > 0 || !('token' in node)) return undefined;
  if (node.token === 'null' || (node.token === 'integer' && !isLong(node.text))) return undefined;
  if (node.token === 'float') return scientific(Number(node.text));
  return node.token === 'string' ? wellFormed(node.text) : node.token === 'integer' ? String(BigInt(node.text)) : node.text;
}

/** `json_query`: the one value, or all of them in an array. */
export function queried(text: string, path: string, wrapper: string): string | undefined {
  const nodes = under(text, path);
  if (nodes === undefined || nodes.length === 0) return undefined;
  if (wrapper === 'with') return `[${nodes.map(textOf).join(',')}]`;
  return nodes.length > 1 ? undefined : textOf(nodes[0] as Node);
}

function textOf(node: Node): string {
  if ('items' in node) return `[${node.items.map(textOf).join(',')}]`;
  if ('members' in node) return `{${[...node.members].map(([name, member]) => `${quoted(name)}:${textOf(member)}`).join(',')}}`;
  if (node.token === 'string') return quoted(node.text);
  const isNumber = node.token === 'integer' || node.token === 'float';
  if (node.token === 'integer' ? !isLong(node.text) : isNumber && !Number.isFinite(Number(node.text))) throw new CastFault('NOT_SUPPORTED', 'A JSON number of this size is not supported here');
  return isNumber ? numberText(node.token as 'integer' | 'float', node.text) : node.text;
}
