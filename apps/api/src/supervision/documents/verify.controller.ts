import { verifyWish, type VerifyReply, type VerifyWish } from '@visavis/supervision';
import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { OpenToAll } from '../../http/asking';
import { LookUpDocument } from './look-up-document';

@OpenToAll()
@Controller('api/public/verify')
export class VerifyController {
  constructor(private readonly documents: LookUpDocument) {}

  @Post()
  @HttpCode(200)
  verify(@Body({ schema: verifyWish }) wish: VerifyWish, @Ip() address: string): Promise<VerifyReply> {
    return this.documents.lookUp(wish, address);
  }
}
