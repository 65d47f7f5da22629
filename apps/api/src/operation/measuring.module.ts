import { Controller, Get, Module, Post } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Statements } from '../database/statements';
import { OpenToAll, WhoIsAsking, type Asking } from '../http/asking';

/** What the speed of the product's routes is measured against; exists only with MEASURING_ROUTES=1. */
@OpenToAll('unlimited')
@Controller('measuring')
class MeasuringController {
  constructor(private readonly statements: Statements) {}

  @Get('select-1')
  selectOne(): Promise<object | null> {
    return this.statements.one('select-1', 'SELECT 1 AS one', []);
  }
}

// The practice is entered by what the row is selected from, so that it is one statement.
const INSERT = `
  INSERT INTO audit_event (practice_id, id, at, actor, member_id, act)
  SELECT $1, $4, $5, 'member', $3, 'account-exported' FROM enter_practice($1, $2)`;

/** A closed route that reads its body, whatever it is, and inserts one row. */
@Controller('measuring')
class InsertingController {
  constructor(private readonly statements: Statements) {}

  @Post('insert')
  insert(@WhoIsAsking() { practiceId, accountId, memberId }: Asking): Promise<object | null> {
    const row = [practiceId, accountId, memberId, randomUUID(), new Date()];
    return this.statements.one('measuring-insert', INSERT, row);
  }
}

@Module({ controllers: [MeasuringController, InsertingController] })
export class MeasuringModule {}
