import { readFileSync, readdirSync } from 'node:fs'

const CHART = new URL('../../deploy/chart/', import.meta.url)

/** A file of the chart as it is. */
export function readChart(path: string): string {
  return readFileSync(new URL(path, CHART), 'utf8')
}

/** The names of the chart's templates. */
export function templateNames(): readonly string[] {
  return readdirSync(new URL('templates/', CHART))
}

/** What the conditions of a template are, by their text. */
export type Conditions = Readonly<Record<string, boolean>>

/**
 * The lines of a template that are rendered where `conditions` are so. Each `if`, `else` and `end` has
 * a line of its own.
 * @throws at a condition that is not given.
 */
export function renderedLines(template: string, conditions: Conditions): readonly string[] {
  const open: boolean[] = []
  return template.split('\n').filter((line) => {
    const [, keyword = '', condition = ''] =
      /^\s*\{\{- (if|else|range|end) ?(.*?) ?\}\}$/.exec(line) ?? []
    if (keyword === 'if') open.push(truthOf(condition, conditions))
    if (keyword === 'else') open.push(!open.pop())
    // A list of the template itself is never empty.
    if (keyword === 'range') open.push(true)
    if (keyword === 'end') open.pop()
    return keyword === '' && !open.includes(false)
  })
}

function truthOf(condition: string, conditions: Conditions): boolean {
  const truth = conditions[condition]
  if (truth === undefined) throw new Error(`the condition ${condition} is not given`)
  return truth
}

/** The settings that lines take from a Secret, each with the value that names the Secret. */
export function secretsOf(lines: readonly string[]): Readonly<Record<string, string>> {
  const pattern = /include "eksip\.secret" \(list "(\w+)" \.Values\.([\w.]+)\)/
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = pattern.exec(line) ?? []
      return name === undefined || value === undefined ? [] : [[name, value]]
    }),
  )
}
