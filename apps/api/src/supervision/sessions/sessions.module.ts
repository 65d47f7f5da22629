import { Module } from '@nestjs/common';
import { OutboxModule } from '../../outbox/outbox.module';
import { BookSessions } from './book-sessions';
import { CancelSession } from './cancel-session';
import { HomeController } from './home.controller';
import { MoveSession } from './move-session';
import { SessionsController } from './sessions.controller';
import { ShowHome } from './show-home';
import { ShowSessions } from './show-sessions';

/** Sessions under a contract, its minutes, and what a coach comes home to. */
@Module({
  imports: [OutboxModule],
  controllers: [SessionsController, HomeController],
  providers: [BookSessions, MoveSession, CancelSession, ShowSessions, ShowHome],
})
export class SessionsModule {}
