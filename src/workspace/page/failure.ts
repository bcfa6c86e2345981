import type { Words } from '../words/words.ts'

/** Says in words what went wrong, with Slack's code for those who look for it. */
export function describeFailure(error: string, words: Words): string {
  const meanings: Readonly<Record<string, string>> = words.failures
  const meaning = meanings[error]
  return words.failed(meaning === undefined ? error : `${meaning} (${error})`)
}
