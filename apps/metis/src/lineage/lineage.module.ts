import { Module } from '@nestjs/common';
import { AssetsModule } from '../assets/assets.module.js';
import { Inheritance } from './inheritance.service.js';
import { LineageController } from './lineage.controller.js';
import { LineageRepository } from './lineage.repository.js';
import { LineageService } from './lineage.service.js';
import { TagPassing } from './tag-passing.service.js';

@Module({ imports: [AssetsModule], controllers: [LineageController], providers: [LineageService, LineageRepository, Inheritance, TagPassing], exports: [LineageService, Inheritance] })
export class LineageModule {}
