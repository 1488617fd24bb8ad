/** Patterns that could run away on some value are refused: a mask must not be a way to stop the engine. */
export function isPattern(source: string): boolean {
  if (source.length > 1_024 || nestedRepetition(source)) return false;
  try {
    new RegExp(source, 'gu');
    return true;
  } catch {
    return false;
  }
}

/** A repeated group that itself repeats, such as `(a+)+`: the shape that makes matching exponential. */
function nestedRepetition(source: string): boolean {
  const plain = source.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'x');
  const repeats: boolean[] = [false];
  for (let index = 0; index < plain.length; index += 1) {
    const char = plain[index] ?? '';
    if (char === '(') repeats.push(false);
    else if (char === ')') {
      const inner = repeats.pop() ?? false;
      const repeated = /^[*+{]/.test(plain.slice(index + 1));
      if (repeated && (inner || plain.includes('|'))) return true;
      repeats[repeats.length - 1] = (repeats.at(-1) ?? false) || inner;
    } else if (/[*+{]/.test(char)) repeats[repeats.length - 1] = true;
  }
  return false;
}
