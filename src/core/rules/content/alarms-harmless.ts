import { componentsNamed, firstProperty, propertiesNamed } from "../../calendar/component.ts";
import type { Component } from "../../calendar/object.ts";
import { readTarget } from "../../content/target.ts";
import { MAX_REPORTS } from "../../limits.ts";
import type { Report, Rule } from "../rule.ts";

/** Repetitions of one alarm: nobody needs to be called more often. */
const MAX_REPEAT = 20;

/** A reminder runs no program, sends no mail, plays no file from elsewhere, and ends (A38). */
export const alarmsHarmless: Rule = {
  id: "alarms-harmless",
  family: "content",
  severity: "warning",
  clause: "RFC 5545 §3.8.6.1",
  methods: "*",
  placeholders: ["action", "value"],
  check({ invitation }) {
    const entries = invitation?.acting.entries ?? [];
    return entries
      .flatMap(({ component }) => componentsNamed(component, "VALARM"))
      .flatMap(judgeAlarm)
      .slice(0, MAX_REPORTS);
  },
};

function judgeAlarm(alarm: Component): readonly Report[] {
  const action = firstProperty(alarm, "ACTION")?.value.trim().toUpperCase() ?? "";
  if (action === "PROCEDURE" || action === "EMAIL") {
    const wording = action === "EMAIL" ? "mail" : "program";
    return [{ wording, data: { action, value: argumentOf(alarm, action) } }];
  }
  return [...remoteSound(alarm, action), ...endless(alarm, action)];
}

/** Whom the mail goes to, or what is run. */
function argumentOf(alarm: Component, action: string): string | null {
  const property = firstProperty(alarm, action === "EMAIL" ? "ATTENDEE" : "ATTACH");
  return (
    property?.value
      .trim()
      .replace(/^mailto:/i, "")
      .slice(0, SHOWN) ?? null
  );
}

/** Characters of a value in a finding. */
const SHOWN = 200;

/** A sound may be named ("Chord"), not fetched from a server or a disk. */
function remoteSound(alarm: Component, action: string): readonly Report[] {
  const remote = propertiesNamed(alarm, "ATTACH").find(
    ({ value }) => readTarget(value).host !== null || readTarget(value).scheme === "file",
  );
  return remote === undefined
    ? []
    : [{ wording: "sound", data: { action, value: remote.value.trim().slice(0, SHOWN) } }];
}

function endless(alarm: Component, action: string): readonly Report[] {
  const repeat = Number(firstProperty(alarm, "REPEAT")?.value.trim() ?? "0");
  return repeat > MAX_REPEAT ? [{ wording: "repeat", data: { action, value: repeat } }] : [];
}
