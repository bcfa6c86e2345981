import fc from 'fast-check'
import { INPUTS } from '../../src/command/grammar.ts'
import { parse } from '../../src/command/parse.ts'
import { INSTANCE_NAMES } from '../../src/instance/instance.ts'
import { SCENARIO_LIMITS } from '../../src/scenario/limits.ts'
import { scenarioOfLine } from '../reply/scenario-of-line.ts'

/** A line with any inputs, each as the grammar takes it. */
const groupLine = fc
  .tuple(
    fc.constantFrom(...INSTANCE_NAMES),
    fc.subarray(INPUTS.filter(({ word }) => word !== 'pods').map((input) => input)),
    fc.array(fc.nat(), { minLength: INPUTS.length, maxLength: INPUTS.length }),
  )
  .map(([type, inputs, numbers]) =>
    [
      type,
      ...inputs.map((input, index) =>
        input.takes === 'switch'
          ? input.word
          : `${input.word}=${input.least + ((numbers[index] ?? 0) % (SCENARIO_LIMITS[input.limit] + 1 - input.least))}`,
      ),
    ].join(' '),
  )

/** Any scenario that a line can tell, with up to as many node groups as there may be. */
export const legalScenario = fc
  .array(groupLine, { minLength: 1, maxLength: SCENARIO_LIMITS.groups, size: 'max' })
  .map((lines) => lines.join(' + '))
  .filter((line) => parse(line).ok)
  .map((line) => scenarioOfLine(line).scenario)
