import { Module } from '@nestjs/common';
import { PublicModule } from '../public/public.module';
import { VerifyModule } from '../../supervision/documents/verify.module';
import { BookByForm } from './book-by-form';
import { EntranceController } from './entrance.controller';
import { ManagePageController } from './manage-page.controller';
import { PageCache } from './page-cache';
import { Renderer } from './renderer';
import { ShowOtherPages } from './show-other-pages';
import { ShowTimesPage } from './show-times-page';
import { ShowVerifyPage } from './show-verify-page';
import { TimesPageController } from './times-page.controller';
import { VerifyPageController } from './verify-page.controller';

/** The server-rendered public pages. */
@Module({
  imports: [PublicModule, VerifyModule],
  controllers: [TimesPageController, ManagePageController, VerifyPageController, EntranceController],
  providers: [BookByForm, PageCache, Renderer, ShowOtherPages, ShowTimesPage, ShowVerifyPage],
})
export class PagesModule {}
