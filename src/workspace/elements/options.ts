import type { MrkdwnOption, PlainTextOption } from '@slack/types'

import type { UsableElement } from './placed.ts'

/** One choice of a menu, of radio buttons or of checkboxes. */
export type Option = PlainTextOption | MrkdwnOption

/** The choices that an element brings with it; those of external menus come from the app. */
export function ownOptions(element: UsableElement): readonly Option[] {
  if ('option_groups' in element && element.option_groups !== undefined) {
    return element.option_groups.flatMap((group) => group.options)
  }
  if ('options' in element) return element.options ?? []
  if (element.type === 'external_select') {
    return element.initial_option === undefined ? [] : [element.initial_option]
  }
  return element.type === 'multi_external_select' ? (element.initial_options ?? []) : []
}

/** The option that is meant by its value or its words. */
export function findOption(options: readonly Option[], wanted: unknown): Option | undefined {
  return options.find(({ text, value }) => value === wanted || text.text === wanted)
}
