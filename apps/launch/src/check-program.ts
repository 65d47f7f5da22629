import { performCompilation, readConfiguration } from '@angular/compiler-cli';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './project.ts';
import type { TypeProgram } from './type-programs.ts';

/** What decides how a file is parsed and bound, beside its text (TypeScript: affectsSourceFile, affectsBindDiagnostics). */
const PARSING = [
  ...['target', 'module', 'moduleResolution', 'moduleDetection', 'jsx', 'jsxImportSource', 'importHelpers'],
  ...['strict', 'alwaysStrict', 'noFallthroughCasesInSwitch', 'allowUnusedLabels', 'allowUnreachableCode'],
] as const;

const parsed = new Map<string, ts.SourceFile>();

/**
 * What the compiler says of a program; an empty text when nothing. Programs of one process share the files they parse
 * alike, libraries above all, and find the compiler warm: together they take little more than half of what each takes
 * for itself.
 */
export function checkProgram({ compiler, tsconfig }: TypeProgram): string {
  const found = compiler === 'ngc' ? checkAngular(join(root, tsconfig)) : check(join(root, tsconfig));
  return ts.formatDiagnostics(found, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  });
}

function check(tsconfig: string): readonly ts.Diagnostic[] {
  const broken: ts.Diagnostic[] = [];
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (one: ts.Diagnostic) => void broken.push(one),
  };
  const config = ts.getParsedCommandLineOfConfigFile(tsconfig, { noEmit: true }, host);
  if (!config) return broken;
  const { options, fileNames, projectReferences = [] } = config;
  const program = ts.createProgram({
    rootNames: fileNames,
    options,
    projectReferences,
    host: sharingHost(options),
    configFileParsingDiagnostics: config.errors,
  });
  return ts.getPreEmitDiagnostics(program);
}

function sharingHost(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  const how = JSON.stringify(PARSING.map((option) => options[option] ?? null));
  return {
    ...host,
    getSourceFile: (name, language, ...others) => {
      const key = `${name} ${JSON.stringify(language)} ${how}`;
      const file = parsed.get(key) ?? host.getSourceFile(name, language, ...others);
      if (file) parsed.set(key, file);
      return file;
    },
  };
}

/** Templates too. Angular's compiler adds files of its own to a program, so it shares none. */
function checkAngular(tsconfig: string): readonly ts.Diagnostic[] {
  const { rootNames, options, errors } = readConfiguration(tsconfig, { noEmit: true });
  if (errors.length > 0) return errors;
  return performCompilation({ rootNames, options }).diagnostics;
}
