import { badInput } from '../core/fault.ts';
import { directoryNamed, problemOfDirectoryId, toGuid } from '../core/guid.ts';
import { findTextProblem, type TextKind } from '../core/text.ts';

/** Free text from outside, trimmed and bounded; it may have several lines. */
export function parseText(field: string, text: string, { max }: { max: number }): string {
  return parseAs('text', field, text, max);
}

/** The same for what is shown on one line. */
export function parseLine(field: string, text: string, { max }: { max: number }): string {
  return parseAs('line', field, text, max);
}

function parseAs(kind: TextKind, field: string, text: string, max: number): string {
  const trimmed = text.trim();
  const problem = findTextProblem(trimmed, kind);
  if (problem !== null) throw badInput(field, `${field} ${problem}`);
  if (trimmed.length > max) throw badInput(field, `${field} is longer than ${max} characters.`);
  return trimmed;
}

/** A line that cannot be empty. */
export function parseName(field: string, text: string, bounds: { max: number }): string {
  const name = parseLine(field, text, bounds);
  if (name === '') throw badInput(field, `${field} must not be blank.`);
  return name;
}

/** A directory's id as it is stored: in lower case, so that equal ids are equal strings. */
export function parseGuid(field: string, text: string): string {
  const id = toGuid(text);
  if (id === null)
    throw badInput(field, `${field} must be a GUID like 12345678-0000-4000-8000-000000000000.${wayOn(text)}`);
  const problem = problemOfDirectoryId(id);
  if (problem !== null) throw badInput(field, problem);
  return id;
}

/** A name leads to the id, but not here: one domain can be two directories in two clouds, and a person has to choose. */
function wayOn(text: string): string {
  return directoryNamed(text) === null ? '' : ' discoverDirectory finds the GUID for a domain name.';
}
