import type { BareContext } from '../../cli/context.ts'
import { replyScript, scriptAnswer } from './reply-script.ts'

/** What larry answers are the lines fish takes, a candidate and behind a tab what it is. */
const script = `# Completion of larry for fish: larry completion fish > ~/.config/fish/completions/larry.fish
function __larry_complete
    set -l before (commandline -opc)
    set -e before[1]
    set -l typed (commandline -ct | string unescape)
    test -n "$typed"; or set typed (commandline -ct)
    set -l answer (larry __complete fish $before "$typed" 2>/dev/null </dev/null)
    set -l first $answer[1]
    set -e answer[1]
    if string match -q 'files *' -- $first
        set -l behind (string sub -l (string replace 'files ' '' -- $first) -- $typed)
        set -l name (string sub -s (math (string length -- $behind) + 1) -- $typed)
        set answer $behind(__fish_complete_path $name)
    end
    string join -- \\n $answer
end
complete -c larry -f -k -a '(__larry_complete)'
`

export const answers = scriptAnswer

/** Prints what makes fish complete larry. */
export async function run(context: BareContext) {
  return replyScript(
    context,
    { shell: 'fish', script },
    'larry completion fish > ~/.config/fish/completions/larry.fish',
  )
}
