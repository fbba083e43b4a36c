import { Module } from '@nestjs/common';
import { CardsController } from './cards.controller.ts';
import { Cards } from './cards.service.ts';

@Module({ controllers: [CardsController], providers: [Cards] })
export class CardsModule {}
