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
  'eksctl create nodegroup',
  'eksctl create cluster',
  'daemonset aws-node',
  'daemonset / aws-node',
  'ds aws-node',
  'ds / aws-node',
  'env :',
  '--set',
  '--set-string',
].map((phrase) => phrase.split(' '))

const FIRST_WORDS: ReadonlySet<string> = new Set(PHRASES.flatMap((words) => words.slice(0, 1)))

/**
 * The tokens without the command around them, so that `/eksip t3.2xlarge` and `kubectl set env
 * daemonset aws-node WARM_IP_TARGET=2` can be pasted as they are.
 */
export function withoutCommand(text: string, tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = []
  let index = lengthOfOwnName(tokens)
  while (index < tokens.length) {
    const phrase = phraseAt(tokens, index)
    const token = tokens[index]
    if (!phrase && token && !isMark(text, tokens, index)) kept.push(token)
    index += phrase?.length ?? 1
  }
  return kept
}

/** What a line begins with that belongs to the place where it stood: a prompt, a quote or a list. */
function isMark(text: string, tokens: readonly Token[], index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]]
  if (token?.kind !== 'word') return false
  const start = before ? before.at + before.length : 0
  const isFirst = before === undefined || text.slice(start, token.at).includes('\n')
  return isFirst && (PROMPTS.has(token.text) || isOfNumberedList(text, token))
}

const PROMPTS: ReadonlySet<string> = new Set(['$', '>'])

/** `2.` */
function isOfNumberedList(text: string, token: Token): boolean {
  const end = token.at + token.length
  return /^\d{1,3}$/.test(token.text) && /^[.)]\s$/.test(text.slice(end, end + 2))
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
  return token !== undefined && token.kind !== 'open' && token.text.toLowerCase() === text
}
