import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { Instant } from '@visavis/kernel';
import { BlockTimeDialog } from './block-time-dialog/block-time-dialog';
import { BookByHandDialog } from './book-by-hand-dialog/book-by-hand-dialog';
import type { BlockTimeData, BookByHandData, MoveData } from './dialog-data';
import { MoveDialog } from './move-dialog/move-dialog';

/** The dialogs that change the week. What is typed in one is never lost to a stray click outside it. */
@Injectable()
export class OpenDialogs {
  readonly #dialogs = inject(MatDialog);

  /** Resolves to true when something was booked. */
  bookByHand(data: BookByHandData): Promise<boolean> {
    const dialog = this.#dialogs.open<BookByHandDialog, BookByHandData, boolean>(BookByHandDialog, {
      data,
      disableClose: true,
      width: '38rem',
      maxWidth: '96vw',
    });
    return new Promise((resolve) => dialog.afterClosed().subscribe((done) => resolve(done === true)));
  }

  blockTime(data: BlockTimeData): Promise<boolean> {
    const dialog = this.#dialogs.open<BlockTimeDialog, BlockTimeData, boolean>(BlockTimeDialog, {
      data,
      disableClose: true,
      width: '34rem',
      maxWidth: '96vw',
    });
    return new Promise((resolve) => dialog.afterClosed().subscribe((done) => resolve(done === true)));
  }

  /** Resolves to the chosen start, or null. */
  chooseStart(data: MoveData): Promise<Instant | null> {
    const dialog = this.#dialogs.open<MoveDialog, MoveData, Instant>(MoveDialog, {
      data,
      width: '26rem',
      maxWidth: '96vw',
    });
    return new Promise((resolve) => dialog.afterClosed().subscribe((start) => resolve(start ?? null)));
  }
}
