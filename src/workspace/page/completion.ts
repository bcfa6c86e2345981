import type { Channel, User } from '../state/model.ts'
import type { Words as OwnWords } from '../words/words.ts'
import type { CommandEntry } from '../state/manifest.ts'

/** What may be completed from. */
export type Words = {
  readonly commands: readonly CommandEntry[]
  readonly users: readonly User[]
  readonly channels: readonly Channel[]
  readonly own: Pick<OwnWords, 'app' | 'channelKinds'>
}

/** One offer: what it is called, what it is, and what it puts into the line. */
export type Offer = { readonly label: string; readonly about: string; readonly insert: string }

/** The offers for a part of the line, `from` to the caret. */
export type Completion = { readonly from: number; readonly offers: readonly Offer[] }

/** How many offers are shown at once. */
const maximumOffers = 8

/** What the word before the caret may become: a slash command, `@somebody` or `#channel`. */
export function completionsAt(text: string, caret: number, words: Words): Completion | undefined {
  const before = text.slice(0, caret)
  const word = /(?:^|(?<=[\s(]))[@#][\p{L}\p{N}._-]*$|^\/\S*$/u.exec(before)
  if (word === null) return undefined
  const offers = offersFor(word[0], words).slice(0, maximumOffers)
  return offers.length === 0 ? undefined : { from: word.index, offers }
}

/** The line with an offer in the place of the word before the caret, and the caret after it. */
export function complete(
  text: string,
  caret: number,
  from: number,
  offer: Offer,
): { readonly text: string; readonly caret: number } {
  const start = text.slice(0, from) + offer.insert
  return { text: start + text.slice(caret).replace(/^ /, ''), caret: start.length }
}

/** How the slash command that a line begins with is used, where the line has it whole. */
export function usageOf(text: string, commands: readonly CommandEntry[]): string | undefined {
  const found = commands.find(({ command }) => text.startsWith(`${command} `))
  if (found === undefined || found.usage_hint === '') return undefined
  return `${found.command} ${found.usage_hint}`
}

function offersFor(word: string, { commands, users, channels, own }: Words): readonly Offer[] {
  const typed = word.slice(1).toLowerCase()
  if (word.startsWith('/')) {
    return commands
      .filter(({ command }) => command.startsWith(word.toLowerCase()))
      .map(({ command, description, usage_hint: hint }) => ({
        label: `${command} ${hint}`.trim(),
        about: description,
        insert: `${command} `,
      }))
  }
  if (word.startsWith('#')) {
    return channels
      .filter(({ name }) => name !== '' && name.startsWith(typed))
      .map(({ name, kind }) => ({
        label: `#${name}`,
        about: own.channelKinds[kind],
        insert: `#${name} `,
      }))
  }
  return users
    .filter(({ name, realName }) => isBegunBy(typed, name, realName))
    .toSorted((left, right) => Number(right.name === 'eksip') - Number(left.name === 'eksip'))
    .map(({ name, realName, isBot }) => ({
      label: `@${name}`,
      about: isBot ? own.app : realName,
      insert: `@${name} `,
    }))
}

function isBegunBy(typed: string, name: string, realName: string): boolean {
  return [name, ...realName.split(' ')].some((word) => word.toLowerCase().startsWith(typed))
}
