import { examplePair } from '../shown.ts'
import { number } from './numbers.ts'

export const columns = {
  run: 'run',
  asked: 'asked',
  by: 'by',
  question: 'question',
  reserved: 'reserved',
  held: 'held',
}

export const runs: string = 'Earlier runs'
export const variants = (count: number) =>
  `${number(count)} ${count === 1 ? 'variant' : 'variants'} in this thread`
export const noRuns: string = 'No run fits that.'
export const onlyVisible: string =
  'Runs of private channels and direct messages are listed there, and for whoever asked them.'
export const listHint = (run: number) =>
  `\`show #${run}\` shows a run again, \`compare ${examplePair(run)}\` compares, \`what-if #${run} 40 pods\` changes one.`
export const unreadable = (numbers: readonly number[]) =>
  `This version of eksip cannot read ${numbers.map((count) => `#${number(count)}`).join(', ')}.`
export const older: string = 'Older runs'
export const compareBoth = (earlier: number, later: number) => `Compare #${earlier} with #${later}`
export const lineageOf = (run: string) => `Where ${run} comes from, and what came of it`
export const noLineage = (run: string) =>
  `${run} changes no earlier run, and no later one changes it. \`what-if ${run} 40 pods\` does.`
export const runFigures = (reserved: number, held: string) =>
  `${number(reserved)} reserved · ${held} held`
export const isDeleted: string = ' was deleted by '
export const numberStays: string = 'Its number stays taken.'

export const link: string = 'Link'
export const askedThen = (ago: string) => `Asked ${ago}.`
export const storedThen = (reserved: number, held: string) =>
  `Stored then: ${number(reserved)} reserved, ${held} held; the figures above are by today’s rules.`
export const whatIfOf = (run: string) => `A what-if of ${run}.`
export const inherited = (run: string, words: string) => `Inherited from ${run}: ${words}.`
export const already = (run: string) => `You asked that a moment ago: it is saved as ${run}, once.`

export const named = (run: string, name: string) => `${run} is called ${name} now.`
export const unnamed = (run: string) => `${run} has no name any more.`
export const pinned = (run: string) => `${run} is pinned; \`history pinned\` lists it.`
export const unpinned = (run: string) => `${run} is no longer pinned.`
export const deleted = (run: string) => `${run} is deleted. Its number stays taken.`
export const notYours = (run: string) =>
  `Only whoever asked ${run}, or an admin of this workspace, may do that. It was asked by `

export const exported: string = 'The runs that fit, newest first.'
export const exportName: string = 'eksip-runs'

export const settingsTitle: string = 'Your settings'
export const settingsSaved: string = 'Your settings, saved'
export const settingNames = {
  language: 'language of the answers',
  cni: 'VPC CNI version of a line that names none',
  quiet: 'answers for you alone, unless a line says `share`',
  figure: 'figure that budgets are counted with',
}
export const settingsHint: string =
  'Change them with `settings language=fr cni=1.18 quiet=on figure=held`; `auto` goes back to the default, and lets the language follow Slack.'

export const onlyInSlack: string =
  'That belongs to a channel or a person in Slack; a terminal has its settings in the environment.'
