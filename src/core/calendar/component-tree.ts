import { MAX_ALL_DATES, MAX_ATTENDEES, MAX_COMPONENT_NESTING } from "../limits.ts";
import type { Component, Position, Property } from "./object.ts";
import type { BudgetLimit, ReadingBudget } from "./reading-budget.ts";
import type { ProblemLog } from "./scan-problems.ts";

interface OpenComponent extends Component {
  readonly properties: Property[];
  readonly components: Component[];
  attendees: number;
}

const DATE_LISTS: ReadonlySet<string> = new Set(["RDATE", "EXDATE"]);

/** Builds the tree of components from content lines, in whatever order a stranger wrote them. */
export class ComponentTree {
  readonly calendars: Component[] = [];
  readonly #problems: ProblemLog;
  readonly #budget: ReadingBudget;
  /** From VCALENDAR down to the innermost open component. */
  readonly #open: OpenComponent[] = [];
  /** Open components that are not kept, because they stand too deep or are too many. */
  #skipped = 0;

  constructor(problems: ProblemLog, budget: ReadingBudget) {
    this.#problems = problems;
    this.#budget = budget;
  }

  get isInsideCalendar(): boolean {
    return this.#open.length > 0;
  }

  add(property: Property): void {
    if (property.name === "BEGIN") {
      this.#begin(property.value.trim().toUpperCase(), property);
    } else if (property.name === "END") {
      this.#end(property.value.trim().toUpperCase(), property);
    } else {
      this.#addProperty(property);
    }
  }

  /** To be called after the last content line. */
  finish(): void {
    const unclosed = this.#open.at(-1);
    if (unclosed !== undefined) {
      this.#problems.add("unbalanced-component", unclosed, `BEGIN:${unclosed.name}`);
    }
  }

  #begin(name: string, at: Position): void {
    if (name === "VCALENDAR") {
      this.#beginCalendar(at);
      return;
    }
    const parent = this.#open.at(-1);
    if (parent === undefined) {
      this.#problems.add("unbalanced-component", at, `BEGIN:${name}`);
    } else if (this.#skipped > 0 || this.#isFull(at)) {
      this.#skipped += 1;
    } else {
      parent.components.push(this.#push(name, at));
    }
  }

  /** A calendar never stands inside of anything, so whatever is still open lacks its END. */
  #beginCalendar(at: Position): void {
    this.finish();
    this.#open.length = 0;
    this.#skipped = 0;
    this.calendars.push(this.#push("VCALENDAR", at));
  }

  #push(name: string, { line, offset }: Position): OpenComponent {
    const component = { name, line, offset, properties: [], components: [], attendees: 0 };
    this.#open.push(component);
    return component;
  }

  #isFull(at: Position): boolean {
    if (this.#open.length >= MAX_COMPONENT_NESTING) {
      this.#problems.add("limit", at, "MAX_COMPONENT_NESTING");
      return true;
    }
    return !this.#affords("MAX_COMPONENTS", at);
  }

  #affords(limit: BudgetLimit, at: Position, count = 1): boolean {
    const isThere = this.#budget.take(limit, count);
    if (!isThere) {
      this.#problems.add("limit", at, limit);
    }
    return isThere;
  }

  #end(name: string, at: Position): void {
    if (this.#skipped > 0 && name !== "VCALENDAR") {
      this.#skipped -= 1;
      return;
    }
    const index = this.#open.findLastIndex((component) => component.name === name);
    if (index === -1) {
      this.#problems.add("unbalanced-component", at, `END:${name}`);
      return;
    }
    if (index < this.#open.length - 1) {
      this.finish();
    }
    this.#open.length = index;
    this.#skipped = 0;
  }

  #addProperty(property: Property): void {
    const component = this.#open.at(-1);
    if (component !== undefined && this.#skipped === 0 && this.#hasRoomFor(property, component)) {
      component.properties.push(property);
    }
  }

  #hasRoomFor(property: Property, component: OpenComponent): boolean {
    if (DATE_LISTS.has(property.name)) {
      const { length } = property.value.split(",", MAX_ALL_DATES + 1);
      return this.#affords("MAX_ALL_DATES", property, length);
    }
    if (property.name !== "ATTENDEE") {
      return true;
    }
    component.attendees += 1;
    if (component.attendees > MAX_ATTENDEES) {
      this.#problems.add("limit", property, "MAX_ATTENDEES");
      return false;
    }
    return this.#affords("MAX_ALL_ATTENDEES", property);
  }
}
