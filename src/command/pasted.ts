import type { Token } from './tokenize.ts'

/** What comes along when a line is pasted with the command that it belongs to. */
const PHRASES: readonly (readonly string[])[] = [
  'kubectl set env',
  'kubectl -n kube-system',
  'kubectl --namespace kube-system',
  '-n kube-system',
  '--namespace kube-system',
  '--namespace = kube-system',
  'set env',
  'daemonset aws-node',
  'daemonset / aws-node',
  'ds aws-node',
  'ds / aws-node',
  'env :',
].map((phrase) => phrase.split(' '))

const FIRST_WORDS: ReadonlySet<string> = new Set(PHRASES.flatMap((words) => words.slice(0, 1)))

/**
 * The tokens without the command around them, so that `/eksip t3.2xlarge` and `kubectl set env
 * daemonset aws-node WARM_IP_TARGET=2` can be pasted as they are.
 */
export function withoutCommand(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = []
  let index = lengthOfOwnName(tokens)
  while (index < tokens.length) {
    const phrase = phraseAt(tokens, index)
    const token = tokens[index]
    if (!phrase && token) kept.push(token)
    index += phrase?.length ?? 1
  }
  return kept
}

function phraseAt(tokens: readonly Token[], index: number): readonly string[] | undefined {
  if (!FIRST_WORDS.has(tokens[index]?.text.toLowerCase() ?? '')) return undefined
  return PHRASES.find((words) => words.every((word, place) => isAt(tokens, index + place, word)))
}

/** `/eksip`, `@eksip` or `eksip` at the start. */
function lengthOfOwnName(tokens: readonly Token[]): number {
  const sign = isAt(tokens, 0, '/') || isAt(tokens, 0, '@') ? 1 : 0
  return isAt(tokens, sign, 'eksip') ? sign + 1 : 0
}

function isAt(tokens: readonly Token[], index: number, text: string): boolean {
  const token = tokens[index]
  return (token?.kind === 'word' || token?.kind === 'symbol') && token.text.toLowerCase() === text
}
