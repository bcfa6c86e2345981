import type { Asker } from '../history/history.ts'

/** Whether somebody asks in a terminal, where there are no channels and nobody reads along. */
export function isInTerminal({ channel }: Asker): boolean {
  return channel === 'terminal'
}
