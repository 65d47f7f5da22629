import { fileNameOf, readFile } from './download';

describe('a file on its way', () => {
  it.each([
    [`attachment; filename="a.zip"; filename*=UTF-8''donn%C3%A9es.zip`, 'données.zip'],
    ['attachment; filename="export.zip"', 'export.zip'],
    [`attachment; filename*=UTF-8''%E9%`, null],
    ['attachment', null],
    [null, null],
  ])('is called as the server says: %s', (disposition, name) => {
    expect(fileNameOf(disposition)).toBe(name);
  });

  it('tells how much has come', async () => {
    const told: number[] = [];
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(3));
        controller.enqueue(new Uint8Array(4));
        controller.close();
      },
    });
    const { name } = await readFile(new Response(body), (bytes) => told.push(bytes));
    expect(told).toEqual([3, 7]);
    expect(name).toBeNull();
  });

  it('is a refusal when the server says no, and when it breaks off', async () => {
    const no = new Response(JSON.stringify({ reason: 'proof-needed' }), { status: 403 });
    await expect(readFile(no, () => undefined)).rejects.toMatchObject({ reason: 'proof-needed' });
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('gone')) });
    await expect(readFile(new Response(broken), () => undefined)).rejects.toMatchObject({
      reason: 'offline',
    });
  });
});
