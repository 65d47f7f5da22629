import { Module } from '@nestjs/common';
import { PublicModule } from '../public/public.module';
import { EntranceController } from './entrance.controller';
import { ManagePageController } from './manage-page.controller';
import { PageCache } from './page-cache';
import { Renderer } from './renderer';
import { ShowOtherPages } from './show-other-pages';
import { ShowTimesPage } from './show-times-page';
import { TimesPageController } from './times-page.controller';

/** The server-rendered public pages. */
@Module({
  imports: [PublicModule],
  controllers: [TimesPageController, ManagePageController, EntranceController],
  providers: [PageCache, Renderer, ShowOtherPages, ShowTimesPage],
})
export class PagesModule {}
