const STYLE = 'body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1rem;color:#1c2733}button{font:inherit;padding:.5rem 1.2rem}';

/** A page without scripts; `title` and `text` are ours or escaped here. */
const page = (title: string, text: string, form = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head><body><h1>${escaped(title)}</h1><p>${escaped(text)}</p>${form}</body></html>`;

/** Asked before anything happens: a link that somebody sent must not be enough to lend them one's name. */
export const confirmPage = (): string => page(
  'Sign in a program', 'A program on some computer asks to query data in your name. Go on only if you have just started it yourself; if somebody sent you this link, close this page.',
  '<form method="post"><button autofocus>Sign in</button></form>',
);

export const endPage = (end: { readonly user: string } | { readonly failure: string }): string => ('user' in end
  ? page('Signed in', `Your program goes on as ${end.user}. You may close this page.`)
  : page('Not signed in', `${end.failure} Your program can ask again.`));

/** For pages that hold nothing of anybody: never kept, never framed, never told where one came from. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
} as const;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
