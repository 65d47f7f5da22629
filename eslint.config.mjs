import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

const boundaries = {
  enforceBuildableLibDependency: false,
  allow: [],
  depConstraints: [
    { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: [] },
    { sourceTag: 'type:subject', onlyDependOnLibsWithTags: ['type:kernel'] },
    // The journal's wire carries sealed things: of all subjects it alone knows how they are written.
    { sourceTag: 'type:sealed-subject', onlyDependOnLibsWithTags: ['type:kernel', 'type:sealing-proof'] },
    { sourceTag: 'type:sealing-proof', onlyDependOnLibsWithTags: ['type:kernel'] },
    { sourceTag: 'type:sealing', onlyDependOnLibsWithTags: ['type:kernel', 'type:sealing-proof'] },
    { sourceTag: 'scope:api', onlyDependOnLibsWithTags: ['scope:shared'] },
    // What opens a journal is of the signed-in client alone: no server can even hold it.
    { sourceTag: 'scope:web', onlyDependOnLibsWithTags: ['scope:shared', 'scope:client'] },
    { sourceTag: 'scope:public', onlyDependOnLibsWithTags: ['scope:shared'] },
    { sourceTag: 'scope:launch', onlyDependOnLibsWithTags: [] },
    { sourceTag: 'scope:e2e', onlyDependOnLibsWithTags: ['scope:launch'] },
  ],
};

const NOT_IN_CLIENTS = ['libphonenumber-js', 'date-holidays', 'typeorm', 'pg'];

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '**/.nx', '**/.angular', '**/.data', '**/*.cjs', '**/*.mjs'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommended],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', boundaries],
      // Nest's modules are classes without members; Angular's too.
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // Node runs both as they are: the launcher has no package name that could be imported instead of a path.
    files: ['e2e/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': ['error', { ...boundaries, allow: ['../../apps/launch/src/*'] }],
    },
  },
  {
    // SQL takes parameters: a template with an expression in it never reaches query().
    files: ['apps/api/src/**/*.ts'],
    ignores: ['apps/api/src/database/migrations/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='query'] > TemplateLiteral[expressions.length>0]",
          message: 'SQL takes parameters, never interpolation.',
        },
      ],
    },
  },
  {
    // Time zones and phone metadata stay on the server; the clients use Intl.
    files: ['apps/web/**/*.ts', 'apps/public/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Temporal', message: 'The client uses Intl; Temporal stays on the server.' },
      ],
      'no-restricted-imports': ['error', { paths: [...NOT_IN_CLIENTS, '@visavis/sealing'] }],
    },
  },
  {
    // Plaintext and keys live in JournalVault and its worker: nothing else in the client can open anything.
    files: ['apps/web/src/app/journal/vault/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: NOT_IN_CLIENTS }] },
  },
  {
    files: ['apps/web/**/*.ts', 'apps/public/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
  },
  {
    files: ['apps/web/**/*.html', 'apps/public/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
);
