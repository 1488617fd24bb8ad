import type { AnswerOf, InputOf } from '@dataos/contracts-core';
import { metisApi } from '@dataos/contracts-metis';
import { Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { ProductsService } from './products.service.js';

const { routes } = metisApi;

@Controller()
export class ProductsController {
  constructor(private readonly products: ProductsService) {}

  @Endpoint(routes.listProducts)
  list(@Input() { query }: InputOf<typeof routes.listProducts>): Promise<AnswerOf<typeof routes.listProducts>> {
    return this.products.list(query);
  }

  @Endpoint(routes.getProduct)
  get(@Input() { params }: InputOf<typeof routes.getProduct>): Promise<AnswerOf<typeof routes.getProduct>> {
    return this.products.get(params.product);
  }

  @Endpoint(routes.putProduct)
  put(@Input() { params, body }: InputOf<typeof routes.putProduct>): Promise<AnswerOf<typeof routes.putProduct>> {
    return this.products.put(params.product, body);
  }

  @Endpoint(routes.deleteProduct)
  delete(@Input() { params }: InputOf<typeof routes.deleteProduct>): Promise<void> {
    return this.products.delete(params.product);
  }
}
