import { Controller, Get, Module } from '@nestjs/common';
import { Statements } from '../database/statements';
import { OpenToAll } from '../http/asking';

/** What the speed of the product's routes is measured against; exists only with MEASURING_ROUTES=1. */
@OpenToAll()
@Controller('measuring')
class MeasuringController {
  constructor(private readonly statements: Statements) {}

  @Get('select-1')
  selectOne(): Promise<object | null> {
    return this.statements.one('select-1', 'SELECT 1 AS one', []);
  }
}

@Module({ controllers: [MeasuringController] })
export class MeasuringModule {}
