import type { MultiSelect, PlainTextOption, Select } from '@slack/types'
import { useRef, useState } from 'react'

import type { View } from '../http/page-contract.ts'
import type { Channel } from '../state/model.ts'
import type { Words } from '../words/words.ts'
import { usePage } from './page-context.ts'
import { useSurface } from './surface.ts'

/** Something that may be chosen. */
export type Choice = {
  readonly value: string
  readonly label: string
  readonly about?: string | undefined
}

/** Choices under a common heading, or without one. */
export type ChoiceGroup = { readonly label?: string; readonly choices: readonly Choice[] }

/** What a select offers, and how it gets more. */
export type Options = {
  readonly groups: readonly ChoiceGroup[]
  /** Choices that were offered earlier and may still be chosen. */
  readonly known: readonly Choice[]
  /** Asks the bot for what fits; only where the bot suggests. */
  readonly ask?: ((query: string) => void) | undefined
  /** What to say when nothing is offered. */
  readonly note: string
}

export function isPlural(element: Select | MultiSelect): element is MultiSelect {
  return element.type.startsWith('multi_')
}

/** What a select offers: its own options, what the bot suggests, or people and channels. */
export function useOptions(element: Select | MultiSelect, blockId: string): Options {
  const { view, words } = usePage()
  const suggested = useSuggestions(element, blockId)
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select':
      return fixed(words, [
        { choices: (element.options ?? []).map(choiceOf) },
        ...(element.option_groups ?? []).map(({ label, options }) => ({
          label: label.text,
          choices: options.map(choiceOf),
        })),
      ])
    case 'external_select':
    case 'multi_external_select':
      return suggested
    case 'users_select':
    case 'multi_users_select':
      return fixed(words, [{ choices: peopleOf(view) }])
    case 'channels_select':
    case 'multi_channels_select':
      return fixed(words, [{ choices: channelsOf(view, ({ kind }) => kind === 'public') }])
    case 'conversations_select':
    case 'multi_conversations_select':
      return fixed(words, [{ choices: channelsOf(view, () => true) }])
  }
}

function fixed(words: Words, groups: readonly ChoiceGroup[]): Options {
  return { groups, known: groups.flatMap(({ choices }) => choices), note: words.nothingFits }
}

/** Suggestions come late and out of turn: only those for the newest query count. */
function useSuggestions(element: Select | MultiSelect, blockId: string): Options {
  const { words, act } = usePage()
  const { place } = useSurface()
  const [groups, setGroups] = useState<readonly ChoiceGroup[]>([])
  const [known, setKnown] = useState<readonly Choice[]>(() => initialChoices(element))
  const shortest = 'min_query_length' in element ? (element.min_query_length ?? 3) : 3
  const [note, setNote] = useState(shortNote(shortest, words))
  const newest = useRef('')

  async function ask(query: string) {
    newest.current = query
    if (query.length < shortest) {
      setGroups([])
      return setNote(shortNote(shortest, words))
    }
    setNote(words.looking)
    const body = { place, blockId, actionId: element.action_id ?? '', query }
    const answer = await act('suggest', body)
    if (newest.current !== query) return undefined
    setNote(words.nothingFits)
    const found = answer.ok
      ? [{ choices: answer.options.map(choiceOfSuggested) }, ...answer.groups.map(groupOfSuggested)]
      : []
    setGroups(found)
    setKnown((before) => [...found.flatMap(({ choices }) => choices), ...before])
    return undefined
  }

  return { groups, known, ask: (query) => void ask(query), note }
}

function shortNote(shortest: number, words: Words): string {
  return shortest === 0 ? words.nothingFits : words.typeAtLeast(shortest)
}

type Suggested = {
  readonly label: string
  readonly value: string
  readonly description?: string | undefined
}

function choiceOfSuggested({ label, value, description }: Suggested): Choice {
  return { label, value, about: description }
}

function groupOfSuggested(group: {
  readonly label: string
  readonly options: readonly Suggested[]
}): ChoiceGroup {
  return { label: group.label, choices: group.options.map(choiceOfSuggested) }
}

function initialChoices(element: Select | MultiSelect): readonly Choice[] {
  if (element.type === 'external_select' && element.initial_option !== undefined) {
    return [choiceOf(element.initial_option)]
  }
  return element.type === 'multi_external_select'
    ? (element.initial_options ?? []).map(choiceOf)
    : []
}

function choiceOf({ text, value, description }: PlainTextOption): Choice {
  return { value: value ?? text.text, label: text.text, about: description?.text }
}

function peopleOf(view: View): readonly Choice[] {
  return view.users.map(({ id, name, realName }) => ({
    value: id,
    label: realName,
    about: `@${name}`,
  }))
}

function channelsOf(view: View, isWanted: (channel: Channel) => boolean): readonly Choice[] {
  return view.channels
    .filter((channel) => !channel.isArchived && isWanted(channel))
    .map(({ id, name, kind }) => ({ value: id, label: kind === 'direct' ? '@eksip' : `#${name}` }))
}
