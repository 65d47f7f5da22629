import {
  templateWish,
  type TemplateReply,
  type TemplatesReply,
  type TemplateWish,
} from '@visavis/supervision';
import { Body, Controller, Get, Header, Param, Post, Put } from '@nestjs/common';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { For, WhoIsAsking, type Asking } from '../../http/asking';
import { SaveTemplate } from './save-template';
import { ShowTemplates } from './show-templates';

@Controller('api/contract-templates')
export class TemplatesController {
  constructor(
    private readonly templates: ShowTemplates,
    private readonly saving: SaveTemplate,
  ) {}

  @Get()
  @For('owner', 'supervisor')
  @Header('cache-control', 'no-store')
  list(@WhoIsAsking() asking: Asking): Promise<TemplatesReply> {
    return this.templates.list(asking);
  }

  @Post()
  @For('owner')
  create(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: templateWish }) wish: TemplateWish,
  ): Promise<TemplateReply> {
    return this.saving.create(asking, wish);
  }

  @Put(':id')
  @For('owner')
  change(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: templateWish }) wish: TemplateWish,
  ): Promise<TemplateReply> {
    return this.saving.change(asking, id, wish);
  }
}
