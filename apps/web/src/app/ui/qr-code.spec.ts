import { drawQrCode } from './qr-code';

describe('a QR code', () => {
  it('has the quiet border that readers need', () => {
    const { box, path } = drawQrCode('otpauth://totp/Visavis:helene@example.org?secret=JBSWY3DPEHPK3PXP');
    const size = Number(box.split(' ')[2]);
    const places = [...path.matchAll(/M(\d+) (\d+)h/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
    expect(Math.min(...places)).toBe(4);
    expect(Math.max(...places)).toBe(size - 5);
    // Three corners look alike: seven dark modules in a row.
    for (const corner of ['M4 4', `M${size - 11} 4`, `M4 ${size - 11}`]) expect(path).toContain(corner);
  });
});
