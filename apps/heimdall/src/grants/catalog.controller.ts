import type { Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { type AtomView, heimdallApi, type ProviderDetail, type ProviderView, type UseCaseView } from '@dataos/contracts-heimdall';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { CatalogService } from './catalog.service.js';

const { routes } = heimdallApi;

@Controller()
export class CatalogController {
  constructor(private readonly catalog: CatalogService) {}

  @Endpoint(routes.listAtoms)
  atoms(): Promise<AtomView[]> {
    return this.catalog.atoms();
  }

  @Endpoint(routes.getAtom)
  atom(@Input() { params }: InputOf<typeof routes.getAtom>): Promise<AtomView> {
    return this.catalog.atom(params.id);
  }

  @Endpoint(routes.listProviders)
  providers(): Promise<ProviderView[]> {
    return this.catalog.providers();
  }

  @Endpoint(routes.getProvider)
  provider(@Input() { params }: InputOf<typeof routes.getProvider>): Promise<ProviderDetail> {
    return this.catalog.provider(params.id);
  }

  @Endpoint(routes.putProvider)
  putProvider(@Input() { body }: InputOf<typeof routes.putProvider>, @Caller() caller: CallerType): Promise<ProviderDetail> {
    return this.catalog.putProvider(body, caller.id);
  }

  @Endpoint(routes.deleteProvider)
  deleteProvider(@Input() { params }: InputOf<typeof routes.deleteProvider>, @Caller() caller: CallerType): Promise<void> {
    return this.catalog.deleteProvider(params.id, caller.id);
  }

  @Endpoint(routes.listUseCases)
  useCases(): Promise<UseCaseView[]> {
    return this.catalog.useCases();
  }

  @Endpoint(routes.getUseCase)
  useCase(@Input() { params }: InputOf<typeof routes.getUseCase>): Promise<UseCaseView> {
    return this.catalog.useCase(params.id);
  }

  @Endpoint(routes.putUseCase)
  putUseCase(@Input() { body }: InputOf<typeof routes.putUseCase>, @Caller() caller: CallerType): Promise<UseCaseView> {
    return this.catalog.putUseCase(body, caller.id);
  }

  @Endpoint(routes.deleteUseCase)
  deleteUseCase(@Input() { params }: InputOf<typeof routes.deleteUseCase>, @Caller() caller: CallerType): Promise<void> {
    return this.catalog.deleteUseCase(params.id, caller.id);
  }
}
