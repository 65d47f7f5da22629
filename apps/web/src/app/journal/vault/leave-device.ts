import { Device } from './worker/device';

/** Signing out: the copies of the journal leave this device, whether or not the journal was opened since. */
export async function leaveDevice(): Promise<void> {
  const device = new Device();
  await device.signOut();
  await device.close();
}
