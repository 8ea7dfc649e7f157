import type { Settings } from "./ports.ts";

/** Why a change is not made. */
export type Refusal =
  /** It is no single address. */
  | "not-an-address"
  /** Mail to it reaches the user anyway. */
  | "already-yours"
  | "too-many"
  /** It is no name that stands in Authentication-Results. */
  | "not-a-server"
  /** Nothing but white space. */
  | "empty"
  | "too-long"
  | "already-there"
  /** Of sentences. */
  | "list-full"
  /** No number of months. */
  | "not-months"
  /** No number of seconds, or too many. */
  | "not-seconds"
  /** An administrator set it. */
  | "locked";

/** What becomes of one step of the user's. */
export type JudgedChange =
  | { readonly kind: "values"; readonly values: Partial<Settings> }
  | { readonly kind: "refused"; readonly because: Refusal };
