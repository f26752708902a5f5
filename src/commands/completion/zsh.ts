import type { BareContext } from '../../cli/context.ts'
import { replyScript, scriptAnswer } from './reply-script.ts'

/** Sourced it registers itself; in a folder of $fpath it is the function. What larry answers goes to compadd as an array, which quotes it. */
const script = `#compdef larry
# Completion of larry for zsh: source <(larry completion zsh), behind compinit
_larry() {
  local -a answer values shown open openShown
  local line value
  answer=("\${(@f)$(larry __complete zsh "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null </dev/null)}")
  if [[ $answer[1] == files* ]]; then
    compset -p "\${answer[1]#files }"
    _files
    return
  fi
  for line in "\${(@)answer[2,-1]}"; do
    value="\${line%%$'\\t'*}"
    line="\${line/$'\\t'/  -- }"
    if [[ $value == *: ]]; then open+=("$value"); openShown+=("$line")
    else values+=("$value"); shown+=("$line"); fi
  done
  local result=1
  (( $#values )) && compadd -V larry -l -d shown -a values && result=0
  (( $#open )) && compadd -V larry-keys -l -S '' -d openShown -a open && result=0
  return result
}
if [[ $funcstack[1] == _larry ]]; then _larry "$@"; else compdef _larry larry; fi
`

export const answers = scriptAnswer

/** Prints what makes zsh complete larry. */
export async function run(context: BareContext) {
  return replyScript(context, { shell: 'zsh', script }, "echo 'source <(larry completion zsh)' >> ~/.zshrc")
}
