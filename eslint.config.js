import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const generated = [
  '**/node_modules/**',
  '**/dist/**',
  '**/build/**',
  '**/.svelte-kit/**',
  '**/.turbo/**',
  '**/paraglide/**',
  '**/bundles/**',
  '.data/**',
  'reports/**',
];

/**
 * The arrows between the parts: types ← document ← apps, no app knows another, `common` knows no feature,
 * an app's `lib` knows no route. `from` must not be imported by `target`.
 */
const arrows = [
  { target: './packages/types', from: ['./packages/document', './apps'] },
  { target: './packages/document', from: './apps' },
  { target: './apps/api', from: ['./apps/reader', './apps/editor', './scripts'] },
  { target: './apps/reader', from: ['./apps/api', './apps/editor', './scripts'] },
  { target: './apps/editor', from: ['./apps/api', './apps/reader', './scripts'] },
  { target: './apps/api/src/common', from: './apps/api/src', except: ['./common', './env.ts'] },
  { target: './apps/reader/src/lib', from: './apps/reader/src/routes' },
  { target: './apps/editor/src/lib', from: './apps/editor/src/routes' },
];

/** @type {import('eslint').Linter.RulesRecord} */
const common = {
  // The rules of .oxlintrc.json are not switched off where they hurt either.
  'no-warning-comments': ['error', { terms: ['oxlint-disable', 'oxlint-enable'], location: 'anywhere' }],
  'no-console': ['error', { allow: ['info', 'warn', 'error'] }],
  'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: arrows }],
  '@typescript-eslint/no-explicit-any': 'error',
  // Files with decorators are left alone: Nest reads the types at run time.
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
};

/** For components only, where .oxlintrc.json does not reach. @type {import('eslint').Linter.RulesRecord} */
const typed = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': [
    'error',
    { checksVoidReturn: { arguments: false, attributes: false } },
  ],
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

/**
 * Types in components make TypeScript begin anew with each of them, which takes a minute: `npm run test:long` looks at
 * them, and svelte-check finds wrong types every time.
 */
const typedComponents = process.env['TEST_LONG']
  ? [
      {
        files: ['**/*.svelte'],
        languageOptions: {
          parserOptions: {
            projectService: true,
            tsconfigRootDir: import.meta.dirname,
            extraFileExtensions: ['.svelte'],
          },
        },
        rules: typed,
      },
    ]
  : [];

export default tseslint.config(
  { ignores: generated },
  // A rule that does not fit is discussed here, not switched off where it hurts.
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  tseslint.configs.recommended,
  svelte.configs['flat/recommended'],
  {
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      // As in the tsconfig of apps/api: the rule of type imports leaves files with decorators alone.
      parserOptions: { experimentalDecorators: true, emitDecoratorMetadata: true },
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.js', '.mjs', '.svelte'],
      'import-x/parsers': {
        '@typescript-eslint/parser': ['.ts', '.js', '.mjs'],
        'svelte-eslint-parser': ['.svelte'],
      },
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.js', '.mjs', '.json', '.svelte'] }),
      ],
    },
    rules: common,
  },
  ...typedComponents,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      // The compiler and svelte-check know what is defined.
      'no-undef': 'off',
    },
  },
  {
    files: ['apps/editor/**', 'apps/reader/**'],
    rules: {
      // Addresses are built by functions of our own.
      'svelte/no-navigation-without-resolve': 'off',
      // {' '} is how a space stays between two tags.
      'svelte/no-useless-mustaches': 'off',
      // It takes a Date that is only read for one that is changed.
      'svelte/prefer-svelte-reactivity': 'off',
      // svelte-check says the same and reads the reasons behind the names; stores are not used.
      'svelte/no-unused-svelte-ignore': 'off',
      'svelte/require-store-reactive-access': 'off',
    },
  },
  // The only places for markup: what packages/document has rendered and escaped, and escaped JSON-LD.
  {
    files: [
      'apps/editor/src/lib/history/RevisionText.svelte',
      'apps/reader/src/lib/article/ArticleBody.svelte',
      'apps/reader/src/lib/article/ArticleStandfirst.svelte',
      'apps/reader/src/lib/components/HeadTags.svelte',
    ],
    rules: { 'svelte/no-at-html-tags': 'off' },
  },
  // Scripts and benches talk to the terminal.
  { files: ['scripts/**', 'bench/**', 'apps/*/scripts/**'], rules: { 'no-console': 'off' } },
);
