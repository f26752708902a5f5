import type { BareContext } from '../../cli/context.ts'
import { replyScript, scriptAnswer } from './reply-script.ts'

/** Larry reads the line itself and answers what readline is to put into it, quoted: bash runs none of it, and needs no bash-completion. */
const script = `# Completion of larry for bash: source <(larry completion bash)
_larry() {
  local first candidate
  COMPREPLY=()
  {
    IFS= read -r first
    while IFS= read -r candidate; do COMPREPLY+=("$candidate"); done
  } <<< "$(larry __complete bash "\${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" "\${COMP_TYPE-9}" 2>/dev/null </dev/null)"
  if [[ $first == files* ]]; then compopt -o default +o nospace 2>/dev/null; fi
}
complete -o nosort -o nospace -F _larry larry 2>/dev/null || complete -o nospace -F _larry larry
`

export const answers = scriptAnswer

/** Prints what makes bash complete larry. */
export async function run(context: BareContext) {
  return replyScript(context, { shell: 'bash', script }, "echo 'source <(larry completion bash)' >> ~/.bashrc")
}
