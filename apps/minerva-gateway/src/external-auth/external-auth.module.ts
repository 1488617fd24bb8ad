import { Module } from '@nestjs/common';
import { ExternalAuthController } from './external-auth.controller.js';
import { IdentityProvider } from './identity-provider.js';
import { SignIns } from './sign-ins.service.js';

@Module({ controllers: [ExternalAuthController], providers: [IdentityProvider, SignIns], exports: [IdentityProvider] })
export class ExternalAuthModule {}
