import { readLeaves } from "./leaves.ts";
import type { Container, Mail } from "./mail.ts";

/** The parts whose content is hidden from us; an opaque signature that can be opened is none. */
export async function findContainers(mail: Mail): Promise<readonly Container[]> {
  const containers: Container[] = [];
  for await (const found of readLeaves(mail)) {
    if (found.kind !== "leaf") {
      containers.push(found);
    }
  }
  return containers;
}
