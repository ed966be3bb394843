import { eventFields } from "./eventFields.ts";
import { type Cell, type MappedEvent, type Mapping, mappingSchema } from "./mappingSchema.ts";
import { ImportError } from "./sourceRecord.ts";
import { templateColumns } from "./template.ts";

const CASE_EVENTS_AT_MOST = 31;

function mistake(file: string, field: string, remedy: string): ImportError {
  return new ImportError(`Mapping ${file}: field "${field}": ${remedy}.`);
}

function checkFields(file: string, { type, data }: MappedEvent, place: number): void {
  const { all, required } = eventFields(type);
  for (const field of Object.keys(data))
    if (!all.includes(field)) {
      const known = all.length === 0 ? "it has none" : `it has ${all.join(", ")}`;
      throw mistake(file, `events.${place}.data.${field}`, `is no field of ${type}: ${known}`);
    }
  for (const field of required)
    if (data[field] === undefined)
      throw mistake(
        file,
        `events.${place}.data.${field}`,
        `is missing, and ${type} needs it; name a column, or a constant as { "value": … }`,
      );
}

/**
 * The mapping of a JSON text.
 * @throws ImportError naming the file, the field and the remedy of the first thing that is wrong
 */
export function parseMapping(text: string, file: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ImportError(`Mapping ${file}: is not JSON (${reason}); correct its commas and quotes.`);
  }
  const result = mappingSchema.safeParse(json);
  if (!result.success) {
    const issue = result.error.issues[0];
    const field = issue?.path.map(String).join(".") || "(whole file)";
    const missing = issue?.code === "invalid_type" && issue.input === undefined && !/^must/.test(issue.message);
    const remedy =
      issue?.code === "unrecognized_keys"
        ? `has "${issue.keys.join('", "')}", which is not known here; remove it or correct its spelling`
        : missing
          ? "is missing; add it"
          : (issue?.message ?? "does not have the expected shape");
    throw mistake(file, field, remedy);
  }
  const { events } = result.data;
  events.forEach((each, place) => {
    checkFields(file, each, place);
    if (each.each === "case" && result.data.case === null)
      throw mistake(file, "case", `is missing, and events.${place} is made once for each case; name the case's column`);
  });
  if (events.filter(({ each }) => each === "case").length > CASE_EVENTS_AT_MOST)
    throw mistake(file, "events", `holds more than ${CASE_EVENTS_AT_MOST} events for each case; leave some out`);
  return result.data;
}

/** The columns that a mapping names, each with the first field that does. */
export function columnsOf(mapping: Mapping): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (column: string, field: string) => {
    if (!found.has(column)) found.set(column, field);
  };
  const addCell = ({ column, template }: Cell, field: string) => {
    if (column !== undefined) add(column, field);
    for (const named of templateColumns(template ?? "")) add(named, field);
  };
  if (mapping.case !== null) add(mapping.case, "case");
  addCell(mapping.office, "office");
  mapping.events.forEach(({ time, when, data }, place) => {
    add(time, `events.${place}.time`);
    for (const column of Object.keys(when)) add(column, `events.${place}.when`);
    for (const [field, cell] of Object.entries(data)) addCell(cell, `events.${place}.data.${field}`);
  });
  return found;
}
