import type { Application, Conflict } from '../planner/apply.ts'
import type { SettingName } from '../scenario/settings.ts'
import type { Words } from '../words/words.ts'
import { applyForms, type ApplyForm } from './apply-forms.ts'
import type { Line, Part, Reply } from './reply.ts'

/** Settings that a node reads when it starts, and not later. */
const FOR_NEW_NODES: readonly SettingName[] = [
  'ENABLE_PREFIX_DELEGATION',
  'AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG',
  'ENABLE_POD_ENI',
  'ENABLE_MULTI_NIC',
]

/** How a cluster gets the settings of a scenario: in the form of each tool, each with the way back. */
export function applyReply({
  label,
  again,
  application,
  earlier,
  words,
}: {
  /** What is applied: `#42`, or the line that was asked. */
  readonly label: string
  /** The line that asks for the same. */
  readonly again: string
  readonly application: Application
  /** The run whose settings are the way back, such as `#41`; `null`: the CNI's defaults. */
  readonly earlier: string | null
  readonly words: Words
}): Reply {
  const { apply } = words.surfaces
  const { steps, conflicts } = application
  const isNothing = steps.length === 0 && conflicts.length === 0
  const summary = isNothing ? apply.nothing(label) : apply.title(label)
  const back = application.isBackToEarlier && earlier !== null ? earlier : apply.defaults
  return {
    summary,
    audience: 'channel',
    again: { label: words.surfaces.buttons.showAll, line: again },
    parts: [
      { kind: 'heading', line: [{ bold: summary }] },
      ...conflictParts(conflicts, words),
      ...(steps.length === 0
        ? []
        : applyForms(steps).flatMap((form) => formParts(form, back, words))),
      ...noteParts(application, words),
    ],
  }
}

function conflictParts(conflicts: readonly Conflict[], words: Words): readonly Part[] {
  if (conflicts.length === 0) return []
  const { apply } = words.surfaces
  const lines = conflicts.map(({ name, values }): Line => [
    { code: name },
    `${words.reply.colon}${values
      .map(({ type, value }) => apply.onType(type, value === null ? apply.unset : String(value)))
      .join(' · ')}`,
  ])
  return [
    { kind: 'text', line: [apply.conflict] },
    { kind: 'list', lines },
  ]
}

function formParts({ tool, text, back }: ApplyForm, to: string, words: Words): readonly Part[] {
  const { apply } = words.surfaces
  return [
    { kind: 'text', line: [{ bold: apply.tools[tool] }] },
    { kind: 'code', text: `${text}\n\n# ${apply.back(to)}\n${back}` },
  ]
}

function noteParts({ steps }: Application, words: Words): readonly Part[] {
  if (steps.length === 0) return []
  const { apply } = words.surfaces
  const isForNewNodes = steps.some(({ name }) => FOR_NEW_NODES.includes(name))
  const isOn = (name: SettingName) => steps.some((step) => step.name === name && step.to === true)
  const notes = [
    apply.wholeCluster,
    apply.merge,
    ...(isForNewNodes ? [apply.newNodes] : []),
    ...(isOn('AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG') ? [apply.needsEniConfig] : []),
    ...(isOn('ENABLE_POD_ENI') ? [apply.needsResourceController] : []),
  ]
  return notes.map((note) => ({ kind: 'note', line: [note] }))
}
