import * as z from 'zod/mini';

/** `PUT /api/reminders/:id`, 204; the id is drawn by the client and tells nothing. `DELETE` takes it back. */
export const reminderWish = z.strictObject({ remindOn: z.iso.date({ error: 'invalid-date' }) });
export type ReminderWish = z.output<typeof reminderWish>;

/** `GET /api/reminders`: those that have not been sent. */
export const remindersReply = z.object({
  reminders: z.array(z.object({ id: z.string(), remindOn: z.string() })),
});
export type RemindersReply = z.output<typeof remindersReply>;
