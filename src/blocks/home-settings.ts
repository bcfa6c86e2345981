import type { types } from '@slack/bolt'
import type { Preference } from '../history/preferences.ts'
import { unmarked } from '../reply/marked.ts'
import { NEWEST_CNI } from '../scenario/scenario.ts'
import type { Words } from '../words/words.ts'
import { option, text } from './form/elements.ts'

/** The menus that save a setting at once; behind the `-` stands which. */
export const SETTING_ACTION = /^setting-(language|cni|quiet|figure)$/

/** What stands for "as usual". */
const AS_USUAL = 'auto'

/** Versions with which the rules changed, and some of today. Others are set by a line. */
const CNI_VERSIONS = ['1.20', '1.19', '1.18', '1.17', '1.16', '1.11', '1.9', '1.8', '1.4']

/** A menu for each setting of a person, with what is set now. */
export function homeSettings(preference: Preference, words: Words): readonly types.SectionBlock[] {
  const texts = words.surfaces.home
  const { language, cni, isQuiet, figure } = preference
  const versions = CNI_VERSIONS.map((version) => option(version, version))
  const isOther = cni !== null && cni !== NEWEST_CNI && !CNI_VERSIONS.includes(cni)
  return [
    setting('language', language ?? AS_USUAL, words, [
      option(texts.auto, AS_USUAL),
      option(texts.english, 'en'),
      option(texts.french, 'fr'),
    ]),
    setting('figure', figure ?? 'reserved', words, [
      option(texts.figures.reserved, 'reserved'),
      option(texts.figures.held, 'held'),
    ]),
    setting('quiet', isQuiet ? 'on' : 'off', words, [
      option(texts.toChannel, 'off'),
      option(texts.toAsker, 'on'),
    ]),
    setting('cni', cni === null || cni === NEWEST_CNI ? AS_USUAL : cni, words, [
      option(texts.newest(NEWEST_CNI), AS_USUAL),
      ...(isOther ? [option(cni, cni)] : []),
      ...versions,
    ]),
  ]
}

function setting(
  name: 'language' | 'cni' | 'quiet' | 'figure',
  chosen: string,
  { surfaces }: Words,
  options: types.PlainTextOption[],
): types.SectionBlock {
  const current = options.find(({ value }) => value === chosen)
  const label = unmarked(surfaces.home.settingNames[name])
  return {
    type: 'section',
    block_id: `setting-${name}`,
    text: text(label),
    accessory: {
      type: 'static_select',
      action_id: `setting-${name}`,
      // A menu beside a text is announced by this alone, and not by the text.
      placeholder: text(label),
      options,
      ...(current ? { initial_option: current } : {}),
    },
  }
}
