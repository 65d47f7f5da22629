import { refuseCommonPassword } from './refuse-common-password';

describe('a new password', () => {
  it.each([
    'unbelievable',
    'Unbelievable ',
    'passwordpassword',
    'aaaaaaaaaaaa',
    '121212121212',
    'jamesbond007',
  ])('is not %s, which everybody tries', async (password) => {
    await expect(refuseCommonPassword(password)).rejects.toThrow('password-too-common');
  });

  it.each(['tilleul-boussole-lanterne', 'Ça roule, ma poule !', 'пароль-неизвестен'])(
    'may be %s',
    async (password) => {
      await expect(refuseCommonPassword(password)).resolves.toBeUndefined();
    },
  );
});
