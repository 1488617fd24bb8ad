import type { AnswerOf, InputOf } from '@dataos/contracts-core';
import { minervaApi } from '@dataos/contracts-minerva';
import { CONFIG, Endpoint, Input } from '@dataos/kit';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MinervaConfig } from '../config.js';
import { originOf } from '../statements/origin.js';
import { confirmPage, endPage, PAGE_HEADERS } from './pages.js';
import { SignIns } from './sign-ins.service.js';

const { routes } = minervaApi;
/** Python's client asks five times and no longer than 30 s each. */
const WAIT_MS = 20_000;

/** Signing in through a browser, for Trino clients that can: who asks is told by the identity provider, and believed by heimdall. */
@Controller()
export class ExternalAuthController {
  constructor(private readonly signIns: SignIns, @Inject(CONFIG) private readonly config: MinervaConfig) {}

  @Endpoint(routes.signInPage)
  page(@Input() _input: InputOf<typeof routes.signInPage>, @Res() reply: FastifyReply): void {
    this.signIns.assertOffered();
    void reply.headers(PAGE_HEADERS).send(confirmPage());
  }

  @Endpoint(routes.beginSignIn)
  async begin(@Input() { params }: InputOf<typeof routes.beginSignIn>, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.signIns.assertOffered();
    const origin = originOf(request, this.config.TRINO_PUBLIC_URL);
    const { url, cookie } = await this.signIns.begin(params.link, `${origin}/v1/oauth2/callback`);
    const secure = origin.startsWith('https:') ? '; Secure' : '';
    void reply.code(303).headers({ ...PAGE_HEADERS, location: url, 'set-cookie': `${cookie.name}=${cookie.value}; Path=/v1/oauth2; HttpOnly; SameSite=Lax; Max-Age=${cookie.maxAgeS}${secure}` }).send('');
  }

  @Endpoint(routes.endSignIn)
  async end(@Input() { query }: InputOf<typeof routes.endSignIn>, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.signIns.assertOffered();
    const ended = await this.signIns.end(request.url.split('?')[1] ?? '', query.state, cookiesOf(request.headers.cookie));
    void reply.code('user' in ended ? 200 : 400).headers(PAGE_HEADERS).send(endPage(ended));
  }

  @Endpoint(routes.signedInToken)
  async token(@Input() { params }: InputOf<typeof routes.signedInToken>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<AnswerOf<typeof routes.signedInToken>> {
    this.signIns.assertOffered();
    const polled = await this.signIns.poll(params.secret, WAIT_MS);
    void reply.header('cache-control', 'no-store');
    return 'waiting' in polled ? { nextUri: `${originOf(request, this.config.TRINO_PUBLIC_URL)}/v1/oauth2/token/${params.secret}` } : polled;
  }

  @Endpoint(routes.forgetToken)
  async forget(@Input() { params }: InputOf<typeof routes.forgetToken>): Promise<void> {
    this.signIns.assertOffered();
    await this.signIns.forget(params.secret);
  }
}

const cookiesOf = (header: string | undefined): Map<string, string> =>
  new Map((header ?? '').split(';').map((item) => [item.split('=')[0]?.trim() ?? '', item.slice(item.indexOf('=') + 1).trim()]));
