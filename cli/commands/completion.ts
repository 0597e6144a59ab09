import { optionTypes } from '../arguments.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { Problem } from '../problems.ts';
import { commandNames } from '../usage.ts';

/** Prints what a shell reads to complete commands and options; the lists are those the program itself parses. */
export function completion({ options, terminal }: Context): number {
  const [shell = ''] = options.operands;
  const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
  if (script === undefined)
    throw new Problem(
      `No completion for ${shell}. Supported shells: ${Object.keys(scripts).join(', ')}.`,
      exitCodes.usage,
    );
  terminal.print(script);
  return 0;
}

const commands = commandNames.join(' ');
const long = Object.keys(optionTypes).map((name) => `--${name}`);
const words = `${commands} ${long.join(' ')}`;

const scripts: Readonly<Record<string, string>> = {
  bash: `_tenantatlas() { COMPREPLY=($(compgen -W "${words}" -- "\${COMP_WORDS[COMP_CWORD]}")); }
complete -o default -F _tenantatlas tenantatlas`,
  zsh: `#compdef tenantatlas
_tenantatlas() { compadd -- ${words}; _files; }
compdef _tenantatlas tenantatlas`,
  fish: [
    `complete -c tenantatlas -n __fish_use_subcommand -f -a "${commands}"`,
    ...Object.keys(optionTypes).map((name) => `complete -c tenantatlas -l ${name}`),
  ].join('\n'),
  powershell: `Register-ArgumentCompleter -Native -CommandName tenantatlas -ScriptBlock {
  param($wordToComplete)
  '${words}' -split ' ' | Where-Object { $_ -like "$wordToComplete*" } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}`,
};
