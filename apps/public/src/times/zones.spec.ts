import { allZones, cityOf, sameClock, timeThere, zoneOfBrowser, zoneWords } from './zones';

const WINTER = Date.UTC(2026, 10, 26, 9, 30);
const SUMMER = Date.UTC(2026, 6, 1, 9, 30);

describe('zones', () => {
  it('says whose time it is, with the French elision', () => {
    expect(zoneWords('fr', 'Europe/Paris')).toBe('heure de Paris');
    expect(zoneWords('fr', 'Europe/Amsterdam')).toBe('heure d’Amsterdam');
    expect(zoneWords('fr', 'America/Montreal')).toBe('heure de Montréal');
    expect(zoneWords('en', 'America/Montreal')).toBe('Montreal time');
    expect(zoneWords('fr', 'Europe/Athens')).toBe('heure d’Athènes');
    expect(zoneWords('fr', 'UTC')).toBe('heure UTC');
    expect(zoneWords('en', 'America/Los_Angeles')).toBe('Los Angeles time');
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  });

  it.each([
    ['Asia/Tokyo', 'Asia/Tokyo'],
    ['Etc/Unknown', 'UTC'],
    ['', 'UTC'],
  ])('takes what a browser says (%j) for %s', (timeZone, zone) => {
    const said = { ...new Intl.DateTimeFormat().resolvedOptions(), timeZone };
    const options = jest.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue(said);
    expect(zoneOfBrowser()).toBe(zone);
    options.mockRestore();
  });

  it('knows that Paris and Brussels share a clock and Paris and London do not', () => {
    expect(sameClock('Europe/Paris', 'Europe/Brussels', [WINTER, SUMMER])).toBe(true);
    expect(sameClock('Europe/Paris', 'Europe/London', [WINTER])).toBe(false);
  });

  it('compares at the moments in question: Paris and Algiers part in summer', () => {
    expect(sameClock('Europe/Paris', 'Africa/Algiers', [WINTER])).toBe(true);
    expect(sameClock('Europe/Paris', 'Africa/Algiers', [WINTER, SUMMER])).toBe(false);
  });

  it('names the weekday on the other clock only where it is another day there', () => {
    expect(timeThere('en', WINTER, 'Asia/Tokyo', 'Europe/Paris')).toBe('10:30');
    expect(timeThere('en', Date.UTC(2026, 10, 26, 16), 'Asia/Tokyo', 'Europe/Paris')).toBe('Thu 17:00');
  });

  it('always lists the zones in use, even one the runtime does not list', () => {
    expect(allZones('Europe/Paris', 'Etc/Odd')).toEqual(
      expect.arrayContaining(['Europe/Paris', 'Etc/Odd', 'UTC']),
    );
  });
});
