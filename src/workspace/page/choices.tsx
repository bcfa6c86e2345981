import type {
  Checkboxes as CheckboxesElement,
  Option,
  RadioButtons as RadioElement,
} from '@slack/types'
import { useId, type ReactNode } from 'react'

import { usePage } from './page-context.ts'
import { useSurface, type Slot } from './surface.ts'
import { Text } from './text.tsx'
import { useElement } from './use-element.ts'

/** One of several. */
export function RadioButtons({
  element,
  slot,
}: {
  readonly element: RadioElement
  readonly slot: Slot
}): ReactNode {
  const { value, use } = useElement(element, slot)
  const name = useId()
  return (
    <Group role="radiogroup" slot={slot}>
      {element.options.map((option) => (
        <Choice
          key={option.value}
          type="radio"
          name={name}
          option={option}
          isChecked={value === option.value}
          onChange={() => void use(option.value ?? null)}
        />
      ))}
    </Group>
  )
}

/** Any of several. */
export function Checkboxes({
  element,
  slot,
}: {
  readonly element: CheckboxesElement
  readonly slot: Slot
}): ReactNode {
  const { value, use } = useElement(element, slot)
  const checked = Array.isArray(value) ? value.map(String) : []
  const name = useId()
  const toggle = (wanted: string) =>
    checked.includes(wanted) ? checked.filter((each) => each !== wanted) : [...checked, wanted]
  return (
    <Group role="group" slot={slot}>
      {element.options.map((option) => (
        <Choice
          key={option.value}
          type="checkbox"
          name={name}
          option={option}
          isChecked={checked.includes(option.value ?? '')}
          onChange={() => void use(toggle(option.value ?? ''))}
        />
      ))}
    </Group>
  )
}

function Group({
  role,
  slot,
  children,
}: {
  readonly role: 'group' | 'radiogroup'
  readonly slot: Slot
  readonly children: ReactNode
}) {
  const { words } = usePage()
  const isWrong = useSurface().errors[slot.blockId] !== undefined
  return (
    <div
      className="choices"
      role={role}
      aria-labelledby={slot.labelId}
      aria-label={slot.labelId === undefined ? words.choices : undefined}
      aria-describedby={slot.describedBy}
      aria-invalid={role === 'radiogroup' ? isWrong : undefined}
    >
      {children}
    </div>
  )
}

function Choice({
  type,
  name,
  option,
  isChecked,
  onChange,
}: {
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly option: Option
  readonly isChecked: boolean
  readonly onChange: () => void
}) {
  return (
    <label className="choice">
      <input type={type} name={name} checked={isChecked} onChange={onChange} />
      <span>
        <Text object={option.text} />
        {option.description && <small>{option.description.text}</small>}
      </span>
    </label>
  )
}
