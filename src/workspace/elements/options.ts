import type { MrkdwnOption, PlainTextOption } from '@slack/types'

import type { UsableElement } from './placed.ts'

/** One choice of a menu, of radio buttons or of checkboxes. */
export type Option = PlainTextOption | MrkdwnOption

/** The choices that an element brings with it; those of external menus come from the app. */
export function ownOptions(element: UsableElement): readonly Option[] {
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select': {
      const grouped = element.option_groups?.flatMap((group) => group.options)
      return element.options ?? grouped ?? []
    }
    case 'overflow':
    case 'radio_buttons':
    case 'checkboxes':
      return element.options
    case 'external_select':
      return element.initial_option === undefined ? [] : [element.initial_option]
    case 'multi_external_select':
      return element.initial_options ?? []
    default:
      return []
  }
}

/** The option that is meant by its value or its words. */
export function findOption(options: readonly Option[], wanted: unknown): Option | undefined {
  return options.find(({ text, value }) => value === wanted || text.text === wanted)
}
