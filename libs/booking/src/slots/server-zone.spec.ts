/** Minutes that local time is behind UTC on 15 January and 15 July 2026, as `getTimezoneOffset` gives them. */
const BEHIND_UTC: Readonly<Record<string, readonly [number, number]>> = {
  UTC: [0, 0],
  'America/Los_Angeles': [480, 420],
  'Pacific/Kiritimati': [-840, -840],
};

declare const SERVER_ZONE: string;

test('these specs really run as if the server stood in the zone the configuration names', () => {
  const offsets = [0, 6].map((month) => new Date(2026, month, 15).getTimezoneOffset());
  expect(offsets).toEqual(BEHIND_UTC[SERVER_ZONE]);
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(SERVER_ZONE);
  expect(Temporal.Now.timeZoneId()).toBe(SERVER_ZONE);
});
