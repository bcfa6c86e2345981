import type { View } from '../http/page-contract.ts'

/** Lines that belong together. */
export type ExampleGroup = {
  readonly title: string
  readonly about: string
  /** Where such a line is sent: the channel itself, or a thread in it. */
  readonly place: 'channel' | 'thread'
  readonly lines: readonly string[]
}

export function exampleGroups(view: View): readonly ExampleGroup[] {
  return [{ title: 'Examples', about: '', place: 'channel', lines: view.examples }]
}
