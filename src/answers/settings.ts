import type { SettingChanges } from '../command/command.ts'
import type { Preference } from '../history/preferences.ts'
import { settingsReply } from '../reply/settings-reply.ts'
import { WORDS, type Words } from '../words/words.ts'
import type { Answered } from './answered.ts'
import type { Context } from './context.ts'
import { onlyInSlack } from './only-in-slack.ts'

/** What somebody has set for themself, after changing what they name: in the language they chose. */
export async function settings(changes: SettingChanges, context: Context): Promise<Answered> {
  const { asker, preferences, words } = context
  if (!preferences) return onlyInSlack(words)
  const isChanged = Object.keys(changes).length > 0
  const preference = isChanged
    ? await preferences.change(asker, changeOf(changes))
    : context.preference
  return {
    reply: settingsReply({ preference, isChanged, words: wordsAfter(changes, context) }),
    outcome: { kind: 'settings', preference },
  }
}

function wordsAfter({ language }: SettingChanges, { words, usualWords = words }: Context): Words {
  if (language === undefined) return words
  return language === 'auto' ? usualWords : WORDS[language]
}

function changeOf({ language, cni, quiet, figure }: SettingChanges): Partial<Preference> {
  return {
    ...(language !== undefined && { language: language === 'auto' ? null : language }),
    ...(cni !== undefined && { cni: cni === 'auto' ? null : cni }),
    ...(quiet !== undefined && { isQuiet: quiet }),
    ...(figure !== undefined && { figure }),
  }
}
