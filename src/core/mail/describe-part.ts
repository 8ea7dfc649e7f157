import { fieldValue } from "./header.ts";
import type { HeaderField, Part } from "./mail.ts";
import { readStructuredValue } from "./parameters.ts";

/** What a part's header says. */
export type PartDescription = Omit<Part, "number" | "body" | "children">;

/** Type and subtype, each a token (RFC 2045 §5.1); anything may follow. */
const MEDIA_TYPE = /^([^\s()<>@,;:\\"/[\]?=]+)\s*\/\s*([^\s()<>@,;:\\"/[\]?=]+)/;

export function describePart(fields: readonly HeaderField[], defaultType: string): PartDescription {
  const type = readStructuredValue(fieldValue(fields, "content-type") ?? "");
  const disposition = readStructuredValue(fieldValue(fields, "content-disposition") ?? "");
  const encoding = fieldValue(fields, "content-transfer-encoding");
  const [, main, sub] = MEDIA_TYPE.exec(type.value) ?? [];
  return {
    fields,
    mediaType: main !== undefined && sub !== undefined ? `${main}/${sub}` : defaultType,
    parameters: type.parameters,
    disposition: disposition.value === "" ? null : disposition.value,
    fileName: disposition.parameters.get("filename") ?? type.parameters.get("name") ?? null,
    transferEncoding: encoding === null ? null : readStructuredValue(encoding).value,
  };
}
