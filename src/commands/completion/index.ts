import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs of `larry completion`, one for each shell. Shells run them as they start: a config that cannot be read is none of theirs. */
export function declare(completion: Command, { bare, examples }: Run): void {
  examples(
    completion
      .command('bash')
      .description('Print the script that completes larry in bash')
      .action(bare(() => import('./bash.ts'), { anyConfig: true })),
    "echo 'source <(larry completion bash)' >> ~/.bashrc",
    'cd ~/.local/share/bash-completion/completions',
    'larry completion bash > larry    (bash-completion loads it there)',
  )
  examples(
    completion
      .command('zsh')
      .description('Print the script that completes larry in zsh')
      .action(bare(() => import('./zsh.ts'), { anyConfig: true })),
    "echo 'source <(larry completion zsh)' >> ~/.zshrc  # behind compinit",
    'larry completion zsh > ~/.zfunc/_larry    (a folder of $fpath)',
  )
  examples(
    completion
      .command('fish')
      .description('Print the script that completes larry in fish')
      .action(bare(() => import('./fish.ts'), { anyConfig: true })),
    'larry completion fish > ~/.config/fish/completions/larry.fish',
  )
}
